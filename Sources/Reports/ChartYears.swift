// The charts of a year, and of years side by side.

import Domain
package import Projections
package import Wording

/// The charts of one year.
package struct YearCharts: Sendable {
  private let year: ExplainedYear
  private let language: Language
  private let words: ReportWords

  package init(_ year: ExplainedYear, _ language: Language) {
    self.year = year
    self.language = language
    words = ReportWords.of(language)
  }

  /// Hours by activity and by month, and volunteers by group: those of them that have anything.
  package var charts: [ReportChart] {
    [hoursPerActivity, hoursPerMonth, volunteersPerGroup].filter { $0.largest > 0 }
  }

  /// The counted activities, the largest first.
  private var hoursPerActivity: ReportChart {
    var chart = ReportChart(
      key: "hours-per-activity", title: OwnWords.perActivity(words.columns.hours, language),
      kind: .bars, unit: .hours, heading: words.columns.activity, series: [words.columns.hours],
      section: "activities")
    let rows = year.figures.activities.sortedNorwegian { $0.details.name }
      .falling { $0.figures.minutes }
    chart.rows = rows.map { row in
      .init(
        row.details.name, [row.figures.minutes], explain: address(.activity(row.code), .hours))
    }
    return chart
  }

  private var hoursPerMonth: ReportChart {
    var chart = ReportChart(
      key: "hours-per-month", title: HTMLWords.hoursPerMonth(language), kind: .columns,
      unit: .hours, heading: HTMLWords.month(language), series: [words.columns.hours])
    let hours = MonthlyHours(year)
    chart.rows = (1...12).map { month in
      let name = Dates.monthName(month, language)
      let minutes = hours.minutes(of: month)
      return .init(
        sentence(name), short: String(name.prefix(3)), [minutes],
        explain: minutes > 0 ? MonthlyHours.address(year.figures.year, month) : nil)
    }
    if hours.withoutMonth > 0 {
      chart.notes = [HTMLWords.withoutMonth(hours.withoutMonth, language)]
    }
    return chart
  }

  private var volunteersPerGroup: ReportChart {
    var chart = ReportChart(
      key: "volunteers-per-group", title: words.tables.perGroup, kind: .bars, unit: .count,
      heading: words.columns.group, series: [words.columns.distinct], section: "groups")
    let named = year.figures.groups.sortedNorwegian { $0.name ?? "" }
      .falling { $0.figures.distinct }
    // Without any group there is nothing to compare the rest with.
    let parts = named.isEmpty ? [] : named + (year.figures.ungrouped.map { [$0] } ?? [])
    chart.rows = parts.map { part in
      .init(
        part.name ?? words.tables.noGroup, [part.figures.distinct],
        explain: address(.group(part.name), .distinct))
    }
    return chart
  }

  private func address(_ scope: FigureScope, _ measure: FigureMeasure) -> String {
    FigureAddress(year: year.figures.year, scope: scope, measure: measure).text
  }
}

extension YearCharts {
  /// How many activities are shown side by side; all of them stand in the table.
  package static let activitiesCompared = 12

  /// Returns charts of several years, oldest first: hours and volunteers in all, and the hours of the
  /// largest activities.
  ///
  /// - Parameter section: the key of the table that has the totals of the years.
  package static func compared(
    _ years: [YearFigures], beside section: String?, _ language: Language
  ) -> [ReportChart] {
    let years = years.sorted { $0.year < $1.year }
    guard years.count > 1 else { return [] }
    return [
      totals(years, .hours, beside: section, language),
      totals(years, .distinct, beside: section, language),
      activities(years, language),
    ].filter { $0.largest > 0 }
  }

  private static func totals(
    _ years: [YearFigures], _ measure: FigureMeasure, beside section: String?, _ language: Language
  ) -> ReportChart {
    let label = OwnWords.label(measure, language)
    var chart = ReportChart(
      key: "\(measure.rawValue)-per-year", title: HTMLWords.perYear(label, language),
      kind: .columns, unit: measure == .hours ? .hours : .count, heading: OwnWords.year(language),
      series: [label], section: section)
    chart.rows = years.map { year in
      let value = measure == .hours ? year.totals.minutes : year.totals.distinct
      return .init(
        "\(year.year)", [value],
        explain: FigureAddress(year: year.year, scope: .year, measure: measure).text)
    }
    return chart
  }

  private static func activities(_ years: [YearFigures], _ language: Language) -> ReportChart {
    let words = ReportWords.of(language)
    var chart = ReportChart(
      key: "hours-side-by-side", title: HTMLWords.sideBySide(language), kind: .grouped,
      unit: .hours, heading: words.columns.activity, series: years.map { "\($0.year)" },
      section: "minutes")
    var names: [ActivityCode: String] = [:]
    for row in years.flatMap(\.activities) { names[row.code] = row.details.name }
    let minutes = years.map { year in
      Dictionary(year.activities.map { ($0.code, $0.figures.minutes) }, uniquingKeysWith: max)
    }
    let rows = names.sorted { $0.key < $1.key }.map { code, name in
      ReportChart.Row(name, minutes.map { $0[code] })
    }.sortedNorwegian { $0.label }.falling { row in
      row.values.reduce(0) { clamped($0, $1 ?? 0) }
    }
    chart.rows = Array(rows.prefix(activitiesCompared))
    if rows.count > activitiesCompared {
      chart.notes = [HTMLWords.largestOnly(activitiesCompared, of: rows.count, language)]
    }
    return chart
  }
}
