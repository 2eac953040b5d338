// The figures of one or several years for `stats`: side by side where people read.

import Domain
package import Projections
package import Wording

/// The figures of some years.
package struct StatisticsReport: Sendable {
  let years: [YearFigures]
  let basis: ReportBasis
  /// What each year was computed from.
  let bases: [ReportBasis]
  private let language: Language
  private let words: ReportWords

  /// - Precondition: `years` is not empty.
  ///
  /// - Parameter bases: what each year was computed from, where that is not the same for all.
  package init(
    _ years: [YearFigures], basis: ReportBasis, bases: [ReportBasis]? = nil, _ language: Language
  ) {
    precondition(!years.isEmpty, "statistics of no year")
    self.bases = bases ?? years.map { _ in basis }
    precondition(self.bases.count == years.count, "a basis for each year")
    self.years = years
    self.basis = basis
    self.language = language
    words = ReportWords.of(language)
  }

  /// The report as data.
  package var report: Report {
    let span = years.map { "\($0.year)" }.joined(separator: ", ")
    var report = Report(
      key: "stats", language: language,
      title: OwnWords.statistics(language) + " \(span) – \(basis.ledger)", basis: basis)
    report.years = years.map(\.year)
    report.header = basis.header(ofOpenYear: false, language)
    report.sections = [totals]
    report.sections += byActivity(
      [.distinct, .headcount, .hours], titles: [.hours: words.tables.perActivity])
    report.foot =
      zip(years, bases).compactMap { year, basis in
        basis.closing.map { closed in
          sentence(
            (["\(year.year)"] + closedWords(closed, language)).joined(separator: ", "))
        }
      } + [basis.footLine(language)]
    return report
  }

  /// Over all counted activities, a row a figure and a column a year.
  private var totals: ReportSection {
    var section = ReportSection(
      key: "totals", title: nil,
      columns: [ReportColumn("figure", OwnWords.inAll(language))]
        + years.map { ReportColumn("y\($0.year)", "\($0.year)", .right) })
    let labels: [(FigureMeasure, String)] = [
      (.distinct, words.columns.distinct), (.participations, words.columns.perActivity),
      (.headcount, words.columns.headcount), (.hours, words.columns.hours),
      (.entries, words.columns.entries), (.fte, words.columns.fullTimeEquivalents),
    ]
    section.rows = labels.map { measure, label in
      let columns = FigureColumns([measure], language)
      return ReportRow(
        .item,
        [.text(label)]
          + years.flatMap { columns.cells($0.totals, at: .year, in: $0, isSilent: false) })
    }
    section.notes = years.map { year in
      (years.count > 1 ? "\(year.year): " : "")
        + words.lines.reconciliation(
          year.totals.participations, year.totals.repeats, year.totals.distinct)
    }
    return section
  }

  /// A table of the activities: for one year with all measures, for several a table a measure.
  private func byActivity(
    _ measures: [FigureMeasure], titles: [FigureMeasure: String]
  ) -> [ReportSection] {
    let all = years.flatMap { $0.activities + $0.outside }.map(\.figures)
    let fitting = FigureColumns.fitting(measures, to: all)
    if years.count == 1 { return tables(fitting, title: words.tables.perActivity) }
    return fitting.flatMap { measure in
      let heading = FigureColumns([measure], language).columns[0].heading
      return tables([measure], title: OwnWords.perActivity(heading, language))
    }
  }

  private func tables(_ measures: [FigureMeasure], title: String) -> [ReportSection] {
    let columns = FigureColumns(measures, language)
    var section = ReportSection(
      key: years.count == 1 ? "activities" : columns.columns[0].key, title: title,
      columns: [
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
      ]
        + years.flatMap { year in
          columns.columns.map { column in
            years.count == 1
              ? column : ReportColumn("y\(year.year)", "\(year.year)", .right)
          }
        })
    section.rows = rows(\.activities, columns)
    section.rows.append(
      ReportRow(
        .sum,
        [.empty, .text(words.tables.sum)]
          + years.flatMap { columns.cells($0.totals, at: .year, in: $0) }))
    var outside = section
    outside.key += "-outside"
    outside.title = words.tables.outsideSum
    // Who has no names is no row in a table of volunteers.
    outside.rows = rows(\.outside, columns).filter { row in
      row.cells.dropFirst(2).contains { $0 != .empty }
    }
    outside.continues = true
    return outside.rows.isEmpty ? [section] : [section, outside]
  }

  /// A row for each activity that has hours in any of the years; empty where it has none.
  private func rows(
    _ part: (YearFigures) -> [ActivityFigures], _ columns: FigureColumns
  ) -> [ReportRow] {
    var seen: Set<ActivityCode> = []
    let found = years.flatMap(part).filter { seen.insert($0.code).inserted }
    return found.map { activity in
      ReportRow(
        .item,
        [.text(activity.code.text), .text(activity.details.name)]
          + years.flatMap { year -> [ReportCell] in
            guard let row = part(year).first(where: { $0.code == activity.code }) else {
              return columns.measures.map { _ in .empty }
            }
            return columns.cells(row.figures, at: .activity(row.code), in: year)
          })
    }
  }
}
