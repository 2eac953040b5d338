import Domain
import Testing

/// Every history of up to four commands from a small alphabet. A refused command leaves the ledger as
/// it was, so what follows it is a shorter history that is tried as well.
struct ExhaustiveHistoryTests {
  /// The newest shift and the newest entry are what the letters speak of.
  private func alphabet(_ ledger: Ledger) -> [(PersonID, Command)] {
    let newShift = ledger.state.shifts.keys.max() ?? shift(firstLine)
    let newEntry = ledger.state.entries.keys.max() ?? entry(firstLine + 1)
    return [
      (kari, .signUp([ola], newShift)),
      (kari, .signUp([liv, per], newShift)),
      (kari, .withdraw([ola], newShift)),
      (kari, .changeShift(newShift, evening(2))),
      (kari, .cancelShift(newShift, .illness)),
      (kari, .logHours([hours(ola, 700, shift: newShift)])),
      (kari, .correctHours(newEntry, hours(ola, 800, tur), .wrongActivity)),
      (kari, .approve([newEntry])),
      (kari, .addActivity(activity(tur, "Turgruppe"))),
      (kari, .undoNewest(nil)),
      (ola, .undo([7], nil, cascade: true)),
      (kari, .redoNewest),
      (ola, .redo(ledger.history.redoable.first?.lines.lowerBound ?? 0)),
    ]
  }

  @Test func `every history of up to four commands keeps every invariant`() {
    var start = Book.opened()
    start.must(.planShift(kafe, evening(1)))
    start.must(.logHours([hours(ola, 700)]))
    var histories = 0
    explore(start, depth: 4, path: [], &histories)
    #expect(histories > 3_000, "\(histories) histories were told apart")
  }

  private func explore(_ book: Book, depth: Int, path: [Int], _ histories: inout Int) {
    histories += 1
    let faults = faults(of: book.ledger)
    #expect(faults.isEmpty, "after the letters \(path)")
    if depth == 0 || !faults.isEmpty { return }
    for (letter, (author, command)) in alphabet(book.ledger).enumerated() {
      var next = book
      guard (try? next.run(command, by: author)) != nil else { continue }
      explore(next, depth: depth - 1, path: path + [letter], &histories)
    }
  }
}
