// A year that may be shown to everybody: "Engelskkurs, 1 volunteer, 48 hours" tells of one person.
//
// 1. An activity with one or two named people is small, and its figures are not told.
// 2. The sum of the year is told, and so is the sum of what is left out. Therefore the smallest activity
//    of three people or more is left out beside the small ones: what is left out together is then of
//    three people at least.
// 3. A group or a sector with an activity that is left out is left out too. So every figure that is
//    told follows from the sum and from activities that are told, and says nothing more than they do.

import Domain
package import Projections
package import Wording

/// What of a year is not told to everybody.
package struct SmallCells: Hashable, Sendable {
  /// Fewer named people than this are not told of.
  package static let smallest = 3

  /// What the addresses of the small activities, groups and sectors begin with: `2024/tolk`.
  private var small: Set<String> = []
  /// The same of those that are left out beside them.
  private var beside: Set<String> = []

  /// Finds what must be left out of the figures of a year.
  package init(in figures: YearFigures) {
    let rows = figures.activities + figures.outside
    let smallRows = rows.filter { Self.isSmall($0.figures) }
    var hidden = Set(smallRows.map(\.code))
    take(smallRows.map { ($0.figures, .activity($0.code)) }, figures.year)
    if figures.activities.contains(where: { hidden.contains($0.code) }),
      let next = Self.leastTold(of: figures.activities.filter { !hidden.contains($0.code) })
    {
      hidden.insert(next.code)
      take([(next.figures, .activity(next.code))], figures.year)
    }
    func isHidden(_ part: PartFigures) -> Bool { part.activities.contains(where: hidden.contains) }
    let groups = figures.groups + (figures.ungrouped.map { [$0] } ?? [])
    let sectors = figures.sectors + (figures.withoutSector.map { [$0] } ?? [])
    take(groups.filter(isHidden).map { ($0.figures, .group($0.name)) }, figures.year)
    take(sectors.filter(isHidden).map { ($0.figures, .sector($0.name)) }, figures.year)
  }

  /// Whether the figure at an address is told.
  package func tells(_ address: String) -> Bool { !hides(address, small.union(beside)) }

  fileprivate func isSmall(_ address: String) -> Bool { hides(address, small) }

  private func hides(_ address: String, _ scopes: Set<String>) -> Bool {
    guard let slash = address.utf8.lastIndex(of: UInt8(ascii: "/")) else { return false }
    return scopes.contains(String(address[..<slash]))
  }

  private mutating func take(_ scopes: [(figures: Figures, scope: FigureScope)], _ year: Int) {
    for (figures, scope) in scopes {
      let text = scope.text(in: year)
      if Self.isSmall(figures) { small.insert(text) } else { beside.insert(text) }
    }
  }

  private static func isSmall(_ figures: Figures) -> Bool {
    (1..<smallest).contains(figures.distinct)
  }

  /// The one with the fewest people, with names before without.
  private static func leastTold(of rows: [ActivityFigures]) -> ActivityFigures? {
    let named = rows.filter { $0.figures.distinct > 0 }
    return named.min { $0.figures.distinct < $1.figures.distinct }
      ?? rows.min { $0.figures.minutes < $1.figures.minutes }
  }
}

extension Report {
  /// Returns the report of a year without the figures that are not told to everybody, and with a line
  /// that says so.
  package func without(_ cells: SmallCells, _ language: Language) -> Report {
    var report = self
    var (small, beside) = (0, 0)
    for section in report.sections.indices {
      for row in report.sections[section].rows.indices {
        let addresses = report.sections[section].rows[row].cells.compactMap(\.explain)
        guard let hidden = addresses.first(where: { !cells.tells($0) }) else { continue }
        let isSmall = cells.isSmall(hidden)
        if isSmall { small += 1 } else { beside += 1 }
        let words = OwnWords.leftOut(isSmall: isSmall, language)
        for cell in report.sections[section].rows[row].cells.indices
        where report.sections[section].rows[row].cells[cell].explain != nil {
          report.sections[section].rows[row].cells[cell] = .text(words)
        }
      }
    }
    if small > 0 { report.header.append(OwnWords.smallCells(small, beside: beside, language)) }
    return report
  }
}

extension OwnWords {
  fileprivate static func leftOut(isSmall: Bool, _ language: Language) -> String {
    if isSmall { return ReportWords.of(language).tables.suppressed }
    return Phrase(nb: "utelatt", nn: "utelate", en: "left out")(language)
  }

  fileprivate static func smallCells(
    _ rows: Int, beside: Int, _ language: Language
  ) -> String {
    let small = Phrase(
      nb: "Tallene er utelatt i \(rows == 1 ? "én rad" : "\(rows) rader"), fordi færre enn tre "
        + "personer står bak",
      nn: "Tala er utelatne i \(rows == 1 ? "éi rad" : "\(rows) rader"), fordi færre enn tre "
        + "personar står bak",
      en: "The figures are left out in \(rows == 1 ? "one row" : "\(rows) rows"), since fewer than "
        + "three people stand behind them")(language)
    guard beside > 0 else { return small }
    return small
      + Phrase(
        nb: ", og i \(beside == 1 ? "én" : "\(beside)") til, så de ikke kan regnes ut",
        nn: ", og i \(beside == 1 ? "éi" : "\(beside)") til, så dei ikkje kan reknast ut",
        en: ", and in \(beside == 1 ? "one" : "\(beside)") more, so that they cannot be worked out"
      )(language)
  }
}
