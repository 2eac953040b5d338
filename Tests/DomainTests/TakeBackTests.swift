import Domain
import Testing

/// Entries that are taken back inside a larger transaction: rows that are gone from a list.
struct TakeBackTests {
  /// Lines 8 to 11.
  private let list: [Command] = [
    .all([.noteImport(imported()), .logHours([hours(ola, 60), hours(liv, 60)])]),
    .approve([entry(9)]),
  ]
  /// The list without Ola, with more of Liv, and with Per: lines 12 to 15.
  private let again = Command.all([
    .noteImport(imported(after: 8)), .takeBack([entry(9)], .other),
    .correctHours(entry(10), hours(liv, 90), .wrongMinutes), .logHours([hours(per, 30)]),
  ])
  private func undo(_ lines: Int..., cascade: Bool = false) -> Command {
    .undo(lines, nil, cascade: cascade)
  }
  private func undone(_ lines: any LinePart...) -> Outcome {
    .events([.undone(ranges: LineRanges(lines.flatMap(\.lines)), reason: nil)])
  }

  @Test func `a row goes with all that was said of it, among what else the list says`() {
    #expect(
      given(list, when: again)
        == .events([
          .importMade(imported(after: 8)), .undone(ranges: ranges(9, 11), reason: .other),
          .hoursCorrected(entry: entry(10), content: hours(liv, 90), reason: .wrongMinutes),
          .hoursLogged(hours(per, 30)),
        ]))
    let ledger = after(list + [again])
    #expect(ledger.state.entries.mapValues(\.content.minutes) == [entry(10): 90, entry(15): 30])
    #expect(ledger.history.transactions.last?.kind == .ordinary)
    #expect(ledger.importLine(of: 15) == 12)
    #expect(ledger.rows(ofImportAt: 12) == [15], "a correction is no row that it brought")
  }

  @Test func `what is taken back makes room for what follows, and for nothing before`() {
    let full = [Command.logHours([hours(ola, 1_440)])]
    let new = Command.logHours([hours(ola, 1_400)])
    #expect(
      given(full, when: .all([.takeBack([entry(8)], nil), new]))
        == .events([
          .undone(ranges: ranges(8), reason: nil), .hoursLogged(hours(ola, 1_400)),
        ]))
    #expect(
      given(full, when: .all([new, .takeBack([entry(8)], nil)]))
        == .rejected(.dayOver24Hours(ola, today, minutes: 2_840)))
  }

  @Test func `only an entry that stands is taken back, and once`() {
    let one = [Command.logHours([hours(ola, 60)])]
    func take(_ ids: Int...) -> Command { .takeBack(ids.map(entry), nil) }
    #expect(given(one, when: take(9)) == .rejected(.unknownEntry(entry(9))))
    #expect(given(one, when: take(7)) == .rejected(.unknownEntry(entry(7))))
    #expect(given(one + [undo(8)], when: take(8)) == .rejected(.unknownEntry(entry(8))))
    #expect(given(one, when: take(8, 8)) == undone(8))
    #expect(given(one, when: .all([take(8), take(8)])) == .rejected(.unknownEntry(entry(8))))
    #expect(given(one, when: take()) == .rejected(.nothingChanged))
    #expect(
      given(one, when: .all([take(8), .approve([entry(8)])])) == .rejected(.unknownEntry(entry(8))))
  }

  @Test func `what the transaction itself has said of the entry goes with it`() {
    let one = [Command.logHours([hours(ola, 60)])]
    #expect(
      given(one, when: .all([.approve([entry(8)]), .takeBack([entry(8)], nil)]))
        == .events([.hoursApproved(entry(8)), .undone(ranges: ranges(8...9), reason: nil)]))
    #expect(
      given(when: .all([.logHours([hours(ola, 60)]), .takeBack([entry(8)], nil)]))
        == .events([.hoursLogged(hours(ola, 60)), .undone(ranges: ranges(8), reason: nil)]))
  }

  @Test func `hours of a closed year are not taken back, late ones are`() {
    let closed: [Command] = [
      .logHours([lastYear(ola, 60)]), .closeYear(closing()), .logLate([lastYear(liv, 60)]),
    ]
    #expect(
      given(closed, when: .all([.noteImport(imported()), .takeBack([entry(8)], nil)]))
        == .rejected(.yearClosed(2023, closing: 9)))
    #expect(given(closed, when: .takeBack([entry(10)], nil)) == undone(10))
  }

  @Test func `alone it is an undo, and redo puts it back`() {
    #expect(
      given(list + [.takeBack([entry(9)], nil)], when: .redoNewest)
        == .events([.redone(undone: 12)]))
    #expect(after(list + [.takeBack([entry(9)], nil), .redoNewest]).state == after(list).state)
  }

  @Test func `first in a larger transaction, it makes no undo of the rest`() {
    let mixed = list + [.all([.takeBack([entry(9)], nil), .logHours([hours(per, 30)])])]
    let ledger = after(mixed)
    #expect(ledger.history.transactions.last?.kind == .ordinary)
    #expect(ledger.history.redoable.isEmpty)
    #expect(given(mixed, when: .redoNewest) == .rejected(.nothingToRedo))
    #expect(given(mixed, when: .undoNewest(nil)) == undone(13), "what it took is put back by line")
    #expect(given(mixed, when: .redo(12)) == .events([.redone(undone: 12)]))
  }

  @Test func `an undo of the new list takes what it brought; what it took comes back by its line`()
  {
    let all = list + [again]
    #expect(given(all, when: .undoNewest(nil)) == undone(12, 14...15))
    #expect(given(all, when: undo(12)) == undone(12, 14...15))
    for command in [undo(12), .undoNewest(nil)] {
      #expect(warnings(all, when: command) == [.stillTakenBack(line: 13)])
    }
    #expect(warnings(all + [.redo(13)], when: undo(12)) == [], "it is back already")
    let back = all + [undo(12), .redo(13)]
    #expect(after(back).state == after(list).state)
    #expect(given(all, when: undo(13)) == .events([.redone(undone: 13)]))
    #expect(after(all + [undo(12), .redoNewest]).state == after(all).state)
  }

  @Test func `what the new list took comes back only while its import stands`() {
    // Both imports are gone, so the row of the first one has no import to come back to.
    let gone = list + [again, undo(12), undo(8)]
    #expect(given(gone, when: .redo(13)) == .rejected(.importInPart(ImportID(seq: 8))))
  }

  @Test func `what the new list put in its place keeps it away`() {
    let day = [
      Command.all([.noteImport(imported()), .logHours([hours(ola, 1_000)])]),
      .all([
        .noteImport(imported(after: 8)), .takeBack([entry(9)], nil),
        .logHours([hours(ola, 1_100)]),
      ]),
    ]
    let because = Rejection.dayOver24Hours(ola, today, minutes: 2_100)
    #expect(
      given(day, when: .redo(11)) == .rejected(.neededBy([Dependent(seq: 12, because: because)])))
    #expect(given(day + [undo(10)], when: .redo(11)) == .events([.redone(undone: 11)]))
  }

  @Test func `the same again is the transaction that is there`() throws {
    let before = book(list)
    let once = commandID("liste-mars")
    let stamp = Stamp(at: before.moment, by: kari, command: once)
    var ledger = before.ledger
    for line in try ledger.decide(again, stamp).recorded(after: 11, stamp) { ledger.apply(line) }
    let retry = Stamp(at: before.moment.adding(seconds: 60), by: kari, command: once)
    #expect(try ledger.earlierRun(of: again, retry)?.lines == 12...15)
    #expect(throws: Rejection.commandUsed(once, seq: 12)) {
      try ledger.earlierRun(of: .takeBack([entry(9)], .other), retry)
    }
    #expect(throws: Rejection.commandUsed(once, seq: 12)) { try ledger.decide(again, retry) }
  }
}
