// The head of a grant report: whose it is, what the words mean, and how final the period is.

import Domain
import Projections
import Wording

extension GrantReport {
  var about: ReportSection {
    let (details, centre) = (figures.grant.details, centre)
    var rows: [(String, ReportCell)] = [(words.columns.centre, .text(centre.name))]
    func add(_ label: String, _ text: String?) {
      if let text { rows.append((label, .text(text))) }
    }
    add(say(nb: "Org.nr.", en: "Organisation number"), centre.number)
    add(
      say(nb: "Eierform", nn: "Eigarform", en: "Owner"),
      centre.form.map { GrantWords.name($0)(language) })
    add(say(nb: "Tilskuddsgiver", nn: "Tilskotsgivar", en: "Funder"), details.funder)
    add(say(nb: "Ordning", en: "Scheme"), details.scheme)
    add(say(nb: "Prosjekt", en: "Project"), details.project)
    add(say(nb: "Tilskudd", nn: "Tilskot", en: "Grant"), figures.id.text)
    add(
      words.columns.period, "\(written(details.from, language)) – \(written(details.to, language))")
    add(OwnWords.status(language), status)
    add(say(nb: "Søknadsfrist", en: "Application deadline"), details.deadline.map(day))
    add(say(nb: "Rapportfrist", en: "Report deadline"), details.report.map(day))
    add(say(nb: "Regler fra", nn: "Reglar frå", en: "Rules from"), details.rules)
    add(say(nb: "Versjon", en: "Version"), version)
    add(say(nb: "Laget av", nn: "Laga av", en: "Made by"), names(making.by))
    rows.append((say(nb: "Laget", nn: "Laga", en: "Made"), ReportCell(.moment(making.at))))
    add(
      say(nb: "Beregnet av", nn: "Rekna ut av", en: "Computed from"),
      say(
        nb: "linje 1 til \(basis.through)", nn: "linje 1 til \(basis.through)",
        en: "lines 1 to \(basis.through)"))
    add(OwnWords.digest(language) + " (grant:1)", making.digest)
    return facts(key: "about", title: nil, rows)
  }

  /// "innvilget 3. mars 2024".
  private var status: String {
    let name = GrantWords.name(figures.status)(language)
    return figures.grant.steps.last.map { "\(name) \(day($0.on))" } ?? name
  }

  /// "2 (sendt før: r31 til Bufdir 31. januar 2025)".
  private var version: String {
    let number = "\(figures.sent.count + 1)"
    guard let last = figures.sent.last else { return number }
    let sent = "\(last.id.text), \(last.content.to), \(day(last.content.on))"
    return number
      + say(nb: " (sist sendt: \(sent))", nn: " (sist send: \(sent))", en: " (last sent: \(sent))")
  }

  private func day(_ day: Day) -> String { written(day, language) }

  var definitions: ReportSection {
    let details = figures.grant.details
    var rows: [(String, ReportCell)] = []
    func add(_ label: String, _ text: String) { rows.append((label, .text(text))) }
    add(
      say(nb: "Hva som telles", nn: "Kva som er talt", en: "What is counted"),
      say(
        nb: "ulønnede timer som er godkjent og ført på dette tilskuddet; en time står på høyst "
          + "ett tilskudd",
        nn: "ulønte timar som er godkjende og førte på dette tilskotet; ein time står på høgst "
          + "eitt tilskot",
        en: "unpaid hours that were approved and claimed on this grant; an hour stands on one "
          + "grant at most"))
    let excluded = details.excluded.map { GrantWords.name($0)(language) }
    add(
      say(nb: "Holdes utenfor", nn: "Er halde utanfor", en: "Left out"),
      ([GrantWords.name(.paid)(language)] + excluded).joined(separator: ", "))
    let travel = details.excluded.contains(.travel)
    add(
      sentence(GrantWords.name(.travel)(language)),
      travel
        ? say(nb: "telles ikke", nn: "er ikkje talt med", en: "not counted")
        : say(
          nb: "telles når den er ført som arbeid", nn: "er talt med når ho er ført som arbeid",
          en: "counted where it is recorded as work"))
    for part in parts {
      add(words.columns.fullTimeEquivalents, words.lines.divisor(part.divisor))
      if let rate = part.rate {
        add(
          say(nb: "Timesats", en: "Hourly rate"),
          Numbers.kroner(ore: rate, language))
      }
    }
    if let band = details.target {
      add(say(nb: "Målgruppe", en: "Target group"), GrantWords.ages(band, language))
    }
    return facts(
      key: "definitions",
      title: say(nb: "Hva tallene betyr", nn: "Kva tala tyder", en: "What the figures mean"),
      rows)
  }

  /// The rates and divisors that are used; those of the period while nothing is claimed.
  private var parts: [(divisor: Int, rate: Int?)] {
    let used = figures.parts.map { ($0.divisor, $0.rate) }
    return used.isEmpty ? figures.years.prefix(1).map { ($0.divisor, $0.rate) } : used
  }

  var periods: ReportSection {
    var section = ReportSection(
      key: "periods",
      title: say(
        nb: "Periodens tilstand", nn: "Tilstanden til perioden", en: "State of the period"),
      columns: [
        ReportColumn("year", OwnWords.year(language)),
        ReportColumn("closed", OwnWords.status(language)),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    section.rows = figures.years.map { year in
      let state =
        year.closing.map { closedWords($0, language).joined(separator: ", ") }
        ?? words.tables.openYear
      return ReportRow(.item, [.text("\(year.year)"), .text(state), .hours(year.minutes)])
    }
    return section
  }
}
