// The definitions, word for word from events/README.md and as slow as they please: every line is read
// from the first, and nothing is remembered. The product is held against these.

import Domain

/// What a plain reading of a log says.
struct Literal {
  /// The fold of the standing events that are admitted where they stand.
  var state = State()
  /// Those that are not.
  var refused: [Dependent] = []

  /// Folds the standing events in order, without the lines `removing` and with those `restoring`.
  init(_ log: [Recorded], removing: Set<Int> = [], restoring: Set<Int> = []) {
    let undone = Self.undoneLines(log)
    for recorded in log {
      if removing.contains(recorded.seq) { continue }
      if undone.contains(recorded.seq) && !restoring.contains(recorded.seq) { continue }
      do {
        try state.admits(recorded)
        state.evolve(recorded)
      } catch {
        refused.append(Dependent(seq: recorded.seq, because: error))
      }
    }
  }

  /// The fold of the standing events, whether they are allowed or not.
  static func unjudged(_ log: [Recorded]) -> State {
    let undone = undoneLines(log)
    var state = State()
    for recorded in log where !undone.contains(recorded.seq) { state.evolve(recorded) }
    return state
  }

  /// An undo takes the events of its ranges out of what stands; a redo puts exactly those back.
  static func undoneLines(_ log: [Recorded]) -> Set<Int> {
    var undone: Set<Int> = []
    for recorded in log {
      switch recorded.event {
      case .undone(let ranges, _):
        undone.formUnion(lines(of: ranges, below: recorded.seq))
      case .redone(let undo):
        guard (1...log.count).contains(undo), case .undone(let ranges, _) = log[undo - 1].event
        else { continue }
        undone.subtract(lines(of: ranges, below: undo))
      default: continue
      }
    }
    return undone.filter { !isNeverUndone(log[$0 - 1].event) }
  }

  /// If a range covers one of these, it is passed over.
  private static func isNeverUndone(_ event: Event) -> Bool {
    switch event {
    case .ledgerOpened, .yearClosed, .yearApproved, .yearReopened, .reportSent, .undone, .redone:
      true
    default: false
    }
  }

  /// Both work on the lines before them only: an undo that names its own line or a later one is
  /// illegal, and takes nothing.
  private static func lines(of ranges: LineRanges, below line: Int) -> Set<Int> {
    guard let last = ranges.last, last < line else { return [] }
    return Set(ranges.ranges.flatMap { Array($0) })
  }
}
