// From a header row to columns. Known words first; then, in long headers, one known word inside; what
// somebody chose goes before both. Nothing is guessed: a near miss is told, never taken.

import Domain
import Wording

/// A row that may be a header, and the keys of its cells.
struct HeaderRow {
  let cells: [String]
  let keys: [String]

  init(_ row: Sheet.Row) {
    cells = row.cells
    keys = row.cells.map(headerKey)
  }
}

/// The columns of a sheet under the assumption that it is of a kind.
struct ColumnMatch {
  let kind: SheetKind
  /// One for each cell of the header row.
  private(set) var columns: [SheetColumn]
  private let keys: [String]
  private var unclear: [HeaderFault] = []

  init(_ header: HeaderRow, kind: SheetKind, choices: [ColumnChoice]) {
    self.kind = kind
    keys = header.keys
    columns = header.cells.enumerated().map {
      SheetColumn(letters: columnLetters($0.offset), header: $0.element)
    }
    choose(choices, header)
    let chosen = Set(columns.compactMap(\.field))
    for place in columns.indices where columns[place].how == .ignored {
      guard let field = ColumnField(key: keys[place], kind: kind),
        !chosen.contains(field)
      else { continue }
      columns[place].field = field
      columns[place].how = .word
    }
    takeContained()
    if kind == .table { takeFirstAsActivity() }
  }

  /// Why the columns cannot be read so, all of it.
  var faults: [HeaderFault] {
    var faults = unclear
    for field in kind.fields {
      let claims = columns.filter { $0.field == field }
      if claims.count > 1 { faults.append(.twoColumns(field, claims)) }
    }
    return faults + unmet.map { .missing($0, nearMisses: nearMisses(Set($0.joined()))) }
  }

  /// How many columns are understood.
  var count: Int { columns.count { $0.field != nil } }
  /// The same, where a header that is a known word says more than one in which a word stands, and a
  /// column that was chosen says nothing unless there is a header.
  var weight: Int {
    columns.reduce(0) { sum, column in
      guard column.field != nil, !column.header.isEmpty else { return sum }
      return sum + (column.how == .contained ? 1 : 3)
    }
  }

  /// Whether somebody chose every column that is read.
  var isChosen: Bool { columns.allSatisfy { $0.field == nil || $0.how == .chosen } }

  /// Whether a row is one of data: it reads without faults, and something in it is no mere text, which
  /// a header is too.
  func readsAsData(_ row: Sheet.Row, _ origin: Sheet.Origin) -> Bool {
    let isTyped = columns.enumerated().contains { place, column in
      guard let field = column.field, !ColumnField.plainTexts.contains(field) else { return false }
      return row[column: place].contains(where: \.isNumber)
    }
    guard isTyped else { return false }
    var body = SheetBody([row], self, width: row.cells.count, origin)
    body.read()
    return body.faults.isEmpty && body.hasData
  }

  /// Where each field is, once there are no faults.
  var places: [ColumnField: Int] {
    var places: [ColumnField: Int] = [:]
    for (place, column) in columns.enumerated() {
      if let field = column.field { places[field] = place }
    }
    return places
  }

  /// The needs that no column meets.
  var unmet: [[[ColumnField]]] {
    let fields = Set(columns.compactMap(\.field))
    return kind.needs.filter { ways in !ways.contains { fields.isSuperset(of: $0) } }
  }

  private mutating func choose(_ choices: [ColumnChoice], _ header: HeaderRow) {
    for choice in choices {
      guard let place = choice.place(in: header) else {
        unclear.append(.unknownChoice(choice))
        continue
      }
      if let field = choice.field, !kind.fields.contains(field) {
        unclear.append(.uselessChoice(choice))
        continue
      }
      columns[place].field = choice.field
      columns[place].how = .chosen
    }
  }

  /// Takes questions such as "Hvilken aktivitet gjelder det?" for what they ask, if it is one thing
  /// and no other column says it outright.
  private mutating func takeContained() {
    let known = Set(columns.compactMap(\.field))
    for place in columns.indices where columns[place].how == .ignored {
      let key = keys[place]
      guard columns[place].header.hasSuffix("?") || key.split(separator: " ").count >= 4 else {
        continue
      }
      let fields = ColumnField.named(inside: key, kind: kind).filter { !known.contains($0) }
      if fields.count > 1 {
        unclear.append(.unclearHeader(columns[place], fields))
      } else if let field = fields.first {
        columns[place].field = field
        columns[place].how = .contained
      }
    }
  }

  /// The first column of a printed table names the activities, whatever stands above it.
  private mutating func takeFirstAsActivity() {
    let fields = Set(columns.compactMap(\.field))
    guard let first = columns.first, first.how == .ignored, fields.contains(.headcount),
      fields.contains(.hours) || fields.contains(.minutes), !fields.contains(.activity),
      ColumnField(key: keys[0], kind: .hours) == nil
    else { return }
    columns[0].field = .activity
    columns[0].how = .place
  }

  private func nearMisses(_ fields: Set<ColumnField>) -> [NearMiss] {
    zip(columns, keys).filter { $0.0.how == .ignored }.compactMap { column, key in
      for field in kind.fields where fields.contains(field) {
        let near = ColumnField.keyedHeaders[field]?.first { isNear(key, $0.key) }
        if let near { return NearMiss(column: column, field: field, word: near.header) }
      }
      return nil
    }
  }
}

/// Whether two words differ by a slip or two: at most a quarter of the longer one is changed, left
/// out, put in or swapped with its neighbour.
func isNear(_ first: String, _ second: String) -> Bool {
  guard first.utf8.count <= 100 else { return false }
  let (first, second) = (Array(first), Array(second))
  let longest = max(first.count, second.count)
  let most = max(1, longest / 4)
  guard longest >= 4, abs(first.count - second.count) <= most else { return false }
  return editDistance(first, second) <= most
}

/// The number of changes from one word to the other, a swap of neighbours counted once.
private func editDistance(_ first: [Character], _ second: [Character]) -> Int {
  if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
  var older: [Int] = []
  var previous = Array(0...second.count)
  for (i, a) in first.enumerated() {
    var current = [i + 1]
    for (j, b) in second.enumerated() {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a == b ? 0 : 1))
      if i > 0, j > 0, a == second[j - 1], first[i - 1] == b { cost = min(cost, older[j - 1] + 1) }
      current.append(cost)
    }
    (older, previous) = (previous, current)
  }
  return previous[second.count]
}
