// The cells of one row as values. Every reading method returns nil for an empty cell and for one that
// cannot be read, and notes the latter; a row is made only if nothing was noted.

import Domain
import Wording

/// One row under its header, and what was found wrong with it.
struct RowCells {
  let row: Sheet.Row
  private let columns: [SheetColumn]
  private let places: [ColumnField: Int]
  private(set) var faults: [CellFault] = []

  init(_ row: Sheet.Row, _ columns: [SheetColumn], _ places: [ColumnField: Int]) {
    self.row = row
    self.columns = columns
    self.places = places
  }

  var line: Int { row.line }
  var isClean: Bool { faults.isEmpty }

  func has(_ field: ColumnField) -> Bool { places[field] != nil }

  /// The text of a cell, empty where there is no such column.
  subscript(field: ColumnField) -> String { places[field].map { row[column: $0] } ?? "" }

  /// Notes what a cell should hold; the row as a whole where there is no such column.
  mutating func expect(_ expected: CellFault.Expected, _ field: ColumnField? = nil) {
    guard let field, let place = places[field] else {
      let text = row.cells.filter { !$0.isEmpty }.joined(separator: " | ")
      faults.append(CellFault(line: line, text: text, expected: expected))
      return
    }
    faults.append(
      CellFault(
        line: line, column: columns[place].letters, header: columns[place].header,
        text: row[column: place], expected: expected))
  }

  /// Reads a cell that may be empty.
  mutating func read<Value>(
    _ field: ColumnField, _ expected: CellFault.Expected, _ parse: (String) -> Value?
  ) -> Value? {
    let text = self[field]
    if text.isEmpty { return nil }
    if isFormulaWithoutResult(text) {
      expect(.formulaResult, field)
      return nil
    }
    guard let value = parse(text) else {
      expect(expected, field)
      return nil
    }
    return value
  }

  /// Reads a cell that must not be empty.
  mutating func require<Value>(
    _ field: ColumnField, _ expected: CellFault.Expected, _ parse: (String) -> Value?
  ) -> Value? {
    if self[field].isEmpty {
      expect(.value, field)
      return nil
    }
    return read(field, expected, parse)
  }

  // MARK: - Kinds of cells

  mutating func count(_ field: ColumnField) -> Int? { read(field, .count, countSpelled) }

  mutating func amount(_ field: ColumnField) -> Int? { read(field, .amount, minutesSpelled) }

  mutating func clock(_ field: ColumnField) -> Clock? {
    read(field, .clock) { text in
      guard let span = SpelledSpan(clockWords(text)), span.end == nil else { return nil }
      return span.start
    }
  }

  mutating func span(_ field: ColumnField) -> SpelledSpan? {
    read(field, .span) { SpelledSpan(clockWords($0)) }
  }

  mutating func yesOrNo(_ field: ColumnField) -> Bool? {
    read(field, .yesOrNo) { text in
      switch spelledKey(text) {
      case "ja", "j", "x", "1", "yes", "y", "true", "sann": true
      case "nei", "n", "0", "no", "false", "usann": false
      default: nil
      }
    }
  }

  /// A name of an activity, a group or a unit: one line, at most as long as the log takes.
  mutating func text(
    _ field: ColumnField, bytesMax: Int = TextRule.nameBytesMax
  ) -> String? {
    guard let text = read(field, .value, oneLine) else { return nil }
    return checked(text, field, bytesMax: bytesMax)
  }

  mutating func requiredText(_ field: ColumnField) -> String? {
    if self[field].isEmpty { expect(.value, field) }
    return text(field)
  }

  /// Several names in one cell, each after a `;` or on a line of its own.
  mutating func texts(_ field: ColumnField) -> [String] {
    let parts = self[field].split { $0 == ";" || $0.isNewline }.map(\.trimmed)
    return parts.filter { !$0.isEmpty }.compactMap {
      checked($0, field, bytesMax: TextRule.nameBytesMax)
    }
  }

  /// The name of one person, from one column or two. Whatever may be several persons is asked again.
  mutating func person() -> String? {
    if self[.person].isEmpty, !self[.firstName].isEmpty || !self[.lastName].isEmpty {
      return personInTwoColumns()
    }
    guard let name = read(.person, .name, nameSpelled) else { return nil }
    if seemsSeveral(self[.person]) {
      expect(.onePerson, .person)
      return nil
    }
    return checked(name, .person, bytesMax: TextRule.nameBytesMax)
  }

  /// The same, where somebody must be named.
  mutating func requiredPerson() -> String? {
    if self[.person].isEmpty, self[.firstName].isEmpty, self[.lastName].isEmpty {
      expect(.value, has(.person) ? .person : .firstName)
    }
    return person()
  }

  private mutating func personInTwoColumns() -> String? {
    let first = require(.firstName, .name, nameSpelled)
    let last = require(.lastName, .name, nameSpelled)
    for field in [ColumnField.firstName, .lastName] where seemsSeveral(self[field]) {
      expect(.onePerson, field)
    }
    guard let first, let last, isClean else { return nil }
    return checked(first + " " + last, .lastName, bytesMax: TextRule.nameBytesMax)
  }

  private mutating func checked(_ text: String, _ field: ColumnField, bytesMax: Int) -> String? {
    switch TextRule.fault(in: text, bytesMax: bytesMax) {
    case nil: return text
    case .tooLong(let bytesMax): expect(.shorter(bytesMax: bytesMax), field)
    case .empty: expect(.value, field)
    case .spaceAtEnd, .controlCharacter: expect(.plainText, field)
    }
    return nil
  }
}

// MARK: - Texts

/// `#N/A` and its kind in either language, and formulas saved without their results.
private func isFormulaWithoutResult(_ text: String) -> Bool {
  if text.hasPrefix("=") { return true }
  guard text.hasPrefix("#") else { return false }
  return text.hasSuffix("!") || text.hasSuffix("?") || text == "#N/A" || text == "#I/T"
    || text.allSatisfy { $0 == "#" }
}

/// A whole number from 1, with spaces between thousands.
func countSpelled(_ text: String) -> Int? {
  number(spelledKeyWithoutSpaces(text), digits: 1...9).flatMap { $0 >= 1 ? $0 : nil }
}

/// Whole minutes of an amount that is at least one minute.
func minutesSpelled(_ text: String) -> Int? {
  SpelledAmount(hours: text).flatMap { $0.minutes >= 1 ? $0.minutes : nil }
}

/// A line break inside a cell is a space.
private func oneLine(_ text: String) -> String? {
  guard text.utf8.contains(where: { $0 == 10 || $0 == 13 }) else { return text }
  return text.split(whereSeparator: \.isNewline).map(\.trimmed).filter { !$0.isEmpty }
    .joined(separator: " ")
}

/// A name has a letter.
private func nameSpelled(_ text: String) -> String? {
  let isNamed = text.utf8.contains { (65...90).contains($0 & 0xDF) }
  return isNamed || text.contains(where: \.isLetter) ? oneLine(text) : nil
}

/// "Kari, Ola", "Kari og Ola", "Kari + 3", "Kari; Ola" or a name on each line. "Eksempel, Kari" is
/// asked again as well: no rule tells it from "Kari, Ola".
private func seemsSeveral(_ text: String) -> Bool {
  // , ; + & / and line breaks
  if text.utf8.contains(where: { [44, 59, 43, 38, 47, 10, 13].contains($0) }) { return true }
  guard text.utf8.contains(32) else { return false }
  let words = spelledKey(text).split(separator: " ")
  return words.contains { $0 == "og" || $0 == "and" || $0 == "samt" }
}

/// `kl. 18.30` as `18.30`, `18:30:00` as `18:30`.
private func clockWords(_ text: String) -> String {
  var words = spelledKey(text)
  for start in ["klokken ", "klokka ", "kl. ", "kl.", "kl "] where words.hasPrefix(start) {
    words = String(words.dropFirst(start.count))
    break
  }
  let parts = words.split(separator: ":", omittingEmptySubsequences: false)
  return parts.count == 3 && parts[2] == "00" ? parts[0] + ":" + parts[1] : words
}
