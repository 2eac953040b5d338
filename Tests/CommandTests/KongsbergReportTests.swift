// The report of the year and the way down from its figures, on the committed ledger.

import Foundation
import Testing

struct KongsbergReportTests {
  static let endings = ["text": "txt", "markdown": "md", "csv": "csv", "json": "json"]

  static func ask(_ words: String...) throws -> Ran {
    try Tool(in: Tool.repository).run(words)
  }

  @Test(arguments: ["nb", "nn", "en"], endings.keys.sorted())
  func `the report of 2024 is the one that is kept`(language: String, form: String) throws {
    let ran = try Self.ask("report", "year", "2024", "--lang", language, "--format", form)
    #expect(ran.code == 0)
    #expect(ran.err.isEmpty)
    try expectGolden(ran.out, "year-2024-\(language).\(Self.endings[form] ?? form)")
  }

  @Test func `everything printed from a reconstruction says so`() throws {
    for words in [
      ["stats", "2024"], ["explain", "2024/tolk/hours"], ["log", "--newest", "1"],
      ["show", "h332"],
      [],
    ] {
      let ran = try Tool(in: Tool.repository).run(words + ["--lang", "nb"])
      #expect(ran.out.contains("EKSEMPEL: personer og dager er oppdiktet"), "\(words)")
    }
  }

  @Test func `the printed sentence of the årsverk, and the reconciliation`() throws {
    let report = try Self.ask("rapport", "år", "2024", "--lang", "nb").out.plain
    #expect(report.contains("Et frivillig årsverk er 1650 timer = 3,6 årsverk"))
    #expect(
      report.contains(
        "263 frivillige talt per aktivitet − 38 talt flere ganger = 225 ulike frivillige"))
  }

  @Test func `the report goes to a file as it goes to the screen`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let words = ["report", "year", "2024", "--ledger", Tool.repository.path, "--format", "csv"]
    let printed = try tool.run(words)
    let written = try tool.run(words + ["-o", "år.csv"])
    #expect(written.code == 0)
    #expect(written.out.isEmpty)
    #expect(written.err.contains("år.csv"))
    let file = tool.folder.appending(path: "år.csv")
    #expect(try Data(contentsOf: file) == Data(printed.out.utf8))
  }

  @Test func `an address of every part explains its minutes to the last one`() throws {
    let stats = try KongsbergFiguresTests.stats()
    var parts = ["activities", "groups", "sectors", "outside"].flatMap { stats.list($0) }
    parts.append(stats["totals"] as? [String: Any] ?? [:])
    #expect(parts.count == 53, "32 + 14 + 5 + 1 + 1")
    for part in parts {
      let scope = try #require(part.text("explain"))
      let ran = try Self.ask("explain", scope + "/hours", "--json")
      #expect(ran.code == 0, "\(scope): \(ran.err)")
      let (items, sum) = try Self.entries(ran.json())
      let minutes = KongsbergFiguresTests.sum(items, "minutes")
      #expect(minutes == part.int("minutes"), "\(scope)")
      #expect(sum.int("minutes") == part.int("minutes"), "\(scope)")
      if let entries = part.int("entries") { #expect(items.count == entries, "\(scope)") }
      #expect(Set(items.compactMap { $0.text("id") }).count == items.count, "\(scope)")
    }
  }

  @Test(arguments: [
    ("2024/distinct", 225), ("2024/group/Språkkaféer/distinct", 17),
    ("2024/sector/Helse og omsorg/distinct", 7), ("2024/nymoen/distinct", 5),
    ("2024/group//distinct", 67),
  ])
  func `a count of people leads to as many people`(address: String, count: Int) throws {
    let json = try Self.ask("explain", address, "--json", "--lang", "en").json()
    #expect(json.text("title")?.contains("\(count)") == true)
    let sections = json.list("sections")
    let rows = try #require(sections.first).list("rows").filter { $0.text("role") == "item" }
    #expect(rows.count == count)
  }

  @Test func `participations are the same people, with how often each is counted`() throws {
    let json = try Self.ask("explain", "2024/participations", "--json").json()
    let rows = try #require(json.list("sections").first).list("rows")
    let people = rows.filter { $0.text("role") == "item" }
      .compactMap { $0["values"] as? [String: Any] }
    #expect(people.count == 225)
    #expect(KongsbergFiguresTests.sum(people, "times") == 263)
    #expect(people.count { ($0.int("times") ?? 0) > 1 } > 0)
  }

  @Test func `a bare number lists the figures it may be`() throws {
    let ran = try Self.ask("explain", "17", "--lang", "en")
    #expect(ran.code == 0)
    for address in ["2024/spraktrenere/distinct", "2024/group/Flyktningmottaket/distinct"] {
      #expect(ran.out.contains(address))
    }
    // A number as the report prints it, and one that is nowhere.
    #expect(try Self.ask("forklar", "5 893", "--lang", "nb").out.contains("2024/hours"))
    #expect(try Self.ask("explain", "987654").code == 1)
  }

  static func entries(
    _ json: [String: Any]
  ) throws -> (items: [[String: Any]], sum: [String: Any]) {
    let section = try #require(json.list("sections").first { $0.text("key") == "entries" })
    let values = { (role: String) in
      section.list("rows").filter { $0.text("role") == role }
        .compactMap { $0["values"] as? [String: Any] }
    }
    return (values("item"), values("sum").first ?? [:])
  }
}
