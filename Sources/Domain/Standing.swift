// Which events stand, and which of them sets an entry's content, without keeping any state: what a
// projection needs to read a log of any length in two passes. Pass one notes every line; pass two
// asks. (The state's own fold is `Ledger`; a test holds the two against each other.)

/// Which lines of a log stand.
package struct Standing: Sendable {
  /// The lines that are undone.
  private var undone = LineBits()
  /// The lines that make an hour entry, late or not, so that a correction of anything else is none.
  private var made = LineBits()
  /// The lines that no undo takes.
  private var fixed = LineBits()
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
    if recorded.event.isFixed { fixed.insert(recorded.seq) }
    switch recorded.event {
    case .undone(let ranges, _):
      // One that names its own line or a later one is illegal and takes nothing.
      guard let last = ranges.last, last < recorded.seq else { return }
      undos[recorded.seq] = ranges
      set(ranges, undone: true)
    case .redone(let undo):
      if let ranges = undos[undo] { set(ranges, undone: false) }
    case .hoursLogged, .lateLogged:
      made.insert(recorded.seq)
    case .hoursCorrected(let entry, _, _), .lateCorrected(let entry, _, _):
      if made.contains(entry.seq) { corrections[entry, default: []].append(recorded.seq) }
    default: break
    }
  }

  /// Whether a line stands. Undo and redo always do: they say what happened.
  package func stands(_ seq: Int) -> Bool { !undone.contains(seq) || fixed.contains(seq) }

  /// The line that sets the content of an entry now: its own, or its last standing correction; nil
  /// if the entry does not stand.
  package func contentLine(of entry: EntryID) -> Int? {
    guard stands(entry.seq) else { return nil }
    return corrections[entry]?.last(where: stands) ?? entry.seq
  }

  /// Pass two: returns the hour entry, if this line is the one that sets its content now.
  package func entry(_ recorded: Recorded) -> (id: EntryID, content: HourEntry)? {
    switch recorded.event {
    case .hoursLogged(let content), .lateLogged(let content):
      let id = EntryID(seq: recorded.seq)
      return contentLine(of: id) == recorded.seq ? (id, content) : nil
    case .hoursCorrected(let id, let content, _), .lateCorrected(let id, let content, _):
      return contentLine(of: id) == recorded.seq ? (id, content) : nil
    default: return nil
    }
  }

  private mutating func set(_ ranges: LineRanges, undone isUndone: Bool) {
    for seq in ranges.lines {
      if isUndone { undone.insert(seq) } else { undone.remove(seq) }
    }
  }
}

/// A set of line numbers, one bit a line up to the largest in it.
private struct LineBits: Sendable {
  private var words: [UInt64] = []

  func contains(_ seq: Int) -> Bool {
    let word = seq / 64
    return word < words.count && words[word] & (1 << UInt64(seq % 64)) != 0
  }

  mutating func insert(_ seq: Int) {
    let word = seq / 64
    if word >= words.count {
      words.append(contentsOf: repeatElement(0, count: word + 1 - words.count))
    }
    words[word] |= 1 << UInt64(seq % 64)
  }

  mutating func remove(_ seq: Int) {
    let word = seq / 64
    if word < words.count { words[word] &= ~(1 << UInt64(seq % 64)) }
  }
}
