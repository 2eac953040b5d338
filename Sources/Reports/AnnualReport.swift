// The annual report as a volunteer centre writes it (`report year --full`): the yearly table, and
// everything else that the ledger knows and that a municipality and a funder read on the same paper.
// The figures of a closed year are those of its closing; what is said of money, conditions and people
// beside them is told with the line it is known at.

package import Domain
package import Projections
package import Wording

/// The full annual report.
package struct AnnualReport: Sendable {
  let year: YearReport
  let figures: YearFigures
  let beside: AnnualFacts
  let language: Language

  package init(
    _ year: YearReport, _ figures: YearFigures, _ beside: AnnualFacts, _ language: Language
  ) {
    self.year = year
    self.figures = figures
    self.beside = beside
    self.language = language
  }

  /// The report as data.
  package var report: Report {
    var report = year.report
    report.key = "annual"
    report.title = label(
      nb: "Årsrapport \(figures.year) – \(centreName)",
      en: "Annual report \(figures.year) – \(centreName)")
    report.header += centreLines
    // For whom, before by whom: the order of the centre's own report.
    let (compared, table) = report.sections.split { ["years", "known-now"].contains($0.key) }
    report.sections =
      [keyFigures, forWhom].compactMap { $0 } + table
      + [recruitment, categories, certainty, participants].compactMap { $0 } + compared
      + money + conditions + [vouching]
    return report
  }

  private var centreName: String { beside.centre?.name ?? year.ledgerName }

  /// "Org.nr. 974 760 673, kommunal".
  private var centreLines: [String] {
    guard let centre = beside.centre else { return [] }
    let parts = [
      centre.number.map { label(nb: "Org.nr. \($0)", en: "Organisation number \($0)") },
      centre.form.map {
        label(nb: "Eierform: ", nn: "Eigarform: ", en: "Owner: ") + GrantWords.name($0)(language)
      },
    ].compactMap { $0 }
    return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
  }

  var words: ReportWords { ReportWords.of(language) }

  func label(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }

  /// "Per linje 3149": where facts beside the figures are known.
  var knownLine: String {
    label(
      nb: "Kjent ved linje \(beside.line).", nn: "Kjent ved linje \(beside.line).",
      en: "Known at line \(beside.line).")
  }
}

/// What an annual report tells beside the figures of the year.
package struct AnnualFacts: Sendable {
  package var centre: CentreDetails?
  package var recruitment: Recruitment
  package var vouched: Vouched
  /// Participants of the year, in the order of the activities.
  package var participants: [ParticipantSum]
  /// The grants that the year lies in, in the order they were added.
  package var grants: [AnnualGrant]
  /// The line at which they are known.
  package var line: Int

  package init(
    centre: CentreDetails?, recruitment: Recruitment, vouched: Vouched,
    participants: [ParticipantSum] = [], grants: [AnnualGrant] = [], line: Int
  ) {
    self.centre = centre
    self.recruitment = recruitment
    self.vouched = vouched
    self.participants = participants
    self.grants = grants
    self.line = line
  }

  /// Participants of one activity in a year.
  package struct ParticipantSum: Sendable {
    package let activity: String
    package let attendances: Int
    package let different: Int
    package let days: Int

    package init(activity: String, attendances: Int, different: Int, days: Int) {
      self.activity = activity
      self.attendances = attendances
      self.different = different
      self.days = days
    }
  }

  /// A grant as the annual report tells of it.
  package struct AnnualGrant: Sendable {
    package let figures: GrantFigures
    /// Its conditions, as the profile words them; those without words are told by their code.
    package let conditions: [(code: ActivityCode, words: Phrase, source: String?)]

    package init(
      _ figures: GrantFigures, conditions: [(code: ActivityCode, words: Phrase, source: String?)]
    ) {
      self.figures = figures
      self.conditions = conditions
    }
  }
}

extension Array {
  /// Returns the elements that match, and the others, each in their order.
  fileprivate func split(by matches: (Element) -> Bool) -> ([Element], [Element]) {
    (filter(matches), filter { !matches($0) })
  }
}
