// Charts as SVG in the page. Lengths across are percent, so that a chart is as wide as there is room
// and its words stay as large as all others; lengths down are pixels.

import Wording

/// Draws one chart.
struct HTMLChart {
  let chart: ReportChart
  /// The place of the chart in the page, from 1.
  let number: Int
  /// The place of the table with the same figures.
  let table: Int?
  let language: Language

  /// How many rows a column of bars has before a second one stands beside it.
  static let rowsMax = 10
  /// How many rows two columns have before there are two more below them.
  static let rowsPaired = 44
  /// How much of the width the longest bar takes, in hundredths of a percent: behind it stands the
  /// value.
  static let fullLength = 8_000
  /// How many characters of a name are shown above its bar.
  static let labelMax = 42

  /// Returns the chart with its title, its notes and, where no table of the report has its figures,
  /// one that has.
  func figure(table: [String]) -> [String] {
    let isBars = chart.kind != .columns
    let style = isBars ? " class=\"wide\"" : table.isEmpty ? "" : " class=\"own\""
    let title = "<b>\(HTMLWords.figure(language)) \(number).</b> \(html(chart.title))"
    return [
      "<figure\(style)>", "<figcaption>\(title)</figcaption>",
    ] + legend + (isBars ? bars : columns)
      + chart.notes.map { "<p class=\"note\">\(html($0))</p>" } + table + ["</figure>"]
  }

  private var legend: [String] {
    guard chart.kind == .grouped else { return [] }
    let items = chart.series.enumerated().map { index, name in
      "<li><svg aria-hidden=\"true\" viewBox=\"0 0 8 8\"><rect class=\"\(Self.color(index))\" "
        + "width=\"8\" height=\"8\"/></svg>\(html(name))</li>"
    }
    return ["<ul class=\"legend\">\(items.joined())</ul>"]
  }

  private static func color(_ series: Int) -> String { "b\(series % HTMLPalette.light.bars.count)" }

  // MARK: Lying bars

  private var bars: [String] {
    let count = chart.rows.count
    let parts = count <= Self.rowsMax ? 1 : 2 * ((count + Self.rowsPaired - 1) / Self.rowsPaired)
    let perPart = max(1, (count + parts - 1) / parts)
    let starts = stride(from: 0, to: max(1, count), by: perPart)
    let drawn = starts.enumerated().flatMap { part, start in
      svg(
        height: lines(of: start..<min(count, start + perPart)).height, part: part + 1, of: parts,
        lines(of: start..<min(count, start + perPart)).lines)
    }
    return ["<div class=\"bars\">"] + drawn + ["</div>"]
  }

  /// The rows of one column: the name on a line of its own, and its bars below.
  private func lines(of range: Range<Int>) -> (lines: [String], height: Int) {
    var (lines, top): ([String], Int) = ([], 0)
    for row in chart.rows[range] {
      let name =
        row.label.count > Self.labelMax ? row.label.prefix(Self.labelMax - 1) + "…" : row.label[...]
      lines.append("<text y=\"\(top + 12)\">\(html(String(name)))</text>")
      top += 17
      for (series, value) in row.values.enumerated() {
        guard let value else { continue }
        let length = Self.share(value, of: chart.largest, Self.fullLength)
        if length > 0 {
          lines.append(
            "<rect class=\"\(Self.color(series))\" y=\"\(top)\" width=\"\(Self.percent(length))\" "
              + "height=\"10\"/>")
        }
        let shift = length > 0 ? " dx=\"6\"" : ""
        let year = chart.kind == .grouped ? html(chart.series[series]) + ": " : ""
        lines.append(
          "<text class=\"v\" x=\"\(Self.percent(length))\"\(shift) y=\"\(top + 9)\">"
            + "\(year)\(printed(value))</text>")
        top += 14
      }
      top += 5
    }
    return (lines, top)
  }

  // MARK: Standing columns

  private var columns: [String] {
    let (full, foot) = (140, 160)
    let count = max(1, chart.rows.count)
    let band = 10_000 / count
    var lines = ["<line class=\"base\" x2=\"100%\" y1=\"\(foot)\" y2=\"\(foot)\"/>"]
    for (index, row) in chart.rows.enumerated() {
      let value = row.values.first ?? nil
      let height = Self.share(value ?? 0, of: chart.largest, full)
      let middle = Self.percent(band * index + band / 2)
      if height > 0 {
        // (No column is so wide that it looks like a block.)
        let width = min(band * 7 / 10, 1_400)
        lines.append(
          "<rect class=\"b0\" x=\"\(Self.percent(band * index + (band - width) / 2))\" "
            + "y=\"\(foot - height)\" width=\"\(Self.percent(width))\" height=\"\(height)\"/>")
      }
      if let value, value > 0 {
        lines.append(
          "<text class=\"v\" text-anchor=\"middle\" x=\"\(middle)\" y=\"\(foot - height - 6)\">"
            + "\(whole(value))</text>")
      }
      lines.append(
        "<text text-anchor=\"middle\" x=\"\(middle)\" y=\"\(foot + 17)\">"
          + "\(html(row.short ?? row.label))</text>")
    }
    return svg(height: foot + 24, part: 1, of: 1, lines)
  }

  // MARK: The frame

  private func svg(height: Int, part: Int, of parts: Int, _ lines: [String]) -> [String] {
    let id = parts == 1 ? "c\(number)" : "c\(number)-\(part)"
    let suffix = parts == 1 ? "" : ", " + HTMLWords.part(part, of: parts, language)
    let caption = table.map { "t\($0)" } ?? "f\(number)"
    let many = chart.kind == .columns && chart.rows.count > 6 ? " class=\"many\"" : ""
    return [
      "<svg\(many) role=\"img\" height=\"\(height)\" aria-labelledby=\"\(id)\" "
        + "aria-describedby=\"\(id)-d \(caption)\">",
      "<title id=\"\(id)\">\(html(chart.title + suffix))</title><desc id=\"\(id)-d\">\(html(told))</desc>",
    ] + lines + ["</svg>"]
  }

  private var told: String {
    let largest = chart.rows.max { ($0.values.largest ?? 0) < ($1.values.largest ?? 0) }
    return HTMLWords.told(
      chart.rows.count, largest: largest?.label ?? "–",
      printed(largest?.values.largest ?? 0), table: table, language)
  }

  private func printed(_ value: Int) -> String {
    switch chart.unit {
    case .hours: Numbers.hours(minutes: value, language)
    case .count: Numbers.integer(value, language)
    }
  }

  /// Without decimals, where a column is narrower than they are.
  private func whole(_ value: Int) -> String {
    switch chart.unit {
    case .hours: Numbers.decimal(value, 60, places: 0, language)
    case .count: Numbers.integer(value, language)
    }
  }

  /// Returns `full` × `value` ÷ `largest`, rounded down; 0 for whatever is not above zero.
  static func share(_ value: Int, of largest: Int, _ full: Int) -> Int {
    guard value > 0, largest > 0 else { return 0 }
    return Int(UInt128(full) * UInt128(min(value, largest)) / UInt128(largest))
  }

  /// Returns hundredths of a percent as SVG writes them: "43.5%".
  static func percent(_ hundredths: Int) -> String {
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    if rest == 0 { return "\(whole)%" }
    let digits = rest < 10 ? "0\(rest)" : rest.isMultiple(of: 10) ? "\(rest / 10)" : "\(rest)"
    return "\(whole).\(digits)%"
  }
}

extension [Int?] {
  fileprivate var largest: Int? { compactMap { $0 }.max() }
}
