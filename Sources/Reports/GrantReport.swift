// The report of a grant: what the funder gets, with everything an auditor asks of a list of hours at its
// head, in its lines, at its foot and in its checks. Whoever is in it has a number; names are handed
// in, when somebody may see them.

package import Domain
package import Projections
package import Wording

/// The report, or the application, of a grant.
package struct GrantReport: Sendable {
  let figures: GrantFigures
  let state: State
  let making: Making
  let changes: SentChanges?
  let basis: ReportBasis
  let names: PersonNames
  let language: Language
  let words: ReportWords
  /// What the profile calls a condition; others are told by their code.
  package var conditionNames: [ActivityCode: Phrase] = [:]

  /// Who makes the report, when, and on what.
  package struct Making: Hashable, Sendable {
    package var by: PersonID
    package var at: Instant
    /// SHA-256 of the grant's figure set, 64 hex digits.
    package var digest: String

    package init(by: PersonID, at: Instant, digest: String) {
      self.by = by
      self.at = at
      self.digest = digest
    }
  }

  /// - Parameters:
  ///   - figures: the grant as it stands at the end of `state`.
  ///   - state: the ledger at the line of `basis`.
  ///   - changes: since the last version that was sent; nil for the first.
  package init(
    _ figures: GrantFigures, in state: State, making: Making, changes: SentChanges? = nil,
    basis: ReportBasis, names: PersonNames = .none, _ language: Language
  ) {
    self.figures = figures
    self.state = state
    self.making = making
    self.changes = changes
    self.basis = basis
    self.names = names
    self.language = language
    words = ReportWords.of(language)
  }

  /// The report as data.
  package var report: Report {
    var report = outline(
      key: "grant", title: say(nb: "Tilskuddsrapport", nn: "Tilskotsrapport", en: "Grant report"))
    report.sections = [about, definitions, periods, extent, activities]
    report.sections += [kinds, goals, participants, agreed].compactMap { $0 }
    report.sections += [money, conditions].compactMap { $0 }
    report.sections += [lines]
    report.sections += changes.map { [sinceLast($0)] } ?? []
    report.sections += [checks]
    report.foot = foot
    return report
  }

  /// A report without sections: title, years, and what must be read first.
  func outline(key: String, title: String) -> Report {
    let details = figures.grant.details
    var report = Report(
      key: key, language: language,
      title: "\(title): \(details.project ?? details.scheme) – \(centre.name)",
      basis: basis)
    report.years = figures.years.map(\.year)
    report.header = basis.header(ofOpenYear: false, language)
    return report
  }

  var centre: CentreDetails {
    state.centres.values.min { $0.id < $1.id }?.details ?? CentreDetails(name: basis.ledger)
  }

  func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  func cell(_ value: ReportValue, _ measure: GrantMeasure, of code: ActivityCode? = nil)
    -> ReportCell
  {
    ReportCell(value, explain: GrantAddress(figures.id, activity: code, measure).text)
  }

  func name(_ code: ActivityCode) -> String {
    state.activities[code]?.details.name ?? code.text
  }

  /// A table of labels and values, without headings.
  func facts(key: String, title: String?, _ facts: [(label: String, cell: ReportCell)])
    -> ReportSection
  {
    var section = ReportSection(
      key: key, title: title, columns: [ReportColumn("key", ""), ReportColumn("value", "")])
    section.rows = facts.map { ReportRow(.item, [.text($0.label), $0.cell]) }
    return section
  }

  private var foot: [String] {
    let totals = figures.totals
    var foot = [
      words.lines.reconciliation(totals.participations, totals.repeats, totals.distinct)
    ]
    if totals.headcount > 0 {
      foot.append(OwnWords.notCounted(words.lines.unnamed(totals.headcount), language))
    }
    return foot + [
      say(
        nb: "Sentralen fører timene og svarer for dem. Rapporten er et utdrag av timelisten, og "
          + "ikke et stempel på den.",
        nn: "Sentralen fører timane og svarar for dei. Rapporten er eit utdrag av timelista, og "
          + "ikkje eit stempel på henne.",
        en: "The centre keeps the record of these hours and answers for it. This report is an "
          + "extract of the record, and no seal on it."),
      basis.footLine(language),
      say(
        nb: "Hva som ligger bak et tall: dugnad forklar \(figures.id.text)/hours",
        nn: "Kva som ligg bak eit tal: dugnad forklar \(figures.id.text)/hours",
        en: "What is behind a figure: dugnad explain \(figures.id.text)/hours"),
    ]
  }
}
