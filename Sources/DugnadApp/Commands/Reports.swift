// stats: figures, each with the way down to its entries.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// `dugnad stats`.
enum StatsCommand {
  static let years = Parameter<ClosedRange<Int>>.operand("years", repeats: true) {
    text throws(BadValue) in
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
    let read = parts.compactMap { $0.utf8.count == 4 ? LineNumber.parse($0) : nil }
    guard read.count == parts.count, (1...2).contains(parts.count), let first = read.first,
      let last = read.last, first <= last, Day.years.contains(first), Day.years.contains(last)
    else { throw BadValue(expected: "years") }
    return first...last
  }

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "stats", ["statistikk", "tall"], group: say(nb: "Se", en: "Look"),
      summary: say(nb: "tallene for ett eller flere år", en: "the figures of one or several years"),
      parameters: [
        ParameterSpec(
          years,
          help: say(
            nb: "ett eller flere år: 2024, 2020-2024", en: "one or several years: 2024, 2020-2024"),
          placeholder: say(nb: "ÅR", en: "YEARS"))
      ] + Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "statistikk 2024 --json", en: "stats 2024 --json"),
          say(nb: "for et program", en: "for a program")),
        Example(
          say(
            nb: "statistikk 2024 --as-known-on 2024-12-31",
            en: "stats 2024 --as-known-on 2024-12-31"),
          say(nb: "slik det var kjent ved årets slutt", en: "as known at the end of the year")),
      ]
    ) { arguments, context in
      let view = try context.view()
      let wanted = Set(arguments.all(years).flatMap { Array($0) }).sorted()
      let years = wanted.map { view.of($0) }
      // One year stands for itself: its basis is the report's.
      let basis = years.count == 1 ? years[0].basis : view.basis
      let report = StatisticsReport(
        years.map(\.figures), basis: basis, bases: years.map(\.basis), context.language)
      try context.deliver(report.report) { report.json() }
    }
  }
}
