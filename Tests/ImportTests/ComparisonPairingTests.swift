import Domain
import Import
import Testing

/// Which entry a changed row was.
struct ComparisonPairingTests {
  /// One row and one untouched entry.
  private func isPaired(_ row: HourEntry, _ entry: HourEntry) throws -> Bool {
    try compare([row], [(entry, entry)]).changed.map(\.entry.seq) == [1]
  }

  @Test func `one thing may differ, by class`() throws {
    #expect(try isPaired(work(minutes: 90, known: .estimated, start: 600, voucher: "x"), work()))
    #expect(try isPaired(work(day: 6), work()))
    #expect(try isPaired(work(activity: "tur"), work()))
    #expect(try isPaired(work(person: 2), work()))
  }

  @Test func `two things may not`() throws {
    #expect(try !isPaired(work(day: 6, minutes: 90), work()))
    #expect(try !isPaired(work(activity: "tur", minutes: 90), work()))
    #expect(try !isPaired(work(person: 2, minutes: 90), work()))
    #expect(try !isPaired(work(person: 2, day: 6), work()))
    #expect(try !isPaired(work(person: 2, activity: "tur"), work()))
    #expect(try !isPaired(work(activity: "tur", day: 6), work()))
  }

  @Test func `a day of another year is another row`() throws {
    #expect(try !isPaired(work(year: 2023), work()))
  }

  @Test func `the classes are asked in order`() throws {
    let row = work()
    // Each list lacks the best of the one before it.
    let byClass = [work(minutes: 90), work(day: 6), work(activity: "tur"), work(person: 2)]
    for best in byClass.indices {
      let entries = Array(byClass[best...].reversed())
      let comparison = try compare([row], entries.map { ($0, $0) })
      #expect(comparison.changed.map(\.now) == [byClass[best]])
      #expect(comparison.vanished.count == entries.count - 1)
    }
  }

  @Test func `what was imported is asked before what the entry says now`() throws {
    let entries = [
      (imported: work(person: 3, day: 20), now: work(minutes: 30)),
      (imported: work(minutes: 90), now: work(person: 4, day: 21)),
    ]
    #expect(try compare([work()], entries).changed.map(\.entry.seq) == [2])
    #expect(try compare([work()], [entries[0]]).changed.map(\.entry.seq) == [1])
  }

  @Test func `a change tells what the entry says now`() throws {
    let change = try #require(
      try compare([work(minutes: 60)], [(work(), work(minutes: 90))]).changed.first)
    #expect(change.row == FileRow(line: 1, content: work(minutes: 60)))
    #expect(change.now == work(minutes: 90))
  }

  @Test func `an entry taken back is never changed`() throws {
    let comparison = try compare([work(minutes: 90)], [(work(), nil)])
    #expect(comparison.new.map(\.line) == [1])
  }

  @Test func `as many rows as entries are paired in order of what differs`() throws {
    // Lines and ids run the other way than minutes and days.
    let amounts = try compare(
      [work(minutes: 100), work(minutes: 50)],
      [40, 90].map { (work(minutes: $0), work(minutes: $0)) })
    #expect(
      amounts.changed.map { [$0.row.content.minutes, $0.now.minutes] } == [[100, 90], [50, 40]])
    let days = try compare(
      [work(day: 9), work(day: 7)], [6, 8].map { (work(day: $0), work(day: $0)) })
    #expect(days.changed.map(\.entry.seq) == [2, 1])
  }

  @Test(arguments: [
    ([1, 8, 15, 22, 29], [16], [[15, 1]]), ([1, 8, 15, 22, 29], [30], [[29, 1]]),
    ([1, 8, 11, 22, 29], [9, 10], [[8, 1], [11, 2]]),
    // The rest must find room, so the first does not take the nearest.
    ([10, 12, 15], [14, 16], [[12, 1], [15, 2]]),
    // Of two equally near, the later.
    ([1, 5], [3], [[5, 1]]),
    ([16], [1, 8, 15, 22, 29], [[16, 3]]), ([10, 11], [1, 8, 12], [[10, 2], [11, 3]]),
    // Three days are near, four are another row.
    ([4], [1], [[4, 1]]), ([5], [1], []), ([4, 20], [19, 28], [[20, 1]]),
  ])
  func `where one side has more, the nearest days are paired`(
    rows: [Int], entries: [Int], expected: [[Int]]
  ) throws {
    let comparison = try compare(
      rows.map { work(day: $0) }, entries.map { (work(day: $0), work(day: $0)) })
    let pairs = comparison.changed.map { [$0.row.content.on.first.parts.day, $0.entry.seq] }
    #expect(pairs == expected)
  }

  @Test func `where one side has more, no activity and no person is nearer`() throws {
    let persons = try compare([work(person: 2), work(person: 3)], [(work(), work())])
    #expect(persons.new.count == 2 && persons.vanished.count == 1)
    let activities = try compare(
      [work()], [work(activity: "a"), work(activity: "b")].map { ($0, $0) })
    #expect(activities.new.count == 1 && activities.vanished.count == 2)
    let both = try compare(
      [work(person: 2), work(person: 3)], [work(), work(person: 9)].map { ($0, $0) })
    #expect(both.changed.count == 2)
  }

  @Test func `of rows equally near, their contents decide and not their lines`() throws {
    let contents = [work(day: 6, voucher: "a"), work(day: 6, voucher: "b")]
    for rows in [contents, contents.reversed()] {
      let comparison = try compare(rows, [(work(), work())])
      #expect(comparison.changed.map(\.row.content) == [contents[1]])
      #expect(comparison.new.map(\.content) == [contents[0]])
    }
  }
}
