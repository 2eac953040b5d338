// What a list is called: one list has one name, and no name is a person's.

import Foundation
import Testing

struct ImportSourceTests {
  @Test func `a list under another name is found out`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("januar.csv", ImportHoursTests.rows)
    try tool.done("import", "januar.csv")
    try tool.sheet("vinter.csv", ImportHoursTests.rows.reversed())
    let error = try tool.refused("import", "vinter.csv", code: "known-elsewhere")
    #expect(error.text("message")?.contains("'januar' (i8)") == true)
    #expect(try tool.imported("vinter.csv", "--source", "januar")["import"] is NSNull)
    try tool.done("import", "vinter.csv", "--all")
    #expect(try tool.standing().count == 6)
  }

  @Test func `a list that grew and has a new name is found out`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let days = (1...4).map { "Kafé;Frivillig Alfa;0\($0).03.2024;2" }
    try tool.sheet("mars.csv", days)
    try tool.done("import", "mars.csv")
    let new = (1...6).map { "Tur;Frivillig Beta;0\($0).04.2024;1" }
    for count in [1, 6] {
      try tool.sheet("april.csv", days + new.prefix(count))
      try tool.refused("import", "april.csv", code: "known-elsewhere")
    }
    // Two equal rows are enough, one is chance, and one alone is all there is.
    try tool.sheet("b.csv", Array(days.prefix(2)) + new)
    try tool.refused("import", "b.csv", code: "known-elsewhere")
    try tool.sheet("b.csv", Array(days.prefix(1)))
    try tool.refused("import", "b.csv", code: "known-elsewhere")
    try tool.sheet("b.csv", Array(days.prefix(1)) + new)
    try tool.done("import", "b.csv")
    #expect(try tool.standing().count == 11)
    try tool.sheet("april.csv", days + new.prefix(1))
    try tool.done("import", "april.csv", "--source", "mars", "--new")
    #expect(try tool.standing().count == 12)
  }

  @Test(arguments: [
    "alfa.csv", "Timer Ærlig.csv", "liste_Beta-2024.csv", "alfas timer.csv", "timerAlfa.csv",
  ])
  func `a file with a person's name needs a name of its own`(file: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet(file, ImportHoursTests.rows)
    let error = try tool.refused("import", file, code: "personal-source")
    #expect((error["hints"] as? [String])?.contains { $0.contains("--source") } == true)
    try tool.done("import", file, "--source", "mars 2024")
    #expect(try !tool.log().contains("lfa"))
  }

  @Test func `also the name of somebody who would be added, and one that is typed`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("nykommer.csv", ["Kafé;Nykommer Eksempelsen;01.03.2024;2"])
    try tool.refused("import", "nykommer.csv", "--add-persons", code: "personal-source")
    try tool.sheet("a.csv", ImportHoursTests.rows)
    try tool.refused("import", "a.csv", "--source", "for alfa", code: "personal-source")
    try tool.refused(
      "import", "a.csv", "--source", String(repeating: "x", count: 81), code: "bad-text")
  }

  @Test func `the log never holds a name from the file`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet(
      "a.csv", ImportHoursTests.rows + ["Kafé;Hemmelig Navnesen;01.04.2024;1"])
    try tool.done("import", "a.csv", "--add-persons")
    let log = try tool.log()
    for word in ["Hemmelig", "Navnesen", "Alfa", "Frivillig"] { #expect(!log.contains(word)) }
    #expect(try tool.done("person", "list").out.contains("Hemmelig Navnesen"))
    #expect(try tool.done("audit", "--json").json().int("registerChecked") == 5)
  }

  @Test func `a paste is a list too`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let header = "Aktivitet\tNavn\tDato\tTimer\r\n"
    let first = header + "Kafé\tFrivillig Alfa\t1.3.2024\t2\r\n"
    #expect(try tool.run("import", "-", input: first).code == 0)
    #expect(try tool.run("import", "-", input: first).out.contains("Everything is in already (i8)"))
    let other = header + "Tur\tFrivillig Beta\t2.3.2024\t2\r\n"
    #expect(try tool.run("import", "-", input: other).code == 1)
    #expect(try tool.run("import", "-", "--source", "april", input: other).code == 0)
    #expect(try tool.standing().count == 2)
    #expect(try tool.run("import", "-", input: "").code == 1)
  }
}
