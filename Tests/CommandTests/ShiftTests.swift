// shift and signup: the plan, its places, and the waiting list.

import Foundation
import Testing

struct ShiftTests {
  /// A ledger with the shift s8: one place on 1 March 2024.
  static func planned() throws -> Tool {
    let tool = try Tool.small()
    try tool.done(
      "shift", "add", "kafe", "--on", "2024-03-01", "--at", "18-20", "--places", "1")
    return tool
  }

  private func shift(_ tool: Tool) throws -> [String: Any] {
    try #require(try tool.run("shift", "list", "--json").json().items.first)
  }

  private func statuses(_ tool: Tool) throws -> [String] {
    try tool.run("signup", "list", "s8", "--json").json().items
      .map { "\($0.text("person") ?? "") \($0.text("status") ?? "")" }
  }

  @Test func `a shift and what scripts see of it`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    let shift = try shift(tool)
    #expect(shift.text("id") == "s8")
    #expect(shift.text("activity") == "kafe")
    #expect(shift.text("on") == "2024-03-01")
    #expect(shift.text("start") == "18:00")
    #expect(shift.text("end") == "20:00")
    #expect(shift.int("places") == 1)
    #expect(shift.int("placed") == 0)
  }

  @Test func `the second waits, and moves up when the first withdraws`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    #expect(try tool.ids("signup", "add", "s8", "p3", "beta", "ærlig") == ["u9", "u10", "u11"])
    #expect(try statuses(tool) == ["p3 placed", "p4 waiting", "p5 waiting"])
    let lines = try tool.lines().count
    try tool.done("signup", "withdraw", "s8", "alfa")
    #expect(try tool.lines().count == lines + 2, "the promotion is in the same transaction")
    #expect(try tool.lines().suffix(2).first?.contains(#""left":1,"#) == true)
    #expect(try statuses(tool) == ["p3 withdrawn", "p4 placed", "p5 waiting"])
    try tool.done("undo")
    #expect(try statuses(tool) == ["p3 placed", "p4 waiting", "p5 waiting"])
    try tool.done("redo")
    #expect(try statuses(tool) == ["p3 withdrawn", "p4 placed", "p5 waiting"])
  }

  @Test func `more places take in those who wait, fewer than taken are refused`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    try tool.done("signup", "add", "s8", "p3", "p4", "p5")
    try tool.done("shift", "change", "s8", "--places", "2", "--at", "17-20")
    #expect(try statuses(tool) == ["p3 placed", "p4 placed", "p5 waiting"])
    try tool.refused("shift", "change", "s8", "--places", "1", code: "places-below-taken")
    try tool.done("shift", "change", "s8", "--no-limit")
    #expect(try statuses(tool).last == "p5 placed")
    #expect(try shift(tool)["places"] is NSNull)
    #expect(try shift(tool).text("start") == "17:00")
  }

  @Test func `a cancelled shift takes nobody, keeps its history, and never touches hours`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    try tool.done("signup", "add", "s8", "p3")
    try tool.done(
      "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--at", "18-20", "--shift", "s8")
    let before = try tool.figures()
    try tool.done("shift", "cancel", "s8", "--reason", "weather")
    #expect(try tool.figures() == before)
    #expect(try shift(tool).text("cancelled") == "weather")
    #expect(try statuses(tool) == ["p3 placed"])
    try tool.refused("signup", "add", "s8", "p4", code: "shift-cancelled")
    try tool.refused("shift", "cancel", "s8", code: "shift-cancelled")
    let ran = try tool.done(
      "hours", "add", "kafe", "-p", "p4", "--on", "2024-03-01", "-m", "30", "--shift", "s8")
    #expect(ran.err.contains("note: s8 is cancelled"))
    #expect(ran.code == 0)
  }

  @Test func `a plan never becomes hours`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    try tool.done("signup", "add", "s8", "p3")
    let totals = try tool.run("stats", "2024", "--json").json()["totals"] as? [String: Any]
    #expect(totals?.int("minutes") == 0)
    #expect(totals?.int("distinct") == 0)
  }

  @Test func `a place held by an undo is found out, and the shift cannot be undone alone`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    try tool.done("signup", "add", "s8", "p3")
    let error = try tool.refused("undo", "s8", code: "needed-by")
    #expect(error.text("message")?.contains("9: ") == true)
    try tool.done("undo", "s8", "--cascade")
    #expect(try tool.run("shift", "list", "--json").json().items.isEmpty)
    try tool.done("redo")
    #expect(try statuses(tool) == ["p3 placed"])
  }

  @Test func `what cannot be is refused, by name`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    try tool.done("signup", "add", "s8", "p3")
    try tool.refused("signup", "add", "s8", "p3", code: "already-signed-up")
    try tool.refused("signup", "add", "s99", "p3", code: "unknown-shift")
    try tool.refused("signup", "add", "s8", "p99", code: "unknown-person")
    try tool.refused("signup", "withdraw", "s8", "p4", code: "not-signed-up")
    try tool.refused("signup", "list", "s99", code: "unknown-shift")
    try tool.refused("shift", "change", "s8", code: "nothing-changed")
    try tool.refused("shift", "change", "s99", "--places", "2", code: "unknown-shift")
    try tool.refused(
      "shift", "add", "kafe", "--on", "2024-03-01", "--at", "18", code: "needs-span", exit: 2)
    try tool.refused("shift", "add", "kafe", "--on", "2024-03-01", code: "usage", exit: 2)
    try tool.refused(
      "hours", "add", "tur", "-p", "p3", "--on", "2024-03-01", "-m", "5", "--shift", "s8",
      code: "shift-of-other-activity")
    try tool.refused("signup", "add", "s8", code: "usage", exit: 2)
  }

  @Test func `shifts are listed by activity and period, in the order of their days`() throws {
    let tool = try Self.planned()
    defer { tool.remove() }
    try tool.done("shift", "add", "tur", "--on", "2024-02-01", "--at", "22-02")
    try tool.done("shift", "add", "kafe", "--on", "2999-12-31", "--at", "10-12")
    let ids = { (words: [String]) in
      try tool.run(["shift", "list", "--json"] + words).json().items.compactMap { $0.text("id") }
    }
    #expect(try ids([]) == ["s9", "s8", "s10"])
    #expect(try ids(["--activity", "kafe"]) == ["s8", "s10"])
    #expect(try ids(["--on", "2024"]) == ["s9", "s8"])
    #expect(try ids(["--on", "2024-02"]) == ["s9"])
  }
}
