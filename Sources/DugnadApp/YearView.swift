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

  /// What a yearly report tells below the figures. All but what became known after the closing is told
  /// from where the year is reported, so that a closed year's paper does not change; and nobody is named.
  func afterwards() -> YearAfterwards {
    var afterwards = YearAfterwards()
    if basis.isAsClosed, let closed = basis.closing {
      afterwards.restatement = Restatement(closed, log: all.log)
    }
    let known = basis.isAsClosed ? all.before(log.endIndex) : all
    afterwards.isClosed = basis.closing != nil
    afterwards.reopened = Closings().folded(over: known.log).earlier(of: year)
    afterwards.lateFromEarlier = lateFromEarlier(known)
    let years = YearStatistics().folded(over: known.log).years.filter { $0 < year }
    afterwards.earlier = years.suffix(Self.yearsCompared).reversed().map { earlier in
      let view = known.of(earlier)
      return .init(view.figures, isClosed: view.basis.closing != nil)
    }
    return afterwards
  }

  /// Late hours of other closed years that were recorded in this one.
  private func lateFromEarlier(_ known: LedgerView) -> [HourRecord] {
    known.state.closings.values.filter { $0.content.year < year }
      .sorted { $0.content.year < $1.content.year }
      .flatMap { Restatement($0, log: known.log).late }
      .filter { $0.source.at.osloDay.year == year }
  }
}

extension LedgerView {
  /// The ledger as it was when it had so many lines.
  fileprivate func before(_ count: Int) -> LedgerView {
    LedgerView(
      open: OpenLedger(
        folder: open.folder, ledger: Ledger(log.prefix(count)),
        hashes: Array(open.hashes.prefix(count)), register: open.register, notes: open.notes,
        calls: open.calls),
      basis: basis)
  }
}
