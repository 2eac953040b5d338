// One hour, one claim.
//
// 1. The standing claims on an entry are together at most its minutes.
// 2. What is claimed was approved when it was claimed, was not paid for, is of the grant's time and
//    activities, and is no work that the grant leaves out.
// 3. While a claim stands, its entry stays in its activity and period, keeps the minutes that are
//    claimed, is not marked as paid, and its approval is not revoked. (A correction within these
//    limits needs approval again; until then the report says so.)
// Claims in other ledgers cannot be seen from here.

extension State {
  func admitsClaim(of minutes: Int, on entry: Entry, by grant: Grant) throws(Rejection) {
    if entry.marks.contains(.paid) { throw .paidHours(entry.id) }
    let left = entry.content.minutes - entry.claimedMinutes
    if let first = entry.claims.first, minutes > left {
      throw .claimTaken(entry.id, first: first.id, of: first.grant, left: max(left, 0))
    }
    guard minutes >= 1, minutes <= left else {
      throw .minutesOutOfRange(minutes, limit: entry.content.minutes)
    }
    if entry.approval == nil { throw .notApprovedYet(entry.id) }
    if !grant.status.takesClaims { throw .grantTakesNone(grant.id, grant.status) }
    let details = grant.details
    if !details.covers(entry.content.on) {
      throw .outsideGrant(entry.id, grant.id, from: details.from, to: details.to)
    }
    let activity = entry.content.activity
    if !grant.includes(activity) { throw .activityNotOfGrant(activity, grant.id) }
    let marks = entry.marks + (activities[activity]?.marks ?? [])
    if let mark = marks.first(where: details.excluded.contains) {
      throw .excludedWork(entry.id, mark, grant.id)
    }
  }

  /// Throws when a correction would take away what a claim stands on.
  func admitsBeneathClaims(
    _ content: HourEntry, replacing before: Entry
  ) throws(Rejection) {
    guard let claim = before.claims.first else { return }
    guard content.activity == before.content.activity, content.on == before.content.on,
      content.minutes >= before.claimedMinutes
    else { throw .claimed(before.id, by: claim.id, of: claim.grant) }
  }

  func admitsMarks(_ marks: [WorkMark], of id: EntryID) throws(Rejection) {
    let entry = try standing(id)
    if entry.marks == marks { throw .nothingChanged }
    try admitsMarks(marks, WorkMark.ofEntries)
    if marks.contains(.paid), let claim = entry.claims.first {
      throw .claimed(id, by: claim.id, of: claim.grant)
    }
  }

  /// Throws unless all marks are among the allowed ones, each once, in the order of the marks: one
  /// set, one spelling.
  func admitsMarks(_ marks: [WorkMark], _ allowed: [WorkMark]) throws(Rejection) {
    for mark in marks where !allowed.contains(mark) { throw .markNotHere(mark) }
    for (mark, next) in zip(marks, marks.dropFirst()) where next <= mark {
      throw .markNotHere(next)
    }
  }

  func admitsWaiver(of finding: String, on entry: Entry) throws(Rejection) {
    let isID = finding.utf8.allSatisfy { (97...122).contains($0) || $0 == 45 }
    guard isID, (1...TextRule.findingBytesMax).contains(finding.utf8.count) else {
      throw .badFinding(finding)
    }
    if entry.waivers.contains(where: { $0.finding == finding }) {
      throw .alreadyWaived(entry.id, finding: finding)
    }
  }

  func standing(_ id: ClaimID) throws(Rejection) -> Claim {
    guard let entry = entryOfClaim[id],
      let claim = entries[entry]?.claims.first(where: { $0.id == id })
    else { throw .unknownClaim(id) }
    return claim
  }
}
