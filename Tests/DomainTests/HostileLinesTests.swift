import Domain
import Testing

/// Lines that no command writes, but that a file may hold: audit must name them and go on. Nothing may
/// trap, hang, or allocate by the size of a number.
struct HostileLinesTests {
  private let last = LineNumber.limit - 1

  private func taken(_ parts: ClosedRange<Int>...) -> Event {
    .undone(ranges: LineRanges(canonical: parts) ?? ranges(1), reason: nil)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [9, 1_000, LineNumber.limit - 1])
  func `an undo that reaches past the log is refused and takes nothing`(upper: Int) {
    var book = book([.logHours([hours(ola, 60)])])
    let before = book.ledger.state
    let undo = taken(8...upper)
    #expect(book.refusal(of: undo) == .noSuchLine(upper))
    book.force([undo])
    #expect(book.ledger.state == before)
    #expect(book.ledger.unsettled(since: 9) == nil)
    #expect(book.refusal(of: .redone(undone: 9)) == .notAnUndo(line: 9))
    #expect(throws: Rejection.notAnUndo(line: 9)) { try book.run(.redo(9)) }
    #expect(throws: Rejection.notAnUndo(line: 9)) { try book.run(.undo([9], nil, cascade: true)) }
    // Nor does it take anything later, when there are as many lines.
    book.force([.redone(undone: 9)])
    #expect(throws: (any Error).self) { try book.run(.undo([10], nil, cascade: true)) }
    book.must(.undo([8], nil, cascade: false))
    book.force([.redone(undone: 9)])
    #expect(book.ledger.state.entries.isEmpty)
    #expect(!Standing(book.ledger.history.log).stands(8))
  }

  @Test func `an undo of undos, redos, the opening or what does not stand is refused`() {
    let book = book([.logHours([hours(ola, 60)]), .undoNewest(nil), .redoNewest, .undoNewest(nil)])
    #expect(book.refusal(of: taken(9...9)) == .neverUndoable(seq: 9))
    #expect(book.refusal(of: taken(7...10)) == .alreadyUndone(seq: 8))
    #expect(book.refusal(of: taken(10...10)) == .neverUndoable(seq: 10))
    #expect(book.refusal(of: taken(1...1)) == .neverUndoable(seq: 1))
    #expect(book.refusal(of: taken(7...7), by: stranger) == .unknownPerson(stranger))
    #expect(book.refusal(of: .redone(undone: 10)) == .notAnUndo(line: 10))
    #expect(book.refusal(of: .redone(undone: last)) == .notAnUndo(line: last))
    #expect(book.refusal(of: .redone(undone: 0)) == .notAnUndo(line: 0))
    #expect(book.refusal(of: .undone(ranges: LineRanges([Int]()), reason: nil)) == .noSuchLine(0))
  }

  @Test func `what is never undone is passed over by an undo that covers it`() {
    var book = book([
      .logHours([hours(ola, 60)]), .closeYear(closing()), .approveYear(2023, on: today),
      .logHours([hours(liv, 60)]), .undoNewest(nil),
    ])
    let before = book.ledger.state
    book.force([taken(1...1, 8...10, 12...12)])
    #expect(book.ledger.state.opening == before.opening)
    #expect(book.ledger.state.closings == before.closings)
    #expect(book.ledger.state.entries.isEmpty && !book.ledger.history.stands(8))
    for line in [1, 9, 10, 12] { #expect(book.ledger.history.stands(line), "line \(line)") }
    #expect(book.ledger.state == Literal.unjudged(book.ledger.history.log))
  }

  @Test func `an undo that leaves out a dependent is refused`() {
    let book = book([.logHours([hours(ola, 60, tur)])])
    #expect(
      book.refusal(of: taken(7...7))
        == .neededBy([Dependent(seq: 8, because: .unknownActivity(tur))]))
    #expect(book.refusal(of: taken(7...8)) == nil)
  }

  @Test func `a redo of what stands, or that something after it does not bear, is refused`() {
    let again = book([.undo([7], nil, cascade: false), .addActivity(activity(tur, "Ny"))])
    #expect(
      again.refusal(of: .redone(undone: 8))
        == .neededBy([Dependent(seq: 9, because: .codeTaken(tur))]))
    let back = book([.undo([7], nil, cascade: false), .redoNewest])
    #expect(back.refusal(of: .redone(undone: 8)) == .standsAgain(line: 7))
    #expect(book([.undoNewest(nil)]).refusal(of: .redone(undone: 8)) == nil)
  }

  @Test func `the first transaction is not undone while it is being written`() {
    var ledger = Ledger()
    let events: [Event] = [
      .ledgerOpened(opening), .personRegistered(PersonRegistered(role: .coordinator)),
    ]
    let stamp = Stamp(at: noon, by: kari, command: commandID("first"))
    for var line in Decision(events: events).recorded(after: 0, stamp) {
      line.left += 1
      ledger.apply(line)
    }
    let third = Recorded(
      seq: 3, at: noon, by: kari, command: stamp.command, left: 0, event: taken(2...2))
    #expect(throws: Rejection.neverUndoable(seq: 2)) { try ledger.check(third) }
  }

  @Test(.timeLimit(.minutes(1))) func `no sum of minutes overflows`() {
    var book = Book.opened()
    book.force((0..<1_100).map { _ in .hoursLogged(hours(ola, last)) })
    #expect(book.ledger.state.minutes(of: ola, on: today) == LineNumber.limit)
    #expect(
      book.refusal(of: .hoursLogged(hours(ola, 60)))
        == .dayOver24Hours(ola, today, minutes: LineNumber.limit + 60))
    #expect(
      book.refusal(of: .hoursLogged(hours(ola, last))) == .minutesOutOfRange(last, limit: 1_440))
    #expect(book.refusal(of: .shiftPlanned(activity: kafe, plan: evening(last))) == nil)
    #expect(book.refusal(of: taken(8...8)) != nil, "the day is over 24 hours without it too")
  }

  @Test func `an undo that is mixed with others is put back by itself`() {
    var book = book([.logHours([hours(ola, 60)])])
    book.force([taken(8...8), .hoursLogged(hours(liv, 60))])
    let decision = try? book.ledger.decide(.redo(9), book.stamp(by: kari))
    #expect(decision?.events == [.redone(undone: 9)])
  }

  @Test func `events about things that are not there change nothing and are refused`() {
    let before = Book.opened()
    let none: [Event] = [
      .shiftChanged(shift: shift(last), plan: evening(1)),
      .shiftCancelled(shift: shift(7), reason: .other),
      .signupMade(shift: shift(8), person: ola, waiting: false), .signupWithdrawn(signup(last)),
      .signupPromoted(signup(7)), .hoursApproved(entry(last)), .hoursUnapproved(entry(6)),
      .hoursCorrected(entry: entry(3), content: hours(ola, 60), reason: .typo),
      .activityChanged(activity(code("kurs"))), .activityEnded(code: code("kurs"), on: today),
      .redone(undone: last),
    ]
    for event in none {
      #expect(before.refusal(of: event) != nil, "\(event)")
      var book = before
      book.force([event])
      #expect(book.ledger.state == before.ledger.state, "\(event)")
    }
  }

  @Test func `lines numbered wrongly do not trap`() {
    for seq in [-1, 0, 1, 7, 9, 12, LineNumber.limit - 1] {
      var ledger = Book.opened().ledger
      for event in [Event.hoursLogged(hours(ola, 60)), taken(7...7), .redone(undone: 9)] {
        let line = Recorded(
          seq: seq, at: noon, by: kari, command: commandID("wrong"), left: 0, event: event)
        _ = try? ledger.check(line)
        ledger.apply(line)
        _ = ledger.unsettled(since: max(1, seq))
      }
      #expect(ledger.history.count == 10)
    }
  }
}
