// Which later events need the ones that are to be undone. The answer is by definition: fold the
// standing events without them, and ask `admits` for each; whoever is refused is a dependent. Here the
// same fold is made over a part of the log that is closed under what `admits` reads, so that the cost
// follows the subjects concerned and not the length of the log. A test holds it to the definition.

extension Ledger {
  /// Returns the standing events, and the restored ones, that would not be admitted at their moment
  /// if the lines `removing` were gone and the lines `restoring` stood; with whatever falls with them.
  func dependents(removing: Set<Int>, restoring: Set<Int>) -> [Dependent] {
    let changed = removing.union(restoring)
    guard let first = changed.min() else { return [] }
    var asked = readersOfChange(changed).filter { $0 >= first }
    while true {
      let refused = refold(asking: asked) { seq in
        restoring.contains(seq) || history.stands(seq) && !removing.contains(seq)
      }
      // What falls changes what others look at. All are judged anew then: a line that was refused only
      // because of one that falls itself stands after all.
      let wider = asked.union(readersOfChange(Set(refused.keys)).filter { $0 >= first })
      if wider.count == asked.count {
        return refused.sorted { $0.key < $1.key }.map { Dependent(seq: $0.key, because: $0.value) }
      }
      asked = wider
    }
  }

  /// Lines whose legality looks at something that the lines `changed` write.
  private func readersOfChange(_ changed: Set<Int>) -> Set<Int> {
    var lines: Set<Int> = []
    for seq in changed {
      guard let recorded = history[seq], let subject = history.subject(of: recorded) else {
        continue
      }
      lines.formUnion(history.writers[subject] ?? [])
      lines.formUnion(history.readers[subject] ?? [])
      for day in daysEver(of: subject) {
        for entry in history.entriesEverOn[day] ?? [] {
          lines.formUnion(history.writers[.entry(entry)] ?? [])
        }
      }
    }
    return lines
  }

  /// Folds what the asked lines look at, and returns those that are refused.
  private func refold(asking asked: Set<Int>, stands: (Int) -> Bool) -> [Int: Rejection] {
    var subjects: Set<Subject> = []
    var lines: Set<Int> = []
    for seq in asked where stands(seq) {
      guard let recorded = history[seq] else { continue }
      lines.insert(seq)
      subjects.formUnion(history.reads(of: recorded))
      guard let subject = history.subject(of: recorded) else { continue }
      subjects.insert(subject)
      for day in daysEver(of: subject) {
        for entry in history.entriesEverOn[day] ?? [] { subjects.insert(.entry(entry)) }
      }
      // A correction looks at the year it takes the entry from.
      for content in contentsEver(of: subject) { subjects.insert(.closing(content.on.year)) }
    }
    for subject in subjects { lines.formUnion(history.writers[subject] ?? []) }
    var state = State()
    var refused: [Int: Rejection] = [:]
    for seq in lines.sorted() where stands(seq) {
      guard let recorded = history[seq] else { continue }
      do {
        if asked.contains(seq) { try state.admits(recorded) }
        state.evolve(recorded)
      } catch {
        refused[seq] = error
      }
    }
    return refused
  }

  /// The days of persons that an entry was ever on.
  private func daysEver(of subject: Subject) -> Set<PersonDay> {
    Set(contentsEver(of: subject).compactMap { PersonDay($0) })
  }

  /// Every content that an entry ever had, by standing lines or not.
  private func contentsEver(of subject: Subject) -> [HourEntry] {
    guard case .entry = subject else { return [] }
    return (history.writers[subject] ?? []).compactMap { history[$0]?.hourContent }
  }
}
