// A small log in which everything happens that a bundle must tell apart: written line by line, with its
// bytes and hashes, and without asking the rules, since a bundle may come from a log that breaks them.

import Domain
import EventFormat
import Evidence
import Integrity
import Projections
import Testing
import Wording

struct EvidenceLog {
  private(set) var records: [Recorded] = []
  private(set) var hashes: [Digest] = []
  private(set) var bytes: [[UInt8]] = []
  private var at = Instant(seconds: 1_736_499_600)  // 2025-01-10T09:00:00Z
  var author = PersonID(seq: 2)
  /// What line 1 is written to follow: nothing, in every log that is one.
  var start = Digest.zero

  var hashed: HashedLog { HashedLog(records: records, hashes: hashes) }
  var ledger: Ledger { Ledger(records) }

  @discardableResult
  mutating func add(_ event: Event, seq: Int? = nil) throws -> Int {
    at = at.adding(seconds: 60)
    let seq = seq ?? records.count + 1
    let command = try #require(CommandID("c\(seq)"))
    let recorded = Recorded(
      seq: seq, at: at, by: author, command: command, left: 0, event: event)
    let line = try EventLine.write(recorded, previousHex: (hashes.last ?? start).hexBytes)
    records.append(recorded)
    hashes.append(line.hash)
    bytes.append(line.bytes)
    return seq
  }

  mutating func person(_ role: Role = .volunteer, commitment: String? = nil) throws -> PersonID {
    PersonID(seq: try add(.personRegistered(PersonRegistered(role: role, commitment: commitment))))
  }

  @discardableResult
  mutating func hours(
    _ code: String, _ who: HourEntry.Who, _ minutes: Int, on text: String = "2024-05-07",
    known: HourEntry.Known = .recorded, voucher: String? = nil
  ) throws -> EntryID {
    EntryID(
      seq: try add(.hoursLogged(try entry(code, who, minutes, on: text, known: known, voucher))))
  }

  mutating func correct(_ id: EntryID, _ content: HourEntry) throws {
    try add(.hoursCorrected(entry: id, content: content, reason: .typo))
  }

  /// Closes 2024 as the product would; `change` makes the closing say something else.
  @discardableResult
  mutating func close(_ change: (inout YearClosing) -> Void = { _ in }) throws -> Int {
    var closing = try #require(hashed.closing(of: 2024, before: records.count + 1))
    change(&closing)
    return try add(.yearClosed(closing))
  }

  func checkpoint(size: Int? = nil) throws -> Checkpoint {
    let size = size ?? records.count
    return try Checkpoint(
      origin: "evidence-test-1", size: size, root: try MerkleProver(leaves: hashes).root(of: size))
  }

  func source(
    _ language: Language = .nb, size: Int? = nil, signatures: [[UInt8]] = []
  ) throws -> BundleSource {
    BundleSource(
      log: hashed, bytes: bytes, checkpoint: try checkpoint(size: size), signatures: signatures,
      language: language)
  }

  var closed: ClosedYear {
    get throws { try #require(ledger.state.closings[2024]) }
  }
}

func entry(
  _ code: String, _ who: HourEntry.Who, _ minutes: Int, on text: String = "2024-05-07",
  known: HourEntry.Known = .recorded, _ voucher: String? = nil
) throws -> HourEntry {
  HourEntry(
    activity: try #require(ActivityCode(code)), on: try #require(Period(text: text)), who: who,
    minutes: minutes, known: known, voucher: voucher)
}

/// The log that most tests are about. The numbers of its lines are in `lines` by what they are.
struct SampleLog {
  var log = EvidenceLog()
  /// The closing and the annual meeting's word on it.
  private(set) var closing = 0
  private(set) var approval = 0
  let identity = BundleManifest.Identity(
    text: "{\"name\":\"Testperson A\"}", salt: String(repeating: "5a", count: 32))
  /// Has a commitment, and hours of two years.
  private(set) var kari = PersonID(seq: 4)
  /// Registered, without hours.
  private(set) var idle = PersonID(seq: 6)
  /// Registered by mistake, and undone.
  private(set) var undone = PersonID(seq: 7)
  /// Recorded twice; the second one is undone and has the same figures as the first.
  private(set) var once = EntryID(seq: 1)
  private(set) var twice = EntryID(seq: 1)

  static let commitment = SHA256.hash(
    [UInt8](repeating: 0x5A, count: 32) + Array("{\"name\":\"Testperson A\"}".utf8)
  ).hex

  init(_ closingSays: (inout YearClosing) -> Void = { _ in }) throws {
    try begin()
    try record()
    closing = try log.close(closingSays)
    guard case .yearClosed(let said) = log.records[closing - 1].event else { return }
    // After the closing: a late entry, an approval of an entry of the year, and the next year.
    try log.add(.lateLogged(try entry("tur", .person(kari), 30)))
    try log.add(.hoursApproved(twice))
    try log.hours("tur", .person(kari), 45, on: "2025-01-02")
    let day = try #require(Day(year: 2025, month: 3, day: 4))
    approval = try log.add(
      .yearApproved(year: 2024, closing: closing, digest: said.digest, on: day))
  }

  /// Lines 1 to 14.
  private mutating func begin() throws {
    try log.add(
      .ledgerOpened(
        LedgerOpened(
          origin: "evidence-test-1", name: "Bjørkåsen frivilligsentral", reconstruction: true)))
    _ = try log.person(.coordinator)
    _ = try log.person(.approver)
    kari = try log.person(commitment: Self.commitment)
    _ = try log.person()
    idle = try log.person()
    undone = try log.person()
    try log.add(.undone(ranges: LineRanges([undone.seq]), reason: .duplicate))
    try activity("sprakkafe", "Språkkafé", "Språk/kultur", "100 % inkludering")
    try activity("tur", "Tur, kort og lang", "Tur", "Helse")
    try activity("tolk", "Tolk", nil, nil)
    try activity("hage", "Hagearbeid \"firma\"", nil, nil, counted: false)
    try log.add(.yearSet(YearSettings(year: 2023, divisor: 1_700)))
    try log.add(.yearSet(YearSettings(year: 2024, divisor: 1_650, rate: 30_000)))
  }

  private mutating func activity(
    _ code: String, _ name: String, _ group: String?, _ sector: String?, counted: Bool = true,
    changed: Bool = false
  ) throws {
    let details = ActivityDetails(
      code: try #require(ActivityCode(code)), name: name, group: group, category: .other,
      sector: sector, counted: counted)
    try log.add(changed ? .activityChanged(details) : .activityAdded(details))
  }

  /// From line 15: what was done, with everything that may become of an entry.
  private mutating func record() throws {
    let (liv, others) = (PersonID(seq: 5), try (0..<3).map { _ in try log.person() })
    let first = try log.hours("sprakkafe", .person(kari), 90, voucher: "=SUM(A1;\"x\")")
    let second = try log.hours("sprakkafe", .person(liv), 100, on: "2024-05", known: .estimated)
    for other in others { try log.hours("sprakkafe", .person(other), 61) }
    try log.hours("tur", .unnamed(headcount: 4), 240, on: "2024-03-01..2024-03-15")
    let movedIn = try log.hours("tur", .person(kari), 60, on: "2023-12-30")
    let movedOut = try log.hours("tur", .person(liv), 75, on: "2024-06-01")
    for other in others { try log.hours("tur", .person(other), 600, on: "2024", known: .summary) }
    try log.hours("tur", .person(kari), 20, on: "2023-11-30")
    once = try log.hours("tur", .person(liv), 45, voucher: "perm 1")
    twice = try log.hours("tur", .person(liv), 45, voucher: "perm 2")
    try log.hours("tolk", .person(kari), 125, known: .estimated)
    try log.hours("hage", .unnamed(headcount: 68), 204 * 60)
    try log.add(.hoursApproved(first))
    try log.correct(movedIn, try entry("tur", .person(kari), 60, on: "2024-01-03"))
    try log.correct(movedOut, try entry("tur", .person(liv), 75, on: "2023-06-01"))
    try log.correct(
      first, try entry("sprakkafe", .person(kari), 119, "=SUM(A1;\"x\")"))
    log.author = PersonID(seq: 3)
    try log.add(.hoursApproved(first))
    try log.add(.hoursApproved(second))
    try log.add(.hoursUnapproved(second))
    log.author = PersonID(seq: 2)
    try log.add(.undone(ranges: LineRanges([twice.seq]), reason: .duplicate))
    try activity(
      "sprakkafe", "Språkkafé på torget", "Språk/kultur", "100 % inkludering", changed: true)
    try log.add(.yearSet(YearSettings(year: 2025, divisor: 1_700)))
  }

  func year(_ language: Language = .nb) throws -> ZipFile {
    try Bundle.year(try log.closed, try log.source(language))
  }

  func figures(_ language: Language = .nb) throws -> ZipFile {
    try Bundle.figures(try log.closed, try log.source(language))
  }

  func person(_ language: Language = .nb) throws -> ZipFile {
    try Bundle.person(kari, identity: identity, name: "Testperson A", try log.source(language))
  }
}
