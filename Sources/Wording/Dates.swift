// Days and times as people read them. Only words are made here: whether a day exists is known by
// the calendar of the domain, which hands over year, month and day.

/// A day as three integers, to be written.
package struct DateParts: Sendable, Hashable, Comparable {
  /// The year, such as 2025.
  package let year: Int
  /// The month, 1...12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Makes a day; nothing is checked before it is written.
  package init(_ year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  /// Orders days by time.
  package static func < (a: DateParts, b: DateParts) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}

/// Writes days, months, ranges and times of day in a language.
package enum Dates {
  /// Returns the technical form, the same in every language: "2025-03-04".
  package static func iso(_ date: DateParts) -> String {
    "\(padded(date.year, 4))-\(padded(date.month, 2))-\(padded(date.day, 2))"
  }

  /// Returns the short form: "04.03.2025"; in English the ISO form, which cannot be misread.
  package static func numeric(_ date: DateParts, _ language: Language) -> String {
    guard language.isNorwegian else { return iso(date) }
    return "\(padded(date.day, 2)).\(padded(date.month, 2)).\(padded(date.year, 4))"
  }

  /// Returns the long form: "4. mars 2025", "4 March 2025".
  package static func long(_ date: DateParts, _ language: Language) -> String {
    "\(dayAndMonth(date, language)) \(date.year)"
  }

  /// Returns the long form after its weekday (0 is Monday): "tirsdag 4. mars 2025".
  package static func long(_ date: DateParts, weekday: Int, _ language: Language) -> String {
    "\(weekdayName(weekday, language)) \(long(date, language))"
  }

  /// Returns a month of a year: "mars 2024", "March 2024".
  package static func month(year: Int, month: Int, _ language: Language) -> String {
    "\(monthName(month, language)) \(year)"
  }

  /// Returns a time of day: "09.05", in English "09:05".
  package static func clock(hour: Int, minute: Int, _ language: Language) -> String {
    padded(hour, 2) + (language.isNorwegian ? "." : ":") + padded(minute, 2)
  }

  /// Returns a day and a time of day: "4. mars 2025 kl. 18.04", "4 March 2025 at 18:04".
  package static func moment(
    _ date: DateParts, hour: Int, minute: Int, _ language: Language
  ) -> String {
    let word = language.isNorwegian ? "kl." : "at"
    return "\(long(date, language)) \(word) \(clock(hour: hour, minute: minute, language))"
  }

  /// Returns a span of days that repeats no more than it must: "3.–6. juni 2024".
  ///
  /// The en dash stands without spaces in Norwegian, and in English where both sides are one word.
  ///
  /// - Precondition: `first` is not after `last`.
  package static func range(_ first: DateParts, _ last: DateParts, _ language: Language) -> String {
    precondition(first <= last, "a range runs forwards")
    if first == last { return long(first, language) }
    let end = long(last, language)
    if (first.year, first.month) == (last.year, last.month) {
      return "\(dayNumber(first, language))–\(end)"
    }
    let dash = language.isNorwegian ? "–" : " – "
    let start = first.year == last.year ? dayAndMonth(first, language) : long(first, language)
    return start + dash + end
  }

  private static func dayAndMonth(_ date: DateParts, _ language: Language) -> String {
    "\(dayNumber(date, language)) \(monthName(date.month, language))"
  }

  private static func dayNumber(_ date: DateParts, _ language: Language) -> String {
    language.isNorwegian ? "\(date.day)." : "\(date.day)"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
