import Domain
import Testing

struct HistoryTests {
  private let ledger = after([
    .logHours([hours(ola, 60), hours(liv, 60)]), .undo([8], nil, cascade: false), .redoNewest,
  ])

  @Test func `every line is in the transaction that wrote it`() {
    let expected: [Int: ClosedRange<Int>] = [
      1: 1...2, 2: 1...2, 4: 3...5, 8: 8...9, 9: 8...9, 10: 10...10,
    ]
    for (line, lines) in expected { #expect(ledger.history.transaction(of: line)?.lines == lines) }
    for line in [0, -1, 12, Int.max] { #expect(ledger.history.transaction(of: line) == nil) }
    #expect(ledger.history.transactions.map(\.kind).suffix(3) == [.ordinary, .undo, .redo])
    #expect(ledger.history.transaction(of: commandID("c5"))?.lines == 8...9)
  }

  @Test func `lines are found by number, and nothing else is there`() {
    #expect(ledger.history[8]?.event == .hoursLogged(hours(ola, 60)))
    for line in [0, -1, 12, LineNumber.limit - 1, Int.max, Int.min + 1] {
      #expect(ledger.history[line] == nil && !ledger.history.stands(line))
    }
  }

  @Test func `an unfinished transaction is no transaction yet`() {
    var unfinished = ledger
    let line = Recorded(
      seq: 12, at: noon, by: kari, command: commandID("open"), left: 1,
      event: .hoursLogged(hours(per, 60)))
    unfinished.apply(line)
    #expect(unfinished.history.transaction(of: 12) == nil)
    #expect(unfinished.history.transaction(of: commandID("open")) == nil)
    #expect(unfinished.history.stands(12))
  }
}
