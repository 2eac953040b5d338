// One thing by its id: as it is now, and how it became so.

import Domain
package import Projections
package import Wording

/// A thing and its history.
package struct ShowReport: Sendable {
  let trail: Trail
  let state: State
  let names: PersonNames
  let language: Language
  private let id: String
  private let basis: ReportBasis?
  private let showsEverything: Bool

  /// - Parameters:
  ///   - id: what was asked for, as it was typed.
  ///   - showsEverything: also the events that only mention the thing.
  package init(
    _ id: String, _ trail: Trail, basis: ReportBasis? = nil, names: PersonNames = .none,
    showsEverything: Bool = false, _ language: Language
  ) {
    self.id = id
    self.trail = trail
    self.basis = basis
    self.names = names
    self.showsEverything = showsEverything
    self.language = language
    state = trail.state
  }

  /// The report as data.
  package var report: Report {
    var report = Report(key: "show", language: language, title: title, basis: basis)
    report.header = basis?.header(ofOpenYear: false, language) ?? []
    let facts = facts
    if !facts.isEmpty {
      var section = ReportSection(
        key: "now", title: nil, columns: [ReportColumn("key", ""), ReportColumn("value", "")])
      section.rows = facts.map { ReportRow(.item, [.text($0.label), ReportCell($0.value)]) }
      report.sections.append(section)
    }
    report.sections.append(
      history(trail.lines(.shapes)).section(key: "history", title: OwnWords.history(language)))
    let mentions = trail.lines(.mentions)
    if showsEverything, !mentions.isEmpty {
      report.sections.append(
        history(mentions).section(key: "mentions", title: OwnWords.mentions(language)))
    } else if !mentions.isEmpty {
      report.sections[report.sections.count - 1].notes = [
        OwnWords.more(mentions.count, language)
      ]
    }
    report.foot = basis.map { [$0.footLine(language)] } ?? []
    return report
  }

  private func history(_ lines: [HistoryLine]) -> LogReport {
    LogReport(lines, names: names, language)
  }

  private var title: String {
    switch trail.thing {
    case .person(let person): names(person)
    case .activity(let code):
      state.activities[code].map { "\($0.details.name) (\(code.text))" } ?? code.text
    case .entry(let entry): "\(OwnWords.entry(language)) \(entry.text)"
    case .shift(let shift): "\(OwnWords.shift(language)) \(shift.text)"
    case .signup(let signup): "\(OwnWords.signup(language)) \(signup.text)"
    case .imported(let id):
      Phrase(nb: "Import \(id.text)", en: "Import \(id.text)")(language)
    case .centre(let id): state.centres[id]?.details.name ?? id.text
    case .participants(let id): "\(GrantWords.participants(language)) \(id.text)"
    case .grant(let id): state.grants[id].map { "\($0.details.scheme) (\(id.text))" } ?? id.text
    case .amount(let id): "\(GrantWords.voucherLine(language)) \(id.text)"
    case .claim(let id): "\(GrantWords.claim(language)) \(id.text)"
    case .sent(let id): "\(GrantWords.sent(language)) \(id.text)"
    case .line(let line): "\(ReportWords.of(language).columns.line) \(line)"
    }
  }
}
