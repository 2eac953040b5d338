// Legality has one place: whether an event may stand in a state. `decide` emits only what is admitted,
// audit asks again for every line at its own moment, and an undo asks again for every later event that
// looks at what it takes back. A rule that reads another subject must name it in `Recorded.reads`.

extension State {
  /// Throws why an event may not stand here. Undo and redo are judged by `Ledger`, since they are
  /// about lines and not about state.
  package func admits(_ recorded: Recorded) throws(Rejection) {
    try admitsAuthor(recorded)
    switch recorded.event {
    case .ledgerOpened(let opened):
      try admitsOpening(opened)
    case .personRegistered:
      break
    case .activityAdded(let details):
      if activities[details.code] != nil { throw .codeTaken(details.code) }
      try admitsDetails(details)
    case .activityChanged(let details):
      let before = try standing(details.code)
      if before.details == details { throw .nothingChanged }
      try admitsDetails(details)
    case .activityEnded(let code, let day):
      if try standing(code).ended == day { throw .nothingChanged }
    case .shiftPlanned(let activity, let plan):
      try admitsPlan(plan, of: activity)
    case .shiftChanged(let id, let plan):
      try admitsChange(of: id, to: plan)
    case .shiftCancelled(let id, _):
      _ = try uncancelled(id)
    case .signupMade(let id, let person, let waiting):
      try admitsSignup(id, person: person, waiting: waiting)
    case .signupWithdrawn(let id):
      _ = try standing(id)
    case .signupPromoted(let id):
      try admitsPromotion(of: id)
    case .hoursLogged(let content):
      try admitsOpenYear(of: content, replacing: nil)
      try admitsHours(content, at: recorded.at, replacing: nil)
    case .lateLogged(let content):
      try admitsClosedYear(of: content, replacing: nil)
      try admitsHours(content, at: recorded.at, replacing: nil)
    case .hoursCorrected(let id, let content, _):
      let before = try standing(id)
      if before.content == content { throw .nothingChanged }
      try admitsBeneathClaims(content, replacing: before)
      try admitsOpenYear(of: content, replacing: before)
      try admitsHours(content, at: recorded.at, replacing: id)
    case .lateCorrected(let id, let content, _):
      let before = try standing(id)
      if before.content == content { throw .nothingChanged }
      try admitsBeneathClaims(content, replacing: before)
      try admitsClosedYear(of: content, replacing: before)
      try admitsHours(content, at: recorded.at, replacing: id)
    case .hoursApproved(let id):
      if try standing(id).approval != nil { throw .alreadyApproved(id) }
    case .hoursUnapproved(let id):
      let entry = try standing(id)
      if entry.approval == nil { throw .notApproved(id) }
      if let claim = entry.claims.first { throw .claimed(id, by: claim.id, of: claim.grant) }
    case .yearSet(let settings):
      try admitsSettings(settings)
    case .importMade(let made):
      try admitsImport(made)
    case .yearClosed(let closing):
      try admitsClosing(closing, at: recorded.at)
    case .yearApproved(let year, let closing, let digest, let day):
      try admitsApproval(of: year, closing: closing, digest: digest, on: day, at: recorded.at)
    case .yearReopened(let year, _, _):
      if closings[year] == nil { throw .yearNotClosed(year) }
    case .centreAdded(let details): try admitsCentre(details)
    case .centreChanged(let id, let details):
      guard let before = centres[id] else { throw .unknownCentre(id) }
      if before.details == details { throw .nothingChanged }
      try admitsCentre(details)
    case .activityMarked(let code, let marks):
      if try standing(code).marks == marks { throw .nothingChanged }
      try admitsMarks(marks, WorkMark.ofActivities)
    case .hoursMarked(let id, let marks): try admitsMarks(marks, of: id)
    case .participantsAdded(let content): try admitsParticipants(content, at: recorded.at)
    case .participantsCorrected(let id, let content, _):
      guard let before = participants[id] else { throw .unknownParticipants(id) }
      if before.content == content { throw .nothingChanged }
      try admitsParticipants(content, at: recorded.at)
    case .grantAdded(let details): try admitsGrant(details)
    case .grantChanged(let id, let details):
      if try standing(id).details == details { throw .nothingChanged }
      try admitsGrant(details)
    case .grantNoted(let id, let fact): try admits(fact, of: standing(id), at: recorded.at)
    case .hoursClaimed(let entry, let grant, let minutes):
      try admitsClaim(of: minutes, on: standing(entry), by: standing(grant))
    case .claimReleased(let id, _): _ = try standing(id)
    case .findingWaived(let id, let finding, _): try admitsWaiver(of: finding, on: standing(id))
    case .reportSent(let sent): try admitsSent(sent, recorded)
    case .undone, .redone:
      break
    }
  }

  /// Who records must be known; only the founder records before being registered.
  private func admitsAuthor(_ recorded: Recorded) throws(Rejection) {
    switch recorded.event {
    case .ledgerOpened: return
    case .personRegistered where recorded.by.seq == recorded.seq && persons.isEmpty: return
    default: if persons[recorded.by] == nil { throw .unknownPerson(recorded.by) }
    }
  }

  private func admitsOpening(_ opened: LedgerOpened) throws(Rejection) {
    if opening != nil { throw .alreadyOpened }
    let isOrigin = opened.origin.utf8.allSatisfy {
      (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46
    }
    guard isOrigin, (8...64).contains(opened.origin.utf8.count) else { throw .badOrigin }
    try admitsText(opened.name, .name)
  }

  private func admitsSettings(_ settings: YearSettings) throws(Rejection) {
    guard Day.years.contains(settings.year) else { throw .yearOutOfRange(settings.year) }
    try admitsFigures(settings)
    if let closed = closings[settings.year] {
      throw .yearClosed(settings.year, closing: closed.seq)
    }
    if years[settings.year] == settings { throw .nothingChanged }
  }

  /// Throws unless the divisor and the rate of a year are within their limits.
  func admitsFigures(_ settings: YearSettings) throws(Rejection) {
    guard YearSettings.divisorRange.contains(settings.divisor) else {
      throw .divisorOutOfRange(settings.divisor)
    }
    if let rate = settings.rate, !YearSettings.rateRange.contains(rate) {
      throw .rateOutOfRange(rate)
    }
  }

  private func admitsDetails(_ details: ActivityDetails) throws(Rejection) {
    try admitsText(details.name, .name)
    for (list, field) in [
      (details.aliases, Rejection.Field.alias), (details.recipients, .recipient),
    ] {
      var seen: Set<String> = []
      for text in list {
        try admitsText(text, field)
        if !seen.insert(text).inserted { throw .repeatedText(field: field, text) }
      }
    }
    if let group = details.group { try admitsText(group, .group) }
    if let sector = details.sector { try admitsText(sector, .sector) }
    if let recipient = details.recipient { try admitsText(recipient, .recipient) }
  }

  func admitsText(
    _ text: String, _ field: Rejection.Field, bytesMax: Int = TextRule.nameBytesMax
  ) throws(Rejection) {
    if let fault = TextRule.fault(in: text, bytesMax: bytesMax) {
      throw .badText(field: field, fault)
    }
  }

  // The things that an event may name, or why it may not.

  func standing(_ code: ActivityCode) throws(Rejection) -> Activity {
    guard let activity = activities[code] else { throw .unknownActivity(code) }
    return activity
  }

  /// Returns the activity, which must not have ended before `day`.
  func standing(_ code: ActivityCode, on day: Day) throws(Rejection) -> Activity {
    let activity = try standing(code)
    if let ended = activity.ended, ended < day { throw .activityEnded(code, on: ended) }
    return activity
  }

  func standing(_ id: EntryID) throws(Rejection) -> Entry {
    guard let entry = entries[id] else { throw .unknownEntry(id) }
    return entry
  }

  func uncancelled(_ id: ShiftID) throws(Rejection) -> Shift {
    guard let shift = shifts[id] else { throw .unknownShift(id) }
    if shift.cancelled != nil { throw .shiftCancelled(id) }
    return shift
  }
}
