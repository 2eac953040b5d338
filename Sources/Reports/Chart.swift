// A chart is data before it is drawn, like every report. It says nothing that is not also in a table.

/// A chart of some figures.
package struct ReportChart: Hashable, Sendable {
  /// The name of the chart, for programs.
  package var key: String
  package var title: String
  package var kind: Kind
  package var unit: Unit
  /// What a row is: "Aktivitet".
  package var heading: String
  /// What a value is, one name for each value of a row: "Timer", or the years.
  package var series: [String]
  package var rows: [Row] = []
  /// Lines right below the chart.
  package var notes: [String] = []
  /// The key of the table of the report that has the same figures; nil when none has, and the chart
  /// brings its own.
  package var section: String?

  package init(
    key: String, title: String, kind: Kind, unit: Unit, heading: String, series: [String],
    section: String? = nil
  ) {
    self.key = key
    self.title = title
    self.kind = kind
    self.unit = unit
    self.heading = heading
    self.series = series
    self.section = section
  }

  package enum Kind: String, Sendable {
    /// One bar a row, lying, since names are long.
    case bars
    /// One column a row, standing, since time goes that way.
    case columns
    /// Several bars a row, one a series.
    case grouped
  }

  /// What the values are.
  package enum Unit: String, Sendable {
    /// Minutes, read as hours.
    case hours
    case count
  }

  /// What is shown of one activity, group, month or year.
  package struct Row: Hashable, Sendable {
    package var label: String
    /// For where there is no room for the label.
    package var short: String?
    /// One value a series; nil where there is nothing to show.
    package var values: [Int?]
    /// The address of the first value, if it is a figure or explained like one.
    package var explain: ReportCell.FigureName?

    package init(
      _ label: String, short: String? = nil, _ values: [Int?], explain: ReportCell.FigureName? = nil
    ) {
      self.label = label
      self.short = short
      self.values = values
      self.explain = explain
    }
  }

  /// The largest value, the full length of a bar; 0 when there is none above it.
  var largest: Int { max(0, rows.flatMap(\.values).compactMap { $0 }.max() ?? 0) }

  /// A value of the chart as a cell of a table.
  func cell(_ value: Int?) -> ReportValue {
    guard let value else { return .empty }
    return switch unit {
    case .hours: .hours(minutes: value)
    case .count: .integer(value)
    }
  }
}
