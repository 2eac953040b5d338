// The history of one thing: the lines that shaped it, whether each stands, and who took it back when.

package import Domain

/// A line of a history, as it looks from the end of the log.
package struct HistoryLine: Hashable, Sendable {
  package let recorded: Recorded
  /// Whether it stands at the end of the log.
  package let stands: Bool
  /// What undid it and put it back, oldest first; empty for most lines.
  package let fate: [Turn]

  /// The undo that took it back, if it does not stand.
  package var undoneBy: Turn? { stands ? nil : fate.last }
}

/// The fold behind `show`: every line that has to do with one thing, in order.
package struct Trail: Projection {
  package let thing: Thing
  private var follower: Follower
  private var found: [(recorded: Recorded, stands: Bool, relation: Relation)] = []
  private var fates = Fates()

  package init(_ thing: Thing) {
    self.thing = thing
    follower = Follower(thing)
  }

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    fates.note(recorded)
    guard let relation = follower.relation(of: recorded) else { return }
    found.append((recorded, standing.stands(recorded.seq), relation))
  }

  /// Whether the log knows the thing.
  package var isKnown: Bool { found.contains { $0.relation == .shapes } }

  /// The lines that made and changed the thing (`.shapes`), or those that only name it, in order.
  package func lines(_ relation: Relation) -> [HistoryLine] {
    found.filter { $0.relation == relation }.map { line in
      HistoryLine(
        recorded: line.recorded, stands: line.stands, fate: fates.turns(of: line.recorded.seq))
    }
  }

  /// The thing as it is now, with what mentions it: a state of these standing lines alone.
  package var state: State {
    var state = State()
    for line in found where line.stands { state.evolve(line.recorded) }
    return state
  }
}

/// An undo or redo of a line.
package struct Turn: Hashable, Sendable {
  package let isUndo: Bool
  package let seq: Int
  package let by: PersonID
  package let at: Instant
  /// Why it was undone; never said of a redo.
  package let reason: Reason?
}

/// Every undo and redo of a log, to be asked about a line.
package struct Fates: Sendable {
  private var turns: [(lines: LineRanges, turn: Turn)] = []
  private var undos: [Int: LineRanges] = [:]

  package init() {}

  /// Takes note of the next line.
  package mutating func note(_ recorded: Recorded) {
    switch recorded.event {
    case .undone(let ranges, let reason):
      // One that names its own line or a later one is illegal and takes nothing.
      guard let last = ranges.last, last < recorded.seq else { return }
      undos[recorded.seq] = ranges
      turns.append((ranges, turn(recorded, isUndo: true, reason)))
    case .redone(let undo):
      if let ranges = undos[undo] { turns.append((ranges, turn(recorded, isUndo: false, nil))) }
    default: break
    }
  }

  /// Returns what undid a line and put it back, oldest first.
  package func turns(of seq: Int) -> [Turn] {
    turns.filter { $0.turn.seq > seq && $0.lines.contains(seq) }.map(\.turn)
  }

  private func turn(_ recorded: Recorded, isUndo: Bool, _ reason: Reason?) -> Turn {
    Turn(isUndo: isUndo, seq: recorded.seq, by: recorded.by, at: recorded.at, reason: reason)
  }
}

extension LineRanges {
  /// Whether a line is in the set.
  func contains(_ line: Int) -> Bool {
    // The ranges rise: the first that does not end before the line decides.
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < line { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].lowerBound <= line
  }
}
