// participants add, correct, list.

import Foundation
import Testing

struct ParticipantsTests {
  private func items(_ tool: Tool, _ words: String...) throws -> [[String: Any]] {
    try tool.run(["participants", "list", "--json"] + words).json().items
  }

  @Test func `several ages are one transaction`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ids = try tool.ids(
      "participants", "add", "--activity", "kafe", "--on", "2024-03-01", "--age", "0-12=14",
      "--age", "13–19=3", "--age", "65+=2")
    #expect(ids == ["d8", "d9", "d10"])
    let items = try items(tool)
    #expect(items.compactMap { $0.text("age") } == ["0-12", "13-19", "65-150"])
    #expect(items.compactMap { $0.int("count") } == [14, 3, 2])
    #expect(items.allSatisfy { $0.text("measure") == "attendances" })
    try tool.done("undo")
    #expect(try self.items(tool).isEmpty)
  }

  @Test func `in Norwegian, with every detail`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.done(
      "deltakere", "ny", "--aktivitet", "kafe", "--dag", "2024", "--antall", "41",
      "--forskjellige", "--kjent", "estimated", "--alder", "0-24", "--lang", "nb")
    #expect(
      ran.out.plain.hasSuffix("førte 41 ulike deltakere i kafe, 0–24 år (2024, anslått)\n"),
      "\(ran.out)")
    try tool.done("deltakere", "rett", "d8", "--antall", "42", "--uten-alder", "--oppmøter")
    let item = try #require(try items(tool, "--year", "2024").first)
    #expect(item.int("count") == 42)
    #expect(item["age"] is NSNull)
    #expect(item.text("measure") == "attendances")
    #expect(item.text("known") == "estimated")
    #expect(try tool.lines().last?.contains(#""reason":"typo""#) == true)
    #expect(try items(tool, "--year", "2023").isEmpty)
    #expect(try items(tool, "--activity", "tur").isEmpty)
    #expect(try items(tool, "--activity", "kafe").count == 1)
  }

  @Test(arguments: [
    ["--activity", "kafe"], ["--activity", "kafe", "--age", "0-12"],
    ["--activity", "kafe", "--count", "3", "--age", "0-12=2"],
    ["--activity", "kafe", "--age", "0-12=2", "--age", "13-19"],
    ["--activity", "kafe", "--age", "0-12=2", "--age", "0-12=3"],
    ["--activity", "kafe", "--count", "0"], ["--activity", "kafe", "--age", "12-0=2"],
    ["--activity", "kafe", "--age", "0-151=2"], ["--activity", "kafe", "--age", "00-12=2"],
    ["--activity", "kafe", "--age", "0-12=0"], ["--count", "3"],
  ])
  func `what is no count is no command`(words: [String]) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run(["participants", "add"] + words)
    #expect(ran.code == 2, "\(ran.err)")
    #expect(try tool.lines().count == 7)
  }

  @Test func `what a rule refuses`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.refused(
      "participants", "add", "-a", "kafe", "--on", "tomorrow", "--count", "3", code: "future-day")
    try tool.refused(
      "participants", "add", "-a", "kafe", "--count", "1000001", code: "participants-out-of-range")
    try tool.refused(
      "participants", "add", "-a", "finnes-ikke", "--count", "3", code: "unknown-activity")
    try tool.refused("participants", "correct", "d9", "--count", "3", code: "unknown-participants")
    try tool.done("participants", "add", "-a", "kafe", "--count", "3")
    try tool.refused("participants", "correct", "d8", "--count", "3", code: "nothing-changed")
    try tool.refused(
      "participants", "correct", "d8", "--age", "0-12", "--no-age", code: "one-age", exit: 2)
    let before = try tool.log()
    let dry = try tool.done("participants", "add", "-a", "kafe", "--count", "3", "--dry-run")
    #expect(dry.out.contains("would record"))
    #expect(try tool.log() == before)
  }

  @Test func `a grant that asks for ages is told of when a count has none, or others`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done(
      "grant", "add", "--funder", "Fond", "--scheme", "Gaver", "--year", "2024", "--ages",
      "0-12,13-19", "--activity", "kafe")
    func told(_ words: String...) throws -> String {
      let ran = try tool.run(["participants", "add", "--count", "3"] + words)
      #expect(ran.code == 0, "\(ran.err)")
      return ran.err
    }
    #expect(try told("-a", "kafe", "--on", "2024-03-01").contains("g8 asks for ages"))
    #expect(
      try told("-a", "kafe", "--on", "2024-03-01", "--age", "0-11").contains("other age bands"))
    #expect(try told("-a", "kafe", "--on", "2024-03-01", "--age", "0-12").isEmpty)
    // Another activity, another year: the grant does not ask.
    #expect(try told("-a", "tur", "--on", "2024-03-01").isEmpty)
    #expect(try told("-a", "kafe", "--on", "2025-03-01").isEmpty)
  }
}
