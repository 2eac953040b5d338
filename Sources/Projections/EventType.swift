// The types of events by their storage names (events/README.md, section 4), to choose lines by.

package import Domain

/// The type of an event.
package enum EventType: String, CaseIterable, Sendable {
  case ledgerOpened = "ledger.opened"
  case personRegistered = "person.registered"
  case activityAdded = "activity.added"
  case activityChanged = "activity.changed"
  case activityEnded = "activity.ended"
  case shiftPlanned = "shift.planned"
  case shiftChanged = "shift.changed"
  case shiftCancelled = "shift.cancelled"
  case signupMade = "signup.made"
  case signupWithdrawn = "signup.withdrawn"
  case signupPromoted = "signup.promoted"
  case hoursLogged = "hours.logged"
  case hoursCorrected = "hours.corrected"
  case hoursApproved = "hours.approved"
  case hoursUnapproved = "hours.unapproved"
  case lateLogged = "late.logged"
  case lateCorrected = "late.corrected"
  case importMade = "import.made"
  case yearSet = "year.set"
  case yearClosed = "year.closed"
  case yearApproved = "year.approved"
  case yearReopened = "year.reopened"
  case centreAdded = "centre.added"
  case centreChanged = "centre.changed"
  case activityMarked = "activity.marked"
  case hoursMarked = "hours.marked"
  case participantsAdded = "participants.added"
  case participantsCorrected = "participants.corrected"
  case grantAdded = "grant.added"
  case grantChanged = "grant.changed"
  case grantIncluded = "grant.included"
  case grantAimed = "grant.aimed"
  case grantMoved = "grant.moved"
  case grantAnswered = "grant.answered"
  case grantBooked = "grant.booked"
  case hoursClaimed = "hours.claimed"
  case claimReleased = "claim.released"
  case findingWaived = "finding.waived"
  case reportSent = "report.sent"
  case undone = "event.undone"
  case redone = "event.redone"

  /// The type of an event.
  package init(_ event: Event) {
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
