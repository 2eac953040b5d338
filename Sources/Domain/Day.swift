// The calendar: a day is a number, with no time zone in it. Proleptic Gregorian, 1900 to 2999.

/// A calendar day.
package struct Day: Hashable, Comparable, Sendable {
  /// Years that a ledger may speak of.
  package static let years = 1900...2999

  /// Days since 1970-01-01.
  package let number: Int32

  package init(number: Int32) { self.number = number }

  /// Returns the day, or nil if there is no such day in the years 1900 to 2999.
  package init?(year: Int, month: Int, day: Int) {
    guard Self.years.contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysIn(month: month, of: year)
    else { return nil }
    self.init(number: Self.number(year: year, month: month, day: day))
  }

  /// Year, month 1–12 and day 1–31.
  package var parts: (year: Int, month: Int, day: Int) {
    // Days are counted from 1 March of year 0 in eras of 400 years, so that the leap day comes last.
    let shifted = Int(number) + 719_468
    let era = shifted >= 0 ? shifted / 146_097 : (shifted - 146_096) / 146_097
    let ofEra = shifted - era * 146_097
    let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * ofYear + 2) / 153
    let day = ofYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year of the day.
  package var year: Int { parts.year }

  /// 0 for Monday to 6 for Sunday.
  package var weekday: Int { ((Int(number) + 3) % 7 + 7) % 7 }

  /// `YYYY-MM-DD`.
  package var text: String {
    let (year, month, day) = parts
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// Returns the day spelled `YYYY-MM-DD`, or nil.
  package init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 45, bytes[7] == 45,
      let year = digits(bytes[0..<4]), let month = digits(bytes[5..<7]),
      let day = digits(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  package func adding(_ days: Int) -> Day { Day(number: number + Int32(days)) }

  package static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  /// Number of days in a month 1–12.
  package static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func number(year: Int, month: Int, day: Int) -> Int32 {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let ofEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + ofYear
    return Int32(era * 146_097 + ofEra - 719_468)
  }
}

/// Returns `number` with two digits: `07`.
func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

/// Returns the number spelled by ASCII digits, or nil if another byte is among them.
func digits(_ bytes: some Sequence<UInt8>) -> Int? {
  var number = 0
  for byte in bytes {
    guard byte >= 48, byte <= 57 else { return nil }
    number = number * 10 + Int(byte - 48)
  }
  return number
}
