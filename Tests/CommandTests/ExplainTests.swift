// explain: addresses that are none are told apart, and each says how to go on.

import Foundation
import Testing

struct ExplainTests {
  static func ready() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "-p", "p4", "--on", "2024-03-01", "-m", "60")
    try tool.done("hours", "add", "kafe", "--headcount", "7", "--on", "2024-03-02", "-m", "70")
    return tool
  }

  @Test(arguments: [
    ("foo", "not-a-figure", 2), ("", "not-a-figure", 2), ("/", "not-a-figure", 2),
    ("2024/kafe", "no-measure", 2), ("2024/kafe/tøys", "unknown-measure", 2),
    ("2024/group/Møteplasser", "unknown-measure", 2), ("2024/toys/hours", "unknown-activity", 1),
    ("2024/kafee/hours", "unknown-activity", 1), ("2024/group/Møteplass/hours", "unknown-group", 1),
    ("2024/sector/Andre/distinct", "unknown-sector", 1), ("20245/hours", "not-a-figure", 2),
    ("2024/kafe/hours/mer", "not-a-figure", 2), ("999", "no-such-figure", 1),
  ])
  func `an address that is none is refused by name, with a hint`(
    address: String, code: String, exit: Int
  ) throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let error = try tool.refused("explain", address, code: code, exit: Int32(exit))
    #expect((error["hints"] as? [String])?.isEmpty == false, "\(address)")
  }

  @Test func `a near miss is met with the right name`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    #expect(try tool.run("explain", "2024/kafee/hours").err.contains("did you mean kafe?"))
    #expect(
      try tool.run("forklar", "2024/group/Møteplass/hours", "--lang", "nb").err
        .contains("mente du Møteplasser?"))
  }

  @Test(arguments: ["distinct", "hours", "participations", "entries", "headcount"])
  func `every measure of every scope leads to what is behind it`(measure: String) throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let figures = ["distinct": 2, "hours": 190, "participations": 2, "entries": 3, "headcount": 7]
    for scope in ["2024", "2024/kafe", "2024/group/Møteplasser", "2024/sector/Egne"] {
      let ran = try tool.run("explain", "\(scope)/\(measure)", "--json")
      #expect(ran.code == 0, "\(scope)/\(measure): \(ran.err)")
      let rows = try #require(try ran.json().list("sections").first).list("rows")
      let items = rows.filter { $0.text("role") == "item" }
        .compactMap { $0["values"] as? [String: Any] }
      let figure =
        switch measure {
        case "hours": KongsbergFiguresTests.sum(items, "minutes")
        case "headcount": KongsbergFiguresTests.sum(items, "headcount")
        case "participations": KongsbergFiguresTests.sum(items, "times")
        default: items.count
        }
      #expect(figure == figures[measure], "\(scope)/\(measure): \(ran.out)")
    }
  }

  @Test func `an address typed apart is the same address`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let address = "2024/group/Møteplasser/hours"
    try tool.done("activity", "change", "kafe", "--group", "Språkkaféer")
    let apart = "2024/group/Språkkaféer/hours".decomposedStringWithCanonicalMapping
    #expect(try tool.run("explain", apart).code == 0)
    #expect(try tool.run("explain", address).code == 1, "the group is another one now")
    #expect(try tool.run("explain", address, "--as-known-on", "10").code == 0)
  }

  @Test func `a bare number that is only one figure is explained at once`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    try tool.done("hours", "add", "tur", "-p", "p5", "--on", "2024-03-02", "-m", "660")
    let ran = try tool.done("explain", "11")
    #expect(ran.out.contains("2024/tur/hours") || ran.out.contains("11 may be"), "\(ran.out)")
  }
}
