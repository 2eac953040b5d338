// What is true of claims, marks, waivers and sent reports between transactions.

import Domain

/// One hour, one claim: the rules of `Admits+Claims`, asked of what stands.
func claimFaults(_ ledger: Ledger) -> [String] {
  let state = ledger.state
  var faults: [String] = []
  var entryOfClaim: [ClaimID: EntryID] = [:]
  for entry in state.entries.values {
    let name = entry.id.text
    for claim in entry.claims { entryOfClaim[claim.id] = entry.id }
    let claimed = entry.claims.map(\.minutes).reduce(0, +)
    if claimed > entry.content.minutes {
      faults.append("\(claimed) of the \(entry.content.minutes) min of \(name) are claimed")
    }
    if claimed != entry.claimedMinutes { faults.append("claimed minutes of \(name) differ") }
    if entry.claims.contains(where: { $0.minutes < 1 }) { faults.append("\(name): empty claim") }
    if entry.claims.map(\.id) != entry.claims.map(\.id).sorted() {
      faults.append("claims of \(name) are out of order")
    }
    if !entry.claims.isEmpty, entry.marks.contains(.paid) {
      faults.append("\(name) is paid and claimed")
    }
    for claim in entry.claims where state.grants[claim.grant] == nil {
      faults.append("\(claim.id.text) is of no grant")
    }
    if entry.marks != WorkMark.ofEntries.filter(entry.marks.contains) {
      faults.append("marks of \(name) are not its own, or out of order")
    }
    // A waiver is of the content that the entry has now.
    let content = ledger.history.log.last { recorded in
      guard ledger.history.stands(recorded.seq) else { return false }
      switch recorded.event {
      case .hoursCorrected(entry.id, _, _), .lateCorrected(entry.id, _, _): return true
      default: return recorded.seq == entry.id.seq
      }
    }
    if entry.waivers.contains(where: { $0.seq < content?.seq ?? 0 }) {
      faults.append("a waiver of \(name) is of what it was before")
    }
    if Set(entry.waivers.map(\.finding)).count != entry.waivers.count {
      faults.append("\(name) has a finding waived twice")
    }
  }
  if entryOfClaim != state.entryOfClaim { faults.append("the index of claims differs") }
  for activity in state.activities.values
  where activity.marks != WorkMark.ofActivities.filter(activity.marks.contains) {
    faults.append("marks of \(activity.details.code.text) are not its own, or out of order")
  }
  for grant in state.grants.values {
    for (from, to) in zip([.planned] + grant.steps.map(\.status), grant.steps.map(\.status))
    where !from.next.contains(to) {
      faults.append("\(grant.id.text) went from \(from) to \(to)")
    }
    for activity in grant.activities.map(\.activity) + grant.goals.compactMap(\.activity)
    where state.activities[activity] == nil {
      faults.append("\(grant.id.text) has \(activity.text), which does not stand")
    }
  }
  for count in state.participants.values where state.activities[count.content.activity] == nil {
    faults.append("\(count.id.text) is of no activity")
  }
  let sent = ledger.history.log.filter { if case .reportSent = $0.event { true } else { false } }
  if Set(sent.map(\.seq)) != Set(state.sent.keys.map(\.seq)) {
    faults.append("a report that was sent does not stand")
  }
  return faults
}
