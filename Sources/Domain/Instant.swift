// A moment in UTC, and the day it is in Oslo. Norway follows the rule of the European Union: summer
// time from 01:00 UTC on the last Sunday of March to 01:00 UTC on the last Sunday of October
// (Directive 2000/84/EC). The rule is applied to every year, since only the years a ledger records
// in matter.

/// A moment, in whole seconds.
package struct Instant: Hashable, Comparable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

  package func adding(seconds: Int) -> Instant { Instant(seconds: self.seconds + seconds) }

  /// The UTC day.
  package var utcDay: Day { Day(number: Int32(floorDivide(seconds, 86_400))) }

  /// The day on a calendar in Oslo.
  package var osloDay: Day {
    Day(number: Int32(floorDivide(seconds + osloOffset, 86_400)))
  }

  /// The time on a wall in Oslo.
  package var osloClock: Clock {
    let local = seconds + osloOffset
    let minute = floorDivide(local, 60) - floorDivide(local, 86_400) * 1_440
    // 0 to 1 439 by construction
    return Clock(hour: minute / 60, minute: minute % 60) ?? .midnight
  }

  /// Seconds that Oslo is ahead of UTC: 3 600, or 7 200 in summer.
  package var osloOffset: Int {
    let year = utcDay.year
    let begins = Self.lastSunday(month: 3, of: year) + 3_600
    let ends = Self.lastSunday(month: 10, of: year) + 3_600
    return seconds >= begins && seconds < ends ? 7_200 : 3_600
  }

  /// A wall clock in Oslo. Of an hour that comes twice in autumn it is the first; in an hour that is
  /// left out in spring, the clock has already been moved.
  package init(on day: Day, at clock: Clock) {
    let local = Int(day.number) * 86_400 + Int(clock.minutes) * 60
    let summer = Instant(seconds: local - 7_200)
    self = summer.osloOffset == 7_200 ? summer : Instant(seconds: local - 3_600)
  }

  /// Returns the last second of `day` in Oslo, which is what a date means as "as known on".
  package static func endOfDay(_ day: Day) -> Instant {
    let midnight = (Int(day.number) + 1) * 86_400
    // Midnight in Oslo is 22:00 or 23:00 UTC; both changes happen at 01:00 UTC, hours away from it.
    let guess = Instant(seconds: midnight - 7_200)
    return Instant(seconds: midnight - guess.osloOffset - 1)
  }

  /// `YYYY-MM-DDThh:mm:ssZ`.
  package var text: String {
    let day = utcDay
    let second = seconds - Int(day.number) * 86_400
    return day.text + "T" + twoDigits(second / 3_600) + ":" + twoDigits(second / 60 % 60) + ":"
      + twoDigits(second % 60) + "Z"
  }

  /// Returns the moment spelled `YYYY-MM-DDThh:mm:ssZ`, or nil.
  package init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 20, bytes[10] == 84, bytes[13] == 58, bytes[16] == 58, bytes[19] == 90,
      let day = Day(text: text.prefix(10)), let hour = digits(bytes[11..<13]),
      let minute = digits(bytes[14..<16]), let second = digits(bytes[17..<19]),
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(seconds: Int(day.number) * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  /// Seconds since 1970 at 00:00 UTC of the last Sunday of a month with 31 days.
  private static func lastSunday(month: Int, of year: Int) -> Int {
    guard let last = Day(year: year, month: month, day: 31) else { return 0 }
    return (Int(last.number) - (last.weekday + 1) % 7) * 86_400
  }
}

extension Clock {
  static let midnight = Clock(minutesOfDay: 0)

  private init(minutesOfDay: Int16) { minutes = minutesOfDay }
}

private func floorDivide(_ number: Int, _ by: Int) -> Int {
  number >= 0 ? number / by : -((-number + by - 1) / by)
}
