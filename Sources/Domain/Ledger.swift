// State and history together: the fold of the standing events, kept up to date line by line.
//
// Invariants, checked by the tests after every step:
// 1. `state` equals the literal fold: a new State given every standing event in order.
// 2. Every standing event is admitted by the fold of the standing events before it.
// 3. Between transactions nobody waits while a place is free (`Shift.isSettled`).

/// A ledger in memory.
package struct Ledger: Sendable {
  package private(set) var state = State()
  package private(set) var history = History()

  package init() {}

  /// Folds a log that was checked before, lines in order.
  package init(_ log: some Sequence<Recorded>) {
    for recorded in log { apply(recorded) }
  }

  /// Takes in the next line, which must have been allowed.
  package mutating func apply(_ recorded: Recorded) {
    history.append(recorded)
    switch recorded.event {
    case .undone:
      // A line that was not checked may speak of lines that do not exist; the fold judges nothing.
      if let ranges = history.taken(byUndoAt: recorded.seq) { set(ranges, standing: false) }
    case .redone(let undo):
      if let ranges = history.taken(byUndoAt: undo) { set(ranges, standing: true) }
    default:
      state.evolve(recorded)
    }
  }

  /// Throws why the next line may not follow: what audit asks of every line at its own moment.
  package func check(_ recorded: Recorded) throws(Rejection) {
    let isFirst = history.count == 0
    switch recorded.event {
    case .ledgerOpened: if !isFirst { throw .alreadyOpened }
    default: if isFirst { throw .notOpened }
    }
    // By its first line one knows of a transaction that it is an import, and which rows came with it.
    if case .importMade = recorded.event, let last = history.last, last.left > 0 {
      throw .importNotFirst
    }
    try state.admits(recorded)
    switch recorded.event {
    case .undone(let ranges, _): try checkUndo(of: ranges)
    case .redone(let undo): try checkRedo(of: undo)
    case .reportSent(let sent): try history.checkSize(of: sent)
    default: break
    }
  }

  /// Returns what is wrong with the transaction from line `first` to the end as a whole, or nil:
  /// somebody waits while a place is free, or who recorded it is not registered (a founder who never
  /// was, or somebody who undid the own registration).
  package func unsettled(since first: Int) -> Rejection? {
    if let last = history.last, state.persons[last.by] == nil { return .unknownPerson(last.by) }
    var shifts: Set<ShiftID> = []
    for recorded in history.log.dropFirst(first - 1) {
      for subject in subjects(of: recorded) {
        if case .shift(let shift) = subject { shifts.insert(shift) }
      }
    }
    for id in shifts.sorted() {
      if let shift = state.shifts[id], !shift.isSettled, let waiting = shift.firstWaiting {
        return .placeLeftEmpty(id, waiting: waiting.id)
      }
    }
    return nil
  }

  /// The subjects whose state a line changes, through undo and redo too.
  func subjects(of recorded: Recorded) -> Set<Subject> {
    switch recorded.event {
    case .undone:
      return history.taken(byUndoAt: recorded.seq).map(subjects) ?? []
    case .redone(let undo):
      return history.taken(byUndoAt: undo).map(subjects) ?? []
    default:
      return history.subject(of: recorded).map { [$0] } ?? []
    }
  }

  private func subjects(of ranges: LineRanges) -> Set<Subject> {
    var subjects: Set<Subject> = []
    for seq in ranges.lines {
      if let recorded = history[seq], let subject = history.subject(of: recorded) {
        subjects.insert(subject)
      }
    }
    return subjects
  }

  /// Undo by replay: the subjects of the lines are folded anew from what stands of them.
  private mutating func set(_ ranges: LineRanges, standing: Bool) {
    history.set(ranges, standing: standing)
    for subject in subjects(of: ranges) {
      state.clear(subject)
      for seq in history.writers[subject] ?? [] where history.stands(seq) {
        if let recorded = history[seq] { state.evolve(recorded) }
      }
    }
  }

  // MARK: - Legality of undo and redo

  private func checkUndo(of ranges: LineRanges) throws(Rejection) {
    guard let last = ranges.last, last <= history.count else { throw .noSuchLine(ranges.last ?? 0) }
    for line in ranges.lines {
      if !history.stands(line) { throw .alreadyUndone(seq: line) }
      if !isUndoable(line) { throw .neverUndoable(seq: line) }
    }
    try checkFrozen(removing: Set(ranges.lines))
    try checkImports(removing: Set(ranges.lines))
    let dependents = dependents(removing: Set(ranges.lines), restoring: [])
    if !dependents.isEmpty { throw .neededBy(dependents) }
    try checkClaimed(removing: Set(ranges.lines))
  }

  private func checkRedo(of undo: Int) throws(Rejection) {
    guard let ranges = history.taken(byUndoAt: undo) else { throw .notAnUndo(line: undo) }
    for line in ranges.lines where history.stands(line) { throw .standsAgain(line: line) }
    try checkFrozen(restoring: Set(ranges.lines))
    try checkImports(restoring: Set(ranges.lines))
    let dependents = dependents(removing: [], restoring: Set(ranges.lines))
    if !dependents.isEmpty { throw .neededBy(dependents) }
    try checkClaimed(restoring: Set(ranges.lines))
  }

  /// What happened outside the log is not undone in it: the opening and who founded it, a closing, its
  /// approval, a reopening, a report that was sent. An undo is taken back by redo.
  package func isUndoable(_ seq: Int) -> Bool {
    guard let recorded = history[seq] else { return false }
    switch recorded.event {
    case let event where event.isFixed: return false
    default: return seq > history.transactions.first?.lines.upperBound ?? Int.max
    }
  }
}
