// centre add, change, list.

import Foundation
import Testing

struct CentreTests {
  @Test func `added, changed and listed, in both languages`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(
      try tool.ids("centre", "add", "Prøve frivilligsentral", "--number", "974 760 673") == ["z8"])
    try tool.done("sentral", "endre", "z8", "--form", "kommunal", "--navn", "Prøvesentralen Nord")
    let item = try #require(try tool.done("sentral", "liste", "--json").json().items.first)
    #expect(item.text("name") == "Prøvesentralen Nord")
    #expect(item.text("number") == "974760673")
    #expect(item.text("form") == "municipal")
    #expect(try tool.done("sentral", "liste", "--lang", "nb").out.contains("kommunal"))
    try tool.done("centre", "change", "z8", "--number=")
    #expect(try tool.done("centre", "list", "--json").json().items.first?["number"] is NSNull)
  }

  @Test func `what cannot be is refused, and a dry run writes nothing`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.refused(
      "centre", "add", "Prøve", "--number", "974760674", code: "bad-organisation-number")
    try tool.refused("centre", "add", "h4", code: "bad-name", exit: 2)
    try tool.refused("centre", "add", "Prøve", "--form", "privat", code: "usage", exit: 2)
    try tool.refused("centre", "change", "z8", "--name", "x y", code: "unknown-centre")
    try tool.refused("centre", "change", "h8", code: "usage", exit: 2)
    let before = try tool.log()
    try tool.done("centre", "add", "Prøve", "--dry-run")
    #expect(try tool.log() == before)
    try tool.done("centre", "add", "Prøve", "--once", "a1")
    try tool.done("centre", "add", "Prøve", "--once", "a1")
    try tool.refused("centre", "change", "z8", "--name", "Prøve", code: "nothing-changed")
    #expect(try tool.lines().count == 8)
  }
}
