// Which row of a sheet is the header, and what the sheet is about.

/// The header of a sheet, found.
struct SheetHeader {
  /// Where it may stand: titles and a date above the table are usual.
  private static let rowsSearched = 20

  /// The place of the header row among the rows of the sheet.
  let place: Int
  let match: ColumnMatch
  /// Kinds that fit as well as the one of `match`; not empty means that somebody must say.
  let rivals: [SheetKind]

  /// Returns the row of the first ones that most headers stand in, or nil if none does.
  ///
  /// The kind is the one under which most columns are understood; between equals, the one that
  /// lacks nothing.
  init?(_ sheet: Sheet, kind: SheetKind?, choices: [ColumnChoice]) {
    let kinds = kind.map { [$0] } ?? SheetKind.allCases
    var best: (place: Int, matches: [ColumnMatch], weight: Int)?
    for (place, row) in sheet.rows.prefix(Self.rowsSearched).enumerated() {
      let header = HeaderRow(row)
      let matches = kinds.filter {
        $0 != .table || kind == .table || !Self.tellsWhoOrWhen(header)
      }.map { ColumnMatch(header, kind: $0, choices: choices) }
      let weight = matches.map(\.weight).max() ?? 0
      if weight > best?.weight ?? 0 { best = (place, matches, weight) }
    }
    guard let best else { return nil }
    let most = best.matches.map(\.count).max() ?? 0
    let fitting = best.matches.filter { $0.count == most }
    let complete = fitting.filter(\.unmet.isEmpty)
    let candidates = complete.isEmpty ? fitting : complete
    guard let match = candidates.first else { return nil }
    place = best.place
    self.match = match
    rivals = candidates.count > 1 ? candidates.map(\.kind) : []
  }

  private static func tellsWhoOrWhen(_ header: HeaderRow) -> Bool {
    header.keys.contains { key in
      ColumnField(key: key, kind: .hours).map(SheetKind.tellsWhoOrWhen.contains) ?? false
    }
  }
}
