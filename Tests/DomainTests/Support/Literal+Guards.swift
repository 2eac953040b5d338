// What an undo and a redo may not reach, by definition: the years that are closed, halves of imports,
// and where an entry stands beneath a claim. As slow as `Literal`.

import Domain

extension Literal {
  /// The refusals of an undo or a redo that would change what the lines above a closing say.
  static func frozen(
    _ ledger: Ledger, removing: Set<Int> = [], restoring: Set<Int> = []
  ) -> [Rejection] {
    let log = ledger.history.log
    let undone = undoneLines(log)
    return ledger.state.closings.values.compactMap { closed in
      let (year, above) = (closed.content.year, log.prefix(closed.seq - 1))
      let now = unjudged(above) { !undone.contains($0) }
      let then = unjudged(above) {
        restoring.contains($0) || !undone.contains($0) && !removing.contains($0)
      }
      let isSet = above.contains {
        guard case .yearSet(let settings) = $0.event, settings.year == year else { return false }
        return removing.contains($0.seq) || restoring.contains($0.seq)
      }
      let isChanged = hours(of: year, in: now) != hours(of: year, in: then)
      return isSet || isChanged ? .yearClosed(year, closing: closed.seq) : nil
    }
  }

  /// The fold of some lines, whether they are allowed or not.
  static func unjudged(_ log: ArraySlice<Recorded>, _ stands: (Int) -> Bool) -> State {
    var state = State()
    for recorded in log where stands(recorded.seq) { state.evolve(recorded) }
    return state
  }

  static func hours(of year: Int, in state: State) -> [EntryID: HourEntry] {
    state.entries.mapValues(\.content).filter { $0.value.on.year == year }
  }

  /// The lines, and for each import among them all that stands of its transaction.
  static func whole(_ lines: Set<Int>, _ ledger: Ledger) -> Set<Int> {
    let imports = lines.filter { isImport($0, ledger) }
    return lines.union(
      imports.flatMap { line in
        parts(of: line, ledger).filter { ledger.history.stands($0) && ledger.isUndoable($0) }
      })
  }

  /// The lines without the persons and activities that an import of hours among them added.
  static func hoursOnly(_ lines: Set<Int>, _ ledger: Ledger) -> Set<Int> {
    let beside = lines.flatMap { line -> [Int] in
      guard case .importMade(let made)? = ledger.history[line]?.event,
        made.kind == .hours || made.kind == .table
      else { return [] }
      return parts(of: line, ledger).filter {
        switch ledger.history[$0]?.event {
        case .personRegistered, .activityAdded: true
        default: false
        }
      }
    }
    return lines.subtracting(beside)
  }

  /// The first import that would go without one of its hours.
  static func halved(_ ledger: Ledger, removing: Set<Int>) -> Rejection? {
    let halved = removing.sorted().first { line in
      isImport(line, ledger)
        && parts(of: line, ledger).contains {
          isHours($0, ledger) && ledger.history.stands($0) && !removing.contains($0)
        }
    }
    return halved.map { .importInPart(ImportID(seq: $0)) }
  }

  /// The import of the first hours that would come back without it.
  static func halved(_ ledger: Ledger, restoring: Set<Int>) -> Rejection? {
    for line in restoring.sorted() where isHours(line, ledger) {
      let made = parts(of: line, ledger).first { isImport($0, ledger) }
      if let made, !ledger.history.stands(made), !restoring.contains(made) {
        return .importInPart(ImportID(seq: made))
      }
    }
    return nil
  }

  /// The refusals of an undo or a redo that would move an entry beneath a claim that stays.
  static func moved(
    _ ledger: Ledger, removing: Set<Int> = [], restoring: Set<Int> = []
  ) -> [Rejection] {
    let now = unjudged(ledger.history.log)
    let then = Literal(ledger.history.log, removing: removing, restoring: restoring).state
    return movedBeneathClaims(from: now, to: then)
  }

  /// The claims that stand in both states, on entries that the two put elsewhere.
  static func movedBeneathClaims(from before: State, to after: State) -> [Rejection] {
    before.entries.values.compactMap { entry in
      guard let other = after.entries[entry.id],
        let stays = entry.claims.first(where: other.claims.contains)
      else { return nil }
      let isMoved =
        entry.content.activity != other.content.activity || entry.content.on != other.content.on
      return isMoved ? .claimed(entry.id, by: stays.id, of: stays.grant) : nil
    }
  }

  private static func parts(of line: Int, _ ledger: Ledger) -> [Int] {
    ledger.history.transactions.first { $0.lines.contains(line) }.map { Array($0.lines) } ?? []
  }

  private static func isImport(_ line: Int, _ ledger: Ledger) -> Bool {
    if case .importMade? = ledger.history[line]?.event { true } else { false }
  }

  private static func isHours(_ line: Int, _ ledger: Ledger) -> Bool {
    switch ledger.history[line]?.event {
    case .hoursLogged, .lateLogged: true
    default: false
    }
  }
}
