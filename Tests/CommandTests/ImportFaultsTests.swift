// Everything that is wrong with a file is told at once, with line and column, and then nothing is
// imported.

import Foundation
import Testing

struct ImportFaultsTests {
  @Test func `every bad row is listed with line and column, and nothing is imported`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet(
      "a.csv",
      [
        "Kafé;Frivillig Alfa;01.03.2024;2", "Kafé;Frivillig Alfa;31.02.2024;2",
        "Kafé;Frivillig Alfa;02.03.2024;tre", "Kaffe;Frivillig Alfa;03.03.2024;1",
        "Kafé;Frivilig Beta;04.03.2024;1", "Kafé;Frivilig Beta;05.03.2024;1",
        "Kafé;Frivillig Beta;06.03.2031;1", "Tur;Frivillig Beta;07.03.2024;23",
        "Tur;Frivillig Beta;07.03.2024;2",
      ])
    try tool.refused("import", "a.csv", code: "import-faults")
    let faults = try tool.faults("a.csv")
    #expect(faults.compactMap { $0.int("line") } == [3, 4, 8, 10, 5, 6])
    #expect(faults.compactMap { $0.text("column") } == ["C", "D", "C", "D", "A", "B"])
    #expect(
      faults.compactMap { $0.text("kind") } == ["cell", "cell", "row", "row", "activity", "person"])
    #expect(faults[0].text("header") == "Dato")
    #expect(faults[0].text("text") == "31.02.2024")
    #expect(faults[2].text("text") == "06.03.2031")
    #expect(faults[5].int("rows") == 2)
    #expect(faults[5]["near"] as? [String] == ["Frivillig Beta"])
    let text = try tool.run("import", "a.csv").err
    #expect(
      text.hasPrefix("a.csv: error: 6 things in the file must be mended; nothing was recorded"))
    #expect(text.contains("\n  line 4, D 'Timer': 'tre' – expected a number of hours such as 3.5"))
    #expect(
      text.contains("line 6, B 'Navn' (2 rows): 'Frivilig Beta' – unknown person; did you mean"))
    #expect(try tool.lines().count == 7)
  }

  @Test func `many faults are cut on paper and whole in JSON`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", (1...60).map { _ in "Kafé;Frivillig Alfa;01.03.2024;x" })
    #expect(try tool.faults("a.csv").count == 60)
    let text = try tool.run("import", "a.csv").err
    #expect(text.contains("… and 10 more (all: --json)"))
    #expect(text.split(separator: "\n").count { $0.contains("  line ") } == 50)
  }

  @Test func `a near miss is suggested and never taken`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    // On the command line the beginning of a name is enough; in a file it is not.
    for name in ["Alfa", "Frivillig", "frivillig alf", "Alfa Frivillig"] {
      try tool.sheet("a.csv", ["kafe;\(name);01.03.2024;2"])
      let faults = try tool.faults("a.csv")
      #expect(faults.first?.text("kind") == "person", "\(name)")
    }
    #expect(try tool.faults("a.csv").first?["near"] as? [String] == ["Frivillig Alfa"])
    for name in ["frivillig alfa", "p3", "FRIVILLIG  ALFA"] {
      try tool.sheet("a.csv", ["KAFE;\(name);01.03.2024;2"])
      try tool.done("import", "a.csv", "--dry-run")
    }
  }

  @Test func `two of one name are not guessed between`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("person", "add", "Frivillig Alfa")
    try tool.sheet("a.csv", ["Kafé;Frivillig Alfa;01.03.2024;2"])
    let faults = try tool.faults("a.csv", "--add-persons")
    #expect(faults.first?.text("expected")?.contains("p3, p8") == true)
    try tool.sheet("a.csv", ["Kafé;p8;01.03.2024;2"])
    try tool.done("import", "a.csv")
  }

  @Test func `unknown names are listed once each, and added when asked for`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let rows = [
      "Kor;Ny Person;01.03.2024;2", "Kor;Ny Person;02.03.2024;2", "Kor;Mer Ny;03.03.2024;1",
    ]
    try tool.sheet("a.csv", rows)
    #expect(try tool.faults("a.csv").count == 3)
    #expect(
      try tool.faults("a.csv", "--add-persons").compactMap { $0.text("kind") } == ["activity"])
    let json = try tool.imported("a.csv", "--add-persons", "--add-activities")
    #expect(
      json.items.compactMap { $0.text("id") } == ["i8", "p9", "p10", "kor", "h12", "h13", "h14"])
    try tool.done("audit")
  }

  @Test func `only whom the new rows need is added`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", ["Kafé;Frivillig Alfa;01.03.2024;2"])
    try tool.done("import", "a.csv")
    // The first row changed its person: with --new it is left alone, and so is the new name in it.
    try tool.sheet("a.csv", ["Kafé;Ny Person;01.03.2024;2", "Tur;Mer Ny;05.03.2024;1"])
    let json = try tool.imported("a.csv", "--new", "--add-persons")
    #expect(json.items.compactMap { $0.text("id") } == ["i10", "p11", "h12"])
    #expect(try tool.done("person", "list").out.contains("Mer Ny"))
    #expect(try !tool.done("person", "list").out.contains("Ny Person"))
  }

  @Test func `an alias is a name`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("activity", "change", "kafe", "--alias", "Språkkafeen på torget")
    try tool.sheet("a.csv", ["språkkafeen på torget;Frivillig Alfa;01.03.2024;2"])
    try tool.done("import", "a.csv")
    #expect(try tool.standing() == ["kafe p3 2024-03-01 120"])
  }

  @Test func `a header that cannot be told is met with the ways to tell it`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet(
      "a.csv", ["Kafé;Frivillig Alfa;01.03.2024;2;x"],
      header: "Aktivitet;Medhjelper;Dato;Timer;Ymse")
    let error = try tool.refused("import", "a.csv", code: "unclear-header")
    #expect((error["hints"] as? [String])?.contains { $0.contains("--map") } == true)
    let ran = try tool.done("import", "a.csv", "--map", "Medhjelper=person")
    #expect(ran.out.contains("Not read: E 'Ymse'"))
    #expect(try tool.standing() == ["kafe p3 2024-03-01 120"])
    try tool.refused("import", "a.csv", "--map", "Medhjelper=tull", code: "usage", exit: 2)
    try tool.refused("import", "a.csv", "--kind", "tull", code: "usage", exit: 2)
  }

  @Test func `a file without headers keeps its first row, and the header is said`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let map = ["A=activity", "B=person", "C=date", "D=hours"].flatMap { ["--map", $0] }
    try tool.sheet(
      "a.csv", Array(ImportHoursTests.rows.dropFirst()), header: ImportHoursTests.rows[0])
    let bare = try tool.run(["import", "a.csv"] + map)
    #expect(bare.out.contains("No header: every row was read as data."), "\(bare.out)\(bare.err)")
    #expect(try tool.standing().count == 3)
    try tool.sheet("b.csv", ["Kafé;Frivillig Alfa;05.03.2024;2"], header: "Hva;Hvem;Når da;Lengde")
    let headed = try tool.run(["import", "b.csv"] + map)
    #expect(headed.out.contains("The header is line 1, and"), "\(headed.out)\(headed.err)")
    #expect(try tool.standing().count == 4)
  }

  @Test func `hours of a closed year are refused whole, or kept beside it`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2023-03-01", "-m", "60")
    let closing = try tool.run(
      "close", "2023", "--accept", "unapproved", "--accept", "no-category", "--reason", "board",
      "--yes")
    try #require(closing.code == 0, "\(closing.out)\(closing.err)")
    try tool.sheet(
      "a.csv", ["Kafé;Frivillig Alfa;01.04.2023;2", "Kafé;Frivillig Alfa;01.04.2024;1"])
    let error = try tool.refused("import", "a.csv", code: "year-closed")
    #expect(error.text("message")?.contains("2023 is closed") == true)
    #expect((error["hints"] as? [String])?.contains { $0.contains("--late") } == true)
    try tool.done("import", "a.csv", "--etter", "--dry-run")
    try tool.done("import", "a.csv", "--etterfør", "--dry-run")
    let json = try tool.imported("a.csv", "--late")
    #expect(
      json.items.compactMap { $0.text("type") } == ["import.made", "hours.logged", "late.logged"])
    #expect(try tool.imported("a.csv")["import"] is NSNull)
    try tool.done("audit")
  }
}
