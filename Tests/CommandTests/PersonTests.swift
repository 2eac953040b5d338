// person add, list, and the register: names stand there and nowhere else.

import Foundation
import Testing

struct PersonTests {
  @Test func `scripts get the ids`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let json = try tool.run("person", "list", "--json").json()
    #expect(json.text("schema") == "dugnad-persons:1")
    #expect(json.items.compactMap { $0.text("id") } == ["p2", "p3", "p4", "p5"])
    #expect(
      json.items.compactMap { $0.text("role") }
        == ["coordinator", "volunteer", "volunteer", "volunteer"])
  }

  @Test func `the log never holds a name, a birth year or a word of either`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("person", "add", "Kari Hemmelig", "--born", "1949", "--role", "approver")
    let log = try tool.log()
    for word in ["Kari", "Hemmelig", "1949", "Frivillig", "Koordinator", "Ærlig", "Eksempel"] {
      #expect(!log.contains(word), "\(word)")
    }
    #expect(log.contains(#""role":"approver","commitment":""#))
  }

  @Test func `the register is for its owner alone`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let register = tool.folder.appending(path: "register")
    let mode = { (path: String) in
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    #expect(try mode(register.path) == 0o700)
    for name in try FileManager.default.contentsOfDirectory(atPath: register.path) {
      let permissions = try #require(try mode(register.appending(path: name).path))
      #expect(permissions & 0o077 == 0, "\(name)")
    }
  }

  @Test func `without the register everything works on ids, and audit says not checked`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "alfa", "--on", "2024-03-01", "-m", "60")
    let before = try tool.figures()
    #expect(try tool.done("audit", "--json").json().int("registerChecked") == 4)
    try FileManager.default.removeItem(at: tool.folder.appending(path: "register"))
    #expect(try tool.figures() == before)
    #expect(try tool.done("show", "h8").out.contains("p3"))
    try tool.refused("hours", "add", "kafe", "-p", "alfa", "-m", "1", code: "unknown-person")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-02", "-m", "60")
    let json = try tool.done("audit", "--json").json()
    #expect(json["registerChecked"] is NSNull)
    #expect(
      try tool.run("person", "list", "--json").json().items.allSatisfy {
        $0["name"] is NSNull
      })
  }

  @Test func `a register of somebody else is found by audit`() throws {
    let (tool, other) = (try Tool.small(), try Tool())
    defer {
      tool.remove()
      other.remove()
    }
    try other.done("init", "--name", "En annen", "--coordinator", "Noen Andre")
    let register = tool.folder.appending(path: "register")
    try FileManager.default.removeItem(at: register)
    try FileManager.default.copyItem(at: other.folder.appending(path: "register"), to: register)
    let ran = try tool.run("audit", "--json")
    #expect(ran.code == 3)
    let json = try ran.json()
    #expect(json["ok"] as? Bool == false)
    #expect(json.list("findings").contains { $0.text("id") == "register-differs" })
    #expect(json.list("findings").first?.text("text")?.contains("p2") == true)
  }

  @Test func `a register that cannot be read stops what needs it, and nothing else`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let register = tool.folder.appending(path: "register")
    let names = try FileManager.default.contentsOfDirectory(atPath: register.path)
    let file = try #require(names.first { $0.hasSuffix(".json") })
    try Data("{".utf8).write(to: register.appending(path: file))
    #expect(try tool.run("stats", "2024").code == 0)
    let before = try tool.contents()
    let ran = try tool.run("person", "add", "En Til")
    #expect(ran.code != 0, "what is there must not be written over")
    #expect(try tool.contents() == before)
  }

  @Test func `the same name twice is two persons, and then ambiguous`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(try tool.ids("person", "add", "Frivillig Alfa") == ["p8"])
    let error = try tool.refused(
      "hours", "add", "kafe", "-p", "Frivillig Alfa", "-m", "1", code: "ambiguous-person")
    #expect(
      error.text("message")?.contains("Frivillig Alfa (p3), Frivillig Alfa (p8)") == true)
  }

  @Test func `a misspelt name is met with the right one`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let error = try tool.refused(
      "hours", "add", "kafe", "-p", "Frivilig Beta", "-m", "1", code: "unknown-person")
    let hints = try #require(error["hints"] as? [String])
    #expect(hints.contains { $0.contains("did you mean 'Frivillig Beta'?") })
    #expect(hints.contains { $0.contains(#"dugnad person add "Frivilig Beta""#) })
  }

  @Test func `what cannot be a person is refused, and leaves the register alone`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let before = try tool.contents()
    try tool.refused("person", "add", " ", code: "bad-text")
    try tool.refused("person", "add", "a\u{1b}[31mb", code: "bad-text")
    try tool.refused("person", "add", "Kari", "--born", "1850", code: "bad-birth-year", exit: 2)
    try tool.refused("person", "add", "Kari", "--born", "2990", code: "bad-birth-year", exit: 2)
    try tool.refused("person", "add", "Kari", "--role", "sjef", code: "usage", exit: 2)
    #expect(try tool.contents() == before)
  }
}
