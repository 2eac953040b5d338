// log and show: the log in words, for people and for scripts.

import Foundation
import Testing

struct LookTests {
  /// A ledger with ten lines more, of several kinds and two authors.
  static func busy() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("person", "add", "Koordinator To", "--role", "coordinator")
    let by = ["--by", "p8"]
    try tool.done(
      "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60", "--by", "p2")
    try tool.done("hours", "add", "tur", "-p", "p4", "--on", "2024-04-01", "-m", "60", by[0], by[1])
    try tool.done("shift", "add", "tur", "--on", "2024-03-01", "--at", "10-12", "--by", "p2")
    try tool.done("signup", "add", "s11", "p3", "--by", "p2")
    try tool.done("hours", "correct", "h9", "-m", "90", "--by", "p2")
    try tool.done("undo", "h10", "--by", "p2")
    return tool
  }

  private func lines(_ tool: Tool, _ words: String...) throws -> [Int] {
    let ran = try tool.run(["log", "--json"] + words)
    #expect(ran.code == 0, "\(ran.err)")
    return try ran.json().list("sections").flatMap { $0.list("rows") }
      .compactMap { ($0["values"] as? [String: Any])?.int("line") }
  }

  @Test func `the log by type, person, activity, author and day`() throws {
    let tool = try Self.busy()
    defer { tool.remove() }
    #expect(try lines(tool) == Array(1...14))
    #expect(try lines(tool, "--type", "hours.logged") == [9, 10])
    #expect(try lines(tool, "--type", "hours.logged", "--type", "event.undone") == [9, 10, 14])
    #expect(try lines(tool, "--person", "alfa") == [3, 9, 12, 13])
    #expect(try lines(tool, "--activity", "tur").starts(with: [7, 10, 11]))
    #expect(try !lines(tool, "--activity", "tur").contains(9))
    #expect(try lines(tool, "--by", "p8") == [10])
    #expect(try Set(lines(tool, "--on", "2024-03")).isSuperset(of: [9, 11, 13]))
    #expect(try !lines(tool, "--on", "2024-03").contains(10))
    #expect(try lines(tool, "--newest", "2") == [13, 14])
    #expect(try lines(tool, "--recorded", "2019") == [])
    #expect(try lines(tool, "--person", "p3", "--type", "hours.corrected") == [13])
  }

  @Test func `an undone line says so, and by whom`() throws {
    let tool = try Self.busy()
    defer { tool.remove() }
    let text = try tool.done("log").out
    let line = try #require(text.split(separator: "\n").first { $0.contains("in tur for") })
    #expect(line.contains("undone in line 14 by Koordinator Eksempel (p2)"))
    // As it was known before, it stood.
    let before = try tool.done("log", "--as-known-on", "13").out
    #expect(!before.contains("undone in line 14"))
  }

  @Test(arguments: [
    ("p3", "Frivillig Alfa (p3)"), ("h9", "1 h 30 min"), ("s11", "kafe"), ("u12", "s11"),
    ("kafe", "Møteplasser"), ("14", "undid line 10"), ("Frivillig Ærlig", "p5"), ("Kafé", "kafe"),
    ("h10", "undone in line 14"), ("1", "opened the log"),
  ])
  func `anything with an id, a code or a name is shown`(id: String, words: String) throws {
    let tool = try Self.busy()
    defer { tool.remove() }
    let ran = try tool.done("show", id, "--everything")
    #expect(ran.out.plain.contains(id == "s11" ? "tur" : words), "\(ran.out)")
    let json = try tool.done("show", id, "--json").json()
    #expect(json.text("schema") == "dugnad-report:1")
    #expect(try tool.done("vis", id, "--lang", "nb").err.isEmpty)
  }

  @Test(arguments: ["p99", "h1", "s9", "99", "finnes-ikke", "h0", "p1", "0", "-1"])
  func `what is not there is refused with a way out`(id: String) throws {
    let tool = try Self.busy()
    defer { tool.remove() }
    let ran = try tool.run("show", id)
    #expect([1, 2].contains(ran.code))
    #expect(ran.out.isEmpty)
    #expect(ran.err.hasPrefix("error: "))
    #expect(ran.err.contains("hint: ") || ran.err.contains("See: "))
  }

  @Test func `an entry keeps its history: the value before, and who recorded it when`() throws {
    let tool = try Self.busy()
    defer { tool.remove() }
    let text = try tool.done("show", "h9").out.plain
    #expect(text.contains("recorded 1 h in kafe for Frivillig Alfa (p3)"))
    #expect(text.contains("corrected h9 to 1 h 30 min"))
    #expect(text.contains("not approved"))
  }
}
