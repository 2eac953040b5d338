import Domain

// Days, clocks, periods and moments: fixed numbers of digits, and only real ones.

extension ScanningPass {
  @inline(__always)
  mutating func day(_ given: Day?) throws(FormatError) -> Day {
    let start = cursor.position
    guard cursor.skip(UInt8(ascii: "\"")), let day = bareDay(), cursor.skip(UInt8(ascii: "\""))
    else { throw error(.day, at: start) }
    return day
  }

  mutating func clock(_ given: Clock?) throws(FormatError) -> Clock {
    let start = cursor.position
    guard cursor.skip(UInt8(ascii: "\"")), let hour = cursor.digits(2),
      cursor.skip(UInt8(ascii: ":")), let minute = cursor.digits(2),
      cursor.skip(UInt8(ascii: "\"")), let clock = Clock(hour: hour, minute: minute)
    else { throw error(.clock, at: start) }
    return clock
  }

  mutating func moment(_ given: Instant?) throws(FormatError) -> Instant {
    let start = cursor.position
    guard cursor.skip(UInt8(ascii: "\"")), let day = bareDay(), cursor.skip(UInt8(ascii: "T")),
      let hour = cursor.digits(2), cursor.skip(UInt8(ascii: ":")),
      let minute = cursor.digits(2), cursor.skip(UInt8(ascii: ":")),
      let second = cursor.digits(2), cursor.skip("Z\""),
      hour < 24, minute < 60, second < 60
    else { throw error(.moment, at: start) }
    return Instant(seconds: Int(day.number) * 86_400 + hour * 3_600 + minute * 60 + second)
  }

  @inline(__always)
  mutating func period(_ given: Period?) throws(FormatError) -> Period {
    let start = cursor.position
    guard cursor.skip(UInt8(ascii: "\"")), let period = barePeriod(),
      cursor.skip(UInt8(ascii: "\""))
    else { throw error(.period, at: start) }
    return period
  }

  @inline(__always)
  private mutating func bareDay() -> Day? {
    guard let year = cursor.digits(4), cursor.skip(UInt8(ascii: "-")),
      let month = cursor.digits(2), cursor.skip(UInt8(ascii: "-")),
      let day = cursor.digits(2)
    else { return nil }
    return Day(year: year, month: month, day: day)
  }

  private mutating func barePeriod() -> Period? {
    guard let year = cursor.digits(4) else { return nil }
    guard cursor.skip(UInt8(ascii: "-")) else { return Period(year: year) }
    guard let month = cursor.digits(2) else { return nil }
    guard cursor.skip(UInt8(ascii: "-")) else { return Period(year: year, month: month) }
    guard let day = cursor.digits(2), let first = Day(year: year, month: month, day: day) else {
      return nil
    }
    guard cursor.skip("..") else { return Period(first) }
    // A day, a month or a year written as a range would be a second spelling of it.
    guard let last = bareDay(), let period = Period(from: first, to: last), period.kind == .range
    else { return nil }
    return period
  }
}
