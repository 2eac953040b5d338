// From a sheet to typed rows: find the header, read every row, collect all that is wrong.
//
//   header ── rows of data ── sum row ── remarks
//                 │              │          └ told, never read as data
//                 │              └ compared with the rows, never read as one
//                 └ each a value, or one or more faults

/// Reads a sheet as typed rows.
///
/// With no `kind`, the header must tell it. `map` says what columns are, before any header does.
package func readSheet(
  _ sheet: Sheet, kind: SheetKind? = nil, map: [ColumnChoice] = []
) -> SheetReadingResult {
  guard let header = SheetHeader(sheet, kind: kind, choices: map) else {
    var result = SheetReadingResult(kind: kind)
    result.headerFaults = [.noHeader]
    return result
  }
  var result = SheetReadingResult(kind: header.match.kind)
  result.headerLine = header.place.map { sheet.rows[$0].line }
  result.isByLetters = header.hasLetters
  result.columns = header.match.columns.filter { $0.field != nil }
  result.ignored = header.match.columns.filter { $0.field == nil }
  if !header.rivals.isEmpty {
    result.kind = nil
    result.headerFaults = [.kindUnclear(header.rivals)]
    return result
  }
  result.headerFaults = header.match.faults
  if result.headerFaults.isEmpty {
    var reading = SheetBody(sheet, header)
    reading.read()
    result.rows = reading.rows
    result.cellFaults = reading.faults
    result.sums = reading.sums
    result.trailingTexts = reading.trailingTexts
  }
  return result
}

/// What a sheet says, and everything that is wrong with it.
package struct SheetReadingResult: Hashable, Sendable {
  /// Nil: the header does not tell.
  package var kind: SheetKind?
  /// Nil: there is none, or it was not found.
  package var headerLine: Int?
  /// Whether some column was chosen by its letters, so that the header may be any row.
  package var isByLetters = false
  /// The columns that are read, in their order.
  package var columns: [SheetColumn] = []
  /// The columns that are not.
  package var ignored: [SheetColumn] = []
  /// The rows without faults; none if there are faults in the header.
  package var rows = SheetRows.none
  package var headerFaults: [HeaderFault] = []
  /// In the order of the sheet.
  package var cellFaults: [CellFault] = []
  package var sums: [SumCheck] = []
  package var trailingTexts: [TrailingText] = []

  package init(kind: SheetKind?) { self.kind = kind }

  /// Whether every row was understood. Sums that differ are findings, not faults.
  package var isClean: Bool { headerFaults.isEmpty && cellFaults.isEmpty }
}

/// The rows of a sheet, by its kind.
package enum SheetRows: Hashable, Sendable {
  case none
  case hours([HoursRow])
  case signups([SignupRow])
  case persons([PersonRow])
  case activities([ActivityRow])
  case shifts([ShiftRow])
  case table(PrintedTable)
}
