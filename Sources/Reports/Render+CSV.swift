// The report as CSV for a Norwegian spreadsheet: semicolons, decimal comma, no thousands separator,
// CRLF, UTF-8 with byte order mark, days as dd.mm.yyyy. The same in every language but for the words,
// since a file must not depend on who wrote it.

import Domain
import Wording

extension Report {
  /// Returns the report as CSV, with byte order mark.
  ///
  /// - Parameter key: the one section that is wanted, as a bare table: what a program or a pivot
  ///   table reads. Without it all is there, in blocks with an empty line between them.
  package func csv(section key: String? = nil) -> String {
    var lines: [String] = []
    if let key {
      lines = sections.filter { $0.key == key }.flatMap { $0.csv(language) }
    } else {
      lines = ([title] + header).map(guarded)
      for section in sections {
        lines.append("")
        if let title = section.title { lines.append(guarded(title)) }
        lines += section.csv(language) + section.notes.map(guarded)
      }
      if !foot.isEmpty { lines += [""] + foot.map(guarded) }
    }
    return "\u{FEFF}" + lines.map { $0 + "\r\n" }.joined()
  }
}

extension ReportSection {
  /// Headings and rows, every column of them.
  fileprivate func csv(_ language: Language) -> [String] {
    [columns.map { guarded($0.heading) }.joined(separator: ";")]
      + rows.map { $0.cells.map { $0.value.csv(language) }.joined(separator: ";") }
  }
}

extension ReportValue {
  fileprivate func csv(_ language: Language) -> String {
    switch self {
    case .empty: ""
    case .text(let text): guarded(text)
    case .flag(let isSet): isSet ? OwnWords.yes(language) : OwnWords.no(language)
    case .integer(let number): "\(number)"
    case .hours(let minutes): Numbers.csvHours(minutes: minutes)
    case .decimal(let number, let divisor, let places):
      Numbers.csvDecimal(number, divisor, places: places)
    case .period(let period):
      // A spreadsheet reads a day as a day; any other period stays the text it is in the log.
      period.day.map { Dates.numeric(parts($0), .nb) } ?? guarded(period.text)
    case .moment(let moment):
      Dates.numeric(parts(moment.osloDay), .nb) + " " + moment.osloClock.text
    }
  }
}

/// Returns a text as one cell. What a spreadsheet would compute gets an apostrophe in front: the
/// text of a log must not become a formula in somebody's sheet.
private func guarded(_ text: String) -> String {
  let safe = printable(text)
  let isFormula = safe.first.map { "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".contains($0) } ?? false
  let cell = isFormula ? "'" + safe : safe
  guard cell.contains(where: { $0 == ";" || $0 == "\"" }) else { return cell }
  return "\"" + cell.reduce(into: "") { $0 += $1 == "\"" ? "\"\"" : String($1) } + "\""
}
