// What is wrong with a file, row by row: all of it is listed at once, and then nothing is imported.

import Domain
import Import
import Reports
import Wording

/// A row, a cell or a name in the way of an import.
struct ImportFault {
  /// A stable word for programs: `cell`, `row`, `person` or `activity`.
  let kind: String
  /// The line of the file; the first of several.
  let line: Int
  /// The letters of the column and its header, where one is meant.
  var column: String?
  var header: String?
  /// What stands there.
  let text: String
  /// What was expected, or why it cannot be.
  let expected: Phrase
  /// How many rows it is in.
  var rows = 1
  /// Names that may be meant.
  var near: [String] = []

  init(_ fault: CellFault) {
    kind = "cell"
    line = fault.line
    column = fault.column
    header = fault.header
    text = fault.text
    let words = ImportWords.expected(fault.expected)
    expected = Phrase(
      nb: "forventet " + words.nb, nn: "venta " + words.nn, en: "expected " + words.en)
  }

  init(
    kind: String, line: Int, column: SheetColumn? = nil, text: String, _ expected: Phrase,
    rows: Int = 1, near: [String] = []
  ) {
    self.kind = kind
    self.line = line
    self.column = column?.letters
    header = column.flatMap { $0.header.isEmpty ? nil : $0.header }
    self.text = text
    self.expected = expected
    self.rows = rows
    self.near = near
  }

  /// The fault as one line, and for programs. `unit` is what a line of the file is called.
  func item(_ unit: Phrase) -> Failure.Item {
    Failure.Item(
      text: Phrase(nb: words(unit, .nb), nn: words(unit, .nn), en: words(unit, .en)),
      json: .object([
        "kind": .string(kind), "line": .integer(line), "column": .string(orNull: column),
        "header": .string(orNull: header), "text": .string(text),
        "expected": .string(expected.en), "rows": .integer(rows),
        "near": .array(near.map { .string($0) }),
      ]))
  }

  private func words(_ unit: Phrase, _ language: Language) -> String {
    func quoted(_ text: String) -> String { language == .en ? "'\(text)'" : "«\(text)»" }
    var place = "\(unit(language)) \(line)"
    if let column { place += ", " + column }
    if let header { place += " " + quoted(header) }
    if rows > 1 {
      place += Phrase(nb: " (\(rows) rader)", nn: " (\(rows) rader)", en: " (\(rows) rows)")(
        language)
    }
    let said = text.isEmpty ? "" : quoted(text) + " – "
    let meant =
      near.isEmpty
      ? ""
      : Phrase(nb: "; mente du ", nn: "; meinte du ", en: "; did you mean ")(language)
        + near.map(quoted).joined(separator: Phrase(nb: " eller ", en: " or ")(language)) + "?"
    return place + ": " + said + expected(language) + meant
  }
}
