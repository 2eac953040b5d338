// A report that may be shown to everybody: "Engelskkurs, 1 volunteer, 48 hours" tells of one person.

package import Wording

extension Report {
  /// Fewer people than this are not told of.
  package static let smallestCell = 3

  /// Returns the report without the rows' figures where fewer than three named people stand behind them.
  /// (Whoever adds up the other rows may still come close: the reader is told.)
  package func withoutSmallCells(_ language: Language) -> Report {
    let words = ReportWords.of(language)
    var report = self
    var hidden = 0
    for section in report.sections.indices {
      report.sections[section].rows = report.sections[section].rows.map { row in
        guard row.role == .item, row.isSmall else { return row }
        hidden += 1
        var row = row
        row.cells = row.cells.map { cell in
          cell.explain == nil ? cell : .text(words.tables.suppressed)
        }
        return row
      }
    }
    if hidden > 0 { report.header.append(OwnWords.smallCells(hidden, language)) }
    return report
  }
}

extension ReportRow {
  /// Whether one of its figures counts one or two people.
  fileprivate var isSmall: Bool {
    cells.contains { cell in
      guard let figure = cell.explain,
        figure.hasSuffix("/distinct") || figure.hasSuffix("/participations"),
        case .integer(let count) = cell.value
      else { return false }
      return (1..<Report.smallestCell).contains(count)
    }
  }
}

extension OwnWords {
  static func smallCells(_ rows: Int, _ language: Language) -> String {
    Phrase(
      nb: "I \(rows) rader er tallene utelatt, fordi færre enn tre personer står bak",
      nn: "I \(rows) rader er tala utelatne, fordi færre enn tre personar står bak",
      en: "In \(rows) rows the figures are left out, since fewer than three people stand behind them"
    )(language)
  }
}
