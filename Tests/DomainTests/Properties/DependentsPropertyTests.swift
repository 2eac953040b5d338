import Domain
import Testing

/// What an undo or a redo reports as dependents is what the definition says: fold everything without
/// the lines (or with them), and see who is no longer admitted.
struct DependentsPropertyTests {
  @Test func `an undo of random lines reports and takes what the definition says`() {
    var (asked, needed, refused) = (0, 0, 0)
    forEachLedger { ledger, maker, again in
      let lines = Set(maker.someLines())
      guard lines.allSatisfy({ ledger.history.stands($0) && ledger.isUndoable($0) }) else { return }
      asked += 1
      let whole = Literal.whole(lines, ledger)
      if !Literal(ledger.history.log, removing: whole).refused.isEmpty { needed += 1 }
      if !Literal.frozen(ledger, removing: whole).isEmpty { refused += 1 }
      for cascade in [false, true] {
        let outcome = outcome(ledger, .undo(Array(lines), nil, cascade: cascade))
        #expect(
          expected(ledger, undoing: whole, cascade).contains { agrees(outcome, $0, ledger) },
          "undo \(lines.sorted()), \(cascade), after \(ledger.history.count) lines, \(again)")
      }
    }
    if Chance.isEnough {
      #expect(asked > 300 && needed > 150 && refused > 10, "\(needed), \(refused) of \(asked)")
    }
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
        let expected: [Outcome]
        if case let frozen = Literal.frozen(ledger, restoring: Set(ranges.lines)), !frozen.isEmpty {
          expected = frozen.map { .rejected($0) }
        } else if let halved = Literal.halved(ledger, restoring: Set(ranges.lines)) {
          expected = [.rejected(halved)]
        } else if case let moved = Literal.moved(ledger, restoring: Set(ranges.lines)),
          literal.refused.isEmpty, !moved.isEmpty
        {
          expected = moved.map { .rejected($0) }
        } else {
          expected = [self.expected(literal, literal.refused, .redone(undone: recorded.seq))]
        }
        let outcome = outcome(ledger, command)
        #expect(
          expected.contains { agrees(outcome, $0, ledger) },
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

  /// Whether the outcome is the expected one. Where a closing would fall, which it never does, the
  /// product need not list the hours that would fall with it.
  private func agrees(_ outcome: Outcome, _ expected: Outcome, _ ledger: Ledger) -> Bool {
    guard case .rejected(.neededBy(let found)) = outcome,
      case .rejected(.neededBy(let all)) = expected,
      let closing = all.first(where: { writesClosing($0.seq, ledger) })
    else { return outcome == expected }
    return found.contains(closing) && found.allSatisfy(all.contains)
  }

  private func writesClosing(_ line: Int, _ ledger: Ledger) -> Bool {
    switch ledger.history[line]?.event {
    case .yearClosed, .yearApproved, .yearReopened: true
    default: false
    }
  }

  /// What the definitions let happen; several, where more than one closing stands in the way.
  private func expected(_ ledger: Ledger, undoing lines: Set<Int>, _ cascade: Bool) -> [Outcome] {
    let log = ledger.history.log
    if case let frozen = Literal.frozen(ledger, removing: lines), !frozen.isEmpty {
      return frozen.map { .rejected($0) }
    }
    var lines = lines
    var literal = Literal(log, removing: lines)
    if !literal.refused.isEmpty, !cascade {
      lines = Literal.hoursOnly(lines, ledger)
      let less = Literal(log, removing: lines)
      if !less.refused.isEmpty { return [.rejected(.neededBy(literal.refused))] }
      literal = less
    }
    while !literal.refused.isEmpty {
      let never = literal.refused.first { !ledger.isUndoable($0.seq) }
      if let never { return [.rejected(.neededBy([never]))] }
      lines = Literal.whole(lines.union(literal.refused.map(\.seq)), ledger)
      literal = Literal(log, removing: lines)
    }
    if case let frozen = Literal.frozen(ledger, removing: lines), !frozen.isEmpty {
      return frozen.map { .rejected($0) }
    }
    if let halved = Literal.halved(ledger, removing: lines) { return [.rejected(halved)] }
    if case let moved = Literal.moved(ledger, removing: lines), !moved.isEmpty {
      return moved.map { .rejected($0) }
    }
    return [expected(literal, [], .undone(ranges: LineRanges(lines), reason: nil))]
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
