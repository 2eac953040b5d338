// explain: from a figure down to its entries, and from the numbers of a text to their figures.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// `dugnad explain`.
enum ExplainCommand {
  static let figure = Parameter<String>.operand("figure", optional: true)
  static let year = Values.count("year", aliases: ["år"], placeholder: "YEAR")
  static let text = Parameter<String>.option(
    "text", aliases: ["tekst"], placeholder: "FILE", completion: .file)
  static let strict = Parameter<Bool>.flag("strict", aliases: ["streng"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "explain", ["forklar"], group: say(nb: "Se", en: "Look"),
      summary: say(
        nb: "fra et tall ned til føringene bak det", en: "from a figure down to its entries"),
      discussion: say(
        nb: "Et tall har en adresse: 2024/distinct, 2024/hours, 2024/sprakkafe/hours, "
          + "2024/group/Språkkaféer/distinct. Et bart tall (225) viser hvilke det kan være.\n\n"
          + "Med --tekst leses et utkast til en årsrapport (ren tekst eller Markdown), og hvert tall i det "
          + "holdes mot regnskapet.",
        en: "A figure has an address: 2024/distinct, 2024/hours, 2024/sprakkafe/hours, "
          + "2024/group/Språkkaféer/distinct. A bare number (225) lists which it may be.\n\n"
          + "With --text the draft of an annual report is read (plain text or Markdown), and every number "
          + "in it is held against the ledger."),
      parameters: [
        ParameterSpec(
          figure, help: say(nb: "adressen, eller tallet", en: "the address, or the number"),
          placeholder: say(nb: "TALL", en: "FIGURE")),
        ParameterSpec(
          year,
          help: say(
            nb: "året et bart tall står i; ellers alle", en: "the year of a bare number; else all"),
          placeholder: say(nb: "ÅR", en: "YEAR")),
        ParameterSpec(
          text,
          help: say(
            nb: "hold alle tall i en tekst mot regnskapet",
            en: "hold all numbers of a text against the ledger"),
          placeholder: say(nb: "FIL", en: "FILE")),
        ParameterSpec(
          strict,
          help: say(
            nb:
              "med --tekst: slutt med 1 når et tall ikke stemmer (det som ikke er forstått, står for seg)",
            en:
              "with --text: end with 1 when a number contradicts the ledger (what is not understood is listed apart)"
          )
        ),
      ] + Common.printing(say) + Common.reading(say),
      examples: [
        Example(
          say(nb: "forklar 2024/distinct", en: "explain 2024/distinct"),
          say(nb: "hvem de er", en: "who they are")),
        Example(
          say(nb: "forklar 225", en: "explain 225"),
          say(nb: "hvilke tall er 225", en: "which figures are 225")),
        Example(
          say(
            nb: "forklar --tekst tools/kongsberg/utkast.md",
            en: "explain --text tools/kongsberg/utkast.md"),
          say(nb: "hvilke tall i utkastet stemmer ikke", en: "which numbers of the draft are wrong")
        ),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    if let file = arguments[text] {
      if let typed = arguments[figure] {
        throw Failure.usage(
          "text-and-figure", nb: "Enten et tall («\(typed)») eller --tekst, ikke begge.",
          en: "either a figure ('\(typed)') or --text, not both")
      }
      return try explainText(file, arguments, context)
    }
    guard let typed = arguments[figure] else {
      throw Failure.usage(
        "no-figure", nb: "Hvilket tall? Skriv en adresse, et tall, eller --tekst FIL.",
        en: "which figure? Give an address, a number, or --text FILE")
    }
    let view = try context.view()
    if !typed.contains("/"), let number = PrintedNumber(typed) {
      return try candidates(typed, number, view, context)
    }
    if let address = GrantAddress(typed) { return try explain(address, view, context) }
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

  /// A figure of a grant.
  private static func explain(
    _ address: GrantAddress, _ view: LedgerView, _ context: Context
  ) throws {
    guard let figures = GrantFigures(of: address.grant, in: view.state) else {
      throw view.open.failure(.unknownGrant(address.grant))
    }
    guard let explanation = figures.explain(address) else {
      let known = figures.activities.map(\.code.text).joined(separator: ", ")
      let code = address.activity?.text ?? ""
      throw Failure(
        "unknown-activity",
        Phrase(
          nb: "\(address.grant.text) har ingen aktivitet «\(code)».",
          en: "\(address.grant.text) has no activity '\(code)'"),
        hints: known.isEmpty ? [] : [Phrase(nb: "det finnes: \(known)", en: "there are: \(known)")])
    }
    try context.deliver(
      GrantExplanationReport(
        explanation, of: figures, in: view.state, basis: view.basis, names: view.names,
        context.language
      ).report)
    if !explanation.addsUp { throw QuietExit(code: .bug) }
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
          nb: "Ingen av tallene for et år er \(typed).", en: "no figure of a year is \(typed)"),
        hints: [
          Phrase(nb: "se tallene: dugnad statistikk ÅR", en: "see the figures: dugnad stats YEAR"),
          Phrase(
            nb: "et tall i en tilskuddsrapport har en adresse: dugnad forklar g12/hours",
            en: "a figure of a grant has an address: dugnad explain g12/hours"),
        ])
    }
    try context.deliver(all)
  }
}
