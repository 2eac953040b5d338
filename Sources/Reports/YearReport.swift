// The yearly table as a volunteer centre prints it: activities with volunteers and hours, the sum, the
// line about full-time years, and what stands outside the sum below it.

import Domain
package import Projections
package import Wording

/// The yearly report.
package struct YearReport: Sendable {
  private let figures: YearFigures
  private let basis: ReportBasis
  private let order: Order
  private let afterwards: YearAfterwards
  private let language: Language
  private let words: ReportWords

  /// In which order activities are printed.
  package enum Order: String, CaseIterable, Sendable {
    /// As they were added, which is how a centre knows its table.
    case added
    case name
    case hours
    case volunteers
  }

  package init(
    _ figures: YearFigures, basis: ReportBasis, order: Order = .added,
    afterwards: YearAfterwards = YearAfterwards(), _ language: Language
  ) {
    self.figures = figures
    self.basis = basis
    self.order = order
    self.afterwards = afterwards
    self.language = language
    words = ReportWords.of(language)
  }

  var ledgerName: String { basis.ledger }

  /// The report as data.
  package var report: Report {
    var report = Report(
      key: "year", language: language, title: words.lines.title(basis.ledger, figures.year),
      basis: basis)
    report.years = [figures.year]
    report.header = basis.header(ofOpenYear: true, language)
    report.sections = activities
    report.sections += [groups, sectors].compactMap { $0 }
    report.sections += afterwards.sections(figures, language)
    report.foot = [basis.footLine(language)]
    if let vouching = afterwards.vouching { report.foot.append(vouching(language)) }
    report.foot.append(OwnWords.howToExplain(figures.year)(language))
    return report
  }

  // MARK: Activities

  private var activities: [ReportSection] {
    let rows = figures.activities + figures.outside
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount, .hours], to: rows.map(\.figures)), language)
    let leading = [
      ReportColumn("code", words.columns.code, isDataOnly: true),
      ReportColumn("activity", words.columns.activity),
    ]
    func row(_ activity: ActivityFigures) -> ReportRow {
      let leading = [ReportCell.text(activity.code.text), .text(activity.details.name)]
      return ReportRow(
        .item, leading + columns.cells(activity.figures, at: .activity(activity.code), in: figures))
    }
    var sum = ReportSection(
      key: "activities", title: words.tables.perActivity, columns: leading + columns.columns)
    sum.rows = ordered(figures.activities).map(row)
    sum.rows.append(
      ReportRow(
        .sum,
        [.empty, .text(words.tables.sum)] + columns.cells(figures.totals, at: .year, in: figures)))
    let isEmpty = figures.activities.isEmpty && figures.outside.isEmpty
    sum.notes =
      isEmpty
      ? [OwnWords.noHours(figures.year)(language)]
      : [words.lines.fullTimeEquivalents(figures.settings.divisor, figures.totals.minutes)]
    // A year that is only known from paper has nobody who could be counted twice.
    if figures.totals.participations > 0 || (figures.distinctBounds == nil && !isEmpty) {
      sum.notes.insert(
        words.lines.reconciliation(
          figures.totals.participations, figures.totals.repeats, figures.totals.distinct), at: 0)
    }
    if let bounds = figures.distinctBounds {
      sum.notes.append(OwnWords.distinctBounds(bounds, figures.claimedDistinct, language))
    }
    if let rate = figures.settings.rate {
      let (product, overflow) = figures.totals.minutes.multipliedReportingOverflow(by: rate)
      // To the nearest øre; a log that no rule would admit has no value in kroner.
      if !overflow {
        sum.notes.append(words.lines.value(figures.totals.minutes, rate, (product + 30) / 60))
      }
    }
    guard !figures.outside.isEmpty else { return [sum] }
    var outside = ReportSection(
      key: "outside", title: words.tables.outsideSum, columns: leading + columns.columns)
    outside.rows = ordered(figures.outside).map(row)
    outside.continues = true
    return [sum, outside]
  }

  private func ordered(_ rows: [ActivityFigures]) -> [ActivityFigures] {
    switch order {
    case .added: rows
    case .name: rows.sortedNorwegian { $0.details.name }
    case .hours: rows.sortedNorwegian { $0.details.name }.falling { $0.figures.minutes }
    case .volunteers: rows.sortedNorwegian { $0.details.name }.falling { $0.figures.distinct }
    }
  }

  // MARK: Groups

  private var groups: ReportSection? {
    guard !figures.groups.isEmpty else { return nil }
    let parts = figures.groups.sortedNorwegian { $0.name ?? "" }.falling { $0.figures.distinct }
    let outside = figures.ungrouped.map { [$0] } ?? []
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount], to: (parts + outside).map(\.figures)),
      language)
    var section = ReportSection(
      key: "groups", title: OwnWords.recruitment(language),
      columns: [ReportColumn("group", words.columns.group)] + columns.columns)
    section.rows = parts.map { part in
      ReportRow(
        .item,
        [.text(part.name ?? "")] + columns.cells(part.figures, at: .group(part.name), in: figures))
    }
    let sum = parts.clampedSum { $0.figures.distinct }
    let heads = parts.clampedSum { $0.figures.headcount }
    // The sum of groups is no figure of its own: whoever is in two groups is in it twice.
    section.rows.append(
      ReportRow(
        .sum,
        [.text(OwnWords.sumOfGroups(language))]
          + columns.measures.map {
            $0 == .distinct ? .integer(sum) : heads == 0 ? .empty : .integer(heads)
          }))
    for part in outside {
      section.rows.append(
        ReportRow(
          .item,
          [.text(words.tables.noGroup)]
            + columns.cells(part.figures, at: .group(nil), in: figures)))
    }
    section.notes = [
      OwnWords.groupReconciliation(
        groups: sum, none: figures.ungrouped?.figures.distinct ?? 0,
        distinct: figures.totals.distinct, language)
    ]
    return section
  }

  // MARK: Sectors

  private var sectors: ReportSection? {
    guard !figures.sectors.isEmpty else { return nil }
    let parts =
      figures.sectors.sortedNorwegian { $0.name ?? "" }.falling { $0.figures.minutes }
      + (figures.withoutSector.map { [$0] } ?? [])
    let columns = FigureColumns(
      FigureColumns.fitting(
        [.participations, .distinct, .headcount, .hours], to: parts.map(\.figures)), language)
    var section = ReportSection(
      key: "sectors", title: words.tables.perSector,
      columns: [
        ReportColumn("sector", words.columns.sector),
        ReportColumn("activities", words.columns.activities, .right),
      ] + columns.columns)
    section.rows = parts.map { part in
      ReportRow(
        .item,
        [.text(part.name ?? words.tables.noSector), .integer(part.activities.count)]
          + columns.cells(part.figures, at: .sector(part.name), in: figures))
    }
    section.rows.append(
      ReportRow(
        .sum,
        [.text(words.tables.sum), .integer(figures.activities.count)]
          + columns.cells(figures.totals, at: .year, in: figures)))
    let again = parts.clampedSum { $0.figures.distinct } - figures.totals.distinct
    if again > 0 { section.notes = [OwnWords.sectorNote(again, language)] }
    return section
  }
}

extension Array {
  /// Returns the elements with the largest number first; equal ones stay in their order.
  func falling(by number: (Element) -> Int) -> [Element] {
    enumerated().sorted {
      (number($1.element), $0.offset) < (number($0.element), $1.offset)
    }.map(\.element)
  }
}
