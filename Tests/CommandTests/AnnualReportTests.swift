// The whole annual report of the committed ledger, in every form and language.

import Domain
import Foundation
import Projections
import Testing

struct AnnualReportTests {
  private static let words = ["report", "year", "2024", "--full"]

  private func tool() throws -> Played {
    try Played(in: Tool.repository, at: "2025-03-10T09:00:00Z")
  }

  @Test(arguments: BufdirYear.languages, ["text", "markdown", "csv", "json"])
  func `the annual report of 2024 is the one that is kept`(language: String, form: String) throws {
    let ran = try tool().run(Self.words + ["--lang", language, "--format", form])
    #expect(ran.err.isEmpty)
    try expectGolden(
      ran.printed(), "annual-2024-\(language).\(BufdirYear.forms[form] ?? form)")
  }

  @Test(arguments: BufdirYear.languages)
  func `the page of it has these parts, and every link in it leads somewhere`(language: String)
    throws
  {
    let tool = try tool()
    let html = tool.run(Self.words + ["--lang", language, "--format", "html"]).printed()
    let page = PageOutline(html: html)
    #expect(page.broken.isEmpty)
    try expectGolden(page.text, "annual-2024-\(language)-html.txt")
    let json = tool.run(Self.words + ["--lang", language, "--json"]).printed()
    let addresses = BufdirTests.addresses(in: json)
    #expect(addresses.count > 100)
    #expect(page.unexplained(addresses).isEmpty)
  }

  @Test func `the languages say the same numbers`() throws {
    let tool = try tool()
    let reports = BufdirYear.languages.map { language in
      tool.run(Self.words + ["--lang", language, "--json"]).printed()
        .matches(of: /"[a-zA-Z]+":(-?[0-9]+)/).map { String($0.0) }
    }
    #expect(reports[0].count > 200)
    #expect(reports[1] == reports[0])
    #expect(reports[2] == reports[0])
  }

  @Test func `every figure of it leads down to entries that add up`() throws {
    let tool = try tool()
    let json = tool.run(Self.words + ["--lang", "en", "--json"]).printed()
    let addresses = BufdirTests.addresses(in: json).filter { $0.hasPrefix("2024/") }
    #expect(addresses.count > 100)
    let log = try BufdirTests.records(of: Tool.repository)
    let closing = try #require(Ledger(log).state.closings[2024]).seq
    let year = Explainer(year: 2024).folded(over: log.prefix(closing - 1)).explained
    for address in addresses {
      #expect(try year.explain(FigureAddress(address)).addsUp, "\(address)")
    }
  }
}
