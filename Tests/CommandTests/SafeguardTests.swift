// What a new user broke once: the ledger is never written over, a lost log is never taken for a good
// one, and what looks like a slip is said.

import Foundation
import Testing

struct SafeguardTests {
  @Test(arguments: ["events/2026.jsonl", "register/persons.json", "Snapshots/x.csv", "link/x.md"])
  func `a report is never written into the ledger`(target: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try FileManager.default.createSymbolicLink(
      at: tool.folder.appending(path: "link"),
      withDestinationURL: tool.folder.appending(path: "events"))
    let before = try tool.contents()
    let ran = try tool.run("report", "year", "2024", "-o", target, "--json")
    #expect(ran.code == 2)
    #expect(ran.err.contains("output-in-ledger"))
    #expect(try tool.contents() == before)
  }

  @Test func `a log shorter than the register knows is not in order, and takes nobody's place`()
    throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    let events = tool.folder.appending(path: "events")
    let name = try #require(
      try FileManager.default.contentsOfDirectory(atPath: events.path).first {
        $0.hasSuffix(".jsonl")
      })
    let file = events.appending(path: name)
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    try Data((lines.prefix(2).joined(separator: "\n") + "\n").utf8).write(to: file)
    let audit = try tool.run("audit", "--json")
    #expect(audit.code == 3)
    #expect(try audit.json().list("findings").map { $0.text("id") } == ["register-beyond-log"])
    let register = tool.folder.appending(path: "register/persons.json")
    let before = try Data(contentsOf: register)
    #expect(try tool.run("person", "add", "Ny Eksempel").code == 3)
    #expect(try Data(contentsOf: register) == before)
    // A lost log: nobody begins over the register that is left.
    try FileManager.default.removeItem(at: file)
    let again = try tool.run("init", "--name", "Ny", "--coordinator", "Ny Eksempel", "--json")
    #expect(again.err.contains("register-without-log"))
    #expect(try Data(contentsOf: register) == before)
  }

  @Test func `an equal entry is recorded, with a note`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let words = ["hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60"]
    #expect(try tool.run(words).err.isEmpty)
    let ran = try tool.run(words)
    #expect(ran.code == 0)
    #expect(ran.err.contains("equal entry"))
  }

  @Test(arguments: ["p3", "123", "Kari\u{202E}irak", "Ka\u{200B}ri"])
  func `what hides or looks like an id is no name`(name: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run("person", "add", name, "--json")
    #expect(ran.code == 2)
    #expect(ran.err.contains("bad-name"))
  }

  @Test func `a correction and a bulk approval may be retried`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let id = try #require(
      try tool.done(
        "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60", "--json"
      ).json().items.first?.text("id"))
    for words in [
      ["hours", "correct", id, "-m", "90", "--once", "aa"],
      ["hours", "approve", "--all", "--once", "bb"],
    ] {
      #expect(try tool.run(words).code == 0)
      let before = try tool.log()
      #expect(try tool.run(words).code == 0)
      #expect(try tool.log() == before)
    }
  }
}
