// What a command leaves that is killed, or finds the disk full, between the register and the log.

import Foundation
import Testing

struct UnfinishedTests {
  private static let people = ["Ny Person", "Mer Ny", "Enda En"]

  private static func file(_ tool: Tool, _ name: String) -> URL {
    tool.folder.appending(path: "register/" + name)
  }

  private static func text(_ tool: Tool, _ name: String = "persons.json") throws -> String {
    try String(contentsOf: file(tool, name), encoding: .utf8)
  }

  private static func isNoted(_ tool: Tool) -> Bool {
    FileManager.default.fileExists(atPath: file(tool, "unfinished").path)
  }

  /// Cuts the log after some lines.
  private static func cut(_ tool: Tool, to count: Int) throws {
    try AuditTests.tamper(tool) { text in
      text = text.split(separator: "\n").prefix(count).map { $0 + "\n" }.joined()
    }
  }

  private static func hash(_ line: Substring) throws -> Substring {
    try #require(line.firstMatch(of: /"hash":"([0-9a-f]{64})"/)?.1)
  }

  /// As an import of three persons leaves a ledger of seven lines that is killed before the log, or
  /// that finds the disk full: i8 and p9 to p11 are not in the log.
  private static func interrupted() throws -> Tool {
    let tool = try Tool.small()
    let head = try hash(try #require(try tool.lines().last))
    try tool.sheet("a.csv", people, header: "Navn")
    try tool.done("import", "a.csv", "--kind", "persons")
    try cut(tool, to: 7)
    try Data("9-11 7 \(head)\n".utf8).write(to: file(tool, "unfinished"))
    return tool
  }

  private static func findings(_ tool: Tool) throws -> [String] {
    try tool.run("audit", "--json").json().list("findings").compactMap { $0.text("id") }
  }

  @Test func `audit knows what an interrupted import left, and sends nobody to a copy`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    let json = try tool.done("audit", "--json").json()
    #expect(json.list("findings").isEmpty)
    #expect(json.int("registerUnfinished") == 3)
    let words =
      "En skriving ble avbrutt; navnene i registeret hører til den og ryddes ved neste føring. "
      + "Ingenting er borte."
    #expect(try tool.done("kontroll", "--lang", "nb").out.contains(words))
  }

  @Test func `the names give way to the next person, and nothing is left of them`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    try tool.done("person", "add", "En Annen")
    for name in Self.people { #expect(try !Self.text(tool).contains(name)) }
    #expect(try tool.done("audit", "--json").json().int("registerUnfinished") == 0)
  }

  @Test func `they give way also when other lines have taken their numbers`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    for minutes in ["60", "61", "62", "63", "64"] {
      try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", minutes)
    }
    #expect(try tool.done("audit", "--json").json().int("registerUnfinished") == 3)
    try tool.done("person", "add", "En Annen")
    for name in Self.people { #expect(try !Self.text(tool).contains(name)) }
    #expect(try Self.findings(tool).isEmpty)
  }

  @Test func `a profile on another line that no command noted is told`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    try FileManager.default.removeItem(at: Self.file(tool, "unfinished"))
    for minutes in ["60", "61", "62", "63", "64"] {
      try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", minutes)
    }
    #expect(try Self.findings(tool) == ["register-differs"])
    try tool.done("person", "add", "En Annen")
    #expect(try Self.text(tool).contains("Enda En"), "nobody said that it may go")
  }

  @Test func `while the register cannot be cleaned, the note of what to clean stays`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    let note = try Self.text(tool, "unfinished")
    // As on a full disk: a small note has room, persons.json has not.
    let persons = Self.file(tool, "persons.json").path
    let limit = "ulimit -f 1; exec \"$0\" person add 'En Annen'"
    let ran = try Tool.run(
      "/bin/sh", ["-c", "trap '' XFSZ; " + limit, Tool.products.appending(path: "dugnad").path],
      in: tool.folder, tool.environment)
    #expect(ran.code != 0)
    #expect(ran.err.contains("persons.json") || ran.err.contains("File too large"), "\(ran.err)")
    #expect(try Self.text(tool, "unfinished") == note)
    #expect(try String(contentsOfFile: persons, encoding: .utf8).contains("Enda En"))
    try tool.done("person", "add", "En Annen")
    #expect(try !Self.text(tool).contains("Enda En"))
    try tool.done("audit")
  }

  @Test func `a note of another log counts as absent`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    // Its head is the seventh line; the log is older than that.
    try Self.cut(tool, to: 3)
    let before = try Self.text(tool)
    #expect(try Self.findings(tool) == ["register-beyond-log"])
    try tool.refused("person", "add", "En Annen", code: "register-taken", exit: 3)
    #expect(try Self.text(tool) == before)
    // As many lines, but others.
    let other = try Self.interrupted()
    defer { other.remove() }
    let note = "9-11 7 \(String(repeating: "a", count: 64))\n"
    for text in [note, "9-11\n", "", "9-11 7 -\n"] {
      try Data(text.utf8).write(to: Self.file(other, "unfinished"))
      #expect(try Self.findings(other) == ["register-beyond-log"], "\(text)")
      try other.refused("person", "add", "En Annen", code: "register-taken", exit: 3)
    }
  }

  @Test func `nothing is noted after what succeeded, so an older log takes nobody's place`() throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(!Self.isNoted(tool))
    try tool.sheet("a.csv", Self.people, header: "Navn")
    try tool.done("import", "a.csv", "--kind", "persons")
    #expect(!Self.isNoted(tool))
    try Self.cut(tool, to: 7)
    let before = try Self.text(tool)
    try tool.refused("person", "add", "En Annen", code: "register-taken", exit: 3)
    #expect(try Self.text(tool) == before)
  }

  @Test func `hours recorded meanwhile do not take the note away`() throws {
    let tool = try Self.interrupted()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60")
    #expect(Self.isNoted(tool))
  }
}
