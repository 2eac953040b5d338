import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct GrantReportTests {
  private let sample = GrantReportSample.shared

  @Test(arguments: Language.allCases)
  func `the report of a grant as it is printed`(_ language: Language) throws {
    let report = try #require(sample.grantReport(language)).report
    try expectGolden(report.table(), "grant-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `the application as it is printed`(_ language: Language) throws {
    let figures = YearStatistics().folded(over: sample.log).figures(of: 2023)
    let report = try #require(sample.grantReport(language)).application(years: [figures])
    try expectGolden(report.table(), "grant-application-\(language)")
  }

  @Test func `the other forms of a grant`() throws {
    let report = try #require(sample.grantReport(.nb)).report
    try expectGolden(report.csv(), "grant-nb-csv")
    try expectGolden(report.json(), "grant-nb-json")
  }

  @Test(arguments: Language.allCases)
  func `what stands behind a figure of a grant`(_ language: Language) throws {
    let figures = try #require(GrantFigures(of: sample.grant, in: sample.state))
    let texts = try ["hours", "distinct", "kafe/attendances"].map { rest in
      let address = try #require(GrantAddress("\(sample.grant.text)/\(rest)"))
      let explanation = try #require(figures.explain(address))
      return GrantExplanationReport(
        explanation, of: figures, in: sample.state, basis: sample.basis, language
      ).report.table()
    }
    try expectGolden(texts.joined(separator: "\n"), "grant-explain-\(language)")
  }

  @Test func `every cell of a report has one value a column`() throws {
    for language in Language.allCases {
      let report = try #require(sample.grantReport(language))
      for section in report.report.sections + report.application(years: []).sections {
        #expect(
          section.rows.allSatisfy { $0.cells.count == section.columns.count }, "\(section.key)")
        #expect(Set(section.columns.map(\.key)).count == section.columns.count, "\(section.key)")
      }
    }
  }

  @Test func `what a cell says is what its address explains`() throws {
    let figures = try #require(GrantFigures(of: sample.grant, in: sample.state))
    let cells = try #require(sample.grantReport(.nb)).report.sections.flatMap(\.rows)
      .flatMap(\.cells)
    var asked = 0
    for cell in cells {
      guard let name = cell.explain else { continue }
      asked += 1
      let address = try #require(GrantAddress(name), "\(name)")
      let explanation = try #require(figures.explain(address), "\(name)")
      #expect(explanation.addsUp, "\(name)")
      switch (cell.value, explanation.value) {
      case (.integer(let printed), .count(let count)): #expect(printed == count, "\(name)")
      case (.hours(let printed), .minutes(let minutes)): #expect(printed == minutes, "\(name)")
      default: Issue.record("\(name) is \(cell.value), explained as \(explanation.value)")
      }
    }
    #expect(asked > 20)
  }

  @Test func `the lines add up to the sum, and the sum to the figures`() throws {
    let figures = try #require(GrantFigures(of: sample.grant, in: sample.state))
    let report = try #require(sample.grantReport(.nb)).report
    let lines = try #require(report.sections.first { $0.key == "entries" })
    let place = try #require(lines.columns.firstIndex { $0.key == "minutes" })
    func minutes(_ role: ReportRow.Role) -> Int {
      lines.rows.filter { $0.role == role }.reduce(0) { sum, row in
        if case .hours(let minutes) = row.cells[place].value { sum + minutes } else { sum }
      }
    }
    #expect(minutes(.item) == minutes(.sum) && minutes(.sum) == figures.totals.minutes)
    #expect(figures.totals.minutes == 100 + 600 + 90 + 45)
  }

  @Test func `names stand only where they are handed in, and move no figure`() throws {
    let without = try #require(sample.grantReport(.nb)).report
    let with = try #require(sample.grantReport(.nb, names: GrantReportSample.names)).report
    #expect(!without.json().contains("Kari") && with.json().contains("Kari (p4)"))
    #expect(with.json().replacing("Kari (p4)", with: "p4") == without.json())
  }

  @Test func `the first version has no changes, and says its number`() throws {
    var log = LogBuilder()
    log.activity("kafe")
    let grant = log.grant()
    let state = log.state
    let figures = try #require(GrantFigures(of: grant, in: state))
    let report = GrantReport(
      figures, in: state,
      making: .init(by: PersonID(seq: 2), at: log.clock, digest: "d"),
      basis: ReportBasis(opening: state.opening, through: log.log.count, hash: "h"), .en
    ).report
    let keys = report.sections.map(\.key)
    #expect(
      keys == ["about", "definitions", "periods", "totals", "activities", "entries", "checks"])
    #expect(report.sections[0].rows.contains { $0.cells == [.text("Version"), .text("1")] })
    #expect(!report.table().contains("Organisation number"), "nothing is invented")
  }
}
