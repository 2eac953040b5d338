// What the ledger says of the numbers in a text: first what contradicts it and why, then what needs a
// word, last what was not understood. Nothing is dropped in silence; programs get every number.

import Domain
package import Projections
package import Wording

/// The answer to `explain --text`.
package struct ProseReport: Sendable {
  private let check: ProseCheck
  /// What the text is called.
  private let title: String
  private let language: Language
  private let names: [ActivityCode: String]

  /// - Parameter years: the figures the text was held against.
  package init(_ check: ProseCheck, title: String, years: [YearFigures], _ language: Language) {
    self.check = check
    self.title = title
    self.language = language
    names = years.sorted { $0.year < $1.year }.reduce(into: [:]) { names, figures in
      for row in figures.activities + figures.outside { names[row.code] = row.details.name }
    }
  }

  /// The lines that people read.
  package var text: String {
    let words = ProseWords(names: names, language)
    var lines: [String] = []
    var (agreeing, doubtful, left, wrong): (Int, [ProseFinding], Int, Int) = (0, [], 0, 0)
    for finding in check.findings {
      switch finding.verdict {
      case .agrees(_, note: nil): agreeing += 1
      case .agrees:
        agreeing += 1
        lines += said(finding, words)
      case .contradicts:
        wrong += 1
        lines += said(finding, words)
      case .otherYear, .unknownName: lines += said(finding, words)
      case .notUnderstood: doubtful.append(finding)
      case .left: left += 1
      }
    }
    var text = words.heading(title, check.year) + "\n"
    text += words.summary(wrong: wrong, agreeing: agreeing) + "\n"
    if !lines.isEmpty { text += "\n" + lines.dropLast().joined(separator: "\n") + "\n" }
    if !doubtful.isEmpty {
      text += "\n" + words.notUnderstood(doubtful.count) + "\n"
      for finding in doubtful {
        guard case .notUnderstood(let doubt) = finding.verdict else { continue }
        text += "  \(place(finding))  \(words.quoted(finding.quote)): \(words.doubt(doubt))\n"
      }
    }
    if left > 0 { text += "\n" + words.left(left) + "\n" }
    return text
  }

  private func place(_ finding: ProseFinding) -> String {
    "\(finding.place.line):\(finding.place.column)"
  }

  private func said(_ finding: ProseFinding, _ words: ProseWords) -> [String] {
    let lines = words.verdict(finding)
    return ["\(place(finding))  \(words.quoted(finding.quote))"] + lines.map { "    " + $0 } + [""]
  }

  /// Every number as a row, for spreadsheets and Markdown.
  package var report: Report {
    let words = ProseWords(names: names, language)
    var report = Report(key: "prose", language: language, title: words.heading(title, check.year))
    report.years = [check.year]
    var section = ReportSection(
      key: "findings", title: nil,
      columns: [
        ReportColumn("line", ReportWords.of(language).columns.line, .right),
        ReportColumn("column", ProseWords.column(language), .right),
        ReportColumn("number", OwnWords.figure(language), .right),
        ReportColumn("quote", ProseWords.text(language)),
        ReportColumn("verdict", ProseWords.answer(language)),
      ])
    section.rows = check.findings.map { finding in
      ReportRow(
        .item,
        [
          .integer(finding.place.line), .integer(finding.place.column), .text(finding.number),
          .text(finding.quote), .text(words.verdict(finding).joined(separator: " ")),
        ])
    }
    report.sections = [section]
    return report
  }

  /// The answer for programs, schema `dugnad-prose:1`.
  package func json() -> String {
    let words = ProseWords(names: names, language)
    let items = check.findings.map { finding -> JSONValue in
      let figure = finding.verdict.figure
      var members: [JSONMember] = [
        JSONMember(key: "line", value: .integer(finding.place.line)),
        JSONMember(key: "column", value: .integer(finding.place.column)),
        JSONMember(key: "number", value: .string(finding.number)),
        JSONMember(key: "quote", value: .string(finding.quote)),
        JSONMember(key: "verdict", value: .string(ProseWords.code(finding.verdict))),
        JSONMember(key: "reasons", value: .array(ProseWords.reasons(finding.verdict))),
        JSONMember(key: "message", value: .string(words.verdict(finding).joined(separator: " "))),
      ]
      if let figure {
        members += [
          JSONMember(key: "address", value: .string(orNull: figure.address?.text)),
          JSONMember(key: "measure", value: .string(figure.measure.rawValue)),
          JSONMember(key: "year", value: .integer(figure.year)),
          JSONMember(key: "value", value: ProseWords.json(figure.value)),
        ]
      }
      return .object(members)
    }
    return JSONValue.object([
      "schema": .string("dugnad-prose:1"), "file": .string(title), "year": .integer(check.year),
      "contradictions": .integer(check.contradictions.count), "items": .array(items),
    ]).text + "\n"
  }
}
