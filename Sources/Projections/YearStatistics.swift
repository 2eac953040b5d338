// The figures of one or several years (events/README.md, section 5), in one fold. Only sums and sets
// are kept here; `YearFigures` is what they say when the log has been read.

package import Domain

/// The fold behind every yearly figure.
package struct YearStatistics: MergeableProjection {
  /// The years that are counted; nil for every year.
  private let wanted: Set<Int>?
  private var frame = LedgerFrame()
  private var tallies: [Int: [ActivityCode: Tally]] = [:]

  /// Makes an empty fold, for some years or for every year.
  package init(years: (some Sequence<Int>)? = [Int]?.none) {
    wanted = years.map { Set($0) }
  }

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    guard let content = standing.entry(recorded)?.content else {
      frame.apply(recorded, standing: standing)
      return
    }
    let year = content.on.year
    if let wanted, !wanted.contains(year) { return }
    tallies[year, default: [:]][content.activity, default: Tally()].add(content)
  }

  package mutating func merge(_ later: YearStatistics) {
    frame.merge(later.frame)
    for (year, activities) in later.tallies {
      tallies[year, default: [:]].merge(activities) { own, other in
        var sum = own
        sum.merge(other)
        return sum
      }
    }
  }

  /// What the ledger says of itself; nil for an empty log.
  package var opening: LedgerOpened? { frame.state.opening }

  /// The counted years that have hour entries, in order.
  package var years: [Int] { tallies.keys.sorted() }

  /// Returns the figures of a year, which may be one without any hours.
  ///
  /// - Precondition: the year is one of those the fold was made for.
  package func figures(of year: Int) -> YearFigures {
    precondition(wanted?.contains(year) ?? true, "a year that was not counted")
    return YearFigures(year: year, tallies: tallies[year] ?? [:], state: frame.state)
  }
}
