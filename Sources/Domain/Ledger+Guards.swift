// What an undo or a redo may not reach, whatever `admits` would say of single events: a closed year,
// one half of an import, and where an entry stands beneath a claim.

extension Ledger {
  /// Throws when lines that go, or that come back, would change what a closing has fixed: the hours
  /// of the year, or its settings, as the lines above the closing say. (Late lines come after it, and
  /// may be undone like others; so may what was moved to another year before it.)
  func checkFrozen(removing: Set<Int> = [], restoring: Set<Int> = []) throws(Rejection) {
    if state.closings.isEmpty { return }
    let closings = state.closings.values.sorted { $0.content.year < $1.content.year }
    for line in removing.union(restoring).sorted() {
      guard let recorded = history[line], let subject = history.subject(of: recorded) else {
        continue
      }
      for closed in closings where line < closed.seq {
        let year = closed.content.year
        switch subject {
        case .year(year): throw .yearClosed(year, closing: closed.seq)
        case .entry where recorded.hourContent != nil:
          let now = content(of: subject, above: closed.seq) { history.stands($0) }
          let then = content(of: subject, above: closed.seq) {
            restoring.contains($0) || history.stands($0) && !removing.contains($0)
          }
          if now != then, now?.on.year == year || then?.on.year == year {
            throw .yearClosed(year, closing: closed.seq)
          }
        default: break
        }
      }
    }
  }

  /// What an entry says by the lines above another one, of those that stand.
  private func content(
    of entry: Subject, above end: Int, stands: (Int) -> Bool
  ) -> HourEntry? {
    var content: HourEntry?
    for line in history.writers[entry] ?? [] where line < end && stands(line) {
      guard let recorded = history[line], let set = recorded.hourContent else { continue }
      // Without the line that made the entry, its corrections say nothing.
      if recorded.isFirstContent || content != nil { content = set }
    }
    return content
  }

  /// Throws when an import would go while rows of it stay: they would no longer be known to its source,
  /// and the same file would bring them in again.
  func checkImports(removing: Set<Int>) throws(Rejection) {
    for line in removing.sorted() {
      guard case .importMade? = history[line]?.event else { continue }
      // In the middle of its transaction, nobody knows yet which rows will have come with it.
      let isWhole = history.transaction(of: line) != nil
      let stay = rows(ofImportAt: line).contains { history.stands($0) && !removing.contains($0) }
      if stay || !isWhole { throw .importInPart(ImportID(seq: line)) }
    }
  }

  /// Throws when rows would come back without their import.
  func checkImports(restoring: Set<Int>) throws(Rejection) {
    for line in restoring.sorted() {
      guard let made = importLine(of: line), made != line else { continue }
      if !history.stands(made), !restoring.contains(made) {
        throw .importInPart(ImportID(seq: made))
      }
    }
  }

  /// Throws when lines that go, or that come back, would move an entry beneath a claim that stays to
  /// another activity or period. A correction that does so is refused, and so is the way around it: to
  /// take back, or put back, an earlier correction. (Minutes below those claimed are found by `admits`.)
  func checkClaimed(removing: Set<Int> = [], restoring: Set<Int> = []) throws(Rejection) {
    let gone = claims(goneBy: removing, restoring)
    for line in removing.union(restoring).sorted() {
      guard let recorded = history[line], recorded.hourContent != nil,
        let subject = history.subject(of: recorded), case .entry(let id) = subject,
        let now = state.entries[id]?.content,
        let claim = state.entries[id]?.claims.first(where: { !gone.contains($0.id) }),
        let then = content(
          of: subject, above: Int.max,
          stands: { restoring.contains($0) || history.stands($0) && !removing.contains($0) })
      else { continue }
      if then.activity != now.activity || then.on != now.on {
        throw .claimed(id, by: claim.id, of: claim.grant)
      }
    }
  }

  /// The claims that go with their lines, or by a release that comes back.
  private func claims(goneBy removing: Set<Int>, _ restoring: Set<Int>) -> Set<ClaimID> {
    let released = restoring.compactMap { line -> ClaimID? in
      guard case .claimReleased(let id, _)? = history[line]?.event else { return nil }
      return id
    }
    return Set(released).union(removing.map { ClaimID(seq: $0) })
  }

  /// The line of the import that brought an hour entry, if one did.
  package func importLine(of line: Int) -> Int? {
    guard let first = history.transaction(of: line)?.lines.lowerBound, first < line,
      history[line]?.isFirstContent == true, case .importMade? = history[first]?.event
    else { return nil }
    return first
  }

  /// The lines of the hour entries that an import brought, standing or not.
  package func rows(ofImportAt line: Int) -> [Int] {
    guard let lines = history.transaction(of: line)?.lines else { return [] }
    return lines.filter { history[$0]?.isFirstContent == true }
  }
}

extension Recorded {
  /// Whether the line makes an hour entry.
  fileprivate var isFirstContent: Bool {
    switch event {
    case .hoursLogged, .lateLogged: true
    default: false
    }
  }
}
