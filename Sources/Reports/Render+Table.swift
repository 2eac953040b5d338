// Aligned text for a terminal and for paper from a text editor. What the log or the register says is
// made harmless here: no control character reaches a terminal.

import Domain
import Wording

extension Report {
  /// Returns the report as aligned text; every line ends with a newline.
  package func table() -> String {
    var lines = [printable(title)] + header.map(printable)
    var index = 0
    while index < sections.count {
      // Sections that continue one another share their widths.
      var end = index + 1
      while end < sections.count, sections[end].continues { end += 1 }
      let family = Array(sections[index..<end])
      let widths = TableWidths(family, language)
      for section in family { lines += section.lines(widths, language) }
      index = end
    }
    if !foot.isEmpty { lines.append("") }
    lines += foot.map(printable)
    return lines.map { $0 + "\n" }.joined()
  }
}

/// How wide each printed column is.
private struct TableWidths {
  let columns: [Int]

  init(_ family: [ReportSection], _ language: Language) {
    var widths: [Int] = []
    for section in family {
      for (place, index) in section.printed.enumerated() {
        let texts = section.rows.map { $0.cells[index].value.printed(language) }
        let heading = section.hasHeadings ? [section.columns[index].heading] : []
        let width = (heading + texts).map { columnWidth(printable($0)) }.max() ?? 0
        if place < widths.count {
          widths[place] = max(widths[place], width)
        } else {
          widths.append(width)
        }
      }
    }
    columns = widths
  }
}

extension ReportSection {
  /// The places of the columns that people read.
  var printed: [Int] { columns.indices.filter { !columns[$0].isDataOnly } }
  /// A table whose headings are all empty has no line for them.
  var hasHeadings: Bool { !continues && printed.contains { !columns[$0].heading.isEmpty } }

  fileprivate func lines(_ widths: TableWidths, _ language: Language) -> [String] {
    var lines = title.map { ["", printable($0)] } ?? (continues ? [] : [""])
    let rule = String(repeating: "─", count: widths.columns.reduce(0) { $0 + $1 + 2 } - 2)
    if hasHeadings {
      lines.append(line(printed.map { columns[$0].heading }, widths))
      lines.append(rule)
    }
    var isBelowSum = false
    for row in rows {
      if row.role == .sum || isBelowSum, lines.last != rule { lines.append(rule) }
      isBelowSum = row.role == .sum && row != rows.last
      lines.append(line(printed.map { row.cells[$0].value.printed(language) }, widths))
    }
    return lines + notes.map(printable)
  }

  private func line(_ texts: [String], _ widths: TableWidths) -> String {
    var line = ""
    for (place, text) in texts.enumerated() {
      if place > 0 { line += "  " }
      line += padded(printable(text), to: widths.columns[place], columns[printed[place]].alignment)
    }
    while line.last == " " { line.removeLast() }
    return line
  }
}

extension ReportValue {
  /// The value as people read it.
  func printed(_ language: Language) -> String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .flag(let isSet): isSet ? OwnWords.yes(language) : OwnWords.no(language)
    case .integer(let number): Numbers.integer(number, language)
    case .hours(let minutes): Numbers.hours(minutes: minutes, language)
    case .decimal(let number, let divisor, let places):
      Numbers.decimal(number, divisor, places: places, language)
    case .period(let period): written(period, language)
    case .moment(let moment): written(moment, language)
    }
  }
}

/// Returns a text that is safe on a terminal: what moves the cursor, breaks the line or turns the
/// direction of reading is shown as a replacement sign.
func printable(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
  var safe = ""
  for scalar in text.unicodeScalars {
    safe.unicodeScalars.append(isUnsafe(scalar) ? "\u{FFFD}" : scalar)
  }
  return safe
}

private func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
  TextRule.isForbidden(scalar) || (0x202A...0x202E).contains(scalar.value)
    || (0x2066...0x2069).contains(scalar.value)
}
