// timeliste.csv: one row an entry, made from the lines alone (events/README.md, section 10), so that a
// checker makes the same bytes again.

package import Domain

/// The hour list behind a claim.
package enum Timesheet {
  static let header =
    "føring;periode;aktivitet;frivillig;antall;minutter;timer;kjent;bilag;ført av;ført;rettet;"
    + "godkjent av;godkjent"

  /// Returns the file for the hour entries that the lines speak of.
  ///
  /// - Parameter lines: standing lines in order; those that are not about hours do not matter.
  package static func bytes(of lines: [Recorded]) -> [UInt8] {
    var state = State()
    for line in lines { state.evolve(line) }
    let rows = state.entries.values.sorted { $0.id < $1.id }.map(row)
    return [0xEF, 0xBB, 0xBF] + Array(([header] + rows).map { $0 + "\r\n" }.joined().utf8)
  }

  private static func row(_ entry: Entry) -> String {
    let content = entry.content
    let hundredths = (content.minutes * 100 + 30) / 60
    let decimals = hundredths % 100
    let fields: [String] = [
      entry.id.text, content.on.text, content.activity.text, content.who.person?.text ?? "",
      content.who.person == nil ? "\(content.who.heads)" : "", "\(content.minutes)",
      "\(hundredths / 100),\(decimals < 10 ? "0" : "")\(decimals)", content.known.rawValue,
      content.voucher.map(guarded) ?? "", entry.recordedBy.text, entry.recordedAt.text,
      entry.corrections.last.map(String.init) ?? "", entry.approval?.by.text ?? "",
      entry.approval?.at.text ?? "",
    ]
    return fields.map(quoted).joined(separator: ";")
  }

  /// A spreadsheet takes such a text for a formula.
  private static func guarded(_ text: String) -> String {
    let dangerous: [UInt8] = [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D]
    return text.utf8.first.map(dangerous.contains) == true ? "'" + text : text
  }

  /// RFC 4180, 2.5 to 2.7. By bytes: a quotation mark that an accent follows is one all the same.
  private static func quoted(_ field: String) -> String {
    let quote = UInt8(ascii: "\"")
    guard field.utf8.contains(where: { [0x3B, quote, 0x0A, 0x0D].contains($0) }) else {
      return field
    }
    let doubled = field.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] }
    return "\"" + String(decoding: doubled, as: UTF8.self) + "\""
  }
}
