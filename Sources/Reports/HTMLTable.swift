// Sections of a report as tables of a page. Sections that continue one another are one table.

import Projections
import Wording

/// Writes the tables of a report.
struct HTMLTable {
  /// The first section, and those that stand under it in the same columns.
  let family: [ReportSection]
  /// The anchors that the page has: whatever else a link led to would be a dead end.
  let targets: Set<String>
  let language: Language

  /// A table of so many rows is not broken over two sheets.
  static let rowsTogether = 20
  /// Entries of so few columns stand in two columns on paper.
  private static let columnsBeside = 7
  /// A table of more columns needs small letters on a sheet.
  private static let columnsOfPaper = 8

  private var columns: Int { family.first?.printed.count ?? 0 }

  /// Returns the table in its own box, which scrolls when the page is narrow.
  ///
  /// - Parameters:
  ///   - id: the place of the caption in the page.
  ///   - caption: what the table is called, as markup.
  func lines(id: String, caption: String) -> [String] {
    let rows = family.clampedSum { $0.rows.count }
    var style = "scroll"
    if rows <= Self.rowsTogether {
      style += " short"
    } else if columns <= Self.columnsBeside, family.first?.key == YearExplanations.entries {
      style += " entries"
    }
    if columns > Self.columnsOfPaper { style += " broad" }
    return [
      "<div class=\"\(style)\" role=\"region\" aria-labelledby=\"\(id)\" tabindex=\"0\">",
      "<table>", "<caption id=\"\(id)\">\(caption)</caption>",
    ] + head + family.flatMap(body) + ["</table>", "</div>"]
  }

  private var head: [String] {
    guard let section = family.first, section.hasHeadings else { return [] }
    let cells = section.printed.map { index in
      let column = section.columns[index]
      let style = Self.style(column)
      return column.heading.isEmpty
        ? "<td></td>" : "<th scope=\"col\"\(style)>\(html(column.heading))</th>"
    }
    return ["<thead><tr>\(cells.joined())</tr></thead>"]
  }

  private func body(_ section: ReportSection) -> [String] {
    var lines = ["<tbody>"]
    if section.continues, let title = section.title {
      let width = section.printed.count
      lines.append(
        "<tr><th class=\"part\" scope=\"rowgroup\" colspan=\"\(width)\">\(html(title))</th></tr>")
    }
    return lines + section.rows.map { row($0, section) } + ["</tbody>"]
  }

  private func row(_ row: ReportRow, _ section: ReportSection) -> String {
    let cells = section.printed.enumerated().map { place, index in
      let style = Self.style(section.columns[index])
      let text = value(row.cells[index])
      return place == 0
        ? "<th scope=\"row\"\(style)>\(text)</th>" : "<td\(style)>\(text)</td>"
    }
    return (row.role == .sum ? "<tr class=\"sum\">" : "<tr>") + cells.joined() + "</tr>"
  }

  private func value(_ cell: ReportCell) -> String {
    htmlLink(cell.value, cell.explain, targets, language)
  }

  private static func style(_ column: ReportColumn) -> String {
    column.alignment == .right ? " class=\"n\"" : ""
  }
}

/// Returns a value as it is printed, with a way to what is behind it where the page has that.
func htmlLink(
  _ value: ReportValue, _ address: ReportCell.FigureName?, _ targets: Set<String>,
  _ language: Language
) -> String {
  let text = htmlBreaking(value.printed(language))
  guard let anchor = address.map(htmlAnchor), targets.contains(anchor) else { return text }
  return "<a href=\"#\(anchor)\">\(text)</a>"
}

extension [ReportSection] {
  /// The sections as tables: each with those that continue it, as long as the columns are the same.
  var families: [[ReportSection]] {
    var families: [[ReportSection]] = []
    for section in self {
      if section.continues, let last = families.last?.last,
        last.printed.count == section.printed.count
      {
        families[families.count - 1].append(section)
      } else {
        families.append([section])
      }
    }
    return families
  }
}
