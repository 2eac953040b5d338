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
      // What such a transaction took back itself is put back by its own line.
      let standing = transaction.lines.filter { history.stands($0) && !isUndo($0) }
      if standing.isEmpty { continue }
      if let fixed = standing.first(where: { !isUndoable($0) }) {
        throw fixed == 1 ? .nothingToUndo : .neverUndoable(seq: fixed)
      }
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
    removing.formUnion(removing.flatMap(partsOfImport))
    try checkFrozen(removing: removing)
    var needing = dependents(removing: removing, restoring: [])
    if !needing.isEmpty, !cascade {
      // Whom an import of hours registered may have done more since: then they stay.
      let hoursOnly = removing.subtracting(removing.flatMap(besideHours))
      if hoursOnly.count < removing.count,
        dependents(removing: hoursOnly, restoring: []).isEmpty
      {
        removing = hoursOnly
        needing = []
      }
    }
    while !needing.isEmpty {
      if !cascade { throw .neededBy(needing) }
      for dependent in needing {
        if !isUndoable(dependent.seq) { throw .neededBy([dependent]) }
        removing.insert(dependent.seq)
      }
      // An import that falls is taken back whole, and somebody may need its rows.
      removing.formUnion(needing.flatMap { partsOfImport($0.seq) })
      needing = dependents(removing: removing, restoring: [])
    }
    try checkFrozen(removing: removing)
    try checkImports(removing: removing)
    try checkClaimed(removing: removing)
    var decision = try settle(undoEvents(removing, reason), stamp)
    decision.warnings = takenInside(removing).map { .stillTakenBack(line: $0) }
    return decision
  }

  /// The undos inside imports that go: what these took back is put back by their own lines.
  private func takenInside(_ removing: Set<Int>) -> [Int] {
    removing.sorted().flatMap { line -> [Int] in
      guard case .importMade? = history[line]?.event else { return [] }
      return history.transaction(of: line).map { Array($0.lines) } ?? []
    }.filter { line in
      history.taken(byUndoAt: line)?.lines.allSatisfy { !history.stands($0) } ?? false
    }
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
    try checkFrozen(restoring: restoring)
    try checkImports(restoring: restoring)
    let needing = dependents(removing: [], restoring: restoring)
    if !needing.isEmpty { throw .neededBy(needing) }
    try checkClaimed(restoring: restoring)
    // The parts of a large undo go from the newest lines to the oldest; back again the other way.
    return try settle(undos.reversed().map { .redone(undone: $0) }, stamp)
  }

  private func isUndo(_ line: Int) -> Bool {
    switch history[line]?.event {
    case .undone, .redone: true
    default: false
    }
  }

  /// The standing lines that came with an import, if the line is one: it is taken back whole.
  private func partsOfImport(_ line: Int) -> [Int] {
    guard case .importMade? = history[line]?.event, let unit = history.transaction(of: line) else {
      return []
    }
    return unit.lines.filter { history.stands($0) && isUndoable($0) }
  }

  /// The persons and activities that an import of hours added on the way.
  private func besideHours(_ line: Int) -> [Int] {
    guard case .importMade(let made)? = history[line]?.event,
      made.kind == .hours || made.kind == .table
    else { return [] }
    return partsOfImport(line).filter { part in
      switch history[part]?.event {
      case .personRegistered, .activityAdded: true
      default: false
      }
    }
  }

  /// Returns the events that take entries back, with every standing line about them.
  func takingBack(_ entries: [EntryID], _ reason: Reason?) throws(Rejection) -> [Event] {
    var removing: Set<Int> = []
    for entry in entries {
      guard let taken = state.entries[entry] else { throw .unknownEntry(entry) }
      if let claim = taken.claims.first { throw .claimed(entry, by: claim.id, of: claim.grant) }
      removing.formUnion((history.writers[.entry(entry)] ?? []).filter(history.stands))
    }
    try checkFrozen(removing: removing)
    let needing = dependents(removing: removing, restoring: [])
    if !needing.isEmpty { throw .neededBy(needing) }
    return undoEvents(removing, reason)
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
