// The rows below a header: which are data, which are sums and remarks.

import Domain
import Wording

/// Reads the rows of a sheet whose header is known.
struct SheetBody {
  private let body: [Sheet.Row]
  /// Cells of the header row.
  private let width: Int
  private let match: ColumnMatch
  private let places: [ColumnField: Int]
  private let isDelimited: Bool

  private(set) var rows = SheetRows.none
  private(set) var faults: [CellFault] = []
  private(set) var sums: [SumCheck] = []
  private(set) var trailingTexts: [TrailingText] = []

  private var hours: [HoursRow] = []
  private var signups: [SignupRow] = []
  private var persons: [PersonRow] = []
  private var activities: [ActivityRow] = []
  private var shifts: [ShiftRow] = []
  private var table = PrintedTable(rows: [])
  private var totals = SheetTotals()
  /// Some row may be a sum row, so that sums are worth computing.
  private var isSummed = false

  init(_ sheet: Sheet, _ header: SheetHeader) {
    self.init(
      Array(sheet.rows.dropFirst(header.bodyStart)), header.match, width: header.width(in: sheet),
      sheet.origin)
  }

  init(_ body: [Sheet.Row], _ match: ColumnMatch, width: Int, _ origin: Sheet.Origin) {
    self.width = width
    self.body = body
    self.match = match
    places = match.places
    if case .delimited = origin { isDelimited = true } else { isDelimited = false }
  }

  /// Whether some row was read.
  var hasData: Bool {
    switch rows {
    case .none: false
    case .hours(let rows): !rows.isEmpty
    case .signups(let rows): !rows.isEmpty
    case .persons(let rows): !rows.isEmpty
    case .activities(let rows): !rows.isEmpty
    case .shifts(let rows): !rows.isEmpty
    case .table(let table): !table.rows.isEmpty
    }
  }

  mutating func read() {
    let kinds = body.map(lineKind)
    let lastData = kinds.lastIndex(of: .data) ?? -1
    let lastSum = kinds.lastIndex(of: .sum)
    isSummed = kinds.contains { $0 == .sum || $0 == .numbers }
    for (index, row) in body.enumerated() {
      let isAfterSum = lastSum.map { index > $0 } ?? false
      switch kinds[index] {
      case .sum: compare(row)
      case .numbers where index > lastData: compare(row)
      case .text(let text) where isRemark(text, isAfterSum: isAfterSum, isLast: index > lastData):
        trailingTexts.append(TrailingText(line: row.line, text: text))
        if let divisor = PrintedTable.divisor(in: text) { table.divisor = divisor }
      case .text(let text) where wordCount(text) >= Self.remarkWordsMin:
        faults.append(CellFault(line: row.line, text: text, expected: .noText))
      case .data, .text, .numbers: readData(row, isAfterSum: isAfterSum)
      }
    }
    rows = collected
  }

  // MARK: - What a row is

  private enum LineKind: Equatable {
    case data
    case sum
    /// Only amounts: a sum row without its word, if nothing follows.
    case numbers
    /// One cell of text, where a row needs more.
    case text(String)
  }

  /// So many words make a remark; fewer may be a row that somebody has not filled in.
  private static let remarkWordsMin = 4

  private static let sumWords: Set<String> = [
    "sum", "sum timer", "sum timar", "totalt", "total", "totalsum", "total sum", "sum totalt",
    "i alt", "ialt", "til sammen", "tilsammen", "til saman", "samlet", "samla", "sum i alt",
    "delsum", "subtotal", "totals", "in all", "sum total", "grand total",
  ]

  private func lineKind(_ row: Sheet.Row) -> LineKind {
    let filled = row.cells.indices.filter { !row.cells[$0].isEmpty }
    guard let first = filled.first else { return .data }
    if hasSums {
      if filled.dropFirst().allSatisfy({ beginsWithDigit(row.cells[$0]) }),
        Self.sumWords.contains(headerKey(row.cells[first]))
      {
        return .sum
      }
      let summed = Set(SheetTotals.fields.compactMap { places[$0] })
      if filled.allSatisfy({ summed.contains($0) && beginsWithDigit(row.cells[$0]) }) {
        return .numbers
      }
    }
    if filled.count == 1, match.kind.needs.count > 1 { return .text(row.cells[first]) }
    return .data
  }

  private var hasSums: Bool { match.kind == .hours || match.kind == .table }

  private func beginsWithDigit(_ text: String) -> Bool {
    text.utf8.first.map { (48...57).contains($0) } ?? false
  }

  /// A text below the rows. In a printed table a remark may stand above rows that are left out of
  /// the sum.
  private func isRemark(_ text: String, isAfterSum: Bool, isLast: Bool) -> Bool {
    if isAfterSum, isLast || match.kind == .table { return true }
    return isLast && wordCount(text) >= Self.remarkWordsMin
  }

  private func wordCount(_ text: String) -> Int { text.split(whereSeparator: \.isWhitespace).count }

  // MARK: - Sums

  private mutating func compare(_ row: Sheet.Row) {
    var cells = RowCells(row, match.columns, places)
    for field in SheetTotals.fields {
      let printed = field == .hours ? cells.amount(field) : cells.count(field)
      guard let printed else { continue }
      sums.append(
        SumCheck(
          line: row.line, field: field, printed: printed,
          computed: totals.computed(field, printed: printed)))
    }
    faults += cells.faults
    totals.endBlock()
  }

  // MARK: - Data

  private mutating func readData(_ row: Sheet.Row, isAfterSum: Bool) {
    if isAfterSum, match.kind != .table {
      let text = row.cells.filter { !$0.isEmpty }.joined(separator: " | ")
      faults.append(CellFault(line: row.line, text: text, expected: .beforeSum))
      return
    }
    var cells = RowCells(row, match.columns, places)
    switch match.kind {
    case .hours: hours.append(cells.hoursRow())
    case .signups: signups.append(cells.signupRow())
    case .persons: persons.append(cells.personRow())
    case .activities: activities.append(cells.activityRow())
    case .shifts: shifts.append(cells.shiftRow())
    case .table:
      let read = cells.tableRow()
      if isAfterSum { table.outside.append(read) } else { table.rows.append(read) }
    }
    faults += cells.faults
    refuseCellsBeyondHeader(row)
    if isSummed, !isAfterSum { totals.add(row, places) }
  }

  /// A delimited row that is wider than its header was most likely torn by a separator inside a cell.
  private mutating func refuseCellsBeyondHeader(_ row: Sheet.Row) {
    guard isDelimited else { return }
    for place in row.cells.indices.dropFirst(width) where !row.cells[place].isEmpty {
      faults.append(
        CellFault(
          line: row.line, column: columnLetters(place), text: row.cells[place], expected: .nothing))
    }
  }

  private var collected: SheetRows {
    switch match.kind {
    case .hours: .hours(hours)
    case .signups: .signups(signups)
    case .persons: .persons(persons)
    case .activities: .activities(activities)
    case .shifts: .shifts(shifts)
    case .table: .table(table)
    }
  }
}

extension Array {
  /// Appends the element if there is one.
  fileprivate mutating func append(_ element: Element?) {
    if let element { append(element) as Void }
  }
}

/// Running sums of the columns that a sum row sums, since the beginning and since the last sum row.
struct SheetTotals {
  static let fields: [ColumnField] = [.headcount, .hours, .minutes]

  private var all: [ColumnField: Int] = [:]
  private var block: [ColumnField: Int] = [:]

  mutating func add(_ row: Sheet.Row, _ places: [ColumnField: Int]) {
    for field in Self.fields {
      guard let place = places[field] else { continue }
      let text = row[column: place]
      guard let value = field == .hours ? minutesSpelled(text) : countSpelled(text) else {
        continue
      }
      all[field, default: 0] += value
      block[field, default: 0] += value
    }
  }

  /// The sum of the block where that agrees, else of all rows so far.
  func computed(_ field: ColumnField, printed: Int) -> Int {
    block[field, default: 0] == printed ? printed : all[field, default: 0]
  }

  mutating func endBlock() { block = [:] }
}
