import Domain
import Testing

/// Undo and redo are there and back again.
struct UndoRedoPropertyTests {
  @Test func `n times undo and n times redo is the identity on the state`() {
    var most = 0
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random, authors: [kari])
      for _ in 0..<40 { maker.step() }
      var book = maker.book
      // An ordinary command first, so that only what is undone here can be redone.
      book.must(.registerPersons([PersonRegistered(role: .volunteer)]))
      let (before, lines) = (book.ledger.state, book.ledger.history.log)
      #expect(book.ledger.history.redoable.isEmpty, "\(again)")

      var states = [before]
      var taken: [LineRanges] = []
      while states.count < 12, let ranges = undoneRanges(try? book.run(.undoNewest(nil))) {
        if let earlier = taken.last, let last = ranges.last, let first = earlier.first {
          #expect(last < first, "undo takes the newest first: \(again)")
        }
        taken.append(ranges)
        states.append(book.ledger.state)
        #expect(book.ledger.history.redoable.count == taken.count, "\(again)")
      }
      most = max(most, taken.count)

      for (ranges, state) in zip(taken, states).reversed() {
        let undone = book.ledger.history.redoable.last?.lines.lowerBound ?? 0
        let line = book.ledger.history[undone]?.event
        #expect(line == .undone(ranges: ranges, reason: nil), "redo puts back the last: \(again)")
        book.must(.redoNewest)
        #expect(book.ledger.state == state, "\(again)")
      }
      #expect(book.ledger.state == before, "\(again)")
      #expect(book.ledger.history.redoable.isEmpty, "\(again)")
      #expect(book.ledger.history.log.prefix(lines.count) == lines[...], "\(again)")
      #expect(book.ledger.history.count == lines.count + 2 * taken.count, "\(again)")
    }
    #expect(most == 11, "the histories are long enough to undo again and again")
  }

  @Test func `every undo in a random history can be redone at once`() {
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random)
      for _ in 0..<60 {
        let before = maker.book.ledger.state
        let line = maker.book.nextLine
        maker.step()
        guard case .undone? = maker.book.ledger.history[line]?.event else { continue }
        var book = maker.book
        book.must(.redo(line))
        #expect(book.ledger.state == before, "line \(line), \(again)")
        book.must(.undo([book.nextLine - 1], nil, cascade: false))
        #expect(book.ledger.state == maker.book.ledger.state, "line \(line), \(again)")
      }
    }
  }

  @Test func `an ordinary transaction empties what can be redone`() {
    Chance.forEachHistory { random, again in
      var maker = HistoryMaker(random)
      for _ in 0..<60 {
        let (line, stack) = (maker.book.nextLine, maker.book.ledger.history.redoable)
        maker.step()
        let redoable = maker.book.ledger.history.redoable
        switch maker.book.ledger.history[line]?.event {
        case nil: #expect(redoable == stack, "a refusal changes nothing: \(again)")
        case .undone?:
          #expect(redoable.dropLast() == stack[...] && redoable.last?.lines.contains(line) == true)
        case .redone(let undo)?:
          #expect(redoable == stack.filter { !$0.lines.contains(undo) }, "\(again)")
        default: #expect(redoable.isEmpty, "\(again)")
        }
      }
    }
  }

  private func undoneRanges(_ decision: Decision?) -> LineRanges? {
    guard case .undone(let ranges, _)? = decision?.events.first else { return nil }
    return ranges
  }
}
