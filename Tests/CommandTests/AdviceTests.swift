// Advice: what is told fits what was asked, and can be typed as it stands.

import Foundation
import Testing

struct AdviceTests {
  /// A ledger with one entry in 2023, h8, whose year is closed.
  private static func closed() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2023-03-01", "--hours", "2")
    try tool.done("hours", "approve", "--all")
    try tool.done("activity", "change", "kafe", "--category", "inkludering")
    try tool.done("close", "2023", "--yes")
    return tool
  }

  private func hints(_ error: [String: Any]) -> [String] { error["hints"] as? [String] ?? [] }

  @Test(arguments: [
    (["timer", "ny", "kafe", "-p", "p3"], "--minutter 90, --timer 1,5 eller --kl 18-20"),
    (["timer", "ny", "kafe", "--timer", "2"], "eller --antall"),
    (["timer", "ny", "kafe", "-p", "p3", "-m", "9", "--timer", "2"], "--minutter eller --timer"),
    (["timer", "ny", "kafe", "-p", "p3", "-m", "9", "--hver"], "--hver hører sammen med --antall"),
    (["timer", "ny", "kafe", "igår", "2t", "alfa", "--kl", "18"], "ikke også --kl brukes"),
    (["timer", "ny", "kafe", "-p", "p3", "-m", "9", "--unntatt", "p4"], "--unntatt og --sett"),
    (["timer", "ny", "kafe", "-p", "p3", "-m", "9", "--dag", "2023-03-01"], "timer ny … --etter"),
    (["timer", "godkjenn"], "--aktivitet, --person, --dag eller --alle"),
    (["år", "sett", "2024"], "--årsverk, --timesats eller begge"),
    (["avslutt", "2023"], "dugnad avslutt 2023 --godkjent DATO"),
    (["avslutt", "2023", "--godta", "unapproved"], "--godta og --grunn hører sammen"),
    (["gjenåpne", "2022", "--grunn", "x"], "dugnad avslutt 2022"),
    (["kontrollpunkt", "--gammel", "3"], "--gammel hører til --be-om"),
  ])
  func `advice in Norwegian names the options in Norwegian`(
    words: [String], advice: String
  ) throws {
    let tool = try Self.closed()
    defer { tool.remove() }
    let ran = try tool.run(words + ["--lang", "nb"])
    #expect(ran.code != 0)
    #expect(ran.err.contains(advice), "\(ran.err)")
    for english in ["--late", "--reason", "--on ", "--hours", "--minutes", "--at ", "--approved"] {
      #expect(!ran.err.contains(english), "\(ran.err)")
    }
  }

  @Test func `a closed year refuses in words that fit whatever was tried`() throws {
    let tool = try Self.closed()
    defer { tool.remove() }
    for words in [["undo", "h8"], ["year", "set", "2023", "--rate", "300"]] {
      let ran = try tool.run(words)
      #expect(ran.code == 1, "\(ran.err)")
      #expect(!ran.err.contains("the same command"), "\(ran.err)")
      #expect(ran.err.contains("what belongs to it stands fast"), "\(ran.err)")
    }
  }

  @Test func `a late correction moves no entry, and names no year as closed that is open`() throws {
    let tool = try Self.closed()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--hours", "2")
    let entry = try #require(try tool.run("hours", "list", "--json").json().items.last?.text("id"))
    let error = try tool.refused(
      "hours", "correct", entry, "--on", "2023-03-02", "--late", code: "late-keeps-year")
    #expect(error.text("message")?.contains("\(entry) belongs to 2024") == true)
    #expect(hints(error).contains { $0.contains("dugnad undo \(entry)") })
  }

  @Test func `more hours than there are is told in hours`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    func told(_ words: String...) throws -> String {
      let ran = try tool.run(["timer", "ny", "kafe", "--lang", "nb", "--dag", "igår"] + words)
      #expect(ran.code == 1, "\(ran.err)")
      return ran.err.plain
    }
    let one = "25 timer er mer enn døgnet har for 1 person (24 timer)."
    #expect(try told("-p", "p3", "--timer", "25").contains(one))
    #expect(try told("--antall", "2", "--timer", "49").contains("for så mange (48 timer)."))
  }

  @Test func `what is in the way of closing stands with its remedy, and accepts add up`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2023-03-01", "--hours", "2")
    let ran = try tool.run(
      "avslutt", "2023", "--godta", "unapproved", "--grunn", "board", "--lang", "nb")
    #expect(ran.code == 1)
    let lines = ran.err.split(separator: "\n")
    #expect(lines.count == 4, "\(ran.err)")
    #expect(lines[1].hasSuffix("aktivitet mangler kategori"), "\(ran.err)")
    #expect(lines[2].hasPrefix("    → sett den: dugnad aktivitet endre"), "\(ran.err)")
    let typed = try #require(lines.last?.firstRange(of: "dugnad ")).upperBound
    let words = lines[3][typed...].split(separator: " ").map(String.init)
    #expect(words.count { $0 == "--godta" } == 2, "\(words)")
    #expect(try tool.run(words + ["--ja"]).code == 0)
  }

  @Test func `hours without an activity are answered with an example`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let error = try tool.refused("hours", "add", code: "one-activity", exit: 2)
    #expect(hints(error).contains { $0.contains("dugnad hours add sprakkafe yesterday") })
  }

  @Test func `a word that is nothing is not understood; that it is a new person comes second`()
    throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    let error = try tool.refused(
      "timer", "ny", "kafe", "2t", "forrige", "--lang", "nb", code: "unknown-person")
    #expect(error.text("message")?.hasPrefix("Forsto ikke «forrige»") == true)
    #expect(hints(error).first?.hasPrefix("for eksempel") == true)
    #expect(hints(error).last?.contains("dugnad person ny \"forrige\"") == true)
  }

  @Test func `the version is printed, with or without a ledger`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.done("--version").out.hasPrefix("dugnad 0."))
    #expect(try tool.done("--versjon").out.split(separator: "\n").count == 1)
  }
}
