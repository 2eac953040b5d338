import Domain
import Testing

/// Reports that were given away: they happened outside the log.
struct AdmitsSentTests {
  private let g8 = grant(firstLine)
  private let add = Command.addGrant(details())
  private func send(_ sent: SentReport, after commands: [Command] = []) -> Outcome {
    given(commands, when: .noteSent(sent))
  }
  private func noted(_ sent: SentReport) -> Outcome { .events([.reportSent(sent)]) }

  @Test func `a report is of a year or of a grant that stands`() {
    #expect(send(sent(.year(2023), size: 7)) == noted(sent(.year(2023), size: 7)))
    #expect(send(sent(.year(1899), size: 7)) == .rejected(.yearOutOfRange(1899)))
    #expect(send(sent(.year(3000), size: 7)) == .rejected(.yearOutOfRange(3000)))
    let report = sent(.grant(g8), size: 8)
    #expect(send(report, after: [add]) == noted(report))
    #expect(send(sent(.grant(g8), size: 7)) == .rejected(.unknownGrant(g8)))
  }

  @Test func `it has a receiver, and was not sent tomorrow`() {
    let tomorrow = today.adding(1)
    #expect(send(sent(.year(2023), size: 7, to: "")) == .rejected(.badText(field: .to, .empty)))
    #expect(
      send(sent(.year(2023), size: 7, on: tomorrow))
        == .rejected(.futureDay(tomorrow, today: today)))
    let old = sent(.year(2023), size: 7, on: yesterday)
    #expect(send(old) == noted(old))
  }

  @Test(arguments: [0, -1, Int.min, 9, 10, Int.max])
  func `it was computed from lines above its own`(size: Int) {
    let beyond = Rejection.sentBeyondLog(size: size)
    #expect(send(sent(.year(2023), size: size), after: [add]) == .rejected(beyond))
    let book = book([add])
    #expect(book.refusal(of: .reportSent(sent(.year(2023), size: size))) == beyond)
    #expect(book.refusal(of: .reportSent(sent(.year(2023), size: 8))) == nil)
  }

  @Test func `it was computed from whole transactions`() {
    // Lines 3 to 5 are one transaction.
    for size in [3, 4] {
      let half = sent(.year(2023), size: size)
      #expect(send(half) == .rejected(.sentBeyondLog(size: size)))
      #expect(Book.opened().refusal(of: .reportSent(half)) == .sentBeyondLog(size: size))
    }
    #expect(send(sent(.year(2023), size: 5)) == noted(sent(.year(2023), size: 5)))
    let own = sent(.grant(g8), size: 8)
    #expect(
      given(when: .all([add, .noteSent(own)])) == .rejected(.sentBeyondLog(size: 8)),
      "its own transaction is not whole yet")
    var audited = Book.opened().ledger
    let stamp = Book.opened().stamp(by: kari)
    let lines = Decision(events: [.grantAdded(details()), .reportSent(own)])
      .recorded(after: 7, stamp)
    audited.apply(lines[0])
    #expect(throws: Rejection.sentBeyondLog(size: 8)) { try audited.check(lines[1]) }
  }

  @Test func `what was sent is never undone, and both versions stand`() {
    let reports = [sent(.grant(g8), size: 8), sent(.grant(g8), size: 9)]
    let commands = [add] + reports.map { .noteSent($0) }
    let ledger = after(commands)
    #expect(ledger.state.sent.values.map(\.content).sorted { $0.size < $1.size } == reports)
    #expect(given(commands, when: .undoNewest(nil)) == .rejected(.neverUndoable(seq: 10)))
    #expect(
      given(commands, when: .undo([9], nil, cascade: true)) == .rejected(.neverUndoable(seq: 9)))
    var forced = book(commands)
    forced.force([.undone(ranges: ranges(8...10), reason: nil)])
    #expect(forced.ledger.state.sent == ledger.state.sent)
    #expect(forced.ledger.state.grants.isEmpty)
    #expect(forced.ledger.state == Literal.unjudged(forced.ledger.history.log))
    #expect(Standing(forced.ledger.history.log).stands(9))
  }

  @Test func `a grant that a report was sent of is not undone, nor who sent it`() {
    let commands = [add, .noteSent(sent(.grant(g8), size: 8))]
    let because = Dependent(seq: 9, because: .unknownGrant(g8))
    for cascade in [false, true] {
      #expect(
        given(commands, when: .undo([8], nil, cascade: cascade)) == .rejected(.neededBy([because])))
    }
    #expect(
      given(
        [Step(ola, .noteSent(sent(.year(2023), size: 7)))], when: .undo([3], nil, cascade: true))
        == .rejected(.neededBy([Dependent(seq: 8, because: .unknownPerson(ola))])))
  }
}
