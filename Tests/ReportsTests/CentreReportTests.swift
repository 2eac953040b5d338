import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct CentreReportTests {
  private let sample = GrantReportSample.shared

  @Test(arguments: Language.allCases)
  func `the page about a centre as it is printed`(_ language: Language) throws {
    let statistics = YearStatistics().folded(over: sample.log)
    let report = CentreReport(
      statistics.years.map { statistics.figures(of: $0) }, in: sample.state, basis: sample.basis,
      language
    ).report
    try expectGolden(report.table(), "centre-\(language)")
    for section in report.sections {
      #expect(section.rows.allSatisfy { $0.cells.count == section.columns.count }, "\(section.key)")
    }
  }

  @Test func `an empty ledger has a page, and nothing is invented`() {
    let log = LogBuilder()
    let report = CentreReport(
      [], in: log.state, basis: ReportBasis(opening: log.state.opening, through: 2, hash: "h"), .nb
    ).report
    #expect(report.title == "Bergheim frivilligsentral")
    #expect(report.sections.map(\.key) == ["years"] && report.sections[0].rows.isEmpty)
  }
}
