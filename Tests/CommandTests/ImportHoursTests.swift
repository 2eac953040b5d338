// import of hours from outside: a list that grows, is undone and comes again, and nobody is counted
// twice.

import Foundation
import Testing

extension Tool {
  /// Writes a sheet in the tool's folder: rows of `;`-separated cells under a header.
  func sheet(
    _ name: String, _ rows: [String], header: String = "Aktivitet;Navn;Dato;Timer"
  ) throws {
    let text = ([header] + rows).map { $0 + "\r\n" }.joined()
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  /// The hour entries that stand: activity, person or headcount, period, minutes; sorted.
  func standing() throws -> [String] {
    try run("hours", "list", "--json").json().items.map { item in
      let who = item.text("person") ?? "\(item.int("headcount") ?? 0)"
      return [
        item.text("activity") ?? "", who, item.text("on") ?? "", "\(item.int("minutes") ?? 0)",
      ].joined(separator: " ")
    }.sorted()
  }

  /// What an import answered, from `--json`.
  func imported(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    let ran = try run(["import"] + words + ["--json"])
    #expect(ran.code == 0, "\(words): \(ran.err)", sourceLocation: sourceLocation)
    return ran.code == 0 ? try ran.json() : [:]
  }

  /// The single faults of a refused import.
  func faults(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: Any]] {
    let ran = try run(["import"] + words + ["--json"])
    #expect(ran.code == 1, "\(words): \(ran.out)\(ran.err)", sourceLocation: sourceLocation)
    let last = ran.err.split(separator: "\n").last.map(String.init) ?? ""
    let json = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    return (json?["error"] as? [String: Any])?.list("errors") ?? []
  }
}

struct ImportHoursTests {
  static let rows = [
    "Kafé;Frivillig Alfa;01.03.2024;2", "Kafé;Frivillig Beta;01.03.2024;1,5",
    "Tur;Frivillig Alfa;02.03.2024;3",
  ]

  @Test func `rows become entries of one transaction under one import`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("timeliste.csv", Self.rows)
    let json = try tool.imported("timeliste.csv")
    #expect(json.text("schema") == "dugnad-import:1")
    #expect(json.text("import") == "i8")
    #expect(json.items.compactMap { $0.text("id") } == ["i8", "h9", "h10", "h11"])
    #expect(json.text("source") == "timeliste")
    #expect(
      try tool.standing() == [
        "kafe p3 2024-03-01 120", "kafe p4 2024-03-01 90", "tur p3 2024-03-02 180",
      ])
    let line = try #require(try tool.lines().dropFirst(7).first)
    #expect(line.contains(#""left":3,"type":"import.made""#))
    try tool.done("audit")
  }

  @Test func `the same file again does nothing, and says so`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("timeliste.csv", Self.rows)
    try tool.done("import", "timeliste.csv")
    let before = try tool.contents()
    for words in [[], ["--new"], ["--update"], ["--dry-run"]] {
      let ran = try tool.run(["import", "timeliste.csv"] + words)
      #expect(ran.code == 0)
      #expect(ran.out.contains("Everything is in already (i8)"), "\(ran.out)")
      #expect(ran.out.contains("3 of 3 rows are already in (i8)."))
    }
    #expect(try tool.imported("timeliste.csv")["import"] is NSNull)
    #expect(try tool.contents() == before)
  }

  @Test func `renamed, downloaded again or in another order it is the same list`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("Timeliste.csv", Self.rows)
    try tool.done("import", "Timeliste.csv")
    for name in ["timeliste (1).csv", "Kopi av timeliste.csv", "timeliste - Kopi.csv"] {
      try tool.sheet(name, Self.rows.reversed())
      #expect(try tool.imported(name)["import"] is NSNull)
    }
  }

  @Test func `two genuine rows with equal numbers are both kept`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", [Self.rows[0], Self.rows[0], Self.rows[1]])
    try tool.done("import", "a.csv")
    #expect(try tool.standing().count { $0 == "kafe p3 2024-03-01 120" } == 2)
    #expect(try tool.imported("a.csv")["import"] is NSNull)
    // A third one is new.
    try tool.sheet("a.csv", [Self.rows[0], Self.rows[0], Self.rows[1], Self.rows[0]])
    try tool.done("import", "a.csv", "--new")
    #expect(try tool.standing().count { $0 == "kafe p3 2024-03-01 120" } == 3)
  }

  @Test func `a file that has grown says how, and somebody chooses`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    let grown = Self.rows + ["Tur;Frivillig Ærlig;03.03.2024;1", "Kafé;;04.03.2024;2"]
    try tool.sheet("liste.csv", Array(grown.dropLast()))
    let error = try tool.refused("import", "liste.csv", code: "import-grown")
    #expect(
      error.text("message")?.contains("3 of 4 rows of 'liste' are already in (i8): 1 new") == true)
    let hints = (error["hints"] as? [String] ?? []).joined()
    for way in ["--new", "--update", "--all", "--source"] { #expect(hints.contains(way)) }
    try tool.refused("import", "liste.csv", "--dry-run", code: "import-grown")
    let json = try tool.imported("liste.csv", "--new")
    #expect(json.items.compactMap { $0.text("id") } == ["i12", "h13"])
    #expect(json.text("after") == "i8")
    #expect(try tool.standing().count == 4)
  }

  @Test func `all means all, and is another way to count twice on purpose`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    try tool.done("import", "liste.csv", "--all")
    #expect(try tool.standing().count == 6)
  }

  @Test func `changed and vanished rows are listed, and corrected only with update`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    let other = ["Kafé;Frivillig Alfa;01.03.2024;2,5", "Tur;Frivillig Ærlig;09.03.2024;1"]
    try tool.sheet("liste.csv", other + [Self.rows[2]])
    let before = try tool.standing()
    let faults = try tool.faults("liste.csv")
    #expect(faults.compactMap { $0.text("kind") } == ["changed", "vanished"])
    #expect(faults.compactMap { $0.text("entry") } == ["h9", "h10"])
    #expect(faults.first?.int("line") == 2)

    let new = try tool.done("import", "liste.csv", "--new").out
    #expect(new.contains("h9 was 2024-03-01"), "\(new)")
    #expect(new.contains("gone from the file: h10"), "\(new)")
    #expect(Set(before).isSubset(of: Set(try tool.standing())), "what was there stands")
    #expect(try tool.standing().count == 4)

    let json = try tool.imported("liste.csv", "--update")
    #expect(
      json.items.compactMap { $0.text("type") } == [
        "import.made", "event.undone", "hours.corrected",
      ])
    #expect(
      try tool.standing() == [
        "kafe p3 2024-03-01 150", "tur p3 2024-03-02 180", "tur p5 2024-03-09 60",
      ])
    #expect(try tool.imported("liste.csv")["import"] is NSNull)
    // An update is undone in two steps: what it wrote, then what it took.
    let update = try #require(json.text("import"))
    let taken = try #require(json.items.dropFirst().first?.int("seq"))
    try tool.done("undo", update)
    try tool.done("undo", "\(taken)")
    #expect(Set(before).isSubset(of: Set(try tool.standing())))
    #expect(try tool.standing().count == 4)
    try tool.done("audit")
  }

  @Test func `undo takes an import back, and single rows too`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let figures = try tool.figures()
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    let whole = try tool.figures()
    try tool.done("undo", "i8")
    #expect(try tool.figures() == figures)
    try tool.done("redo")
    #expect(try tool.figures() == whole)
    try tool.done("undo", "h10")
    #expect(try tool.standing().count == 2)
    // What somebody took back by hand does not come back by itself.
    let again = try tool.done("import", "liste.csv").out
    #expect(again.contains("Taken back by hand, and not taken in again: line 3 (h10)"), "\(again)")
    #expect(try tool.standing().count == 2)
    try tool.sheet("liste.csv", Self.rows + ["Tur;Frivillig Beta;05.03.2024;1"])
    try tool.done("import", "liste.csv", "--new")
    #expect(try tool.standing().count == 3)
  }

  @Test func `import, undo, import, redo never doubles anybody`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows + ["Kafé;Helt Ny;05.03.2024;1"])
    try tool.done("import", "liste.csv", "--add-persons")
    let once = try tool.figures()
    try tool.done("undo", "i8")
    try tool.done("import", "liste.csv", "--add-persons")
    #expect(try tool.figures() == once)
    let undo = try #require(try tool.lines().firstIndex { $0.contains("event.undone") }) + 1
    for words in [["redo"], ["redo", "\(undo)"], ["redo", "\(undo)", "--yes"]] {
      let ran = try tool.run(words)
      #expect(ran.code == 1, "\(words): \(ran.out)")
      #expect(try tool.figures() == once)
    }
    #expect(try tool.imported("liste.csv")["import"] is NSNull)
    try tool.done("audit")
  }

  @Test func `a correction by hand stays when the file comes again`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    try tool.done("hours", "correct", "h9", "--hours", "4")
    for words in [[], ["--update"]] {
      #expect(try tool.run(["import", "liste.csv"] + words).code == 0)
      #expect(try tool.standing().contains("kafe p3 2024-03-01 240"))
    }
  }

  @Test func `what an update wrote is what the next comparison is with`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    try tool.sheet("liste.csv", ["Kafé;Frivillig Alfa;01.03.2024;4"] + Self.rows.dropFirst())
    try tool.done("import", "liste.csv", "--update")
    // Back to what it was at first: that is a change again, not the same.
    try tool.sheet("liste.csv", Self.rows)
    try tool.refused("import", "liste.csv", code: "import-grown")
    try tool.done("import", "liste.csv", "--update")
    #expect(try tool.standing().contains("kafe p3 2024-03-01 120"))
    // A row that went and comes back is new: an import took it, nobody by hand.
    try tool.sheet("liste.csv", Array(Self.rows.dropLast()))
    try tool.done("import", "liste.csv", "--update")
    #expect(try tool.standing().count == 2)
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv", "--new")
    #expect(try tool.standing().count == 3)
  }

  @Test func `a retry with the same id writes once, also with new persons`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows + ["Kafé;Helt Ny;05.03.2024;1"])
    let words = ["import", "liste.csv", "--add-persons", "--once", "mars"]
    #expect(try tool.run(words).code == 0)
    let log = try tool.log()
    let again = try tool.run(words)
    #expect(again.code == 0, "\(again.err)")
    #expect(try tool.log() == log)
    #expect(try tool.done("audit", "--json").json().int("registerChecked") == 5)
  }

  @Test func `the same rows of the next month are new rows`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let rows = { (month: Int) in (1...4).map { "Kafé;Frivillig Alfa;\(7 * $0).\(month).2024;2" } }
    try tool.sheet("liste.csv", rows(3))
    try tool.done("import", "liste.csv")
    try tool.sheet("liste.csv", rows(4))
    #expect(try tool.imported("liste.csv", "--new").items.count == 5)
    #expect(try tool.standing().count == 8)
  }

  @Test func `rows that changed or went are never called in already`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("liste.csv", Self.rows)
    try tool.done("import", "liste.csv")
    try tool.sheet("liste.csv", ["Kafé;Frivillig Alfa;01.03.2024;5", Self.rows[1]])
    let out = try tool.done("import", "liste.csv", "--new").out
    #expect(!out.contains("Everything is in already"))
    #expect(out.contains("1 changed and 1 gone in the file were not followed"), "\(out)")
    #expect(out.contains("--update"))
  }

  @Test(arguments: [[20, 4], [4, 20]])
  func `hours move between two entries of one day`(hours: [Int]) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let rows = { (hours: [Int]) in
      zip(["Kafé", "Tur"], hours).map { "\($0);Frivillig Alfa;01.03.2024;\($1)" }
    }
    try tool.sheet("liste.csv", rows(hours))
    try tool.done("import", "liste.csv")
    try tool.sheet("liste.csv", rows(hours.reversed()))
    try tool.done("import", "liste.csv", "--update")
    #expect(
      try tool.standing() == [
        "kafe p3 2024-03-01 \(hours[1] * 60)", "tur p3 2024-03-01 \(hours[0] * 60)",
      ])
    try tool.sheet("liste.csv", rows([23, 22]))
    #expect(try tool.faults("liste.csv", "--update").count == 2)
    try tool.done("audit")
  }

  @Test func `most of a list gone is said on standard error`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let rows = (1...9).map { "Kafé;Frivillig Alfa;\($0 * 3).3.2024;\($0)" }
    try tool.sheet("liste.csv", rows)
    try tool.done("import", "liste.csv")
    try tool.sheet("liste.csv", Array(rows.prefix(5)))
    #expect(try tool.done("import", "liste.csv", "--update", "--dry-run").err.isEmpty)
    try tool.sheet("liste.csv", Array(rows.prefix(4)))
    let ran = try tool.done("import", "liste.csv", "--update")
    #expect(ran.err.contains("note: 5 of 9 entries of 'liste' are gone"), "\(ran.err)")
    #expect(try tool.standing().count == 4)
  }
}
