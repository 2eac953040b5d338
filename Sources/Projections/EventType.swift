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
      case .undone: .undone
      case .redone: .redone
      }
  }
}
