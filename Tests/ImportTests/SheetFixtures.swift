import Foundation
import Import
import Testing

/// The files of Tests/Fixtures/sheets, and small sheets written out in a test.
enum SheetFixtures {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/sheets")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static func sheet(_ name: String) throws -> Sheet { try Sheet(delimited: bytes(name)) }

  /// The entries of an archive that compresses nothing, as our own workbooks are
  /// (PKWARE APPNOTE 4.3.7: the local file header).
  static func parts(_ name: String) throws -> [String: [UInt8]] {
    let bytes = try bytes(name)
    func number(_ at: Int, _ count: Int) -> Int {
      bytes[at..<(at + count)].reversed().reduce(0) { $0 << 8 | Int($1) }
    }
    var parts: [String: [UInt8]] = [:]
    var at = 0
    while at + 30 <= bytes.count, number(at, 4) == 0x0403_4b50 {
      try #require(number(at + 8, 2) == 0, "compressed")
      let (size, nameSize, extra) = (number(at + 18, 4), number(at + 26, 2), number(at + 28, 2))
      let name = at + 30..<at + 30 + nameSize
      let content = name.upperBound + extra..<name.upperBound + extra + size
      parts[String(decoding: bytes[name], as: UTF8.self)] = Array(bytes[content])
      at = content.upperBound
    }
    return parts
  }

  /// The first sheet of a workbook, asked for as the app does: first its contents, then its parts.
  static func firstSheet(_ name: String) throws -> Sheet {
    let parts = try parts(name)
    let book = try XlsxBook(parts: parts.filter { XlsxBook.requiredParts.contains($0.key) })
    let first = try #require(book.sheets.first)
    let needed = book.requiredParts(of: first)
    return try book.read(first, parts: parts.filter { needed.contains($0.key) })
  }

  /// A sheet from lines whose cells stand between `;`.
  static func sheet(lines: String...) throws -> Sheet {
    try Sheet(delimited: Array(lines.joined(separator: "\n").utf8))
  }
}

extension SheetReadingResult {
  var hours: [HoursRow] { if case .hours(let rows) = rows { rows } else { [] } }
  var signups: [SignupRow] { if case .signups(let rows) = rows { rows } else { [] } }
  var persons: [PersonRow] { if case .persons(let rows) = rows { rows } else { [] } }
  var activities: [ActivityRow] { if case .activities(let rows) = rows { rows } else { [] } }
  var shifts: [ShiftRow] { if case .shifts(let rows) = rows { rows } else { [] } }
  var table: PrintedTable? { if case .table(let table) = rows { table } else { nil } }
}
