// Where the ledger is found, and who records.

import Foundation
import Testing

struct PlaceTests {
  private func below(_ tool: Tool) throws -> Tool {
    let folder = tool.folder.appending(path: "notater/2024")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return Tool(in: folder)
  }

  @Test func `a ledger is found upwards from where one stands`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let deep = try below(tool)
    #expect(
      try deep.done("person", "list", "--json").out == tool.done("person", "list", "--json").out)
    try deep.done("person", "add", "Ny")
    #expect(try tool.lines().count == 8)
    try Tool(in: tool.folder.appending(path: "events")).done("audit")
  }

  @Test func `--ledger goes before DUGNAD_LEDGER, and that before the folder`() throws {
    let (one, two) = (try Tool.small(), try Tool())
    defer {
      one.remove()
      two.remove()
    }
    try two.done("init", "--name", "To", "--coordinator", "Kari")
    var here = one
    #expect(try here.done("log").out.contains("Prøvesentralen"))
    here.environment["DUGNAD_LEDGER"] = two.folder.path
    #expect(try here.done("log").out.contains("To"))
    #expect(try here.done("log", "--ledger", ".").out.contains("Prøvesentralen"))
    here.environment["DUGNAD_LEDGER"] = ""
    #expect(try here.done("log", "--regnskap", two.folder.path).out.contains("To"))
  }

  @Test func `a place that was named must hold a ledger; nothing upwards is taken instead`() throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    var deep = try below(tool)
    for words in [["--ledger", "."], ["--ledger", "/finnes/ikke"]] {
      let ran = try deep.run(["audit", "--json"] + words)
      #expect(ran.code == 1)
      #expect(ran.err.contains(#""code":"no-ledger""#), "\(ran.err)")
    }
    deep.environment["DUGNAD_LEDGER"] = "/finnes/ikke"
    #expect(try deep.run("audit").code == 1)
    #expect(try deep.run().code == 1)
  }

  @Test func `who records: --by, else DUGNAD_BY, else the only coordinator`() throws {
    var tool = try Tool.small()
    defer { tool.remove() }
    let by = { (tool: Tool, words: [String]) in
      let words =
        ["hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "1", "--json"] + words
      return try tool.run(words).json().items.first?.text("by")
    }
    #expect(try by(tool, []) == "p2")
    #expect(try by(tool, ["--by", "p4"]) == "p4")
    #expect(try by(tool, ["--av", "frivillig beta"]) == "p4")
    tool.environment["DUGNAD_BY"] = "ærlig"
    #expect(try by(tool, []) == "p5")
    #expect(try by(tool, ["--by", "p2"]) == "p2")
    tool.environment["DUGNAD_BY"] = ""
    #expect(try by(tool, []) == "p2")
  }

  @Test func `with several coordinators one must say who, and is told them`() throws {
    var tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("person", "add", "Koordinator To", "--role", "coordinator")
    let error = try tool.refused(
      "hours", "add", "kafe", "-p", "p3", "-m", "1", code: "who-records", exit: 2)
    #expect(
      error.text("message")?.contains("Koordinator Eksempel (p2), Koordinator To (p8)") == true)
    let hints = try #require(error["hints"] as? [String])
    #expect(hints.contains { $0.contains("--by") && $0.contains("DUGNAD_BY") })
    tool.environment["DUGNAD_BY"] = "p8"
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "1")
    tool.environment["DUGNAD_BY"] = "p99"
    try tool.refused("undo", code: "unknown-person")
  }

  @Test func `reading needs nobody`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("person", "add", "Koordinator To", "--role", "coordinator")
    for words in [["log"], ["stats", "2024"], ["audit"], ["person", "list"], []] {
      #expect(try tool.run(words).code == 0)
    }
  }
}
