// Every reason to refuse, as facts. Sentences are made where people read them.

/// Why an event or a command is not allowed.
package enum Rejection: Error, Hashable, Sendable {
  // The ledger
  case alreadyOpened
  case notOpened
  case badOrigin
  case badText(field: Field, TextRule.Fault)
  case commandUsed(CommandID, seq: Int)
  // Persons and activities
  case unknownPerson(PersonID)
  case codeTaken(ActivityCode)
  case unknownActivity(ActivityCode)
  case activityEnded(ActivityCode, on: Day)
  case repeatedText(field: Field, String)
  case nothingChanged
  case yearOutOfRange(Int)
  case divisorOutOfRange(Int)
  case rateOutOfRange(Int)
  // Shifts and sign-ups
  case unknownShift(ShiftID)
  case shiftCancelled(ShiftID)
  case placesOutOfRange(Int)
  case placesBelowTaken(ShiftID, taken: Int)
  case unknownSignup(SignupID)
  case alreadySignedUp(PersonID, ShiftID)
  case notSignedUp(PersonID, ShiftID)
  case signupWithdrawn(SignupID)
  case waitingThoughFree(ShiftID)
  case shiftFull(ShiftID)
  case notWaiting(SignupID)
  case notNextInLine(SignupID, next: SignupID)
  case placeLeftEmpty(ShiftID, waiting: SignupID)
  // Hours
  case unknownEntry(EntryID)
  case futureDay(Day, today: Day)
  case minutesOutOfRange(Int, limit: Int)
  case headcountOutOfRange(Int)
  case dayOver24Hours(PersonID, Day, minutes: Int)
  case startNeedsDay
  case shiftNeedsDay
  case shiftOfOtherActivity(ShiftID, activity: ActivityCode)
  case alreadyApproved(EntryID)
  case notApproved(EntryID)
  case shiftNotOver(ShiftID, ends: Instant)
  // Closed years
  /// The year is closed by the line `closing`.
  case yearClosed(Int, closing: Int)
  case yearNotClosed(Int)
  case yearNotOver(Int, today: Day)
  /// A late correction stays within the closed year.
  case lateKeepsYear(EntryID, year: Int)
  case otherClosing(Int, closing: Int)
  case yearApproved(Int, on: Day)
  /// No annual meeting approves a year that is not over.
  case approvedTooEarly(Day, year: Int)
  case badAcceptance
  // Imports
  /// Another import of the source is the newest one.
  case sourceMoved(String, newest: ImportID?)
  case badTable
  /// An import begins its transaction.
  case importNotFirst
  /// An import and its rows go together.
  case importInPart(ImportID)
  // Grants, participants, claims
  case unknownCentre(CentreID)
  /// Not an organisation number: nine digits with a control digit.
  case badOrganisationNumber(String)
  case unknownGrant(GrantID)
  case unknownParticipants(ParticipantsID)
  case unknownClaim(ClaimID)
  case grantEndsBefore(from: Day, to: Day)
  /// Age bands overlap, or are not in order.
  case agesOverlap(AgeBand, AgeBand)
  case shareOutOfRange(Int)
  case amountOutOfRange(Int)
  /// A line of the accounts has a day, and one of the budget has none.
  case dayNotInBudget
  case accountsNeedDay
  /// An income says where it comes from, and a cost does not.
  case fundingOfIncome
  case wrongStep(GrantID, from: GrantStatus, to: GrantStatus)
  case participantsOutOfRange(Int)
  /// A mark that belongs to entries, to activities, or never to a grant's exceptions; or one that is
  /// there twice, or out of order.
  case markNotHere(WorkMark)
  case notApprovedYet(EntryID)
  /// The grant takes no more claims.
  case grantTakesNone(GrantID, GrantStatus)
  /// The entry is of another time, or of an activity that is not the grant's.
  case outsideGrant(EntryID, GrantID, from: Day, to: Day)
  case activityNotOfGrant(ActivityCode, GrantID)
  /// An hour that was paid is nobody's own contribution.
  case paidHours(EntryID)
  case excludedWork(EntryID, WorkMark, GrantID)
  /// Too little is left of an entry; `first` is the claim that has the rest.
  case claimTaken(EntryID, first: ClaimID, of: GrantID, left: Int)
  /// What a claim stands on cannot be taken away beneath it.
  case claimed(EntryID, by: ClaimID, of: GrantID)
  /// A report is computed from lines above its own, to the end of a whole transaction.
  case sentBeyondLog(size: Int)
  case badFinding(String)
  case alreadyWaived(EntryID, finding: String)
  // Undo and redo
  case nothingToUndo
  case nothingToRedo
  case othersWroteSince(own: Int, others: [Author])
  case undoneByOther(line: Int, by: PersonID)
  case noSuchLine(Int)
  case alreadyUndone(seq: Int)
  case neverUndoable(seq: Int)
  case undoAndOthersTogether(line: Int)
  case neededBy([Dependent])
  case standsAgain(line: Int)
  case notAnUndo(line: Int)
  // Clock
  case clockBehind(now: Instant, last: Instant)
  case clockAhead(now: Instant, last: Instant)

  package enum Field: String, Sendable {
    case name, alias, group, sector, recipient, voucher, source
    case funder, scheme, project, profile, rules, kind, post, to
  }

  /// Somebody who wrote a line.
  package struct Author: Hashable, Sendable {
    package let person: PersonID
    package let seq: Int

    package init(person: PersonID, seq: Int) {
      self.person = person
      self.seq = seq
    }
  }
}

/// A later event that stands only because of the one that is to be undone.
package struct Dependent: Hashable, Sendable {
  package let seq: Int
  /// Why it would no longer be allowed; a rejection of an ordinary event.
  package let why: Why

  /// A box, since a rejection may hold dependents.
  package indirect enum Why: Hashable, Sendable { case because(Rejection) }

  package init(seq: Int, because rejection: Rejection) {
    self.seq = seq
    why = .because(rejection)
  }

  package var rejection: Rejection {
    switch why {
    case .because(let rejection): rejection
    }
  }
}
