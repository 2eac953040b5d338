// year set, list: the divisor and the rate belong to the year.

import Foundation
import Testing

struct YearTests {
  private func totals(_ tool: Tool, _ year: String) throws -> [String: Any] {
    try tool.run("stats", year, "--json").json()["totals"] as? [String: Any] ?? [:]
  }

  @Test func `a year without its own has the settings of the nearest year before`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for year in ["2022", "2023", "2024"] {
      try tool.done("hours", "add", "kafe", "-p", "p3", "--on", year, "--hours", "170")
    }
    #expect(try totals(tool, "2024").int("hoursPerFTE") == 1_650)
    try tool.done("year", "set", "2023", "--divisor", "1700", "--rate", "300,50")
    #expect(try totals(tool, "2022").int("hoursPerFTE") == 1_650)
    #expect(try totals(tool, "2023").int("hoursPerFTE") == 1_700)
    #expect(try totals(tool, "2024").int("hoursPerFTE") == 1_700)
    #expect(try totals(tool, "2024")["fte"] as? Double == 0.1)
    let items = try tool.run("year", "list", "--json").json().items
    #expect(items.map { $0.int("year") } == [2022, 2023, 2024])
    #expect(items.map { $0.int("rate") } == [nil, 30_050, 30_050])
    try tool.done("undo")
    #expect(try totals(tool, "2023").int("hoursPerFTE") == 1_650)
  }

  @Test func `one of the two is set and the other kept`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("year", "set", "2024", "--divisor", "1700")
    try tool.done("year", "set", "2024", "--rate", "291")
    let item = try #require(try tool.run("year", "list", "--json").json().items.first)
    #expect(item.int("divisor") == 1_700)
    #expect(item.int("rate") == 29_100)
  }

  @Test func `what cannot be is refused, by name`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.refused("year", "set", "2024", code: "nothing-to-set", exit: 2)
    try tool.refused("year", "set", "2024", "--divisor", "10001", code: "divisor-out-of-range")
    try tool.refused("year", "set", "2024", "--rate", "100001", code: "rate-out-of-range")
    try tool.refused("year", "set", "2024", "--rate", "abc", code: "usage", exit: 2)
    try tool.refused("year", "set", "24", "--divisor", "1650", code: "usage", exit: 2)
    try tool.done("year", "set", "2024", "--divisor", "1700")
    try tool.refused("year", "set", "2024", "--divisor", "1700", code: "nothing-changed")
  }

  @Test func `several years are a list, one year an object`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for words in [["2023", "2024"], ["2023-2024"]] {
      let json = try tool.run(["stats"] + words + ["--json"]).json()
      #expect(json.list("years").map { $0.int("year") } == [2023, 2024])
    }
    #expect(try tool.run("stats", "2024", "--json").json().int("year") == 2024)
  }
}
