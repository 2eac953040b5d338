// todo about grants: deadlines as they were entered, and hours that are to stand on them.

import Foundation
import Testing

struct TodoGrantTests {
  private func items(_ tool: Tool) throws -> [[String: Any]] {
    try tool.done("todo", "--json").json().items.filter { $0["grant"] != nil }
  }

  @Test func `a deadline that comes, and one that has passed`() throws {
    let tool = try GrantTests.granted("--deadline", "tomorrow")
    defer { tool.remove() }
    #expect(try items(tool).compactMap { $0.text("kind") } == ["apply-for-grant"])
    let nb = try tool.done("gjøremål", "--lang", "nb").out.plain
    #expect(nb.hasPrefix("Søk om g8 (Fond, Gaver) innen "), "\(nb)")
    #expect(nb.contains("(om 1 dag)"))
    #expect(nb.contains("dugnad tilskudd endre g8 --status søkt --den DATO --beløp KRONER"))
    try tool.done("grant", "change", "g8", "--deadline", "today")
    #expect(try tool.done("todo").out.contains("(today)"))
    try tool.done("grant", "change", "g8", "--deadline", "yesterday")
    #expect(try items(tool).compactMap { $0.text("kind") } == ["application-missed"])
    try tool.done("grant", "change", "g8", "--status", "applied")
    #expect(try items(tool).isEmpty)
  }

  @Test func `a report that is due, hours that are missing, and an approval that fell`() throws {
    let tool = try GrantTests.granted("--report-by", "2025-01-31")
    defer { tool.remove() }
    try tool.done(
      "grant", "change", "g8", "--status", "granted", "--on", "2024-01-02", "--hours", "3")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--hours", "2")
    let entry = try #require(try tool.run("hours", "list", "--json").json().items.first?.text("id"))
    try tool.done("hours", "approve", "--all")
    try tool.done("grant", "claim", "g8", entry)
    #expect(try items(tool).compactMap { $0.text("kind") } == ["report-late", "claim-hours"])
    let missing = try #require(try items(tool).last)
    #expect((missing.int("claimed"), missing.int("agreed")) == (120, 180))
    // Within what the claim stands on, a correction is allowed, and needs approval again.
    try tool.done("hours", "correct", entry, "--hours", "2,5")
    #expect(
      try items(tool).compactMap { $0.text("kind") } == [
        "report-late", "approve-claimed", "claim-hours",
      ])
    for language in ["nb", "en"] {
      let all = try tool.done("todo", "--json", "--lang", language).json().items
      let command = try #require(
        all.first { $0.text("kind") == "approve-claimed" }?.text("command"))
      #expect(command.hasSuffix(entry))
    }
    try tool.done("hours", "approve", entry)
    try tool.done("grant", "claim", "g8", "--all")
    try tool.done("grant", "change", "g8", "--status", "reported")
    #expect(try items(tool).isEmpty)
  }

  @Test func `it names nobody`() throws {
    let tool = try GrantTests.granted("--deadline", "tomorrow")
    defer { tool.remove() }
    let out = try tool.done("todo", "--json").out
    #expect(out.firstMatch(of: /\bp[0-9]/) == nil, "\(out)")
  }
}
