// The year as things that people did at the desk, each at its moment. An act asks the ledger as it
// is then, since ids are line numbers and nobody knows them beforehand.

import Domain
import Integrity

/// Something done in one go: one command or several in a row, with nothing of others between.
struct Act {
  /// When it is meant to happen; the log never goes backwards, so it may be some seconds later.
  let at: Instant
  let steps: [Step]

  init(at: Instant, _ steps: [Step]) {
    self.at = at
    self.steps = steps
  }

  init(at: Instant, by: PersonID, _ command: @escaping (Ledger) throws -> Command) {
    self.init(at: at, [Step(by: by, command)])
  }

  struct Step {
    let by: PersonID
    /// Seconds after the start of the act.
    let after: Int
    let command: (Desk) throws -> Command

    init(by: PersonID, after: Int = 0, _ command: @escaping (Ledger) throws -> Command) {
      self.by = by
      self.after = after
      self.command = { try command($0.ledger) }
    }

    /// A closing needs more than the ledger: the hashes of its lines.
    init(closingBy by: PersonID, _ command: @escaping (Desk) throws -> Command) {
      self.by = by
      after = 0
      self.command = command
    }
  }

  /// What lies on the desk when something is done.
  struct Desk {
    let ledger: Ledger
    let hashes: [Digest]
  }
}

/// What the chapters are told from.
struct Story {
  let facts: Facts
  let office: Office
  let people: People
  let sheets: [Sheet]

  init(_ facts: Facts) throws {
    self.facts = facts
    office = Office(facts: facts)
    people = People(count: facts.persons.reduce(0) { $0 + $1.persons })
    sheets = Sheet.all(of: try WorkPlan(facts), facts)
  }

  /// Returns a day of the year of the story.
  func day(_ month: Int, _ day: Int, yearsLater: Int = 0) throws -> Day {
    guard let day = Day(year: facts.ledger.year + yearsLater, month: month, day: day) else {
      throw Trouble.noSuchDay
    }
    return day
  }

  /// The whole story, in order. Each part begins after everything before it, so a part that is
  /// added at the end, such as the closing of the year, leaves the lines before it as they are.
  func parts() throws -> [[Act]] { [try theYear(), try closing(), try funding()] }

  /// 2024 until the last approval in January 2025: several things go on at once.
  private func theYear() throws -> [Act] {
    let acts = try opening() + recording() + elvelangs() + mistakes() + approvals()
    return acts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
  }
}

/// Why the tool gives up.
enum Trouble: Error, Equatable {
  case usage
  case noDays(ActivityCode)
  case noSuchDay
  case notFound(String)
  case notReadyToClose([ClosingCheck])
  case warned([Warning], line: Int)
  case different([String])
}
