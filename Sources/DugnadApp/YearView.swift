// A year as it is reported: a closed one from its closing, unless another moment is asked for; an open
// one as it is known.

import Domain
import Integrity
import Projections
import Reports

/// The lines that the figures of one year are computed from, and what a report says of that.
struct YearView {
  let year: Int
  let log: ArraySlice<Recorded>
  let basis: ReportBasis
  /// Everything that is known, also after the closing.
  let all: LedgerView

  var figures: YearFigures {
    YearStatistics(years: [year]).folded(over: log).figures(of: year)
  }
}

extension LedgerView {
  /// Returns how a year is reported.
  func of(_ year: Int) -> YearView {
    var basis = basis
    basis.closing = state.closings[year]
    guard let closing = basis.closing, basis.asKnownOn == nil else {
      return YearView(year: year, log: log[...], basis: basis, all: self)
    }
    let through = closing.seq - 1
    basis.isAsClosed = true
    basis.through = through
    basis.hash = through > 0 ? open.hashes[through - 1].hex : ""
    return YearView(year: year, log: log.prefix(through), basis: basis, all: self)
  }
}

extension YearView {
  /// How many years before are compared with.
  private static let yearsCompared = 4

  /// What a yearly report tells below the figures.
  func afterwards() -> YearAfterwards {
    var afterwards = YearAfterwards()
    afterwards.names = all.names
    if basis.isAsClosed, let closed = basis.closing {
      afterwards.restatement = Restatement(closed, log: all.log)
    }
    let closings = Closings().folded(over: all.log)
    afterwards.reopened = closings.earlier(of: year)
    afterwards.lateFromEarlier = lateFromEarlier(closings)
    let known = YearStatistics().folded(over: all.log).years.filter { $0 < year }
    afterwards.earlier = known.suffix(Self.yearsCompared).reversed().map { all.of($0).figures }
    return afterwards
  }

  /// Late hours of other closed years that were recorded in this one.
  private func lateFromEarlier(_ closings: Closings) -> [HourRecord] {
    all.state.closings.values.filter { $0.content.year < year }
      .sorted { $0.content.year < $1.content.year }
      .flatMap { Restatement($0, log: all.log).late }
      .filter { $0.source.at.osloDay.year == year }
  }
}
