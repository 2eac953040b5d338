// grant add, change, list, profiles.

import Foundation
import Testing

struct GrantTests {
  /// A small ledger with the grant g8 of 2024 for kafe, without a profile.
  static func granted(_ words: String...) throws -> Tool {
    let tool = try Tool.small()
    let ran = try tool.run(
      [
        "grant", "add", "--funder", "Fond", "--scheme", "Gaver", "--year", "2024", "--activity",
        "kafe",
      ] + words)
    #expect(ran.code == 0, "\(ran.err)")
    return tool
  }

  private func grant(_ tool: Tool) throws -> [String: Any] {
    try #require(try tool.done("grant", "list", "--json").json().items.first)
  }

  @Test func `a profile's rules are copied into the log with their source`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let ran = try tool.done(
      "grant", "add", "--profile", "bufdir", "--year", "2024", "--project", "Språk", "--activity",
      "kafe=4.8", "--applied", "500 000", "--hours", "300", "--on", "2023-11-01", "--deadline",
      "2026-12-01", "--report-by", "31.1.2025", "--rate", "300", "--divisor", "1650",
      "--confirmed")
    #expect(ran.err.contains("FOR-2021-11-23-3261, 2022–2024]"), "\(ran.err)")
    let grant = try grant(tool)
    #expect(grant.text("funder") == "Bufdir")
    #expect(grant.text("profile") == "bufdir")
    #expect(grant.text("rules")?.contains("FOR-2021-11-23-3261") == true)
    #expect(grant.text("target") == "0-24")
    #expect(grant.text("from") == "2024-01-01")
    #expect(grant.text("to") == "2024-12-31")
    #expect(grant.text("deadline") == "2026-12-01")
    #expect(grant.text("report") == "2025-01-31")
    #expect(grant.int("rate") == 30_000)
    #expect(grant.int("divisor") == 1_650)
    #expect(grant.list("activities").first?.text("kind") == "4.8 åpen møteplass")
    #expect(grant.text("status") == "applied")
    #expect(grant.list("steps").first?.int("amount") == 50_000_000)
    #expect(grant.list("steps").first?.int("minutes") == 18_000)
    #expect(grant.list("steps").first?.text("on") == "2023-11-01")
    // One transaction.
    try tool.done("undo")
    #expect(try tool.done("grant", "list", "--json").json().items.isEmpty)
  }

  @Test func `rules that nobody has confirmed are not written; the blank profile has none`() throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    let words = ["grant", "add", "--profile", "bufdir", "--year", "2024"]
    try tool.refused(
      "grant", "add", "--profile", "bufdir", "--year", "2024", code: "not-confirmed", exit: 2)
    let nb = try tool.run(words + ["--lang", "nb"]).err
    #expect(nb.contains("--bekreftet"), "\(nb)")
    #expect(nb.contains("0 til og med 24 år"))
    #expect(!nb.contains("--confirmed"))
    let before = try tool.log()
    #expect(try tool.run(words + ["--dry-run"]).code == 0)
    #expect(try tool.log() == before)
    try tool.done(
      "tilskudd", "ny", "--profil", "blank", "--tilskuddsgiver", "Fond", "--ordning", "Gaver",
      "--fra", "2024-03-01", "--til", "2025-02-28")
    #expect(try grant(tool)["rules"] is NSNull)
  }

  @Test func `what a grant cannot be without is asked for`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.refused(
      "grant", "add", "--year", "2024", "--funder", "Fond", code: "funder-and-scheme", exit: 2)
    try tool.refused(
      "grant", "add", "--funder", "Fond", "--scheme", "Gaver", code: "which-days", exit: 2)
    try tool.refused(
      "grant", "add", "--funder", "Fond", "--scheme", "Gaver", "--year", "2024", "--from",
      "2024-02-01", code: "year-or-days", exit: 2)
    try tool.refused(
      "grant", "add", "--funder", "Fond", "--scheme", "Gaver", "--from", "2024-02-01", "--to",
      "2024-01-01", code: "grant-ends-before")
    try tool.refused(
      "grant", "add", "--profile", "bufdir", "--confirmed", "--year", "2024", "--activity",
      "kafe=4.13", code: "unknown-kind", exit: 2)
    try tool.refused(
      "grant", "add", "--profile", "state", "--confirmed", "--year", "2024", "--condition",
      "raad=yes", code: "unknown-condition", exit: 2)
    for words in [
      ["--goal", "participants"], ["--goal", "mennesker=3"], ["--goal", "hours=0"],
      ["--condition", "x=maybe"], ["--share", "101"], ["--ages", "0-12;13-19"],
      ["--exclude", "paid;travel"], ["--applied", "498.000,-"], ["--applied", "250,000"],
      ["--activity", "kafe="],
    ] {
      let ran = try tool.run(
        ["grant", "add", "--funder", "F", "--scheme", "G", "--year", "2024"] + words)
      #expect(ran.code == (words == ["--goal", "hours=0"] ? 1 : 2), "\(words): \(ran.err)")
    }
    #expect(try tool.lines().count == 7)
  }

  @Test func `a change says only what is different`() throws {
    let tool = try Self.granted()
    defer { tool.remove() }
    try tool.done("grant", "change", "g8", "--project", "Språk", "--exclude", "travel,board")
    try tool.done("tilskudd", "endre", "g8", "--til", "2025-06-30", "--lokal-andel", "40%")
    var item = try grant(tool)
    #expect(item.text("project") == "Språk")
    #expect(item["excluded"] as? [String] == ["board", "travel"])
    #expect(item.text("from") == "2024-01-01")
    #expect(item.text("to") == "2025-06-30")
    #expect(item.int("share") == 40)
    try tool.done("grant", "change", "g8", "--project=", "--exclude", "none")
    item = try grant(tool)
    #expect(item["project"] is NSNull)
    #expect(item["excluded"] as? [String] == [])
    try tool.refused("grant", "change", "g8", code: "nothing-changed")
    try tool.refused("grant", "change", "g9", "--project", "x", code: "unknown-grant")
    try tool.refused("grant", "change", "g8", "--ages", "0-12,12-19", code: "ages-overlap")
    try tool.refused("grant", "change", "g8", "--exclude", "paid", code: "mark-not-here")
  }

  @Test func `goals and conditions take the place of the ones before`() throws {
    let tool = try Self.granted()
    defer { tool.remove() }
    try tool.done(
      "grant", "change", "g8", "--goal", "participants=120", "--goal", "kafe:hours=300",
      "--condition", "advisory-body=yes")
    try tool.done(
      "tilskudd", "endre", "g8", "--mål", "deltakere=130", "--vilkår", "advisory-body=nei")
    let item = try grant(tool)
    let goals = item.list("goals")
    #expect(goals.count == 2)
    #expect(
      goals.first { $0.text("measure") == "participants" }?.int("target") == 130)
    #expect(goals.first { $0.text("measure") == "hours" }?.int("target") == 18_000)
    #expect(goals.first { $0.text("measure") == "hours" }?.text("activity") == "kafe")
    #expect(item.list("conditions").first?["met"] as? Bool == false)
  }

  @Test func `from applied to settled, in both languages`() throws {
    let tool = try Self.granted()
    defer { tool.remove() }
    try tool.done("grant", "change", "g8", "--status", "applied", "--on", "2023-11-01")
    try tool.done(
      "tilskudd", "endre", "g8", "--status", "innvilget", "--den", "1.2.2024", "--beløp", "400000",
      "--timer", "250")
    let item = try grant(tool)
    #expect(item.text("status") == "granted")
    #expect(item.list("steps").last?.int("amount") == 40_000_000)
    let error = try tool.refused("grant", "change", "g8", "--status", "settled", code: "wrong-step")
    #expect((error["hints"] as? [String])?.first?.contains("reported") == true)
    try tool.done("grant", "change", "g8", "--status", "rapportert")
    try tool.done("grant", "change", "g8", "--status", "oppgjort")
    try tool.refused(
      "grant", "change", "g8", "--status", "innvilga", "--on", "tomorrow", code: "wrong-step")
  }

  @Test func `budget and accounts, a cost unless something else is said`() throws {
    let tool = try Self.granted()
    defer { tool.remove() }
    try tool.done("grant", "change", "g8", "--budget", "Lønn=250000", "--budget", "Leie=20 000")
    try tool.done(
      "tilskudd", "endre", "g8", "--regnskapslinje", "Lønn=251300,50", "--den", "2024-06-30",
      "--bilag", "14")
    try tool.done("grant", "change", "g8", "--budget", "Kommunen=1", "--income", "kommune")
    let amounts = try grant(tool).list("amounts")
    #expect(amounts.compactMap { $0.int("amount") } == [25_000_000, 2_000_000, 25_130_050, 100])
    #expect(amounts.compactMap { $0.text("flow") } == ["cost", "cost", "cost", "income"])
    #expect(amounts[2].text("voucher") == "14")
    #expect(amounts[2].text("on") == "2024-06-30")
    #expect(amounts[3].text("funding") == "municipality")
    try tool.refused("grant", "change", "g8", "--accounts", "Lønn=1", code: "accounts-need-day")
    let nb = try tool.run("tilskudd", "endre", "g8", "--regnskapslinje", "Lønn=1", "--lang", "nb")
    #expect(nb.err.contains("--den"), "\(nb.err)")
    try tool.refused(
      "grant", "change", "g8", "--budget", "Lønn=1", "--cost", "--income", "own",
      code: "cost-or-income", exit: 2)
    try tool.refused("grant", "change", "g8", "--income", "own", code: "line-of-what", exit: 2)
    try tool.refused("grant", "change", "g8", "--amount", "5", code: "amount-of-what", exit: 2)
    try tool.refused("grant", "change", "g8", "--on", "today", code: "day-of-what", exit: 2)
    try tool.refused("grant", "change", "g8", "--budget", "Lønn=0", code: "amount-out-of-range")
  }

  @Test func `profiles are shown with their sources, with and without a ledger`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let nb = try tool.done("tilskudd", "profiler", "--lang", "nb").out
    #expect(nb.contains("bufdir: Bufdir, tilskudd til inkludering av barn og unge\n"))
    #expect(nb.contains("[lottstift.no, Tilskotsordning for frivilligsentralar, 2023–2024]"))
    #expect(nb.contains("[LNU, Frifond, årstall ikke oppgitt]"))
    #expect(try tool.done("grant", "add", "--profile", "list", "--lang", "nb").out == nb)
    #expect(try tool.done("tilskot", "profilar", "--lang", "nn").out.contains("opne møteplassar"))
  }

  @Test func `a retry writes nothing new`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let words = [
      "grant", "add", "--profile", "bufdir", "--confirmed", "--year", "2024", "--applied", "5",
      "--once", "a1",
    ]
    for _ in 0..<2 { #expect(try tool.run(words).code == 0) }
    #expect(try tool.lines().count == 9)
    #expect(try tool.run("audit").code == 0)
  }
}
