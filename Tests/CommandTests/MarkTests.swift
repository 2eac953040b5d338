// hours mark and activity change --mark.

import Foundation
import Testing

struct MarkTests {
  /// A small ledger with an approved entry h8 of two hours in kafe.
  static func withHours() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--hours", "2")
    try tool.done("hours", "approve", "--all")
    return tool
  }

  @Test(arguments: [
    ("paid,travel", ["paid", "travel"]), ("reise,lønnet", ["paid", "travel"]),
    ("in-kind", ["in-kind"]), ("naturalia", ["in-kind"]),
    ("offentlig,styre", ["public-task", "board"]),
  ])
  func `entries are marked in either language, in the order of the log`(
    typed: String, marks: [String]
  ) throws {
    let tool = try Self.withHours()
    defer { tool.remove() }
    try tool.done("timer", "merk", "h8", "--merk", typed)
    let line = try #require(try tool.lines().last)
    let list = marks.map { "\"\($0)\"" }.joined(separator: ",")
    #expect(line.contains("[\(list)]"), "\(line)")
    try tool.refused("hours", "mark", "h8", "--mark", typed, code: "nothing-changed")
    try tool.done("hours", "mark", "h8", "--mark", "none")
    try tool.refused("hours", "mark", "h8", "--mark", "ingen", code: "nothing-changed")
  }

  @Test func `activities have marks of their own`() throws {
    let tool = try Self.withHours()
    defer { tool.remove() }
    try tool.done("aktivitet", "endre", "kafe", "--merk", "åpen-møteplass,reise")
    #expect(try tool.lines().last?.contains(#"["travel","open-place"]"#) == true)
    try tool.done("activity", "change", "kafe", "--mark", "none", "--group", "Ny")
    #expect(try tool.lines().count == 12)
    try tool.refused("activity", "change", "kafe", "--mark", "paid", code: "mark-not-here")
    try tool.refused("hours", "mark", "h8", "--mark", "open-place", code: "mark-not-here")
  }

  @Test func `marks change no figure`() throws {
    let tool = try Self.withHours()
    defer { tool.remove() }
    let before = try tool.figures()
    try tool.done("hours", "mark", "h8", "--mark", "paid")
    #expect(try tool.figures() == before)
  }

  @Test func `what cannot be is refused`() throws {
    let tool = try Self.withHours()
    defer { tool.remove() }
    try tool.refused("hours", "mark", "h8", code: "usage", exit: 2)
    try tool.refused("hours", "mark", "h8", "--mark", "betalt", code: "usage", exit: 2)
    try tool.refused("hours", "mark", "h8", "--mark", "paid,", code: "usage", exit: 2)
    try tool.refused("hours", "mark", "h9", "--mark", "paid", code: "unknown-entry")
    let nb = try tool.run("timer", "merk", "h8", "--merk", "betalt", "--lang", "nb").err
    #expect(nb.contains("lønnet, naturalia"), "\(nb)")
  }
}
