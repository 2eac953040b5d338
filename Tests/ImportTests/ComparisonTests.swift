import Domain
import Import
import Testing

/// Rows of a growing workbook beside what the ledger has from it.
struct ComparisonTests {
  // Kari and Ola are p1 and p2.

  @Test func `rows that the ledger has are the same, others are new`() throws {
    let comparison = try compare([work(day: 5), work(day: 12)], [(work(day: 5), work(day: 5))])
    #expect(pairs(comparison.same) == [[1, 1]])
    #expect(comparison.new.map(\.line) == [2])
    #expect(comparison.changed.isEmpty && comparison.vanished.isEmpty)
  }

  @Test func `two genuine rows with equal numbers are two`() throws {
    let comparison = try compare([work(), work()], [(work(), work())])
    #expect(pairs(comparison.same) == [[1, 1]])
    #expect(comparison.new == [FileRow(line: 2, content: work())])
  }

  @Test func `a correction by hand stays while the row stands as it was`() throws {
    let comparison = try compare([work()], [(work(), work(minutes: 90))])
    #expect(pairs(comparison.same) == [[1, 1]])
    #expect(comparison.changed.isEmpty)
  }

  @Test func `a file that was corrected just as the ledger was is the same`() throws {
    let comparison = try compare([work(minutes: 90)], [(work(), work(minutes: 90))])
    #expect(pairs(comparison.same) == [[1, 1]])
  }

  @Test func `what was imported comes before what the entry says now`() throws {
    // The row was imported as h2; h1 was only corrected to the same.
    let comparison = try compare(
      [work(minutes: 90)], [(work(), work(minutes: 90)), (work(minutes: 90), work(minutes: 30))])
    #expect(pairs(comparison.same) == [[1, 2]])
    #expect(comparison.vanished == [EntryID(seq: 1)])
  }

  @Test func `of equal entries the one corrected as the file was leaves its row to the other`()
    throws
  {
    let comparison = try compare(
      [work(), work(minutes: 90)], [(work(), work(minutes: 90)), (work(), work())])
    #expect(pairs(comparison.same) == [[1, 2], [2, 1]])
  }

  @Test func `entries corrected alike leave the rows that others need`() throws {
    let entry = (imported: work(), now: work(minutes: 90))
    let comparison = try compare([work(), work(minutes: 90), work(minutes: 90)], [entry, entry])
    #expect(pairs(comparison.same) == [[1, 2], [2, 1]])
    #expect(comparison.new.map(\.line) == [3])
  }

  @Test func `equal rows and equal entries meet in their order`() throws {
    let comparison = try compare([work(), work()], [(work(), work()), (work(), work())])
    #expect(pairs(comparison.same) == [[1, 1], [2, 2]])
  }

  @Test func `of equal entries the untouched one keeps the row`() throws {
    let comparison = try compare([work()], [(work(), work(minutes: 90)), (work(), work())])
    #expect(pairs(comparison.same) == [[1, 2]])
    #expect(comparison.vanished == [EntryID(seq: 1)])
  }

  @Test func `a row taken back by hand is not new`() throws {
    let comparison = try compare([work()], [(work(), nil)])
    #expect(pairs(comparison.takenBack) == [[1, 1]])
    #expect(comparison.same.isEmpty && comparison.new.isEmpty && comparison.vanished.isEmpty)
  }

  @Test func `a live entry is preferred to one taken back`() throws {
    let imported = try compare([work()], [(work(), nil), (work(), work())])
    #expect(pairs(imported.same) == [[1, 2]])
    #expect(imported.takenBack.isEmpty)
    // Also a live one that was only corrected to it.
    let corrected = try compare([work()], [(work(), nil), (work(minutes: 30), work())])
    #expect(pairs(corrected.same) == [[1, 2]])
    #expect(corrected.takenBack.isEmpty)
  }

  @Test func `two rows, one live and one taken back: each is used once`() throws {
    let comparison = try compare([work(), work(), work()], [(work(), nil), (work(), work())])
    #expect(comparison.same.map(\.entry) == [EntryID(seq: 2)])
    #expect(comparison.takenBack.map(\.entry) == [EntryID(seq: 1)])
    #expect(comparison.new.count == 1)
  }

  @Test func `a row that is gone has vanished, unless it was taken back`() throws {
    let comparison = try compare(
      [], [(work(), work()), (work(), work(minutes: 90)), (work(), nil)])
    #expect(comparison.vanished == [EntryID(seq: 1), EntryID(seq: 2)])
  }

  @Test(arguments: [
    work(voucher: "ark 2"), work(start: 18 * 60), work(known: .estimated), work(person: 2),
    work(activity: "tur"), work(day: 6), work(minutes: 121),
  ])
  func `every part of the content counts`(other: HourEntry) throws {
    let comparison = try compare([other], [(work(), work())])
    #expect(comparison.same.isEmpty)
    #expect(comparison.changed.map(\.row.content) == [other])
  }

  @Test func `lists are by line and by id, however they are handed over`() {
    let file = [3, 1, 2].map { FileRow(line: $0, content: work(day: $0)) }
    let known = [9, 7, 8].map {
      KnownRow(
        entry: EntryID(seq: $0), imported: work(person: $0, minutes: $0),
        now: work(person: $0, minutes: $0))
    }
    let comparison = Comparison(file: file, known: known)
    #expect(comparison.new.map(\.line) == [1, 2, 3])
    #expect(comparison.vanished.map(\.seq) == [7, 8, 9])
  }

  @Test func `the same list under another name overlaps, each row once`() {
    let other = [(work(), work()), (work(day: 12), nil), (work(day: 19), work(day: 19))]
    #expect(
      Comparison.overlap(
        of: fileRows([work(), work(), work(day: 12), work(day: 26)]), with: knownRows(other))
        == 2)
    #expect(Comparison.overlap(of: fileRows([work(person: 2)]), with: knownRows(other)) == 0)
  }
}

/// Work on a day of March 2024: by default p1, two hours of "kafe" on the fifth.
func work(
  person: Int = 1, activity: String = "kafe", day: Int = 5, minutes: Int = 120,
  known: HourEntry.Known = .recorded, start: Int? = nil, voucher: String? = nil, year: Int = 2024
) -> HourEntry {
  guard let code = ActivityCode(activity), let on = Day(year: year, month: 3, day: day) else {
    preconditionFailure("a test's own data")
  }
  return HourEntry(
    activity: code, on: Period(on), who: .person(PersonID(seq: person)), minutes: minutes,
    known: known, start: start.flatMap { Clock(hour: $0 / 60, minute: $0 % 60) }, voucher: voucher)
}

/// Rows of a file, from line 1.
func fileRows(_ contents: [HourEntry]) -> [FileRow] {
  contents.enumerated().map { FileRow(line: $0.offset + 1, content: $0.element) }
}

/// Entries h1, h2 and so on: as imported, and as they are now.
func knownRows(_ contents: [(imported: HourEntry, now: HourEntry?)]) -> [KnownRow] {
  contents.enumerated().map {
    KnownRow(
      entry: EntryID(seq: $0.offset + 1), imported: $0.element.imported, now: $0.element.now)
  }
}

/// Compares, and checks what holds of every comparison.
func compare(
  _ file: [HourEntry], _ entries: [(imported: HourEntry, now: HourEntry?)],
  sourceLocation: SourceLocation = #_sourceLocation
) throws -> Comparison {
  let (file, known) = (fileRows(file), knownRows(entries))
  let comparison = Comparison(file: file, known: known)
  #expect(
    comparisonFaults(of: comparison, file, known) == [], "a comparison broke",
    sourceLocation: sourceLocation)
  return comparison
}

/// The promises on top of `Comparison`, except the fourth.
func comparisonFaults(of comparison: Comparison, _ file: [FileRow], _ known: [KnownRow]) -> [String]
{
  var faults: [String] = []
  let lines =
    comparison.same.map(\.line) + comparison.takenBack.map(\.line) + comparison.new.map(\.line)
    + comparison.changed.map(\.row.line)
  if lines.sorted() != file.map(\.line).sorted() { faults.append("a row is not in one list") }
  let used =
    comparison.same.map(\.entry) + comparison.takenBack.map(\.entry)
    + comparison.changed.map(\.entry) + comparison.vanished
  if Set(used).count != used.count { faults.append("an entry is used twice") }
  let live = Set(known.filter { $0.now != nil }.map(\.entry))
  if Set(used).subtracting(comparison.takenBack.map(\.entry)) != live {
    faults.append("a live entry is in no list")
  }
  let contents = Dictionary(file.map { ($0.line, $0.content) }) { first, _ in first }
  let rowOf = Dictionary(known.map { ($0.entry, $0) }) { first, _ in first }
  for match in comparison.same {
    let row = rowOf[match.entry]
    if contents[match.line] != row?.imported && contents[match.line] != row?.now {
      faults.append("line \(match.line) is not the same")
    }
  }
  for match in comparison.takenBack
  where contents[match.line] != rowOf[match.entry]?.imported || rowOf[match.entry]?.now != nil {
    faults.append("line \(match.line) was not taken back")
  }
  // Nothing that could have matched is left on both sides.
  let gone = comparison.vanished + comparison.changed.map(\.entry)
  let left = Set(gone.compactMap { rowOf[$0] }.flatMap { [$0.imported, $0.now] })
  let open = Set(comparison.new.map(\.content) + comparison.changed.map(\.row.content))
  if !left.isDisjoint(with: open) { faults.append("a match was missed") }
  return faults
}

/// Line and entry of each match.
func pairs(_ matches: [Comparison.Match]) -> [[Int]] { matches.map { [$0.line, $0.entry.seq] } }
