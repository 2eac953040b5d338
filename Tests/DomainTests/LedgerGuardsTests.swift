import Domain
import Testing

/// What an undo and a redo may not reach: hours and settings that a closing has fixed. (The halves of
/// imports are in `ImportingTests`.)
struct LedgerGuardsTests {
  private let close = Command.closeYear(closing())
  private let reopen = Command.reopenYear(2023, .typo, note: nil)
  private let work = Command.logHours([lastYear(ola, 60)])

  private func undo(_ lines: Int..., cascade: Bool = false) -> Command {
    .undo(lines, nil, cascade: cascade)
  }
  private func undone(_ lines: any LinePart...) -> Outcome {
    .events([.undone(ranges: LineRanges(lines.flatMap(\.lines)), reason: nil)])
  }
  private func isClosed(_ closing: Int) -> Outcome {
    .rejected(.yearClosed(2023, closing: closing))
  }
  /// What audit says of an undo that somebody wrote.
  private func refusal(_ commands: [Command], undoing lines: Int...) -> Rejection? {
    book(commands).refusal(of: .undone(ranges: LineRanges(lines), reason: nil))
  }

  @Test func `entry, correction and settings of a closed year are not undone`() {
    let fixed: [Command] = [
      work, .correctHours(entry(8), lastYear(ola, 90), .typo),
      .setYear(YearSettings(year: 2023, divisor: 1_700)), close,
    ]
    for line in [8, 9, 10] {
      #expect(given(fixed, when: undo(line, cascade: true)) == isClosed(11), "line \(line)")
    }
    for line in [9, 10] {
      #expect(given(fixed, when: undo(line)) == isClosed(11), "line \(line)")
      #expect(refusal(fixed, undoing: line) == .yearClosed(2023, closing: 11), "line \(line)")
    }
    #expect(refusal(fixed, undoing: 8, 9) == .yearClosed(2023, closing: 11))
    #expect(given([work, close], when: undo(8)) == isClosed(9))
  }

  @Test func `a cascade does not reach what a closing has fixed`() {
    let fixed = [
      Command.logHours([hours(ola, 60, tur, on: "2023-11-01"), hours(ola, 60, tur)]), close,
    ]
    #expect(dependents(given(fixed, when: undo(7))) == [8, 9])
    #expect(given(fixed, when: undo(7, cascade: true)) == isClosed(10))
    #expect(given(fixed, when: undo(9)) == undone(9), "hours of an open year may go")
  }

  @Test func `what was undone before the closing is not put back`() {
    let gone = [work, .undo([8], nil, cascade: false), close]
    #expect(given(gone, when: .redo(9)) == isClosed(10))
    #expect(given(gone, when: undo(9)) == isClosed(10))
    #expect(book(gone).refusal(of: .redone(undone: 9)) == .yearClosed(2023, closing: 10))
    #expect(given(gone + [reopen], when: .redo(9)) == .events([.redone(undone: 9)]))
    let settings = [
      Command.setYear(YearSettings(year: 2023, divisor: 1_700)), .undoNewest(nil), close,
    ]
    #expect(given(settings, when: .redo(9)) == isClosed(10))
  }

  @Test func `the redo of an undo that came after the reopening waits for the next one`() {
    let again = [work, close, reopen, .undo([8], nil, cascade: false), close]
    #expect(given(again, when: .redo(11)) == isClosed(12))
    #expect(
      given(again + [.reopenYear(2023, .typo, note: nil)], when: .redo(11))
        == .events([.redone(undone: 11)]))
  }

  @Test func `late hours and late corrections are undone and put back`() {
    let late = [
      work, close, .logLate([lastYear(liv, 30)]),
      .correctLate(entry(8), lastYear(ola, 90), .typo),
    ]
    #expect(given(late, when: undo(10)) == undone(10))
    #expect(given(late, when: .undoNewest(nil)) == undone(11))
    #expect(
      given(late + [.undoNewest(nil), .undoNewest(nil)], when: .redoNewest)
        == .events([.redone(undone: 13)]))
    #expect(after(late + [.undoNewest(nil)]).state.entries[entry(8)]?.content.minutes == 60)
    #expect(
      after(late + [.undoNewest(nil), .redoNewest]).state == after(late).state)
  }

  @Test func `late hours stand fast when the year is closed again over them`() {
    let again = [close, .logLate([lastYear(liv, 30)]), reopen, close]
    #expect(given(again, when: undo(9)) == isClosed(11))
    #expect(given([close, .logLate([lastYear(liv, 30)]), reopen], when: undo(9)) == undone(9))
  }

  @Test func `approvals from before the closing are undone, for they are in no figure`() {
    #expect(given([work, .approve([entry(8)]), close], when: undo(9)) == undone(9))
  }

  @Test func `what left the year before it was closed is not fixed with it`() {
    let left = [work, .correctHours(entry(8), hours(ola, 60), .wrongDay), close]
    #expect(given(left, when: undo(8, 9)) == undone(8...9))
    #expect(given(left, when: undo(9)) == isClosed(10), "it would be there again")
    #expect(given(left + [undo(8, 9)], when: .redo(11)) == .events([.redone(undone: 11)]))
    let came = [
      Command.logHours([hours(ola, 60)]), .correctHours(entry(8), lastYear(ola, 60), .wrongDay),
      close,
    ]
    #expect(given(came, when: undo(8, 9)) == isClosed(10))
    #expect(given(came, when: undo(9)) == isClosed(10))
  }

  @Test func `a correction that another one has replaced says nothing of the year`() {
    let twice = [
      work, .correctHours(entry(8), lastYear(ola, 90), .typo),
      .correctHours(entry(8), lastYear(ola, 120), .typo), close,
    ]
    #expect(given(twice, when: undo(9)) == undone(9))
    #expect(given(twice, when: undo(10)) == isClosed(11))
    #expect(given(twice, when: undo(9, 10)) == isClosed(11))
  }

  @Test func `the first of several closed years is named`() {
    let both = [
      Command.logHours([lastYear(ola, 60), lastYear(ola, 60, on: "2022-11-01")]), close,
      .closeYear(closing(2022)),
    ]
    #expect(given(both, when: undo(9, 8)) == isClosed(10))
    #expect(given(both, when: undo(9)) == .rejected(.yearClosed(2022, closing: 11)))
  }

  @Test func `a correction looks at the year it takes the entry from`() {
    // Line 11 was allowed because line 9 had taken the entry out of the year.
    let moved = [
      work, .correctHours(entry(8), hours(ola, 60), .wrongDay), close,
      .correctHours(entry(8), hours(ola, 90), .wrongMinutes), reopen,
    ]
    let because = Rejection.yearClosed(2023, closing: 10)
    #expect(
      given(moved, when: undo(9)) == .rejected(.neededBy([Dependent(seq: 11, because: because)])))
    #expect(given(moved, when: undo(9, cascade: true)) == undone(9, 11))
  }

  @Test func `settings that came after the reopening are dependents of none`() {
    let set = Command.setYear(YearSettings(year: 2023, divisor: 1_700))
    #expect(given([close, reopen, set], when: undo(10)) == undone(10))
  }

  // MARK: - What happened outside the log

  @Test func `closing, approval and reopening are never undone`() {
    let all = [close, .approveYear(2023, on: today), reopen]
    for line in 8...10 {
      #expect(given(all, when: undo(line)) == .rejected(.neverUndoable(seq: line)))
      #expect(
        given(all, when: undo(7, line, cascade: true)) == .rejected(.neverUndoable(seq: line)))
      #expect(refusal(all, undoing: line) == .neverUndoable(seq: line))
    }
  }

  @Test func `plain undo stops at the own closing`() {
    let closed = [work, close]
    #expect(given(closed, when: .undoNewest(nil)) == .rejected(.neverUndoable(seq: 9)))
    #expect(
      given(closed + [.logLate([lastYear(ola, 1)])], when: .undoNewest(nil)) == undone(10))
    #expect(
      given([.all([.logHours([hours(ola, 60)]), close])], when: .undoNewest(nil))
        == .rejected(.neverUndoable(seq: 9)))
    let steps = [Step(ola, .logHours([hours(ola, 60)])), Step(kari, close)]
    #expect(
      given(steps, when: .undoNewest(nil), by: ola)
        == .rejected(.othersWroteSince(own: 8, others: [.init(person: kari, seq: 9)])))
    #expect(given(steps, when: .undoNewest(nil)) == .rejected(.neverUndoable(seq: 9)))
  }

  @Test func `a closing needs who closed`() {
    let new = PersonID(seq: firstLine)
    let registered = Step(kari, .registerPersons([PersonRegistered(role: .coordinator)]))
    let because = [Dependent(seq: 9, because: .unknownPerson(new))]
    let closed = [registered, Step(new, close)]
    #expect(given(closed, when: undo(8)) == .rejected(.neededBy(because)))
    #expect(given(closed, when: undo(8, cascade: true)) == .rejected(.neededBy(because)))
    let reopened = closed + [Step(kari, reopen)]
    #expect(dependents(given(reopened, when: undo(8))) == [9, 10])
  }
}
