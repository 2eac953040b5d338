// Which events stand, and which of them sets an entry's content, without keeping any state: what a
// projection needs to read a log of any length in two passes. Pass one notes every line; pass two
// asks. (The state's own fold is `Ledger`; a test holds the two against each other.)

/// Which lines of a log stand.
package struct Standing: Sendable {
  /// One bit a line: set when the line is undone.
  private var undone: [UInt64] = []
  /// The ranges of each undo, for the redo that names it.
  private var undos: [Int: LineRanges] = [:]
  /// The corrections of the entries that have any, oldest first.
  private var corrections: [EntryID: [Int]] = [:]
  /// How many lines were noted.
  package private(set) var lines = 0

  package init() {}

  /// Returns what stands at the end of `log`, lines in order.
  package init(_ log: some Sequence<Recorded>) {
    for recorded in log { note(recorded) }
  }

  /// Pass one: takes note of the next line.
  package mutating func note(_ recorded: Recorded) {
    lines = recorded.seq
    switch recorded.event {
    case .undone(let ranges, _):
      // One that names its own line or a later one is illegal and takes nothing.
      guard let last = ranges.last, last < recorded.seq else { return }
      undos[recorded.seq] = ranges
      set(ranges, undone: true)
    case .redone(let undo):
      if let ranges = undos[undo] { set(ranges, undone: false) }
    case .hoursCorrected(let entry, _, _):
      corrections[entry, default: []].append(recorded.seq)
    default: break
    }
  }

  /// Whether a line stands. Undo and redo always do: they say what happened.
  package func stands(_ seq: Int) -> Bool {
    let word = seq / 64
    return word >= undone.count || undone[word] & (1 << UInt64(seq % 64)) == 0
  }

  /// The line that sets the content of an entry now: its own, or its last standing correction; nil
  /// if the entry does not stand.
  package func contentLine(of entry: EntryID) -> Int? {
    guard stands(entry.seq) else { return nil }
    return corrections[entry]?.last(where: stands) ?? entry.seq
  }

  /// Pass two: returns the hour entry, if this line is the one that sets its content now.
  package func entry(_ recorded: Recorded) -> (id: EntryID, content: HourEntry)? {
    switch recorded.event {
    case .hoursLogged(let content):
      let id = EntryID(seq: recorded.seq)
      return contentLine(of: id) == recorded.seq ? (id, content) : nil
    case .hoursCorrected(let id, let content, _):
      return contentLine(of: id) == recorded.seq ? (id, content) : nil
    default: return nil
    }
  }

  private mutating func set(_ ranges: LineRanges, undone isUndone: Bool) {
    guard let last = ranges.last else { return }
    if last / 64 >= undone.count {
      undone.append(contentsOf: repeatElement(0, count: last / 64 + 1 - undone.count))
    }
    for seq in ranges.lines {
      if isUndone {
        undone[seq / 64] |= 1 << UInt64(seq % 64)
      } else {
        undone[seq / 64] &= ~(1 << UInt64(seq % 64))
      }
    }
  }
}
