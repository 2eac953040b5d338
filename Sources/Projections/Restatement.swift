// "Known now" against "as closed": which figures of a closed year are others today, and which lines
// made them so. The figures as closed are those of the lines above the closing, and nothing else.

package import Domain

/// What is known of a year now against what a closing said.
package struct Restatement: Hashable, Sendable {
  package let closed: ClosedYear
  /// Every figure that differs: first those in all, then groups, sectors and activities.
  package let changes: [Change]
  /// The standing lines after the closing that made the difference, oldest first.
  package let causes: [Cause]
  /// The entries of the year that a late line after the closing recorded or corrected, as they are
  /// now, by number.
  package let late: [HourRecord]

  /// A figure that is another now.
  package struct Change: Hashable, Sendable {
    package let address: FigureAddress
    /// Nil when the ledger as closed had no such activity, group or sector; counts as zero.
    package let was: FigureValue?
    /// Nil when the ledger has no such activity, group or sector now; counts as zero.
    package let isNow: FigureValue?
  }

  /// A line after the closing, and what it changed.
  package struct Cause: Hashable, Sendable {
    package let recorded: Recorded
    /// What the line added to the minutes of the year, counted activities and those outside the sum
    /// together; 0 for one that only moves hours between them. Over all causes it is the
    /// difference.
    package let minutes: Int
  }

  /// Compares a closing with the end of a log.
  ///
  /// - Parameters:
  ///   - closed: the closing to compare with, which may have been reopened since.
  ///   - log: all lines from the first, through the moment that is "now".
  package init(_ closed: ClosedYear, log: some RandomAccessCollection<Recorded>) {
    let year = closed.content.year
    let above = log.prefix(max(0, closed.seq - 1))
    let standing = (then: Standing(above), now: Standing(log))
    var (then, now) = (YearStatistics(years: [year]), YearStatistics(years: [year]))
    var records = HourRecords(year: year)
    for recorded in above { then.apply(recorded, standing: standing.then) }
    for recorded in log {
      now.apply(recorded, standing: standing.now)
      records.apply(recorded, standing: standing.now)
    }
    let figures = (was: then.figures(of: year), isNow: now.figures(of: year))
    self.closed = closed
    changes = Self.changes(from: figures.was, to: figures.isNow)
    let search = CauseSearch(closed, figures: figures, standing: standing, log: log)
    causes = search.causes
    late = records.entries.filter { search.late.contains($0.id) }
  }

  /// Whether nothing has come that is about the year.
  package var isEmpty: Bool { changes.isEmpty && causes.isEmpty && late.isEmpty }

  static func changes(from was: YearFigures, to isNow: YearFigures) -> [Change] {
    let known = Set(isNow.addresses)
    let addresses = isNow.addresses + was.addresses.filter { !known.contains($0) }
    let changes = addresses.compactMap { address -> Change? in
      // A figure that is not there is nil, and nothing but zero can be the same.
      let change = Change(
        address: address, was: try? was.value(at: address), isNow: try? isNow.value(at: address))
      return change.isDifference ? change : nil
    }
    return (0...3).flatMap { rank in changes.filter { $0.address.scope.rank == rank } }
  }
}

extension Restatement.Change {
  fileprivate var isDifference: Bool {
    switch (was, isNow) {
    case (nil, let value?), (let value?, nil): !value.isZero
    default: was != isNow
    }
  }
}

extension FigureValue {
  var isZero: Bool {
    switch self {
    case .count(let number), .minutes(let number), .fullTime(let number, _): number == 0
    }
  }
}

extension FigureScope {
  fileprivate var rank: Int {
    switch self {
    case .year: 0
    case .group: 1
    case .sector: 2
    case .activity: 3
    case .recipient: 4
    case .category: 5
    }
  }
}
