// Undo and redo. Undoing appends; the pair stays visible. Which later lines need the undone ones is
// `Dependents`; here is what people ask for: the newest of my own, single lines, the way back.

extension Ledger {
  /// Most ranges in one event: 1 500 pairs of sixteen digits stay below the longest line.
  static let rangesMax = 1_500

  /// Takes back the author's own newest standing transaction, unless somebody wrote after it.
  func decideUndoNewest(_ reason: Reason?, _ stamp: Stamp) throws(Rejection) -> Decision {
    var others: [Rejection.Author] = []
    for transaction in history.transactions.reversed() {
      guard transaction.by == stamp.by else {
        others.append(.init(person: transaction.by, seq: transaction.lines.lowerBound))
        continue
      }
      guard transaction.kind == .ordinary else { continue }
      let standing = transaction.lines.filter(history.stands)
      if standing.isEmpty { continue }
      guard standing.allSatisfy(isUndoable) else { throw .nothingToUndo }
      if !others.isEmpty {
        throw .othersWroteSince(own: transaction.lines.lowerBound, others: others.reversed())
      }
      return try decideUndo(Array(standing), reason, cascade: false, stamp)
    }
    throw .nothingToUndo
  }

  /// Takes back single lines. The line of an undo is put back; the line of a redo is undone again.
  func decideUndo(
    _ lines: [Int], _ reason: Reason?, cascade: Bool, _ stamp: Stamp
  ) throws(Rejection) -> Decision {
    if let single = Set(lines).count == 1 ? lines.first : nil {
      switch history[single]?.event {
      case .undone: return try decideRedo(ofUndoAt: single, stamp)
      case .redone(let undo):
        guard let ranges = history.taken(byUndoAt: undo) else { break }
        return try decideUndo(Array(ranges.lines), reason, cascade: cascade, stamp)
      default: break
      }
    }
    if lines.isEmpty { throw .nothingToUndo }
    var removing: Set<Int> = []
    for line in lines {
      guard let recorded = history[line] else { throw .noSuchLine(line) }
      switch recorded.event {
      case .undone, .redone: throw .undoAndOthersTogether(line: line)
      default: break
      }
      if !history.stands(line) { throw .alreadyUndone(seq: line) }
      if !isUndoable(line) { throw .neverUndoable(seq: line) }
      removing.insert(line)
    }
    let needing = dependents(removing: removing, restoring: [])
    if !needing.isEmpty {
      if !cascade { throw .neededBy(needing) }
      for dependent in needing {
        if !isUndoable(dependent.seq) { throw .neededBy([dependent]) }
        removing.insert(dependent.seq)
      }
    }
    return try settle(undoEvents(removing, reason), stamp)
  }

  /// Takes back the newest undo, unless somebody else made it.
  func decideRedoNewest(_ stamp: Stamp) throws(Rejection) -> Decision {
    guard let newest = history.redoable.last else { throw .nothingToRedo }
    if newest.by != stamp.by {
      throw .undoneByOther(line: newest.lines.lowerBound, by: newest.by)
    }
    return try decideRedo(ofUndoAt: newest.lines.lowerBound, stamp)
  }

  /// Puts back what the undo at a line took: its whole transaction, which is one unit.
  func decideRedo(ofUndoAt line: Int, _ stamp: Stamp) throws(Rejection) -> Decision {
    guard history.taken(byUndoAt: line) != nil, let unit = history.transaction(of: line) else {
      throw history[line] == nil ? .noSuchLine(line) : .notAnUndo(line: line)
    }
    let undos = unit.lines.filter { history.taken(byUndoAt: $0) != nil }
    var restoring: Set<Int> = []
    for undo in undos {
      guard let ranges = history.taken(byUndoAt: undo) else { continue }
      for seq in ranges.lines {
        if history.stands(seq) { throw .standsAgain(line: seq) }
        restoring.insert(seq)
      }
    }
    let needing = dependents(removing: [], restoring: restoring)
    if !needing.isEmpty { throw .neededBy(needing) }
    // The parts of a large undo go from the newest lines to the oldest; back again the other way.
    return try settle(undos.reversed().map { .redone(undone: $0) }, stamp)
  }

  /// Splits a large set so that each event fits a line, newest lines first, since what depends is
  /// later.
  private func undoEvents(_ lines: Set<Int>, _ reason: Reason?) -> [Event] {
    let ranges = LineRanges(lines).ranges
    return stride(from: 0, to: ranges.count, by: Self.rangesMax).reversed().compactMap { start in
      let part = Array(ranges[start..<min(start + Self.rangesMax, ranges.count)])
      return LineRanges(canonical: part).map { .undone(ranges: $0, reason: reason) }
    }
  }

  /// Throws if the ledger after the events would leave a place empty while somebody waits. The parts
  /// of a large undo are asked for one by one, since audit will: without a later withdrawal, say, an
  /// earlier sign-up may stand in the way.
  private func settle(_ events: [Event], _ stamp: Stamp) throws(Rejection) -> Decision {
    // Nobody puts the own registration back: the line must be allowed where it stands.
    if state.persons[stamp.by] == nil { throw .unknownPerson(stamp.by) }
    let decision = Decision(events: events)
    var after = self
    for recorded in decision.recorded(after: history.count, stamp) {
      if events.count > 1 { try after.check(recorded) }
      after.apply(recorded)
    }
    if let fault = after.unsettled(since: history.count + 1) { throw fault }
    return decision
  }
}
