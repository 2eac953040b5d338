// The log in words, one line an event.

package import Domain
package import Projections
package import Wording

/// Lines of the log, as people read them.
package struct LogReport: Sendable {
  private let lines: [HistoryLine]
  private let basis: ReportBasis?
  private let language: Language
  private let words: EventWords

  package init(
    _ lines: [HistoryLine], basis: ReportBasis? = nil, names: PersonNames = .none,
    _ language: Language
  ) {
    self.lines = lines
    self.basis = basis
    self.language = language
    words = EventWords(language: language, names: names)
  }

  /// The report as data.
  package var report: Report {
    var report = Report(
      key: "log", language: language,
      title: OwnWords.log(language)
        + (basis.map { " – \($0.ledger)" } ?? ""), basis: basis)
    report.header = basis?.header(ofOpenYear: false, language) ?? []
    report.sections = [section(key: "lines", title: nil)]
    report.foot = basis.map { [$0.footLine(language)] } ?? []
    return report
  }

  /// "5. mars 2024 kl. 18.04 p2 førte 2 t 30 min i sprakkafe for p17 (2024-03-05)".
  package static func sentence(
    _ recorded: Recorded, names: PersonNames = .none, _ language: Language
  ) -> String {
    let words = EventWords(language: language, names: names)
    return written(recorded.at, language) + " " + names(recorded.by) + " "
      + words.sentence(recorded.event, at: recorded.seq)
  }

  /// The lines as a table, also inside another report.
  func section(key: String, title: String?) -> ReportSection {
    let columns = ReportWords.of(language).columns
    var section = ReportSection(
      key: key, title: title,
      columns: [
        ReportColumn("line", columns.line, .right),
        ReportColumn("at", columns.recordedAt),
        ReportColumn("by", columns.recordedBy, isDataOnly: true),
        ReportColumn("type", OwnWords.type(language), isDataOnly: true),
        ReportColumn("stands", OwnWords.stands(language), isDataOnly: true),
        ReportColumn("what", OwnWords.what(language)),
        ReportColumn("remark", columns.remark),
      ])
    section.rows = lines.map(row)
    // A column that says nothing in any row is only in the way.
    if section.rows.allSatisfy({ $0.cells.last == .empty }) {
      section.columns[section.columns.count - 1].isDataOnly = true
    }
    return section
  }

  private func row(_ line: HistoryLine) -> ReportRow {
    let recorded = line.recorded
    return ReportRow(
      .item,
      [
        .integer(recorded.seq), ReportCell(.moment(recorded.at)), .text(recorded.by.text),
        .text(EventType(recorded.event).rawValue),
        ReportCell(.flag(line.stands)),
        .text(
          words.names(recorded.by) + " " + words.sentence(recorded.event, at: recorded.seq)),
        remark(line),
      ])
  }

  private func remark(_ line: HistoryLine) -> ReportCell {
    if let undo = line.undoneBy { return .text(words.undone(by: undo)) }
    if let redo = line.fate.last { return .text(words.redone(by: redo)) }
    return .empty
  }
}
