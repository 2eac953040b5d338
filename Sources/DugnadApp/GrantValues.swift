// Words of grants on the command line: money, marks, ages, goals. A word may be typed in English, as
// the log and scripts have it, or in Norwegian.

import CommandLineKit
import Domain
import Import
import Reports
import Wording

extension Values {
  /// Whole øre of `250000`, `250 000` or `251300,50`, as an import reads money.
  static func kroner(_ name: String, aliases: [String] = []) -> Parameter<Int> {
    .option(name, aliases: aliases, placeholder: "KR") { text throws(BadValue) in
      guard let ore = SpelledKroner(text)?.ore else { throw BadValue(expected: "kroner") }
      return ore
    }
  }

  /// One of the words of a list, English or Norwegian; `expected` is the key of the message.
  static func word<Value: CaseIterable & RawRepresentable & Sendable>(
    _ name: String, aliases: [String] = [], placeholder: String, expected: String,
    _ words: @escaping @Sendable (Value) -> Phrase
  ) -> Parameter<Value> where Value.RawValue == String {
    .option(name, aliases: aliases, placeholder: placeholder) { text throws(BadValue) in
      guard let value = GrantWord.read(text, words) else { throw BadValue(expected: expected) }
      return value
    }
  }

  /// Marks with commas between; `none` is none of them.
  static func marks(_ name: String, aliases: [String], _ expected: String) -> Parameter<[WorkMark]>
  {
    .option(name, aliases: aliases, placeholder: "MARKS", repeats: true) {
      text throws(BadValue) in
      if GrantWord.isNone(text) { return [] }
      var marks: [WorkMark] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let mark = GrantWord.read(String(part), GrantWord.typed) as WorkMark? else {
          throw BadValue(expected: expected)
        }
        if !marks.contains(mark) { marks.append(mark) }
      }
      return marks
    }
  }

  /// Age bands with commas between; `none` is none of them.
  static func ages(_ name: String, aliases: [String]) -> Parameter<[AgeBand]> {
    .option(name, aliases: aliases, placeholder: "0-12,13-19") { text throws(BadValue) in
      if GrantWord.isNone(text) { return [] }
      var bands: [AgeBand] = []
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        guard let band = AgeBand(spelled: part) else { throw BadValue(expected: "ages") }
        bands.append(band)
      }
      return bands
    }
  }

  static func age(_ name: String, aliases: [String]) -> Parameter<AgeBand> {
    .option(name, aliases: aliases, placeholder: "0-24") { text throws(BadValue) in
      guard let band = AgeBand(spelled: text) else { throw BadValue(expected: "age") }
      return band
    }
  }
}

/// How the words of grants are typed.
enum GrantWord {
  /// Returns the value whose code or Norwegian word is `text`, or nil.
  static func read<Value: CaseIterable & RawRepresentable>(
    _ text: String, _ words: (Value) -> Phrase
  ) -> Value? where Value.RawValue == String {
    let key = self.key(text)
    return Value.allCases.first { value in
      let phrase = words(value)
      return [value.rawValue, phrase.nb, phrase.nn, phrase.en].contains { self.key($0) == key }
    }
  }

  static func isNone(_ text: String) -> Bool { ["none", "ingen"].contains(key(text)) }

  /// Space and hyphen are alike, so that `open-place` needs no quotation marks.
  static func key(_ text: String) -> String {
    searchKey(text).replacing("-", with: " ")
  }

  /// A mark as it is typed in Norwegian: shorter than it is told.
  static func typed(_ mark: WorkMark) -> Phrase {
    switch mark {
    case .paid: Phrase(nb: "lønnet", nn: "lønna", en: "paid")
    case .inKind: Phrase(nb: "naturalia", en: "in-kind")
    case .publicTask: Phrase(nb: "offentlig", nn: "offentleg", en: "public-task")
    case .board: Phrase(nb: "styre", en: "board")
    case .travel: Phrase(nb: "reise", en: "travel")
    case .openPlace: Phrase(nb: "åpen-møteplass", nn: "open-møteplass", en: "open-place")
    }
  }

  /// A measure as it is typed in Norwegian.
  static func typed(_ measure: GrantGoal.Measure) -> Phrase {
    switch measure {
    case .hours: Phrase(nb: "timer", nn: "timar", en: "hours")
    case .volunteers: Phrase(nb: "frivillige", en: "volunteers")
    case .attendances: Phrase(nb: "oppmøter", nn: "frammøte", en: "attendances")
    case .participants: Phrase(nb: "deltakere", nn: "deltakarar", en: "participants")
    case .days: Phrase(nb: "dager", nn: "dagar", en: "days")
    case .activities: Phrase(nb: "aktiviteter", nn: "aktivitetar", en: "activities")
    case .openPlaces: Phrase(nb: "møteplasser", nn: "møteplassar", en: "open-places")
    }
  }

  /// Where money comes from, as it is typed in Norwegian.
  static func typed(_ funding: GrantAmount.Funding) -> Phrase {
    switch funding {
    case .grant: Phrase(nb: "tilskudd", nn: "tilskot", en: "grant")
    case .municipality: Phrase(nb: "kommune", en: "municipality")
    case .own: Phrase(nb: "egne", nn: "eigne", en: "own")
    case .others: Phrase(nb: "andre", en: "others")
    }
  }
}

extension AgeBand {
  /// A band as people write it: `0-12`, `13–19`, `65+`.
  init?(spelled text: some StringProtocol) {
    let words = String(text).filter { !$0.isWhitespace }.replacing("–", with: "-")
    if words.hasSuffix("+") {
      self.init(text: "\(words.dropLast())-\(AgeBand.years.upperBound)")
    } else {
      self.init(text: words)
    }
  }
}

/// An age band, and how many of that age: `0-12` or `0-12=14`.
struct SpelledAges: Hashable, Sendable {
  let band: AgeBand
  let count: Int?

  init?(_ text: String) {
    let parts = text.split(separator: "=", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let band = AgeBand(spelled: parts[0]) else { return nil }
    self.band = band
    guard parts.count == 2 else {
      count = nil
      return
    }
    guard let count = LineNumber.parse(parts[1]) else { return nil }
    self.count = count
  }
}

/// A goal: `participants=120`, `sprakkafe:hours=300`.
struct SpelledGoal: Hashable, Sendable {
  let activity: String?
  let measure: GrantGoal.Measure
  /// Minutes of hours.
  let target: Int

  init?(_ text: String) {
    guard let (name, value) = halves(text, at: "=") else { return nil }
    let parts = halves(name, at: ":")
    activity = parts?.0
    guard let measure = GrantWord.read(parts?.1 ?? name, GrantWord.typed) as GrantGoal.Measure?
    else { return nil }
    self.measure = measure
    guard
      let target = measure == .hours
        ? SpelledAmount(hours: value)?.minutes : LineNumber.parse(value)
    else { return nil }
    self.target = target
  }
}

/// Whether a condition is met: `advisory-body=yes`.
struct SpelledAnswer: Hashable, Sendable {
  let condition: ActivityCode
  let isMet: Bool

  init?(_ text: String) {
    guard let (name, value) = halves(text, at: "="), let condition = ActivityCode(name) else {
      return nil
    }
    switch searchKey(value) {
    case "yes", "ja", "j", "y": isMet = true
    case "no", "nei", "n": isMet = false
    default: return nil
    }
    self.condition = condition
  }
}

/// A line of money: `Lønn=251300,50`.
struct SpelledBooking: Hashable, Sendable {
  let post: String
  let ore: Int

  init?(_ text: String) {
    guard let (post, amount) = halves(text, at: "="), let ore = SpelledKroner(amount)?.ore else {
      return nil
    }
    self.post = post.asStored
    self.ore = ore
  }
}

/// An activity, and the funder's word for its kind: `kafe`, `kafe=4.8`.
struct SpelledInclusion: Hashable, Sendable {
  let activity: String
  let kind: String?

  init?(_ text: String) {
    let parts = halves(text, at: "=", last: false)
    activity = parts?.0 ?? text
    kind = parts?.1.asStoredOrNil
    if activity.isEmpty || text.hasSuffix("=") || text.hasPrefix("=") { return nil }
  }
}

/// Returns what stands before and after a separator, the last one or the first; nil unless both do.
private func halves(
  _ text: String, at separator: Character, last: Bool = true
) -> (String, String)? {
  let found = last ? text.lastIndex(of: separator) : text.firstIndex(of: separator)
  guard let place = found else { return nil }
  let (before, after) = (String(text[..<place]), String(text[text.index(after: place)...]))
  return before.isEmpty || after.isEmpty ? nil : (before, after)
}
