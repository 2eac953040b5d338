// When: every spelling of `SpelledPeriod`, and those that need several words or no year.

import Domain
import Wording

/// When it was, and how that was said.
struct NaturalEntryWhen {
  var period: Period
  /// The weekday alone was said: another word may say the day.
  var weekday: Int?
  var assumed: NaturalEntry.Assumption?
}

extension NaturalEntryReader {
  /// A day, month or year; "den" and "on" may stand before it.
  func when(at place: Int) throws(NaturalEntry.Fault) -> (NaturalEntryWhen, count: Int)? {
    if Self.dayWords.contains(tokens[place].key), place + 1 < tokens.count,
      !tokens[place + 1].isApart, let (when, count) = try bare(at: place + 1)
    {
      return (when, count + 1)
    }
    return try bare(at: place)
  }

  private func bare(at place: Int) throws(NaturalEntry.Fault) -> (NaturalEntryWhen, count: Int)? {
    if let weekday = Self.weekdays[tokens[place].key] {
      let back = (today.weekday - weekday + 7) % 7
      let day = today.adding(-back)
      return (NaturalEntryWhen(period: Period(day), weekday: weekday, assumed: .weekday), 1)
    }
    if let found = try withMonthName(at: place) { return found }
    let run = run(at: place, atMost: 3)
    let texts = dashed(run)
    for count in stride(from: run.count, to: 0, by: -1) {
      guard let spelled = SpelledPeriod(texts[..<count].joined(separator: " ")) else { continue }
      guard let period = spelled.period(today: today) else {
        throw .noSuchDay(word(at: place, count))
      }
      return (NaturalEntryWhen(period: period), count)
    }
    return try withoutYear(at: place)
  }

  /// `5. mars 2024`, `5 March`, `17. mai`.
  private func withMonthName(
    at place: Int
  ) throws(NaturalEntry.Fault) -> (NaturalEntryWhen, count: Int)? {
    let run = run(at: place, atMost: 3)
    let first = tokens[place].text
    guard run.count >= 2,
      let day = number(first.hasSuffix(".") ? String(first.dropLast()) : first, digits: 1...2),
      let month = monthNamed(tokens[place + 1].key)
    else { return nil }
    if run.count == 3, let year = number(tokens[place + 2].text, digits: 4...4) {
      guard let read = Day(year: year, month: month, day: day) else {
        throw .noSuchDay(word(at: place, 3))
      }
      return (NaturalEntryWhen(period: Period(read)), 3)
    }
    return (try last(day, month, word(at: place, 2)), 2)
  }

  /// `5.3.`; without the last dot it may be hours.
  private func withoutYear(
    at place: Int
  ) throws(NaturalEntry.Fault) -> (NaturalEntryWhen, count: Int)? {
    let parts = tokens[place].text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].isEmpty, let day = number(parts[0], digits: 1...2),
      let month = number(parts[1], digits: 1...2)
    else { return nil }
    return (try last(day, month, tokens[place].word), 1)
  }

  /// The last such day that is not after today. Within eight years there is a 29 February, but around
  /// a century that is no leap year.
  private func last(
    _ day: Int, _ month: Int, _ word: NaturalEntry.Word
  ) throws(NaturalEntry.Fault) -> NaturalEntryWhen {
    for year in stride(from: today.year, through: today.year - 8, by: -1) {
      if let read = Day(year: year, month: month, day: day), read <= today {
        return NaturalEntryWhen(period: Period(read), assumed: .year)
      }
    }
    throw .noSuchDay(word)
  }

  /// Three numbers with dots or dashes: meant as a day.
  func looksLikeDay(_ text: String) -> Bool {
    [".", "-"].contains { mark in
      let parts = text.split(separator: mark, omittingEmptySubsequences: false)
      return parts.count == 3 && parts.allSatisfy { number($0, digits: 1...4) != nil }
    }
  }

  private static let dayWords: Set = ["den", "on"]

  /// From 0 for Monday; "sundag" is as good nynorsk as "søndag".
  private static let weekdays: [String: Int] = {
    var numbers = ["sundag": 6]
    for language in Language.allCases {
      for (number, name) in Dates.weekdayNames(language).enumerated() {
        numbers[searchKey(name)] = number
      }
    }
    return numbers
  }()
}
