// Amounts of work as people write them, and spans of time. Everything ends as whole minutes.

package import Domain

/// Minutes as written in hours: `3,5`, `3.5`, `2:30`, `2t 30m`, `3,5 t`, `90 min`, `1 694`.
package struct SpelledAmount: Hashable, Sendable {
  /// Whole minutes, rounded to the nearest: 0,33 hours are 20 minutes.
  package let minutes: Int

  /// Largest amount: a thousand persons for a year, so that arithmetic never overflows.
  static let hoursMax = 10_000_000

  /// Returns the amount written, or nil. A bare number is hours.
  package init?(hours text: String) {
    let words = spelledKeyWithoutSpaces(text)
    guard let minutes = Self.colon(words) ?? Self.units(words) ?? Self.decimal(words) else {
      return nil
    }
    self.minutes = minutes
  }

  /// `2:30`.
  private static func colon(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let hours = number(parts[0], digits: 1...7),
      let minutes = number(parts[1], digits: 2...2), minutes < 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// `2t30m`, `3,5t`, `90min`, `2timer`, `2h`.
  private static func units(_ text: String) -> Int? {
    var rest = Substring(text)
    var total = 0
    var any = false
    for (units, scale) in [
      (["timer", "timar", "time", "hours", "hour", "t", "h"], 60),
      (["minutter", "minutt", "minutes", "min", "m"], 1),
    ] {
      let figure = rest.prefix { $0.isNumber || $0 == "," || $0 == "." }
      let after = rest.dropFirst(figure.count)
      guard !figure.isEmpty, let unit = units.first(where: { after.hasPrefix($0) }),
        let amount = decimal(String(figure), scale: scale)
      else { continue }
      total += amount
      any = true
      rest = after.dropFirst(unit.count)
    }
    return any && rest.isEmpty ? total : nil
  }

  /// Returns a decimal number times `scale`, rounded to the nearest whole.
  private static func decimal(_ text: String, scale: Int = 60) -> Int? {
    let comma = text.contains(",")
    let parts = text.split(separator: comma ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = number(parts[0], digits: 1...8),
      whole <= hoursMax
    else { return nil }
    guard parts.count == 2 else { return whole * scale }
    guard let fraction = number(parts[1], digits: 1...6), comma || !isAmbiguous(parts[1]) else {
      return nil
    }
    let power = parts[1].reduce(1) { power, _ in power * 10 }
    return whole * scale + (fraction * scale * 2 + power) / (power * 2)
  }
}

/// "3.30" may be half past three or three hours and eighteen minutes, and "1.000" a thousand or one: it
/// is asked again rather than guessed. Quarters are the same either way people count.
private func isAmbiguous(_ decimals: Substring) -> Bool {
  decimals.count == 3 || decimals.count == 2 && !["00", "25", "75"].contains(decimals)
}

/// From a time of day to another, or a start alone: `18-20`, `18.00–20.30`, `22-02`, `18:00`.
package struct SpelledSpan: Hashable, Sendable {
  package let start: Clock
  package let end: Clock?

  /// Returns the span written, or nil.
  package init?(_ text: String) {
    let words = spelledKeyWithoutSpaces(text)
    let parts = words.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    guard (1...2).contains(parts.count), let start = Self.clock(parts[0]) else { return nil }
    self.start = start
    if parts.count == 2 {
      // From a time to the same time is a slip, not a whole day.
      guard let end = Self.clock(parts[1]), end != start else { return nil }
      self.end = end
    } else {
      end = nil
    }
  }

  /// From start to end in minutes, over midnight if the end is not after the start.
  package var minutes: Int? {
    guard let end else { return nil }
    let span = Int(end.minutes) - Int(start.minutes)
    return span > 0 ? span : span + 1_440
  }

  /// `18`, `18.30`, `18:30`, `9`; `24` and `24.00` are midnight.
  private static func clock(_ text: Substring) -> Clock? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard (1...2).contains(parts.count), let hour = number(parts[0], digits: 1...2) else {
      return nil
    }
    var minute = 0
    if parts.count == 2 {
      guard let read = number(parts[1], digits: 2...2) else { return nil }
      minute = read
    }
    return Clock(hour: hour == 24 && minute == 0 ? 0 : hour, minute: minute)
  }
}
