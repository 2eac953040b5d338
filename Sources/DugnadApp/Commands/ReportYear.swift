// report year: the yearly table, or with --full the whole annual report.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// `dugnad report year`.
enum ReportYearCommand {
  static let year = Values.year(operand: "year")
  static let full = Parameter<Bool>.flag("full", aliases: ["hel", "heile"])
  static let order = Parameter<String>.option(
    "order", aliases: ["rekkefølge"], placeholder: "ORDER",
    choices: YearReport.Order.allCases.map(\.rawValue))

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "year", ["år"],
      summary: say(
        nb: "årets tabell, slik årsrapporten har den",
        en: "the table of the year, as the annual report has it"),
      parameters: [
        ParameterSpec(
          year, help: say(nb: "året", en: "the year"), placeholder: say(nb: "ÅR", en: "YEAR")),
        ParameterSpec(
          full,
          help: say(
            nb:
              "hele årsrapporten: også for hvem, rekruttering, deltakere, finansiering, vilkår og hvem "
              + "som står for tallene",
            en:
              "the whole annual report: also for whom, recruitment, participants, funding, conditions "
              + "and who vouches for the figures")),
        ParameterSpec(
          order,
          help: say(
            nb:
              "aktivitetenes rekkefølge: added (slik de ble lagt til), name (navn), hours (timer), volunteers (frivillige)",
            en: "order of the activities: added, name, hours, volunteers"), defaultText: "added"
        ),
      ] + ReportCommand.sending(say) + Common.printing(say) + Common.reading(say)
        + Common.writing(say),
      examples: [
        Example(
          say(nb: "rapport år 2024", en: "report year 2024"),
          say(nb: "på skjermen", en: "on the screen")),
        Example(
          say(
            nb: "rapport år 2024 --hel --form html -o årsrapport.html",
            en: "report year 2024 --full --format html -o annual.html"),
          say(nb: "årsrapporten til å skrive ut", en: "the annual report, to print")),
        Example(
          say(
            nb: "rapport år 2024 --hel --siden siste", en: "report year 2024 --since last"),
          say(nb: "hva som er endret siden den ble sendt", en: "what changed since it was sent")),
      ]
    ) { arguments, context in
      guard let year = arguments[year] else { return }
      if let since = arguments[ReportCommand.since] {
        return try context.deliverChanges(of: .year(year), since: since)
      }
      try context.deliverOrSend(.year(year)) { view in
        context.yearReport(year, in: view)
      }
    }
  }
}

extension Context {
  /// The report of a year, as the arguments ask for it.
  func yearReport(_ year: Int, in view: LedgerView) -> Report {
    let reported = view.of(year)
    var afterwards = reported.afterwards()
    afterwards.vouching = vouching(for: reported)
    let order = arguments[ReportYearCommand.order].flatMap(YearReport.Order.init) ?? .added
    let figures = reported.figures
    let table = YearReport(
      figures, basis: reported.basis, order: order, afterwards: afterwards, language)
    let report =
      arguments[ReportYearCommand.full]
      ? AnnualReport(table, figures, reported.beside(figures), language).report : table.report
    // Only a page has room for pictures, and for what is behind each figure.
    if form != "html" { return report }
    let explained = Explainer(year: year).folded(over: reported.log).explained
    return report.illustrated(
      by: [explained], comparedWith: afterwards.earlier.map(\.figures))
  }
}

extension YearView {
  /// What an annual report tells beside the figures. People are those of where the year is reported;
  /// money and conditions are told as they are known now.
  func beside(_ figures: YearFigures) -> AnnualFacts {
    let state = basis.isAsClosed ? Ledger(log).state : all.state
    let first = all.state.centres.values.min { $0.id < $1.id }
    return AnnualFacts(
      centre: first?.details, recruitment: Recruitment(of: year, in: state),
      vouched: Vouched(of: year, in: state), participants: participants,
      grants: all.state.grants.values.sorted { $0.id < $1.id }.compactMap(told),
      line: all.log.count)
  }

  /// A grant that the year lies in, with the words of its profile.
  private func told(_ grant: Grant) -> AnnualFacts.AnnualGrant? {
    guard grant.details.from.year <= year, year <= grant.details.to.year,
      let figures = GrantFigures(of: grant.id, in: all.state)
    else { return nil }
    let profile = grant.details.profile.flatMap(Profile.named)
    return .init(
      figures,
      conditions: (profile?.conditions ?? []).map {
        (code: $0.code, words: $0.words, source: $0.source)
      })
  }

  /// Participants of the year by activity, in the order the activities were added.
  private var participants: [AnnualFacts.ParticipantSum] {
    let counts = all.state.participants.values.filter { $0.content.on.year == year }
    return Dictionary(grouping: counts, by: \.content.activity)
      .sorted { all.state.addedBefore($0.key, $1.key) }
      .map { code, counts in
        func sum(_ measure: ParticipantCount.Measure) -> Int {
          counts.filter { $0.content.measure == measure }.clampedSum { $0.content.count }
        }
        return .init(
          activity: all.state.activities[code]?.details.name ?? code.text,
          attendances: sum(.attendances), different: sum(.different),
          days: Set(counts.compactMap(\.content.on.day)).count)
      }
  }
}
