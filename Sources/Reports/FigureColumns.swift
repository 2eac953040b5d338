// The columns that tables of figures share, and how a row of figures fills them.

import Domain
import Projections
import Wording

/// A column of figures, with the measure it shows.
struct FigureColumns {
  let measures: [FigureMeasure]
  let columns: [ReportColumn]

  init(_ measures: [FigureMeasure], _ language: Language) {
    self.measures = measures
    columns = measures.map { measure in
      let words = ReportWords.of(language).columns
      let (key, heading) =
        switch measure {
        case .distinct: ("distinct", words.distinct)
        case .hours: ("minutes", words.hours)
        case .participations: ("participations", words.perActivity)
        case .headcount: ("headcount", words.headcount)
        case .entries: ("entries", words.entries)
        case .fte: ("fte", words.fullTimeEquivalents)
        }
      return ReportColumn(key, heading, .right)
    }
  }

  /// Returns one cell a measure, each with its address.
  ///
  /// A headcount of zero, and the persons of what only unnamed people did, are left empty: a printed
  /// zero would say that somebody looked and found nobody.
  func cells(
    _ figures: Figures, at scope: FigureScope, in year: YearFigures, isSilent: Bool = true
  ) -> [ReportCell] {
    measures.map { measure in
      let address = FigureAddress(year: year.year, scope: scope, measure: measure).text
      switch figures.value(measure, divisor: year.settings.divisor) {
      case .count(let count):
        let isUnnamed = figures.distinct == 0 && figures.headcount > 0
        let isNothing = measure == .headcount || (isUnnamed && measure != .entries)
        if count == 0, isNothing, isSilent { return .empty }
        return ReportCell(.integer(count), explain: address)
      case .minutes(let minutes):
        return ReportCell(.hours(minutes: minutes), explain: address)
      case .fullTime(let minutes, let divisor):
        return ReportCell(
          .decimal(minutes, over: 60 * divisor, places: 1), explain: address)
      }
    }
  }

  /// The measures without the headcount, unless one of `figures` has any.
  static func fitting(_ measures: [FigureMeasure], to figures: [Figures]) -> [FigureMeasure] {
    measures.filter { $0 != .headcount || figures.contains { $0.headcount > 0 } }
  }
}
