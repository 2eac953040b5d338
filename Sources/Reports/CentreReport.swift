// One page about the centre: what it does, with how many, for how long, and who pays.

package import Domain
package import Projections
package import Wording

/// The page about a volunteer centre.
package struct CentreReport: Sendable {
  private let years: [YearFigures]
  private let state: State
  private let basis: ReportBasis
  private let language: Language
  private let words: ReportWords

  /// - Parameters:
  ///   - years: the years of the ledger, in any order.
  ///   - state: the ledger at the line of `basis`.
  package init(
    _ years: [YearFigures], in state: State, basis: ReportBasis, _ language: Language
  ) {
    self.years = years.sorted { $0.year < $1.year }
    self.state = state
    self.basis = basis
    self.language = language
    words = ReportWords.of(language)
  }

  /// The report as data.
  package var report: Report {
    var report = Report(key: "centre", language: language, title: centre.name, basis: basis)
    report.years = years.map(\.year)
    report.header = basis.header(ofOpenYear: false, language)
    report.sections = [about, byYear, categories, grants, openPlaces].compactMap { $0 }
    report.foot = [basis.footLine(language)]
    return report
  }

  private var centre: CentreDetails {
    state.centres.values.min { $0.id < $1.id }?.details ?? CentreDetails(name: basis.ledger)
  }

  private func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  private var about: ReportSection? {
    var rows: [(String, String)] = []
    if let number = centre.number {
      rows.append((say(nb: "Org.nr.", en: "Organisation number"), number))
    }
    if let form = centre.form {
      rows.append(
        (say(nb: "Eierform", nn: "Eigarform", en: "Owner"), GrantWords.name(form)(language)))
    }
    if rows.isEmpty { return nil }
    var section = ReportSection(
      key: "about", title: nil, columns: [ReportColumn("key", ""), ReportColumn("value", "")])
    section.rows = rows.map { ReportRow(.item, [.text($0.0), .text($0.1)]) }
    return section
  }

  private var byYear: ReportSection {
    let columns = FigureColumns(
      FigureColumns.fitting([.distinct, .headcount, .hours, .fte], to: years.map(\.totals)),
      language)
    var section = ReportSection(
      key: "years", title: say(nb: "Frivillig innsats", en: "Voluntary effort"),
      columns: [
        ReportColumn("year", OwnWords.year(language)),
        ReportColumn("activities", words.columns.activities, .right),
      ] + columns.columns + [ReportColumn("closed", OwnWords.status(language))])
    section.rows = years.map { year in
      ReportRow(
        .item,
        [.text("\(year.year)"), .integer(year.activities.count)]
          + columns.cells(year.totals, at: .year, in: year)
          + [.text(OwnWords.state(closed: state.closings[year.year] != nil, language))])
    }
    let divisors = Set(years.map(\.settings.divisor))
    section.notes = divisors.sorted().map { words.lines.divisor($0) }
    return section
  }

  /// The activities of the newest year with hours, by national category.
  private var categories: ReportSection? {
    guard let year = years.last(where: { !$0.activities.isEmpty }) else { return nil }
    let all = year.activities.count
    var section = ReportSection(
      key: "categories",
      title: say(
        nb: "Aktivitetene i \(year.year) etter nasjonal kategori",
        nn: "Aktivitetane i \(year.year) etter nasjonal kategori",
        en: "The activities of \(year.year) by national category"),
      columns: [
        ReportColumn("category", words.columns.category),
        ReportColumn("activities", words.columns.activities, .right),
        ReportColumn("percent", say(nb: "Andel (%)", nn: "Del (%)", en: "Share (%)"), .right),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    func row(_ name: String, _ rows: [ActivityFigures]) -> ReportRow? {
      if rows.isEmpty { return nil }
      return ReportRow(
        .item,
        [
          .text(name), .integer(rows.count),
          ReportCell(.decimal(rows.count * 100, over: all, places: 1)),
          .hours(rows.clampedSum { $0.figures.minutes }),
        ])
    }
    section.rows = NationalCategory.all.compactMap { category in
      row(
        category.name(language),
        year.activities.filter { $0.details.category?.rawValue == category.key })
    }
    section.rows += [
      row(words.tables.noCategory, year.activities.filter { $0.details.category == nil })
    ].compactMap { $0 }
    section.rows.append(
      ReportRow(
        .sum,
        [
          .text(words.tables.sum), .integer(all), ReportCell(.decimal(100, over: 1, places: 1)),
          .hours(year.totals.minutes),
        ]))
    return section
  }

  private var grants: ReportSection? {
    if state.grants.isEmpty { return nil }
    var section = ReportSection(
      key: "grants", title: say(nb: "Tilskudd", nn: "Tilskot", en: "Grants"),
      columns: [
        ReportColumn("id", words.columns.code),
        ReportColumn("funder", say(nb: "Tilskuddsgiver", nn: "Tilskotsgivar", en: "Funder")),
        ReportColumn("scheme", say(nb: "Ordning", en: "Scheme")),
        ReportColumn("period", words.columns.period),
        ReportColumn("status", OwnWords.status(language)),
        ReportColumn("applied", say(nb: "Søkt (kr)", en: "Applied (NOK)"), .right),
        ReportColumn(
          "granted", say(nb: "Innvilget (kr)", nn: "Innvilga (kr)", en: "Granted (NOK)"), .right),
        ReportColumn("minutes", say(nb: "Egne timer", nn: "Eigne timar", en: "Own hours"), .right),
      ])
    section.rows = state.grants.keys.sorted().compactMap { id in
      guard let figures = GrantFigures(of: id, in: state) else { return nil }
      let (grant, details) = (figures.grant, figures.grant.details)
      func kroner(_ status: GrantStatus) -> ReportCell {
        grant.step(status)?.amount.map { ReportCell(.decimal($0, over: 100, places: 2)) } ?? .empty
      }
      return ReportRow(
        .item,
        [
          .text(id.text), .text(details.funder), .text(details.scheme),
          .text("\(details.from.text) – \(details.to.text)"),
          .text(GrantWords.name(grant.status)(language)), kroner(.applied), kroner(.granted),
          ReportCell(
            .hours(minutes: figures.totals.minutes), explain: GrantAddress(id, .hours).text),
        ])
    }
    return section
  }

  private var openPlaces: ReportSection? {
    let places = state.activities.values.filter { $0.marks.contains(.openPlace) }
      .sorted { $0.seq < $1.seq }
    if places.isEmpty { return nil }
    var section = ReportSection(
      key: "open-places",
      title: say(nb: "Åpne møteplasser", nn: "Opne møteplassar", en: "Open meeting places"),
      columns: [
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
        ReportColumn(
          "ended", OwnWords.ended(language), isDataOnly: !places.contains { $0.ended != nil }),
      ])
    section.rows = places.map { place in
      ReportRow(
        .item,
        [
          .text(place.details.code.text), .text(place.details.name),
          place.ended.map { .text($0.text) } ?? .empty,
        ])
    }
    return section
  }
}
