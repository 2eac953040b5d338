// activity add, change, list.

import Foundation
import Testing

struct ActivityTests {
  private func item(_ tool: Tool, _ code: String) throws -> [String: Any] {
    try #require(
      try tool.run("activity", "list", "--json").json().items.first { $0.text("code") == code })
  }

  @Test(arguments: [
    ("Språkkafé", "sprakkafe"), ("Blåbærtur", "blabaertur"), ("Øvelse på Å", "ovelse-pa-a"),
    ("IKT & data", "ikt-data"), ("En lang aktivitet med mange ord", "en-lang-aktivit"),
  ])
  func `the code is made of the name, in plain letters`(name: String, code: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let made = try tool.ids("activity", "add", name)
    #expect(made.first?.utf8.allSatisfy { $0 < 128 } == true)
    #expect((made.first?.utf8.count ?? 99) <= 15)
    #expect(made == [code])
  }

  @Test func `every detail is kept and listed`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done(
      "activity", "add", "Språkkafé", "--code", "sk-1", "--group", "Språk", "--category",
      "inkludering", "--sector", "Læring", "--recipient", "Biblioteket", "--also-for", "NAV",
      "--also-for", "Skolen", "--alias", "Språkkafe", "--outside")
    let item = try item(tool, "sk-1")
    #expect(item.text("name") == "Språkkafé")
    #expect(item["aliases"] as? [String] == ["Språkkafe"])
    #expect(item.text("group") == "Språk")
    #expect(item.text("category") == "inkludering")
    #expect(item.text("sector") == "Læring")
    #expect(item.text("recipient") == "Biblioteket")
    #expect(item["recipients"] as? [String] == ["NAV", "Skolen"])
    #expect(item["counted"] as? Bool == false)
    #expect(item["ended"] is NSNull)
  }

  @Test func `a change says only what is different; the old name becomes an alias`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "change", "kafe", "--name", "Kaffekroken", "--group=")
    let item = try item(tool, "kafe")
    #expect(item.text("name") == "Kaffekroken")
    #expect(item["aliases"] as? [String] == ["Kafé"])
    #expect(item["group"] is NSNull)
    #expect(item.text("sector") == "Egne")
    // Whoever still says the old name is understood.
    try tool.done("hours", "add", "Kafé", "-p", "p3", "--on", "2024-03-01", "-m", "10")
  }

  @Test func `an ended activity takes hours up to its last day`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "change", "kafe", "--ends", "30.6.2024")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-06-30", "-m", "10")
    let error = try tool.refused(
      "hours", "add", "kafe", "-p", "p3", "--on", "2024-07-01", "-m", "10", code: "activity-ended")
    let hints = try #require(error["hints"] as? [String])
    #expect(hints.contains { $0.contains("dugnad activity change kafe --ends") })
    try tool.done("activity", "change", "kafe", "--ends", "2024-12-31")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-07-01", "-m", "10")
  }

  @Test func `outside the sum and back`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-06-30", "-m", "60")
    try tool.done("activity", "change", "kafe", "--outside")
    var stats = try tool.run("stats", "2024", "--json").json()
    #expect((stats["totals"] as? [String: Any])?.int("minutes") == 0)
    #expect(stats.list("outside").map { $0.int("minutes") } == [60])
    try tool.done("activity", "change", "kafe", "--counted")
    stats = try tool.run("stats", "2024", "--json").json()
    #expect((stats["totals"] as? [String: Any])?.int("minutes") == 60)
  }

  @Test func `what cannot be is refused, by name`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let error = try tool.refused("activity", "add", "Kafe", code: "code-taken")
    let hints = try #require(error["hints"] as? [String])
    #expect(hints.contains { $0.contains("--code") })
    try tool.refused("activity", "add", "Ny", "--code", "Ny!", code: "usage", exit: 2)
    try tool.refused("activity", "add", "Ny", "--category", "annen", code: "usage", exit: 2)
    try tool.refused("activity", "add", "a\u{7}b", code: "bad-text")
    let long = String(repeating: "å", count: 101)
    try tool.refused("activity", "add", long, "--code", "lang", code: "bad-text")
    try tool.refused("activity", "change", "kafe", code: "nothing-changed")
    try tool.refused("activity", "change", "finnes-ikke", "--name", "x", code: "unknown-activity")
    try tool.done("activity", "add", "Tur på fjellet", "--code", "fjell")
    try tool.refused(
      "activity", "change", "tur p", "--group", "x", "--outside", "--by", "p9",
      code: "unknown-person")
  }

  @Test func `a name that may be several is refused with all of them`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "add", "Fjelltur lang", "--code", "f1")
    try tool.done("activity", "add", "Fjelltur kort", "--code", "f2")
    let error = try tool.refused(
      "hours", "add", "fjelltur", "-p", "p3", "--on", "2024-03-01", "-m", "10",
      code: "ambiguous-activity")
    #expect(error.text("message")?.contains("Fjelltur lang (f1), Fjelltur kort (f2)") == true)
    let near = try tool.refused(
      "hours", "add", "fjeltur kort", "-p", "p3", "-m", "10", code: "unknown-activity")
    #expect((near["hints"] as? [String])?.contains { $0.contains("Fjelltur kort") } == true)
  }
}
