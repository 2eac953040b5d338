// What stands behind a figure: its entries, or its persons with theirs.

import Domain
package import Projections
package import Wording

/// The explanation of one figure.
package struct ExplanationReport: Sendable {
  private let explanation: Explanation
  private let basis: ReportBasis
  private let names: PersonNames
  private let language: Language
  private let words: ReportWords
  private let activityNames: [ActivityCode: String]

  /// How many entries of a person are named where people read; programs get all.
  package static let entriesNamed = 4

  package init(
    _ explanation: Explanation, basis: ReportBasis, names: PersonNames = .none, _ language: Language
  ) {
    self.explanation = explanation
    self.basis = basis
    self.names = names
    self.language = language
    words = ReportWords.of(language)
    activityNames = Dictionary(
      explanation.activities.map { ($0.code, $0.name) }, uniquingKeysWith: { name, _ in name })
  }

  /// The report as data.
  package var report: Report {
    let address = explanation.address.text
    var report = Report(
      key: "explain", language: language, title: "\(address) = \(value)", basis: basis)
    report.years = [explanation.address.year]
    report.header = [
      "\(OwnWords.label(explanation.address.measure, language)), "
        + OwnWords.scope(explanation.address, name, language)
    ]
    report.header += basis.header(ofOpenYear: true, language)
    let figures = explanation.figures
    switch explanation.address.measure {
    case .distinct, .participations:
      report.sections = [persons(explanation.persons, key: "persons", title: OwnWords.persons)]
      if !explanation.repeating.isEmpty {
        report.sections.append(
          persons(explanation.repeating, key: "repeating", title: OwnWords.repeating))
      }
      report.sections[report.sections.count - 1].notes = [
        words.lines.reconciliation(figures.participations, figures.repeats, figures.distinct)
      ]
      if figures.headcount > 0 {
        report.sections[report.sections.count - 1].notes.append(
          OwnWords.notCounted(words.lines.unnamed(figures.headcount), language))
      }
    case .hours, .entries, .headcount, .fte:
      report.sections = [entries]
      if explanation.address.measure == .fte {
        report.sections[0].notes = [
          words.lines.fullTimeEquivalents(explanation.settings.divisor, figures.minutes)
        ]
      }
    }
    if !explanation.addsUp { report.foot.append(OwnWords.mismatch(language)) }
    report.foot.append(basis.footLine(language))
    return report
  }

  /// The figure with the word for what it counts.
  private var value: String {
    switch explanation.value {
    case .minutes(let minutes): return Numbers.countedHours(minutes: minutes, language)
    case .fullTime(let minutes, let divisor):
      return Numbers.decimal(minutes, 60 * divisor, places: 1, language) + Numbers.hardSpace
        + words.figures.fullTimeEquivalents
    case .count(let count):
      return OwnWords.counted(count, explanation.address.measure, language)
    }
  }

  // MARK: Persons

  private func persons(_ persons: [ExplainedPerson], key: String, title: Phrase) -> ReportSection {
    var section = ReportSection(
      key: key, title: title(language),
      columns: [
        ReportColumn("id", words.columns.code, isDataOnly: true),
        ReportColumn("person", words.columns.person),
        ReportColumn("times", OwnWords.times(language), .right),
        ReportColumn("activities", words.columns.activities),
        ReportColumn("minutes", words.columns.hours, .right),
        ReportColumn("entries", words.columns.entries, .right),
        ReportColumn("named", OwnWords.numbers(language)),
        ReportColumn("ids", OwnWords.numbers(language), isDataOnly: true),
      ])
    section.rows = persons.map { person in
      let ids = person.entries.map(\.text)
      let more = ids.count > Self.entriesNamed ? " …" : ""
      return ReportRow(
        .item,
        [
          .text(person.id.text), .text(names(person.id)), .integer(person.activities.count),
          .text(person.activities.map { name($0.code) }.joined(separator: ", ")),
          .hours(person.minutes), .integer(ids.count),
          .text(ids.prefix(Self.entriesNamed).joined(separator: ", ") + more),
          .text(ids.joined(separator: " ")),
        ])
    }
    section.rows.append(
      ReportRow(
        .sum,
        [
          .empty, .text(OwnWords.counted(persons.count, .distinct, language)),
          .integer(persons.clampedSum { $0.activities.count }), .empty,
          .hours(persons.clampedSum { $0.minutes }),
          .integer(persons.clampedSum { $0.entries.count }), .empty, .empty,
        ]))
    return section
  }

  // MARK: Entries

  private var entries: ReportSection {
    let counting = explanation.counting
    let hasVouchers = counting.contains { $0.content.voucher != nil }
    let isOneActivity = Set(counting.map(\.content.activity)).count <= 1
    var section = ReportSection(
      key: "entries", title: OwnWords.entries(language),
      columns: [
        ReportColumn("id", OwnWords.entry(language)),
        ReportColumn("on", words.columns.period),
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity, isDataOnly: isOneActivity),
        ReportColumn("person", words.columns.person),
        ReportColumn("headcount", words.columns.headcount, .right, isDataOnly: true),
        ReportColumn("minutes", words.columns.hours, .right),
        ReportColumn("known", words.columns.howKnown),
        ReportColumn("voucher", words.columns.voucher, isDataOnly: !hasVouchers),
        ReportColumn("by", words.columns.recordedBy),
        ReportColumn("at", words.columns.recordedAt),
        ReportColumn("approved", words.columns.approvedBy),
        ReportColumn("line", words.columns.line, .right),
      ])
    section.rows = counting.map(row)
    let minutes = counting.clampedSum { $0.content.minutes }
    let heads = counting.clampedSum {
      $0.content.who.person == nil ? $0.content.who.heads : 0
    }
    section.rows.append(
      ReportRow(
        .sum,
        [
          .text(words.tables.sum), .text(OwnWords.counted(counting.count, .entries, language)),
          .empty, .empty, heads > 0 ? .text(words.lines.unnamed(heads)) : .empty,
          .integer(heads), .hours(minutes), .empty, .empty, .empty, .empty, .empty, .empty,
        ]))
    return section
  }

  private func row(_ record: HourRecord) -> ReportRow {
    let content = record.content
    let event = EventWords(language: language, names: names)
    let known = event.known(content.known)
    return ReportRow(
      .item,
      [
        .text(record.id.text), ReportCell(.period(content.on)), .text(content.activity.text),
        .text(name(content.activity)), .text(event.who(content.who)),
        content.who.person == nil ? .integer(content.who.heads) : .empty,
        .hours(content.minutes),
        .text(record.isCorrected ? "\(known), \(OwnWords.corrected(language))" : known),
        content.voucher.map { .text($0) } ?? .empty, .text(names(record.source.by)),
        ReportCell(.moment(record.source.at)),
        record.approval.map { .text(names($0.by)) } ?? .empty, .integer(record.source.seq),
      ])
  }

  private func name(_ code: ActivityCode) -> String { activityNames[code] ?? code.text }
}
