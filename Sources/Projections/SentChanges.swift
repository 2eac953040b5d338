// What has changed since a report was sent: entry by entry, from the lines it was computed from to the
// end of the log. Every line after it is applied by the domain's own rules, and what it did to an
// entry is what the entry says after it minus what it said before; so the differences add up to the
// difference of the sums. What was done and undone again leaves the entry where it was, and is not
// told. (`Restatement` tells the figures of a closed year that differ, in the same sense.)

package import Domain

/// The changes since a report was sent.
package struct SentChanges: Hashable, Sendable {
  package let scope: SentReport.Scope
  /// How many lines the report's figures were computed from.
  package let lines: Int
  /// The entries that count otherwise now, by number.
  package let entries: [EntryChange]
  /// The lines after the report that say no hours and are about it all the same: the grant, its
  /// participants and activities, or the activities and settings of the year; oldest first.
  package let others: [Recorded]
  /// The figures that differ: first those in all.
  package let figures: [FigureChange]

  /// The line of the closing that the report of a year stands on, if the year was closed then.
  package let closing: Int?

  /// The minutes in all, of a year counted activities and those outside the sum together.
  package let was: Int
  package let isNow: Int

  package var isEmpty: Bool { entries.isEmpty && others.isEmpty && figures.isEmpty }

  /// - Parameters:
  ///   - sent: what is said of the report.
  ///   - log: all lines from the first, through the moment that is "now".
  package init(since sent: SentReport, log: some RandomAccessCollection<Recorded>) {
    var ledger = Ledger(log.prefix(max(0, sent.size)))
    var lines = min(max(0, sent.size), log.count)
    // A closed year was sent as it was closed.
    var closing: Int?
    if case .year(let year) = sent.scope, let closed = ledger.state.closings[year] {
      closing = closed.seq
      lines = closed.seq - 1
      ledger = Ledger(log.prefix(lines))
    }
    let (first, then) = (ledger.state, ledger.history)
    var walks: [EntryID: Walk] = [:]
    for recorded in log.dropFirst(lines) {
      let entries = touched(by: recorded, in: ledger)
      let before = entries.map { CountedEntry($0, in: ledger.state, sent.scope) }
      ledger.apply(recorded)
      for (entry, before) in zip(entries, before) {
        let after = CountedEntry(entry, in: ledger.state, sent.scope)
        if before != after {
          walks[entry, default: Walk(from: before)].step(recorded, to: after)
        }
      }
    }
    let last = ledger.state
    scope = sent.scope
    self.closing = closing
    self.lines = lines
    entries = walks.sorted { $0.key < $1.key }.compactMap { EntryChange($0.key, $0.value) }
    figures = Self.figures(sent.scope, log: log, lines: lines, from: first, to: last)
    let told = Set(entries.flatMap(\.steps).map(\.recorded.seq))
    others = SentContext(sent.scope, from: first, to: last).lines(then: then, now: ledger.history)
      // A correction that moved minutes stands among the entries already.
      .filter { $0.hourContent == nil || !told.contains($0.seq) }
    was = CountedEntry.minutes(in: first, sent.scope)
    isNow = CountedEntry.minutes(in: last, sent.scope)
  }
}

/// A figure that is another now.
package struct FigureChange: Hashable, Sendable {
  /// Its address: `2024/hours`, `g12/sprakkafe/hours`.
  package let address: String
  /// Nil when the ledger had no such activity, group or sector then; counts as zero.
  package let was: FigureValue?
  package let isNow: FigureValue?
}

/// An entry that counts otherwise now.
package struct EntryChange: Hashable, Sendable {
  package let entry: EntryID
  /// What counted of it then and counts now; nil where nothing did or does.
  package let was: CountedEntry?
  package let isNow: CountedEntry?
  /// The lines that made it so, oldest first; what was taken back in between is left out.
  package let steps: [Step]

  package struct Step: Hashable, Sendable {
    package let recorded: Recorded
    package let was: CountedEntry?
    package let isNow: CountedEntry?
    package var minutes: Int { (isNow?.minutes ?? 0) - (was?.minutes ?? 0) }
  }

  /// The difference in minutes.
  package var minutes: Int { (isNow?.minutes ?? 0) - (was?.minutes ?? 0) }

  /// Returns the change, or nil if there is none in the end.
  fileprivate init?(_ entry: EntryID, _ walk: Walk) {
    if walk.steps.isEmpty { return nil }
    self.entry = entry
    was = walk.first
    isNow = walk.last
    steps = walk.steps
  }
}

/// What the figures hang on of an entry.
package struct CountedEntry: Hashable, Sendable {
  /// Of a grant the claimed minutes, of a year the entry's.
  package let minutes: Int
  package let activity: ActivityCode
  package let on: Period
  package let who: HourEntry.Who
  package let known: HourEntry.Known
  /// Of a year always true: its figures do not ask.
  package let isApproved: Bool

  /// Returns what counts of an entry, or nil if nothing does.
  init?(_ id: EntryID, in state: State, _ scope: SentReport.Scope) {
    guard let entry = state.entries[id] else { return nil }
    let content = entry.content
    switch scope {
    case .year(let year):
      guard content.on.year == year else { return nil }
      minutes = content.minutes
      isApproved = true
    case .grant(let grant):
      guard state.grants[grant] != nil,
        let claimed = ClaimedEntry(entry, of: grant, in: state)
      else { return nil }
      minutes = claimed.minutes
      isApproved = claimed.isApproved
    }
    activity = content.activity
    on = content.on
    who = content.who
    known = content.known
  }

  static func minutes(in state: State, _ scope: SentReport.Scope) -> Int {
    state.entries.keys.reduce(into: 0) { sum, id in
      sum.addClamped(CountedEntry(id, in: state, scope)?.minutes ?? 0)
    }
  }
}

/// The way of an entry from what counted then to what counts now. Where it comes back to where it
/// was, what lies between is forgotten.
private struct Walk {
  let first: CountedEntry?
  private(set) var steps: [EntryChange.Step] = []

  init(from first: CountedEntry?) { self.first = first }

  var last: CountedEntry? { steps.isEmpty ? first : steps[steps.count - 1].isNow }

  mutating func step(_ recorded: Recorded, to next: CountedEntry?) {
    if let place = steps.firstIndex(where: { $0.was == next }) {
      steps.removeSubrange(place...)
    } else {
      steps.append(EntryChange.Step(recorded: recorded, was: last, isNow: next))
    }
  }
}

/// The entries that a line may change, before it is applied, by number.
private func touched(by recorded: Recorded, in ledger: Ledger) -> [EntryID] {
  let history = ledger.history
  func entry(of recorded: Recorded) -> EntryID? {
    switch recorded.event {
    case .hoursLogged, .lateLogged: return EntryID(seq: recorded.seq)
    case .hoursCorrected(let entry, _, _), .lateCorrected(let entry, _, _),
      .hoursApproved(let entry), .hoursUnapproved(let entry), .hoursClaimed(let entry, _, _):
      return entry
    case .claimReleased(let claim, _):
      guard case .hoursClaimed(let entry, _, _)? = history[claim.seq]?.event else { return nil }
      return entry
    default: return nil
    }
  }
  func claims(of grant: GrantID) -> [EntryID] {
    ledger.state.entryOfClaim.values.filter { id in
      ledger.state.entries[id]?.claims.contains { $0.grant == grant } ?? false
    }
  }
  func all(of ranges: LineRanges, before line: Int) -> [EntryID] {
    // One that names its own line or a later one is illegal and takes nothing.
    guard let last = ranges.last, last < line else { return [] }
    let lines = ranges.lines.compactMap { history[$0] }
    let grants = lines.compactMap { line -> GrantID? in
      if case .grantAdded = line.event { GrantID(seq: line.seq) } else { nil }
    }
    return Set(lines.compactMap(entry) + grants.flatMap(claims)).sorted()
  }
  switch recorded.event {
  case .undone(let ranges, _): return all(of: ranges, before: recorded.seq)
  case .redone(let undo):
    guard case .undone(let ranges, _)? = history[undo]?.event else { return [] }
    return all(of: ranges, before: undo)
  default: return entry(of: recorded).map { [$0] } ?? []
  }
}
