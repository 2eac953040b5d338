// hours add as a sentence: understood, said back, recorded; or why not, with the ways to write it.

import Foundation
import Testing

struct NaturalEntryTests {
  private func contents(_ tool: Tool) throws -> [String] {
    try tool.run("hours", "list", "--json").json().items.map { item in
      [
        item.text("activity"), item.text("on"),
        item.text("person") ?? item.int("headcount").map { "+\($0)" },
        item.int("minutes").map { "\($0)" }, item.text("start") ?? "-",
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  @Test func `a sentence is several entries in one transaction`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.done("hours", "add", "kafe", "5.3.2024", "18-20", "alfa,", "p4", "+3")
    #expect(
      try contents(tool) == [
        "kafe 2024-03-05 p3 120 18:00", "kafe 2024-03-05 p4 120 18:00",
        "kafe 2024-03-05 +3 360 18:00",
      ])
    #expect(try tool.lines().suffix(3).first?.contains(#""left":2,"#) == true)
    #expect(
      ran.err.plain.contains(
        """
        Understood: Kafé, Tuesday 5 March 2024 at 18:00: Frivillig Alfa (p3), Frivillig Beta (p4), \
        3 unnamed
          5 people, 10 h in all, 2 h each
        """), "\(ran.err)")
    #expect(!ran.out.contains("Understood"))
  }

  @Test func `it is said back in the words of the language`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let words = ["timer", "ny", "kafe", "5.", "mars", "2024", "2t", "Alfa", "og", "Beta", "--prøv"]
    let nb = try tool.run(words + ["--lang", "nb"])
    #expect(nb.err.plain.contains("Forstått: Kafé, tirsdag 5. mars 2024: "), "\(nb.err)")
    #expect(nb.err.plain.contains("2 personer, 4 t i alt, 2 t hver"))
    let nn = try tool.run(words + ["--lang", "nn"])
    #expect(nn.err.plain.contains("tysdag 5. mars 2024"), "\(nn.err)")
    #expect(nn.err.plain.contains("2 personar, 4 t i alt, 2 t kvar"))
    #expect(try contents(tool).isEmpty)
  }

  @Test(arguments: [
    (["kafe", "2t", "alfa"], "uten dag: i dag"),
    (["kafe", "mandag", "2t", "alfa"], "bare ukedagen: den siste som har vært"),
    (["kafe", "5. mars", "2t", "alfa"], "uten årstall: sist det var den dagen"),
    (["kafe", "igår", "2t", "+3"], "tiden gjelder hver av dem uten navn (ellers: i alt)"),
  ])
  func `what was left unsaid is said back`(words: [String], assumption: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run(["timer", "ny"] + words + ["--lang", "nb"])
    #expect(ran.code == 0, "\(ran.err)")
    #expect(ran.err.plain.contains("\n  " + assumption + "\n"), "\(ran.err)")
    let whole = try tool.run(
      "timer", "ny", "kafe", "5.3.2024", "2t", "alfa", "+3", "hver", "--lang", "nb")
    #expect(!whole.err.contains(assumption))
  }

  @Test func `a name of several words is one activity, quoted or not`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "add", "Kafé Frivillig")
    try tool.done("hours", "add", "Kafé Frivillig", "5.3.2024", "1h", "alfa")
    try tool.done("hours", "add", "kafé", "frivillig", "5.3.2024", "1h", "beta")
    try tool.done("hours", "add", "kafe-frivillig 5.3.2024 1h p5")
    // A person's name is not taken for a part of the activity's.
    try tool.done("activity", "add", "Kafé Betahuset")
    try tool.done("hours", "add", "kafe", "beta", "6.3.2024", "1h")
    #expect(
      try contents(tool) == [
        "kafe-frivillig 2024-03-05 p3 60 -", "kafe-frivillig 2024-03-05 p4 60 -",
        "kafe-frivillig 2024-03-05 p5 60 -", "kafe 2024-03-06 p4 60 -",
      ])
  }

  @Test func `voucher, known, shift and late may stand beside it`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("shift", "add", "kafe", "--on", "2024-03-05", "--at", "18-20")
    try tool.done(
      "hours", "add", "kafe", "5.3.2024", "18-20", "alfa", "--voucher", "perm 3", "--known",
      "estimated", "--shift", "s8")
    let item = try #require(try tool.run("hours", "list", "--json").json().items.first)
    #expect(item.text("voucher") == "perm 3")
    #expect(item.text("known") == "estimated")
    #expect(item.text("shift") == "s8")
    try tool.refused(
      "hours", "add", "kafe", "5.3.2024", "18-20", "beta", "--late", code: "year-not-closed")
  }

  @Test func `JSON has what was appended, and nothing else`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run("hours", "add", "kafe", "5.3.2024", "18-20", "alfa", "--json")
    #expect(ran.err.isEmpty)
    #expect(try ran.json().items.first?.text("id") == "h8")
  }

  @Test(arguments: [
    (["--person", "p4"], "--person"), (["--headcount", "2"], "--headcount"),
    (["--on", "2024"], "--on"), (["--at", "18-20"], "--at"), (["-m", "5"], "--minutes"),
    (["--hours", "2"], "--hours"), (["--each"], "--each"), (["-a", "kafe"], "--activity"),
  ])
  func `a sentence and an option that says the same are not mixed`(
    words: [String], named: String
  ) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run(["hours", "add", "kafe", "5.3.2024", "18-20", "alfa"] + words)
    #expect(ran.code == 2, "\(ran.err)")
    #expect(ran.err.contains("and \(named) cannot be used beside it"), "\(ran.err)")
    #expect(try contents(tool).isEmpty)
  }

  @Test(arguments: [
    (["kafe", "18", "alfa"], "ambiguous-word", "the time: at 18"),
    (["kafe", "3", "alfa"], "ambiguous-word", "so many unnamed: +3"),
    (["kafe", "5.3", "alfa"], "ambiguous-word", "the day: 5.3."),
    (["kafe", "2024-03-05", "alfa"], "no-minutes", "(18-20), 2h"),
    (["kafe", "2024-03-05", "2h"], "no-people", "+3"),
    (["yesterday", "2h", "alfa"], "no-activity", "such as"),
    (["kafe", "31.2.2024", "2h", "alfa"], "no-such-day", "yesterday"),
    (["kafe", "1.3.2024", "2.3.2024", "2h", "alfa"], "two-days", "one day"),
    (["kafe", "monday", "5.3.2024", "2h", "alfa"], "weekday-disagrees", "Tuesday"),
    (["kafe", "5.3.2024", "2h", "3h", "alfa"], "said-twice", "one is enough"),
    (["kafe", "5.3.2024", "18-20", "19-21", "alfa"], "said-twice", "one is enough"),
    (["kafe", "5.3.2024", "2h", "+2", "+3"], "said-twice", "one is enough"),
    (["kafe", "5.3.2024", "18-20", "3h", "alfa"], "minutes-beyond-span", "180"),
    (["kafe", "5.3.2024", "2h", "alfa,", "Alfa"], "person-twice", "twice"),
    (["kafe", "5.3.2024", "2h", "alfa,", "p3"], "person-twice", "twice"),
    (["kafe", "5.3.2024", "2h", "alfa,", "beta", "in all"], "total-of-several", "each"),
    (["kafe", "5.3.2024", "2h", "5x"], "not-understood", "'5x'"),
  ])
  func `what cannot be understood is told, with a way to write it`(
    words: [String], code: String, way: String
  ) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.run(["hours", "add"] + words + ["--json"])
    #expect(ran.code == 2, "\(ran.out)\(ran.err)")
    #expect(ran.err.contains(#""code":"\#(code)""#), "\(ran.err)")
    #expect(ran.err.contains(way), "\(ran.err)")
    let nb = try tool.run(["timer", "ny"] + words + ["--lang", "nb"])
    #expect(nb.code == 2)
    #expect(nb.err.hasPrefix("feil: "), "\(nb.err)")
    #expect(try contents(tool).isEmpty)
  }

  @Test func `somebody unknown is told as everywhere`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.refused(
      "hours", "add", "kafe", "5.3.2024", "2h", "Per", code: "unknown-person")
    try tool.refused(
      "hours", "add", "kafen", "5.3.2024", "2h", "alfa", code: "unknown-activity")
  }

  @Test func `a group by options is said back too`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let each = try tool.done(
      "hours", "add", "kafe", "--headcount", "68", "--hours", "3", "--each", "--on", "2024-03-05",
      "--lang", "nb")
    #expect(each.err.plain == "68 personer, 204 t i alt, 3 t hver\n")
    // Whoever forgot --each sees it here.
    let inAll = try tool.done(
      "hours", "add", "kafe", "--headcount", "68", "--hours", "3", "--on", "2024-03-06")
    #expect(inAll.err.plain == "68 people, 3 h in all\n")
    let one = try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "5", "--on", "2024-03-05")
    #expect(one.err.isEmpty)
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script"), "no terminal"))
  func `on a terminal it is asked, and no is nothing`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    func answer(_ word: String, _ more: String = "") throws -> Ran {
      let line = "'\(SpecTests.tool)' hours add kafe 5.3.2024 18-20 alfa \(more)"
      return try Tool.run(
        "/bin/sh", ["-c", #"printf '%s\n' "$1" | script -qec "$2" /dev/null"#, "-", word, line],
        in: tool.folder, tool.environment)
    }
    let no = try answer("n")
    #expect(no.out.contains("Understood: Kafé, Tuesday 5 March 2024"), "\(no.out)\(no.err)")
    #expect(no.out.contains("Do this? [y/N]"))
    #expect(no.code == 1)
    #expect(try contents(tool).isEmpty)
    let yes = try answer("y")
    #expect(yes.code == 0, "\(yes.out)")
    #expect(yes.out.components(separatedBy: "Understood").count == 2, "said once: \(yes.out)")
    #expect(try contents(tool).count == 1)
    let unasked = try answer("n", "--yes")
    #expect(!unasked.out.contains("Do this?"), "\(unasked.out)")
    #expect(try contents(tool).count == 2)
  }
}
