// The canonical figure set (events/README.md, section 5): every figure of a year without a name or
// a word that people read, so that its digest on a closing can be computed again for ever. A
// version that was used is never edited; what it lacks goes into a new one.

import Domain

/// The figures of a year as the text that the digest of a closing is over.
package enum FigureSet {
  /// The version that a new closing uses.
  package static let current = 1

  /// Returns the text of the figure set, or nil for a version that is not known. It is ASCII.
  package static func text(of figures: YearFigures, version: Int = current) -> String? {
    switch version {
    case 1: statistics1(figures)
    default: nil
    }
  }

  private static func statistics1(_ figures: YearFigures) -> String {
    let known = figures.totals.known
    var lines = ["statistics:1", "year \(figures.year)", "divisor \(figures.settings.divisor)"]
    if let rate = figures.settings.rate { lines.append("rate \(rate)") }
    lines.append("total \(all(figures.totals))")
    lines.append("known \(known.recorded) \(known.estimated) \(known.summary)")
    lines.append("outside \(all(figures.outsideTotals))")
    for row in (figures.activities + figures.outside).sorted(by: { $0.code < $1.code }) {
      let sums = row.figures
      lines.append(
        "activity \(row.code.text) \(row.details.counted ? 1 : 0) \(sums.entries) \(sums.minutes) "
          + "\(sums.distinct) \(sums.headcount)")
    }
    lines += parts("group", figures.groups) + parts("sector", figures.sectors)
    return lines.map { $0 + "\n" }.joined()
  }

  /// The lines of the groups or sectors, by the bytes of the codes that stand for the name.
  private static func parts(_ kind: String, _ parts: [PartFigures]) -> [String] {
    parts.map { part in
      (codes: part.activities.sorted().map(\.text).joined(separator: ","), figures: part.figures)
    }
    // (Codes are ASCII, and so Swift's order of strings is that of their bytes.)
    .sorted { $0.codes < $1.codes }
    .map { "\(kind) \($0.codes) \(all($0.figures))" }
  }

  private static func all(_ figures: Figures) -> String {
    "\(figures.entries) \(figures.minutes) \(figures.participations) \(figures.distinct) "
      + "\(figures.headcount)"
  }
}
