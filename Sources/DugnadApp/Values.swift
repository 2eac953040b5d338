// Values on the command line: how a word becomes a day, an amount, an id.

import CommandLineKit
import Domain
import Import

/// Parameters whose values are read the same way wherever they stand.
enum Values {
  static func period(
    _ name: String, aliases: [String] = [], placeholder: String = "DAY|PERIOD"
  ) -> Parameter<SpelledPeriod> {
    .option(name, aliases: aliases, placeholder: placeholder) { text throws(BadValue) in
      guard let period = SpelledPeriod(text) else { throw BadValue(expected: "period") }
      return period
    }
  }

  static func day(
    _ name: String, aliases: [String] = [], placeholder: String = "DAY"
  ) -> Parameter<SpelledDay> {
    .option(name, aliases: aliases, placeholder: placeholder) { text throws(BadValue) in
      guard let day = SpelledDay(text) else { throw BadValue(expected: "day") }
      return day
    }
  }

  static func count(
    _ name: String, short: Character? = nil, aliases: [String] = [], placeholder: String = "N"
  ) -> Parameter<Int> {
    .option(name, short: short, aliases: aliases, placeholder: placeholder) {
      text throws(BadValue) in
      guard let count = LineNumber.parse(text) else { throw BadValue(expected: "count") }
      return count
    }
  }

  static func hours(_ name: String, aliases: [String] = []) -> Parameter<SpelledAmount> {
    .option(name, aliases: aliases, placeholder: "HOURS") { text throws(BadValue) in
      guard let amount = SpelledAmount(hours: text) else { throw BadValue(expected: "hours") }
      return amount
    }
  }

  static func span(_ name: String, aliases: [String] = []) -> Parameter<SpelledSpan> {
    .option(name, aliases: aliases, placeholder: "18-20") { text throws(BadValue) in
      guard let span = SpelledSpan(text) else { throw BadValue(expected: "span") }
      return span
    }
  }

  static func id<ID: LineID>(
    operand name: String, optional: Bool = false, repeats: Bool = false, _ type: ID.Type = ID.self
  ) -> Parameter<ID> {
    .operand(name, optional: optional, repeats: repeats, completion: completion(of: ID.self)) {
      text throws(BadValue) in
      guard let id = ID(text: text) else { throw BadValue(expected: "id-\(ID.letter)") }
      return id
    }
  }

  static func id<ID: LineID>(option name: String, aliases: [String] = [], placeholder: String)
    -> Parameter<ID>
  {
    .option(
      name, aliases: aliases, placeholder: placeholder, completion: completion(of: ID.self)
    ) { text throws(BadValue) in
      guard let id = ID(text: text) else { throw BadValue(expected: "id-\(ID.letter)") }
      return id
    }
  }

  /// Shifts are few enough to choose from; entries are not.
  private static func completion<ID: LineID>(of type: ID.Type) -> Completion {
    type == ShiftID.self ? .query("shifts") : .none
  }

  static func year(operand name: String, optional: Bool = false, repeats: Bool = false)
    -> Parameter<Int>
  {
    .operand(name, optional: optional, repeats: repeats, completion: .query("years")) {
      text throws(BadValue) in try year(text)
    }
  }

  static func year(option name: String, aliases: [String] = []) -> Parameter<Int> {
    .option(name, aliases: aliases, placeholder: "YEAR", completion: .query("years")) {
      text throws(BadValue) in try year(text)
    }
  }

  private static func year(_ text: String) throws(BadValue) -> Int {
    guard text.utf8.count == 4, let year = LineNumber.parse(text), Day.years.contains(year) else {
      throw BadValue(expected: "year")
    }
    return year
  }
}
