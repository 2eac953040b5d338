// report grant: what the funder gets, or with --application what is applied with.

import CommandLineKit
import Domain
import Evidence
import Projections
import Reports
import Wording

/// `dugnad report grant`.
enum ReportGrantCommand {
  static let grant = Parameter<String>.operand("grant")
  static let application = Parameter<Bool>.flag("application", aliases: ["søknad"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "grant", ["tilskudd", "tilskot"],
      summary: say(
        nb: "rapporten til tilskuddsgiveren, med hver time og kontrollen av dem",
        en: "the report to the funder, with every hour and the checks of them"),
      discussion: say(
        nb:
          "Bare timer som er ført på tilskuddet, er med. Sist står kontrollene: hva som er gjort, "
          + "resultatet og funnene, og hva som ikke kan kontrolleres herfra.",
        en:
          "Only hours that were claimed on the grant are in it. Last come the checks: procedure, result "
          + "and finding, and what cannot be checked from here."),
      parameters: [
        ParameterSpec(
          grant, help: say(nb: "tilskuddet: g12", en: "the grant: g12"),
          placeholder: say(nb: "TILSKUDD", en: "GRANT")),
        ParameterSpec(
          application,
          help: say(
            nb: "til søknaden: planen, med tallene fra avsluttede år",
            en: "for the application: the plan, with the figures of closed years")),
        ReportCommand.naming(say),
      ] + ReportCommand.sending(say) + Common.printing(say) + Common.reading(say)
        + Common.writing(say),
      examples: [
        Example(
          say(nb: "rapport tilskudd g12", en: "report grant g12"),
          say(nb: "på skjermen", en: "on the screen")),
        Example(
          say(
            nb: "rapport tilskudd g12 --form html -o rapport.html --sendt-til Bufdir",
            en: "report grant g12 --format html -o report.html --sent-to Bufdir"),
          say(nb: "skriv den, og før at den er sendt", en: "write it, and record that it was sent")),
      ]
    ) { arguments, context in
      guard let typed = arguments[grant] else { return }
      guard let id = GrantID(text: typed) else {
        throw Failure.usage(
          "bad-grant", nb: "«\(typed)» er ikke et tilskudd; et tilskudd heter g12.",
          en: "'\(typed)' is no grant; a grant is called g12")
      }
      if let since = arguments[ReportCommand.since] {
        return try context.deliverChanges(of: .grant(id), since: since)
      }
      if arguments[application] {
        if arguments[ReportCommand.sentTo] != nil {
          throw Failure.usage(
            "application-not-sent",
            nb: "En søknad føres med tilskudd endre --status applied, ikke med --sendt-til.",
            en: "an application is recorded with grant change --status applied, not with --sent-to")
        }
        let view = try context.view()
        return try context.deliver(
          context.grantReport(id, in: view, names: context.asked(view), isApplication: true))
      }
      try context.deliverOrSend(.grant(id)) { view in
        try context.grantReport(id, in: view, names: .none)
      } named: { view in
        try context.grantReport(id, in: view, names: view.names)
      }
    }
  }
}

extension Context {
  /// The names of the register, if they are asked for.
  fileprivate func asked(_ view: LedgerView) -> PersonNames {
    arguments[ReportCommand.names] ? view.names : .none
  }

  /// The report of a grant as the ledger is in the view.
  fileprivate func grantReport(
    _ id: GrantID, in view: LedgerView, names: PersonNames, isApplication: Bool = false
  ) throws -> Report {
    guard let figures = GrantFigures(of: id, in: view.state) else {
      throw view.open.failure(.unknownGrant(id))
    }
    let log = HashedLog(records: view.log, hashes: view.open.hashes)
    let computed = log.sentFigures(
      of: .grant(id), size: view.log.count, figureSet: GrantFigureSet.current, state: view.state)
    // (A report does not fail for want of a name: then it is the first coordinator who answers.)
    let coordinator = view.state.persons.values.filter { $0.role == .coordinator }.map(\.id).min()
    // What was known at a line is judged by the day of that line.
    let made =
      view.basis.asKnownOn.flatMap { _ in view.log.last?.at } ?? clock.pinned ?? world.now()
    let making = GrantReport.Making(
      by: (try? view.open.author(self)) ?? coordinator ?? PersonID(seq: 2),
      at: made, digest: computed?.digest ?? "")
    let changes = figures.sent.last.map { SentChanges(since: $0.content, log: view.log) }
    var report = GrantReport(
      figures, in: view.state, making: making, changes: changes, basis: view.basis, names: names,
      language)
    let profile = figures.grant.details.profile.flatMap(Profile.named)
    report.conditionNames = Dictionary(
      (profile?.conditions ?? []).map { ($0.code, $0.words) }, uniquingKeysWith: { $1 })
    guard isApplication else {
      if form != "html" { return report.report }
      return report.report.explained { (address) -> Report? in
        guard let address = GrantAddress(address), let behind = figures.explain(address) else {
          return nil
        }
        return GrantExplanationReport(
          behind, of: figures, in: view.state, basis: view.basis, names: names, language
        ).report
      }
    }
    let years = YearStatistics().folded(over: view.log).years
      .filter { view.state.closings[$0] != nil }
    return report.application(years: years.map { view.of($0).figures })
  }
}
