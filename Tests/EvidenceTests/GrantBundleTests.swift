import Domain
import Foundation
import Integrity
import Testing
import Wording

@testable import Evidence

/// A bundle of one grant of several: what is in it, and what is not.
struct GrantBundleTests {
  private let grants: GrantLog
  private let zip: ZipFile

  init() throws {
    grants = try GrantLog()
    zip = try grants.bundle()
  }

  @Test("The check of the grant in the middle, and what it tells")
  func told() throws {
    let check = BundleCheck(zip.bytes)
    #expect(check.findings.isEmpty, "\(short(check.findings))")
    #expect(check.holds)
    #expect(check.manifest?.grant == grants.middle)
    #expect(check.sent?.id.seq == grants.sent)
    #expect(check.entries == 4)
    // Two claims on the shared entry, 60 of its 120; the group's 200; 45 of 75; and 22 of 33.
    #expect(check.minutes == 60 + 200 + 45 + 22)
    #expect(check.figures.allSatisfy { $0.holds == true })
    #expect(check.compared == ["timeliste.csv", "rapport.json", "rapport.csv"])
    let figures = Dictionary(
      uniqueKeysWithValues: check.figures.map { ($0.claim.figure, $0.claim.value) })
    let id = grants.middle.text
    // Eight measures in all, of the café and of the walks.
    #expect(figures.count == 24)
    for (figure, value) in [
      ("hours", 327), ("unapproved", 45), ("entries", 4), ("distinct", 2), ("participations", 3),
      ("headcount", 4), ("attendances", 26), ("participants", 0), ("kafe/hours", 282),
      ("tur/unapproved", 45), ("kafe/attendances", 26), ("tur/attendances", 0),
    ] { #expect(figures["\(id)/\(figure)"] == value, "\(figure)") }
  }

  @Test("The lines are those of the grant: nothing of another one, of hours not claimed, or since")
  func lines() throws {
    let lines = LinesBehind.grant(try grants.grant(), in: grants.log.records)
    let types = lines.map { line in
      let text = String(decoding: grants.log.bytes[line - 1], as: UTF8.self)
      return text.components(separatedBy: "\"type\":\"")[1].prefix { $0 != "\"" }
    }
    #expect(
      types == [
        "ledger.opened", "activity.added", "activity.added", "activity.marked", "grant.added",
        "grant.changed", "grant.included", "grant.included", "grant.aimed", "grant.aimed",
        "grant.moved", "grant.moved", "grant.answered", "grant.booked", "grant.booked",
        "hours.logged", "hours.approved", "hours.logged", "hours.approved", "hours.logged",
        "hours.logged", "hours.approved", "hours.claimed", "hours.claimed", "hours.claimed",
        "hours.claimed", "hours.claimed", "hours.corrected", "participants.added",
        "participants.corrected", "report.sent",
      ])
    #expect(lines.last == grants.sent)
  }

  @Test("No byte tells of another grant, of its claims, or of hours that are not claimed here")
  func silence() throws {
    let disclosed = Set(LinesBehind.grant(try grants.grant(), in: grants.log.records))
    for (index, line) in grants.log.bytes.enumerated() where !disclosed.contains(index + 1) {
      #expect(zip.bytes.firstRange(of: line) == nil, "line \(index + 1)")
    }
    // The names and the words of what is left out; and of other grants only what their leaves say.
    for name in [
      "Alfaordningen", "Gammaordningen", "alfatur", "Strikkeklubb", "strikk", "andres", "ingens",
      "\"\(grants.others.text)\"", "\"\(grants.unclaimed.text)\"", "\(grants.others.text);",
      "\(grants.unclaimed.text);", "\"grant\":\"\(grants.first.text)\"",
      "\"grant\":\"\(grants.last.text)\"",
    ] {
      #expect(zip.bytes.firstRange(of: Array(name.utf8)) == nil, "\(name)")
    }
    for name in ["Betaordningen", "delt", "\"grant\":\"\(grants.middle.text)\""] {
      #expect(zip.bytes.firstRange(of: Array(name.utf8)) != nil, "\(name)")
    }
  }

  @Test("The tree shows the grant between its neighbours, with what is claimed on them in all")
  func place() throws {
    let tree = try #require(BundleManifest(zip[BundleManifest.name] ?? [])?.tree)
    #expect(tree.size == 3)
    #expect(tree.first == 0)
    #expect(
      tree.leaves.map { $0.split(separator: " ").dropLast().joined(separator: " ") } == [
        "\(grants.first.text) 2 92", "\(grants.middle.text) 4 327", "\(grants.last.text) 1 29",
      ])
    #expect(tree.nodes.isEmpty)
  }

  @Test("The first and the last grant have one neighbour")
  func ends() throws {
    var grants = grants
    _ = try grants.addGrant("Deltaordningen")
    let wanted = [(grants.first, 0, 2), (grants.middle, 0, 3), (grants.last, 1, 3)]
    for (grant, first, shown) in wanted {
      let line = try grants.send(grant)
      let zip = try grants.bundle(sentAt: line)
      let check = BundleCheck(zip.bytes)
      #expect(check.holds, "\(grant.text): \(short(check.findings))")
      let tree = try #require(check.manifest?.tree)
      #expect(tree.size == 4 && tree.first == first && tree.leaves.count == shown)
    }
  }

  @Test("A grant without claims has an empty tree of its own, and counts of every activity")
  func withoutClaims() throws {
    var grants = grants
    let empty = try grants.addGrant("Deltaordningen")
    let line = try grants.send(empty)
    let check = BundleCheck(try grants.bundle(sentAt: line).bytes)
    #expect(check.holds, "\(short(check.findings))")
    #expect((check.entries, check.minutes) == (0, 0))
    let tree = try #require(check.manifest?.tree)
    #expect(tree.first == 2 && tree.leaves.count == 2)
    // SHA-256 of nothing.
    let nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    #expect(tree.leaves.last == "\(empty.text) 0 0 \(nothing)")
    #expect(
      check.figures.filter { $0.claim.value > 0 }.map(\.claim.figure) == [
        "\(empty.text)/attendances"
      ])
    #expect(check.figures.count == 8)
  }

  @Test("A single grant has no neighbour")
  func single() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(LedgerOpened(origin: "evidence-test-1", name: "T", reconstruction: false)))
    let person = try log.person(.coordinator)
    let code = try #require(ActivityCode("tur"))
    try log.add(.activityAdded(ActivityDetails(code: code, name: "Tur")))
    let day = try #require(Day(text: "2024-01-01"))
    let terms = GrantDetails(
      funder: "F", scheme: "S", from: day, to: try #require(Day(text: "2024-12-31")))
    let grant = GrantID(seq: try log.add(.grantAdded(terms)))
    let entry = try log.hours("tur", .person(person), 60)
    try log.add(.hoursClaimed(entry, grant: grant, minutes: 60))
    let computed = try #require(log.hashed.sentFigures(of: .grant(grant), size: 6, figureSet: 1))
    let line = try log.add(
      .reportSent(
        SentReport(
          .grant(grant), to: "F", on: day, size: 6, digest: computed.digest,
          grants: computed.grants, form: .csv, file: SHA256.hash([1]).hex)))
    let sent = try #require(log.ledger.state.sent[SentID(seq: line)])
    let made = try #require(SentGrant(sent, in: log.records))
    let check = BundleCheck(try Bundle.grant(made, try log.source()).bytes)
    #expect(check.holds, "\(short(check.findings))")
    let tree = try #require(check.manifest?.tree)
    #expect((tree.size, tree.first, tree.leaves.count) == (1, 0, 1))
    #expect(tree.nodes.isEmpty)
  }

  @Test("An older report is shown as it was, whatever was claimed and sent since")
  func versions() throws {
    var grants = grants
    let again = try grants.send(grants.middle)
    let (old, new) = (
      BundleCheck(try grants.bundle().bytes), BundleCheck(try grants.bundle(sentAt: again).bytes)
    )
    #expect(old.holds && new.holds, "\(short(old.findings + new.findings))")
    #expect((old.minutes, old.entries) == (327, 4))
    #expect((new.minutes, new.entries) == (327 - 200 + 7, 4))
  }

  @Test("There is nothing of a year's report, nor of a grant that did not stand")
  func nothing() throws {
    var grants = grants
    let (middle, size) = (grants.middle, grants.sent - 1)
    func made(_ change: @escaping (inout SentReport) -> Void) throws -> SentGrant? {
      let line = try grants.send(middle, change)
      return SentGrant(
        try #require(grants.log.ledger.state.sent[SentID(seq: line)]), in: grants.log.records)
    }
    #expect(try made { $0.size = size } != nil)
    #expect(try made { $0.scope = .year(2024) } == nil)
    #expect(try made { $0.scope = .grant(GrantID(seq: 3)) } == nil)
    #expect(try made { $0.size = middle.seq - 1 } == nil)
    #expect(try made { $0.size = 100_000 } == nil)
  }

  @Test("A checkpoint that does not cover the report proves nothing of it")
  func uncovered() throws {
    let (made, source) = (try grants.grant(), try grants.log.source(size: grants.sent - 1))
    #expect(throws: ProofFault.self) { try Bundle.grant(made, source) }
    let covered = try Bundle.grant(made, try grants.log.source(size: grants.sent))
    #expect(BundleCheck(covered.bytes).holds)
  }
}
