// hours add --from-shift: from who was on a shift to hours, once for each.

import Foundation
import Testing

struct FromShiftTests {
  /// A ledger where p3 and p4 have the two places of the shift s8, and p5 waits; eleven lines.
  static func held() throws -> Tool {
    let tool = try Tool.small()
    try tool.done(
      "shift", "add", "kafe", "--on", "2024-03-01", "--at", "18-20", "--places", "2")
    try tool.done("signup", "add", "s8", "p3", "p4", "p5")
    return tool
  }

  /// What is recorded on the shift: who and how many minutes, in the order of the entries.
  private func recorded(_ tool: Tool) throws -> [String] {
    try tool.run("hours", "list", "--json").json().items.map { item in
      let who = item.text("person") ?? "\(item.int("headcount") ?? 0)"
      return "\(who) \(item.int("minutes") ?? 0) \(item.text("start") ?? "-") "
        + "\(item.text("shift") ?? "-")"
    }
  }

  @Test func `everybody with a place gets the hours of the plan, whoever waits gets none`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    let ran = try tool.done("hours", "add", "--from-shift", "s8")
    #expect(try recorded(tool) == ["p3 120 18:00 s8", "p4 120 18:00 s8"])
    #expect(ran.err.plain.contains("2 people, 4 h in all, 2 h each"), "\(ran.err)")
    #expect(ran.err.contains("on the waiting list, left out: Frivillig Ærlig (p5)"))
    #expect(try tool.lines().suffix(2).first?.contains(#""left":1,"#) == true)
    let item = try #require(try tool.run("hours", "list", "--json").json().items.first)
    #expect(item.text("on") == "2024-03-01")
    #expect(item.text("activity") == "kafe")
  }

  @Test func `who came otherwise, who did not come, and one who left early`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    let ids = try tool.ids(
      "timer", "ny", "--fra-vakt", "s8", "--unntatt", "beta", "--person", "ærlig", "--antall", "3",
      "--sett", "Frivillig Alfa=1,5")
    #expect(ids == ["h12", "h13", "h14"])
    #expect(try recorded(tool) == ["p3 90 18:00 s8", "p5 120 18:00 s8", "3 360 18:00 s8"])
  }

  @Test(arguments: [
    (["--minutes", "30"], "30 18:00"), (["--hours", "3"], "180 18:00"),
    (["--at", "17-20"], "180 17:00"), (["--at", "17"], "120 17:00"),
  ])
  func `another time for all of them`(words: [String], expected: String) throws {
    let tool = try Self.held()
    defer { tool.remove() }
    #expect(
      try tool.run(["hours", "add", "--from-shift", "s8", "--except", "p4"] + words).code == 0)
    #expect(try recorded(tool) == ["p3 \(expected) s8"])
  }

  @Test func `twice doubles nobody`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p4", "--on", "2024-03-01", "-m", "60")
    try tool.done(
      "hours", "add", "--from-shift", "s8", "--except", "p4", "--headcount", "2", "--person", "p5")
    let second = try tool.done("hours", "add", "--from-shift", "s8", "--headcount", "2")
    #expect(second.err.contains("have hours already: Frivillig Alfa (p3)"), "\(second.err)")
    #expect(
      try recorded(tool).filter { $0.hasSuffix("s8") }.sorted() == [
        "2 240 18:00 s8", "p3 120 18:00 s8", "p4 120 18:00 s8", "p5 120 18:00 s8",
      ])
    let before = try tool.contents()
    let third = try tool.done("hours", "add", "--from-shift", "s8", "--headcount", "2")
    #expect(third.out.isEmpty)
    #expect(third.err.contains("Everybody on s8 has hours"))
    let json = try tool.done("hours", "add", "--from-shift", "s8", "--json").json()
    #expect(json.text("schema") == "dugnad-appended:1")
    #expect(json.items.isEmpty)
    #expect(try tool.contents() == before)
    try tool.refused(
      "hours", "add", "--from-shift", "s8", "--headcount", "3", code: "unnamed-before")
  }

  @Test func `hours taken back are proposed again`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    try tool.done("hours", "add", "--from-shift", "s8")
    try tool.done("undo", "h12")
    #expect(try tool.ids("hours", "add", "--from-shift", "s8") == ["h15"])
    #expect(try recorded(tool) == ["p4 120 18:00 s8", "p3 120 18:00 s8"])
  }

  @Test func `a retry under the same id writes nothing new`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    let first = try tool.ids("hours", "add", "--from-shift", "s8", "--once", "x")
    let json = try tool.appended("hours", "add", "--from-shift", "s8", "--once", "x")
    #expect(json.items.compactMap { $0.text("id") } == first)
    #expect(json["repeated"] as? Bool == true)
    #expect(try recorded(tool).count == 2)
  }

  @Test func `a cancelled shift is warned of, since people may have come all the same`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    try tool.done("shift", "cancel", "s8")
    let ran = try tool.done("hours", "add", "--from-shift", "s8")
    #expect(ran.err.contains("s8 is cancelled"), "\(ran.err)")
    #expect(try recorded(tool).count == 2)
  }

  @Test func `what cannot be`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    let shift = ["hours", "add", "--from-shift", "s8"]
    for (words, code, exit) in [
      (["--except", "p2"], "not-signed-up", Int32(1)), (["--set", "p2=1"], "not-proposed", 1),
      (["--set", "p5=1"], "not-proposed", 1),
      (["--except", "p4", "--set", "p4=1"], "not-proposed", 1),
      (["--set", "p3=1", "--set", "alfa=2"], "set-twice", 2),
      (["--except", "p3", "--person", "p3"], "person-and-except", 2),
      (["--on", "2024-03-01"], "shift-says-it", 2), (["kafe"], "shift-says-it", 2),
      (["--shift", "s8"], "shift-says-it", 2), (["-a", "kafe"], "shift-says-it", 2),
      (["--set", "alfa"], "usage", 2), (["--set", "=2"], "usage", 2),
      (["--except", "p3", "--except", "p4"], "nobody-on-shift", 1),
    ] as [([String], String, Int32)] {
      let ran = try tool.run(shift + words + ["--json"])
      #expect(ran.code == exit, "\(words): \(ran.err)")
      #expect(ran.err.contains(#""code":"\#(code)""#), "\(words): \(ran.err)")
    }
    try tool.refused("hours", "add", "--from-shift", "s99", code: "unknown-shift")
    try tool.refused("hours", "add", "kafe", "--except", "p3", code: "needs-from-shift", exit: 2)
    #expect(try recorded(tool).isEmpty)
  }

  @Test func `a shift that is not over has no hours yet`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("shift", "add", "kafe", "--on", "tomorrow", "--at", "10-12")
    try tool.done("signup", "add", "s8", "p3")
    try tool.refused("hours", "add", "--from-shift", "s8", code: "shift-not-over")
    try tool.refused(
      "hours", "add", "--from-shift", "s8", "--headcount", "2", code: "shift-not-over")
  }

  @Test func `hours of a closed year go beside its figures`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p5", "--on", "2024-02-01", "-m", "60")
    try tool.done(
      "close", "2024", "--accept", "unapproved", "--accept", "no-category", "--accept",
      "open-shifts", "--reason", "board")
    let figures = try tool.figures()
    try tool.refused("hours", "add", "--from-shift", "s8", code: "year-closed")
    try tool.done("hours", "add", "--from-shift", "s8", "--late")
    #expect(try tool.lines().last?.contains(#""type":"late.logged""#) == true)
    #expect(try tool.figures() == figures)
    try tool.done("hours", "correct", "h14", "--minutes", "30", "--etter")
    #expect(try tool.lines().last?.contains(#""type":"late.corrected""#) == true)
    #expect(try tool.run("audit").code == 0)
  }

  @Test func `a dry run shows the proposal and writes nothing`() throws {
    let tool = try Self.held()
    defer { tool.remove() }
    let before = try tool.contents()
    let ran = try tool.done("hours", "add", "--from-shift", "s8", "--dry-run")
    #expect(ran.out.contains("would record: h12"))
    #expect(ran.out.contains("would record: h13"))
    #expect(try tool.contents() == before)
  }
}
