/// What one may ask of a ledger, in the imperative. Ids that do not exist yet are the numbers of the
/// lines that will be written.
package enum Command: Sendable {
  /// Opens a new ledger, with its first coordinator.
  case open(LedgerOpened, founder: PersonRegistered)
  case registerPersons([PersonRegistered])
  case addActivity(ActivityDetails)
  case changeActivity(ActivityDetails)
  case endActivity(ActivityCode, on: Day)
  case planShift(ActivityCode, ShiftPlan)
  case changeShift(ShiftID, ShiftPlan)
  case cancelShift(ShiftID, Reason)
  /// Signs people up in the order given: to a place while there is one, then to the waiting list.
  case signUp([PersonID], ShiftID)
  case withdraw([PersonID], ShiftID)
  case logHours([HourEntry])
  case correctHours(EntryID, HourEntry, Reason)
  case approve([EntryID])
  case unapprove([EntryID])
  case setYear(YearSettings)
  /// Hours of a closed year, kept beside its figures.
  case logLate([HourEntry])
  case correctLate(EntryID, HourEntry, Reason)
  /// Says where the commands that follow in the same transaction come from.
  case noteImport(ImportMade)
  /// Takes entries back inside a larger transaction: rows that are gone from an imported list.
  case takeBack([EntryID], Reason?)
  case closeYear(YearClosing)
  /// The annual meeting has approved the year as it is closed.
  case approveYear(Int, on: Day)
  case reopenYear(Int, Reason, note: String?)
  case addCentre(CentreDetails)
  case changeCentre(CentreID, CentreDetails)
  case markActivity(ActivityCode, [WorkMark])
  case markHours([EntryID], [WorkMark])
  case addParticipants([ParticipantCount])
  case correctParticipants(ParticipantsID, ParticipantCount, Reason)
  case addGrant(GrantDetails)
  case changeGrant(GrantID, GrantDetails)
  /// Says more of a grant.
  case noteGrant(GrantID, [GrantFact])
  /// Gives minutes of entries to a grant; nil: what is left of each.
  case claim([EntryID], GrantID, minutes: Int?)
  case release([ClaimID], Reason)
  case waive([EntryID], finding: String, AcceptReason)
  case noteSent(SentReport)
  /// Takes back the author's own newest standing transaction.
  case undoNewest(Reason?)
  /// Takes back single lines; with `cascade`, also what needs them.
  case undo([Int], Reason?, cascade: Bool)
  /// Takes back the newest undo.
  case redoNewest
  /// Takes back an undo by its line.
  case redo(Int)
  /// Several commands as one transaction, each decided after the one before.
  case all([Command])
}

/// When, by whom and under which id a command is carried out: the envelope of its events.
package struct Stamp: Hashable, Sendable {
  package var at: Instant
  package var by: PersonID
  package var command: CommandID

  package init(at: Instant, by: PersonID, command: CommandID) {
    self.at = at
    self.by = by
    self.command = command
  }
}

/// What a command comes to.
package struct Decision: Equatable, Sendable {
  /// The events to append, all or none; never empty.
  package var events: [Event]
  package var warnings: [Warning]

  package init(events: [Event], warnings: [Warning] = []) {
    self.events = events
    self.warnings = warnings
  }

  /// Returns the events in their envelopes, to follow a log of `count` lines.
  package func recorded(after count: Int, _ stamp: Stamp) -> [Recorded] {
    events.enumerated().map { index, event in
      Recorded(
        seq: count + 1 + index, at: stamp.at, by: stamp.by, command: stamp.command,
        left: events.count - 1 - index, event: event)
    }
  }
}

/// What is allowed, but worth a second look.
package enum Warning: Hashable, Sendable {
  /// One person in two places at once; `other` is nil when both are in the same command.
  case overlap(PersonID, Day, other: EntryID?)
  /// The same person, activity, day and minutes as another entry, with no times to tell them apart;
  /// `other` is nil when both are in the same command.
  case looksDouble(PersonID, Day, other: EntryID?)
  /// Hours on a shift that was cancelled.
  case onCancelledShift(ShiftID)
  /// What an import had taken back stays taken back though the import is undone: the line to put back.
  case stillTakenBack(line: Int)
  /// The meeting was before the year was closed here: what it approved bore another digest, or none.
  case approvedBeforeClosing(Day, closed: Day)
}
