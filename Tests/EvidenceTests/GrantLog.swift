// A log with three grants and hours that they share, in which everything happens that a bundle of one
// grant must tell apart.

import Domain
import Integrity
import Testing
import Wording

@testable import Evidence

struct GrantLog {
  var log = EvidenceLog()
  private(set) var kari = PersonID(seq: 4)
  private(set) var liv = PersonID(seq: 5)
  /// Three grants; the one in the middle is what most tests are about.
  private(set) var first = GrantID(seq: 1)
  private(set) var middle = GrantID(seq: 1)
  private(set) var last = GrantID(seq: 1)
  /// Claimed on all three.
  private(set) var shared = EntryID(seq: 1)
  /// Claimed on the first one alone.
  private(set) var others = EntryID(seq: 1)
  /// Claimed on none.
  private(set) var unclaimed = EntryID(seq: 1)
  /// Claimed on the middle one: a group, then an entry that was corrected afterwards.
  private(set) var group = EntryID(seq: 1)
  private(set) var corrected = EntryID(seq: 1)
  /// A claim that was released, and one that was undone.
  private(set) var released = 0
  private(set) var undone = 0
  /// The report of the middle one.
  private(set) var sent = 0

  init() throws {
    try begin()
    try agree()
    try claim()
    try count()
    sent = try send(middle)
    // What comes after the report is of another one, even if it undoes what was in it.
    try log.add(.hoursClaimed(unclaimed, grant: middle, minutes: 7))
    try log.add(.undone(ranges: LineRanges([group.seq]), reason: .duplicate))
    try log.add(.grantNoted(middle, .moved(GrantStep(.reported, on: try day("2025-01-09")))))
  }

  /// Sends the report of a grant as the product would; `change` makes its line say something else.
  @discardableResult
  mutating func send(
    _ grant: GrantID, _ change: (inout SentReport) -> Void = { _ in }
  ) throws -> Int {
    let size = log.records.count
    let computed = try #require(
      log.hashed.sentFigures(of: .grant(grant), size: size, figureSet: 1))
    var report = SentReport(
      .grant(grant), to: "Tilskuddskontoret", on: try day("2025-01-10"), size: size,
      digest: computed.digest, grants: computed.grants, form: .text,
      file: SHA256.hash([1]).hex)
    change(&report)
    return try log.add(.reportSent(report))
  }

  func grant(sentAt line: Int? = nil) throws -> SentGrant {
    let sent = try #require(log.ledger.state.sent[SentID(seq: line ?? sent)])
    return try #require(SentGrant(sent, in: log.records))
  }

  func bundle(_ language: Language = .nb, sentAt line: Int? = nil) throws -> ZipFile {
    try Bundle.grant(try grant(sentAt: line), try log.source(language))
  }

  func day(_ text: String) throws -> Day { try #require(Day(text: text)) }
  func code(_ text: String) throws -> ActivityCode { try #require(ActivityCode(text)) }

  // MARK: - The lines

  private mutating func begin() throws {
    try log.add(
      .ledgerOpened(
        LedgerOpened(
          origin: "evidence-test-1", name: "Bjørkåsen frivilligsentral", reconstruction: true)))
    _ = try log.person(.coordinator)
    _ = try log.person(.approver)
    kari = try log.person()
    liv = try log.person()
    try log.add(.centreAdded(CentreDetails(name: "Bjørkåsen", number: "974760673")))
    for (code, name) in [("kafe", "Kafé"), ("tur", "Tur; kort"), ("strikk", "Strikkeklubb")] {
      try log.add(.activityAdded(ActivityDetails(code: try self.code(code), name: name)))
    }
    try log.add(.activityMarked(try code("kafe"), [.openPlace]))
    try log.add(.activityMarked(try code("strikk"), [.board]))
    try log.add(.yearSet(YearSettings(year: 2024, divisor: 1_700, rate: 30_000)))
  }

  mutating func addGrant(_ scheme: String) throws -> GrantID {
    GrantID(
      seq: try log.add(
        .grantAdded(
          GrantDetails(
            funder: "Funder of \(scheme)", scheme: scheme, from: try day("2024-01-01"),
            to: try day("2024-12-31")))))
  }

  private mutating func agree() throws {
    first = try addGrant("Alfaordningen")
    middle = try addGrant("Betaordningen")
    last = try addGrant("Gammaordningen")
    var changed = GrantDetails(
      funder: "Funder of Betaordningen", scheme: "Betaordningen", from: try day("2024-01-01"),
      to: try day("2024-12-31"))
    changed.share = 20
    try log.add(.grantChanged(middle, changed))
    let facts: [GrantFact] = [
      .included(try code("kafe"), kind: "møteplass"), .included(try code("tur"), kind: nil),
      .aimed(GrantGoal(.hours, target: 600)),
      .aimed(GrantGoal(.attendances, of: try code("kafe"), target: 40)),
      .moved(GrantStep(.applied, on: try day("2024-01-15"), amount: 5_000_000, minutes: 900)),
      .moved(GrantStep(.granted, on: try day("2024-02-15"), amount: 4_000_000)),
      .answered(condition: try code("apent"), met: true),
      .booked(GrantAmount(.budget, .income, post: "Tilskudd", amount: 4_000_000, funding: .grant)),
      .booked(
        GrantAmount(.accounts, .cost, post: "Mat", amount: 12_345, on: try day("2024-05-05"))),
    ]
    for fact in facts { try log.add(.grantNoted(middle, fact)) }
    try log.add(.grantNoted(first, .included(try code("tur"), kind: "alfatur")))
    try log.add(.grantNoted(last, .aimed(GrantGoal(.hours, target: 123))))
  }

  private mutating func approved(
    _ code: String, _ who: HourEntry.Who, _ minutes: Int, voucher: String? = nil
  ) throws -> EntryID {
    let id = try log.hours(code, who, minutes, voucher: voucher)
    log.author = PersonID(seq: 3)
    try log.add(.hoursApproved(id))
    log.author = PersonID(seq: 2)
    return id
  }

  private mutating func claim() throws {
    shared = try approved("kafe", .person(kari), 120, voucher: "delt")
    group = try approved("kafe", .unnamed(headcount: 4), 200)
    corrected = try approved("tur", .person(liv), 90)
    others = try approved("tur", .person(liv), 61, voucher: "andres")
    unclaimed = try approved("strikk", .person(kari), 77, voucher: "ingens")
    let again = try approved("kafe", .person(liv), 33)
    try log.add(.hoursClaimed(shared, grant: first, minutes: 31))
    try log.add(.hoursClaimed(shared, grant: middle, minutes: 40))
    try log.add(.hoursClaimed(shared, grant: last, minutes: 29))
    try log.add(.hoursClaimed(shared, grant: middle, minutes: 20))
    try log.add(.hoursClaimed(group, grant: middle, minutes: 200))
    try log.add(.hoursClaimed(corrected, grant: middle, minutes: 45))
    try log.add(.hoursClaimed(others, grant: first, minutes: 61))
    released = try log.add(.hoursClaimed(again, grant: middle, minutes: 33))
    try log.add(.claimReleased(ClaimID(seq: released), reason: .other))
    undone = try log.add(.hoursClaimed(again, grant: middle, minutes: 32))
    try log.add(.undone(ranges: LineRanges([undone]), reason: .typo))
    try log.add(.hoursClaimed(again, grant: middle, minutes: 22))
    // The claim stands, and the approval falls.
    try log.correct(corrected, try entry("tur", .person(liv), 75))
    try log.add(.hoursMarked(shared, [.travel]))
  }

  private mutating func count() throws {
    let on = Period(try day("2024-05-07"))
    func count(_ code: String, _ number: Int, on other: Period? = nil) throws -> ParticipantCount {
      ParticipantCount(
        activity: try self.code(code), on: other ?? on, age: AgeBand(from: 6, to: 12), count: number
      )
    }
    let counted = try log.add(.participantsAdded(try count("kafe", 25)))
    try log.add(
      .participantsCorrected(
        ParticipantsID(seq: counted), content: try count("kafe", 26), reason: .typo))
    try log.add(.participantsAdded(try count("strikk", 13)))
    try log.add(
      .participantsAdded(try count("kafe", 14, on: Period(try day("2023-05-07")))))
  }
}
