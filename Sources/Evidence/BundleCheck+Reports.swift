// Step 7: the report says what the lines give. Its words are this version's own, and another version or
// another maker may say the same in others, so the figures of `rapport.json`, and of `rapport.csv` beside
// it, are compared one by one. Where any form is, byte for byte, what this version writes, the words are
// ours, and every form must be.

import Domain
import Foundation
import Projections
import Wording

extension BundleCheck {
  /// - Parameters:
  ///   - known: what the cells are compared with.
  ///   - ours: the report as this version writes it from the lines; empty where they do not give all that
  ///     a report says.
  mutating func checkReports(_ known: ReportFigures, _ zip: ZipFile, ours: [ZipFile.Member]) {
    let before = findings.count
    if let report = try? JSONDecoder().decode(
      ReportCells.self, from: Data(zip["rapport.json"] ?? []))
    {
      checkCells(report, known)
      checkTable(report, known, CSVRecords(zip["rapport.csv"] ?? []).records)
      compared += ["rapport.json", "rapport.csv"]
    } else {
      note(.reportDiffers, "rapport.json", .manifest)
    }
    guard ours.contains(where: { zip[$0.name] == $0.bytes }) else { return }
    let found = Set(findings[before...].map(\.file))
    for report in ours {
      if !compared.contains(report.name) { compared.append(report.name) }
      if zip[report.name] != report.bytes, !found.contains(report.name) {
        note(.reportDiffers, report.name, .bytes)
      }
    }
  }

  /// Compares every cell of `rapport.json` that is a figure.
  private mutating func checkCells(_ report: ReportCells, _ known: ReportFigures) {
    for row in report.sections.flatMap(\.rows) {
      for (key, figure) in row.explain.sorted(by: { $0.key < $1.key }) {
        guard let computed = known[figure], let cell = row.values[key] else { continue }
        let said = cell.number ?? (cell == .null ? 0 : nil)
        if said != computed {
          note(
            .reportDiffers, "rapport.json", figure: figure, .figure(said: said, computed: computed))
        }
      }
    }
  }

  /// Compares the rows of `rapport.csv` below the headings of each table, in the order of `rapport.json`.
  private mutating func checkTable(
    _ report: ReportCells, _ known: ReportFigures, _ records: [[String]]
  ) {
    let file = "rapport.csv"
    var place = 0
    for section in report.sections {
      let headings = section.columns.map(\.heading)
      guard let start = records[place...].firstIndex(where: { isSame($0, headings) }) else {
        return note(.reportDiffers, file, .bytes)
      }
      place = start + 1
      for row in section.rows {
        let record = place < records.count ? records[place] : []
        place = min(place + 1, records.count)
        for (index, column) in section.columns.enumerated() {
          let cell = index < record.count ? record[index] : nil
          if let figure = row.explain[column.key], let computed = known[figure] {
            let text = known.cell(of: figure, computed)
            guard cell != text, cell != "" || computed != 0 else { continue }
            note(.reportDiffers, file, figure: figure, .figure(said: nil, computed: computed))
          } else if !row.explain.isEmpty, case .text(let text)? = row.values[column.key] {
            if !isSame([cell ?? ""], [text]) { note(.reportDiffers, file, .bytes) }
          }
        }
      }
    }
  }

  /// Whether cells say these texts, with or without the apostrophe that keeps one from being a formula.
  private func isSame(_ cells: [String], _ texts: [String]) -> Bool {
    cells.count == texts.count
      && zip(cells, texts).allSatisfy { cell, text in
        cell.utf8.elementsEqual(text.utf8) || cell.utf8.elementsEqual(("'" + text).utf8)
      }
  }
}

/// The figures that a report of a year or a grant may print.
struct ReportFigures {
  private let values: FigureValues
  /// What every address begins with.
  private let scope: String
  private let isHours: (String) -> Bool?

  init(_ figures: YearFigures) {
    values = FigureValues(figures.claims + figures.claimsOfTheRest)
    scope = "\(figures.year)/"
    isHours = { word in
      FigureMeasure(rawValue: word).flatMap { $0 == .fte ? nil : $0 == .hours }
    }
  }

  init(_ figures: GrantFigures) {
    values = FigureValues(figures.claims + figures.claimsOfTheRest)
    scope = "\(figures.id.text)/"
    isHours = { word in
      GrantMeasure(rawValue: word).map { $0 == .hours || $0 == .unapproved }
    }
  }

  /// The value at one of the addresses of the page; zero for what has no hours, nil for other addresses.
  subscript(figure: String) -> Int? {
    guard figure.hasPrefix(scope), isHours(of: figure) != nil else { return nil }
    return values[figure] ?? 0
  }

  /// How a spreadsheet's cell says it.
  func cell(of figure: String, _ value: Int) -> String {
    isHours(of: figure) == true ? Numbers.csvHours(minutes: value) : "\(value)"
  }

  /// Whether an address is one of hours; nil where it names no measure.
  private func isHours(of figure: String) -> Bool? {
    figure.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) }.flatMap(isHours)
  }
}
