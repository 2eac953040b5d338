// When a row says that something was: a cell with a day or a period, or columns for first and last
// day, month and year.

import Domain

/// A day that is written out, and the time of day if the cell has one.
struct CellMoment {
  let day: Day
  let time: Clock?

  /// Reads `5.3.2024`, `2024-03-05 18:00`, `05.03.2024 18.00.00`, `5. mars 2024`. What depends on
  /// today, as "i går" does, means nothing in a file.
  init?(_ text: String) {
    if case .day(let day) = SpelledDay(text) {
      self.init(day, nil)
      return
    }
    let parts = spelledKey(text).split(separator: " ")
    guard parts.count == 2, case .day(let day) = SpelledDay(String(parts[0])) else { return nil }
    let digits = parts[1].split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
    guard (2...3).contains(digits.count), let hour = number(digits[0], digits: 1...2),
      let minute = number(digits[1], digits: 2...2), let time = Clock(hour: hour, minute: minute),
      digits.count == 2 || number(digits[2], digits: 2...2).map({ $0 < 60 }) == true
    else { return nil }
    // Midnight is how programs write a day without a time.
    self.init(day, time.minutes == 0 ? nil : time)
  }

  private init(_ day: Day, _ time: Clock?) {
    self.day = day
    self.time = time
  }
}

extension RowCells {
  /// The day of a cell that must hold one.
  mutating func requiredDay(_ field: ColumnField) -> CellMoment? {
    require(field, .day, CellMoment.init)
  }

  /// The day or period of the row, from whichever columns say it.
  ///
  /// Where a period and a month or year stand side by side, they must agree.
  mutating func period() -> (period: Period, time: Clock?)? {
    guard let found = statedPeriod() else { return nil }
    agreesWithMonthAndYear(found.period)
    return found
  }

  private mutating func statedPeriod() -> (period: Period, time: Clock?)? {
    if !self[.on].isEmpty { return read(.on, .period, periodSpelled) }
    if !self[.firstDay].isEmpty || !self[.lastDay].isEmpty { return range().map { ($0, nil) } }
    if !self[.month].isEmpty || !self[.year].isEmpty { return monthOrYear().map { ($0, nil) } }
    expect(.value, [.on, .firstDay, .month, .year].first(where: has))
    return nil
  }

  private func periodSpelled(_ text: String) -> (period: Period, time: Clock?)? {
    if let moment = CellMoment(text) { return (Period(moment.day), moment.time) }
    switch SpelledPeriod(text) {
    case .period(let period): return (period, nil)
    case .range(.day(let first), .day(let last)):
      return Period(from: first, to: last).map { ($0, nil) }
    default: return nil
    }
  }

  private mutating func range() -> Period? {
    let first = requiredDay(.firstDay)
    let last = requiredDay(.lastDay)
    guard let first, let last else { return nil }
    guard let period = Period(from: first.day, to: last.day) else {
      expect(.sameYear, .lastDay)
      return nil
    }
    return period
  }

  private mutating func monthOrYear() -> Period? {
    let before = faults.count
    let year = read(.year, .year, yearSpelled)
    if self[.month].isEmpty { return year.flatMap { Period(year: $0) } }
    // "mars 2024" and "2024-03" say the year themselves.
    if case .period(let period) = SpelledPeriod(self[.month]), period.kind == .month {
      return period
    }
    guard let month = read(.month, .month, monthSpelled), faults.count == before else { return nil }
    guard let year, let period = Period(year: year, month: month) else {
      expect(has(.year) ? .value : .month, has(.year) ? .year : .month)
      return nil
    }
    return period
  }

  private mutating func agreesWithMonthAndYear(_ period: Period) {
    if let year = read(.year, .year, yearSpelled), year != period.year {
      expect(.sameAs(has(.on) ? .on : .month), .year)
    }
    guard !self[.on].isEmpty || !self[.firstDay].isEmpty, !self[.month].isEmpty else { return }
    let months = period.first.parts.month...period.last.parts.month
    if case .period(let month) = SpelledPeriod(self[.month]), month.kind == .month {
      if month.first > period.first || month.last < period.last { expect(.sameAs(.on), .month) }
    } else if let month = read(.month, .month, monthSpelled), months != month...month {
      expect(.sameAs(.on), .month)
    }
  }
}

/// A year with four digits.
private func yearSpelled(_ text: String) -> Int? {
  number(text, digits: 4...4).flatMap { Day.years.contains($0) ? $0 : nil }
}

/// 1 to 12, or the name of a month or its first three letters.
private func monthSpelled(_ text: String) -> Int? {
  number(text, digits: 1...2).flatMap { (1...12).contains($0) ? $0 : nil } ?? monthNamed(text)
}
