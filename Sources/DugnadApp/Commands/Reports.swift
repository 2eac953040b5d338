// stats, report, explain: figures, and the way down from each to its entries.

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

/// `dugnad report`.
enum ReportCommand {
  static let year = Values.year(operand: "year")
  static let order = Parameter<String>.option(
    "order", aliases: ["rekkefølge"], placeholder: "ORDER",
    choices: YearReport.Order.allCases.map(\.rawValue))

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "report", ["rapport"], group: say(nb: "Se", en: "Look"),
      summary: say(nb: "rapporter til å skrive ut og sende", en: "reports to print and send"),
      subcommands: [
        CommandSpec(
          say, "year", ["år"],
          summary: say(
            nb: "årets tabell, slik årsrapporten har den",
            en: "the table of the year, as the annual report has it"),
          parameters: [
            ParameterSpec(
              year, help: say(nb: "året", en: "the year"), placeholder: say(nb: "ÅR", en: "YEAR")),
            ParameterSpec(
              order,
              help: say(
                nb:
                  "aktivitetenes rekkefølge: added (slik de ble lagt til), name (navn), hours (timer), volunteers (frivillige)",
                en: "order of the activities: added, name, hours, volunteers"), defaultText: "added"
            ),
          ] + Common.printing(say) + Common.reading(say),
          examples: [
            Example(
              say(nb: "rapport år 2024", en: "report year 2024"),
              say(nb: "på skjermen", en: "on the screen")),
            Example(
              say(
                nb: "rapport år 2024 --format csv -o 2024.csv",
                en: "report year 2024 --format csv -o 2024.csv"),
              say(nb: "til regnearket", en: "for the spreadsheet")),
          ]
        ) { arguments, context in
          guard let year = arguments[year] else { return }
          let view = try context.view()
          let reported = view.of(year)
          var afterwards = reported.afterwards()
          afterwards.vouching = context.vouching(for: reported)
          let order = arguments[order].flatMap(YearReport.Order.init) ?? .added
          try context.deliver(
            YearReport(
              reported.figures, basis: reported.basis, order: order,
              afterwards: afterwards, context.language
            ).report)
        }
      ])
  }
}

/// `dugnad explain`.
enum ExplainCommand {
  static let figure = Parameter<String>.operand("figure")
  static let year = Values.count("year", aliases: ["år"], placeholder: "YEAR")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "explain", ["forklar"], group: say(nb: "Se", en: "Look"),
      summary: say(
        nb: "fra et tall ned til føringene bak det", en: "from a figure down to its entries"),
      discussion: say(
        nb: "Et tall har en adresse: 2024/distinct, 2024/hours, 2024/sprakkafe/hours, "
          + "2024/group/Språkkaféer/distinct. Et bart tall (225) viser hvilke det kan være.",
        en: "A figure has an address: 2024/distinct, 2024/hours, 2024/sprakkafe/hours, "
          + "2024/group/Språkkaféer/distinct. A bare number (225) lists which it may be."),
      parameters: [
        ParameterSpec(
          figure, help: say(nb: "adressen, eller tallet", en: "the address, or the number"),
          placeholder: say(nb: "TALL", en: "FIGURE")),
        ParameterSpec(
          year,
          help: say(
            nb: "året et bart tall står i; ellers alle", en: "the year of a bare number; else all"),
          placeholder: say(nb: "ÅR", en: "YEAR")),
      ] + Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "forklar 2024/distinct", en: "explain 2024/distinct"),
          say(nb: "hvem de er", en: "who they are")),
        Example(
          say(nb: "forklar 225", en: "explain 225"),
          say(nb: "hvilke tall er 225", en: "which figures are 225")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let typed = arguments[figure] else { return }
    let view = try context.view()
    if !typed.contains("/"), let number = PrintedNumber(typed) {
      return try candidates(typed, number, view, context)
    }
    let explanation: Explanation
    let basis: ReportBasis
    do throws(AddressFault) {
      let address = try FigureAddress(typed)
      let reported = view.of(address.year)
      basis = reported.basis
      explanation = try Explainer(year: address.year).folded(over: reported.log).explained
        .explain(address)
    } catch {
      if case .noMeasure(.activity(let code), _) = error, view.state.activities[code] == nil {
        throw AddressWords.failure(
          .unknownMeasure(code.text, known: FigureMeasure.allCases), typed)
      }
      throw AddressWords.failure(error, typed)
    }
    try deliver(explanation, basis, view, context)
  }

  /// Prints an explanation; one that does not add up to its figure is a fault of ours, and says so.
  private static func deliver(
    _ explanation: Explanation, _ basis: ReportBasis, _ view: LedgerView, _ context: Context
  ) throws {
    try context.deliver(
      ExplanationReport(explanation, basis: basis, names: view.names, context.language)
        .report)
    if !explanation.addsUp { throw QuietExit(code: .bug) }
  }

  /// What a bare number may be, in one year or in all.
  private static func candidates(
    _ typed: String, _ number: PrintedNumber, _ view: LedgerView, _ context: Context
  ) throws {
    let statistics = YearStatistics().folded(over: view.log)
    let years = context.arguments[year].map { [$0] } ?? statistics.years
    var all: Report?
    for year in years where Day.years.contains(year) {
      let reported = view.of(year)
      let figures = reported.figures
      let found = figures.candidates(for: number)
      if found.isEmpty { continue }
      if found.count == 1, years.count == 1 || statistics.years.count == 1 {
        // Only one figure it can be: no need to ask.
        let explainer = Explainer(year: year).folded(over: reported.log)
        if let explanation = try? explainer.explained.explain(found[0]) {
          return try deliver(explanation, reported.basis, view, context)
        }
      }
      let report = CandidatesReport(
        typed, found, in: figures, basis: reported.basis, context.language
      ).report
      all =
        all.map { before in
          var both = before
          both.years += report.years
          both.sections += report.sections
          return both
        } ?? report
    }
    guard let all else {
      throw Failure(
        "no-such-figure",
        Phrase(
          nb: "Ingen tall i regnskapet er \(typed).", en: "no figure of the ledger is \(typed)"),
        hints: [
          Phrase(nb: "se tallene: dugnad statistikk ÅR", en: "see the figures: dugnad stats YEAR")
        ])
    }
    try context.deliver(all)
  }
}
