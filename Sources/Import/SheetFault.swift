// Why bytes are no sheet, as facts; the sentences are written where people are told.

/// Why a file of delimited text could not be read. Lines and columns count from 1; a column is the
/// place of a character in its line.
package enum SheetFault: Error, Hashable, Sendable {
  /// No row says anything.
  case empty
  /// The file is no text.
  case notText(FileKind)
  /// A byte that is part of no UTF-8 and stands for nothing in Windows-1252.
  case badByte(UInt8, line: Int, column: Int)
  /// A character that is broken in the encoding which the file's first bytes promise.
  case badCharacter(line: Int, column: Int)
  /// A quotation mark inside a cell that does not begin with one, or text after the closing one.
  case strayQuote(line: Int, column: Int)
  /// A quoted cell that never ends, where it begins.
  case openQuote(line: Int, column: Int)
  case tooManyBytes(max: Int)
  case tooManyRows(max: Int)
  case tooManyColumns(line: Int, max: Int)
  case tooManyCells(max: Int)
  case cellTooLong(line: Int, column: Int, bytesMax: Int)
}

/// What a file is that is no text, by its first bytes.
package enum FileKind: String, CaseIterable, Sendable {
  /// A zip archive; every .xlsx is one.
  case zip
  case pdf
  /// The compound file of Office before 2007: .xls.
  case oldExcel
  case picture
  /// Something else with bytes that no text holds.
  case binary

  /// Returns what the bytes are if they are no text, else nil.
  package static func of(_ bytes: [UInt8]) -> FileKind? {
    for (start, kind) in starts where bytes.starts(with: start) { return kind }
    if TextEncoding.isMarkedUTF16(bytes) { return nil }
    return bytes.contains(0) ? .binary : nil
  }

  private static let starts: [([UInt8], FileKind)] = [
    ([0x50, 0x4B, 0x03, 0x04], .zip),
    ([0x50, 0x4B, 0x05, 0x06], .zip),  // an archive of nothing
    (Array("%PDF-".utf8), .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], .oldExcel),  // [MS-CFB] 2.2
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .picture),
    ([0xFF, 0xD8, 0xFF], .picture),
    (Array("GIF8".utf8), .picture),
  ]
}
