import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct ChartTests {
  private func page(
    _ kind: ReportChart.Kind, _ rows: [ReportChart.Row], series: [String] = ["Antall"]
  ) -> String {
    var report = Report(key: "test", language: .nb, title: "Prøve")
    var chart = ReportChart(
      key: "c", title: "Bilde", kind: kind, unit: .count, heading: "Rad", series: series)
    chart.rows = rows
    report.charts = [chart]
    return report.html()
  }

  private func widths(_ html: String) -> [String] {
    html.matches(of: /<rect class="b\d" y="\d+" width="([\d.]+)%"/).map { String($0.1) }
  }

  @Test func `bars are as long as their values, the largest four fifths of the width`() {
    let html = page(.bars, [.init("a", [200]), .init("b", [100]), .init("c", [1])])
    #expect(widths(html) == ["80", "40", "0.4"])
    #expect(html.contains(">200</text>") && html.contains(">1</text>"))
  }

  @Test func `nothing has no bar, and its value stands at the beginning`() {
    let html = page(.bars, [.init("a", [5]), .init("b", [0]), .init("c", [nil])])
    #expect(widths(html) == ["80"])
    #expect(html.contains("<text class=\"v\" x=\"0%\" y=\"62\">0</text>"))
    #expect(html.matches(of: /class="v"/).count == 2)
  }

  @Test func `one row alone is a chart, and rows of zero are one`() {
    #expect(widths(page(.bars, [.init("a", [7])])) == ["80"])
    #expect(widths(page(.bars, [.init("a", [0])])) == [])
    #expect(page(.columns, [.init("a", [0])]).contains("<svg role=\"img\" height=\"184\""))
  }

  @Test func `the largest number there is has a bar`() {
    #expect(widths(page(.bars, [.init("a", [.max]), .init("b", [.max / 2])])) == ["80", "39.99"])
  }

  @Test func `a long label is cut in the picture and whole in the table`() {
    let long = String(repeating: "å", count: 60)
    let html = page(.bars, [.init(long, [1])])
    #expect(html.contains("<text y=\"12\">" + String(repeating: "å", count: 41) + "…</text>"))
    #expect(html.contains("<th scope=\"row\">\(long)</th>"))
  }

  @Test(arguments: [(10, [10]), (11, [6, 5]), (40, [20, 20]), (45, [12, 12, 12, 9])])
  func `many rows stand in columns side by side, on one scale`(_ count: Int, _ parts: [Int]) {
    let html = page(.bars, (1...count).map { .init("rad \($0)", [$0]) })
    let drawn = html.split(separator: "<svg ").dropFirst().map { widths(String($0)).count }
    #expect(Array(drawn) == parts)
    #expect(Set(widths(html)).count == count)
    let heights = html.matches(of: /<svg role="img" height="(\d+)"/).compactMap { Int($0.1) }
    #expect(heights == parts.map { $0 * 36 })
  }

  @Test func `columns stand on one line and are as high as their values`() {
    let html = page(.columns, [.init("januar", short: "jan", [50]), .init("februar", [100])])
    let columns = html.matches(of: /<rect class="b0" [^>]*>/).map { String($0.0) }
    #expect(
      columns == [
        "<rect class=\"b0\" x=\"18%\" y=\"90\" width=\"14%\" height=\"70\"/>",
        "<rect class=\"b0\" x=\"68%\" y=\"20\" width=\"14%\" height=\"140\"/>",
      ])
    #expect(html.contains("<text text-anchor=\"middle\" x=\"25%\" y=\"177\">jan</text>"))
    #expect(html.contains("<th scope=\"row\">januar</th>"))
  }

  @Test func `twelve columns stay inside the picture`() throws {
    let html = page(.columns, (1...12).map { (n: Int) in .init("\(n)", [n]) })
    let columns = html.matches(of: /<rect class="b0" x="([\d.]+)%" y="\d+" width="([\d.]+)%"/)
    let ends = columns.compactMap { match in
      Double(match.1).flatMap { x in Double(match.2).map { x + $0 } }
    }
    #expect(ends.count == 12 && ends == ends.sorted())
    #expect(try #require(ends.last) < 100)
  }

  @Test func `years side by side say which they are, beside their colour`() {
    let html = page(
      .grouped, [.init("Tur", [10, 20]), .init("Kafé", [nil, 5])], series: ["2023", "2024"])
    #expect(widths(html) == ["40", "80", "20"])
    #expect(html.contains(">2023: 10</text>") && html.contains(">2024: 20</text>"))
    #expect(html.matches(of: /<rect class="b1" y/).count == 2)
    #expect(html.contains("<ul class=\"legend\">"))
  }

  @Test func `a picture has a name, words, and the table that says the same`() {
    let own = page(.bars, [.init("a", [5]), .init("b", [8])])
    #expect(own.contains("aria-labelledby=\"c1\" aria-describedby=\"c1-d f1\""))
    #expect(own.contains("<desc id=\"c1-d\">2 rader; størst er b med 8.</desc>"))
    #expect(own.contains("<caption id=\"f1\">"))
    let report = SampleLedger.year(.nb).illustrated(by: [SampleLedger.explainer])
    #expect(report.html().contains("aria-describedby=\"c1-d t1\""))
  }

  // MARK: The charts of a year

  @Test func `hours by activity and month, volunteers by group`() {
    let charts = YearCharts(SampleLedger.explainer, .nb).charts
    #expect(charts.map(\.key) == ["hours-per-activity", "hours-per-month", "volunteers-per-group"])
    #expect(charts[0].rows.map(\.label) == ["Tolk", "Tur, kort og lang", "Språkkafé"])
    #expect(charts[0].rows.map(\.values) == [[4_200], [1_140], [230]])
    #expect(charts[0].rows[0].explain == "2024/tolk/hours")
    #expect(charts[1].rows.map { $0.values[0] } == [0, 0, 1_370] + Array(repeating: 0, count: 9))
    #expect(
      charts[1].notes == [
        "70\u{A0}timer er ført for hele året eller over flere måneder, og er ikke med her."
      ])
    #expect(charts[2].rows.last?.label == "Uten gruppe")
  }

  @Test func `years side by side, oldest first`() {
    let all = YearStatistics().folded(over: SampleLedger.log)
    let charts = YearCharts.compared(
      [all.figures(of: 2024), all.figures(of: 2023)], beside: "years", .nb)
    #expect(charts.map(\.key) == ["hours-per-year", "distinct-per-year", "hours-side-by-side"])
    #expect(charts[0].rows.map(\.label) == ["2023", "2024"])
    #expect(charts[2].series == ["2023", "2024"])
    #expect(charts[2].rows.first { $0.label == "Språkkafé" }?.values == [90, 230])
    #expect(YearCharts.compared([all.figures(of: 2024)], beside: nil, .nb).isEmpty)
  }

  @Test func `only the largest activities are compared, and that is said`() {
    var log = LogBuilder()
    let person = log.person()
    for number in 1...15 {
      log.activity("a\(number)")
      log.hours("a\(number)", .person(person), number * 60, on: "2024")
      log.hours("a\(number)", .person(person), 60, on: "2023")
    }
    let all = YearStatistics().folded(over: log.log)
    let chart = YearCharts.compared(
      [all.figures(of: 2023), all.figures(of: 2024)], beside: nil, .en)[2]
    #expect(chart.rows.count == YearCharts.activitiesCompared)
    #expect(chart.rows.first?.label == "a15")
    #expect(chart.notes == ["The 12 largest of 15 activities."])
  }
}
