// The paper of a closed year: what is on it once it is printed, and what may come below it later.

import Foundation
import Testing

struct ClosedReportTests {
  private func tool() throws -> Tool {
    let tool = try Tool()
    try tool.must("init", "--name", "Senter", "--coordinator", "Testperson A")
    try tool.must("person", "add", "Testperson B")
    try tool.must("activity", "add", "Kafé", "--category", "annet")
    for year in ["2023", "2024"] {
      try tool.must(
        "hours", "add", "kafe", "--person", "p3", "--on", "\(year)-05-01", "--minutes", "60")
    }
    try tool.must("hours", "approve", "--all")
    return tool
  }

  /// What is printed has hard spaces between number and unit.
  private func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "\u{A0}", with: " ")
  }

  @Test func `the years it is compared with stand there as they were when it was closed`() throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.must("close", "2023")
    try tool.must("close", "2024")
    let paper = try tool.must("report", "year", "2024", "--json")
    let rows = try #require(try paper.json().list("sections").first { $0.text("key") == "years" })
      .list("rows")
    let states = rows.map { ($0["values"] as? [String: Any])?["closed"] as? String }
    #expect(states == ["closed", "closed"])
    try tool.must("reopen", "2023", "--reason", "typo")
    try tool.must(
      "hours", "add", "kafe", "--person", "p3", "--on", "2023-06-01", "--minutes", "600")
    try tool.must("hours", "approve", "--all")
    try tool.must("close", "2023")
    #expect(try tool.must("report", "year", "2024", "--json").out == paper.out)
  }

  @Test func `late hours stand below both years, and nobody is named`() throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.must("close", "2024")
    try tool.must(
      "hours", "add", "kafe", "--person", "p3", "--on", "2024-07-01", "--minutes", "90", "--late")
    let report = try tool.must("report", "year", "2024")
    #expect(plain(report.out).contains("Learned after closing"))
    #expect(plain(report.out).contains("recorded late: 1 h 30 min in kafe for p3"))
    #expect(plain(report.out).contains("1 as closed, 2.5 now"))
    #expect(!plain(report.out).contains("Testperson"))
    let year = String(Calendar(identifier: .gregorian).component(.year, from: Date()))
    #expect(try tool.must("report", "year", year).out.contains("Late entries from 2024"))
  }

  @Test func `a reopened and closed year shows what it was closed with before`() throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.must("close", "2024")
    try tool.must("reopen", "2024", "--reason", "a sheet was left out")
    try tool.must("hours", "add", "kafe", "--person", "p3", "--on", "2024-08-01", "--minutes", "60")
    try tool.must("hours", "approve", "--all")
    try tool.must("close", "2024")
    let report = try tool.must("report", "year", "2024")
    #expect(plain(report.out).contains("Closed before, and reopened"))
    #expect(try tool.must("log").out.contains("a sheet was left out"))
    #expect(plain(try tool.must("audit").out).contains("2 closings computed again"))
  }

  @Test func `closing says all that is in the way, and what it accepts stands in the log`() throws {
    let tool = try tool()
    defer { tool.remove() }
    try tool.must("activity", "add", "Tur")
    try tool.must("hours", "add", "tur", "--person", "p3", "--on", "2024-05-02", "--minutes", "60")
    let refused = try tool.run("close", "2024")
    #expect(refused.code == 1)
    #expect(plain(refused.err).contains("1 entry is not approved"))
    #expect(plain(refused.err).contains("1 activity has no category"))
    let closed = try tool.must(
      "close", "2024", "--accept", "unapproved", "--accept", "no-category", "--reason", "board")
    #expect(plain(closed.out).contains("accepted: hours not approved, activities without category"))
    #expect(try tool.run("close", "2024").code == 1)
    #expect(try tool.run("undo").err.contains("cannot be undone"))
    #expect(try tool.run("year", "set", "2024", "--divisor", "1700").code == 1)
    #expect(
      try tool.run(
        "hours", "add", "tur", "--person", "p3", "--on", "2024-05-03", "--minutes", "5"
      ).code == 1)
  }
}

extension Tool {
  /// Runs a command that the test takes for granted.
  @discardableResult
  fileprivate func must(_ words: String...) throws -> Ran {
    let ran = try run(words)
    #expect(ran.code == 0, "\(words): \(ran.err)")
    return ran
  }
}
