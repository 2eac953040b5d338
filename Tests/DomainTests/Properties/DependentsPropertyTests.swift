import Domain
import Testing

/// What an undo or a redo reports as dependents is what the definition says: fold everything without
/// the lines (or with them), and see who is no longer admitted.
struct DependentsPropertyTests {
  @Test func `an undo of random lines reports and takes what the definition says`() {
    var (asked, needed) = (0, 0)
    forEachLedger { ledger, maker, again in
      let lines = Set(maker.someLines())
      guard lines.allSatisfy({ ledger.history.stands($0) && ledger.isUndoable($0) }) else { return }
      let literal = Literal(ledger.history.log, removing: lines)
      let all = lines.union(literal.refused.map(\.seq))
      asked += 1
      if !literal.refused.isEmpty { needed += 1 }
      #expect(
        outcome(ledger, .undo(Array(lines), nil, cascade: false))
          == expected(literal, literal.refused, .undone(ranges: LineRanges(lines), reason: nil)),
        "undo \(lines.sorted()) after \(ledger.history.count) lines, \(again)")
      let never = literal.refused.filter { !ledger.isUndoable($0.seq) }.prefix(1)
      #expect(
        outcome(ledger, .undo(Array(lines), nil, cascade: true))
          == expected(literal, Array(never), .undone(ranges: LineRanges(all), reason: nil)),
        "undo \(lines.sorted()) --cascade after \(ledger.history.count) lines, \(again)")
    }
    if Chance.isEnough { #expect(asked > 300 && needed > 150, "\(needed) of \(asked)") }
  }

  @Test func `a redo of any undo reports what the definition says`() {
    var (asked, needed) = (0, 0)
    forEachLedger { ledger, _, again in
      for recorded in ledger.history.log {
        guard case .undone(let ranges, _) = recorded.event else { continue }
        let command = Command.redo(recorded.seq)
        if let stands = ranges.lines.first(where: ledger.history.stands) {
          #expect(
            outcome(ledger, command) == .rejected(.standsAgain(line: stands)),
            "redo \(recorded.seq), \(again)")
          continue
        }
        let literal = Literal(ledger.history.log, restoring: Set(ranges.lines))
        asked += 1
        if !literal.refused.isEmpty { needed += 1 }
        #expect(
          outcome(ledger, command)
            == expected(literal, literal.refused, .redone(undone: recorded.seq)),
          "redo \(recorded.seq) after \(ledger.history.count) lines, \(again)")
      }
    }
    if Chance.isEnough { #expect(asked > 300 && needed > 100, "\(needed) of \(asked)") }
  }

  /// Calls `body` at several moments of every random history.
  private func forEachLedger(_ body: (Ledger, inout HistoryMaker, String) -> Void) {
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random)
      for step in 1...60 {
        maker.step()
        if step % 6 == 0 { body(maker.book.ledger, &maker, again) }
      }
    }
  }

  private func outcome(_ ledger: Ledger, _ command: Command) -> Outcome {
    let stamp = Stamp(at: noon.adding(seconds: 86_399), by: kari, command: commandID("asked"))
    do {
      return .events(try ledger.decide(command, stamp).events)
    } catch {
      return .rejected(error)
    }
  }

  /// What the literal fold lets happen: dependents first, then the place that would stay empty.
  private func expected(_ literal: Literal, _ refused: [Dependent], _ event: Event) -> Outcome {
    if !refused.isEmpty { return .rejected(.neededBy(refused)) }
    for shift in literal.state.shifts.values.sorted(by: { $0.id < $1.id }) {
      if let waiting = shift.firstWaiting, !shift.isSettled {
        return .rejected(.placeLeftEmpty(shift.id, waiting: waiting.id))
      }
    }
    return .events([event])
  }
}
