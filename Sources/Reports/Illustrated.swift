// What a report of years gets before it is shown as a page: its charts, and what stands behind its
// figures.

import Domain
package import Projections

extension Report {
  /// Returns the report with charts and explanations.
  ///
  /// - Parameters:
  ///   - years: those whose entries are told.
  ///   - earlier: those that are compared with; their figures are told down to the activities.
  package func illustrated(
    by years: [ExplainedYear], comparedWith earlier: [YearFigures] = []
  ) -> Report {
    var report = self
    let told = years.map(\.figures)
    let others = earlier.filter { year in !told.contains { $0.year == year.year } }
    if let only = years.first, years.count == 1 {
      report.charts = YearCharts(only, language).charts
    }
    let section = sections.contains { $0.key == "years" } ? "years" : "totals"
    report.charts += YearCharts.compared(told + others, beside: section, language)
    report.explanations =
      years.flatMap {
        YearExplanations($0, further: scopes(of: $0.figures.year), language).explanations
      }
      + others.flatMap {
        YearExplanations.summaries(of: $0, further: scopes(of: $0.year), language)
      }
    return report
  }

  /// Returns the report with an explanation of every figure that has none yet, as far as there is a
  /// report that explains its address.
  package func explained(by explain: (ReportCell.FigureName) -> Report?) -> Report {
    var report = self
    var known = Set(explanations.flatMap(\.figures).map(\.address))
    for cell in sections.flatMap(\.rows).flatMap(\.cells) {
      guard let address = cell.explain, known.insert(address).inserted,
        let behind = explain(address)
      else { continue }
      let how = behind.header.first ?? behind.title
      report.explanations.append(
        ReportExplanation(
          title: address, figures: [.init(address, address, cell.value, how: how)],
          sections: behind.sections))
    }
    return report
  }

  /// What the report has figures of in a year, in the order they are met.
  private func scopes(of year: Int) -> [FigureScope] {
    var seen: Set<FigureScope> = []
    return sections.flatMap(\.rows).flatMap(\.cells).compactMap { cell in
      guard let address = cell.explain.flatMap({ try? FigureAddress($0) }), address.year == year,
        seen.insert(address.scope).inserted
      else { return nil }
      return address.scope
    }
  }

  /// Returns the report without what is behind its figures, and with only those rows of charts that
  /// are told to everybody. A chart of anything but addressed figures says more than the tables do.
  package func withoutBehind(_ cells: SmallCells) -> Report {
    var report = self
    report.explanations = []
    report.charts = charts.compactMap { chart in
      var chart = chart
      let addresses = chart.rows.compactMap { row in
        row.explain.flatMap { try? FigureAddress($0) }
      }
      guard addresses.count == chart.rows.count else { return nil }
      chart.rows = chart.rows.filter { row in row.explain.map(cells.tells) ?? false }
      return chart.largest > 0 ? chart : nil
    }
    return report
  }
}
