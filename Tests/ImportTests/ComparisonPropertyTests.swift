import Domain
import Import
import Testing

/// Random workbooks that are imported month after month into a model of the ledger. `DUGNAD_SEED` and
/// `DUGNAD_HISTORIES` repeat one of them, or run for a night.
struct ComparisonPropertyTests {
  private static let months = 8

  private func forEachHistory(_ body: (inout Random, _ again: Comment) -> Void) {
    // They are small: three for each of the domain's.
    for index in 0..<(3 * Chance.histories) {
      let seed = Chance.seed &+ UInt64(index)
      var random = Random(seed: seed)
      body(&random, "repeat with DUGNAD_SEED=\(seed) DUGNAD_HISTORIES=1")
    }
  }

  @Test func `after every update the ledger says exactly what the workbook says`() {
    var tally = Tally()
    forEachHistory { random, again in
      var (book, ledger) = (Workbook(), Model())
      for _ in 1...Self.months {
        book.month(&random)
        let comparison = ledger.update(book.file)
        tally.add(comparison)
        #expect(multiset(ledger.live) == multiset(book.contents), again)
        expectNothingNew(ledger, book, again)
      }
    }
    print("workbooks from seed \(Chance.seed): \(tally)")
    if Chance.isEnough {
      #expect(tally.same > 100 && tally.new > 100 && tally.changed > 100 && tally.vanished > 100)
    }
  }

  @Test func `what hands corrected and took back stays, and no row is there twice`() {
    var tally = Tally()
    forEachHistory { random, again in
      var (book, ledger) = (Workbook(), Model())
      for _ in 1...Self.months {
        book.month(&random)
        let before = ledger
        let comparison = ledger.update(book.file)
        tally.add(comparison)
        #expect(comparisonFaults(of: comparison, book.file, before.known) == [], again)
        #expect(ledger.live.count == book.contents.count - comparison.takenBack.count, again)
        for match in comparison.same {
          #expect(ledger.entries[match.entry]?.now == before.entries[match.entry]?.now, again)
        }
        for match in comparison.takenBack {
          #expect(ledger.entries[match.entry].map { $0.now == nil } == true, again)
        }
        expectNothingNew(ledger, book, again)
        ledger.hands(&random)
      }
    }
    print("workbooks and hands from seed \(Chance.seed): \(tally)")
    if Chance.isEnough { #expect(tally.takenBack > 100) }
  }

  @Test func `rows in another order give the same contents in every list`() {
    forEachHistory { random, again in
      var (book, ledger) = (Workbook(), Model())
      for _ in 1...3 {
        book.month(&random)
        _ = ledger.update(book.file)
        ledger.hands(&random)
      }
      book.month(&random)
      let first = Lists(Comparison(file: book.file, known: ledger.known), ledger, book.file)
      book.contents.shuffle(using: &random)
      let known = ledger.known.shuffled(using: &random)
      let second = Lists(Comparison(file: book.file, known: known), ledger, book.file)
      #expect(first == second, again)
    }
  }

  @Test func `import, undo and import never doubles`() {
    forEachHistory { random, again in
      var (book, ledger) = (Workbook(), Model())
      book.month(&random)
      _ = ledger.update(book.file)
      let imported = ledger
      for entry in ledger.entries.keys { ledger.entries[entry]?.now = nil }
      let second = ledger.update(book.file)
      #expect(second.takenBack.count == book.contents.count && second.new.isEmpty, again)
      #expect(ledger.live.isEmpty, again)
      // Redone, they are all there once.
      let third = Comparison(file: book.file, known: imported.known)
      #expect(third.same.count == book.contents.count, again)
    }
  }

  /// The same file once more finds every row, and nothing to do.
  private func expectNothingNew(_ ledger: Model, _ book: Workbook, _ again: Comment) {
    let comparison = Comparison(file: book.file, known: ledger.known)
    #expect(comparison.new.isEmpty && comparison.changed.isEmpty, again)
    #expect(comparison.vanished.isEmpty, again)
    #expect(comparison.same.count + comparison.takenBack.count == book.contents.count, again)
  }
}

/// The list that a coordinator keeps; few different contents, so that rows are often equal.
private struct Workbook {
  var contents: [HourEntry] = []

  var file: [FileRow] { fileRows(contents) }

  mutating func month(_ random: inout Random) {
    for _ in 0..<random.below(12) { contents.append(random.work()) }
    for _ in 0..<random.below(4) where !contents.isEmpty {
      contents.remove(at: random.below(contents.count))
    }
    for _ in 0..<random.below(5) where !contents.isEmpty {
      let place = random.below(contents.count)
      contents[place] = random.changed(contents[place])
    }
    if random.below(3) == 0 { contents.shuffle(using: &random) }
  }
}

/// A ledger in update mode: new rows are entered, changed ones corrected, vanished ones taken back.
private struct Model {
  var entries: [EntryID: (imported: HourEntry, now: HourEntry?)] = [:]
  private var last = 0

  var known: [KnownRow] {
    entries.map { KnownRow(entry: $0.key, imported: $0.value.imported, now: $0.value.now) }
  }
  var live: [HourEntry] { entries.values.compactMap(\.now) }

  mutating func update(_ file: [FileRow]) -> Comparison {
    let comparison = Comparison(file: file, known: known)
    for row in comparison.new {
      last += 1
      entries[EntryID(seq: last)] = (row.content, row.content)
    }
    for change in comparison.changed {
      entries[change.entry] = (change.row.content, change.row.content)
    }
    for entry in comparison.vanished { entries[entry] = nil }
    return comparison
  }

  /// Somebody corrects some entries and takes back others.
  mutating func hands(_ random: inout Random) {
    for id in entries.keys.sorted() {
      guard let now = entries[id]?.now else { continue }
      switch random.below(20) {
      case 0: entries[id]?.now = nil
      case 1, 2: entries[id]?.now = random.changed(now)
      default: break
      }
    }
  }
}

/// The contents in the lists of a comparison.
private struct Lists: Equatable {
  let same, takenBack, new, changed, corrected, vanished: [HourEntry: Int]

  init(_ comparison: Comparison, _ ledger: Model, _ file: [FileRow]) {
    let contents = Dictionary(file.map { ($0.line, $0.content) }) { first, _ in first }
    same = multiset(comparison.same.compactMap { contents[$0.line] })
    takenBack = multiset(comparison.takenBack.compactMap { contents[$0.line] })
    new = multiset(comparison.new.map(\.content))
    changed = multiset(comparison.changed.map(\.row.content))
    corrected = multiset(comparison.changed.map(\.now))
    vanished = multiset(comparison.vanished.compactMap { ledger.entries[$0]?.now })
  }
}

private func multiset(_ contents: [HourEntry]) -> [HourEntry: Int] {
  Dictionary(contents.map { ($0, 1) }, uniquingKeysWith: +)
}

/// How many rows went into each list.
private struct Tally: CustomStringConvertible {
  private(set) var (same, takenBack, new, changed, vanished) = (0, 0, 0, 0, 0)

  mutating func add(_ comparison: Comparison) {
    same += comparison.same.count
    takenBack += comparison.takenBack.count
    new += comparison.new.count
    changed += comparison.changed.count
    vanished += comparison.vanished.count
  }

  var description: String {
    "\(same) same, \(takenBack) taken back, \(new) new, \(changed) changed, \(vanished) vanished"
  }
}

extension Random {
  fileprivate mutating func work() -> HourEntry {
    ImportTests.work(
      person: 1 + below(3), activity: ["kafe", "tur"][below(2)], day: 1 + below(6),
      minutes: 60 * (1 + below(2)), voucher: below(4) == 0 ? "ark \(below(2))" : nil)
  }

  /// The same but for one part, which may also come out as it was.
  fileprivate mutating func changed(_ content: HourEntry) -> HourEntry {
    var (content, other) = (content, work())
    switch below(5) {
    case 0: content.minutes = other.minutes
    case 1: content.on = other.on
    case 2: content.activity = other.activity
    case 3: content.who = other.who
    default: content = other
    }
    return content
  }
}
