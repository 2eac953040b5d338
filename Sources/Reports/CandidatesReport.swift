// What a bare number may be: the addresses of the figures that are printed so.

import Domain
package import Projections
package import Wording

/// The figures of a year that a number may stand for.
package struct CandidatesReport: Sendable {
  private let number: String
  private let figures: YearFigures
  private let addresses: [FigureAddress]
  private let basis: ReportBasis
  private let language: Language

  /// - Parameter number: as it was typed.
  package init(
    _ number: String, _ addresses: [FigureAddress], in figures: YearFigures, basis: ReportBasis,
    _ language: Language
  ) {
    self.number = number
    self.addresses = addresses
    self.figures = figures
    self.basis = basis
    self.language = language
  }

  /// The report as data.
  package var report: Report {
    var report = Report(
      key: "candidates", language: language, title: OwnWords.candidates(number, language),
      basis: basis)
    report.years = [figures.year]
    var section = ReportSection(
      key: "candidates", title: nil,
      columns: [
        ReportColumn("address", OwnWords.address(language)),
        ReportColumn("what", OwnWords.figure(language)),
      ])
    section.rows = addresses.map { address in
      let scope = OwnWords.scope(address, name, language)
      return ReportRow(
        .item,
        [
          ReportCell(.text(address.text), explain: address.text),
          .text("\(OwnWords.label(address.measure, language)), \(scope)"),
        ])
    }
    report.sections = [section]
    return report
  }

  private func name(_ code: ActivityCode) -> String {
    (figures.activities + figures.outside).first { $0.code == code }?.details.name ?? code.text
  }
}
