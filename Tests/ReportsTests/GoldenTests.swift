import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct GoldenTests {
  @Test(arguments: Language.allCases)
  func `the year as it is printed`(_ language: Language) throws {
    try expectGolden(SampleLedger.year(language).table(), "year-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `statistics of two years`(_ language: Language) throws {
    let report = SampleLedger.statistics([2023, 2024], language).report
    try expectGolden(report.table(), "stats-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `what is behind the number of volunteers`(_ language: Language) throws {
    try expectGolden(
      SampleLedger.explain("2024/distinct", language).table(), "explain-distinct-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `what is behind the hours`(_ language: Language) throws {
    try expectGolden(
      SampleLedger.explain("2024/hours", language).table(), "explain-hours-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `every type of event in words`(_ language: Language) throws {
    #expect(
      Set(SampleLedger.log.map { EventType($0.event) }) == Set(EventType.allCases),
      "the sample has an event of every type")
    try expectGolden(SampleLedger.logReport(LogQuery(), language).table(), "log-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `things by their id`(_ language: Language) throws {
    let ids = ["p4", "sprakkafe", "s12", "u14", "h23", "h32", "21", "z46", "g49", "d61", "r63"]
    let texts = try ids.map { try SampleLedger.show($0, everything: $0 == "p4", language).table() }
    try expectGolden(texts.joined(separator: "\n"), "show-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `a bare number`(_ language: Language) throws {
    let number = try #require(PrintedNumber("3"))
    let figures = SampleLedger.explainer.figures
    let report = CandidatesReport(
      "3", figures.candidates(for: number), in: figures, basis: SampleLedger.basis, language
    ).report
    try expectGolden(report.table(), "candidates-\(language)")
  }

  @Test func `the other forms of the year`() throws {
    try expectGolden(SampleLedger.year(.nb).markdown(), "year-nb-markdown")
    try expectGolden(SampleLedger.year(.nb).csv(), "year-nb-csv")
    try expectGolden(SampleLedger.year(.en).csv(), "year-en-csv")
    try expectGolden(SampleLedger.year(.nb).json(), "year-nb-json")
  }

  @Test func `statistics for programs`() throws {
    try expectGolden(SampleLedger.statistics([2024], .nb).json(), "stats-json-one")
    try expectGolden(SampleLedger.statistics([2023, 2024], .nb).json(), "stats-json-two")
  }

  @Test func `an empty year`() throws {
    let figures = YearStatistics().folded(over: SampleLedger.log).figures(of: 2022)
    let texts = Language.allCases.map {
      YearReport(figures, basis: SampleLedger.basis, $0).report.table()
    }
    try expectGolden(texts.joined(separator: "\n"), "year-empty")
  }
}
