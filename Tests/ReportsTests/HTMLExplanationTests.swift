import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct HTMLExplanationTests {
  @Test(arguments: seeds)
  func `what is listed adds up to the figure`(_ seed: UInt64) {
    let year = Explainer(year: 2024).folded(over: randomLog(seed: seed)).explained
    for explanation in YearExplanations(year, .nb).explanations {
      let table = explanation.sections[0]
      let sum = total("minutes", table)
      let hours = explanation.figures.first { $0.label == "Timer" }
      #expect(hours?.value == .hours(minutes: sum), "\(explanation.title)")
      #expect(table.rows.last?.cells[index("minutes", table)].value == .hours(minutes: sum))
      if table.key == "parts" {
        for (key, label) in [
          ("participations", "Frivillige talt per aktivitet"), ("entries", "Føringer"),
        ] {
          let figure = explanation.figures.first { $0.label == label }
          #expect(figure?.value == .integer(total(key, table)), "\(explanation.title) \(label)")
        }
      } else if table.key == "entries" {
        let figure = explanation.figures.first { $0.label == "Føringer" }
        #expect(figure?.value == .integer(table.rows.count - 1))
      }
      #expect(!table.notes.contains { $0.hasPrefix("FEIL") })
    }
  }

  @Test(arguments: seeds)
  func `months and what has no month are the hours of the year`(_ seed: UInt64) {
    let year = Explainer(year: 2024).folded(over: randomLog(seed: seed)).explained
    let hours = MonthlyHours(year)
    let sum = (1...12).reduce(0) { $0 + hours.minutes(of: $1) }
    #expect(sum + hours.withoutMonth == year.figures.totals.minutes)
  }

  private func index(_ key: String, _ section: ReportSection) -> Int {
    section.columns.firstIndex { $0.key == key } ?? 0
  }

  /// The items of a column added by hand.
  private func total(_ key: String, _ section: ReportSection) -> Int {
    let index = index(key, section)
    return section.rows.filter { $0.role == .item }.reduce(0) { sum, row in
      switch row.cells[index].value {
      case .hours(let minutes): sum + minutes
      case .integer(let number): sum + number
      default: sum
      }
    }
  }

  @Test func `persons stand by number, with how often they are counted`() {
    let explanations = YearExplanations(SampleLedger.explainer, .nb).explanations
    #expect(
      explanations[0].sections[0].notes.first
        == "Personer: p4, p5 (2), p6. I parentes: hvor mange aktiviteter, når det er flere enn én.")
    let tur = explanations.first { $0.title == "Tur, kort og lang" }
    #expect(tur?.sections[0].notes == ["Personer: p5."])
  }

  @Test func `an entry with when, who, how it is known and who approved it`() {
    let explanations = YearExplanations(SampleLedger.explainer, .nb).explanations
    let rows = explanations.first { $0.title == "Språkkafé" }?.sections[0].rows ?? []
    #expect(
      rows.map { $0.cells.map(\.value) }.prefix(2) == [
        [
          .text("h22"), .text("mars 2024"), .text("p5"), .hours(minutes: 80), .text("anslått"),
          .text(""),
        ],
        [
          .text("h21"), .text("05.03.2024"), .text("p4"), .hours(minutes: 150), .text("ført"),
          .text("p3"),
        ],
      ])
  }

  @Test func `a year that is compared with is told down to its activities`() {
    let figures = YearStatistics().folded(over: SampleLedger.log).figures(of: 2023)
    let summaries = YearExplanations.summaries(
      of: figures, further: [.year, .activity(activityCode("sprakkafe"))], .en)
    #expect(summaries.map(\.title) == ["All of 2023", "Språkkafé, 2023"])
    let summary = summaries[0]
    #expect(summary.figures.map(\.address).contains("2023/hours"))
    #expect(summary.sections[0].rows.allSatisfy { $0.cells.allSatisfy { $0.explain == nil } })
    #expect(summary.sections[0].notes == ["The entries behind them are not in this file."])
  }

  @Test func `what no year explains is told by the report that does`() throws {
    let bare = SampleLedger.year(.nb)
    let report = bare.explained { try? SampleLedger.explain($0, .nb) }
    let addresses = Set(bare.sections.flatMap(\.rows).flatMap(\.cells).compactMap(\.explain))
    #expect(Set(report.explanations.map(\.title)) == addresses)
    #expect(report.explanations.count == addresses.count)
    let hours = try #require(report.explanations.first { $0.title == "2024/hours" })
    #expect(hours.figures[0].value == .hours(minutes: 5_570))
    #expect(hours.figures[0].how == "Timer, hele 2024")
    #expect(try hours.sections == SampleLedger.explain("2024/hours", .nb).sections)
    #expect(report.explained { _ in bare } == report)
    #expect(bare.explained { _ in nil } == bare)
  }

  @Test func `whatever the report has figures of is explained, also what had no hours`() {
    var report = SampleLedger.year(.nb)
    let idle = Explainer(year: 2023).folded(over: SampleLedger.log).explained
    report.sections[0].rows[0].cells[2].explain = "2023/tur/hours"
    let explained = report.illustrated(by: [idle]).explanations.flatMap(\.figures)
    #expect(explained.first { $0.address == "2023/tur/hours" }?.value == .hours(minutes: 0))
  }

  @Test func `a year for everybody tells of no entry, no month and no small activity`() {
    let cells = SmallCells(in: SampleLedger.explainer.figures)
    let report = SampleLedger.year(.nb).illustrated(by: [SampleLedger.explainer])
    let told = report.withoutBehind(cells)
    #expect(report.charts.map(\.key).contains("hours-per-month"))
    #expect(told.explanations.isEmpty)
    #expect(!told.charts.map(\.key).contains("hours-per-month"))
    let shown = told.charts.flatMap(\.rows).compactMap(\.explain)
    #expect(shown.allSatisfy(cells.tells))
    #expect(report.charts.flatMap(\.rows).compactMap(\.explain).contains { !cells.tells($0) })
  }
}
