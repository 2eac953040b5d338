import Domain
import Foundation
import Projections
import Reports
import Testing
import Wording

@Suite struct HTMLTests {
  private static func page(_ language: Language) -> Report {
    SampleLedger.year(language).illustrated(
      by: [SampleLedger.explainer],
      comparedWith: [YearStatistics().folded(over: SampleLedger.log).figures(of: 2023)])
  }

  @Test func `a small report as a page`() throws {
    try expectGolden(Self.page(.nb).html(), "year-nb-html")
  }

  @Test(arguments: Language.allCases)
  func `a page says its language and has one title`(_ language: Language) {
    let html = Self.page(language).html()
    #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">\n"))
    #expect(html.matches(of: /<h1>/).count == 1)
    #expect(html.contains("<title>\(SampleLedger.year(language).title)</title>"))
    #expect(!html.contains("<script") && !html.contains("url("))
  }

  // MARK: Escaping

  @Test(arguments: [
    ("</title><script>alert(1)</script>", "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onmouseover='x()", "&quot; onmouseover=&#39;x()"), ("A&amp;B", "A&amp;amp;B"),
    ("a\u{0}b\u{8}\n\u{85}c", "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}c"),
    ("x\u{202E}y\u{2028}\u{FFFE}", "x\u{FFFD}y\u{FFFD}\u{FFFD}"),
  ])
  func `no text is markup, wherever it stands`(text: String, safe: String) {
    let html = everywhere(text).html()
    // In the title of the page and of the report, a header, a section and its caption, its way there,
    // a heading, a cell, a note, the foot; of a chart: title, caption and words, label, series twice,
    // note; of an explanation: title, label, how.
    #expect(html.ranges(of: safe).count == 20)
    #expect(!html.contains(text))
  }

  private func everywhere(_ text: String) -> Report {
    var report = Report(key: "test", language: .nb, title: text)
    report.header = [text]
    var section = ReportSection(key: "s", title: text, columns: [ReportColumn("c", text)])
    section.rows = [ReportRow(.item, [ReportCell(.text(text), explain: text)])]
    section.notes = [text]
    report.sections = [section]
    report.foot = [text]
    var chart = ReportChart(
      key: "c", title: text, kind: .grouped, unit: .count, heading: text, series: [text],
      section: "s")
    chart.rows = [.init(text, [1])]
    chart.notes = [text]
    report.charts = [chart]
    report.explanations = [
      ReportExplanation(
        title: text, figures: [.init(text, text, .integer(1), how: text)], sections: [])
    ]
    return report
  }

  // MARK: Links

  @Test(arguments: ["2024/sprakkafe/hours", "2024/group/A%2FB 50%25/hours", "\"><b>", "æ_Ø"])
  func `an anchor needs no decoding and cannot leave its attribute`(address: String) throws {
    var report = everywhere("x")
    report.sections[0].rows[0].cells[0].explain = address
    report.explanations[0].figures[0].address = address
    let html = report.html()
    let id = try #require(html.firstMatch(of: /<li id="([A-Za-z0-9_.\/-]*)">/)?.1)
    #expect(html.contains("<a href=\"#\(id)\">x</a>"))
  }

  @Test func `different addresses have different anchors`() {
    let addresses = ["a/b", "a_20b", "a b", "a_b", "a+b", "å", "a\u{30A}", "A/b"]
    var report = everywhere("x")
    report.explanations[0].figures = addresses.map { .init($0, "x", .integer(1), how: "x") }
    let ids = report.html().matches(of: /<li id="([^"]*)">/).map { String($0.1) }
    #expect(Set(ids).count == addresses.count)
  }

  @Test func `what is not explained is no link`() {
    var report = everywhere("x")
    report.explanations = []
    #expect(!report.html().contains("<td><a"))
    #expect(report.html().matches(of: /\ href="#([^"]*)"/).map(\.1) == ["main"])
  }

  @Test(arguments: seeds)
  func `no link leads nowhere, no place is there twice, and every figure has one`(
    _ seed: UInt64
  ) {
    let log = randomLog(seed: seed)
    let (year, all) = (
      Explainer(year: 2024).folded(over: log).explained, YearStatistics().folded(over: log)
    )
    let earlier = [all.figures(of: 2023)]
    var afterwards = YearAfterwards()
    afterwards.earlier = earlier.map { .init($0, isClosed: false) }
    let basis = SampleLedger.basis
    let reports = [
      YearReport(year.figures, basis: basis, afterwards: afterwards, .nn).report
        .illustrated(by: [year], comparedWith: earlier),
      StatisticsReport([year.figures], basis: basis, .en).report.illustrated(by: [year]),
    ]
    for report in reports {
      let html = report.html()
      let ids = html.matches(of: /\ id="([^"]*)"/).map { String($0.1) }
      #expect(Set(ids).count == ids.count)
      #expect(Set(links(html)).subtracting(ids) == [])
      let addressed = report.sections.flatMap(\.rows).flatMap(\.cells).filter { $0.explain != nil }
      let explained = Set(report.explanations.flatMap(\.figures).map(\.address))
      #expect(addressed.allSatisfy { $0.explain.map(explained.contains) ?? true })
      #expect(explained.isSuperset(of: year.figures.addresses.map(\.text)))
    }
  }

  /// Every place that a link or a description leads to.
  private func links(_ html: String) -> [String] {
    html.matches(of: /\ href="#([^"]*)"/).map { String($0.1) }
      + html.matches(of: /\ aria-(?:labelledby|describedby)="([^"]*)"/)
      .flatMap { $0.1.split(separator: " ").map(String.init) }
  }

  // MARK: What it looks like without much in it

  @Test func `an empty report is a page`() {
    let html = Report(key: "test", language: .en, title: "Nothing").html()
    #expect(html.contains("<h1>Nothing</h1>\n</header>\n<main id=\"main\">\n</main>\n</body>"))
  }

  @Test(arguments: Language.allCases)
  func `a year without hours is a page`(_ language: Language) {
    let year = Explainer(year: 2022).folded(over: SampleLedger.log).explained
    let report = YearReport(year.figures, basis: SampleLedger.basis, language).report
      .illustrated(by: [year])
    #expect(report.charts.isEmpty)
    #expect(!report.html().contains("<figure"))
    #expect(report.html().contains("id=\"2022/hours\""))
  }

  @Test func `sections that continue are one table, unless their columns differ`() {
    var report = everywhere("x")
    var more = report.sections[0]
    (more.key, more.title, more.continues) = ("more", "y", true)
    report.sections.append(more)
    #expect(report.html().matches(of: /<caption/).count == 1)
    #expect(report.html().contains("scope=\"rowgroup\" colspan=\"1\">y</th>"))
    report.sections[1].columns.append(ReportColumn("d", "z"))
    report.sections[1].rows[0].cells.append(.empty)
    #expect(report.html().matches(of: /<caption/).count == 2)
  }

  @Test func `a table without a title is no section, since that needs a heading`() {
    var report = everywhere("x")
    #expect(report.html().contains("<section id=\"s1\">\n<h2>x</h2>"))
    report.sections[0].title = nil
    #expect(report.html().contains("<div id=\"s1\">"))
    #expect(report.html().matches(of: /<section/).count == 1)
    #expect(report.html().matches(of: /<\/section>/).count == 1)
  }

  // MARK: Colours

  @Test(arguments: [HTMLPalette.light, .dark])
  func `every pair of colours that meet has the contrast it needs`(palette: HTMLPalette) {
    #expect(palette.pairs.count == 14)
    for pair in palette.pairs {
      let ratio = contrast(pair.front, pair.back)
      #expect(ratio >= pair.least, "\(pair.name): \(ratio)")
    }
  }

  /// WCAG 2.2: (L1 + 0.05) ÷ (L2 + 0.05).
  private func contrast(_ one: UInt32, _ other: UInt32) -> Double {
    let (one, other) = (luminance(one), luminance(other))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private func luminance(_ color: UInt32) -> Double {
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(color >> UInt32(shift) & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func `the contrast of black on white is known`() {
    #expect(contrast(0x000000, 0xFFFFFF) == 21)
    #expect(abs(contrast(0x777777, 0xFFFFFF) - 4.48) < 0.005)
  }

  @Test func `the page has the colours that were looked at`() {
    let html = Self.page(.nb).html()
    #expect(html.contains("--ink:#1b2629"))
    #expect(html.contains("prefers-color-scheme:dark){:root{--paper:#12191b"))
  }
}
