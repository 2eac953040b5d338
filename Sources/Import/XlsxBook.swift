// A workbook of SpreadsheetML (ECMA-376 part 1, chapter 18), from the bytes of its parts. The archive
// is opened by whoever asks: this room reads no file and starts no program.
//
//   1. fetch `XlsxBook.requiredParts`, make the book: the names of its sheets
//   2. fetch `requiredParts(of:)` of one sheet, `read` it

/// What a workbook says of itself: its sheets and where everything is.
package struct XlsxBook: Sendable {
  /// The parts that every reading begins with.
  package static let requiredParts = [workbookPart, relationsPart]

  private static let workbookPart = "xl/workbook.xml"
  private static let relationsPart = "xl/_rels/workbook.xml.rels"

  /// The sheets with cells, in the order of their tabs.
  package let sheets: [SheetEntry]
  /// Days count from 1904, as on old Macs, not from 1900.
  let isFrom1904: Bool
  private let stringsPart: String?
  private let stylesPart: String?

  /// One tab of the workbook.
  package struct SheetEntry: Hashable, Sendable {
    package let name: String
    package let isHidden: Bool
    /// Its part of the archive.
    package let part: String
  }

  /// Reads the table of contents.
  package init(parts: [String: [UInt8]]) throws(XlsxFault) {
    let relations = try Self.relations(parts)
    func target(_ type: String) -> String? { relations.first { $0.type == type }?.part }
    stringsPart = target("sharedStrings")
    stylesPart = target("styles")

    var xml = try Self.reader(Self.workbookPart, parts)
    var sheets: [SheetEntry] = []
    var isFrom1904 = false
    while let token = try xml.next() {
      guard token == .start else { continue }
      if xml.isNamed("workbookPr") {
        let flag = try xml.attribute("date1904")
        isFrom1904 = flag == "1" || flag == "true"
      } else if xml.isNamed("sheet"), let name = try xml.attribute("name"),
        let id = try xml.attribute("id"),
        // A chart sheet or a macro sheet has another type, and no cells.
        let relation = relations.first(where: { $0.id == id && $0.type == "worksheet" })
      {
        let state = try xml.attribute("state") ?? "visible"
        sheets.append(SheetEntry(name: name, isHidden: state != "visible", part: relation.part))
      }
    }
    if sheets.isEmpty { throw .noSheets }
    self.sheets = sheets
    self.isFrom1904 = isFrom1904
  }

  /// Returns the parts that `read` needs.
  package func requiredParts(of sheet: SheetEntry) -> [String] {
    [sheet.part, stringsPart, stylesPart].compactMap { $0 }
  }

  /// Reads one sheet.
  package func read(_ sheet: SheetEntry, parts: [String: [UInt8]]) throws(XlsxFault) -> Sheet {
    var strings: [String] = []
    var styles: [XlsxNumberFormat] = []
    if let part = stringsPart { strings = try Self.strings(try Self.reader(part, parts)) }
    if let part = stylesPart { styles = try Self.styles(try Self.reader(part, parts)) }
    let values = XlsxValues(strings: strings, styles: styles, isFrom1904: isFrom1904)
    return try XlsxRows.read(sheet.name, try Self.reader(sheet.part, parts), values)
  }

  private static func reader(
    _ part: String, _ parts: [String: [UInt8]]
  ) throws(XlsxFault) -> XlsxXML {
    guard let bytes = parts[part] else { throw .missingPart(part) }
    return try XlsxXML(part, bytes)
  }

  /// The relationships of the workbook; `type` is the last word of the type's address, which is the
  /// same in the transitional and the strict form.
  private static func relations(
    _ parts: [String: [UInt8]]
  ) throws(XlsxFault) -> [(id: String, type: String, part: String)] {
    var xml = try reader(relationsPart, parts)
    var relations: [(id: String, type: String, part: String)] = []
    while let token = try xml.next() {
      guard token == .start, xml.isNamed("Relationship"), let id = try xml.attribute("Id"),
        let type = try xml.attribute("Type"), let target = try xml.attribute("Target")
      else { continue }
      let part = target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target
      relations.append((id, type.split(separator: "/").last.map(String.init) ?? "", part))
    }
    return relations
  }

  /// The shared strings: runs of a rich text are joined, phonetic guides left out.
  private static func strings(_ reader: XlsxXML) throws(XlsxFault) -> [String] {
    var xml = reader
    var strings: [String] = []
    while let token = try xml.next() {
      guard token == .start, xml.isNamed("si") else { continue }
      strings.append(try XlsxRows.richText(&xml, until: "si"))
    }
    return strings
  }

  /// The number format of each cell style.
  private static func styles(_ reader: XlsxXML) throws(XlsxFault) -> [XlsxNumberFormat] {
    var xml = reader
    var custom: [Int: XlsxNumberFormat] = [:]
    var styles: [XlsxNumberFormat] = []
    var isInCells = false
    while let token = try xml.next() {
      if token == .text { continue }
      if xml.isNamed("cellXfs") {
        isInCells = token == .start
      } else if token == .start, xml.isNamed("numFmt") {
        guard let id = try xml.attribute("numFmtId").flatMap({ Int($0) }),
          let code = try xml.attribute("formatCode")
        else { continue }
        custom[id] = XlsxNumberFormat(code: code)
      } else if token == .start, xml.isNamed("xf"), isInCells {
        let id = try xml.attribute("numFmtId").flatMap { Int($0) } ?? 0
        styles.append(custom[id] ?? XlsxNumberFormat(builtin: id))
      }
    }
    return styles
  }
}
