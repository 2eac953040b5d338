import Domain
import EventFormat
import Evidence
import Integrity
import Testing

/// A log of a few lines in which 2024 is closed, made as the product makes it.
struct ClosedLog {
  var ledger = Ledger()
  var hashes: [Digest] = []
  private var at = Instant(text: "2025-01-10T09:00:00Z") ?? Instant(seconds: 0)

  var hashed: HashedLog { HashedLog(records: ledger.history.log, hashes: hashes) }

  init() throws {
    try carryOut(
      .open(
        LedgerOpened(origin: "test-ledger-1", name: "Test", reconstruction: true),
        founder: PersonRegistered(role: .coordinator)))
    try carryOut(.registerPersons([PersonRegistered(role: .volunteer)]))
    let code = try #require(ActivityCode("kafe"))
    try carryOut(
      .addActivity(ActivityDetails(code: code, name: "Kafé", group: "Kaféer", category: .other)))
    let day = try #require(Day(year: 2024, month: 5, day: 7))
    try carryOut(
      .logHours([
        HourEntry(activity: code, on: Period(day), who: .person(PersonID(seq: 3)), minutes: 90),
        HourEntry(activity: code, on: Period(day), who: .unnamed(headcount: 4), minutes: 240),
      ]))
  }

  mutating func carryOut(_ command: Command) throws {
    at = at.adding(seconds: 60)
    let id = try #require(CommandID("c\(ledger.history.count)"))
    let stamp = Stamp(at: at, by: PersonID(seq: 2), command: id)
    let decision = try ledger.decide(command, stamp)
    for recorded in decision.recorded(after: ledger.history.count, stamp) {
      let before = hashes.last ?? .zero
      hashes.append(try EventLine.write(recorded, previousHex: before.hexBytes).hash)
      ledger.apply(recorded)
    }
  }

  func closing() throws -> YearClosing {
    try #require(hashed.closing(of: 2024, before: hashes.count + 1))
  }
}

struct HashedLogTests {
  @Test("A closing holds the totals, the settings, the tree head and the digest of the figures")
  func contents() throws {
    var log = try ClosedLog()
    let closing = try log.closing()
    #expect(
      closing.totals
        == .init(entries: 2, minutes: 330, participations: 1, distinct: 1, headcount: 4))
    #expect(closing.settings == YearSettings(year: 2024, divisor: 1_650))
    #expect(closing.root == log.hashed.root(of: 6).hex)
    try log.carryOut(.closeYear(closing))
    #expect(log.hashed.computedFault == nil)
  }

  @Test("The digest is SHA-256 of the figure set, as sha256sum computes it")
  func digest() throws {
    let text = """
      statistics:1
      year 2024
      divisor 1650
      total 2 330 1 1 4
      known 330 0 0
      outside 0 0 0 0 0
      activity kafe 1 2 330 1 4
      group kafe 2 330 1 1 4

      """
    #expect(try ClosedLog().closing().digest == SHA256.hash(Array(text.utf8)).hex)
  }

  @Test("Each key that is not what the lines give is named", arguments: 0..<9)
  func differs(which: Int) throws {
    var log = try ClosedLog()
    var closing = try log.closing()
    let wrong = String(repeating: "0", count: 64)
    switch which {
    case 0: closing.settings.divisor += 1
    case 1: closing.settings.rate = 1
    case 2: closing.totals.entries += 1
    case 3: closing.totals.minutes += 1
    case 4: closing.totals.participations += 1
    case 5: closing.totals.distinct += 1
    case 6: closing.totals.headcount += 1
    case 7: closing.root = wrong
    default: closing.digest = wrong
    }
    try log.carryOut(.closeYear(closing))
    let keys = [
      "divisor", "rate", "entries", "minutes", "participations", "distinct", "headcount", "root",
      "digest",
    ]
    #expect(
      log.hashed.computedFault == .closingDiffers(year: 2024, keys: [keys[which]], line: 7))
  }

  @Test("A figure set of a later version cannot be judged, and says so")
  func unknownSet() throws {
    var log = try ClosedLog()
    var closing = try log.closing()
    closing.figureSet = 2
    try log.carryOut(.closeYear(closing))
    #expect(log.hashed.computedFault == .unknownFigureSet(2, line: 7))
  }

  @Test("Every closing is computed from its own lines above, also after a reopening")
  func reopened() throws {
    var log = try ClosedLog()
    try log.carryOut(.closeYear(try log.closing()))
    try log.carryOut(.reopenYear(2024, .other, note: nil))
    let day = try #require(Day(year: 2024, month: 6, day: 1))
    let code = try #require(ActivityCode("kafe"))
    try log.carryOut(
      .logHours([
        HourEntry(activity: code, on: Period(day), who: .person(PersonID(seq: 3)), minutes: 60)
      ]))
    let second = try log.closing()
    #expect(second.totals.minutes == 390)
    try log.carryOut(.closeYear(second))
    #expect(log.hashed.computedFault == nil)
  }
}
