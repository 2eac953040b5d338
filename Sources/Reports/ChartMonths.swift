// The hours of a year by month, as far as the entries say a month.

package import Domain
package import Projections

/// The minutes of a year's counted activities, by month.
package struct MonthlyHours: Hashable, Sendable {
  /// January first, each by activity.
  package private(set) var months: [[ActivityCode: Int]] = .init(repeating: [:], count: 12)
  /// The minutes of entries on a whole year, or from one month into another.
  package private(set) var withoutMonth = 0

  package init(_ year: ExplainedYear) {
    let counted = Set(year.figures.activities.map(\.code))
    for record in year.entries where counted.contains(record.content.activity) {
      let content = record.content
      let (first, last) = (content.on.first.parts.month, content.on.last.parts.month)
      if first == last {
        let sum = months[first - 1][content.activity] ?? 0
        months[first - 1][content.activity] = clamped(sum, content.minutes)
      } else {
        withoutMonth = clamped(withoutMonth, content.minutes)
      }
    }
  }

  /// The minutes of a month, 1...12.
  package func minutes(of month: Int) -> Int {
    months[month - 1].values.reduce(0, clamped)
  }

  /// What leads to the explanation of a month: like the address of a figure, which it is not.
  package static func address(_ year: Int, _ month: Int) -> String { "\(year)/month/\(month)" }
}

/// Returns a sum that stops at the largest number: a log that no rule would admit is shown all the
/// same.
func clamped(_ sum: Int, _ more: Int) -> Int {
  let (result, overflow) = sum.addingReportingOverflow(more)
  return overflow ? (more > 0 ? .max : .min) : result
}
