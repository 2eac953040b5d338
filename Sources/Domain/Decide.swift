// From a command to events. Pure: the same ledger, command and stamp give the same events for ever.
// What is emitted is admitted first, so that legality has one place.

extension Ledger {
  /// Returns the events that carry the command out, or throws why not.
  package func decide(_ command: Command, _ stamp: Stamp) throws(Rejection) -> Decision {
    if let earlier = history.transaction(of: stamp.command) {
      throw .commandUsed(stamp.command, seq: earlier.lines.lowerBound)
    }
    if case .undo(let lines, let reason, let cascade) = command {
      return try decideUndo(lines, reason, cascade: cascade, stamp)
    }
    if case .undoNewest(let reason) = command { return try decideUndoNewest(reason, stamp) }
    if case .redo(let line) = command { return try decideRedo(ofUndoAt: line, stamp) }
    if case .redoNewest = command { return try decideRedoNewest(stamp) }
    var draft = Draft(of: self, stamp)
    try draft.carryOut(command)
    if draft.events.isEmpty { throw .nothingChanged }
    return Decision(events: draft.events, warnings: draft.warnings)
  }

  /// Returns the transaction that an earlier run of the same command wrote; nil if there was none.
  /// The earlier run is decided again in the ledger it was decided in, so "the same" is exact.
  ///
  /// Throws `commandUsed` if the id was used for something else.
  package func earlierRun(
    of command: Command, _ stamp: Stamp
  ) throws(Rejection) -> History.Transaction? {
    guard let earlier = history.transaction(of: stamp.command) else { return nil }
    let before = Ledger(history.log.prefix(earlier.lines.lowerBound - 1))
    let written = history.log[(earlier.lines.lowerBound - 1)..<earlier.lines.upperBound]
    let again = Stamp(at: earlier.at, by: stamp.by, command: stamp.command)
    let decision = try? before.decide(command, again)
    guard earlier.by == stamp.by, decision?.events == written.map(\.event) else {
      throw .commandUsed(stamp.command, seq: earlier.lines.lowerBound)
    }
    return earlier
  }
}

/// A transaction in the making.
struct Draft {
  private(set) var events: [Event] = []
  private(set) var warnings: [Warning] = []
  /// The state with every emitted event but the last: a command of one event copies nothing.
  private var settled: State
  private var pending: Recorded?
  /// The ledger as it was before.
  private let ledger: Ledger
  private var next: Int
  private let stamp: Stamp

  init(of ledger: Ledger, _ stamp: Stamp) {
    settled = ledger.state
    self.ledger = ledger
    next = ledger.history.count + 1
    self.stamp = stamp
  }

  private var isOpen: Bool { ledger.history.count > 0 }

  /// The number of the line that the next event will be.
  var nextLine: Int { next }
  var moment: Instant { stamp.at }

  /// The state after all that was emitted.
  var state: State {
    mutating get {
      if let pending { settled.evolve(pending) }
      pending = nil
      return settled
    }
  }

  mutating func emit(_ event: Event) throws(Rejection) {
    let recorded = line(event, at: next)
    try state.admits(recorded)
    if case .importMade = event, !events.isEmpty { throw .importNotFirst }
    if case .reportSent(let sent) = event { try ledger.history.checkSize(of: sent) }
    events.append(event)
    pending = recorded
    next += 1
  }

  /// A line of the transaction, to which more may come.
  private func line(_ event: Event, at seq: Int) -> Recorded {
    Recorded(seq: seq, at: stamp.at, by: stamp.by, command: stamp.command, left: 1, event: event)
  }

  mutating func warn(_ warning: Warning) {
    if !warnings.contains(warning) { warnings.append(warning) }
  }

  mutating func carryOut(_ command: Command) throws(Rejection) {
    if case .open(let opened, let founder) = command {
      if isOpen { throw .alreadyOpened }
      try emit(.ledgerOpened(opened))
      return try emit(.personRegistered(founder))
    }
    if !isOpen && events.isEmpty { throw .notOpened }
    switch command {
    case .registerPersons(let persons):
      for person in persons { try emit(.personRegistered(person)) }
    case .addActivity(let details): try emit(.activityAdded(details))
    case .changeActivity(let details): try emit(.activityChanged(details))
    case .endActivity(let code, let day): try emit(.activityEnded(code: code, on: day))
    case .planShift(let activity, let plan):
      try emit(.shiftPlanned(activity: activity, plan: plan))
    case .changeShift(let shift, let plan):
      try emit(.shiftChanged(shift: shift, plan: plan))
      try promote(shift)
    case .cancelShift(let shift, let reason):
      try emit(.shiftCancelled(shift: shift, reason: reason))
    case .signUp(let persons, let shift): try signUp(persons, shift)
    case .withdraw(let persons, let shift): try withdraw(persons, shift)
    case .logHours(let entries):
      for content in entries { try log(content) }
    case .correctHours(let entry, let content, let reason):
      warnAbout(content, except: entry)
      try emit(.hoursCorrected(entry: entry, content: content, reason: reason))
    case .approve(let entries):
      for entry in entries { try emit(.hoursApproved(entry)) }
    case .unapprove(let entries):
      for entry in entries { try emit(.hoursUnapproved(entry)) }
    case .setYear(let settings): try emit(.yearSet(settings))
    case .logLate(let entries):
      for content in entries {
        warnAbout(content, except: nil)
        try emit(.lateLogged(content))
      }
    case .correctLate(let entry, let content, let reason):
      warnAbout(content, except: entry)
      try emit(.lateCorrected(entry: entry, content: content, reason: reason))
    case .noteImport(let made): try emit(.importMade(made))
    case .takeBack(let entries, let reason): try takeBack(entries, reason)
    case .closeYear(let closing): try emit(.yearClosed(closing))
    case .approveYear(let year, let day):
      guard let closed = state.closings[year] else { throw .yearNotClosed(year) }
      let closedOn = closed.at.osloDay
      if day < closedOn { warn(.approvedBeforeClosing(day, closed: closedOn)) }
      try emit(
        .yearApproved(year: year, closing: closed.seq, digest: closed.content.digest, on: day))
    case .reopenYear(let year, let reason, let note):
      try emit(.yearReopened(year: year, reason: reason, note: note))
    case .addCentre(let details): try emit(.centreAdded(details))
    case .changeCentre(let id, let details): try emit(.centreChanged(id, details))
    case .markActivity(let code, let marks): try emit(.activityMarked(code, WorkMark.list(marks)))
    case .markHours(let entries, let marks):
      for entry in entries { try emit(.hoursMarked(entry, WorkMark.list(marks))) }
    case .addParticipants(let counts):
      for content in counts { try emit(.participantsAdded(content)) }
    case .correctParticipants(let id, let content, let reason):
      try emit(.participantsCorrected(id, content: content, reason: reason))
    case .addGrant(var details):
      details.excluded = WorkMark.list(details.excluded)
      try emit(.grantAdded(details))
    case .changeGrant(let id, var details):
      details.excluded = WorkMark.list(details.excluded)
      try emit(.grantChanged(id, details))
    case .noteGrant(let id, let facts):
      for fact in facts { try emit(.grantNoted(id, fact)) }
    case .claim(let entries, let grant, let minutes): try claim(entries, grant, minutes)
    case .release(let claims, let reason):
      for claim in claims { try emit(.claimReleased(claim, reason: reason)) }
    case .waive(let entries, let finding, let reason):
      for entry in entries { try emit(.findingWaived(entry, finding: finding, reason: reason)) }
    case .noteSent(let sent): try emit(.reportSent(sent))
    case .all(let commands):
      for command in commands { try carryOut(command) }
    case .open, .undo, .undoNewest, .redo, .redoNewest:
      // An undo is about whole lines of the log, so it is a transaction of its own.
      throw .undoAndOthersTogether(line: next)
    }
  }

  /// Takes entries back, with what was said of them. Which lines that is, and who needs them, is asked
  /// of the ledger as it is with all that the transaction has done so far.
  private mutating func takeBack(_ entries: [EntryID], _ reason: Reason?) throws(Rejection) {
    if entries.isEmpty { return }
    var now = ledger
    for (index, event) in events.enumerated() {
      now.apply(line(event, at: ledger.history.count + 1 + index))
    }
    for event in try now.takingBack(entries, reason) {
      now.apply(line(event, at: next))
      try emit(event)
    }
    (settled, pending) = (now.state, nil)
  }

  /// Claims what is asked for, or what other claims have left.
  private mutating func claim(
    _ entries: [EntryID], _ grant: GrantID, _ minutes: Int?
  ) throws(Rejection) {
    for id in entries {
      let left = state.entries[id].map { $0.content.minutes - $0.claimedMinutes }
      // Nothing left is refused by `admits`, which names the claim that has it.
      try emit(.hoursClaimed(id, grant: grant, minutes: minutes ?? max(left ?? 1, 1)))
    }
  }

  private mutating func log(_ content: HourEntry) throws(Rejection) {
    warnAbout(content, except: nil)
    try emit(.hoursLogged(content))
  }
}
