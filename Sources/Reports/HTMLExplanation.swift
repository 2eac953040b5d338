// What stands behind the figures of one activity, group, sector, month or year, as data: it is printed
// once for all figures of the scope, and every figure of the report leads to it.

/// The figures of one scope, with what they are made of.
package struct ReportExplanation: Hashable, Sendable {
  package var title: String
  package var figures: [Figure]
  /// The entries, or the parts that are explained elsewhere.
  package var sections: [ReportSection]

  package init(title: String, figures: [Figure], sections: [ReportSection]) {
    self.title = title
    self.figures = figures
    self.sections = sections
  }

  /// A figure, and how it comes from the tables below it.
  package struct Figure: Hashable, Sendable {
    /// The address that leads here.
    package var address: ReportCell.FigureName
    package var label: String
    package var value: ReportValue
    package var how: String

    package init(
      _ address: ReportCell.FigureName, _ label: String, _ value: ReportValue, how: String
    ) {
      self.address = address
      self.label = label
      self.value = value
      self.how = how
    }
  }
}
