// Days as people write them. What is relative stays relative until somebody says what day it is, so
// that reading words needs no clock.

package import Domain

/// A day as written: `2024-11-01`, `1.11.2024`, `1.11.24`, `1. november 2024`, `i går`, `yesterday`.
package enum SpelledDay: Hashable, Sendable {
  case day(Day)
  /// Days from today: `today`, `igår`, `imorgen`.
  case daysFromToday(Int)

  /// Returns the day written, or nil.
  package init?(_ text: String) {
    let words = spelledKey(text)
    if let relative = Self.relative[words] {
      self = .daysFromToday(relative)
    } else if let day = Day(text: words) ?? Self.dotted(words) ?? Day(named: words) {
      self = .day(day)
    } else {
      return nil
    }
  }

  package func day(today: Day) -> Day {
    switch self {
    case .day(let day): day
    case .daysFromToday(let days): today.adding(days)
    }
  }

  private static let relative = [
    "imorgen": 1, "i morgen": 1, "tomorrow": 1, "idag": 0, "i dag": 0, "today": 0, "igår": -1,
    "i går": -1, "yesterday": -1,
    "iforgårs": -2, "i forgårs": -2, "i førgår": -2, "iførgår": -2,
  ]

  /// `d.m.yyyy` and `d.m.yy`, where two digits mean 2000 to 2099.
  private static func dotted(_ text: String) -> Day? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let day = number(parts[0], digits: 1...2),
      let month = number(parts[1], digits: 1...2)
    else { return nil }
    if let year = number(parts[2], digits: 4...4) { return Day(year: year, month: month, day: day) }
    guard let year = number(parts[2], digits: 2...2) else { return nil }
    return Day(year: 2_000 + year, month: month, day: day)
  }
}

/// Returns the number spelled by so many digits, or nil.
func number(_ text: some StringProtocol, digits: ClosedRange<Int>) -> Int? {
  guard digits.contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }) else {
    return nil
  }
  return Int(text)
}
