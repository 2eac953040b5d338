// Small logs written in code. A line knows nothing of the rules here: the projections must read what
// any log may hold.

import Domain

struct LogBuilder {
  private(set) var log: [Recorded] = []
  /// The moment of the next line; a minute passes with each.
  var clock = Instant(seconds: 1_709_658_240)  // 2024-03-05T17:04:00Z
  /// Who records.
  var author = PersonID(seq: 2)

  /// Opens the ledger and registers p2, who records.
  init(name: String = "Bergheim frivilligsentral", reconstruction: Bool = false) {
    add(
      .ledgerOpened(
        LedgerOpened(origin: "bergheim-1", name: name, reconstruction: reconstruction)))
    add(.personRegistered(PersonRegistered(role: .coordinator)))
  }

  @discardableResult
  mutating func add(_ event: Event) -> Int {
    let seq = log.count + 1
    guard let command = CommandID("c\(seq)") else { preconditionFailure("a valid id") }
    log.append(
      Recorded(seq: seq, at: clock, by: author, command: command, left: 0, event: event))
    clock = clock.adding(seconds: 60)
    return seq
  }

  mutating func person(_ role: Role = .volunteer) -> PersonID {
    PersonID(seq: add(.personRegistered(PersonRegistered(role: role))))
  }

  mutating func persons(_ count: Int) -> [PersonID] { (0..<count).map { _ in person() } }

  @discardableResult
  mutating func activity(
    _ code: String, _ name: String? = nil, group: String? = nil, sector: String? = nil,
    counted: Bool = true, changed: Bool = false
  ) -> ActivityCode {
    let details = ActivityDetails(
      code: activityCode(code), name: name ?? code, group: group, sector: sector,
      counted: counted)
    add(changed ? .activityChanged(details) : .activityAdded(details))
    return details.code
  }

  @discardableResult
  mutating func hours(
    _ code: String, _ who: HourEntry.Who, _ minutes: Int, on period: String = "2024-03-05",
    known: HourEntry.Known = .recorded
  ) -> EntryID {
    EntryID(
      seq: add(
        .hoursLogged(entry(code, who, minutes, on: period, known: known))))
  }

  @discardableResult
  mutating func undo(_ lines: Int...) -> Int {
    add(.undone(ranges: LineRanges(lines), reason: nil))
  }
}

func entry(
  _ code: String, _ who: HourEntry.Who, _ minutes: Int, on text: String = "2024-03-05",
  known: HourEntry.Known = .recorded, voucher: String? = nil
) -> HourEntry {
  HourEntry(
    activity: activityCode(code), on: period(text), who: who, minutes: minutes, known: known,
    voucher: voucher)
}

func activityCode(_ text: String) -> ActivityCode {
  guard let code = ActivityCode(text) else { preconditionFailure("no code: \(text)") }
  return code
}

func period(_ text: String) -> Period {
  guard let period = Period(text: text) else { preconditionFailure("no period: \(text)") }
  return period
}

func day(_ text: String) -> Day {
  guard let day = Day(text: text) else { preconditionFailure("no day: \(text)") }
  return day
}
