// todo and the status: what waits, in the order of what is lost, each with a command that works.

import Foundation
import Testing

struct TodoTests {
  /// The kinds that wait.
  private func kinds(_ tool: Tool) throws -> [String] {
    let json = try tool.done("todo", "--json").json()
    #expect(json.text("schema") == "dugnad-todo:1")
    return json.items.compactMap { $0.text("kind") }
  }

  @Test func `from a shift to the annual meeting`() throws {
    let tool = try FromShiftTests.held()
    defer { tool.remove() }
    #expect(try kinds(tool) == ["shift-without-hours"])
    #expect(
      try tool.done("gjøremål", "--lang", "nb").out.plain
        == "Før timer for vakt s8 (Kafé, 1. mars 2024, 2 påmeldte): dugnad timer ny --fra-vakt s8\n"
    )
    try tool.done("hours", "add", "--from-shift", "s8")
    #expect(try kinds(tool) == ["approve", "set-category", "close-year"])
    let norwegian = try tool.done("å-gjøre", "--lang", "nb").out.plain
    #expect(
      norwegian.contains(
        "Godkjenn 2 føringer i Kafé (4 t): dugnad timer godkjenn --aktivitet kafe\n"),
      "\(norwegian)")
    #expect(
      norwegian.contains(
        "Før du kan avslutte 2024, 2 ting: 2 føringer er ikke godkjent, 1 aktivitet mangler "
          + "kategori: dugnad avslutt 2024\n"), "\(norwegian)")
    try tool.done("hours", "approve", "--activity", "kafe")
    try tool.done("activity", "change", "kafe", "--category", "kurs")
    #expect(try kinds(tool) == ["close-year"])
    #expect(try tool.done("todo").out == "Close 2024: dugnad close 2024\n")
    try tool.done("close", "2024")
    #expect(try kinds(tool) == ["approve-year"])
    try tool.done("close", "2024", "--approved", "today")
    #expect(try kinds(tool).isEmpty)
    #expect(try tool.done("todo", "--lang", "nb").out == "Ingenting venter.\n")
  }

  @Test func `every command that has no word to fill in is one that works`() throws {
    for language in ["nb", "en"] {
      let tool = try FromShiftTests.held()
      defer { tool.remove() }
      try tool.done("hours", "add", "kafe", "-p", "p5", "--on", "2025-03-01", "--hours", "17")
      for _ in 0..<2 {
        let items = try tool.done("todo", "--json", "--lang", language).json().items
        for item in items where item.text("kind") != "close-year" {
          let command = try #require(item.text("command"))
          let filled = command.replacing("KATEGORI", with: "kurs").replacing(
            "CATEGORY", with: "kurs")
          let words = filled.split(separator: " ").map(String.init)
          #expect(words.first == "dugnad")
          let ran = try tool.run(Array(words.dropFirst()))
          #expect(ran.code == 0, "\(command): \(ran.err)")
        }
      }
      #expect(try kinds(tool) == ["look-at", "close-year", "close-year"])
    }
  }

  @Test func `it names nobody`() throws {
    let tool = try FromShiftTests.held()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p5", "--on", "2025-03-01", "--hours", "17")
    for words in [["todo"], ["todo", "--json"], []] {
      let out = try tool.run(words).out
      #expect(!out.contains("Frivillig"), "\(out)")
      #expect(out.firstMatch(of: /\bp[0-9]/) == nil, "\(out)")
    }
  }

  @Test func `what looks wrong says why`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p5", "--on", "2025-03-01", "--hours", "17")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2025-03-01", "--at", "10-12")
    try tool.done("hours", "add", "tur", "-p", "p3", "--on", "2025-03-01", "--at", "11-12")
    for _ in 0..<2 {
      try tool.done("hours", "add", "tur", "-p", "p4", "--on", "2025-03-01", "--hours", "2")
    }
    let out = try tool.done("todo").out.plain
    #expect(out.contains("Look at h8: 17 h on one day: dugnad show h8\n"), "\(out)")
    #expect(out.contains("Look at h10: the same person is in h9 at the same time: "), "\(out)")
    #expect(out.contains("Look at h12: looks like h11 once more: "), "\(out)")
  }

  @Test func `the status has at most ten, and says how many more there are`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for day in 10..<22 {
      try tool.done("shift", "add", "kafe", "--on", "2024-03-\(day)", "--at", "18-20")
      try tool.done("signup", "add", "s\(try tool.lines().count)", "p3")
    }
    let status = try tool.done().out
    #expect(status.components(separatedBy: "--from-shift").count - 1 == 10, "\(status)")
    #expect(status.contains("  and 2 more: dugnad todo\n"))
    #expect(try tool.done("--lang", "nb").out.contains("  og 2 til: dugnad gjøremål\n"))
    #expect(try tool.done("todo").out.components(separatedBy: "--from-shift").count - 1 == 12)
    #expect(try tool.done("--json").json().int("todo") == 12)
  }

  @Test func `the status shows which years are closed, with the figures they were closed on`()
    throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "change", "kafe", "--category", "kurs")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--hours", "2")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2025-03-01", "--hours", "1")
    try tool.done("hours", "approve", "--all")
    #expect(try tool.done().out.plain.contains("2024  open: 2 hours"))
    try tool.done("close", "2024")
    #expect(try tool.done().out.plain.contains("2024  closed, not approved yet: 2 hours"))
    try tool.done("close", "2024", "--approved", "today")
    try tool.done(
      "hours", "add", "kafe", "-p", "p4", "--on", "2024-03-01", "--hours", "9", "--late")
    let status = try tool.done("--lang", "nb").out.plain
    #expect(status.contains(/2024  avsluttet, godkjent [0-9]+\. [a-z]+ 20[0-9]{2}: 2 timer/))
    #expect(status.contains("2025  åpent: 1 time"))
    let json = try tool.done("--json").json()
    #expect(json["openYears"] as? [Int] == [2025])
    #expect(json.list("closedYears").map { $0.int("year") } == [2024])
    #expect(json.list("closedYears").first?.text("approved")?.count == 10)
  }
}
