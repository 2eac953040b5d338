import Import
import Testing

/// Workbooks, from the bytes of their parts.
struct XlsxBookTests {
  private static let relations = """
    <Relationships><Relationship Id="a" Type="x/worksheet" Target="worksheets/s.xml"/>\
    <Relationship Id="b" Type="x/styles" Target="/xl/styles.xml"/>\
    <Relationship Id="c" Type="x/chartsheet" Target="chart.xml"/></Relationships>
    """

  /// A workbook of one sheet, whose cells have the formats in turn.
  private func read(
    cells: String, formats: [String] = [], builtin: [Int] = [], from1904: Bool = false,
    sheet: String? = nil
  ) throws(XlsxFault) -> Sheet {
    let codes = formats.enumerated().map {
      "<numFmt numFmtId=\"\($0.offset + 200)\" formatCode=\"\($0.element)\"/>"
    }
    let ids = builtin + formats.indices.map { $0 + 200 }
    let parts = [
      "xl/workbook.xml":
        "<workbook><workbookPr date1904=\"\(from1904)\"/><sheets>"
        + "<sheet name=\"Ark &amp; 1\" id=\"a\"/><sheet name=\"Kart\" id=\"c\"/></sheets></workbook>",
      "xl/_rels/workbook.xml.rels": Self.relations,
      "xl/styles.xml": "<styleSheet><numFmts>\(codes.joined())</numFmts><cellXfs>"
        + ids.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>",
      "xl/worksheets/s.xml": sheet ?? "<worksheet><row>\(cells)</row></worksheet>",
    ].mapValues { Array($0.utf8) }
    let book = try XlsxBook(parts: parts)
    #expect(book.sheets.map(\.name) == ["Ark & 1"])
    guard let first = book.sheets.first else { throw .noSheets }
    #expect(book.requiredParts(of: first) == ["xl/worksheets/s.xml", "xl/styles.xml"])
    return try book.read(first, parts: parts)
  }

  private func fault(sheet: String) -> XlsxFault? {
    do throws(XlsxFault) {
      _ = try read(cells: "", sheet: sheet)
      return nil
    } catch {
      return error
    }
  }

  private func shown(_ value: String, _ format: String, from1904: Bool = false) throws -> String {
    try read(cells: "<c s=\"0\"><v>\(value)</v></c>", formats: [format], from1904: from1904)
      .rows[0].cells[0]
  }

  @Test func `a workbook as Excel saves it is read`() throws {
    let parts = try SheetFixtures.parts("hours.xlsx")
    let book = try XlsxBook(parts: parts)
    #expect(book.sheets.map(\.name) == ["Timer", "Notater"])
    let sheet = try SheetFixtures.firstSheet("hours.xlsx")
    #expect(sheet.origin == .workbook(sheet: "Timer", hiddenRows: 1))
    #expect(
      sheet.rows == [
        .init(line: 1, cells: ["Timeliste mars"]),
        .init(line: 2, cells: ["Aktivitet", "Navn", "Dato", "Timer", "Fra kl.", "Godkjent"]),
        .init(line: 3, cells: ["Språkkafé", "Testperson A", "2024-03-05", "2,5", "18:00", "TRUE"]),
        .init(
          line: 4,
          cells: ["Nymoens kafé", "Testperson A", "2024-03-05 18:00", "26:30", "", "FALSE"]),
        .init(line: 5, cells: ["Seniordans", "Testperson B", "2024-03", "3,333333"]),
        .init(line: 6, cells: ["Spillkveld", "Testperson B", "2024-03-05", "#N/A"]),
        .init(line: 7, cells: ["Seniordans", "Testperson B", "2024-03-05", "=SUM(A1:A2)"]),
        .init(line: 9, cells: ["Seniordans & strikk", "Testperson B", "2024-03-05", "0,25"]),
      ])
    let result = readSheet(sheet)
    #expect(result.hours.map(\.minutes) == [150, 1_590, 200, 15])
    #expect(
      result.cellFaults.map { "\($0.column ?? "")\($0.line) \($0.expected)" } == [
        "D6 formulaResult", "D7 formulaResult",
      ])
    #expect(result.ignored.map(\.header) == ["Godkjent"])
  }

  @Test func `days may count from 1904, and names have prefixes`() throws {
    let sheet = try SheetFixtures.firstSheet("hours-1904.xlsx")
    #expect(sheet.rows.last?.cells == ["Språkkafé", "Testperson A", "2024-03-05", "2,5"])
  }

  // ECMA-376 part 1, 18.17.4.1: the day numbers of both bases.
  @Test(arguments: [
    ("1", "1900-01-01"), ("59", "1900-02-28"), ("60", "1900-02-29"), ("61", "1900-03-01"),
    ("367", "1901-01-01"), ("36526", "2000-01-01"), ("45356", "2024-03-05"), ("0", "0"),
    ("45356.999999", "2024-03-05"), ("-1", "-1"), ("2958466", "2958466"),
  ])
  func `day numbers from 1900, with the day that never was`(value: String, text: String) throws {
    #expect(try shown(value, "dd.mm.yyyy") == text)
  }

  @Test(arguments: [("0", "1904-01-01"), ("1", "1904-01-02"), ("43894", "2024-03-05")])
  func `day numbers from 1904`(value: String, text: String) throws {
    #expect(try shown(value, "dd.mm.yyyy", from1904: true) == text)
  }

  @Test(arguments: [
    ("d.m.yy", "2024-03-05"), ("[$-414]d. mmmm yyyy;@", "2024-03-05"),
    ("yyyy\\-mm\\-dd", "2024-03-05"),
    ("dd.mm.yyyy hh:mm", "2024-03-05 12:00"), ("mmmm yyyy", "2024-03"), ("mmm", "2024-03"),
    ("yyyy", "2024"), ("General", "45356,5"), ("0.00", "45356,5"), ("@", "45356,5"),
    ("#,##0 &quot;dager&quot;", "45356,5"), ("0.0\\d", "45356,5"), ("[h]:mm", "1088556:00"),
    ("[Red]0.0", "45356,5"), ("hh:mm", "2024-03-05 12:00"), ("0_d", "45356,5"),
    ("0;dd.mm", "45356,5"),
  ])
  func `a number is shown as its format says`(format: String, text: String) throws {
    // A length of a million days is absurd, and stays a number elsewhere.
    #expect(try shown("45356.5", format) == text)
  }

  @Test(arguments: [
    ("0.75", "h:mm", "18:00"), ("0.5208333333333334", "hh:mm:ss", "12:30"),
    ("1.25", "[h]:mm", "30:00"), ("0.0625", "[mm]", "1:30"),
    ("1.1041666666666667", "[hh]:mm:ss", "26:30"),
    ("-0.5", "[h]:mm", "-0,5"), ("0.99999", "h:mm", "00:00"),
    ("45356.9999999", "d.m.yy h:mm", "2024-03-06"),
  ])
  func `times and lengths are hours and minutes`(value: String, format: String, text: String) throws
  {
    #expect(try shown(value, format) == text)
  }

  @Test func `the built-in formats are known by number`() throws {
    let ids = [0, 1, 2, 14, 15, 16, 17, 18, 19, 20, 21, 22, 45, 46, 47, 49]
    let cells = ids.indices.map { "<c s=\"\($0)\"><v>45356.75</v></c>" }.joined()
    let number = "45356,75"
    let day = "2024-03-05"
    let moment = "2024-03-05 18:00"
    #expect(
      try read(cells: cells, builtin: ids).rows[0].cells == [
        number, number, number, day, day, day, "2024-03", moment, moment, moment, moment, moment,
        moment, "1088562:00", moment, number,
      ])
  }

  @Test(arguments: [
    ("1694", "1694"), ("1694.5", "1694,5"), ("3.3333333333333335", "3,333333"), ("1E3", "1000"),
    ("0.1", "0,1"), ("2.4999999999999996", "2,5"), ("-2", "-2"), ("1e300", "1e+300"),
    ("abc", "abc"),
    ("nan", "nan"),
  ])
  func `numbers have a decimal comma, so that none is read as a thousand`(
    value: String, text: String
  ) throws {
    #expect(try shown(value, "General") == text)
  }

  @Test func `every type of cell is read`() throws {
    let cells = """
      <c t="inlineStr"><is><r><t>a</t></r><r><t> b_x000A_c</t></r><rPh><t>no</t></rPh></is></c>\
      <c t="str"><f>A1</f><v>&lt;d&gt; &#248;&#xE5;</v></c><c t="b"><v>0</v></c><c/>\
      <c t="e"><v>#REF!</v></c><c t="d"><v>2024-03-05T00:00:00</v></c>\
      <c t="d"><v>2024-03-05T18:30:00</v></c><c><f>A1*2</f></c><c t="str"><v><![CDATA[<x>]]></v></c>\
      <c r="L1"><v>7</v></c>
      """
    #expect(
      try read(cells: cells).rows[0].cells == [
        "a b\nc", "<d> øå", "FALSE", "", "#REF!", "2024-03-05", "2024-03-05 18:30", "=A1*2", "<x>",
        "", "", "7",
      ])
  }

  @Test func `no document type is accepted, and no entity but the five`() {
    let bomb = """
      <?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\
      <worksheet><row><c t="str"><v>&b;</v></c></row></worksheet>
      """
    #expect(fault(sheet: bomb) == .doctype(part: "xl/worksheets/s.xml"))
    let unknown = fault(sheet: "<worksheet><row><c t=\"str\"><v>&b;</v></c></row></worksheet>")
    guard case .badXML(part: "xl/worksheets/s.xml", _)? = unknown else {
      Issue.record("an unknown entity: \(String(describing: unknown))")
      return
    }
  }

  @Test(arguments: [
    "<worksheet>", "<worksheet></sheet>", "<worksheet><row></worksheet></row>", "<a b></a>",
    "<a b=c></a>", "<a b=\"c></a>", "<a", "<", "<>", "</a>", "<!-- ", "<a>&#xD800;</a>",
    "<a>&#xFFFFFFFFFF;</a>", "<a>&amp</a>", "<a/ >",
  ])
  func `broken parts are refused`(xml: String) {
    switch fault(sheet: xml) {
    case .badXML(part: "xl/worksheets/s.xml", let byte):
      #expect((0...xml.utf8.count).contains(byte))
    case let other: Issue.record("\(xml): \(String(describing: other))")
    }
  }

  @Test func `depth, columns and rows are bounded`() {
    let deep =
      String(repeating: "<a>", count: 100) + String(repeating: "</a>", count: 100)
    #expect(fault(sheet: deep) == .badXML(part: "xl/worksheets/s.xml", byte: 194))
    #expect(
      fault(sheet: "<w><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></w>")
        == .tooManyColumns(row: 1, max: Sheet.columnsMax))
    let rows = String(repeating: "<row><c><v>1</v></c></row>", count: Sheet.rowsMax + 1)
    #expect(fault(sheet: "<w>\(rows)</w>") == .tooManyRows(max: Sheet.rowsMax))
    let wide = "<row><c/><c r=\"ALL\"><v>1</v></c></row>"
    #expect(
      fault(sheet: "<w>\(wide)</w>") == .badReference(part: "xl/worksheets/s.xml", cell: "ALL"))
    let long = String(repeating: "a", count: Sheet.cellBytesMax + 1)
    #expect(
      fault(sheet: "<w><row><c t=\"str\"><v>\(long)</v></c></row></w>")
        == .cellTooLong(cell: "A1", bytesMax: Sheet.cellBytesMax))
    let cells = String(repeating: "<c r=\"ALL\0\"><v>1</v></c>", count: 1)
    let padded = (1...(Sheet.cellsMax / 1_000 + 1)).map {
      "<row r=\"\($0)\">" + cells.replacing("\0", with: "\($0)") + "</row>"
    }
    #expect(fault(sheet: "<w>\(padded.joined())</w>") == .tooManyCells(max: Sheet.cellsMax))
  }

  @Test(arguments: [
    "<w><row r=\"0\"/></w>", "<w><row r=\"2\"/><row r=\"2\"/></w>", "<w><row r=\"9999999\"/></w>",
    "<w><row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row></w>",
    "<w><row r=\"1\"><c r=\"A2\"/></row></w>",
    "<w><row><c t=\"s\"><v>0</v></c></row></w>", "<w><row><c t=\"s\"><v>-1</v></c></row></w>",
  ])
  func `a place or a string that is not there is refused`(xml: String) {
    guard case .badReference = fault(sheet: xml) else {
      Issue.record("\(xml): \(String(describing: fault(sheet: xml)))")
      return
    }
  }

  @Test func `what is missing is named`() throws {
    #expect(throws: XlsxFault.missingPart("xl/_rels/workbook.xml.rels")) {
      try XlsxBook(parts: [:])
    }
    let rels = ["xl/_rels/workbook.xml.rels": Array(Self.relations.utf8)]
    #expect(throws: XlsxFault.missingPart("xl/workbook.xml")) { try XlsxBook(parts: rels) }
    let empty = rels.merging(["xl/workbook.xml": Array("<workbook/>".utf8)]) { first, _ in first }
    #expect(throws: XlsxFault.noSheets) { try XlsxBook(parts: empty) }
    #expect(fault(sheet: "<w><row><c/></row></w>") == .empty(sheet: "Ark & 1"))
    let parts = try SheetFixtures.parts("hours.xlsx")
    let book = try XlsxBook(parts: parts)
    let first = try #require(book.sheets.first)
    for part in book.requiredParts(of: first) {
      #expect(throws: XlsxFault.missingPart(part)) {
        try book.read(first, parts: parts.filter { $0.key != part })
      }
    }
    let large = [UInt8](repeating: 32, count: Sheet.bytesMax + 1)
    #expect(throws: XlsxFault.tooLarge(part: "xl/workbook.xml", bytesMax: Sheet.bytesMax)) {
      try XlsxBook(parts: rels.merging(["xl/workbook.xml": large]) { first, _ in first })
    }
  }
}
