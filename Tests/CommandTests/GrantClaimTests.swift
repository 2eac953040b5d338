// grant claim: an hour is claimed once, and what was passed over is told.

import Foundation
import Testing

struct GrantClaimTests {
  /// Grant g8 of 2024 for kafe; entries h10 and h11 (2 h and 3 h, approved), h12 (not approved), h13 of
  /// tur, h14 of 2025 and h15, which was paid.
  private static func ledger() throws -> Tool {
    let tool = try GrantTests.granted()
    func hours(_ code: String, _ day: String, _ hours: String) throws {
      try tool.done("hours", "add", code, "-p", "p3", "--on", day, "--hours", hours)
    }
    try hours("kafe", "2024-03-01", "2")
    try hours("kafe", "2024-03-02", "3")
    try hours("kafe", "2024-03-03", "1")
    try hours("tur", "2024-03-04", "1")
    try hours("kafe", "2025-03-05", "1")
    try hours("kafe", "2024-03-06", "1")
    try tool.done("hours", "approve", "h10", "h11", "h13", "h14", "h15")
    try tool.done("hours", "mark", "h15", "--mark", "paid")
    return tool
  }

  private func passed(_ json: [String: Any]) -> [String: Int] {
    json.list("passed").reduce(into: [:]) { $0[$1.text("why") ?? ""] = $1.int("count") }
  }

  private func claim(_ tool: Tool, _ words: String...) throws -> [String: Any] {
    let ran = try tool.run(["grant", "claim", "g8", "--json"] + words)
    #expect(ran.code == 0, "\(ran.err)")
    return try ran.json()
  }

  @Test func `what is left of all that fits is claimed, and the rest is told with its reason`()
    throws
  {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let json = try claim(tool, "--activity", "kafe")
    #expect(json.text("schema") == "dugnad-grant-claimed:1")
    #expect(json.items.compactMap { $0.text("entry") } == ["h10", "h11"])
    #expect(json.int("minutes") == 300)
    #expect(passed(json) == ["not-approved": 1, "outside": 1, "paid": 1])
    let ran = try tool.run("tilskudd", "før", "g8", "--alle", "--lang", "nb")
    #expect(ran.code == 1)
    let text = ran.err.plain
    #expect(text.contains("2 føringer (h10, h11): alt ført på g8/c"), "\(text)")
    #expect(text.contains("1 føring (h15): lønnet"), "\(text)")
    #expect(text.contains("1 føring (h12): ikke godkjent"), "\(text)")
    #expect(!text.contains("h14"), "--alle is about the grant's own time: \(text)")
    #expect(!text.contains("h13"), "\(text)")
    #expect(try tool.done("grant", "list", "--json").json().items[0].int("claimedMinutes") == 300)
    #expect(try tool.run("audit").code == 0)
  }

  @Test func `from and to, a person, and work that does not count`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.done("hours", "mark", "h11", "--mark", "travel")
    try tool.done("grant", "change", "g8", "--exclude", "travel")
    let dry = try claim(tool, "--person", "p3", "--dry-run")
    #expect(dry["dryRun"] as? Bool == true)
    #expect(passed(dry) == ["not-approved": 1, "outside": 1, "paid": 1, "excluded": 1])
    let json = try claim(tool, "--from", "2024-03-01", "--to", "2024-03-02")
    #expect(json.items.compactMap { $0.text("entry") } == ["h10"])
    #expect(passed(json) == ["excluded": 1])
    try tool.refused("grant", "claim", "g8", "--activity", "tur", code: "activity-not-of-grant")
    try tool.refused("grant", "claim", "g8", "--person", "p4", code: "nothing-to-claim")
  }

  @Test func `part of an entry, and the rest for another grant`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.done(
      "grant", "add", "--funder", "Annen", "--scheme", "Gaver", "--year", "2024")
    try tool.done("grant", "claim", "g8", "h11", "--hours", "1")
    let other = try #require(
      try tool.done("grant", "list", "--json").json().items.last?.text("id"))
    let error = try tool.refused(
      "grant", "claim", other, "h11", "--minutes", "121", code: "claim-taken")
    #expect(error.text("message")?.contains("claimed on g8") == true)
    let json = try tool.run("grant", "claim", other, "--activity", "kafe", "--json").json()
    #expect(json.items.compactMap { $0.int("minutes") } == [120, 120])
  }

  @Test func `a named entry that cannot be claimed refuses everything, and names the first claim`()
    throws
  {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.done("grant", "claim", "g8", "h10")
    let claim = try #require(
      try tool.lines().last.flatMap { $0.firstMatch(of: /"seq":([0-9]+)/)?.1 })
    let error = try tool.refused("grant", "claim", "g8", "h11", "h10", code: "claim-taken")
    #expect(error.text("message")?.contains("g8 already (c\(claim))") == true, "\(error)")
    let hint = try #require((error["hints"] as? [String])?.first)
    #expect(hint.contains("dugnad grant claim --release c\(claim)"))
    try tool.refused("grant", "claim", "g8", "h12", code: "not-approved-yet")
    try tool.refused("grant", "claim", "g8", "h13", code: "activity-not-of-grant")
    try tool.refused("grant", "claim", "g8", "h14", code: "outside-grant")
    try tool.refused("grant", "claim", "g8", "h15", code: "paid-hours")
    try tool.refused("grant", "claim", "g8", "h99", code: "unknown-entry")
    try tool.refused("grant", "claim", "g9", "h10", code: "unknown-grant")
  }

  @Test func `released hours can be claimed anew, by the advice as it stands`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let id = try #require(try tool.ids("grant", "claim", "g8", "h10").first)
    try tool.refused("grant", "claim", "--release", id, code: "release-needs-reason", exit: 2)
    try tool.refused(
      "grant", "claim", "--release", "h10", "--reason", "typo", code: "which-claims", exit: 2)
    try tool.done("tilskudd", "før", "--frigi", id, "--grunn", "typo")
    try tool.refused("grant", "claim", "--release", id, "--reason", "typo", code: "unknown-claim")
    try tool.done("grant", "claim", "g8", "h10")
  }

  @Test func `what is no choice is no command`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.refused("grant", "claim", "g8", code: "entries-or-choice", exit: 2)
    try tool.refused("grant", "claim", "g8", "h10", "--all", code: "entries-or-choice", exit: 2)
    try tool.refused("grant", "claim", "--all", code: "which-grant", exit: 2)
    try tool.refused("grant", "claim", "g8", "p3", code: "not-an-entry", exit: 2)
    try tool.refused("grant", "claim", "g8", "--all", "-m", "5", code: "minutes-of-each", exit: 2)
    try tool.refused(
      "grant", "claim", "g8", "h10", "-m", "5", "--hours", "1", code: "minutes-twice", exit: 2)
    try tool.refused(
      "grant", "claim", "g8", "h10", "--reason", "typo", code: "reason-of-what", exit: 2)
    try tool.done("grant", "change", "g8", "--status", "refused", "--on", "2024-01-02")
    try tool.refused("grant", "claim", "g8", "--all", code: "grant-takes-none")
  }

  @Test func `a retry tells the same and writes nothing`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let first = try claim(tool, "--all", "--once", "a1")
    let lines = try tool.lines().count
    let again = try claim(tool, "--all", "--once", "a1")
    #expect(again["repeated"] as? Bool == true)
    #expect(again.items.compactMap { $0.text("id") } == first.items.compactMap { $0.text("id") })
    #expect(try tool.lines().count == lines)
  }
}
