import Domain
import Testing

/// Imports: what is said of a file, and that it and its rows go and come together.
struct ImportingTests {
  private let i8 = ImportID(seq: 8)
  /// Lines 8 to 10.
  private let list = Command.all([
    .noteImport(imported()), .logHours([hours(ola, 60), hours(liv, 60)]),
  ])
  /// The same list again, three rows now.
  private func again(after: Int?, _ entries: [HourEntry] = [hours(per, 60)]) -> Command {
    .all([.noteImport(imported(after: after)), .logHours(entries)])
  }
  private func undo(_ lines: Int..., cascade: Bool = false) -> Command {
    .undo(lines, nil, cascade: cascade)
  }
  private func undone(_ lines: any LinePart...) -> Outcome {
    .events([.undone(ranges: LineRanges(lines.flatMap(\.lines)), reason: nil)])
  }
  private func redone(_ line: Int) -> Outcome { .events([.redone(undone: line)]) }

  // MARK: - What is said

  @Test func `an import is said with its rows`() {
    #expect(
      given(when: list)
        == .events([
          .importMade(imported()), .hoursLogged(hours(ola, 60)), .hoursLogged(hours(liv, 60)),
        ]))
    let ledger = after([list])
    let standing = ledger.state.sources["timeliste"]
    #expect(standing?.map(\.id) == [i8] && standing?.map(\.made) == [imported()])
    #expect(ledger.importLine(of: 9) == 8 && ledger.importLine(of: 10) == 8)
    #expect(ledger.importLine(of: 8) == nil && ledger.importLine(of: 7) == nil)
    #expect(ledger.rows(ofImportAt: 8) == [9, 10])
    #expect(i8.text == "i8" && ImportID(text: "i8") == i8 && ImportID(text: "h8") == nil)
  }

  @Test func `a source has a name of at most 80 bytes`() {
    func refused(_ source: String) -> Rejection? {
      Book.opened().refusal(of: .importMade(imported(source)))
    }
    #expect(refused(String(repeating: "x", count: 80)) == nil)
    #expect(
      refused(String(repeating: "x", count: 81)) == .badText(field: .source, .tooLong(bytesMax: 80))
    )
    #expect(refused("") == .badText(field: .source, .empty))
  }

  @Test func `a printed table has a year, and nothing else has one`() {
    func refused(_ kind: ImportMade.Kind, _ table: ImportMade.Table?) -> Rejection? {
      Book.opened().refusal(of: .importMade(imported("papir", kind, table: table)))
    }
    #expect(refused(.table, .init(year: 2019, distinct: 225)) == nil)
    #expect(refused(.table, nil) == .badTable)
    for kind in ImportMade.Kind.allCases where kind != .table {
      #expect(refused(kind, nil) == nil)
      #expect(refused(kind, .init(year: 2019)) == .badTable)
    }
    #expect(refused(.table, .init(year: 1899)) == .yearOutOfRange(1899))
    #expect(refused(.table, .init(year: 3000)) == .yearOutOfRange(3000))
  }

  @Test func `an import begins its transaction`() {
    let late = Command.all([
      .registerPersons([PersonRegistered(role: .volunteer)]), .noteImport(imported()),
    ])
    #expect(given(when: late) == .rejected(.importNotFirst))
    var ledger = Book.opened().ledger
    let stamp = Stamp(at: tonight, by: kari, command: commandID("list"))
    let events = [Event.hoursLogged(hours(ola, 60)), .importMade(imported())]
    let lines = Decision(events: events).recorded(after: 7, stamp)
    ledger.apply(lines[0])
    #expect(throws: Rejection.importNotFirst) { try ledger.check(lines[1]) }
  }

  @Test func `an import follows the newest of its source`() {
    #expect(
      given(when: again(after: 4))
        == .rejected(.sourceMoved("timeliste", newest: nil)))
    #expect(
      given([list], when: again(after: nil)) == .rejected(.sourceMoved("timeliste", newest: i8)))
    #expect(
      given([list], when: again(after: 9)) == .rejected(.sourceMoved("timeliste", newest: i8)))
    let two = [list, again(after: 8)]
    #expect(
      given(two, when: again(after: 8))
        == .rejected(.sourceMoved("timeliste", newest: ImportID(seq: 11))))
    #expect(after(two).state.sources["timeliste"]?.map(\.id.seq) == [8, 11])
    #expect(
      given([list], when: .noteImport(imported("annen")))
        == .events([.importMade(imported("annen"))]), "every source has its own chain")
  }

  // MARK: - Undo and redo

  @Test func `an import is taken back and put back whole`() {
    #expect(given([list], when: undo(8)) == undone(8...10))
    #expect(given([list], when: .undoNewest(nil)) == undone(8...10))
    #expect(given([list], when: undo(8, 7)) == undone(7...10), "with other lines too")
    #expect(given([list, undo(8)], when: .redoNewest) == redone(11))
    #expect(after([list, undo(8), .redoNewest]).state == after([list]).state)
    #expect(after([list, undo(8)]).state == Book.opened().ledger.state)
    #expect(
      given([list, undo(8)], when: again(after: nil))
        != .rejected(
          .sourceMoved("timeliste", newest: i8)), "what is taken back is not the newest")
  }

  @Test func `one row is taken back alone, and the import then takes the rest`() {
    #expect(given([list], when: undo(9)) == undone(9))
    #expect(given([list, undo(9)], when: undo(8)) == undone(8, 10))
    #expect(given([list, undo(9)], when: .redo(11)) == redone(11))
  }

  @Test func `an import does not go without its rows`() {
    let book = book([list])
    for lines in [[8], [8, 9]] {
      #expect(
        book.refusal(of: .undone(ranges: LineRanges(lines), reason: nil)) == .importInPart(i8))
    }
    #expect(book.refusal(of: .undone(ranges: ranges(8...10), reason: nil)) == nil)
  }

  @Test func `an import does not go in the middle of its own transaction`() {
    var ledger = Book.opened().ledger
    let stamp = Stamp(at: tonight, by: kari, command: commandID("list"))
    let events: [Event] = [
      .importMade(imported()), .hoursLogged(hours(ola, 60)),
      .undone(ranges: ranges(8...9), reason: nil), .hoursLogged(hours(liv, 60)),
    ]
    let lines = Decision(events: events).recorded(after: 7, stamp)
    for line in lines.prefix(2) { ledger.apply(line) }
    #expect(throws: Rejection.importInPart(i8)) { try ledger.check(lines[2]) }
  }

  @Test func `rows do not come back without their import`() {
    let taken = [list, undo(9), undo(8)]
    #expect(given(taken, when: .redo(11)) == .rejected(.importInPart(i8)))
    #expect(book(taken).refusal(of: .redone(undone: 11)) == .importInPart(i8))
    #expect(given(taken, when: .redo(12)) == redone(12))
    #expect(given(taken + [.redo(12)], when: .redo(11)) == redone(11))
  }

  @Test func `an import that was made again is not put back beside itself`() {
    let twice = [list, undo(8), again(after: nil)]
    let because = Rejection.sourceMoved("timeliste", newest: i8)
    #expect(
      given(twice, when: .redo(11)) == .rejected(.neededBy([Dependent(seq: 12, because: because)])))
    #expect(given(twice + [undo(12)], when: .redo(11)) == redone(11))
  }

  @Test func `an import needs the one before it, and falls whole`() {
    let three = [list, again(after: 8), again(after: 11, [hours(per, 30)])]
    let because = [11, 13].map {
      Dependent(seq: $0, because: .sourceMoved("timeliste", newest: nil))
    }
    #expect(given(three, when: undo(8)) == .rejected(.neededBy(because)))
    #expect(given(three, when: undo(8, cascade: true)) == undone(8...14))
    #expect(
      given(three + [.approve([entry(12)])], when: undo(8, cascade: true)) == undone(8...15))
    #expect(given(three, when: undo(13)) == undone(13...14))
    let other = [list, .all([.noteImport(imported("annen")), .logHours([hours(per, 60)])])]
    #expect(given(other, when: undo(8)) == undone(8...10))
  }

  @Test func `what was said of a row since needs it`() {
    let used = [
      list, .approve([entry(9)]), .correctHours(entry(10), hours(liv, 90), .wrongMinutes),
    ]
    #expect(dependents(given(used, when: undo(8))) == [11, 12])
    #expect(given(used, when: undo(8, cascade: true)) == undone(8...12))
  }

  @Test func `an import with hours of a closed year is not taken back`() {
    let closed = [
      Command.all([.noteImport(imported()), .logHours([hours(ola, 60), lastYear(liv, 60)])]),
      .closeYear(closing()),
    ]
    let isClosed = Outcome.rejected(.yearClosed(2023, closing: 11))
    #expect(given(closed, when: undo(8)) == isClosed)
    #expect(given(closed, when: undo(9)) == undone(9), "but a row of an open year is")
    #expect(
      given(
        [list] + closed.suffix(1),
        when: .all([
          .noteImport(imported(after: 8)), .logHours([hours(per, 60), lastYear(liv, 60)]),
        ])) == isClosed, "an import that straddles years is refused whole")
  }

  // MARK: - Who came with it

  /// Lines 8 to 11: a person and an activity that were new, and hours of both.
  private func withNew(_ kind: ImportMade.Kind = .hours) -> Command {
    let new = hours(PersonID(seq: 9), 60, code("kurs"))
    return .all([
      .noteImport(imported("timeliste", kind)),
      .registerPersons([PersonRegistered(role: .volunteer)]),
      .addActivity(activity(code("kurs"))), .logHours([new]),
    ])
  }

  @Test func `who came with an import of hours goes with it, and stays if used since`() {
    #expect(given([withNew()], when: undo(8)) == undone(8...11))
    for used in [
      Command.logHours([hours(PersonID(seq: 9), 60)]), .logHours([hours(ola, 60, code("kurs"))]),
    ] {
      #expect(given([withNew(), used], when: undo(8)) == undone(8, 11))
      #expect(given([withNew(), used], when: undo(8, cascade: true)) == undone(8...12))
      #expect(given([withNew(), used, undo(8)], when: .redo(13)) == redone(13))
      #expect(
        after([withNew(), used, undo(8), .redoNewest]).state == after([withNew(), used]).state)
    }
  }

  @Test func `hours of the import that are needed are not left behind with them`() {
    let used = [
      withNew(), .logHours([hours(PersonID(seq: 9), 60)]), .approve([entry(11)]),
    ]
    #expect(dependents(given(used, when: undo(8))) == [12, 13])
  }

  @Test func `an import of persons is about them`() {
    let persons = Command.all([
      .noteImport(imported("medlemmer", .persons)),
      .registerPersons([PersonRegistered(role: .volunteer)]),
    ])
    #expect(given([persons], when: undo(8)) == undone(8...9))
    let used = [persons, .logHours([hours(PersonID(seq: 9), 60)])]
    #expect(dependents(given(used, when: undo(8))) == [10])
  }

  // MARK: - Large imports

  @Test(.timeLimit(.minutes(1))) func `a large import is taken back in parts that audit allows`() {
    let rows = Command.all([
      .noteImport(imported()), .logHours((0..<6_200).map { unnamed(1, 1 + $0 % 60) }),
    ])
    var book = book([rows])
    let before = book.ledger.state
    // Every second row goes first, so that what is left has more ranges than one line holds.
    book.must(.undo(Array(stride(from: 9, through: 6_208, by: 2)), nil, cascade: false))
    book.must(undo(8))
    #expect(book.ledger.state.entries.isEmpty && book.ledger.state.sources.isEmpty)
    #expect(book.ledger.history.redoable.last.map { $0.lines.count } ?? 0 > 1)
    book.must(.redoNewest)
    book.must(.redoNewest)
    #expect(book.ledger.state == before)
  }
}
