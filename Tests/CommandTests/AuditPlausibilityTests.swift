// audit on hours that are hard to believe, and waive: what somebody stands by.

import Foundation
import Testing

struct AuditPlausibilityTests {
  /// A ledger in which h8 and h9 overlap.
  private func overlapping() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "--at", "9-10")
    try tool.done("hours", "add", "tur", "-p", "p3", "--at", "9.30-10.30")
    return tool
  }

  private func items(_ tool: Tool, _ words: String...) throws -> [[String: Any]] {
    let ran = try tool.run(["audit", "--json"] + words)
    #expect(ran.code == 0, "\(ran.err)")
    return (try ran.json()["plausibility"] as? [String: Any] ?? [:]).items
  }

  @Test func `a plain ledger has nothing to look at`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(try tool.done("audit", "--strict").out.contains("Plausibility: nothing to look at\n"))
    #expect(
      try tool.done("kontroll", "--strengt", "--lang", "nb").out
        .contains("Rimelighet: ingenting å se nærmere på\n"))
    #expect(try items(tool).isEmpty)
  }

  @Test func `a finding makes no log less in order, unless it is asked strictly`() throws {
    let tool = try overlapping()
    defer { tool.remove() }
    let text = try tool.done("audit").out.plain
    #expect(text.contains("IN ORDER"))
    #expect(text.contains("Plausibility: 1 finding to look at\n"))
    #expect(text.contains("error    overlap (1): in two places at once\n"))
    #expect(text.contains("    h9: the same person is in h8 at the same time\n"))
    #expect(text.contains("dugnad audit --explain ID"))
    let norwegian = try tool.done("kontroll", "--lang", "nb").out.plain
    #expect(norwegian.contains("    h9: samme person er i h8 på samme tid\n"))
    #expect(try tool.run("audit", "--strict").code == 1)
    #expect(try tool.run("audit", "--strict", "--json").code == 1)
    let item = try #require(try items(tool).first)
    #expect(item.text("id") == "overlap" && item.text("severity") == "error")
    #expect(item.text("entry") == "h9" && item["others"] as? [String] == ["h8"])
    #expect(item["waived"] == nil)
  }

  @Test func `infos pass a strict audit, and many of a kind are one line`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for day in 1...8 {
      try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2025-03-0\(day)", "-m", "61")
    }
    let text = try tool.done("audit", "--strict").out.plain
    #expect(
      text.contains("(8): recorded over 30 days after the work: h8, h9, h10, h11, h12, h13 …\n"))
    let all = try tool.done("audit", "--all").out
    for seq in 8...15 { #expect(all.contains("    h\(seq): recorded ")) }
    #expect(try items(tool).count == 8)
  }

  @Test func `a year restricts what is told`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "1000")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2025-03-01", "-m", "61")
    #expect(try items(tool).count == 3)
    #expect(try items(tool, "--year", "2025").compactMap { $0.text("entry") } == ["h9"])
    #expect(try tool.run("audit", "--strict", "--year", "2025").code == 0)
    #expect(try tool.run("kontroll", "--strengt", "--år", "2024").code == 1)
    try tool.refused("audit", "--grant", "g8", code: "unknown-grant")
  }

  @Test func `what somebody stands by is told apart, with who and why`() throws {
    let tool = try overlapping()
    defer { tool.remove() }
    let before = try tool.contents()
    try tool.done("waive", "h9", "--finding", "overlap", "--reason", "board", "--dry-run")
    #expect(try tool.contents() == before)
    for _ in 0..<2 {
      try tool.done(
        "begrunn", "h9", "--funn", "overlap", "--grunn", "board", "--once", "w1", "--lang", "nb")
    }
    #expect(try tool.lines().count == 10, "a retry writes once")
    #expect(try tool.lines().last?.contains("\"type\":\"finding.waived\"") == true)
    let text = try tool.done("audit", "--strict").out.plain
    #expect(text.contains("Plausibility: nothing to look at · 1 stood by with a reason\n"))
    #expect(
      try tool.done("audit", "--all").out.plain.contains(
        "overlap: h9: the same person is in h8 at the same time – decided by the board, p2, line 10\n"
      ))
    let waived = try #require(try items(tool).first?["waived"] as? [String: Any])
    #expect(waived.text("reason") == "board" && waived.text("by") == "p2")
    #expect(waived.int("line") == 10 && waived.text("at")?.isEmpty == false)
    // It is not stood by twice, an undo takes it back, and a correction too.
    try tool.refused(
      "waive", "h9", "--finding", "overlap", "--reason", "other", code: "already-waived")
    try tool.done("undo")
    #expect(try tool.run("audit", "--strict").code == 1)
    try tool.done("redo")
    #expect(try tool.run("audit", "--strict").code == 0)
    try tool.done("hours", "correct", "h9", "-m", "45", "--reason", "typo")
    #expect(try tool.run("audit", "--strict").code == 1)
  }

  @Test func `nobody stands by what is not found`() throws {
    let tool = try overlapping()
    defer { tool.remove() }
    let error = try tool.refused(
      "waive", "h9", "--finding", "long-day", "--reason", "board", code: "finding-not-found")
    #expect(error.list("errors").map { $0.text("id") } == ["overlap"])
    let ran = try tool.run(
      "begrunn", "h9", "--funn", "long-day", "--grunn", "board", "--lang", "nb")
    #expect(ran.err.contains("overlap: samme person er i h8 på samme tid"), "\(ran.err)")
    try tool.refused(
      "waive", "h8", "--finding", "overlap", "--reason", "board", code: "finding-not-found")
    try tool.refused(
      "waive", "h9", "h8", "--finding", "overlap", "--reason", "board", code: "finding-not-found")
    try tool.refused(
      "waive", "h70", "--finding", "overlap", "--reason", "board", code: "unknown-entry")
    try tool.refused("waive", "h9", "--finding", "overlap", code: "finding-and-reason", exit: 2)
  }

  @Test func `each id is explained in both languages`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let listed = try tool.done("audit", "--list-checks", "--json").json().list("plausibility")
    #expect(listed.count == 11)
    for item in listed {
      let id = try #require(item.text("id"))
      for key in ["meaning", "why", "remedy", "waiving"] {
        #expect(item.text(key)?.isEmpty == false, "\(id) \(key)")
      }
      let english = try tool.done("audit", "--explain", id).out
      #expect(english.hasPrefix(id) && english.contains("dugnad waive ENTRY --finding \(id)"))
      let norwegian = try tool.done("kontroll", "--forklar", id, "--lang", "nb").out
      #expect(norwegian.contains("hvorfor: ") && norwegian.contains("--funn \(id)"))
    }
    #expect(try tool.done("audit", "--explain", "head-cut").out.hasPrefix("head-cut (error): "))
    #expect(try tool.run("audit", "--explain", "no-such").code == 2)
  }

  @Test func `a log that is not in order is not looked at for what is hard to believe`() throws {
    let tool = try overlapping()
    defer { tool.remove() }
    try AuditTests.tamper(tool) { $0 = $0.replacing("Møteplasser", with: "Møteplassen") }
    let ran = try tool.run("audit", "--strict")
    #expect(ran.code == 3 && !ran.out.contains("Plausibility"))
    #expect(try tool.run("audit", "--json").json()["plausibility"] is NSNull)
  }
}
