// The figures that a bundle claims: an address and a whole number each.

package import Domain
package import Projections

/// One claim of a bundle.
package struct ClaimedFigure: Hashable, Sendable {
  package let figure: String
  /// Hours in minutes, all else in numbers.
  package let value: Int

  package init(_ figure: String, _ value: Int) {
    self.figure = figure
    self.value = value
  }
}

extension YearFigures {
  /// The five measures of the totals, of every activity with hours, and of every named group and sector.
  package var claims: [ClaimedFigure] {
    let scopes: [(FigureScope, Figures)] =
      [(.year, totals)] + (activities + outside).map { (.activity($0.code), $0.figures) }
      + groups.map { (.group($0.name), $0.figures) }
      + sectors.map { (.sector($0.name), $0.figures) }
    return scopes.flatMap { scope, figures in figures.claims(at: scope.text(in: year)) }
  }
}

extension YearFigures {
  /// What a report prints and a bundle does not claim: the activities in no group and in no sector.
  var claimsOfTheRest: [ClaimedFigure] {
    (ungrouped?.figures.claims(at: FigureScope.group(nil).text(in: year)) ?? [])
      + (withoutSector?.figures.claims(at: FigureScope.sector(nil).text(in: year)) ?? [])
  }
}

extension Figures {
  func claims(at scope: String) -> [ClaimedFigure] {
    [
      ClaimedFigure(scope + "/entries", entries), ClaimedFigure(scope + "/hours", minutes),
      ClaimedFigure(scope + "/participations", participations),
      ClaimedFigure(scope + "/distinct", distinct), ClaimedFigure(scope + "/headcount", headcount),
    ]
  }
}

extension YearClosing {
  /// The totals alone: what a closing says by itself.
  package var claims: [ClaimedFigure] {
    [
      ClaimedFigure("\(year)/entries", totals.entries),
      ClaimedFigure("\(year)/hours", totals.minutes),
      ClaimedFigure("\(year)/participations", totals.participations),
      ClaimedFigure("\(year)/distinct", totals.distinct),
      ClaimedFigure("\(year)/headcount", totals.headcount),
    ]
  }
}

/// What one person did, by year and activity.
package struct PersonClaims: Hashable, Sendable {
  /// The minutes in one activity in one year.
  package struct Part: Hashable, Sendable {
    package let year: Int
    package let activity: ActivityCode
    package let minutes: Int
  }

  package let person: PersonID
  package let entries: Int
  package let minutes: Int
  /// By year, then by code.
  package let parts: [Part]

  /// Returns what the entries among the lines say of a person.
  ///
  /// - Parameter lines: standing lines in order.
  package init(_ person: PersonID, _ lines: [Recorded]) {
    var state = State()
    for line in lines { state.evolve(line) }
    let own = state.entries.values.map(\.content).filter { $0.who.person == person }
    var sums: [Int: [ActivityCode: Int]] = [:]
    var total = 0
    for content in own {
      let (year, code) = (content.on.year, content.activity)
      sums[year, default: [:]][code] = Self.sum(sums[year]?[code] ?? 0, content.minutes)
      total = Self.sum(total, content.minutes)
    }
    self.person = person
    entries = own.count
    minutes = total
    parts = sums.flatMap { year, activities in
      activities.map { Part(year: year, activity: $0.key, minutes: $0.value) }
    }.sorted { ($0.year, $0.activity) < ($1.year, $1.activity) }
  }

  /// Adds minutes, and stops at the largest number: lines that no rule would admit are read too.
  private static func sum(_ one: Int, _ other: Int) -> Int {
    let (sum, overflow) = one.addingReportingOverflow(other)
    return overflow ? .max : sum
  }

  package var claims: [ClaimedFigure] {
    [
      ClaimedFigure("\(person.text)/entries", entries),
      ClaimedFigure("\(person.text)/hours", minutes),
    ]
      + parts.map {
        ClaimedFigure("\(person.text)/\($0.year)/\($0.activity.text)/hours", $0.minutes)
      }
  }
}
