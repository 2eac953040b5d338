// Which of the rows that equal nothing is which entry, changed. A pair agrees in all that its class
// keeps, and the classes are asked in their order:
//
// 1. same person or group, activity and period; minutes, start, voucher or how it is known differ
// 2. same person or group, activity and minutes, another period of the same year that begins at most
//    three days from it: the same row of next month is another row
// 3. same person or group, period and minutes, another activity
// 4. same activity, period and minutes, another person or group
//
// Each class is asked of what was imported, and then of what the entry says now. Several rows and
// entries that agree are put in order, of minutes in class 1, of days in class 2, and paired in that
// order. Where one side has more, classes 1 and 2 leave out those that lie farther off, since they can
// be measured; classes 3 and 4 pair nobody, since one activity is no nearer than another.

import Domain

/// An entry that stands, and whose row was not found.
struct LiveRow {
  let entry: EntryID
  let imported: HourEntry
  let now: HourEntry

  /// Returns nil for an entry that was taken back.
  init?(_ known: KnownRow) {
    guard let now = known.now else { return nil }
    (entry, imported, self.now) = (known.entry, known.imported, now)
  }
}

/// Rows paired with entries that they once were, each used once.
struct ComparisonPairing {
  /// For each row the index of its entry, or nil for a row that is new.
  private(set) var leftOfRow: [Int?]

  init(_ rows: [FileRow], _ left: [LiveRow]) {
    leftOfRow = [Int?](repeating: nil, count: rows.count)
    guard !rows.isEmpty, !left.isEmpty else { return }
    var isFree = [Bool](repeating: true, count: left.count)
    for kind in PairClass.allCases {
      for side in [\LiveRow.imported, \LiveRow.now] {
        for group in groups(kind, side, rows, left, isFree) {
          for (row, entry) in kind.pairs(group.rows, group.entries) {
            leftOfRow[row] = entry
            isFree[entry] = false
          }
        }
      }
    }
  }

  /// Returns open rows and free entries that agree. No row and no entry is in two groups, so the order
  /// of the groups decides nothing.
  private func groups(
    _ kind: PairClass, _ side: KeyPath<LiveRow, HourEntry>, _ rows: [FileRow], _ left: [LiveRow],
    _ isFree: [Bool]
  ) -> [PairGroup] {
    var groups: [PairKey: PairGroup] = [:]
    for (index, entry) in left.enumerated() where isFree[index] {
      // An untouched entry has been asked already.
      if side == \.now, entry.now == entry.imported { continue }
      let content = entry[keyPath: side]
      groups[kind.key(content), default: PairGroup()].entries.append(Place(content, index))
    }
    if groups.isEmpty { return [] }
    for (index, row) in rows.enumerated() where leftOfRow[index] == nil {
      groups[kind.key(row.content)]?.rows.append(Place(row.content, index))
    }
    return groups.values.filter { !$0.rows.isEmpty }
  }
}

/// Something to be paired: its content and where it stands.
private typealias Place = (content: HourEntry, index: Int)

/// Rows and entries of one key, as they stand.
private struct PairGroup {
  var rows: [Place] = []
  var entries: [Place] = []
}

/// What a row and an entry have in common; nil for what may differ.
private struct PairKey: Hashable {
  var activity: ActivityCode?
  var on: Period?
  var year: Int?
  var who: HourEntry.Who?
  var minutes: Int?
}

/// How much a row and an entry must have in common.
private enum PairClass: CaseIterable {
  case amount, period, activity, person

  /// What must be equal.
  func key(_ content: HourEntry) -> PairKey {
    switch self {
    case .amount: PairKey(activity: content.activity, on: content.on, who: content.who)
    case .period:
      PairKey(
        activity: content.activity, year: content.on.year, who: content.who,
        minutes: content.minutes)
    case .activity: PairKey(on: content.on, who: content.who, minutes: content.minutes)
    case .person: PairKey(activity: content.activity, on: content.on, minutes: content.minutes)
    }
  }

  /// What is measured between two contents, or nil where nothing can be.
  private func measure(_ content: HourEntry) -> Int? {
    switch self {
    case .amount: content.minutes
    case .period: Int(content.on.first.number)
    case .activity, .person: nil
    }
  }

  /// The most that the measures of a pair may lie apart.
  private var reach: Int {
    switch self {
    case .period: 3
    case .amount, .activity, .person: .max
    }
  }

  /// Returns pairs of rows and entries that agree.
  func pairs(_ rows: [Place], _ entries: [Place]) -> [(row: Int, entry: Int)] {
    let (rows, entries) = (rows.sorted(by: isBefore), entries.sorted(by: isBefore))
    guard reach < .max else { return pairsInOrder(rows, entries) }
    // What lies on two sides of a gap wider than the reach has nothing to do with each other.
    let measures = (rows + entries).compactMap { measure($0.content) }.sorted()
    var starts: [Int] = []
    for (place, measure) in measures.enumerated()
    where place == 0 || measure - measures[place - 1] > reach { starts.append(measure) }
    var found: [(row: Int, entry: Int)] = []
    var (rowsLeft, entriesLeft) = (rows[...], entries[...])
    for end in starts.dropFirst() + [.max] {
      let isInside = { (place: Place) in (measure(place.content) ?? .max) < end }
      let inside = (
        rows: rowsLeft.prefix(while: isInside), entries: entriesLeft.prefix(while: isInside)
      )
      rowsLeft = rowsLeft.dropFirst(inside.rows.count)
      entriesLeft = entriesLeft.dropFirst(inside.entries.count)
      if inside.rows.isEmpty || inside.entries.isEmpty { continue }
      found += pairsInOrder(Array(inside.rows), Array(inside.entries))
    }
    return found
  }

  private func pairsInOrder(_ rows: [Place], _ entries: [Place]) -> [(row: Int, entry: Int)] {
    let pairs: [(row: Place, entry: Place)] =
      rows.count <= entries.count
      ? near(rows, entries).map { ($0, $1) } : near(entries, rows).map { ($1, $0) }
    return pairs.filter { isWithinReach($0.row, $0.entry) }.map { ($0.row.index, $0.entry.index) }
  }

  private func isWithinReach(_ row: Place, _ entry: Place) -> Bool {
    guard let first = measure(row.content), let second = measure(entry.content) else { return true }
    return abs(first - second) <= reach
  }

  /// Returns for each of the fewer the nearest of the more that leaves enough for those that follow.
  private func near(_ fewer: [Place], _ more: [Place]) -> [(Place, Place)] {
    if fewer.count == more.count { return Array(zip(fewer, more)) }
    var next = 0
    var pairs: [(Place, Place)] = []
    for (index, place) in fewer.enumerated() {
      guard let goal = measure(place.content) else { return [] }
      let limit = more.count - fewer.count + index
      func distance(_ index: Int) -> Int {
        measure(more[index].content).map { abs($0 - goal) } ?? .max
      }
      // They stand in order, so the distance falls and then grows.
      while next < limit, distance(next + 1) <= distance(next) { next += 1 }
      pairs.append((place, more[next]))
      next += 1
    }
    return pairs
  }
}

/// Orders by content, and equal contents as they stand.
private func isBefore(_ left: Place, _ right: Place) -> Bool {
  left.content == right.content
    ? left.index < right.index : left.content.isBefore(right.content)
}

extension HourEntry {
  /// An order of all contents. In classes 1 and 2 it is that of the measure: the period comes first,
  /// and minutes right after the activity, which is one there.
  fileprivate func isBefore(_ other: HourEntry) -> Bool {
    if on != other.on { return on < other.on }
    if activity != other.activity { return activity < other.activity }
    if minutes != other.minutes { return minutes < other.minutes }
    if who != other.who { return who.order < other.who.order }
    return rest < other.rest
  }

  private var rest: (String, Int16, Int, Int, String) {
    (known.rawValue, start?.minutes ?? -1, shift?.seq ?? 0, voucher == nil ? 0 : 1, voucher ?? "")
  }
}

extension HourEntry.Who {
  /// Persons by id, then groups by size.
  fileprivate var order: (Int, Int) { (person?.seq ?? .max, heads) }
}
