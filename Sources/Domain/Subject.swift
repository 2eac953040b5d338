/// What an event writes: exactly one of these. An undo refolds the subjects of what it takes back.
package enum Subject: Hashable, Sendable {
  case opening
  case person(PersonID)
  case activity(ActivityCode)
  case shift(ShiftID)
  case entry(EntryID)
  case year(Int)
  /// Whether a year is closed.
  case closing(Int)
  /// The imports of one source.
  case source(String)
  case centre(CentreID)
  case participants(ParticipantsID)
  case grant(GrantID)
  case sent(SentID)
}

extension Subject {
  var isClosing: Bool { if case .closing = self { true } else { false } }
}

extension Event {
  /// What happened outside the log, or is about lines and not about state, is never taken out of what
  /// stands: an undo that covers it is illegal, and passes it over.
  package var isFixed: Bool {
    switch self {
    case .ledgerOpened, .yearClosed, .yearApproved, .yearReopened, .reportSent, .undone, .redone:
      true
    default: false
    }
  }
}

extension Recorded {
  /// The subject of the event, or nil for undo and redo, which write no state of their own.
  ///
  /// - Parameters:
  ///   - shiftOf: the shift of a sign-up; nil when no line made that sign-up.
  ///   - entryOf: the entry of a claim; nil when no line made that claim.
  package func subject(
    shiftOf: (SignupID) -> ShiftID?, entryOf: (ClaimID) -> EntryID?
  ) -> Subject? {
    switch event {
    case .ledgerOpened: .opening
    case .personRegistered: .person(PersonID(seq: seq))
    case .activityAdded(let details), .activityChanged(let details): .activity(details.code)
    case .activityEnded(let code, _): .activity(code)
    case .shiftPlanned: .shift(ShiftID(seq: seq))
    case .shiftChanged(let shift, _), .shiftCancelled(let shift, _), .signupMade(let shift, _, _):
      .shift(shift)
    case .signupWithdrawn(let signup), .signupPromoted(let signup):
      shiftOf(signup).map { .shift($0) }
    case .hoursLogged: .entry(EntryID(seq: seq))
    case .hoursCorrected(let entry, _, _), .hoursApproved(let entry), .hoursUnapproved(let entry):
      .entry(entry)
    case .lateLogged: .entry(EntryID(seq: seq))
    case .lateCorrected(let entry, _, _): .entry(entry)
    case .importMade(let made): .source(made.source)
    case .yearSet(let settings): .year(settings.year)
    case .yearClosed(let closing): .closing(closing.year)
    case .yearApproved(let year, _, _, _), .yearReopened(let year, _, _): .closing(year)
    case .centreAdded: .centre(CentreID(seq: seq))
    case .centreChanged(let id, _): .centre(id)
    case .activityMarked(let code, _): .activity(code)
    case .participantsAdded: .participants(ParticipantsID(seq: seq))
    case .participantsCorrected(let id, _, _): .participants(id)
    case .grantAdded: .grant(GrantID(seq: seq))
    case .grantChanged(let id, _), .grantNoted(let id, _): .grant(id)
    case .hoursMarked(let entry, _), .hoursClaimed(let entry, _, _),
      .findingWaived(let entry, _, _):
      .entry(entry)
    case .claimReleased(let claim, _): entryOf(claim).map { .entry($0) }
    case .reportSent: .sent(SentID(seq: seq))
    case .undone, .redone: nil
    }
  }

  /// The content of an hour entry that the event sets, if it is such an event.
  package var hourContent: HourEntry? {
    switch event {
    case .hoursLogged(let content), .hoursCorrected(_, let content, _), .lateLogged(let content),
      .lateCorrected(_, let content, _):
      content
    default: nil
    }
  }

  /// The other subjects that `admits` looks at before it allows the event, besides its own. An event
  /// that sets hours also reads its person's day, by `hourContent`.
  var reads: [Subject] {
    var reads: [Subject] = [.person(by)]
    switch event {
    case .shiftPlanned(let activity, _): reads.append(.activity(activity))
    case .signupMade(_, let person, _): reads.append(.person(person))
    case .yearSet(let settings): reads.append(.closing(settings.year))
    case .participantsAdded(let content), .participantsCorrected(_, let content, _):
      reads.append(.activity(content.activity))
    case .grantNoted(_, .included(let activity, _)): reads.append(.activity(activity))
    case .grantNoted(_, .aimed(let goal)):
      if let activity = goal.activity { reads.append(.activity(activity)) }
    case .hoursClaimed(_, let grant, _): reads.append(.grant(grant))
    case .reportSent(let sent):
      if case .grant(let grant) = sent.scope { reads.append(.grant(grant)) }
    default: break
    }
    if let content = hourContent {
      reads.append(.activity(content.activity))
      reads.append(.closing(content.on.year))
      if let person = content.who.person { reads.append(.person(person)) }
      if let shift = content.shift { reads.append(.shift(shift)) }
    }
    return reads
  }
}
