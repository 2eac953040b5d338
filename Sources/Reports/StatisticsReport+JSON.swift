// The figures for programs, schema `dugnad-stats:1`. Keys and their order are a promise to scripts.

import Domain
package import Projections
import Wording

extension StatisticsReport {
  /// The figures as one line of JSON with a newline: an object for one year, else a list of them.
  package func json() -> String {
    let objects = zip(years, bases).map { Self.object($0, $1) }
    guard objects.count != 1 else { return objects[0].text + "\n" }
    return JSONValue.object([
      "schema": .string(Self.schema), "years": .array(objects),
    ]).text + "\n"
  }

  /// The name of the form.
  package static let schema = "dugnad-stats:1"

  /// Returns the figures of one year as an object.
  package static func object(_ year: YearFigures, _ basis: ReportBasis) -> JSONValue {
    .object([
      "schema": .string(schema),
      "year": .integer(year.year),
      "through": .integer(basis.through),
      "hash": .string(basis.hash),
      "ledger": .string(basis.ledger),
      "reconstruction": .bool(basis.reconstruction),
      "closed": .bool(basis.closing != nil),
      "closing": closing(basis),
      "activities": .array(year.activities.map { activity($0, of: year) }),
      "groups": .array(year.groups.map { part($0, at: .group($0.name), of: year) }),
      "sectors": .array(year.sectors.map { part($0, at: .sector($0.name), of: year) }),
      "totals": totals(of: year),
      "outside": .array(year.outside.map { activity($0, of: year) }),
    ])
  }

  /// The closing of the year, whether the figures are those it was closed with, and its approval.
  private static func closing(_ basis: ReportBasis) -> JSONValue {
    guard let closed = basis.closing else { return .null }
    return .object([
      "line": .integer(closed.seq), "digest": .string(closed.content.digest),
      "figureSet": .integer(closed.content.figureSet),
      "asClosed": .bool(basis.isAsClosed),
      "approvedOn": .string(orNull: closed.approval?.on.text),
    ])
  }

  private static func activity(_ row: ActivityFigures, of year: YearFigures) -> JSONValue {
    .object([
      "code": .string(row.code.text),
      "name": .string(row.details.name),
      "group": .string(orNull: row.details.group),
      "sector": .string(orNull: row.details.sector),
      "participations": .integer(row.figures.participations),
      "distinct": .integer(row.figures.distinct),
      "headcount": .integer(row.figures.headcount),
      "minutes": .integer(row.figures.minutes),
      "entries": .integer(row.figures.entries),
      "counted": .bool(row.details.counted),
      "explain": .string(FigureScope.activity(row.code).text(in: year.year)),
    ])
  }

  private static func part(
    _ part: PartFigures, at scope: FigureScope, of year: YearFigures
  ) -> JSONValue {
    .object([
      "name": .string(orNull: part.name),
      "participations": .integer(part.figures.participations),
      "distinct": .integer(part.figures.distinct),
      "minutes": .integer(part.figures.minutes),
      "explain": .string(scope.text(in: year.year)),
    ])
  }

  private static func totals(of year: YearFigures) -> JSONValue {
    .object([
      "participations": .integer(year.totals.participations),
      "distinct": .integer(year.totals.distinct),
      "headcount": .integer(year.totals.headcount),
      "minutes": .integer(year.totals.minutes),
      "entries": .integer(year.totals.entries),
      "fte": jsonDecimal(year.totals.minutes, over: 60 * year.settings.divisor),
      "hoursPerFTE": .integer(year.settings.divisor),
      "distinctAtLeast": .integer(year.distinctBounds?.lowerBound ?? year.totals.distinct),
      "distinctAtMost": .integer(year.distinctBounds?.upperBound ?? year.totals.distinct),
      "explain": .string(FigureScope.year.text(in: year.year)),
    ])
  }
}
