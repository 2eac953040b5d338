// init and the bare command: from nothing to the first hours.

import Foundation
import Testing

struct BeginningTests {
  @Test func `outside a ledger the tool says how to begin, and is no error`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let ran = try tool.run()
    #expect(ran.code == 0)
    #expect(ran.err.isEmpty)
    #expect(ran.out.contains("dugnad init --name"))
    let json = try tool.done("--json").json()
    #expect(json["ledger"] is NSNull)
    #expect(try tool.done("--lang", "nb").out.contains("Her er det ikke noe regnskap ennå"))
    #expect(try tool.contents().isEmpty)
  }

  @Test func `every command that needs a ledger says where there is none`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for words in [
      ["stats", "2024"], ["report", "year", "2024"], ["log"], ["show", "p2"], ["audit"], ["replay"],
      ["person", "list"], ["undo"], ["redo"], ["hours", "add", "kafe", "-p", "p2", "-m", "1"],
      ["explain", "2024/hours"], ["person", "add", "Kari"],
    ] {
      let ran = try tool.run(words)
      #expect(ran.code == 1, "\(words)")
      #expect(ran.out.isEmpty)
      #expect(ran.err.contains("dugnad init"), "\(words): \(ran.err)")
    }
    #expect(try tool.contents().isEmpty)
  }

  @Test func `init makes the folders, the first coordinator and a random origin`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let ran = try tool.done("init", "a", "--name", "A", "--coordinator", "Kari Eksempel")
    #expect(ran.out.contains("registered Kari Eksempel (p2) as coordinator"))
    try tool.done("init", "b", "--name", "A", "--coordinator", "Kari Eksempel")
    let logs = try ["a", "b"].map { try Tool(in: tool.folder.appending(path: $0)).lines() }
    #expect(logs.map(\.count) == [2, 2])
    let origins = logs.compactMap { $0[0].firstMatch(of: /"origin":"([a-z0-9.-]{8,64})"/)?.1 }
    #expect(Set(origins).count == 2)
    #expect(logs[0][0].contains(#""reconstruction":false"#))
    for folder in ["events", "register", "Snapshots"] {
      #expect(FileManager.default.fileExists(atPath: tool.folder.path + "/a/" + folder))
    }
    #expect(try tool.run("audit", "--ledger", "a").code == 0)
  }

  @Test func `a second init changes nothing`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let before = try tool.contents()
    let ran = try tool.run("init", "--name", "Ny", "--coordinator", "Ny")
    #expect(ran.code == 1)
    #expect(ran.err.contains("there is a ledger here already"), "\(ran.err)")
    #expect(try tool.contents() == before)
  }

  @Test func `init with a bad name leaves nothing that looks like a ledger with lines`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for (name, coordinator) in [(" ", "Kari"), ("A", " "), ("A\u{7}B", "Kari"), ("A", "B\u{1b}")] {
      let ran = try tool.run("init", "--name", name, "--coordinator", coordinator)
      #expect(ran.code == 1, "\(ran.out)\(ran.err)")
      #expect(try tool.log().isEmpty)
    }
    try tool.done("init", "--name", "A", "--coordinator", "Kari")
  }

  @Test func `init says so where two machines might write at once`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let synced = tool.folder.appending(path: "OneDrive")
    try FileManager.default.createDirectory(at: synced, withIntermediateDirectories: false)
    let ran = try tool.done("init", "OneDrive/regnskap", "--name", "A", "--coordinator", "B")
    #expect(ran.err.contains("note: the folder seems to be synced (onedrive)"))
  }

  @Test func `the status names the years, what waits, and what to type next`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    try tool.done("init", "--name", "Sentralen", "--coordinator", "Kari")
    #expect(try tool.done().out.contains("Next: dugnad activity add NAME"))
    try tool.done("activity", "add", "Kafé")
    #expect(try tool.done().out.contains("Next: dugnad person add NAME"))
    try tool.done("person", "add", "Ola")
    #expect(try tool.done().out.contains("Next: dugnad hours add"))
    try tool.done("hours", "add", "kafe", "-p", "ola", "--on", "2024-03-01", "--hours", "2")
    let status = try tool.done().out.plain
    #expect(status.contains("2024  open: 2 hours"))
    #expect(
      status.contains("Approve 1 entry in Kafé (2 h): dugnad hours approve --activity kafe"))
    try tool.done("hours", "approve", "--all")
    #expect(try tool.done("--lang", "nb").out.contains("Sett kategori på Kafé: dugnad aktivitet"))
    let json = try tool.done("--json").json()
    #expect(json["openYears"] as? [Int] == [2024])
    #expect(json.int("unapproved") == 0)
    #expect(json.int("through") == 6)
  }

  @Test func `the command that the status names next is one that works`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    // Hours of this year: nothing waits once they are approved.
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "today", "--hours", "2")
    try tool.done("hours", "approve", "--all")
    for language in ["nb", "en"] {
      let status = try tool.done("--lang", language).out
      let next = try #require(status.firstMatch(of: /(Next|Neste): dugnad (.+)/)).2
      let words = next.split(separator: " ").map(String.init)
      #expect(try tool.run(words).code == 0, "\(next)")
    }
  }
}
