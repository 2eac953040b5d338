// Data on stdout, messages on stderr, and what happens when one of them goes away.

import Foundation
import Testing

struct StreamTests {
  private func shell(_ tool: Tool, _ script: String) throws -> Ran {
    try Tool.run("/bin/sh", ["-c", script, "-", SpecTests.tool], in: tool.folder, tool.environment)
  }

  @Test func `a reader that hangs up is no error`() throws {
    let tool = Tool(in: Tool.repository)
    // 3141 lines do not fit in a pipe, so the tool meets the closed one.
    let ran = try shell(tool, #"{ "$1" log; echo "exit $?" >&2; } | head -n 1"#)
    #expect(ran.out == "Event log – Kongsberg frivilligsentral\n")
    #expect(ran.err == "exit 0\n")
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")),
    arguments: [
      "stats 2024", "audit --json", "log", "person list --format csv",
    ])
  func `an answer that cannot be written is an error`(words: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try shell(tool, #""$1" \#(words) > /dev/full"#)
    #expect(ran.code != 0)
    #expect(ran.err.contains("could not be written"), "\(ran.err)")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func `what is recorded is recorded, also when it cannot be said`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try shell(
      tool, #""$1" hours add kafe -p p3 --on 2024-03-01 -m 60 --once x > /dev/full"#)
    #expect(ran.code == 1)
    // Whoever sees that and tries again must not record it twice.
    #expect(ran.err.contains("IS recorded"), "\(ran.err)")
    #expect(try tool.lines().count == 8)
    #expect(
      try tool.run(
        "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60", "--once", "x"
      ).code == 0)
    #expect(try tool.lines().count == 8)
  }

  @Test func `messages in a full or closed stderr change neither data nor exit code`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(try shell(tool, #""$1" show p99 2>&-"#).code == 1)
    let warned = try shell(
      tool, #""$1" hours add kafe -p p3 --on 2024-03-01 --at 18-20 2>&-"#)
    #expect(warned.code == 0)
  }

  @Test func `closed standard input never waits and never fails`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(try shell(tool, #""$1" undo <&- && "$1" redo <&- && "$1" <&-"#).code == 0)
  }

  @Test func `a report to a place that cannot be written is refused, and leaves no rest`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let before = try tool.contents()
    for place in ["finnes/ikke.txt", "events", "events/2026.jsonl", "register/persons.json", "."] {
      let ran = try tool.run("report", "year", "2024", "-o", place)
      #expect([1, 2].contains(ran.code), "\(place): \(ran.err)")
      #expect(ran.out.isEmpty)
      #expect(ran.err.contains("could not be written") || ran.err.contains("cannot be written"))
    }
    #expect(try tool.contents() == before)
  }

  @Test func `a report replaces an older file whole`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let file = tool.folder.appending(path: "r.txt")
    try Data(String(repeating: "x", count: 100_000).utf8).write(to: file)
    try tool.done("report", "year", "2024", "-o", "r.txt")
    #expect(
      try String(contentsOf: file, encoding: .utf8) == tool.done("report", "year", "2024").out)
  }

  @Test func `nothing is coloured, and no width is asked for, outside a terminal`() throws {
    let tool = Tool(in: Tool.repository)
    for words in [["report", "year", "2024"], ["log", "--newest", "3"], ["audit"], ["help"]] {
      #expect(try !tool.run(words).out.contains("\u{1b}"), "\(words)")
    }
  }

  @Test(arguments: [
    ["stats", "2024"], ["report", "year", "2024"], ["explain", "2024/hours"], ["log"],
    ["show", "p3"], ["audit"], ["audit", "--list-checks"], ["replay"], ["person", "list"],
    ["activity", "list"], ["shift", "list"], ["signup", "list"], ["hours", "list"],
    ["year", "list"], [],
  ])
  func `--json on everything that prints: one object, one line, a schema`(words: [String]) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for language in ["en", "nb"] {
      let ran = try tool.run(words + ["--json", "--lang", language])
      #expect(ran.code == 0, "\(ran.err)")
      #expect(ran.err.isEmpty)
      #expect(ran.out.hasSuffix("\n") && ran.out.count { $0 == "\n" } == 1)
      #expect(try ran.json().text("schema")?.contains(/^dugnad-[a-z]+:1$/) == true, "\(ran.out)")
    }
    // The keys and ids are the same in every language.
    if words.last == "list" {
      #expect(
        try tool.run(words + ["--json", "--lang", "nn"]).out
          == tool.run(words + ["--json", "--lang", "en"]).out)
    }
  }
}
