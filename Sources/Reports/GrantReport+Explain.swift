// What stands behind a figure of a grant: its claimed entries, or its participant counts.

package import Domain
package import Projections
package import Wording

/// The explanation of one figure of a grant.
package struct GrantExplanationReport: Sendable {
  private let explanation: GrantExplanation
  private let figures: GrantFigures
  private let state: State
  private let basis: ReportBasis
  private let names: PersonNames
  private let language: Language

  package init(
    _ explanation: GrantExplanation, of figures: GrantFigures, in state: State, basis: ReportBasis,
    names: PersonNames = .none, _ language: Language
  ) {
    self.explanation = explanation
    self.figures = figures
    self.state = state
    self.basis = basis
    self.names = names
    self.language = language
  }

  /// The report as data.
  package var report: Report {
    let address = explanation.address
    var report = Report(
      key: "explain", language: language, title: "\(address.text) = \(value)", basis: basis)
    report.years = figures.years.map(\.year)
    let details = figures.grant.details
    let scope =
      address.activity.map { state.activities[$0]?.details.name ?? $0.text }
      ?? Phrase(nb: "hele tilskuddet", nn: "heile tilskotet", en: "the whole grant")(language)
    report.header = ["\(details.project ?? details.scheme) (\(figures.id.text)), \(scope)"]
    report.header += basis.header(ofOpenYear: false, language)
    if address.measure.isOfParticipants {
      report.sections = [counts]
    } else {
      var lines = ClaimedLines(
        explanation.entries, of: figures, in: state, names: names, language
      ).section
      lines.title = OwnWords.entries(language)
      switch address.measure {
      case .distinct, .participations:
        lines.notes = [
          OwnWords.counted(explanation.persons.count, .distinct, language) + ": "
            + explanation.persons.map { names($0) }.joined(separator: ", ")
        ]
      default: break
      }
      report.sections = [lines]
    }
    if !explanation.addsUp { report.foot.append(OwnWords.mismatch(language)) }
    report.foot.append(basis.footLine(language))
    return report
  }

  /// The figure with the word for what it counts.
  private var value: String {
    guard case .count(let count) = explanation.value else {
      return explanation.value.hours.map { Numbers.countedHours(minutes: $0, language) } ?? ""
    }
    return switch explanation.address.measure {
    case .attendances: counted(count, .attendances)
    case .participants: counted(count, .different)
    case .distinct: OwnWords.counted(count, .distinct, language)
    case .participations: OwnWords.counted(count, .participations, language)
    case .headcount: OwnWords.counted(count, .headcount, language)
    case .entries, .hours, .unapproved: OwnWords.counted(count, .entries, language)
    }
  }

  private func counted(_ count: Int, _ measure: ParticipantCount.Measure) -> String {
    Numbers.integer(count, language) + Numbers.hardSpace
      + GrantWords.counted(measure, count)(language)
  }

  private var counts: ReportSection {
    let words = ReportWords.of(language)
    let event = EventWords(language: language, names: names)
    var section = ReportSection(
      key: "counts",
      title: Phrase(
        nb: "Tellingene bak tallet", nn: "Teljingane bak talet", en: "The counts behind the figure")(
          language),
      columns: [
        ReportColumn("id", words.columns.code),
        ReportColumn("on", words.columns.period),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("age", Phrase(nb: "Alder", en: "Age")(language)),
        ReportColumn("count", Phrase(nb: "Antall", nn: "Tal", en: "Number")(language), .right),
        ReportColumn("known", words.columns.howKnown),
        ReportColumn("by", words.columns.recordedBy),
        ReportColumn("at", words.columns.recordedAt),
      ])
    section.rows = explanation.counts.map { counted in
      let content = counted.content
      return ReportRow(
        .item,
        [
          .text(counted.id.text), ReportCell(.period(content.on)), .text(content.activity.text),
          content.age.map { .text(GrantWords.ages($0, language)) } ?? .empty,
          .integer(content.count), .text(event.known(content.known)),
          .text(names(counted.recordedBy)), ReportCell(.moment(counted.recordedAt)),
        ])
    }
    let sum = explanation.counts.clampedSum { $0.content.count }
    section.rows.append(
      ReportRow(
        .sum,
        [.text(words.tables.sum), .empty, .empty, .empty, .integer(sum), .empty, .empty, .empty]))
    return section
  }
}

extension FigureValue {
  fileprivate var hours: Int? { if case .minutes(let minutes) = self { minutes } else { nil } }
}
