// A printed table of an earlier year, with a sum row that does not add up and text below it.

import Foundation
import Testing

struct ImportTableTests {
  static let sheets = Tool.repository.appending(path: "Tests/Fixtures/sheets")

  @Test func `Kongsberg's own printed table becomes summaries of its year`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let file = Self.sheets.appending(path: "kongsberg-2024.csv").path
    try tool.refused("import", file, code: "table-needs-year", exit: 2)
    let json = try tool.imported(file, "--year", "2024", "--add-activities")
    #expect(json.text("kind") == "table")
    #expect(json.int("year") == 2024)
    #expect(json.int("distinct") == 225)
    #expect(json.int("rows") == 33)
    let sums = json.list("sums")
    #expect(sums.compactMap { $0.int("printed") } == [225, 353_580])
    #expect(sums.compactMap { $0.int("computed") } == [263, 353_580])
    #expect(json.list("texts").first?.text("text")?.contains("1650 timer") == true)

    let entries = try tool.run("hours", "list", "--json").json().items
    #expect(entries.count == 33)
    #expect(entries.allSatisfy { $0.text("known") == "summary" && $0.text("on") == "2024" })
    #expect(entries.allSatisfy { $0["person"] is NSNull })
    let stats = try tool.figures()
    #expect(stats.contains("353580"), "the row below the sum is outside it: \(stats)")
    let outside = try tool.run("activity", "list", "--json").json().items.filter {
      $0["counted"] as? Bool == false
    }
    #expect(outside.compactMap { $0.text("code") } == ["hagearbeid-fmc"])
    #expect(try tool.imported(file, "--year", "2024")["import"] is NSNull)
    try tool.done("audit")
  }

  @Test func `the csv, the paste and the workbook are the same table`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let path = { (name: String) in Self.sheets.appending(path: name).path }
    let words = ["--year", "2023", "--add-activities", "--source", "årsrapport"]
    #expect(try tool.run(["import", path("kongsberg-2024.csv")] + words).code == 0)
    #expect(
      try tool.imported(path("kongsberg-2024.xlsx"), "--year", "2023", "--source", "årsrapport")[
        "import"] is NSNull)
    let paste = try String(contentsOfFile: path("kongsberg-2024.tsv"), encoding: .utf8)
    let ran = try tool.run(
      ["import", "-", "--year", "2023", "--source", "årsrapport"], input: paste)
    #expect(ran.out.contains("33 of 33 rows are already in"), "\(ran.out)\(ran.err)")
  }

  @Test func `a row stands inside the sum or outside it, in the ledger as in the table`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let header = "Aktivitet;Antall frivillige;Timer"
    try tool.sheet("t.csv", ["Kafé;3;30", "Sum;3;30", "Tur;2;8"], header: header)
    let faults = try tool.faults("t.csv", "--year", "2022")
    #expect(faults.compactMap { $0.int("line") } == [4])
    #expect(faults[0].text("expected")?.contains("--outside") == true)
    try tool.done("activity", "change", "tur", "--outside")
    try tool.done("import", "t.csv", "--year", "2022", "--distinct", "2")
    #expect(try tool.log().contains(#""year":2022,"distinct":2}"#))
    try tool.sheet("u.csv", ["Tur;3;30"], header: header)
    #expect(
      try tool.faults("u.csv", "--year", "2021")[0].text("expected")?.contains("--counted") == true)
  }

  @Test func `a subtotal claims nothing, the last sum does`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let header = "Aktivitet;Antall frivillige;Timer"
    let blocks = ["Kafé;3;30", "Delsum;2;30", "Tur;4;8", "Delsum;4;8"]
    let tables: [([String], Int?)] = [
      (blocks + ["Sum;6;38"], 6), (blocks + ["Sum;7;38"], nil), (blocks, nil),
      (["Kafé;3;30", "Tur;4;8", "Sum;8;38"], nil),
    ]
    for (place, (rows, distinct)) in tables.enumerated() {
      try tool.sheet("t\(place).csv", rows, header: header)
      let json = try tool.imported("t\(place).csv", "--year", "202\(place)", "--dry-run")
      #expect(json.int("distinct") == distinct, "\(rows)")
    }
    let said = try tool.done("import", "t0.csv", "--year", "2022", "--distinct", "5", "--dry-run")
    #expect(try tool.imported("t1.csv", "--year", "2022", "--distinct", "5").int("distinct") == 5)
    #expect(!said.out.contains("are taken as distinct volunteers"))
  }

  @Test func `a sum that differs is said on standard error, and the rows are recorded`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", ImportHoursTests.rows + ["Sum;;;7"])
    let ran = try tool.done("import", "a.csv")
    #expect(
      ran.err.contains("note: the sum row (line 5) says 7"), "\(ran.err)")
    #expect(try tool.standing().count == 3)
    try tool.sheet("b.csv", ["Kafé;Frivillig Beta;09.03.2024;1", "Sum;;;1"])
    #expect(try tool.done("import", "b.csv").err.isEmpty)
  }

  @Test func `another divisor and other hours of the year are told`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2022-03-01", "-m", "60")
    let rows = ["Kafé;3;30", "Sum;3;30", "Et årsverk er 1700 timer;;"]
    try tool.sheet("t.csv", rows, header: "Aktivitet;Antall frivillige;Timer")
    let ran = try tool.done("import", "t.csv", "--year", "2022")
    #expect(ran.out.contains("dugnad year set 2022 --divisor 1700"), "\(ran.out)")
    #expect(ran.out.plain.contains("2022 has 1 hour already"), "\(ran.out)")
  }

  @Test func `year and distinct belong to a table alone`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", ImportHoursTests.rows)
    try tool.refused("import", "a.csv", "--year", "2024", code: "year-of-table", exit: 2)
    try tool.refused("import", "a.csv", "--distinct", "3", code: "year-of-table", exit: 2)
  }
}
