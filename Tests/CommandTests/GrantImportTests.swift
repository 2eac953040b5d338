// grant import: lines of budget and accounts from a spreadsheet, all or none.

import Foundation
import Testing

struct GrantImportTests {
  private func file(_ tool: Tool, _ text: String) throws {
    try Data(text.utf8).write(to: tool.folder.appending(path: "a.csv"))
  }

  private func amounts(_ tool: Tool) throws -> [[String: Any]] {
    try tool.done("grant", "list", "--json").json().items.first?.list("amounts") ?? []
  }

  @Test func `Norwegian headers and numbers, in one transaction`() throws {
    let tool = try GrantTests.granted()
    defer { tool.remove() }
    try file(
      tool,
      """
      Bok;Retning;Post;Beløp;Finansiering;Dato;Bilag
      Budsjett;Kostnad;Lønn;250 000;;;
      budsjett;inntekt;Kommunen;150\u{a0}000,50;kommune;;
      regnskap;kostnad;Lønn;251300,5;;30.6.2024;Bilag 14
      Regnskap;;Tilskudd;100000;tilskuddet;2024-02-01;

      """)
    let before = try tool.lines().count
    try tool.done("tilskudd", "importer", "g8", "a.csv")
    let amounts = try amounts(tool)
    #expect(amounts.compactMap { $0.text("book") } == ["budget", "budget", "accounts", "accounts"])
    #expect(amounts.compactMap { $0.text("flow") } == ["cost", "income", "cost", "income"])
    #expect(
      amounts.compactMap { $0.int("amount") } == [25_000_000, 15_000_050, 25_130_050, 10_000_000])
    #expect(amounts[3].text("funding") == "grant")
    #expect(amounts[2].text("on") == "2024-06-30")
    #expect(amounts[2].text("voucher") == "Bilag 14")
    #expect(try tool.lines().count == before + 4)
    try tool.done("undo")
    #expect(try self.amounts(tool).isEmpty)
  }

  @Test func `English headers, commas, and a book for the whole file`() throws {
    let tool = try GrantTests.granted()
    defer { tool.remove() }
    try file(tool, "post,amount,date,notes\nWages,\"1 000.50\",2024-03-01,x\n")
    let ran = try tool.done("grant", "import", "g8", "a.csv", "--book", "accounts")
    #expect(ran.err.contains("notes"))
    #expect(try amounts(tool).compactMap { $0.int("amount") } == [100_050])
    try tool.refused("grant", "import", "g8", "a.csv", code: "import-faults")
  }

  @Test func `every bad cell is told at once, with line and column, and nothing is recorded`()
    throws
  {
    let tool = try GrantTests.granted()
    defer { tool.remove() }
    try file(
      tool,
      """
      bok;retning;post;beløp;finansiering;dato;bilag
      budsjett;kostnad;Lønn;498.000,-;;;
      budsjett;kostnad;;250,000;;;
      kasse;kostnad;Lønn;1;;;
      regnskap;kostnad;Lønn;1;;31.02.2024;
      regnskap;kostnad;Lønn;1;;2199-01-01;
      budsjett;kostnad;Lønn;1;;2024-01-01;
      budsjett;inntekt;Gave;1;;;
      budsjett;kostnad;Lønn;1;egne;;
      budsjett;utgift;Lønn;-5;;;
      budsjett;inntekt;Gave;0;banken;;
      budsjett;kostnad;Lønn;1;;;;utenfor
      budsjett;kostnad;\(String(repeating: "å", count: 41));1;;;

      """)
    let ran = try tool.run("grant", "import", "g8", "a.csv", "--json")
    #expect(ran.code == 1)
    let last = ran.err.split(separator: "\n").last.map(String.init) ?? ""
    let error = try #require(
      try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any])
    let faults = (error["error"] as? [String: Any])?.list("errors") ?? []
    #expect(
      faults.map { "\($0.int("line") ?? 0)\($0.text("column") ?? "-")" } == [
        "2D", "3C", "3D", "4A", "5F", "6F", "7F", "8E", "9E", "10D", "10B", "11D", "11E", "12H",
        "13C",
      ])
    let nb = try tool.run("tilskudd", "importer", "g8", "a.csv", "--lang", "nb").err.plain
    #expect(nb.contains("linje 2, D «beløp»: «498.000,-» – forventet et beløp i kroner"), "\(nb)")
    #expect(try tool.lines().count == 9)
  }

  @Test(arguments: [
    "post;post;beløp\nx;y;1\n", "posst;beløp\nx;1\n", "bok;post\nbudsjett;x\n", "beløp\n",
    "bok;post;beløp\n", "", "{\"v\":1}\n", "bok;post;beløp\nbudsjett;\u{1b}[2J;1\n",
    "bok;post;beløp\nbudsjett;Sum kostnader;1\n", "bok;post;beløp\nbudsjett;I alt;1\n",
    "bok;post;beløp\nbudsjett;\"x;1\n", "\u{0}\u{1}\u{2}",
  ])
  func `a file that is no such sheet is refused`(text: String) throws {
    let tool = try GrantTests.granted()
    defer { tool.remove() }
    try file(tool, text)
    let ran = try tool.run("grant", "import", "g8", "a.csv")
    #expect(ran.code == 1, "\(ran.err)")
    #expect(!ran.err.contains("\u{1b}"))
    #expect(try tool.lines().count == 9)
  }

  @Test func `the same file twice doubles nothing`() throws {
    let tool = try GrantTests.granted()
    defer { tool.remove() }
    try file(tool, "bok;post;beløp\nbudsjett;Lønn;5\nbudsjett;Lønn;5\n")
    try tool.done("grant", "import", "g8", "a.csv")
    try tool.refused("grant", "import", "g8", "a.csv", code: "nothing-new")
    try file(tool, "bok;post;beløp\nbudsjett;Lønn;5\nbudsjett;Leie;7\n")
    try tool.refused("grant", "import", "g8", "a.csv", code: "lines-in-already")
    try tool.done("tilskudd", "importer", "g8", "a.csv", "--nye")
    #expect(try amounts(tool).compactMap { $0.int("amount") } == [500, 500, 700])
    try tool.done("grant", "import", "g8", "a.csv", "--all")
    #expect(try amounts(tool).count == 5)
    let before = try tool.log()
    try tool.done("grant", "import", "g8", "a.csv", "--all", "--dry-run")
    #expect(try tool.log() == before)
    try tool.refused("grant", "import", "g9", "a.csv", code: "unknown-grant")
  }
}
