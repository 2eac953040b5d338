// explain --text: the draft of a report held against Kongsberg's ledger, and texts that are none.

import Foundation
import Testing

struct ExplainTextTests {
  static let draft = Tool.repository.appending(path: "tools/kongsberg/utkast.md").path

  /// A text beside a copy of nothing: the ledger is the repository's, which is only read.
  private func explain(_ text: [UInt8], _ words: String...) throws -> Ran {
    let tool = try Tool()
    defer { tool.remove() }
    let file = tool.folder.appending(path: "utkast.txt")
    try Data(text).write(to: file)
    return try Tool(in: Tool.repository).run(["explain", "--text", file.path] + words)
  }

  private func explain(_ text: String, _ words: String...) throws -> Ran {
    try explain(Array(text.utf8), words.first ?? "--json")
  }

  @Test(arguments: ["nb", "nn", "en"])
  func `the draft of Kongsberg's report`(language: String) throws {
    let ran = try Tool(in: Tool.repository).run(
      "explain", "--text", Self.draft, "--lang", language)
    #expect(ran.code == 0, "\(ran.err)")
    try expectGolden(ran.out, "explain-text-\(language)")
  }

  @Test func `every contradiction of the draft is found, and no other`() throws {
    let json = try Tool(in: Tool.repository).run("forklar", "--tekst", Self.draft, "--json").json()
    #expect(json.text("schema") == "dugnad-prose:1")
    let wrong = json.items.filter { $0.text("verdict") == "contradicts" }
    #expect(wrong.map { $0.text("number") } == ["263", "6 097", "9", "3", "11"])
    #expect(
      wrong.map { $0.text("address") } == [
        "2024/distinct", "2024/hours", "2024/filosofi-prakt/distinct", "2024/strikking/distinct",
        "2024/praktisk/distinct",
      ])
    #expect(
      wrong.map { ($0["reasons"] as? [String])?.first } == [
        "countedPerActivity", "includesOutside", "hoursDivide", "elsewhere", "elsewhere",
      ])
    let noted = json.items.filter {
      $0.text("verdict") == "agrees" && ($0["reasons"] as? [String])?.isEmpty == false
    }
    #expect(noted.map { $0.text("number") } == ["225", "68", "204"])
    #expect(json.items.filter { $0.text("verdict") == "not-understood" }.isEmpty)
  }

  @Test func `a text where every number is right has nothing wrong`() throws {
    let text = """
      # Årsmelding 2024

      I 2024 hadde vi i alt 225 ulike frivillige, som gav 5\u{A0}893 timar. Det svarer til 3,6 årsverk.
      Talde per aktivitet er det 263 frivillige.

      - Nymoens kafé: fem frivillige, 1 694 timar
      - På språkkafeane var det 17 frivillige, og Elvelangs hadde 28 frivillige.
      - Strikkinga samla fem frivillige kvar måndag, tre timar per gong.
      - Kulturkaféen hadde 35 frivillige i 2024, Snørydding og transport seks.

      Kvar tysdag kl. 11–13 møttest to av dei eldste, 80 og 92 år. Ring 32 86 60 00, eller les side 4.
      Tilskotet var 498 000 kroner, 12 % meir enn før. Planen er 300 frivillige innan 2030.

      Aktivitet\tFrivillige\tTimar
      Seniordans\t3\t216
      Turgåing\t2\t21
      Sum\t225\t5893
      """
    let json = try explain(text, "--json").json()
    #expect(
      json.int("contradictions") == 0,
      "\(json.items.filter { $0.text("verdict") == "contradicts" })")
    #expect(json.items.count { $0.text("verdict") == "agrees" } > 12)
    #expect(try explain(text, "--strict").code == 0)
  }

  @Test(arguments: ["nb", "nn", "en"])
  func `our own report of Kongsberg's year contradicts nothing`(language: String) throws {
    for form in ["text", "markdown"] {
      let report = try Tool(in: Tool.repository)
        .run("report", "year", "2024", "--lang", language, "--format", form).out
      let json = try explain(report, "--json").json()
      #expect(
        json.int("contradictions") == 0,
        "\(form) \(json.items.filter { $0.text("verdict") == "contradicts" })")
      #expect(json.items.count { $0.text("verdict") == "agrees" } > 100)
    }
  }

  @Test func `a contradiction ends with 1 only when asked to be strict`() throws {
    let text = "Strikking for alle: 3 frivillige."
    #expect(try explain(text, "--json").code == 0)
    let strict = try explain(text, "--strict")
    #expect(strict.code == 1)
    #expect(strict.out.contains("2024/strikking/distinct"))
  }

  @Test func `the year asked for is the only one looked at`() throws {
    let ran = try explain("I 2024 hadde Elvelangs 27 frivillige.", "--year=2023")
    #expect(ran.code == 0, "\(ran.err)")
    #expect(ran.out.contains("Another year (2024)"), "\(ran.out)")
  }

  @Test func `byte order marks and line ends of Windows change nothing`() throws {
    let text = "\u{FEFF}Elvelangs: 28 frivillige.\r\nStrikking for alle: 3 frivillige.\r\n"
    let items = try explain(text, "--json").json().items
    #expect(items.map { $0.text("verdict") } == ["agrees", "contradicts"])
    #expect(items.map { $0.int("line") } == [1, 2])
    #expect(items.map { $0.int("column") } == [12, 21])
  }

  @Test(arguments: ["", "Ingen tall.", "\n\n"])
  func `a text without numbers is no fault`(text: String) throws {
    let ran = try explain(text, "--json")
    #expect(ran.code == 0)
    #expect(try ran.json().items.isEmpty)
  }

  @Test(arguments: [
    (Array("Elvelangs: 28\nblå".utf8.dropLast(2)) + [0xE5, 0x20], "not-utf8"),
    ([0x25, 0x50, 0x44, 0x46, 0x2D], "not-text"), ([0x50, 0x4B, 3, 4, 0, 0], "not-text"),
    ([0xFF, 0xFE, 0x35, 0], "not-text"), ([0x35, 0, 0x35], "not-text"),
    (Array(repeating: 0x35, count: 16 << 20 | 1), "text-too-large"),
  ])
  func `what is no text is refused by name`(bytes: [UInt8], code: String) throws {
    let ran = try explain(bytes, "--json")
    #expect(ran.code == 1)
    #expect(ran.err.contains("\"code\":\"\(code)\""), "\(ran.err)")
    if code == "not-utf8" { #expect(ran.err.contains("utkast.txt:2:3"), "\(ran.err)") }
  }

  @Test func `a figure and a text at once, or neither, is no command`() throws {
    let tool = Tool(in: Tool.repository)
    #expect(try tool.run("explain", "225", "--text", Self.draft).code == 2)
    #expect(try tool.run("explain").code == 2)
    #expect(try tool.run("explain", "--text", "finnes-ikke.md").code == 1)
  }
}
