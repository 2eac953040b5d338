// The cells of one sheet of a workbook, row by row. Merged cells stay as they are written: the text
// in the first, nothing in the others.

/// Reads the part of a sheet.
enum XlsxRows {
  static func read(
    _ name: String, _ reader: XlsxXML, _ values: XlsxValues
  ) throws(XlsxFault) -> Sheet {
    var xml = reader
    var rows: [Sheet.Row] = []
    var hiddenRows = 0
    var number = 0
    var count = 0
    while let token = try xml.next() {
      guard token == .start, xml.isNamed("row") else { continue }
      let stated = try xml.attribute("r")
      let hidden = try xml.attribute("hidden")
      let next = stated.flatMap { Int($0) } ?? number + 1
      guard next > number, next <= 1_048_576 else {
        throw .badReference(part: xml.part, cell: stated ?? "")
      }
      number = next
      let row = Sheet.Row(line: number, cells: try cells(&xml, row: number, values))
      if row.isEmpty { continue }
      count += row.cells.count
      if count > Sheet.cellsMax { throw .tooManyCells(max: Sheet.cellsMax) }
      if rows.count == Sheet.rowsMax { throw .tooManyRows(max: Sheet.rowsMax) }
      rows.append(row)
      if hidden == "1" || hidden == "true" { hiddenRows += 1 }
    }
    if rows.isEmpty { throw .empty(sheet: name) }
    return Sheet(rows: rows, origin: .workbook(sheet: name, hiddenRows: hiddenRows))
  }

  private static func cells(
    _ xml: inout XlsxXML, row: Int, _ values: XlsxValues
  ) throws(XlsxFault) -> [String] {
    var cells: [String] = []
    while let token = try xml.next() {
      if token == .end, xml.isNamed("row") { break }
      guard token == .start, xml.isNamed("c") else { continue }
      var column = cells.count
      if let place = try xml.attribute("r") {
        let letters = place.prefix { $0.isASCII && !("0"..."9").contains($0) }
        guard let index = columnIndex(letters: letters), index >= cells.count,
          place.dropFirst(letters.count) == "\(row)"
        else { throw .badReference(part: xml.part, cell: place) }
        column = index
      }
      guard column < Sheet.columnsMax else {
        throw .tooManyColumns(row: row, max: Sheet.columnsMax)
      }
      guard let text = try cell(&xml, values) else {
        throw .badReference(part: xml.part, cell: columnLetters(column) + "\(row)")
      }
      if text.utf8.count > Sheet.cellBytesMax {
        throw .cellTooLong(
          cell: columnLetters(column) + "\(row)", bytesMax: Sheet.cellBytesMax)
      }
      while cells.count < column { cells.append("") }
      cells.append(text)
    }
    return cells
  }

  /// Reads `<c>`: its type, its style, its value, its formula; nil if it names no string of the book.
  private static func cell(
    _ xml: inout XlsxXML, _ values: XlsxValues
  ) throws(XlsxFault) -> String? {
    let type = try xml.attribute("t") ?? "n"
    let style = try xml.attribute("s").flatMap { Int($0) } ?? 0
    var value: String?
    var formula: String?
    while let token = try xml.next() {
      if token == .end, xml.isNamed("c") { break }
      guard token == .start else { continue }
      if xml.isNamed("v") {
        value = try xml.takeText()
      } else if xml.isNamed("f") {
        formula = try xml.takeText()
      } else if xml.isNamed("is") {
        value = try richText(&xml, until: "is")
      } else {
        try xml.skipElement()
      }
    }
    guard let value else {
      // A formula that nobody has computed yet is told as one: no value is no zero.
      return formula.map { "=" + cellText($0) } ?? ""
    }
    switch type {
    case "s":
      guard let index = Int(value), values.strings.indices.contains(index) else { return nil }
      return values.strings[index]
    case "b": return value == "1" ? "TRUE" : "FALSE"
    case "n": return values.number(value, style: style)
    case "d": return isoDate(value)
    case "inlineStr", "str": return cellText(unescaped(value))
    default: return cellText(value)  // "e": #N/A and its kind
    }
  }

  /// Joins the texts of `<t>`, but not those of phonetic guides, and goes past the end of `name`.
  static func richText(_ xml: inout XlsxXML, until name: String) throws(XlsxFault) -> String {
    var text = ""
    while let token = try xml.next() {
      if token == .end, xml.isNamed(name) { break }
      guard token == .start else { continue }
      if xml.isNamed("t") {
        text += try xml.takeText()
      } else if xml.isNamed("rPh") {
        try xml.skipElement()
      }
    }
    return cellText(unescaped(text))
  }

  /// `2024-03-05T00:00:00` as the day it is.
  private static func isoDate(_ text: String) -> String {
    let parts = text.split(separator: "T")
    guard parts.count == 2 else { return text }
    let clock = parts[1].prefix(5)
    return clock == "00:00" ? String(parts[0]) : parts[0] + " " + clock
  }

  /// Characters that XML cannot hold are written `_x000D_` (ECMA-376 part 1, 22.9.2.19).
  private static func unescaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      if at + 6 < bytes.count, bytes[at] == 95, bytes[at + 1] == 120, bytes[at + 6] == 95,
        let value = UInt32(String(decoding: bytes[(at + 2)..<(at + 6)], as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(value)
      {
        result += Array(String(Character(scalar)).utf8)
        at += 7
      } else {
        result.append(bytes[at])
        at += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
