// What is known and what is invented: kongsberg-2024.json, as values. The figures, groups and
// activities are the annual report's; calendars, persons and their hours are ours
// (events/README.md, section 7).

import Domain
import Foundation

/// The data file.
struct Facts: Decodable {
  let ledger: LedgerFacts
  let totals: Totals
  let groups: [Group]
  let sectors: [Sector]
  let funding: Funding
  /// Public holidays: nobody works, and nobody records.
  let holidays: Set<Day>
  /// First and last days when most activities rest.
  let breaks: [[Day]]
  /// In the printed order of the report.
  let activities: [ActivityFacts]
  /// Runs of persons who did the same.
  let persons: [PersonRun]

  struct LedgerFacts: Decodable {
    let origin: String
    let name: String
    let year: Int
    let divisor: Int
    /// Where everything invented begins; changing it changes the log.
    let seed: UInt64
  }

  /// The sum line of the report.
  struct Totals: Decodable, Equatable {
    let activities: Int
    let participations: Int
    let distinct: Int
    let hours: Int
    let fteTenths: Int
  }

  struct Group: Decodable, Equatable {
    let name: String
    let distinct: Int
  }

  struct Sector: Decodable, Equatable {
    let name: String
    let activities: Int
    let participations: Int
    let distinct: Int
    let hours: Int
  }

  /// What the report says of money, and which conditions of the state grant it shows to be met.
  struct Funding: Decodable {
    let funder: String
    let scheme: String
    let profile: String
    /// Where the conditions come from, and of which year.
    let rules: String
    /// Local financing of at least so many percent.
    let share: Int
    /// Whole kroner.
    let grant: Int
    let grantPost: String
    let netExpenditure: Int
    let netPost: String
    /// Codes of the conditions that the report itself shows.
    let met: [String]
  }

  struct PersonRun: Decodable {
    let persons: Int
    /// Minutes of each of them, by activity.
    let minutes: [String: Int]
  }
}

/// One line of the hours table, with the days we made for it.
struct ActivityFacts: Decodable {
  let code: ActivityCode
  /// The corrected name.
  let name: String
  /// How the report spells it, where that is different.
  let printed: String?
  let volunteers: Int
  let hours: Int
  let group: String?
  let category: Domain.Category
  let sector: String?
  let recipient: String?
  let recipients: [String]?
  /// A round figure for a group: an estimate, not a time sheet.
  let estimated: Bool?
  /// A group without names, outside the sum.
  let unnamed: Bool?
  let calendar: WorkCalendar

  var isCounted: Bool { unnamed != true }

  var details: ActivityDetails {
    ActivityDetails(
      code: code, name: name, aliases: printed.map { [$0] } ?? [], group: group,
      category: category, sector: sector, recipient: recipient, recipients: recipients ?? [],
      counted: isCounted)
  }
}

/// When the work of an activity is done and how it is written down. Exactly one of `days`,
/// `weekdays` with `spans`, `months` and `ranges` says when.
struct WorkCalendar: Decodable {
  let days: [Day]?
  /// 0 for Monday.
  let weekdays: [Int]?
  /// First and last days of the seasons.
  let spans: [[Day]]?
  /// One entry a month, for the whole month.
  let months: [Int]?
  /// One entry for all days from the first to the last.
  let ranges: [[Day]]?
  /// Usual length of one session.
  let minutes: Int?
  let start: Clock?
  /// Goes on in the breaks.
  let breaks: Bool?
  let sheet: SheetKind
  /// The binder its sheets are kept in: they become voucher references.
  let binder: Int?

  /// What one list on paper covers.
  enum SheetKind: String, Decodable { case day, week, month }
}

extension Facts {
  /// Reads the file beside this source.
  static func load() throws -> Facts {
    let url = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "kongsberg-2024.json")
    return try JSONDecoder().decode(Facts.self, from: Data(contentsOf: url))
  }
}

extension Day: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.spelled(Day.init(text:))
  }
}

extension Clock: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.spelled(Clock.init(text:))
  }
}

extension ActivityCode: Decodable {
  package init(from decoder: any Decoder) throws {
    self = try decoder.spelled(ActivityCode.init(_:))
  }
}

extension Domain.Category: Decodable {}

extension Decoder {
  /// Returns the value that a text spells, or throws with where it stands.
  fileprivate func spelled<Value>(_ read: (String) -> Value?) throws -> Value {
    let container = try singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = read(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "cannot read \(text)")
    }
    return value
  }
}
