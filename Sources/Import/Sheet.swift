// A spreadsheet as rows of texts, wherever it came from. What the texts mean is not known here.

/// Rows of text cells, each with its place in the file it was read from.
///
/// Cells are trimmed, their hard spaces are spaces and their Latin letters are composed. Rows without
/// any text are left out.
package struct Sheet: Hashable, Sendable {
  package var rows: [Row]
  package var origin: Origin

  /// A row, and the line of the file where it begins, from 1; in a workbook the number of the row.
  package struct Row: Hashable, Sendable {
    package var line: Int
    package var cells: [String]

    package init(line: Int, cells: [String]) {
      self.line = line
      self.cells = cells
    }

    /// The text of a cell, empty where the row is shorter than others.
    package subscript(column column: Int) -> String {
      cells.indices.contains(column) ? cells[column] : ""
    }

    /// Whether no cell says anything.
    var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }
  }

  /// What the sheet was read from.
  package enum Origin: Hashable, Sendable {
    /// No separator stands in a file of one column.
    case delimited(Separator?, TextEncoding)
    /// Hidden rows are read like others, so they are counted for whoever did not see them.
    case workbook(sheet: String, hiddenRows: Int)
    /// Made by a program, not read from bytes.
    case made
  }

  /// Largest file or part, in bytes: forty times the largest sheet we know of.
  package static let bytesMax = 64 << 20
  /// Most rows that are read.
  package static let rowsMax = 200_000
  /// Most cells in a row.
  package static let columnsMax = 1_000
  /// Most cells in all, so that a file of separators cannot fill the memory.
  package static let cellsMax = 4_000_000
  /// Longest cell: what Excel itself holds, in bytes here.
  package static let cellBytesMax = 32_767

  package init(rows: [Row], origin: Origin) {
    self.rows = rows.filter { !$0.isEmpty }
    self.origin = origin
  }

  /// Makes a sheet of texts as they are; the line is the place of the row.
  package init(rows: [[String]]) {
    self.init(
      rows: rows.enumerated().map { Row(line: $0.offset + 1, cells: $0.element.map(cellText)) },
      origin: .made)
  }
}

/// What stands between two cells of a line.
package enum Separator: Character, CaseIterable, Sendable {
  // In this order they are preferred where nothing else decides.
  case tab = "\t"
  case semicolon = ";"
  case comma = ","

  var byte: UInt8 {
    switch self {
    case .tab: 9
    case .semicolon: 59
    case .comma: 44
    }
  }
}

/// Returns the letters of a column, as spreadsheets name it: 0 is A, 27 is AB.
///
/// - Precondition: `index` is not negative.
package func columnLetters(_ index: Int) -> String {
  var letters: [UInt8] = []
  var rest = index + 1
  while rest > 0 {
    letters.append(UInt8(65 + (rest - 1) % 26))
    rest = (rest - 1) / 26
  }
  return String(decoding: letters.reversed(), as: UTF8.self)
}

/// Returns the place of a column named by one to three letters, from 0, or nil.
package func columnIndex(letters: some StringProtocol) -> Int? {
  guard (1...3).contains(letters.utf8.count) else { return nil }
  var index = 0
  for byte in letters.utf8 {
    let capital = byte & 0xDF
    guard (65...90).contains(capital) else { return nil }
    index = index * 26 + Int(capital - 64)
  }
  return index - 1
}
