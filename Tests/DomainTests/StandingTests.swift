import Domain
import Testing

/// (That the two passes see the state's entries is an invariant of every random history.)
struct StandingTests {
  private let log: [Command] = [
    .logHours([hours(ola, 60)]), .correctHours(entry(8), hours(ola, 70), .typo),
    .correctHours(entry(8), hours(liv, 80), .wrongPerson),
  ]

  private func entries(_ ledger: Ledger) -> [HourEntry] {
    let standing = Standing(ledger.history.log)
    return ledger.history.log.compactMap { standing.entry($0)?.content }
  }

  @Test func `an entry is what its last standing correction says`() {
    #expect(entries(after(log)) == [hours(liv, 80)])
    #expect(entries(after(log + [.undoNewest(nil)])) == [hours(ola, 70)])
    #expect(entries(after(log + [.undoNewest(nil), .undoNewest(nil)])) == [hours(ola, 60)])
    #expect(entries(after(log + [.undo([8], nil, cascade: true)])) == [])
    #expect(
      entries(after(log + [.undo([8], nil, cascade: true), .redoNewest])) == [hours(liv, 80)])
    #expect(entries(after(log + [.undo([9], nil, cascade: false)])) == [hours(liv, 80)])
  }

  @Test func `the line that sets an entry is known by number`() {
    let standing = Standing(after(log + [.undoNewest(nil)]).history.log)
    #expect(standing.contentLine(of: entry(8)) == 9)
    #expect(standing.lines == 11)
    #expect(!standing.stands(10) && standing.stands(11) && standing.stands(9))
    #expect(
      Standing(after(log + [.undo([8], nil, cascade: true)]).history.log).contentLine(of: entry(8))
        == nil)
  }

  @Test func `marks do not spill over words of 64 lines`() {
    let rows = Command.logHours((0..<200).map { unnamed(1, 1 + $0 % 60) })
    for (first, last) in [(63, 64), (64, 64), (127, 129), (8, 207), (65, 127), (192, 192)] {
      let ledger = after([rows, .undo(Array(first...last), nil, cascade: false)])
      let standing = Standing(ledger.history.log)
      for line in 1...208 { #expect(standing.stands(line) == !(first...last).contains(line)) }
    }
  }
}
