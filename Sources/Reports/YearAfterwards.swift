// What stands below the table of a year: what became known after it was closed, the late hours of
// earlier years that came in during it, and the years before for comparison.

package import Domain
package import Projections
package import Wording

/// What a yearly report tells besides the figures of the year.
package struct YearAfterwards: Sendable {
  /// Known now against as closed; nil for an open year, or one that is reported as known.
  package var restatement: Restatement?
  /// Closings of the year that were reopened, oldest first.
  package var reopened: [ClosedYear] = []
  /// Late hours of earlier, closed years that were recorded during this year.
  package var lateFromEarlier: [HourRecord] = []
  /// Whether the year itself is closed.
  package var isClosed = false
  /// The years before, newest first, as they were known where the year is reported from.
  package var earlier: [Compared] = []
  package var names: PersonNames = .none
  /// Who vouches for the log at or after the closing; nil where nobody does.
  package var vouching: Phrase?

  /// A year to compare with.
  package struct Compared: Sendable {
    package let figures: YearFigures
    package let isClosed: Bool

    package init(_ figures: YearFigures, isClosed: Bool) {
      self.figures = figures
      self.isClosed = isClosed
    }
  }

  package init() {}

  func sections(_ figures: YearFigures, _ language: Language) -> [ReportSection] {
    [
      restatement.flatMap { knownNow($0, language) }, closedBefore(figures, language),
      lateSection(language), comparison(figures, language),
    ].compactMap { $0 }
  }

  // MARK: Known after the closing

  private func knownNow(_ restatement: Restatement, _ language: Language) -> ReportSection? {
    if restatement.isEmpty { return nil }
    let words = ReportWords.of(language)
    var section = ReportSection(
      key: "known-now", title: sentence(words.tables.afterClosing),
      columns: [
        ReportColumn("line", words.columns.line, .right),
        ReportColumn("recorded", words.columns.recordedAt),
        ReportColumn("by", words.columns.recordedBy),
        ReportColumn("event", OwnWords.what(language)),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    section.rows = restatement.causes.map { cause in
      ReportRow(
        .item,
        [
          .integer(cause.recorded.seq), ReportCell(.moment(cause.recorded.at)),
          .text(names(cause.recorded.by)),
          .text(told(cause.recorded, language)),
          cause.minutes == 0 ? .empty : .hours(cause.minutes),
        ])
    }
    section.notes = restatement.changes.filter { $0.address.scope == .year }.compactMap { change in
      let (was, isNow) = (text(change.was, language), text(change.isNow, language))
      // An årsverk may differ by less than is printed.
      if was == isNow { return nil }
      return OwnWords.restated(
        OwnWords.label(change.address.measure, language), was, isNow, language)
    }
    let elsewhere = restatement.changes.count { $0.address.scope != .year }
    if elsewhere > 0 { section.notes.append(OwnWords.restatedParts(elsewhere, language)) }
    return section
  }

  /// The event without who and when, which have columns of their own.
  private func told(_ recorded: Recorded, _ language: Language) -> String {
    EventWords(language: language, names: names).sentence(recorded.event, at: recorded.seq)
  }

  private func text(_ value: FigureValue?, _ language: Language) -> String {
    switch value {
    case .count(let count): Numbers.integer(count, language)
    case .minutes(let minutes): Numbers.hours(minutes: minutes, language)
    case .fullTime(let minutes, let divisor):
      Numbers.decimal(minutes, divisor * 60, places: 1, language)
    case nil: "–"
    }
  }

  // MARK: Closed before, and reopened

  private func closedBefore(_ figures: YearFigures, _ language: Language) -> ReportSection? {
    if reopened.isEmpty { return nil }
    let words = ReportWords.of(language)
    var section = ReportSection(
      key: "closed-before", title: OwnWords.closedBefore(language),
      columns: [
        ReportColumn("closing", words.columns.line, .right),
        ReportColumn("digest", OwnWords.digest(language)),
        ReportColumn("distinct", words.columns.distinct, .right),
        ReportColumn("minutes", words.columns.hours, .right),
        ReportColumn("difference", OwnWords.difference(language), .right),
        ReportColumn("approved", words.states.approved),
      ])
    section.rows = reopened.map { closed in
      let totals = closed.content.totals
      return ReportRow(
        .item,
        [
          .integer(closed.seq), .text(String(closed.content.digest.prefix(ReportBasis.hashDigits))),
          .integer(totals.distinct), .hours(totals.minutes),
          .hours(figures.totals.minutes - totals.minutes),
          closed.approval.map { .text($0.on.text) } ?? .empty,
        ])
    }
    return section
  }

  // MARK: Late hours of earlier years

  private func lateSection(_ language: Language) -> ReportSection? {
    if lateFromEarlier.isEmpty { return nil }
    let words = ReportWords.of(language)
    let years = Set(lateFromEarlier.map(\.content.on.year)).sorted()
    var section = ReportSection(
      key: "late", title: words.lines.lateEntries(years.last ?? 0),
      columns: [
        ReportColumn("entry", OwnWords.entry(language)),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("period", words.columns.period),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    if years.count > 1 { section.title = OwnWords.lateEntries(years, language) }
    section.rows = lateFromEarlier.map { record in
      ReportRow(
        .item,
        [
          .text(record.id.text), .text(record.content.activity.text),
          ReportCell(.period(record.content.on)), .hours(record.content.minutes),
        ])
    }
    section.notes = [OwnWords.lateNote(language)]
    return section
  }

  // MARK: The years before

  private func comparison(_ figures: YearFigures, _ language: Language) -> ReportSection? {
    if earlier.isEmpty { return nil }
    let words = ReportWords.of(language)
    let years = [Compared(figures, isClosed: isClosed)] + earlier
    let columns = FigureColumns(
      FigureColumns.fitting(
        [.distinct, .headcount, .hours, .fte], to: years.map(\.figures.totals)),
      language)
    var section = ReportSection(
      key: "years", title: OwnWords.yearsCompared(language),
      columns: [
        ReportColumn("year", OwnWords.year(language)),
        ReportColumn("activities", words.columns.activities, .right),
      ] + columns.columns + [ReportColumn("closed", OwnWords.status(language))])
    section.rows = years.map { compared in
      let year = compared.figures
      return ReportRow(
        .item,
        [.text("\(year.year)"), .integer(year.activities.count)]
          + columns.cells(year.totals, at: .year, in: year)
          + [.text(OwnWords.state(closed: compared.isClosed, language))])
    }
    return section
  }
}
