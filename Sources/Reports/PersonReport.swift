// For one volunteer: a letter of thanks, and a certificate of hours. The centre keeps the record; what
// is printed can be checked against it by line and digest, and is no more than that: no seal, and
// nothing said of a person but what was done.

package import Domain
package import Wording

/// The letter, or the certificate, of one volunteer.
package struct PersonReport: Sendable {
  private let hours: PersonHours
  private let form: Form
  private let basis: ReportBasis
  private let centre: CentreDetails
  private let names: PersonNames
  private let language: Language
  private let words: ReportWords

  package enum Form: String, CaseIterable, Sendable { case letter, certificate }

  /// - Parameters:
  ///   - centre: whose letter it is; the name of the ledger where no centre is recorded.
  ///   - names: without them the volunteer is a number, which is no letter to anybody.
  package init(
    _ hours: PersonHours, form: Form, centre: CentreDetails? = nil, basis: ReportBasis,
    names: PersonNames = .none, _ language: Language
  ) {
    self.hours = hours
    self.form = form
    self.basis = basis
    self.centre = centre ?? CentreDetails(name: basis.ledger)
    self.names = names
    self.language = language
    words = ReportWords.of(language)
  }

  /// The report as data.
  package var report: Report {
    var report = Report(key: "person", language: language, title: title, basis: basis)
    report.years = hours.years
    report.header = basis.header(ofOpenYear: false, language) + opening
    report.sections = hours.lines.isEmpty ? [] : [table]
    report.foot = (hours.lines.isEmpty ? [] : [closing]) + record
    return report
  }

  private func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  private var name: String { names.plain(hours.person) }

  private var title: String {
    if hours.lines.isEmpty { return name }
    return switch form {
    case .letter: say(nb: "Takk, \(name)!", en: "Thank you, \(name)!")
    case .certificate:
      say(
        nb: "Bekreftelse på frivillig arbeid: \(name)",
        nn: "Stadfesting av frivillig arbeid: \(name)", en: "Certificate of voluntary work: \(name)"
      )
    }
  }

  /// "i 2024", "i 2023 og 2024".
  private var span: String {
    let years = hours.years.map(String.init)
    guard let last = years.last else { return hours.asked.map { "\($0)" } ?? "–" }
    if years.count == 1 { return last }
    return years.dropLast().joined(separator: ", ") + say(nb: " og ", en: " and ") + last
  }

  private var opening: [String] {
    let sum = Numbers.countedHours(minutes: hours.minutes, language)
    let centre = centre.name
    if hours.lines.isEmpty {
      return [
        say(
          nb: "Ingen timer er ført for \(name) (\(span)).",
          nn: "Ingen timar er førte for \(name) (\(span)).",
          en: "No hours are recorded for \(name) (\(span)).")
      ]
    }
    switch form {
    case .letter:
      return [
        say(
          nb: "Takk for tiden du ga til andre gjennom \(centre) i \(span): \(sum).",
          nn: "Takk for tida du gav til andre gjennom \(centre) i \(span): \(sum).",
          en: "Thank you for the time you gave to others through \(centre) in \(span): \(sum)."),
        say(
          nb: "Det du har gjort, har betydd noe for dem du møtte, og for stedet vårt.",
          nn: "Det du har gjort, har hatt noko å seie for dei du møtte, og for staden vår.",
          en: "What you did has mattered to the people you met, and to our community."),
      ]
    case .certificate:
      let number = self.centre.number.map {
        say(nb: " (org.nr. \($0))", en: " (organisation number \($0))")
      }
      return [
        say(
          nb: "\(centre)\(number ?? "") bekrefter at \(name) har arbeidet frivillig og ulønnet "
            + "\(sum) i \(span), etter sentralens egen timeliste.",
          nn: "\(centre)\(number ?? "") stadfestar at \(name) har arbeidt frivillig og ulønt "
            + "\(sum) i \(span), etter timelista til sentralen.",
          en: "\(centre)\(number ?? "") confirms that \(name) has worked \(sum) as an unpaid "
            + "volunteer in \(span), by the centre's own record of hours.")
      ]
    }
  }

  private var table: ReportSection {
    var section = ReportSection(
      key: "hours", title: nil,
      columns: [
        ReportColumn("year", OwnWords.year(language)),
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("first", say(nb: "Fra", nn: "Frå", en: "From")),
        ReportColumn("last", say(nb: "Til", en: "To")),
        ReportColumn("entries", words.columns.entries, .right, isDataOnly: form == .letter),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    section.rows = hours.lines.map { line in
      ReportRow(
        .item,
        [
          .text("\(line.year)"), .text(line.activity.code.text), .text(line.activity.name),
          .text(written(line.first, language)), .text(written(line.last, language)),
          .integer(line.entries), .hours(line.minutes),
        ])
    }
    section.rows.append(
      ReportRow(
        .sum,
        [
          .text(words.tables.sum), .empty, .empty, .empty, .empty, .integer(hours.entries),
          .hours(hours.minutes),
        ]))
    if form == .certificate, hours.unapproved > 0 {
      let sum = Numbers.countedHours(minutes: hours.unapproved, language)
      section.notes.append(
        say(
          nb: "Ført, men ikke godkjent ennå: \(sum)", nn: "Ført, men ikkje godkjent enno: \(sum)",
          en: "Recorded but not approved yet: \(sum)"))
    }
    if hours.paid > 0 {
      let sum = Numbers.countedHours(minutes: hours.paid, language)
      section.notes.append(
        say(
          nb: "Lønnet, og ikke med her: \(sum)", nn: "Løna, og ikkje med her: \(sum)",
          en: "Paid, and not included here: \(sum)"))
    }
    return section
  }

  private var closing: String {
    switch form {
    case .letter:
      say(
        nb: "Med takk fra \(centre.name)", nn: "Med takk frå \(centre.name)",
        en: "With thanks from \(centre.name)")
    case .certificate:
      say(
        nb: "Sentralen fører timelisten og svarer for den.",
        nn: "Sentralen fører timelista og svarar for henne.",
        en: "The centre keeps the record of hours and answers for it.")
    }
  }

  /// The reference by which the hours can be found again.
  private var record: [String] {
    let reference = say(
      nb: "Referanse: \(hours.person.text), linje \(basis.through), kontrollsum "
        + "\(basis.hash.prefix(ReportBasis.hashDigits))",
      nn: "Referanse: \(hours.person.text), linje \(basis.through), kontrollsum "
        + "\(basis.hash.prefix(ReportBasis.hashDigits))",
      en: "Reference: \(hours.person.text), line \(basis.through), digest "
        + "\(basis.hash.prefix(ReportBasis.hashDigits))")
    switch form {
    case .letter: return [reference]
    case .certificate:
      return [
        reference,
        say(
          nb: "Med referansen kan sentralen vise føringene bak timene.",
          nn: "Med referansen kan sentralen vise føringane bak timane.",
          en: "With this reference the centre can show the entries behind the hours."),
      ]
    }
  }
}

extension PersonNames {
  /// "Kari Nordmann", or "p17": as one speaks to somebody.
  func plain(_ person: PersonID) -> String {
    let (named, number) = (self(person), " (\(person.text))")
    return named.hasSuffix(number) ? String(named.dropLast(number.count)) : named
  }
}
