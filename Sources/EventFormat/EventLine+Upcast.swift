package import Domain

// The table of known types and their versions. Whatever is not in it is `type-unknown`: refused,
// never guessed.
//
// How the first real change of an event is made, say to `hours.logged`:
//   1. Its description in EventFields (version 1) stays as it is, renamed `hoursVersion1`, and reads
//      into a struct of its own that is frozen with it.
//   2. The new description is written beside it and reads into the type of Domain.
//   3. `version` below says 2, and `EventKind.init` accepts 1 and 2; `EventFields.scan` reads version 1
//      by its own description and passes the value through one small function, `upcast(_:)` below,
//      that says what version 1 meant in terms of version 2. A step is never edited once shipped, and
//      version 3 adds a step from 2, not from 1.
//   4. Only the current version is ever written. Nothing is re-encoded: the bytes of old lines are
//      what was hashed, and they stay.

/// The types of event that this version of the format knows.
enum EventKind: CaseIterable {
  // The most frequent first: reading tries them in this order.
  case hoursLogged, hoursApproved, signupMade, signupWithdrawn, signupPromoted
  case shiftPlanned, shiftChanged, shiftCancelled, hoursCorrected, hoursUnapproved
  case personRegistered, activityAdded, activityChanged, activityEnded
  case lateLogged, lateCorrected, importMade
  case hoursClaimed, claimReleased, hoursMarked, participantsAdded, participantsCorrected
  case grantAdded, grantChanged, grantIncluded, grantAimed, grantMoved, grantAnswered, grantBooked
  case activityMarked, findingWaived, reportSent, centreAdded, centreChanged
  case yearSet, yearClosed, yearApproved, yearReopened, undone, redone, ledgerOpened

  /// The value of the key `type`.
  var name: StaticString {
    switch self {
    case .ledgerOpened: "ledger.opened"
    case .personRegistered: "person.registered"
    case .activityAdded: "activity.added"
    case .activityChanged: "activity.changed"
    case .activityEnded: "activity.ended"
    case .shiftPlanned: "shift.planned"
    case .shiftChanged: "shift.changed"
    case .shiftCancelled: "shift.cancelled"
    case .signupMade: "signup.made"
    case .signupWithdrawn: "signup.withdrawn"
    case .signupPromoted: "signup.promoted"
    case .hoursLogged: "hours.logged"
    case .hoursCorrected: "hours.corrected"
    case .hoursApproved: "hours.approved"
    case .hoursUnapproved: "hours.unapproved"
    case .lateLogged: "late.logged"
    case .lateCorrected: "late.corrected"
    case .importMade: "import.made"
    case .yearSet: "year.set"
    case .yearClosed: "year.closed"
    case .yearApproved: "year.approved"
    case .yearReopened: "year.reopened"
    case .centreAdded: "centre.added"
    case .centreChanged: "centre.changed"
    case .activityMarked: "activity.marked"
    case .hoursMarked: "hours.marked"
    case .participantsAdded: "participants.added"
    case .participantsCorrected: "participants.corrected"
    case .grantAdded: "grant.added"
    case .grantChanged: "grant.changed"
    case .grantIncluded: "grant.included"
    case .grantAimed: "grant.aimed"
    case .grantMoved: "grant.moved"
    case .grantAnswered: "grant.answered"
    case .grantBooked: "grant.booked"
    case .hoursClaimed: "hours.claimed"
    case .claimReleased: "claim.released"
    case .findingWaived: "finding.waived"
    case .reportSent: "report.sent"
    case .undone: "event.undone"
    case .redone: "event.redone"
    }
  }

  /// The version that is written, and so far the only one that is read.
  var version: Int { 1 }

  init(of event: Event) {
    self =
      switch event {
      case .ledgerOpened: .ledgerOpened
      case .personRegistered: .personRegistered
      case .activityAdded: .activityAdded
      case .activityChanged: .activityChanged
      case .activityEnded: .activityEnded
      case .shiftPlanned: .shiftPlanned
      case .shiftChanged: .shiftChanged
      case .shiftCancelled: .shiftCancelled
      case .signupMade: .signupMade
      case .signupWithdrawn: .signupWithdrawn
      case .signupPromoted: .signupPromoted
      case .hoursLogged: .hoursLogged
      case .hoursCorrected: .hoursCorrected
      case .hoursApproved: .hoursApproved
      case .hoursUnapproved: .hoursUnapproved
      case .lateLogged: .lateLogged
      case .lateCorrected: .lateCorrected
      case .importMade: .importMade
      case .yearSet: .yearSet
      case .yearClosed: .yearClosed
      case .yearApproved: .yearApproved
      case .yearReopened: .yearReopened
      case .centreAdded: .centreAdded
      case .centreChanged: .centreChanged
      case .activityMarked: .activityMarked
      case .hoursMarked: .hoursMarked
      case .participantsAdded: .participantsAdded
      case .participantsCorrected: .participantsCorrected
      case .grantAdded: .grantAdded
      case .grantChanged: .grantChanged
      case .hoursClaimed: .hoursClaimed
      case .claimReleased: .claimReleased
      case .findingWaived: .findingWaived
      case .reportSent: .reportSent
      case .grantNoted(_, .included): .grantIncluded
      case .grantNoted(_, .aimed): .grantAimed
      case .grantNoted(_, .moved): .grantMoved
      case .grantNoted(_, .answered): .grantAnswered
      case .grantNoted(_, .booked): .grantBooked
      case .undone: .undone
      case .redone: .redone
      }
  }
}

extension EventLine {
  /// Returns the name that an event has in the log: `hours.logged`.
  package static func type(of event: Event) -> String { EventKind(of: event).name.description }

  /// Every type that this version knows, with the version of its data that is written.
  package static var knownTypes: [(name: String, version: Int)] {
    EventKind.allCases.map { ($0.name.description, $0.version) }
  }
}
