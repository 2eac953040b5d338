import Domain
import Testing

/// Redo: the way back, last in, first out; and back again by line.
struct DecideRedoTests {
  private let two: [Command] = [.logHours([hours(ola, 60)]), .logHours([hours(liv, 60)])]
  private func redone(_ line: Int) -> Outcome { .events([.redone(undone: line)]) }
  private func undone(_ lines: any LinePart...) -> Outcome {
    .events([.undone(ranges: LineRanges(lines.flatMap(\.lines)), reason: nil)])
  }

  @Test func `redo puts back the last undo first`() {
    let taken = two + [.undoNewest(nil), .undoNewest(nil)]
    #expect(given(taken, when: .redoNewest) == redone(11))
    #expect(given(taken + [.redoNewest], when: .redoNewest) == redone(10))
    #expect(
      given(taken + [.redoNewest, .redoNewest], when: .redoNewest) == .rejected(.nothingToRedo))
    #expect(after(taken + [.redoNewest, .redoNewest]).state == after(two).state)
  }

  @Test func `a new ordinary transaction empties what redo can take back, but not by its line`() {
    let other = two + [.undoNewest(nil), .addActivity(activity(code("kurs")))]
    #expect(given(other, when: .redoNewest) == .rejected(.nothingToRedo))
    #expect(given(other, when: .redo(10)) == redone(10))
    #expect(given(other, when: .undo([10], nil, cascade: false)) == redone(10))
  }

  @Test func `what somebody else undid is put back only by its line`() {
    let steps = two.map { Step(kari, $0) } + [Step(kari, .undoNewest(nil))]
    #expect(
      given(steps, when: .redoNewest, by: ola) == .rejected(.undoneByOther(line: 10, by: kari)))
    #expect(given(steps, when: .redo(10), by: ola) == redone(10))
  }

  @Test func `undoing a redo by its line takes the same lines again`() {
    let back = two + [.undo([8, 9], nil, cascade: false), .redoNewest]
    #expect(
      given(back, when: .undo([11], .typo, cascade: false))
        == .events([.undone(ranges: ranges(8...9), reason: .typo)]))
    let again = back + [.undo([11], nil, cascade: false)]
    #expect(
      given(again, when: .undo([11], nil, cascade: false)) == .rejected(.alreadyUndone(seq: 8)))
    #expect(given(again, when: .redoNewest) == redone(12))
    #expect(given(again, when: .redo(10)) == redone(10), "either undo took exactly these")
  }

  @Test func `a whole cascade is put back as one`() {
    let cascade = two + [.undo([6], nil, cascade: true)]
    #expect(given(two, when: .undo([6], nil, cascade: true)) == undone(6, 8...9))
    #expect(given(cascade, when: .redoNewest) == redone(10))
    #expect(after(cascade + [.redoNewest]).state == after(two).state)
  }

  @Test func `redo after a partial undo: what stands already is named`() {
    let partly =
      two + [
        .undo([8], nil, cascade: false), .redoNewest, .undo([8, 9], nil, cascade: false), .redo(10),
      ]
    let ledger = after(partly)
    #expect(ledger.history.stands(8) && !ledger.history.stands(9))
    #expect(given(partly, when: .redoNewest) == .rejected(.standsAgain(line: 8)))
    #expect(
      given(partly, when: .undo([9], nil, cascade: false)) == .rejected(.alreadyUndone(seq: 9)))
    #expect(given(partly + [.undo([8], nil, cascade: false)], when: .redo(12)) == redone(12))
  }

  @Test func `what is put back must be allowed where it stands, and so must all after it`() {
    let again = [Command.undo([7], nil, cascade: false), .addActivity(activity(tur, "Ny"))]
    #expect(
      given(again, when: .redo(8))
        == .rejected(.neededBy([Dependent(seq: 9, because: .codeTaken(tur))])))
    let full: [Command] = [
      .logHours([hours(ola, 1_000)]), .undoNewest(nil), .logHours([hours(ola, 441)]),
    ]
    let because = Rejection.dayOver24Hours(ola, today, minutes: 1_441)
    #expect(
      given(full, when: .redo(9)) == .rejected(.neededBy([Dependent(seq: 10, because: because)])))
    let gone: [Command] = [
      .addActivity(activity(code("kurs"))), .logHours([hours(ola, 60, code("kurs"))]),
      .undoNewest(nil),
      .undoNewest(nil),
    ]
    #expect(
      given(gone, when: .redo(10))
        == .rejected(.neededBy([Dependent(seq: 9, because: .unknownActivity(code("kurs")))])))
  }

  @Test func `only an undo is put back`() {
    #expect(given(when: .redo(7)) == .rejected(.notAnUndo(line: 7)))
    #expect(
      given(two + [.undoNewest(nil), .redoNewest], when: .redo(11))
        == .rejected(.notAnUndo(line: 11)))
    #expect(
      given(two + [.undoNewest(nil), .redoNewest], when: .redo(10))
        == .rejected(.standsAgain(line: 9)))
    #expect(given(when: .redoNewest) == .rejected(.nothingToRedo))
  }

  @Test func `an undo too long for one line is one unit of several`() {
    let rows = Command.logHours((0..<3_101).map { unnamed(1, 1 + $0 % 60) })
    var book = book([rows])
    let before = book.ledger.state
    book.must(.undo(Array(stride(from: 8, through: 3_108, by: 2)), nil, cascade: false))
    guard let unit = book.ledger.history.redoable.last else {
      Issue.record("an undo can be redone")
      return
    }
    #expect(unit.lines == 3_109...3_110)
    #expect(book.ledger.state.entries.count == 1_550)
    #expect(faults(of: book.ledger).isEmpty)
    book.must(.redo(3_110))
    #expect(book.ledger.state == before)
    #expect(book.ledger.history.redoable.isEmpty)
  }

  @Test func `a long undo whose parts are not allowed one by one is refused`() {
    let rows = Command.logHours((0..<3_100).map { unnamed(1, 1 + $0 % 60) })
    let turns = [
      Command.planShift(kafe, evening(1)), .signUp([ola], shift(8)), rows,
      .withdraw([ola], shift(8)),
      .signUp([ola], shift(8)),
    ]
    let lines = [9] + Array(stride(from: 11, through: 3_109, by: 2)) + [3_110]
    // Without 9 and 3 110 the sign-up on line 3 111 may stand; without 3 110 alone it may not.
    let because = Rejection.alreadySignedUp(ola, shift(8))
    #expect(
      given(turns, when: .undo(lines, nil, cascade: false))
        == .rejected(.neededBy([Dependent(seq: 3_111, because: because)])))
  }
}
