// The working calendar of the centre: when activities are open, and when somebody sits at the desk
// and records.

import Domain

/// Office hours and closed days.
struct Office {
  let facts: Facts

  /// Whether an activity that rests in the breaks may be open.
  func isBreak(_ day: Day) -> Bool {
    facts.breaks.contains { $0.count == 2 && $0[0] <= day && day <= $0[1] }
  }

  func isHoliday(_ day: Day) -> Bool { facts.holidays.contains(day) }

  /// Monday to Friday, and not a holiday.
  func isWorkday(_ day: Day) -> Bool { day.weekday < 5 && !isHoliday(day) }

  /// Returns the `count`-th working day after `day`.
  func workday(_ count: Int, after day: Day) -> Day {
    var (next, left) = (day, count)
    while left > 0 {
      next = next.adding(1)
      if isWorkday(next) { left -= 1 }
    }
    return next
  }

  /// Returns a moment by the wall clock in Oslo.
  func moment(_ day: Day, _ hour: Int, _ minute: Int, second: Int = 0) -> Instant {
    let noon = Instant(seconds: Int(day.number) * 86_400 + 43_200)
    // Both changes of the clock are at night, so noon tells for the whole working day.
    return Instant(
      seconds: Int(day.number) * 86_400 + hour * 3_600 + minute * 60 + second - noon.osloOffset)
  }

  /// Returns some moment of a working day, always the same one for the same purpose.
  func someMoment(_ day: Day, for purpose: String) -> Instant {
    var random = SplitMix64(seed: facts.ledger.seed, for: "moment " + purpose)
    return moment(day, 8, 40, second: random.pick(0..<(6 * 3_600 + 40 * 60)))
  }
}
