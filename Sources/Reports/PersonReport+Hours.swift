// The unpaid hours of one volunteer, per year and activity. Activities outside the centre's sum are
// there too: it was work all the same.

package import Domain
import Projections

/// What one volunteer did.
package struct PersonHours: Hashable, Sendable {
  package let person: PersonID
  /// The year that was asked for; nil for all.
  package let asked: Int?
  /// By year, then by activity in the order they were added.
  package let lines: [Line]
  /// Minutes of it that nobody has approved.
  package let unapproved: Int
  /// Minutes that are marked as paid; in no line.
  package let paid: Int

  package struct Line: Hashable, Sendable {
    package let year: Int
    package let activity: ActivityDetails
    /// The first and the last day of the work.
    package let first: Day
    package let last: Day
    package let entries: Int
    package let minutes: Int
  }

  package var years: [Int] { Set(lines.map(\.year)).sorted() }
  package var minutes: Int { sum(lines.map(\.minutes)) }
  package var entries: Int { lines.clampedSum { $0.entries } }

  /// - Parameter year: nil for all years.
  package init(of person: PersonID, year: Int? = nil, in state: State) {
    let all = state.entries.values.filter { entry in
      entry.content.who == .person(person) && (year == nil || year == entry.content.on.year)
    }
    let unpaid = all.filter { !$0.marks.contains(.paid) }
    let parts = Dictionary(grouping: unpaid) {
      Part(year: $0.content.on.year, code: $0.content.activity)
    }
    self.person = person
    asked = year
    lines = parts.sorted { left, right in
      let (first, second) = (state.activities[left.key.code], state.activities[right.key.code])
      return (left.key.year, first?.seq ?? .max, left.key.code)
        < (right.key.year, second?.seq ?? .max, right.key.code)
    }.compactMap { part, entries in
      let periods = entries.map(\.content.on)
      guard let first = periods.map(\.first).min(), let last = periods.map(\.last).max() else {
        return nil
      }
      return Line(
        year: part.year,
        activity: state.activities[part.code]?.details
          ?? ActivityDetails(code: part.code, name: part.code.text),
        first: first, last: last, entries: entries.count,
        minutes: sum(entries.map(\.content.minutes)))
    }
    unapproved = sum(unpaid.filter { $0.approval == nil }.map(\.content.minutes))
    paid = sum(all.filter { $0.marks.contains(.paid) }.map(\.content.minutes))
  }

  private struct Part: Hashable {
    let year: Int
    let code: ActivityCode
  }
}

/// Adds minutes; those of a log that breaks the rules stop at the largest.
private func sum(_ minutes: [Int]) -> Int {
  minutes.reduce(0) { min($0 + $1, LineNumber.limit) }
}
