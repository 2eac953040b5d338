// export: the ledger's rows for a spreadsheet or a program. Names leave only when asked for.

import Foundation
import Testing

struct ExportTests {
  /// A ledger with entries of several kinds in two years.
  static func ledger() throws -> Tool {
    let tool = try FromShiftTests.held()
    try tool.done("hours", "add", "--from-shift", "s8", "--headcount", "3", "--voucher", "a;b")
    try tool.done("hours", "add", "tur", "-p", "p3", "--on", "2024-02", "-m", "20")
    try tool.done("hours", "add", "tur", "-p", "p3", "--on", "2025-02-01", "-m", "100")
    return tool
  }

  /// The rows of a CSV, cut at semicolons outside quotation marks.
  private func rows(_ csv: String) -> [[String]] {
    csv.components(separatedBy: "\r\n").dropLast().map { line in
      var cells = [""]
      var isQuoted = false
      for character in line {
        if character == "\"" { isQuoted.toggle() }
        if character == ";", !isQuoted {
          cells.append("")
        } else {
          cells[cells.count - 1].append(character)
        }
      }
      return cells
    }
  }

  @Test func `entries for a spreadsheet`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let ran = try tool.done("eksport", "csv", "timer", "--lang", "nb")
    #expect(
      ran.out.hasPrefix("\u{FEFF}Føring;Aktivitet;Kode;Person-id;Antall personer;Dato;Timer;"))
    #expect(!ran.out.contains("Alfa"))
    #expect(ran.err.contains("Personene står med id"))
    let rows = rows(ran.out)
    #expect(rows.count == 6)
    #expect(rows.allSatisfy { $0.count == rows[0].count })
    #expect(
      rows[1].prefix(11) == [
        "h12", "Kafé", "kafe", "p3", "", "01.03.2024", "2", "18:00", "ført", "\"a;b\"", "s8",
      ])
    #expect(rows[3].prefix(7) == ["h14", "Kafé", "kafe", "", "3", "01.03.2024", "6"])
    #expect(rows[4].prefix(8) == ["h15", "Tur", "tur", "p3", "", "2024-02", "0,33", ""])
    #expect(rows[5][6] == "1,67")
  }

  @Test(arguments: [
    (
      "nb",
      "Føring;Aktivitet;Kode;Person-id;Navn;Antall personer;Dato;Timer;Fra kl.;Hvordan kjent;Bilag;"
        + "Vakt;Ført av;Ført;Godkjent av;Etterført"
    ),
    (
      "nn",
      "Føring;Aktivitet;Kode;Person-id;Namn;Tal på personar;Dato;Timar;Frå kl.;Korleis kjent;Bilag;"
        + "Vakt;Ført av;Ført;Godkjend av;Etterført"
    ),
    (
      "en",
      "Entry;Activity;Code;Person id;Name;Number of people;Date;Hours;From;How known;Voucher;Shift;"
        + "Recorded by;Recorded at;Approved by;Late"
    ),
  ])
  func `headings in every language, names when asked for`(
    language: String, header: String
  ) throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let ran = try tool.done("export", "csv", "entries", "--names", "--lang", language)
    #expect(ran.out.dropFirst().split(separator: "\r\n").first.map(String.init) == header)
    #expect(ran.out.contains(";Frivillig Alfa;"))
    #expect(ran.err.isEmpty)
  }

  @Test func `an empty table has its headings all the same`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    for kind in ["entries", "shifts"] {
      let rows = rows(try tool.done("export", "csv", kind).out)
      #expect(rows.count == 1)
      #expect(rows[0].count >= 10)
    }
  }

  @Test func `a cell that a spreadsheet would compute is held back`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "add", "=HYPERLINK(1)", "--code", "regn")
    #expect(try tool.done("export", "csv", "activities").out.contains("\r\n'=HYPERLINK(1);regn;"))
  }

  @Test func `persons: ids alone, or with name and birth year`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("person", "add", "Frivillig Gamma", "--born", "1950")
    let bare = try tool.done("export", "csv", "persons", "--lang", "nb")
    #expect(bare.out.hasPrefix("\u{FEFF}Person-id;Rolle\r\np2;koordinator\r\np3;frivillig\r\n"))
    let named = try tool.done("export", "csv", "persons", "--names", "--lang", "nb").out
    #expect(named.contains("Person-id;Navn;Fødselsår;Rolle\r\n"))
    #expect(named.contains("p8;Frivillig Gamma;1950;frivillig\r\n"))
    let items = try tool.done("export", "json", "persons").json().items
    #expect(items.allSatisfy { $0.keys.sorted() == ["id", "role"] })
    let all = try tool.done("export", "json", "persons", "--names").json().items
    #expect(all.last?.text("name") == "Frivillig Gamma")
    #expect(all.last?.int("birthYear") == 1950)
  }

  @Test func `activities and shifts`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.done("activity", "change", "kafe", "--category", "inkludering", "--alias", "Prat")
    let activities = rows(try tool.done("export", "csv", "activities", "--lang", "nb").out)
    #expect(
      activities[0] == [
        "\u{FEFF}Navn", "Kode", "Gruppe", "Kategori", "Sektor", "Mottaker", "Også for", "I summen",
        "Andre navn", "Siste dag",
      ])
    #expect(
      activities[1] == [
        "Kafé", "kafe", "Møteplasser", "Inkludering/integrering", "Egne", "", "", "ja", "Prat", "",
      ])
    let shifts = rows(try tool.done("export", "csv", "shifts", "--lang", "nb").out)
    #expect(
      shifts[1] == [
        "s8", "Kafé", "kafe", "01.03.2024", "18:00", "20:00", "2", "2", "1", "nei",
      ])
  }

  @Test func `JSON in machine form`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let json = try tool.done("export", "json", "entries").json()
    #expect(json.text("schema") == "dugnad-export:1")
    #expect(json.text("what") == "entries")
    #expect(json.int("through") == 16)
    #expect(json.items.map { $0.text("on") }.last == "2025-02-01")
    #expect(json.items.compactMap { $0.int("minutes") } == [120, 120, 360, 20, 100])
    #expect(json.items.allSatisfy { $0["name"] == nil && $0["late"] as? Bool == false })
    let named = try tool.done("export", "json", "entries", "--names").json().items
    #expect(named.first?.text("name") == "Frivillig Alfa")
    #expect(named[2]["name"] is NSNull)
    #expect(
      try tool.done("export", "csv", "entries", "--json").out
        == tool.done("export", "json", "entries").out)
    for kind in ["activities", "shifts"] {
      #expect(try tool.done("export", "json", kind).json().items.isEmpty == false)
    }
  }

  @Test func `only a year, only an activity, and as it was known`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    func ids(_ words: String...) throws -> [String] {
      try tool.run(["export", "json"] + words).json().items
        .compactMap { $0.text("id") ?? $0.text("code") }
    }
    #expect(try ids("entries", "--year", "2025") == ["h16"])
    #expect(try ids("entries", "--year", "2024", "--activity", "tur") == ["h15"])
    #expect(try ids("entries", "--as-known-on", "15") == ["h12", "h13", "h14", "h15"])
    #expect(try ids("persons", "--year", "2025") == ["p3"])
    #expect(try ids("activities", "--year", "2025") == ["tur"])
    #expect(try ids("shifts", "--year", "2025").isEmpty)
    #expect(try ids("shifts", "--activity", "kafe") == ["s8"])
    #expect(try tool.run("export", "csv", "entries", "--year", "24").code == 2)
    #expect(try tool.run("export", "csv", "everything").code == 2)
    #expect(try tool.run("export", "csv", "entries", "-a", "sjakk").code == 1)
  }

  @Test func `a closed year is exported as it was closed, and late entries are marked`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.done(
      "close", "2024", "--accept", "unapproved", "--accept", "no-category", "--reason", "board")
    try tool.done("hours", "add", "tur", "-p", "p4", "--on", "2024-05-05", "-m", "60", "--late")
    try tool.done("hours", "correct", "h12", "-m", "30", "--late")
    let closed = try tool.run("export", "json", "entries", "--year", "2024")
    #expect(try closed.json().items.compactMap { $0.int("minutes") } == [120, 120, 360, 20])
    #expect(try closed.json().int("through") == 16)
    #expect(closed.err.contains("2024 as it was closed"))
    let now = try tool.done(
      "export", "json", "entries", "--year", "2024", "--as-known-on", "now"
    ).json().items
    #expect(now.compactMap { $0.int("minutes") } == [30, 120, 360, 20, 60])
    #expect(now.map { $0["late"] as? Bool } == [true, false, false, false, true])
    let csv = rows(try tool.done("export", "csv", "entries", "--lang", "nb").out)
    #expect(csv.dropFirst().map { $0.last } == ["ja", "nei", "nei", "nei", "nei", "ja"])
  }

  @Test func `to a file, but never over the ledger`() throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    let printed = try tool.done("export", "csv", "entries").out
    let ran = try tool.done("export", "csv", "entries", "-o", "ut.csv")
    #expect(ran.out.isEmpty)
    #expect(try Data(contentsOf: tool.folder.appending(path: "ut.csv")) == Data(printed.utf8))
    #expect(try tool.run("export", "csv", "entries", "-o", "events/2024.jsonl").code == 2)
  }

  @Test(arguments: ["nb", "nn", "en"])
  func `entries with names come in again by import`(language: String) throws {
    let tool = try Self.ledger()
    defer { tool.remove() }
    try tool.done(
      "hours", "add", "tur", "-p", "p5", "--on", "2024", "--hours", "7", "--known", "estimated")
    try tool.done(
      "hours", "add", "tur", "--headcount", "2", "--on", "2024-03-01..2024-03-15", "-m", "1")
    let other = try FromShiftTests.held()
    defer { other.remove() }
    let file = other.folder.appending(path: "ut.csv").path
    try tool.done("export", "csv", "entries", "--names", "--lang", language, "-o", file)
    try other.done("import", "ut.csv")
    func entries(_ tool: Tool) throws -> [String] {
      try tool.done("export", "json", "entries", "--names").json().items.map { item in
        let keys = [
          "on", "activity", "name", "headcount", "minutes", "known", "start", "shift", "voucher",
        ]
        return keys.map { "\(item[$0] ?? "")" }.joined(separator: " ")
      }
    }
    #expect(try entries(other) == entries(tool))
    #expect(try entries(other).count == 7)
    #expect(try other.run("audit").code == 0)
  }
}
