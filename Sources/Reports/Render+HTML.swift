// The report as one page that needs nothing else: no script, no file beside it, nothing fetched. Every
// figure is a link to what stands behind it, in the same file. Read on a telephone, printed on A4, kept
// for years.

import Wording

extension Report {
  /// Returns the report as an HTML document; every line ends with a newline.
  package func html() -> String { HTMLPage(self).text }
}

/// Writes one page.
private struct HTMLPage {
  let report: Report
  let language: Language
  let families: [[ReportSection]]
  /// The anchors of the figures that are explained in the page.
  let targets: Set<String>

  init(_ report: Report) {
    self.report = report
    language = report.language
    families = report.sections.families
    targets = Set(report.explanations.flatMap(\.figures).map { htmlAnchor($0.address) })
  }

  var text: String {
    (head + header + ["<main id=\"main\">"] + sections + behind + ["</main>"]
      + footer + ["</body>", "</html>"])
      .map { $0 + "\n" }.joined()
  }

  // MARK: Around the report

  private var head: [String] {
    [
      "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head>",
      "<meta charset=\"utf-8\">",
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
        + "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">",
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
      "<meta name=\"color-scheme\" content=\"light dark\">",
      "<title>\(html(report.title))</title>", "<style>", HTMLStyle.css, "</style>", "</head>",
      "<body>", "<a class=\"skip\" href=\"#main\">\(HTMLWords.skip(language))</a>",
    ]
  }

  private var header: [String] {
    ["<header>", "<h1>\(html(report.title))</h1>"]
      + report.header.map { "<p class=\"state\">\(html($0))</p>" } + tiles + contents
      + ["</header>"]
  }

  /// The figures of the first sum, large: what most readers came for.
  private var tiles: [String] {
    guard report.years.count == 1 else { return [] }
    for section in report.sections {
      guard let sum = section.rows.first(where: { $0.role == .sum }) else { continue }
      let items = section.printed.filter { sum.cells[$0].explain != nil }.map { index in
        "<div><dt>\(html(section.columns[index].heading))</dt>"
          + "<dd>\(link(sum.cells[index].value, sum.cells[index].explain))</dd></div>"
      }
      return items.isEmpty ? [] : ["<dl class=\"tiles\">"] + items + ["</dl>"]
    }
    return []
  }

  /// A way to every part, where there are several.
  private var contents: [String] {
    var items = families.enumerated().compactMap { index, family in
      family.first?.title.map { "<li><a href=\"#s\(index + 1)\">\(html($0))</a></li>" }
    }
    if !report.explanations.isEmpty {
      items.append("<li><a href=\"#behind\">\(HTMLWords.behind(language))</a></li>")
    }
    guard items.count > 1 else { return [] }
    return ["<nav aria-label=\"\(HTMLWords.contents(language))\"><ul>"] + items + ["</ul></nav>"]
  }

  private var footer: [String] {
    if report.foot.isEmpty { return [] }
    return ["<footer>"] + report.foot.map { "<p class=\"foot\">\(html($0))</p>" } + ["</footer>"]
  }

  // MARK: Tables and charts

  /// The sections, each with its charts below it; charts without a table of the report come after the
  /// first section, since they are about the same.
  private var sections: [String] {
    let charts = report.charts.filter { !$0.rows.isEmpty }
    var places: [String: Int] = [:]
    for (index, family) in families.enumerated() {
      for section in family where places[section.key] == nil { places[section.key] = index }
    }
    let placed = charts.map { chart in (chart, chart.section.flatMap { places[$0] }) }
    var number = 0
    func drawn(_ here: [(ReportChart, Int?)]) -> [String] {
      if here.isEmpty { return [] }
      return ["<div class=\"charts\">"]
        + here.flatMap { chart, place in
          number += 1
          return figure(chart, number, place)
        } + ["</div>"]
    }
    var lines: [String] = []
    for (index, family) in families.enumerated() {
      let here = placed.filter { ($0.1 ?? 0) == index }
      lines += section(family, index) + drawn(here)
      lines.append(family.first?.title == nil ? "</div>" : "</section>")
    }
    return families.isEmpty ? drawn(placed) : lines
  }

  private func section(_ family: [ReportSection], _ index: Int) -> [String] {
    let title = family.first?.title
    let caption =
      "<b>\(HTMLWords.table(language)) \(index + 1).</b> \(html(title ?? report.title))"
    let id = "id=\"s\(index + 1)\""
    return (title.map { ["<section \(id)>", "<h2>\(html($0))</h2>"] } ?? ["<div \(id)>"])
      + HTMLTable(family: family, targets: targets, language: language)
      .lines(id: "t\(index + 1)", caption: caption) + notes(family)
  }

  private func notes(_ family: [ReportSection]) -> [String] {
    family.flatMap(\.notes).map { "<p class=\"note\">\(html($0))</p>" }
  }

  private func figure(_ chart: ReportChart, _ number: Int, _ place: Int?) -> [String] {
    let drawing = HTMLChart(
      chart: chart, number: number, table: place.map { $0 + 1 }, language: language)
    return drawing.figure(table: place == nil ? ownTable(chart, number) : [])
  }

  /// The figures of a chart that no table of the report has.
  private func ownTable(_ chart: ReportChart, _ number: Int) -> [String] {
    var section = ReportSection(
      key: chart.key, title: nil,
      columns: [ReportColumn("label", chart.heading)]
        + chart.series.enumerated().map { ReportColumn("v\($0.offset)", $0.element, .right) })
    section.rows = chart.rows.map { row in
      ReportRow(
        .item,
        [.text(row.label)]
          + row.values.enumerated().map { index, value in
            ReportCell(chart.cell(value), explain: index == 0 ? row.explain : nil)
          })
    }
    return HTMLTable(family: [section], targets: targets, language: language)
      .lines(
        id: "f\(number)",
        caption: "\(HTMLWords.figuresOf(language)) \(number): \(html(chart.title))")
  }

  // MARK: What is behind the figures

  private var behind: [String] {
    if report.explanations.isEmpty { return [] }
    var seen: Set<String> = []
    let parts = report.explanations.enumerated().flatMap { index, explanation in
      let figures = explanation.figures.map { figure in
        let anchor = htmlAnchor(figure.address)
        let id = seen.insert(anchor).inserted ? " id=\"\(anchor)\"" : ""
        return "<li\(id)><b>\(html(figure.label)): \(html(figure.value.printed(language)))</b> – "
          + "\(html(figure.how))</li>"
      }
      let families = explanation.sections.families
      let tables = families.enumerated().flatMap { place, family in
        HTMLTable(family: family, targets: targets, language: language)
          .lines(id: "e\(index + 1)-\(place + 1)", caption: html(explanation.title)) + notes(family)
      }
      return ["<h3>\(html(explanation.title))</h3>", "<ul class=\"how\">"] + figures + ["</ul>"]
        + tables
    }
    return [
      "<section class=\"why\" id=\"behind\">", "<h2>\(HTMLWords.behind(language))</h2>",
      "<p>\(HTMLWords.behindLead(language))</p>",
    ] + parts + ["</section>"]
  }

  private func link(_ value: ReportValue, _ address: ReportCell.FigureName?) -> String {
    htmlLink(value, address, targets, language)
  }
}
