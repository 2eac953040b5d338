// hours add, correct, approve, list: from words to a line, and why not.

import Foundation
import Testing

struct HoursTests {
  static let on = ["--on", "2024-03-01"]

  /// The data of the last line of the log.
  private func last(_ tool: Tool) throws -> String {
    let line = try #require(try tool.lines().last)
    let data = try #require(line.firstRange(of: #""data":"#))
    return String(line[data.upperBound...].dropLast(75))
  }

  @Test(arguments: [
    (["--minutes", "90"], 90), (["--hours", "1,5"], 90), (["--hours", "1.5"], 90),
    (["--hours", "1:30"], 90), (["--hours", "2"], 120), (["--at", "18-20"], 120),
    (["--at", "18.30-20.15"], 105), (["--at", "22-02"], 240), (["--at", "18-20", "-m", "90"], 90),
    (["--at", "18:30", "--hours", "1"], 60),
  ])
  func `how long, in every spelling`(words: [String], minutes: Int) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run(["hours", "add", "kafe", "-p", "p3"] + Self.on + words)
    #expect(ran.code == 0, "\(ran.err)")
    #expect(try last(tool).contains(#""minutes":\#(minutes),"#))
  }

  @Test(arguments: [
    ("2024-11-01", "2024-11-01"), ("1.11.2024", "2024-11-01"), ("01.11.2024", "2024-11-01"),
    ("2024-11", "2024-11"), ("2024", "2024"), ("2024-03-01..2024-03-15", "2024-03-01..2024-03-15"),
    ("2024-03-01..2024-03-31", "2024-03"), ("2024-01-01..2024-12-31", "2024"),
  ])
  func `a day or a period, in every spelling`(typed: String, stored: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", typed, "--minutes", "60")
    #expect(try last(tool).contains(#""on":"\#(stored)""#))
  }

  @Test func `unnamed people: minutes are the total, and --each multiplies`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let words = [
      "hours", "add", "kafe", "--headcount", "12", "--on", "2024-03-01", "--hours", "1,5",
    ]
    #expect(try tool.run(words).code == 0)
    #expect(try last(tool).contains(#""headcount":12,"minutes":90"#))
    #expect(try tool.run(words + ["--each"]).code == 0)
    #expect(try last(tool).contains(#""headcount":12,"minutes":1080"#))
  }

  @Test func `several persons give an entry each, in one transaction`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ids = try tool.ids(
      "hours", "add", "--activity", "kafe", "-p", "p3", "-p", "beta", "--on", "2024-03-01", "-m",
      "60")
    #expect(ids == ["h8", "h9"])
    #expect(try tool.lines()[7].contains(#""left":1,"#))
    #expect(try tool.lines()[8].contains(#""left":0,"#))
  }

  @Test func `the words that scripts rely on`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let json = try tool.appended(
      "hours", "add", "--activity", "kafe", "--person", "p2", "--on", "2024-11-01", "--minutes",
      "60")
    #expect(json.text("schema") == "dugnad-appended:1")
    #expect(json.items.first?.text("id") == "h8")
    #expect(json.items.first?.int("seq") == 8)
    #expect(json.items.first?.text("type") == "hours.logged")
    #expect(json.items.first?.text("by") == "p2")
    let heads = try tool.appended(
      "hours", "add", "--activity", "kafe", "--headcount", "4", "--on", "2024-11-01", "--minutes",
      "60")
    #expect(heads.items.first?.text("id") == "h9")
  }

  @Test func `what cannot be is refused, by name`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let add = { (code: String, exit: Int32, words: [String]) in
      let ran = try tool.run(["hours", "add"] + words + ["--json"])
      #expect(ran.code == exit, "\(words): \(ran.err)")
      #expect(ran.err.contains("\"\(code)\""), "\(words): \(ran.err)")
      #expect(ran.out.isEmpty)
    }
    let day = ["--on", "2024-03-01"]
    try add("unknown-activity", 1, ["tøys", "-p", "p3", "-m", "9"] + day)
    try add("unknown-person", 1, ["kafe", "-p", "p99", "-m", "9"] + day)
    try add("unknown-person", 1, ["kafe", "-p", "Ingen Slik", "-m", "9"] + day)
    try add("ambiguous-person", 1, ["kafe", "-p", "frivillig", "-m", "9"] + day)
    try add("person-or-headcount", 2, ["kafe", "-m", "9"] + day)
    try add("person-or-headcount", 2, ["kafe", "-p", "p3", "--headcount", "2", "-m", "9"] + day)
    try add("one-activity", 2, ["-p", "p3", "-m", "9"] + day)
    try add("one-activity", 2, ["kafe", "-a", "tur", "-p", "p3", "-m", "9"] + day)
    try add("no-minutes", 2, ["kafe", "-p", "p3"] + day)
    try add("minutes-twice", 2, ["kafe", "-p", "p3", "-m", "9", "--hours", "2"] + day)
    try add("minutes-beyond-span", 2, ["kafe", "-p", "p3", "--at", "18-20", "-m", "180"] + day)
    try add("minutes-out-of-range", 1, ["kafe", "-p", "p3", "-m", "1441"] + day)
    try add("future-day", 1, ["kafe", "-p", "p3", "-m", "9", "--on", "2999-01-01"])
    try add("start-needs-day", 1, ["kafe", "-p", "p3", "--at", "18-20", "--on", "2024-03"])
    try add("bad-period", 2, ["kafe", "-p", "p3", "-m", "9", "--on", "2024-12-01..2025-01-05"])
    try add("unknown-shift", 1, ["kafe", "-p", "p3", "-m", "9", "--shift", "s3"] + day)
    let long = String(repeating: "x", count: 41)
    try add("bad-text", 1, ["kafe", "-p", "p3", "-m", "9", "--voucher", long] + day)
    #expect(try tool.lines().count == 7)
  }

  @Test func `nobody has more than 24 hours in a day, over all activities`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--hours", "20")
    let error = try tool.refused(
      "hours", "add", "tur", "-p", "p3", "--on", "2024-03-01", "-m", "241",
      code: "day-over-24-hours")
    #expect(error.text("message")?.contains("Frivillig Alfa (p3)") == true)
    try tool.done("hours", "add", "tur", "-p", "p3", "--on", "2024-03-01", "--minutes", "240")
  }

  @Test func `two places at once warns, and is recorded`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--at", "18-20")
    let ran = try tool.done(
      "hours", "add", "tur", "-p", "p3", "--on", "2024-03-01", "--at", "19-21")
    #expect(ran.err.hasPrefix("note: Frivillig Alfa (p3) is in two places at once"), "\(ran.err)")
    #expect(ran.out.contains("h9"))
  }

  @Test func `a correction keeps what it does not name, gives its reason, and unapproves`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done(
      "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--at", "18-20", "--voucher",
      "perm 3")
    try tool.done("hours", "approve", "h8")
    try tool.done("hours", "correct", "h8", "--hours", "1")
    #expect(
      try last(tool).contains(#""person":"p3","minutes":60,"known":"recorded","start":"18:00""#))
    #expect(try last(tool).contains(#""voucher":"perm 3","reason":"wrong-minutes"}"#))
    let entry = try #require(try tool.run("hours", "list", "--json").json().items.first)
    #expect(entry["approvedBy"] is NSNull)
    #expect(entry["corrections"] as? [Int] == [10])
    try tool.done("hours", "correct", "h8", "-p", "p4", "--hours", "1")
    #expect(try last(tool).contains(#""reason":"wrong-person""#))
    try tool.done("hours", "correct", "h8", "--voucher", "", "--reason", "typo")
    #expect(try !last(tool).contains("voucher"))
    try tool.refused("hours", "correct", "h8", "--hours", "1", code: "nothing-changed")
    try tool.refused("hours", "correct", "h99", "--hours", "1", code: "unknown-entry")
    try tool.refused("hours", "correct", "h8", "-p", "p3", "-p", "p4", code: "one-person", exit: 2)
  }

  @Test func `approval by id, in bulk, twice, and revoked`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for person in ["p3", "p4", "p5"] {
      try tool.done("hours", "add", "kafe", "-p", person, "--on", "2024-03-01", "-m", "60")
    }
    try tool.done("hours", "approve", "h8")
    try tool.refused("hours", "approve", "h8", code: "already-approved")
    #expect(
      try tool.ids("hours", "approve", "--activity", "kafe", "--on", "2024-03") == ["h9", "h10"])
    let ran = try tool.run("hours", "approve", "--all")
    #expect(ran.code == 1, "nothing left to approve")
    try tool.done("hours", "approve", "h9", "--revoke")
    try tool.refused("hours", "approve", "h9", "--revoke", code: "not-approved")
    try tool.refused("hours", "approve", code: "entries-or-choice", exit: 2)
    try tool.refused("hours", "approve", "h9", "--all", code: "entries-or-choice", exit: 2)
    let waiting = try tool.run("hours", "list", "--unapproved", "--json").json().items
    #expect(waiting.compactMap { $0.text("id") } == ["h9"])
  }
}
