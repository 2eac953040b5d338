/// What somebody says a column is, against or instead of its header: `--map "Hvem var med=person"`.
package struct ColumnChoice: Hashable, Sendable {
  /// The header, or the letters of the column where no header reads so.
  package var column: String
  /// Nil: the column is not read.
  package var field: ColumnField?

  package init(column: String, field: ColumnField?) {
    self.column = column
    self.field = field
  }

  /// Reads `COLUMN=FIELD`, where the field is a header word or `-`; nil if it is neither.
  package init?(_ text: String) {
    guard let mark = text.lastIndex(of: "=") else { return nil }
    let column = text[..<mark].trimmed
    let word = text[text.index(after: mark)...].trimmed
    if column.isEmpty { return nil }
    if word == "-" {
      self.init(column: column, field: nil)
    } else if let field = ColumnField(word: word) {
      self.init(column: column, field: field)
    } else {
      return nil
    }
  }

  /// Returns the place of the column in a header row, or nil.
  func place(in header: HeaderRow) -> Int? {
    if let place = placeByHeader(in: header) { return place }
    return columnIndex(letters: column).flatMap { $0 < header.keys.count ? $0 : nil }
  }

  /// Whether no header reads so, and the letters name the column.
  func isByLetters(in header: HeaderRow) -> Bool {
    placeByHeader(in: header) == nil && place(in: header) != nil
  }

  private func placeByHeader(in header: HeaderRow) -> Int? {
    let key = headerKey(column)
    return key.isEmpty ? nil : header.keys.firstIndex(of: key)
  }
}
