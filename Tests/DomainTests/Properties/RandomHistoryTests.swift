import Domain
import Testing

/// Histories of random commands: the clever ways are held against the definitions after every step.
struct RandomHistoryTests {
  /// Long enough for an undo to reach back over many others.
  private let steps = 60

  @Test func `every step keeps every invariant and the state equals the literal fold`() {
    var tally = Tally()
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random)
      for step in 1...steps {
        let before = maker.book.ledger
        maker.step()
        let now = maker.book.ledger
        #expect(
          now.history.log.prefix(before.history.count) == before.history.log[...],
          "step \(step): the log did more than grow: \(again)")
        #expect(
          Literal.movedBeneathClaims(from: before.state, to: now.state).isEmpty,
          "step \(step): an entry left its claim: \(again)")
        let faults = faults(of: now)
        #expect(faults.isEmpty, "step \(step): \(again)")
        if !faults.isEmpty { break }
      }
      expectRebuilt(maker.book.ledger, again)
      tally.merge(maker.tally)
    }
    print("\(Chance.histories) random histories from seed \(Chance.seed): \(tally.text)")
    if Chance.isEnough { #expect(tally.missing(least: 2) == [], "too few interesting cases") }
  }

  /// A ledger that reads the log later knows the same as the one that wrote it.
  private func expectRebuilt(_ ledger: Ledger, _ again: String) {
    let rebuilt = Ledger(ledger.history.log)
    #expect(rebuilt.state == ledger.state, "\(again)")
    #expect(rebuilt.history.redoable == ledger.history.redoable, "\(again)")
    #expect(rebuilt.history.transactions == ledger.history.transactions, "\(again)")
  }

  @Test func `an auditor who asks check of every line finds nothing`() {
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random)
      for _ in 0..<steps { maker.step() }
      var auditor = Ledger()
      for recorded in maker.book.ledger.history.log {
        do {
          try auditor.check(recorded)
        } catch {
          Issue.record("line \(recorded.seq): \(error): \(again)")
        }
        auditor.apply(recorded)
        guard recorded.left == 0, let whole = auditor.history.transactions.last else { continue }
        #expect(auditor.unsettled(since: whole.lines.lowerBound) == nil, "\(again)")
      }
      #expect(auditor.state == maker.book.ledger.state, "\(again)")
    }
  }

  @Test func `the same log and the same command give the same events`() {
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random)
      for _ in 0..<steps { maker.step() }
      let log = maker.book.ledger.history.log
      for transaction in maker.book.ledger.history.transactions.dropFirst(4) {
        let lines = log[(transaction.lines.lowerBound - 1)..<transaction.lines.upperBound]
        guard let first = lines.first, case .undone(let ranges, _) = first.event else { continue }
        let before = Ledger(log.prefix(first.seq - 1))
        let stamp = Stamp(at: first.at, by: first.by, command: first.command)
        let command = Command.undo(Array(ranges.lines), nil, cascade: false)
        let decision = try? before.decide(command, stamp)
        #expect(decision?.events == [.undone(ranges: ranges, reason: nil)], "\(again)")
      }
    }
  }
}
