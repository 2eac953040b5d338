// Which row of a sheet is the header, and what the sheet is about.
//
// A sheet whose columns are all chosen by letters may have no header. The row that stands for one is
// then read as data if it can be, and so are those right above it: the first row is hours like the rest.

import Domain

/// The header of a sheet, found.
struct SheetHeader {
  /// Where it may stand: titles and a date above the table are usual.
  private static let rowsSearched = 20

  /// The place of the header row among the rows of the sheet; nil if there is none.
  private(set) var place: Int?
  /// The place of the first row below the header.
  private(set) var bodyStart: Int
  private(set) var match: ColumnMatch
  /// Whether some column was chosen by its letters.
  let hasLetters: Bool
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
    let header = HeaderRow(sheet.rows[best.place])
    place = best.place
    bodyStart = best.place + 1
    self.match = match
    rivals = candidates.count > 1 ? candidates.map(\.kind) : []
    hasLetters = choices.contains { $0.isByLetters(in: header) }
    let isByLetters = choices.allSatisfy { $0.isByLetters(in: header) }
    if hasLetters, isByLetters, match.isChosen, match.faults.isEmpty {
      readHeaderAsData(sheet, choices)
    }
  }

  private mutating func readHeaderAsData(_ sheet: Sheet, _ choices: [ColumnChoice]) {
    var start = bodyStart
    while start > 0, match.readsAsData(sheet.rows[start - 1], sheet.origin) { start -= 1 }
    guard start < bodyStart else { return }
    let width = sheet.rows[bodyStart - 1].cells.count
    let isAlone = start == 0 || sheet.rows[start - 1].cells.count { !$0.isEmpty } < 2
    var header =
      isAlone
      ? Sheet.Row(line: 0, cells: []) : sheet.rows[start - 1]
    header.cells += Array(repeating: "", count: max(0, width - header.cells.count))
    place = isAlone ? nil : start - 1
    bodyStart = start
    match = ColumnMatch(HeaderRow(header), kind: match.kind, choices: choices)
  }

  /// As many cells as rows may have without being torn.
  func width(in sheet: Sheet) -> Int {
    place.map { sheet.rows[$0].cells.count } ?? match.columns.count
  }

  private static func tellsWhoOrWhen(_ header: HeaderRow) -> Bool {
    header.keys.contains { key in
      ColumnField(key: key, kind: .hours).map(SheetKind.tellsWhoOrWhen.contains) ?? false
    }
  }
}
