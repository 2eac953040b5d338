// What stands behind every figure of a year, each thing said once: an activity has its entries, and
// whatever is a sum of activities has those, each with a way to its own.

import Domain
package import Projections
package import Wording

/// The explanations of all figures of one year.
package struct YearExplanations: Sendable {
  private let year: ExplainedYear
  private let language: Language
  private let words: ReportWords
  private let table: PartsTable
  private let further: [FigureScope]

  /// The key of the tables of entries.
  static let entries = "entries"

  /// - Parameter further: what else is asked for, beside the scopes that every report of a year has.
  package init(_ year: ExplainedYear, further: [FigureScope] = [], _ language: Language) {
    self.year = year
    self.further = further
    self.language = language
    words = ReportWords.of(language)
    table = PartsTable(year.figures, isLinked: true, language)
  }

  /// One for each scope: the year, its groups, sectors and what else is asked for, its months, and its
  /// activities.
  package var explanations: [ReportExplanation] {
    let figures = year.figures
    let groups = figures.groups + (figures.ungrouped.map { [$0] } ?? [])
    let sectors = figures.sectors + (figures.withoutSector.map { [$0] } ?? [])
    var scopes: [FigureScope] = [.year]
    scopes += groups.map { .group($0.name) } + sectors.map { .sector($0.name) }
    scopes += further.filter { !scopes.contains($0) && $0.activity == nil }
    let rows = figures.activities + figures.outside
    let idle = further.compactMap(\.activity).filter { code in !rows.contains { $0.code == code } }
    return scopes.compactMap(composed) + months + rows.compactMap { entries($0.details) }
      + idle.compactMap { entries(ActivityDetails(code: $0, name: $0.text)) }
  }

  /// Returns what the figures of a year are made of, down to the activities and no further.
  package static func summaries(
    of year: YearFigures, further: [FigureScope] = [], _ language: Language
  ) -> [ReportExplanation] {
    let table = PartsTable(year, isLinked: false, language)
    let scopes = [.year] + further.filter { $0 != .year }
    return scopes.compactMap { scope in
      guard let figures = try? year.figures(of: scope) else { return nil }
      let codes = Set(year.activities(in: scope))
      let rows = (year.activities + year.outside).filter { codes.contains($0.code) }
      var section = table.section(rows, sum: figures)
      section.notes = [HTMLWords.notHere(language)]
      return ReportExplanation(
        title: title(scope, in: year, language),
        figures: composedFigures(scope, figures, in: year, language), sections: [section])
    }
  }

  // MARK: Sums of activities

  private func composed(_ scope: FigureScope) -> ReportExplanation? {
    guard let behind = explanation(scope) else { return nil }
    let codes = Set(year.figures.activities(in: scope))
    let rows = year.figures.activities.filter { codes.contains($0.code) }
    var section = table.section(rows, sum: behind.figures)
    section.notes = notes(behind)
    return ReportExplanation(
      title: Self.title(scope, in: year.figures, language),
      figures: Self.composedFigures(scope, behind.figures, in: year.figures, language),
      sections: [section])
  }

  private static func composedFigures(
    _ scope: FigureScope, _ figures: Figures, in year: YearFigures, _ language: Language
  ) -> [ReportExplanation.Figure] {
    let words = ReportWords.of(language)
    return explained(scope, figures, in: year, language) { measure in
      switch measure {
      case .hours, .entries, .headcount: HTMLWords.partsSummed(language)
      case .participations: HTMLWords.personsPerActivity(language)
      case .distinct:
        words.lines.reconciliation(figures.participations, figures.repeats, figures.distinct)
      case .fte: words.lines.fullTimeEquivalents(year.settings.divisor, figures.minutes)
      }
    }
  }

  // MARK: Months

  private var months: [ReportExplanation] {
    let hours = MonthlyHours(year)
    return (1...12).compactMap { month in
      let minutes = hours.minutes(of: month)
      guard minutes > 0 else { return nil }
      var section = ReportSection(
        key: "month", title: nil,
        columns: [
          ReportColumn("activity", words.columns.activity),
          ReportColumn("minutes", words.columns.hours, .right),
        ])
      section.rows = year.figures.activities.compactMap { row in
        guard let minutes = hours.months[month - 1][row.code] else { return nil }
        let address = FigureAddress(
          year: year.figures.year, scope: .activity(row.code), measure: .hours)
        return ReportRow(
          .item,
          [.text(row.details.name), ReportCell(.hours(minutes: minutes), explain: address.text)])
      }
      section.rows.append(ReportRow(.sum, [.text(words.tables.sum), .hours(minutes)]))
      return ReportExplanation(
        title: sentence(Dates.month(year: year.figures.year, month: month, language)),
        figures: [
          .init(
            MonthlyHours.address(year.figures.year, month), words.columns.hours,
            .hours(minutes: minutes), how: HTMLWords.partsSummed(language))
        ], sections: [section])
    }
  }

  // MARK: Activities

  private func entries(_ details: ActivityDetails) -> ReportExplanation? {
    guard let behind = explanation(.activity(details.code)) else { return nil }
    let event = EventWords(language: language, names: .none)
    let hasApprovals = behind.entries.contains { $0.approval != nil }
    var section = ReportSection(
      key: Self.entries, title: nil,
      columns: [
        ReportColumn("id", OwnWords.entry(language)),
        ReportColumn("on", words.columns.period),
        ReportColumn("who", words.columns.person),
        ReportColumn("minutes", words.columns.hours, .right),
        ReportColumn("known", words.columns.howKnown),
        ReportColumn("approved", words.columns.approvedBy, isDataOnly: !hasApprovals),
      ])
    section.rows = behind.entries.map { record in
      let content = record.content
      let known = event.known(content.known)
      return ReportRow(
        .item,
        [
          .text(record.id.text), .text(numeric(content.on)), .text(event.who(content.who)),
          .hours(content.minutes),
          .text(record.isCorrected ? "\(known), \(OwnWords.corrected(language))" : known),
          .text(record.approval?.by.text ?? ""),
        ])
    }
    section.rows.append(
      ReportRow(
        .sum,
        [
          .text(words.tables.sum),
          .text(OwnWords.counted(behind.entries.count, .entries, language)),
          .text(behind.headcount > 0 ? words.lines.unnamed(behind.headcount) : ""),
          .hours(behind.minutes), .empty, .empty,
        ]))
    section.notes = notes(behind)
    let figures = Self.explained(
      .activity(details.code), behind.figures, in: year.figures, language
    ) { measure in
      switch measure {
      case .hours, .fte: HTMLWords.entriesSummed(language)
      case .entries: HTMLWords.entriesCounted(language)
      case .headcount: HTMLWords.entriesHeads(language)
      case .distinct, .participations: HTMLWords.personsOnce(language)
      }
    }
    return ReportExplanation(title: details.name, figures: figures, sections: [section])
  }

  /// "05.03.2024", or a longer period in words.
  private func numeric(_ period: Period) -> String {
    period.day.map { Dates.numeric(parts($0), language) } ?? written(period, language)
  }

  // MARK: What they share

  /// What is behind a scope of this year; every scope that is asked for is one of its own.
  private func explanation(_ scope: FigureScope) -> Explanation? {
    try? year.explain(FigureAddress(year: year.figures.year, scope: scope, measure: .hours))
  }

  /// "Gruppen Språkkaféer", "Hele 2024".
  private static func title(
    _ scope: FigureScope, in year: YearFigures, _ language: Language
  ) -> String {
    let rows = year.activities + year.outside
    func name(_ code: ActivityCode) -> String {
      rows.first { $0.code == code }?.details.name ?? code.text
    }
    let address = FigureAddress(year: year.year, scope: scope, measure: .hours)
    let title = sentence(OwnWords.scope(address, name, language))
    return scope.activity == nil ? title : "\(title), \(year.year)"
  }

  /// Who was there, and a warning if what is listed does not add up.
  private func notes(_ behind: Explanation) -> [String] {
    var notes: [String] = []
    if !behind.persons.isEmpty {
      let list = behind.persons.map { person in
        person.repeats > 0 ? "\(person.id.text) (\(person.activities.count))" : person.id.text
      }.joined(separator: ", ")
      notes.append(HTMLWords.persons(list, hasRepeats: !behind.repeating.isEmpty, language))
    }
    if !behind.addsUp { notes.append(OwnWords.mismatch(language)) }
    return notes
  }

  private static func explained(
    _ scope: FigureScope, _ figures: Figures, in year: YearFigures, _ language: Language,
    how: (FigureMeasure) -> String
  ) -> [ReportExplanation.Figure] {
    let measures = scope == .year ? FigureMeasure.allCases : FigureMeasure.ofParts
    let columns = FigureColumns(measures, language)
    return zip(measures, columns.cells(figures, at: scope, in: year, isSilent: false)).map {
      measure, cell in
      ReportExplanation.Figure(
        cell.explain ?? "", OwnWords.label(measure, language), cell.value, how: how(measure))
    }
  }
}

extension FigureScope {
  /// The activity, if it is one.
  fileprivate var activity: ActivityCode? {
    if case .activity(let code) = self { code } else { nil }
  }
}

/// The activities that a sum is made of, with all their figures.
private struct PartsTable {
  let year: YearFigures
  /// Whether the figures of an activity are explained too.
  let isLinked: Bool
  let words: ReportWords
  let columns: FigureColumns

  init(_ year: YearFigures, isLinked: Bool, _ language: Language) {
    self.year = year
    self.isLinked = isLinked
    words = ReportWords.of(language)
    let measures = FigureColumns.fitting(
      [.participations, .headcount, .hours, .entries], to: year.activities.map(\.figures))
    columns = FigureColumns(measures, language)
  }

  func section(_ rows: [ActivityFigures], sum: Figures) -> ReportSection {
    var section = ReportSection(
      key: "parts", title: nil,
      columns: [ReportColumn("activity", words.columns.activity)] + columns.columns)
    section.rows = rows.map { row in
      let cells = columns.cells(row.figures, at: .activity(row.code), in: year)
      return ReportRow(
        .item, [.text(row.details.name)] + (isLinked ? cells : cells.map { ReportCell($0.value) }))
    }
    // Persons are added per activity here, so that the table can be checked by hand.
    let sums = columns.cells(sum, at: .year, in: year).map { ReportCell($0.value) }
    section.rows.append(ReportRow(.sum, [.text(words.tables.sum)] + sums))
    return section
  }
}
