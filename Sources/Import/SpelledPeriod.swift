// Periods as people write them: a day, a month, a year, or from a day to another.

package import Domain

/// A period as written: a day, `2024-03`, `3.2024`, `mars 2024`, `2024`, `1.3.2024..15.3.2024`.
package enum SpelledPeriod: Hashable, Sendable {
  case day(SpelledDay)
  case period(Period)
  case range(SpelledDay, SpelledDay)

  /// Returns the period written, or nil.
  package init?(_ text: String) {
    let words = spelledKey(text)
    if let day = SpelledDay(words) {
      self = .day(day)
    } else if let period = Period(text: words) ?? Self.month(words) {
      self = .period(period)
    } else if let (first, last) = Self.ends(words), let from = SpelledDay(first),
      let to = SpelledDay(last)
    {
      self = .range(from, to)
    } else {
      return nil
    }
  }

  /// Returns the period, or nil if its end is before its beginning or in another year.
  package func period(today: Day) -> Period? {
    switch self {
    case .day(let day): Period(day.day(today: today))
    case .period(let period): period
    case .range(let first, let last):
      Period(from: first.day(today: today), to: last.day(today: today))
    }
  }

  /// `a..b`, `a–b` or `a - b`.
  private static func ends(_ text: String) -> (String, String)? {
    for mark in ["..", "–", " - "] {
      guard let place = text.range(of: mark) else { continue }
      let first = text[..<place.lowerBound].trimmed
      let last = text[place.upperBound...].trimmed
      return (first, last)
    }
    return nil
  }

  /// `3.2024`, `03.2024`, `mars 2024`, `march 2024`.
  private static func month(_ text: String) -> Period? {
    let dotted = text.split(separator: ".", omittingEmptySubsequences: false)
    if dotted.count == 2, let month = number(dotted[0], digits: 1...2),
      let year = number(dotted[1], digits: 4...4)
    {
      return Period(year: year, month: month)
    }
    let words = text.split(separator: " ")
    guard words.count == 2, let year = number(words[1], digits: 4...4) else { return nil }
    return monthNamed(words[0]).flatMap { Period(year: year, month: $0) }
  }
}

extension StringProtocol {
  /// Without spaces at either end.
  package var trimmed: String {
    var rest = Substring(self)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }

  /// Returns where `text` first stands.
  func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) {
        return start..<(index(start, offsetBy: text.count))
      }
      formIndex(after: &start)
    }
    return nil
  }
}
