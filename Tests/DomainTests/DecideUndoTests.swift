import Domain
import Testing

/// Undo: what it takes, and what it refuses to take.
struct DecideUndoTests {
  private let s8 = shift(firstLine)
  private let plan1 = Command.planShift(kafe, evening(1))
  private func undo(_ lines: Int..., cascade: Bool = false) -> Command {
    .undo(lines, nil, cascade: cascade)
  }
  private func undone(_ lines: any LinePart...) -> Outcome {
    .events([.undone(ranges: LineRanges(lines.flatMap(\.lines)), reason: nil)])
  }

  @Test func `plain undo takes the newest transaction, repeated the one before`() {
    let three: [Command] = [plan1, .signUp([ola, liv], s8), .logHours([hours(ola, 60)])]
    #expect(
      given(three, when: .undoNewest(.typo))
        == .events([.undone(ranges: ranges(11), reason: .typo)]))
    #expect(given(three + [.undoNewest(nil)], when: .undoNewest(nil)) == undone(9...10))
    #expect(
      given(three + [.undoNewest(nil), .undoNewest(nil)], when: .undoNewest(nil)) == undone(8))
    let back = three + [.undoNewest(nil), .redoNewest]
    #expect(
      given(back, when: .undoNewest(nil)) == undone(11), "what was put back is the newest again")
  }

  @Test func `plain undo goes down to the opening and no further`() {
    var book = Book.opened()
    for _ in 0..<3 { book.must(.undoNewest(nil)) }
    #expect(throws: Rejection.nothingToUndo) { try book.run(.undoNewest(nil)) }
    #expect(book.ledger.state.persons.count == 1 && book.ledger.state.activities.isEmpty)
  }

  @Test func `if somebody wrote after it, plain undo names them`() {
    let steps = [
      Step(kari, .logHours([hours(liv, 60)])), Step(ola, .logHours([hours(ola, 60)])),
      Step(liv, .logHours([hours(liv, 30)])), Step(liv, .undoNewest(nil)),
    ]
    let others = [(ola, 9), (liv, 10), (liv, 11)].map { Rejection.Author(person: $0, seq: $1) }
    #expect(
      given(steps, when: .undoNewest(nil)) == .rejected(.othersWroteSince(own: 8, others: others)))
    #expect(given(steps, when: undo(8)) == undone(8), "by its line it is possible")
    #expect(given(steps, when: .undoNewest(nil), by: per) == .rejected(.nothingToUndo))
  }

  @Test func `one bad row of an import is taken back alone, and plain undo takes the rest`() {
    let rows = [Command.logHours([hours(ola, 60), hours(liv, 6_0), hours(per, 60)])]
    #expect(given(rows, when: undo(9)) == undone(9))
    #expect(given(rows + [undo(9)], when: .undoNewest(nil)) == undone(8, 10))
  }

  @Test func `a sign-up that the undone withdrawal made room for needs it`() {
    let turns = [plan1, .signUp([ola], s8), .withdraw([ola], s8), .signUp([liv], s8)]
    #expect(
      given(turns, when: undo(10))
        == .rejected(.neededBy([Dependent(seq: 11, because: .shiftFull(s8))])))
    #expect(given(turns, when: undo(10, cascade: true)) == undone(10...11))
    #expect(given(turns, when: undo(11, 10)) == undone(10...11), "asked for together")
  }

  @Test func `hours that would pass 24 in a day need the correction that made room`() {
    let day = [
      Command.logHours([hours(ola, 1_000)]),
      .correctHours(entry(8), hours(ola, 400), .wrongMinutes),
      .logHours([hours(ola, 1_000)]),
    ]
    let because = Rejection.dayOver24Hours(ola, today, minutes: 2_000)
    #expect(
      given(day, when: undo(9)) == .rejected(.neededBy([Dependent(seq: 10, because: because)])))
  }

  @Test func `what stands on an undone activity, shift or person falls with it`() {
    let all = [
      Command.planShift(tur, evening(1)), .signUp([per, liv], s8),
      .logHours([hours(liv, 60, tur, shift: s8), hours(per, 60, kafe)]), .approve([entry(11)]),
    ]
    #expect(dependents(given(all, when: undo(7))) == [8, 9, 10, 11, 13])
    #expect(dependents(given(all, when: undo(8))) == [9, 10, 11, 13])
    // Per's place was Per's: without it Liv would wait though it is free.
    #expect(dependents(given(all, when: undo(5))) == [9, 10, 12])
    #expect(given(all, when: undo(5, cascade: true)) == undone(5, 9...10, 12))
    #expect(given(all, when: undo(13)) == undone(13))
  }

  @Test func `who would have been passed makes the later sign-up a dependent`() {
    // Ola has the place, Liv waits and gives up, Ola leaves, Per gets the place. If Liv never gave up,
    // the place was hers.
    let turns = [
      plan1, .signUp([ola, liv], s8), .withdraw([liv], s8), .withdraw([ola], s8),
      .signUp([per], s8),
    ]
    let because = Rejection.placeLeftEmpty(s8, waiting: signup(10))
    #expect(
      given(turns, when: undo(11)) == .rejected(.neededBy([Dependent(seq: 13, because: because)])))
    #expect(given(turns, when: undo(11, cascade: true)) == .rejected(because))
  }

  @Test func `a line that is refused only because of one that falls itself is no dependent`() {
    let moves: [Command] = [
      .logHours([hours(ola, 800, on: "2024-03-04")]),
      .correctHours(entry(8), hours(ola, 100, on: "2024-03-04"), .typo),
      .logHours([hours(ola, 800)]),
      .correctHours(entry(10), hours(ola, 700, on: "2024-03-04"), .wrongDay),
      .logHours([hours(ola, 800)]),
      .logHours([hours(ola, 100, on: "2024-03-04")]),
      .correctHours(entry(13), hours(ola, 600), .wrongDay),
    ]
    // Without 9, entry 10 stays on today, so 12 does not fit; and as 12 falls, 14 fits after all.
    #expect(dependents(given(moves, when: undo(9))) == [11, 12])
    #expect(given(moves, when: undo(9, cascade: true)) == undone(9, 11...12))
  }

  @Test(arguments: [1, 2]) func `opening and founder are never undone`(line: Int) {
    #expect(given(when: undo(line)) == .rejected(.neverUndoable(seq: line)))
    #expect(given(when: undo(7, line, cascade: true)) == .rejected(.neverUndoable(seq: line)))
  }

  @Test(arguments: [0, -1, 9, LineNumber.limit - 1, Int.max, Int.min])
  func `a line that is not there is not undone`(line: Int) {
    let one = [Command.logHours([hours(ola, 60)])]
    #expect(given(one, when: undo(line)) == .rejected(.noSuchLine(line)))
    #expect(given(one, when: undo(8, line)) == .rejected(.noSuchLine(line)))
    #expect(given(one, when: .redo(line)) == .rejected(.noSuchLine(line)))
  }

  @Test func `what is undone is not undone again, nor together with an undo`() {
    let one = [Command.logHours([hours(ola, 60)]), undo(8)]
    #expect(given(one, when: undo(8)) == .rejected(.alreadyUndone(seq: 8)))
    #expect(given(one, when: undo(7, 9)) == .rejected(.undoAndOthersTogether(line: 9)))
    #expect(given(when: .undo([], nil, cascade: true)) == .rejected(.nothingToUndo))
  }

  @Test func `who undoes must be known, before and after`() {
    let registered = Command.registerPersons([PersonRegistered(role: .approver)])
    let new = PersonID(seq: firstLine)
    #expect(given(when: undo(7), by: stranger) == .rejected(.unknownPerson(stranger)))
    #expect(given([registered], when: undo(8), by: new) == .rejected(.unknownPerson(new)))
    #expect(given([registered], when: undo(8)) == undone(8))
    #expect(
      given([registered, undo(8)], when: .redo(9), by: new) == .rejected(.unknownPerson(new)))
  }

  @Test func `an undo and a redo need their author, and are not taken back by a cascade`() {
    let new = PersonID(seq: firstLine)
    let steps = [
      Step(kari, .registerPersons([PersonRegistered(role: .approver)])),
      Step(new, .logHours([hours(ola, 60)])), Step(new, .undoNewest(nil)), Step(new, .redoNewest),
      Step(kari, undo(9)),
    ]
    let needing = [10, 11].map { Dependent(seq: $0, because: .unknownPerson(new)) }
    #expect(given(steps, when: undo(8)) == .rejected(.neededBy(needing)))
    #expect(given(steps, when: undo(8, cascade: true)) == .rejected(.neededBy([needing[0]])))
  }

  @Test func `a place that would stay empty while somebody waits is not left so`() {
    let promoted = [plan1, .signUp([ola, liv], s8), .withdraw([ola], s8)]
    // The promotion alone: the place would be free, and Liv would wait.
    #expect(given(promoted, when: undo(12)) == .rejected(.placeLeftEmpty(s8, waiting: signup(10))))
    #expect(given(promoted, when: .undoNewest(nil)) == undone(11...12))
  }
}
