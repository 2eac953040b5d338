import Import
import Testing

/// Bytes of delimited text, and the cells in them.
struct SheetDelimitedTests {
  private func cells(_ text: String) throws -> [[String]] {
    try Sheet(delimited: Array(text.utf8)).rows.map(\.cells)
  }

  private func fault(_ bytes: [UInt8]) -> SheetFault? {
    do throws(SheetFault) {
      _ = try Sheet(delimited: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func fault(_ text: String) -> SheetFault? { fault(Array(text.utf8)) }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `every line break ends a row, and empty rows are left out`(breaks: String) throws {
    let text = ["a;b", "", ";", "c;d", ""].joined(separator: breaks)
    let sheet = try Sheet(delimited: Array(text.utf8))
    #expect(sheet.rows == [.init(line: 1, cells: ["a", "b"]), .init(line: 4, cells: ["c", "d"])])
  }

  @Test func `a quoted cell holds separators, line breaks and doubled marks`() throws {
    let sheet = try Sheet(delimited: Array("a;\"b;\r\n\"\"c\"\"\"\r\n\"\";d".utf8))
    #expect(
      sheet.rows == [
        .init(line: 1, cells: ["a", "b;\r\n\"c\""]), .init(line: 3, cells: ["", "d"]),
      ])
  }

  @Test(arguments: [
    ("Aktivitet;Timer\nA, B;3,5\nC;4,5\n", Separator.semicolon),
    ("Aktivitet,Timer\n\"A; B\",\"3,5\"\nC;D,4\n", .comma),
    ("Aktivitet\tTimer\nA, B\t3,5\nC\t4,5\n", .tab),
    ("Aktivitet;Timer\nA;3,5\nB;3,5\nC;3,5\n", .semicolon),
    ("sep=,\nA;B,C;D\nE;F,G;H\n", .comma),
    ("Timeliste, mars\n\nA;B;C\nD;E;F\n", .semicolon),
  ])
  func `the separator is the one that makes an even table`(text: String, found: Separator) throws {
    #expect(try Sheet(delimited: Array(text.utf8)).origin == .delimited(found, .utf8))
  }

  @Test func `a file of one column has no separator`() throws {
    let sheet = try Sheet(delimited: Array("Navn\nTestperson A\n".utf8))
    #expect(sheet.origin == .delimited(nil, .utf8))
    #expect(sheet.rows.map(\.cells) == [["Navn"], ["Testperson A"]])
  }

  @Test func `spaces of every kind are trimmed, and letters composed`() throws {
    #expect(
      try cells("\u{A0}1\u{202F}694 ;  a\u{30A} \u{FEFF};A\u{30A}s\u{AD}e\tx")
        == [["1 694", "\u{E5}", "\u{C5}se\tx"]])
    #expect(
      try cells("e\u{301};\u{447}")[0].map { Array($0.unicodeScalars).count } == [1, 1])
  }

  @Test func `a stray mark is refused where it stands`() {
    #expect(fault("a;b\nc;d\"e\n") == .strayQuote(line: 2, column: 4))
    #expect(fault("a;b\n\"c\"d;e\n") == .strayQuote(line: 2, column: 4))
    #expect(fault("å;b\næø \"x\";d\n") == .strayQuote(line: 2, column: 4))
  }

  @Test func `a mark that is never closed is refused where it opens`() {
    #expect(fault("a;b\nc;\"d\ne;f\n") == .openQuote(line: 2, column: 3))
  }

  @Test(arguments: [
    ([0x50, 0x4B, 0x03, 0x04, 20, 0], FileKind.zip), (Array("%PDF-1.7\n".utf8), .pdf),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], .oldExcel),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .picture), ([65, 0, 66], .binary),
  ])
  func `what is no text is named`(bytes: [UInt8], kind: FileKind) {
    #expect(FileKind.of(bytes) == kind)
    #expect(fault(bytes) == .notText(kind))
  }

  @Test func `nothing is no sheet`() {
    for text in ["", "\u{FEFF}", "\n\n", ";;\n;;\n", "sep=;", " \n"] {
      #expect(fault(text) == .empty, "\(text)")
    }
  }

  @Test func `sizes are bounded`() {
    let wide = String(repeating: ";", count: Sheet.columnsMax) + "\n"
    #expect(fault("a" + wide) == .tooManyColumns(line: 1, max: Sheet.columnsMax))
    let long = String(repeating: "a", count: Sheet.cellBytesMax)
    #expect(fault(long + ";b\n") == nil)
    #expect(
      fault("b;" + long + "a\n")
        == .cellTooLong(line: 1, column: 3, bytesMax: Sheet.cellBytesMax))
    #expect(
      fault("b;\"" + long + "a\"\n")
        == .cellTooLong(line: 1, column: 3, bytesMax: Sheet.cellBytesMax))
    let rows = String(repeating: "a\n", count: Sheet.rowsMax)
    #expect(fault(rows) == nil)
    #expect(fault(rows + "a") == .tooManyRows(max: Sheet.rowsMax))
    let padded = String(repeating: ";", count: Sheet.columnsMax - 1) + "a\n"
    let many = String(repeating: padded, count: Sheet.cellsMax / Sheet.columnsMax + 1)
    #expect(fault(many) == .tooManyCells(max: Sheet.cellsMax))
    #expect(
      fault([UInt8](repeating: 97, count: Sheet.bytesMax + 1))
        == .tooManyBytes(max: Sheet.bytesMax))
  }

  @Test(arguments: [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (701, "ZZ"), (702, "AAA")])
  func `columns are named as spreadsheets do`(index: Int, letters: String) {
    #expect(columnLetters(index) == letters)
    #expect(columnIndex(letters: letters) == index)
    #expect(columnIndex(letters: letters.lowercased()) == index)
  }

  @Test(arguments: ["", "A1", "ABCD", "Å", "{", " A"])
  func `what names no column is refused`(letters: String) {
    #expect(columnIndex(letters: letters) == nil)
  }
}
