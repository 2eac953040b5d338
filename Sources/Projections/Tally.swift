// The sums over some hour entries. A union of tallies is right for persons too, since it keeps who
// they were and not how many.

import Domain

/// Sums over hour entries, with the set of their persons.
struct Tally: Sendable {
  private(set) var entries = 0
  private(set) var minutes = 0
  private(set) var headcount = 0
  private(set) var known = KnownMinutes()
  private(set) var summaries = SummaryHeads()
  private(set) var persons: Set<PersonID> = []

  mutating func add(_ content: HourEntry) {
    entries += 1
    minutes.addClamped(content.minutes)
    known.add(content.minutes, content.known)
    switch content.who {
    case .person(let person): persons.insert(person)
    case .unnamed(let heads):
      headcount.addClamped(heads)
      if content.known == .summary { summaries.add(heads) }
    }
  }

  mutating func merge(_ other: Tally) {
    entries += other.entries
    minutes.addClamped(other.minutes)
    headcount.addClamped(other.headcount)
    known.merge(other.known)
    summaries.merge(other.summaries)
    persons.formUnion(other.persons)
  }
}

/// Minutes by how they are known.
package struct KnownMinutes: Hashable, Sendable {
  package private(set) var recorded = 0
  package private(set) var estimated = 0
  package private(set) var summary = 0

  package init() {}

  mutating func add(_ minutes: Int, _ known: HourEntry.Known) {
    switch known {
    case .recorded: recorded.addClamped(minutes)
    case .estimated: estimated.addClamped(minutes)
    case .summary: summary.addClamped(minutes)
    }
  }

  mutating func merge(_ other: KnownMinutes) {
    recorded.addClamped(other.recorded)
    estimated.addClamped(other.estimated)
    summary.addClamped(other.summary)
  }
}

/// The people in unnamed entries that are summaries: what an older paper says of an activity in all.
package struct SummaryHeads: Hashable, Sendable {
  package private(set) var entries = 0
  /// Over all such entries; somebody in two of them is there twice.
  package private(set) var sum = 0
  /// In the entry that has most.
  package private(set) var largest = 0

  package init() {}

  mutating func add(_ heads: Int) {
    entries += 1
    sum.addClamped(heads)
    largest = max(largest, heads)
  }

  mutating func merge(_ other: SummaryHeads) {
    entries += other.entries
    sum.addClamped(other.sum)
    largest = max(largest, other.largest)
  }
}
