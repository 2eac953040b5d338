// What is wrong with cells and rows, and what else was found in a sheet: facts, all of them at once.

/// A cell or a row that cannot be read.
package struct CellFault: Hashable, Sendable {
  package var line: Int
  /// The letters of the column; nil when the row as a whole is meant.
  package var column: String?
  package var header: String?
  /// What stands there.
  package var text: String
  package var expected: Expected

  package init(
    line: Int, column: String? = nil, header: String? = nil, text: String, expected: Expected
  ) {
    self.line = line
    self.column = column
    self.header = header
    self.text = text
    self.expected = expected
  }

  /// What should stand there instead.
  package enum Expected: Hashable, Sendable {
    /// Anything: the cell is empty.
    case value
    /// A whole number from 1.
    case count
    /// A length: `3,5`, `2:30`, `2t 30m`.
    case amount
    case clock
    /// From a time to another: `18-20`.
    case span
    case day
    /// A day, a month, a year, or from a day to another in one year.
    case period
    case month
    case year
    case yesOrNo
    case known, role, category
    /// A year from 1900 with four digits.
    case birthYear
    /// 1 to 15 of `a–z 0–9 -`.
    case code
    /// An id such as `s12`.
    case shift
    /// A name, and no number.
    case name
    /// One person: the cell seems to hold several.
    case onePerson
    /// Either a person or a headcount, not both and not neither.
    case oneOfPersonAndHeadcount
    /// Hours, minutes or times: nothing says how long.
    case length
    /// Hours: times alone do not say whether they are those of each or of all.
    case totalOfGroup
    /// No more than the times give.
    case withinSpan
    /// First and last day in one year, in that order.
    case sameYear
    /// The same as another column of the row says.
    case sameAs(ColumnField)
    /// A result: the cell holds an error, or a formula that nobody has computed.
    case formulaResult
    case shorter(bytesMax: Int)
    /// Text without control characters.
    case plainText
    /// Nothing: the cell is beyond the header.
    case nothing
    /// No row of text between rows.
    case noText
    /// No row after the sum row.
    case beforeSum
  }
}

/// A sum that the sheet prints, and ours. A difference is a finding, not a fault.
package struct SumCheck: Hashable, Sendable {
  package var line: Int
  /// `.hours`, `.minutes` or `.headcount`.
  package var field: ColumnField
  /// Minutes for hours and minutes, else heads.
  package var printed: Int
  package var computed: Int

  package init(line: Int, field: ColumnField, printed: Int, computed: Int) {
    self.line = line
    self.field = field
    self.printed = printed
    self.computed = computed
  }

  package var agrees: Bool { printed == computed }
}

/// A remark below the rows, which is told and never read as data.
package struct TrailingText: Hashable, Sendable {
  package var line: Int
  package var text: String

  package init(line: Int, text: String) {
    self.line = line
    self.text = text
  }
}
