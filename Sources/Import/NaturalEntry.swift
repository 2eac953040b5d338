// Work that was done, in the words people say it with:
//
//     sprakkafe igår 18-20 Kari, Ola +3
//     "Språkkafé Nymoen" i går 18-20 Kari og Ola
//     strikking 5. mars 2024 kl 18.30-20 p12,p13
//     hagearbeid 14.5.2024 3t +68 hver
//
// The activity comes first. Then stand, in any order, when it was (a day, a month, a year), how long
// (from–to, or hours and minutes with their unit), how many had no name (+3), and names between commas
// or "og". What can be read in two ways is a fault with the clear ways to write it, never a guess; what
// was left unsaid and understood all the same is in `assumed`, so that it can be said back.

package import Domain

/// Words after `hours add`, understood.
package struct NaturalEntry: Hashable, Sendable {
  /// The activity's code or name as written, its words one space apart.
  package let activity: String
  package let on: Period
  package let start: Clock?
  /// Minutes of each person, or of the whole entry unless `perPerson`; nil only where the amount is
  /// optional and was not said.
  package let minutes: Int?
  /// False when it was said to be all in all: "i alt", "til sammen", "in all", "in total".
  package let perPerson: Bool
  /// Ids or names as written, in order.
  package let persons: [String]
  /// How many had no name, at least 1.
  package let unnamed: Int?
  package let assumed: Set<Assumption>

  /// Nothing was said about when, so it is today.
  package var dayWasAssumed: Bool { assumed.contains(.today) }

  /// What was not said, and is to be said back.
  package enum Assumption: CaseIterable, Sendable {
    /// No day: today.
    case today
    /// A day without its year: the last one that is not after today.
    case year
    /// A weekday: the last one that is not after today.
    case weekday
    /// An amount beside an unnamed group: the amount of each.
    case each
  }

  /// What may be said elsewhere, by options.
  package enum Part: CaseIterable, Sendable { case amount, people }

  /// A word, or several that belong together, and where it stands.
  package struct Word: Hashable, Sendable {
    package let text: String
    /// From 1, which is the first word of the activity.
    package let position: Int
  }

  /// Reads words as the shell split them; throws the first fault.
  ///
  /// - Parameters:
  ///   - optional: what need not be said, since options say it.
  ///   - isActivity: whether these leading words are a known activity; asked from the longest on.
  ///     When none is, the activity ends before the first word that says when, how long or how many.
  package init(
    _ words: [String], today: Day, optional: Set<Part> = [], isActivity: ([String]) -> Bool
  ) throws(Fault) {
    let words = Self.split(words)
    let tokens = NaturalEntryToken.tokens(words)
    let reader = NaturalEntryReader(tokens: tokens, today: today)
    let length = Self.activityLength(words, reader, isActivity)
    activity = Self.activityName(words[..<length])
    if activity.isEmpty { throw .noActivity }

    var said = NaturalEntrySaid()
    var place = tokens.firstIndex { $0.word.position > length } ?? tokens.count
    while place < tokens.count {
      if let (phrase, count) = try reader.phrase(at: place) {
        try said.take(phrase, reader.word(at: place, count))
        place += count
      } else {
        said.takeName(tokens[place])
        place += 1
      }
    }
    try said.check(optional)

    on = said.when?.period ?? Period(today)
    start = said.span?.value.start
    minutes = said.minutes
    perPerson = !said.isTotal
    persons = said.names.map(\.text)
    unnamed = said.headcount?.value
    assumed = said.assumed
  }

  /// Returns the minutes of an entry of so many heads, or nil without an amount or beyond all numbers.
  package func minutes(heads: Int) -> Int? {
    guard let minutes else { return nil }
    let (total, isTooLarge) = minutes.multipliedReportingOverflow(by: perPerson ? heads : 1)
    return isTooLarge ? nil : total
  }

  /// Returns one entry a person and then one for the unnamed, or nil where `minutes(heads:)` is nil.
  ///
  /// - Parameter persons: who `self.persons` are.
  package func entries(
    activity: ActivityCode, persons: [PersonID], known: HourEntry.Known = .recorded,
    shift: ShiftID? = nil, voucher: String? = nil
  ) -> [HourEntry]? {
    let named = persons.map { HourEntry.Who.person($0) }
    let group = unnamed.map { HourEntry.Who.unnamed(headcount: $0) }
    var entries: [HourEntry] = []
    for who in named + [group].compactMap(\.self) {
      guard let minutes = minutes(heads: who.heads) else { return nil }
      entries.append(
        HourEntry(
          activity: activity, on: on, who: who, minutes: minutes, known: known, start: start,
          shift: shift, voucher: voucher))
    }
    return entries
  }
}

extension NaturalEntry {
  /// A whole sentence in quotation marks is a sentence, not one name.
  private static func split(_ words: [String]) -> [String] {
    guard words.count == 1 else { return words }
    return words[0].split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Returns how many leading words are the activity.
  private static func activityLength(
    _ words: [String], _ reader: NaturalEntryReader, _ isActivity: ([String]) -> Bool
  ) -> Int {
    for length in stride(from: words.count, to: 0, by: -1) {
      let leading = Array(words[..<(length - 1)]) + [withoutComma(words[length - 1])]
      if isActivity(leading) { return length }
    }
    // A word with a space in it was put in quotation marks.
    if words.first?.contains(where: \.isWhitespace) == true { return 1 }
    let end = reader.tokens.indices.first { reader.saysWhenOrHowMuch(at: $0) }
    return end.map { reader.tokens[$0].word.position - 1 } ?? words.count
  }

  private static func activityName(_ words: ArraySlice<String>) -> String {
    withoutComma(words.joined(separator: " ")).trimmed
  }

  private static func withoutComma(_ word: String) -> String {
    word.hasSuffix(",") ? String(word.dropLast()) : word
  }
}
