import Domain
import Testing

/// `--once ID`: the same id and the same content is done once; another content is an error.
struct RetryTests {
  private let once = commandID("import-mars")
  private let command = Command.logHours([hours(ola, 60), hours(liv, 90)])

  /// Runs a command under the id of the test.
  private func run(_ command: Command, by author: PersonID = kari, in book: Book) -> Ledger {
    var ledger = book.ledger
    let stamp = Stamp(at: book.moment, by: author, command: once)
    do {
      let decision = try ledger.decide(command, stamp)
      for line in decision.recorded(after: ledger.history.count, stamp) { ledger.apply(line) }
    } catch {
      Issue.record("\(error)")
    }
    return ledger
  }

  private func retry(
    _ command: Command, by author: PersonID = kari, _ ledger: Ledger, later: Int = 3_600
  ) throws(Rejection) -> ClosedRange<Int>? {
    let stamp = Stamp(at: noon.adding(seconds: later), by: author, command: once)
    return try ledger.earlierRun(of: command, stamp)?.lines
  }

  @Test func `an id that was never used has no earlier run`() throws {
    #expect(try retry(command, Book.opened().ledger) == nil)
  }

  @Test func `the same again is the transaction that is there`() throws {
    let ledger = run(command, in: .opened())
    #expect(try retry(command, ledger) == 8...9)
    #expect(try retry(command, ledger, later: 365 * 86_400) == 8...9)
  }

  @Test func `what was written since does not matter, nor that it was undone`() throws {
    var ledger = run(command, in: .opened())
    let stamp = Stamp(at: noon.adding(seconds: 600), by: kari, command: commandID("other"))
    let undo = try ledger.decide(.undo([8], nil, cascade: false), stamp)
    for line in undo.recorded(after: ledger.history.count, stamp) { ledger.apply(line) }
    #expect(try retry(command, ledger) == 8...9)
  }

  @Test func `other content, fewer rows, another author or another kind is an error`() {
    let ledger = run(command, in: .opened())
    let used = Rejection.commandUsed(once, seq: 8)
    #expect(throws: used) { try retry(.logHours([hours(ola, 60), hours(liv, 91)]), ledger) }
    #expect(throws: used) { try retry(.logHours([hours(ola, 60)]), ledger) }
    #expect(throws: used) { try retry(command, by: ola, ledger) }
    #expect(throws: used) { try retry(.undoNewest(nil), ledger) }
    #expect(throws: used) { try retry(.logHours([hours(ola, -1)]), ledger) }
  }

  @Test func `deciding with a used id is refused`() {
    let ledger = run(command, in: .opened())
    let stamp = Stamp(at: noon.adding(seconds: 600), by: kari, command: once)
    #expect(throws: Rejection.commandUsed(once, seq: 8)) { try ledger.decide(command, stamp) }
    #expect(throws: Rejection.commandUsed(once, seq: 8)) {
      try ledger.decide(.undoNewest(nil), stamp)
    }
  }

  @Test func `an undo, a redo and a sign-up are the same again, as they were decided then`() throws
  {
    let logged = book([command])
    #expect(try retry(.undoNewest(nil), run(.undoNewest(nil), in: logged)) == 10...10)
    let undone = book([command, .undoNewest(nil)])
    #expect(try retry(.redoNewest, run(.redoNewest, in: undone)) == 11...11)
    let planned = book([.planShift(kafe, evening(1))])
    let signUp = Command.signUp([ola, liv], shift(8))
    // Decided today, both would wait; what counts is how it was decided then.
    #expect(try retry(signUp, run(signUp, in: planned)) == 9...10)
  }

  @Test func `opening is the same again`() throws {
    let open = Command.open(opening, founder: PersonRegistered(role: .coordinator))
    let ledger = run(open, in: Book())
    #expect(try retry(open, ledger) == 1...2)
  }
}
