// When work was done: a day, a month, a year, or from a day to another, inside one year. One period
// has one spelling: what is exactly a month or a year is spelled as one.

/// A span of whole days inside one year.
package struct Period: Hashable, Comparable, Sendable {
  package let first: Day
  package let last: Day

  package init(_ day: Day) {
    first = day
    last = day
  }

  /// Returns the period, or nil unless `first` is not after `last` and both are in one year.
  package init?(from first: Day, to last: Day) {
    guard first <= last, first.year == last.year else { return nil }
    self.first = first
    self.last = last
  }

  /// Returns the whole month, or nil if there is no such month.
  package init?(year: Int, month: Int) {
    guard let first = Day(year: year, month: month, day: 1) else { return nil }
    self.first = first
    last = first.adding(Day.daysIn(month: month, of: year) - 1)
  }

  /// Returns the whole year, or nil outside the years a ledger may speak of.
  package init?(year: Int) {
    guard let first = Day(year: year, month: 1, day: 1),
      let last = Day(year: year, month: 12, day: 31)
    else { return nil }
    self.first = first
    self.last = last
  }

  /// The year that the hours belong to.
  package var year: Int { first.year }
  /// Number of days, 1 to 366.
  package var days: Int { Int(last.number - first.number) + 1 }
  /// The day, if the period is a single one.
  package var day: Day? { first == last ? first : nil }

  package var kind: Kind {
    if first == last { return .day }
    let (from, to) = (first.parts, last.parts)
    let endsMonth = to.day == Day.daysIn(month: to.month, of: to.year)
    guard from.day == 1, endsMonth else { return .range }
    if from.month == to.month { return .month }
    return from.month == 1 && to.month == 12 ? .year : .range
  }

  package enum Kind: Sendable { case day, month, year, range }

  /// The one spelling: `2024-03-05`, `2024-03`, `2024` or `2024-03-01..2024-03-15`.
  package var text: String {
    switch kind {
    case .day: first.text
    case .month: String(first.text.prefix(7))
    case .year: "\(year)"
    case .range: first.text + ".." + last.text
    }
  }

  /// Returns the period spelled so, or nil for anything else, also for a second spelling.
  package init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    var read: Period?
    switch bytes.count {
    case 4: read = digits(bytes).flatMap { Period(year: $0) }
    case 7:
      guard bytes[4] == 45, let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7])
      else { return nil }
      read = Period(year: year, month: month)
    case 10: read = Day(text: text).map { Period($0) }
    case 22:
      guard bytes[10] == 46, bytes[11] == 46, let first = Day(text: text.prefix(10)),
        let last = Day(text: text.suffix(10))
      else { return nil }
      read = Period(from: first, to: last)
    default: return nil
    }
    // A month written as a range is the same period twice; only one of them is its spelling.
    guard let read, read.text.utf8.elementsEqual(bytes) else { return nil }
    self = read
  }

  package static func < (left: Period, right: Period) -> Bool {
    (left.first, left.last) < (right.first, right.last)
  }
}
