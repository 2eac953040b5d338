// The example year of a grant, from the application to the second version of the report.

import Domain
import EventStore
import Files
import Foundation
import Projections
import Testing

struct BufdirTests {
  private func year() throws -> BufdirYear { try BufdirYear.played.get() }

  // MARK: - What was printed

  @Test func `the year, as it was typed and answered`() throws {
    try expectGolden(try year().story, "bufdir-story-nb.txt")
  }

  @Test(arguments: BufdirYear.languages, ["text", "markdown", "csv", "json"])
  func `the report to the funder is the one that is kept`(language: String, form: String) throws {
    let report = try #require(try year().reports["\(language).\(form)"])
    try expectGolden(report, "bufdir-\(language).\(BufdirYear.forms[form] ?? form)")
  }

  @Test(arguments: BufdirYear.languages)
  func `the page has the same parts, and every link in it leads somewhere`(language: String) throws
  {
    let year = try year()
    let page = PageOutline(html: try #require(year.reports["\(language).html"]))
    #expect(page.broken.isEmpty)
    try expectGolden(page.text, "bufdir-\(language)-html.txt")
    // Each figure that the data has an address for is explained on the page.
    let json = try #require(year.reports["\(language).json"])
    let addresses = Self.addresses(in: json)
    #expect(addresses.count > 30)
    #expect(page.unexplained(addresses).isEmpty)
  }

  @Test(arguments: BufdirYear.languages)
  func `the application is the one that is kept`(language: String) throws {
    let text = try #require(try year().applications["\(language).text"])
    try expectGolden(text, "bufdir-application-\(language).txt")
  }

  @Test(arguments: BufdirYear.languages, ["text", "json"])
  func `what changed since it was sent is what is kept`(language: String, form: String) throws {
    let text = try #require(try year().since["\(language).\(form)"])
    try expectGolden(text, "bufdir-since-\(language).\(BufdirYear.forms[form] ?? form)")
  }

  // MARK: - One hour, one claim

  @Test func `an hour that another grant has is refused, and the first is named`() throws {
    let year = try year()
    let refusal = try #require(year.refused["taken"]).err
    let first = try #require(refusal.firstMatch(of: /\(c[0-9]+\)/))
    #expect(refusal.contains("h491"))
    #expect(refusal.contains(year.gjensidige))
    #expect(refusal.contains("--frigi \(first.0.dropFirst().dropLast())"))
  }

  @Test func `paid hours, claimed hours and hours of a closed year each have their refusal`() throws
  {
    let year = try year()
    #expect(try #require(year.refused["paid"]).err.contains("lønnet"))
    #expect(try #require(year.refused["claimed"]).err.contains("ført på \(year.bufdir)"))
    #expect(try #require(year.refused["closed"]).err.contains("avsluttet"))
  }

  @Test func `the hours of the report are the claims of the log, counted by hand`() throws {
    let year = try year()
    let standing = try Self.claims(
      in: Tool(in: year.folder).lines().prefix(year.sentThrough), on: year.bufdir)
    let report = try Self.report(try #require(year.reports["nb.json"]))
    let rows = try #require(report.list("sections").first { $0.text("key") == "entries" })
      .list("rows").filter { $0.text("role") == "item" }
    let told = rows.reduce(into: [String: Int]()) { all, row in
      let values = row["values"] as? [String: Any] ?? [:]
      all[values.text("id") ?? "", default: 0] += values.int("minutes") ?? 0
    }
    #expect(told == standing)
    #expect(standing.values.reduce(0, +) == 6_795, "113.25 hours")
    #expect(standing["h490"] == nil, "it stands on the other grant")
    #expect(standing["h519"] == nil, "it was paid")
  }

  // MARK: - Sent

  @Test func `what was sent is kept as it was printed, and names nobody`() throws {
    let year = try year()
    let kept = try year.kept()
    #expect(kept.count == 2)
    #expect(kept.values.contains(year.sent))
    #expect(kept.values.contains(year.secondPage))
    let log = try Tool(in: year.folder).log()
    for name in kept.keys { #expect(log.contains("\"file\":\"\(name.prefix(64))\"")) }
  }

  @Test func `what was sent can be made again from its place in the log`() throws {
    let year = try year()
    let again = try year.after().run(
      "rapport", "tilskudd", year.bufdir, "--slik-kjent", "\(year.sentThrough)")
    let (was, now) = (Self.lines(year.sent), Self.lines(again.printed()))
    let differs = now.difference(from: was).map { change in
      switch change {
      case .insert(_, let line, _), .remove(_, let line, _): line
      }
    }
    // Who looks, and when, is not what was sent.
    let moment = ["Laget  ", "Slik det var kjent", "Frister som er gått ut"]
    #expect(differs.allSatisfy { line in moment.contains { line.hasPrefix($0) } }, "\(differs)")
    let digest = try #require(was.first { $0.hasPrefix("Kontrollsum (grant:1)") })
    #expect(now.contains(digest))
  }

  @Test func `the changes are those two entries, with minutes and reason, and nothing else`() throws
  {
    let year = try year()
    let report = try Self.report(try #require(year.since["en.json"]))
    let changes = try #require(report.list("sections").first { $0.text("key") == "changes" })
    let rows = changes.list("rows").map { $0["values"] as? [String: Any] ?? [:] }
    let items = rows.dropLast()
    #expect(items.compactMap { $0.text("id") } == ["h1047", "h1047", "h2369"])
    #expect(items.compactMap { $0.int("minutes") } == [-180, 150, 480])
    #expect(items.first?.text("why") == "released: wrong hours")
    let sum = try #require(rows.last)
    #expect(sum.int("minutes") == 450)
    let figures = try #require(report.list("sections").first { $0.text("key") == "figures" })
      .list("rows").compactMap { $0["values"] as? [String: Any] }
    #expect(
      figures.first { $0.text("figure") == "\(year.bufdir)/spillkveld/hours" }?.int("now") == 1_245)
  }

  @Test func `the second version says which was the first and what it changes`() throws {
    let year = try year()
    #expect(year.secondPage.contains("Endret siden forrige versjon"))
    #expect(year.secondPage.contains("tatt av tilskuddet: feil timetall"))
    let (was, now) = try (
      #require(Self.digest(year.sent)), #require(Self.digest(year.secondPage))
    )
    #expect(was != now)
    let log = try Tool(in: year.folder).lines().filter { $0.contains("\"report.sent\"") }
    #expect(log.count == 2)
    #expect(log[0].contains("\"digest\":\"\(was)\""))
    #expect(log[1].contains("\"digest\":\"\(now)\""))
    #expect(try year.after().run("rapport", "tilskudd", year.bufdir).printed().contains("3 (sist"))
  }

  // MARK: - The closed year, and the whole

  @Test(arguments: [
    ("nb", "Kjent etter avslutning", "5 893 ved avslutningen, 5 892,5 nå"),
    ("nn", "Kjent etter avslutning", "5 893 ved avslutninga, 5 892,5 no"),
    ("en", "Learned after closing", "5,893 as closed, 5,892.5 now"),
  ])
  func `the year keeps its sum, and says what became known later`(
    language: String, heading: String, words: String
  ) throws {
    let report = try year().after().run("rapport", "år", "2024", "--språk", language).printed()
      .plain
    #expect(report.contains(heading), "\(report)")
    #expect(report.contains(words), "\(report)")
  }

  @Test func `the log is in order, and what is hard to believe is listed`() throws {
    try expectGolden(try year().after().run("kontroll", "--alle").printed(), "bufdir-audit-nb.txt")
  }

  @Test func `every figure of the report leads down to what adds up, as sent and as it is now`()
    throws
  {
    let year = try year()
    let id = try #require(GrantID(text: year.bufdir))
    let log = try Self.records(of: year.folder)
    for size in [year.sentThrough, log.count] {
      let state = Ledger(log.prefix(size)).state
      let figures = try #require(GrantFigures(of: id, in: state))
      #expect(figures.addresses.count == 48, "8 measures in all, and of 5 activities")
      for address in figures.addresses {
        let explained = try #require(figures.explain(address), "\(address.text)")
        #expect(explained.addsUp, "\(address.text)")
      }
    }
  }

  @Test(arguments: [
    ("hours", 32), ("kur/hours", 12), ("ukm/entries", 4), ("distinct", 32), ("participants", 2),
    ("spillkveld/attendances", 3),
  ])
  func `a figure of the report is explained by its address`(address: String, count: Int) throws {
    let year = try year()
    let ran = try year.after().run("forklar", "\(year.bufdir)/\(address)", "--json")
    let report = try Self.report(ran.printed())
    let rows = report.list("sections").flatMap { $0.list("rows") }
    #expect(rows.filter { $0.text("role") == "item" }.count == count, "\(ran.out)")
  }

  // MARK: - Reading

  /// The lines of the log in a folder, read as the product reads them.
  static func records(of folder: URL) throws -> [Recorded] {
    try EventStore.load(folder: LedgerFolder(path: folder.path), calls: SystemCalls()).records
  }

  static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  static func report(_ json: String) throws -> [String: Any] {
    try Ran(out: json, err: "", code: 0).json()
  }

  /// The addresses that cells of a report lead to.
  static func addresses(in json: String) -> Set<String> {
    Set(
      json.matches(of: /"explain":\{([^}]*)\}/).flatMap { match in
        match.1.matches(of: /":"([^"]*)"/).map { String($0.1) }
      })
  }

  /// The digest of the figures that a report prints.
  static func digest(_ report: String) -> String? {
    // (A page may break a digest over lines.)
    report.replacing("<wbr>", with: "")
      .firstMatch(of: /\(grant:1\)[^0-9a-f]*(?:<[^>]*>\s*)*([0-9a-f]{64})/).map { String($0.1) }
  }

  /// Minutes by entry of what is claimed on a grant and was not released.
  static func claims(in lines: some Sequence<Substring>, on grant: String) throws -> [String: Int] {
    var claims: [Substring: (entry: String, minutes: Int)] = [:]
    for line in lines {
      if let match = line.firstMatch(
        of:
          /^\{"seq":([0-9]+).*"hours\.claimed".*"entry":"(h[0-9]+)","grant":"(g[0-9]+)","minutes":([0-9]+)/
      ), match.3 == grant {
        claims[match.1] = (String(match.2), try #require(Int(match.4)))
      } else if let match = line.firstMatch(of: /"claim\.released".*"claim":"c([0-9]+)"/) {
        claims[match.1] = nil
      }
    }
    return claims.values.reduce(into: [:]) { $0[$1.entry, default: 0] += $1.minutes }
  }
}
