// audit and replay on a sound ledger and on one that is not; damage stops all writing.

import Foundation
import Testing

struct AuditTests {
  /// Changes the log of a ledger as somebody outside would.
  static func tamper(_ tool: Tool, _ change: (inout String) -> Void) throws {
    let events = tool.folder.appending(path: "events")
    let names = try FileManager.default.contentsOfDirectory(atPath: events.path)
    let file = events.appending(path: try #require(names.first { $0.hasSuffix(".jsonl") }))
    var text = try String(contentsOf: file, encoding: .utf8)
    change(&text)
    try Data(text.utf8).write(to: file)
  }

  @Test func `audit of a sound ledger`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let json = try tool.done("audit", "--json").json()
    #expect(json["ok"] as? Bool == true)
    #expect(json.int("lines") == 7)
    #expect(json.int("transactions") == 6)
    #expect(json.int("through") == 7)
    #expect(json.int("legalThrough") == 7)
    #expect(json.list("findings").isEmpty)
    let last = try #require(try tool.lines().last)
    #expect(json.text("hash").map { last.hasSuffix("\($0)\"}") } == true)
    let text = try tool.done("audit").out
    #expect(text.contains("7 lines and 6 transactions checked from their bytes"))
    #expect(text.contains("IN ORDER"))
    #expect(try tool.done("kontroll", "--lang", "nb").out.contains("I ORDEN"))
  }

  @Test func `a changed figure is found, named by file, line and byte, and exits 3`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try Self.tamper(tool) { $0 = $0.replacing("Møteplasser", with: "Møteplassen") }
    let ran = try tool.run("audit")
    #expect(ran.code == 3)
    #expect(ran.out.contains(#/events/[0-9]{4}\.jsonl:6:[0-9]+: error: chain-broken: /#))
    #expect(ran.out.contains("NOT IN ORDER"))
    #expect(ran.err.isEmpty)
    let json = try tool.run("audit", "--json").json()
    #expect(json["ok"] as? Bool == false)
    let finding = try #require(json.list("findings").first)
    #expect(finding.text("id") == "chain-broken")
    #expect(finding.int("line") == 6)
    #expect(finding.text("remedy")?.isEmpty == false)
    #expect(try tool.run("kontroll", "--lang", "nb").out.contains("IKKE I ORDEN"))
  }

  @Test func `damage stops reading and all writing, and says where and how to go on`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try Self.tamper(tool) { $0 = $0.replacing("Møteplasser", with: "Møteplassen") }
    let log = try tool.log()
    for words in [
      ["stats", "2024"], ["report", "year", "2024"], ["log"], ["person", "list"], ["replay"],
      ["explain", "2024/hours"], [],
    ] {
      let ran = try tool.run(words)
      #expect(ran.code == 3, "\(words): \(ran.out)\(ran.err)")
      #expect(ran.out.isEmpty, "no figure from a damaged log")
      #expect(ran.err.contains(".jsonl:6:"), "\(ran.err)")
      #expect(ran.err.contains("dugnad audit"))
    }
    for _ in 0..<2 {
      #expect(try tool.run("hours", "add", "kafe", "-p", "p3", "-m", "1").code == 3)
      #expect(try tool.run("undo").code == 3)
    }
    #expect(try tool.log() == log, "damage is never repaired by us")
    #expect(
      FileManager.default.fileExists(
        atPath: tool.folder.appending(path: "events/DAMAGED").path))
    // The file restored, the marker still stops every writer until somebody has looked.
    try Self.tamper(tool) { $0 = $0.replacing("Møteplassen", with: "Møteplasser") }
    let stopped = try tool.run("undo")
    #expect(stopped.code == 3)
    #expect(stopped.err.contains("DAMAGED"), "\(stopped.err)")
    #expect(try tool.run("stats", "2024").code == 0, "reading is not stopped by the marker")
    try FileManager.default.removeItem(at: tool.folder.appending(path: "events/DAMAGED"))
    try tool.done("undo")
  }

  @Test func `an unfinished tail does not count, is reported, and set aside by the next write`()
    throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done(
      "hours", "add", "kafe", "-p", "p3", "-p", "p4", "--on", "2024-03-01", "-m", "60")
    let whole = try tool.log()
    // As after a crash between the first line of two and the second.
    try Self.tamper(tool) { $0 = String($0.dropLast(200)) }
    let audit = try tool.run("audit", "--json")
    #expect(audit.code == 3)
    #expect(try audit.json().list("findings").map { $0.text("id") } == ["tail-unfinished"])
    #expect(try audit.json().int("through") == 7)
    #expect(try tool.done("hours", "list", "--json").json().items.isEmpty)
    let ran = try tool.done("hours", "add", "kafe", "-p", "p5", "--on", "2024-03-01", "-m", "60")
    #expect(ran.err.contains("note: an earlier write was not finished"), "\(ran.err)")
    let torn = tool.folder.appending(path: "events/torn-8")
    #expect(whole.contains(try String(contentsOf: torn, encoding: .utf8)))
    let after = try tool.run("audit", "--json")
    #expect(after.code == 0)
    #expect(try after.json().list("findings").map { $0.text("severity") } == ["notice"])
  }

  @Test func `a last line that lacks only its newline counts, and gets it`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try Self.tamper(tool) { $0.removeLast() }
    let audit = try tool.run("audit", "--json")
    #expect(try audit.json().list("findings").map { $0.text("id") } == ["newline-missing"])
    #expect(try audit.json().int("through") == 7)
    let ran = try tool.done("undo")
    #expect(ran.err.contains("lacked its newline"), "\(ran.err)")
    #expect(try tool.run("audit").code == 0)
  }

  @Test func `every check is listed with its meaning and what to do`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let json = try tool.done("audit", "--list-checks", "--json").json()
    let ids = json.items.compactMap { $0.text("id") }
    #expect(Set(ids).count == ids.count && ids.count >= 14)
    for item in json.items {
      #expect(item.text("meaning")?.isEmpty == false)
      #expect(item.text("remedy")?.isEmpty == false)
    }
    // The page names the same findings.
    let page = try String(
      contentsOf: Tool.repository.appending(path: "events/README.md"), encoding: .utf8)
    for id in ids { #expect(page.contains("`\(id)`"), "\(id)") }
    let text = try tool.done("kontroll", "--vis-kontroller", "--lang", "nb").out
    for id in ids { #expect(text.contains(id)) }
  }

  @Test func `replay gives the same digests each time, and others for less`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let whole = try tool.done("replay", "--json").out
    #expect(try tool.done("replay", "--json").out == whole)
    let less = try tool.done("replay", "--until", "6", "--json").json()
    #expect(less.int("lines") == 6)
    let state = try tool.done("replay", "--json").json().text("state")
    #expect(less.text("state") != state)
    try tool.done("undo")
    #expect(try tool.done("replay", "--json").json().text("state") == less.text("state"))
    try tool.done("redo")
    #expect(try tool.done("replay", "--json").json().text("state") == state)
  }
}
