// What became of the columns of a sheet, as facts.

/// A column and what it was taken for.
package struct SheetColumn: Hashable, Sendable {
  /// `C`.
  package var letters: String
  /// The header as it stands; may be empty.
  package var header: String
  /// Nil: nothing is read from it.
  package var field: ColumnField?
  package var how: How

  /// Why it was taken for that.
  package enum How: Hashable, Sendable {
    /// The header is a known word.
    case word
    /// The header is a question in which one known word stands.
    case contained
    /// Somebody said so.
    case chosen
    /// It is the first column of a printed table.
    case place
    /// Nothing is known of it.
    case ignored
  }

  package init(letters: String, header: String, field: ColumnField? = nil, how: How = .ignored) {
    self.letters = letters
    self.header = header
    self.field = field
    self.how = how
  }
}

/// Why the columns of a sheet cannot be told.
package enum HeaderFault: Hashable, Sendable {
  /// No row of the first ones looks like a header.
  case noHeader
  /// The columns fit several kinds equally well.
  case kindUnclear([SheetKind])
  /// A need that no column meets: any one of the lists would.
  case missing([[ColumnField]], nearMisses: [NearMiss])
  /// All the columns that claim to be one thing.
  case twoColumns(ColumnField, [SheetColumn])
  /// A long header in which several known words stand.
  case unclearHeader(SheetColumn, [ColumnField])
  /// A choice names no column of the sheet.
  case unknownChoice(ColumnChoice)
  /// A choice names a field that such a sheet does not take.
  case uselessChoice(ColumnChoice)
}

/// A header that nearly reads as a known one.
package struct NearMiss: Hashable, Sendable {
  package var column: SheetColumn
  package var field: ColumnField
  /// The header that may be meant.
  package var word: String

  package init(column: SheetColumn, field: ColumnField, word: String) {
    self.column = column
    self.field = field
    self.word = word
  }
}
