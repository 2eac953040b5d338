// A report is data before it is text: every form (terminal, Markdown, CSV, JSON, HTML) is made from
// the same value, so that no form can say another figure than the others.

package import Domain
package import Wording

/// A report in one language, not yet in any form.
package struct Report: Hashable, Sendable {
  /// What kind of report it is, for programs: `year`, `log`.
  package var key: String
  package var language: Language
  package var title: String
  /// The years the figures are of.
  package var years: [Int] = []
  /// What must be read before the figures: what they were computed from, and with what caution.
  package var header: [String] = []
  package var sections: [ReportSection] = []
  package var foot: [String] = []
  /// What the figures were computed from; nil where a report has none.
  package var basis: ReportBasis?
  /// Shown where a form has pictures; each beside the table of the same figures.
  package var charts: [ReportChart] = []
  /// What stands behind the figures, where a form has room for it. They tell of single entries: a
  /// report for everybody has none.
  package var explanations: [ReportExplanation] = []

  package init(key: String, language: Language, title: String, basis: ReportBasis? = nil) {
    self.key = key
    self.language = language
    self.title = title
    self.basis = basis
  }
}

/// A table, with the lines that belong to it.
package struct ReportSection: Hashable, Sendable {
  /// The name of the table, for programs.
  package var key: String
  package var title: String?
  package var columns: [ReportColumn]
  package var rows: [ReportRow] = []
  /// Lines right below the table.
  package var notes: [String] = []
  /// Stands under the table before it, in the same columns.
  package var continues = false

  package init(key: String, title: String?, columns: [ReportColumn]) {
    self.key = key
    self.title = title
    self.columns = columns
  }
}

/// A column of a table.
package struct ReportColumn: Hashable, Sendable {
  /// The name of the values, for programs; minutes where people read hours.
  package var key: String
  package var heading: String
  package var alignment: Alignment
  /// Left out where people read, kept where programs and spreadsheets do.
  package var isDataOnly: Bool

  package init(
    _ key: String, _ heading: String, _ alignment: Alignment = .left, isDataOnly: Bool = false
  ) {
    self.key = key
    self.heading = heading
    self.alignment = alignment
    self.isDataOnly = isDataOnly
  }
}

/// A row of a table: one cell a column.
package struct ReportRow: Hashable, Sendable {
  package enum Role: String, Sendable {
    case item
    /// Over the items above it; not in addition to them.
    case sum
  }

  package var role: Role
  package var cells: [ReportCell]

  package init(_ role: Role = .item, _ cells: [ReportCell]) {
    self.role = role
    self.cells = cells
  }
}

/// A value, and how to ask what stands behind it.
package struct ReportCell: Hashable, Sendable {
  package var value: ReportValue
  /// The address of the figure, if it is one.
  package var explain: FigureName?

  package init(_ value: ReportValue, explain: FigureName? = nil) {
    self.value = value
    self.explain = explain
  }

  /// The spelling of an address.
  package typealias FigureName = String

  package static let empty = ReportCell(.empty)
  package static func text(_ text: String) -> ReportCell { ReportCell(.text(text)) }
  package static func integer(_ number: Int) -> ReportCell { ReportCell(.integer(number)) }
  package static func hours(_ minutes: Int) -> ReportCell { ReportCell(.hours(minutes: minutes)) }
}

/// A typed value: each form writes it its own way.
package enum ReportValue: Hashable, Sendable {
  case empty
  case text(String)
  case flag(Bool)
  case integer(Int)
  /// A sum of minutes, read as hours.
  case hours(minutes: Int)
  /// A quotient with a fixed number of decimals.
  case decimal(Int, over: Int, places: Int)
  case period(Period)
  case moment(Instant)
}
