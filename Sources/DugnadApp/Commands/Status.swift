// Bare `dugnad`: how things stand, and what to type next; outside a ledger, how to begin.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// The answer to `dugnad` without a command.
enum StatusCommand {
  static let run: @Sendable (Arguments, Context) throws -> Void = { _, context in
    guard try context.foundLedger() != nil else { return begin(context) }
    let view = try context.view()
    let status = Status(view, today: context.today)
    if context.isJSON { return context.print(status.json.text) }
    tell(status, view, context)
  }

  private static func begin(_ context: Context) {
    if context.isJSON {
      return context.print(
        JSONValue.object(["schema": .string("dugnad-status:1"), "ledger": .null]).text)
    }
    context.print(
      context.say(
        nb: "Her er det ikke noe regnskap ennå. Begynn slik:",
        en: "There is no ledger here yet. Begin like this:"))
    context.print()
    context.print(
      "  dugnad init --name \"\(context.say(nb: "Vår frivilligsentral", en: "Our volunteer centre"))\" --coordinator \"\(context.say(nb: "Ditt navn", en: "Your name"))\""
    )
    context.print()
    context.print(context.say(nb: "Alle kommandoer: dugnad hjelp", en: "All commands: dugnad help"))
  }

  private static func tell(_ status: Status, _ view: LedgerView, _ context: Context) {
    let language = context.language
    func count(_ number: Int) -> String { Numbers.integer(number, language) }
    context.print(view.basis.ledger)
    if view.basis.reconstruction { context.print(ReportWords.of(language).tables.example) }
    context.print()
    for year in status.years {
      let hours = Numbers.countedHours(minutes: year.totals.minutes, language)
      context.print(
        context.say(
          nb:
            "\(year.year)  åpent: \(hours), ulike frivillige: \(count(year.totals.distinct)), føringer: \(count(year.totals.entries))",
          en:
            "\(year.year)  open: \(hours), different volunteers: \(count(year.totals.distinct)), entries: \(count(year.totals.entries))"
        ))
    }
    if status.years.isEmpty {
      context.print(context.say(nb: "Ingen timer er ført ennå.", en: "No hours are recorded yet."))
    }
    context.print()
    if status.unapproved > 0 {
      context.print(
        context.say(
          nb: "Venter på godkjenning: \(count(status.unapproved)) føringer",
          en: "Waiting for approval: \(count(status.unapproved)) entries"))
    }
    for shift in status.coming.prefix(5) {
      let places = shift.plan.places.map { " / \($0)" } ?? ""
      context.print(
        context.say(nb: "Kommende vakt: ", en: "Coming shift: ")
          + "\(shift.id.text) \(shift.activity.text) \(shift.plan.on.text) \(shift.plan.start.text)–\(shift.plan.end.text), \(shift.placesTaken)\(places)"
      )
    }
    context.print(
      context.say(
        nb:
          "Siste linje: \(status.through), \(status.lastAt ?? "–"). Sikkerhetskopi og kontrollpunkt gitt bort: ingen.",
        en:
          "Last line: \(status.through), \(status.lastAt ?? "–"). Backup and checkpoint given away: none."
      ))
    context.print()
    context.print(context.say(nb: "Neste: ", en: "Next: ") + next(status, context))
  }

  /// What is lost first if it waits.
  private static func next(_ status: Status, _ context: Context) -> String {
    if status.activities == 0 {
      return context.say(nb: "dugnad aktivitet ny NAVN", en: "dugnad activity add NAME")
    }
    if status.volunteers == 0 {
      return context.say(nb: "dugnad person ny NAVN", en: "dugnad person add NAME")
    }
    if status.years.isEmpty {
      return context.say(
        nb: "dugnad timer ny AKTIVITET --person PERSON --on igår --at 18-20",
        en: "dugnad hours add ACTIVITY --person PERSON --on yesterday --at 18-20")
    }
    if status.unapproved > 0 {
      return context.say(
        nb: "dugnad timer liste --unapproved", en: "dugnad hours list --unapproved")
    }
    let year = status.years.last?.year ?? context.today.year
    return context.say(nb: "dugnad rapport år \(year)", en: "dugnad report year \(year)")
  }
}

/// How a ledger stands.
struct Status {
  let years: [YearFigures]
  let unapproved: Int
  let coming: [Shift]
  let activities: Int
  let volunteers: Int
  let through: Int
  let lastAt: String?

  init(_ view: LedgerView, today: Day) {
    let statistics = YearStatistics().folded(over: view.log)
    years = statistics.years.map { statistics.figures(of: $0) }
    unapproved = view.state.entries.values.count { $0.approval == nil }
    coming = view.state.shifts.values
      .filter { $0.cancelled == nil && $0.plan.on >= today }
      .sorted { ($0.plan.on, $0.plan.start, $0.id) < ($1.plan.on, $1.plan.start, $1.id) }
    activities = view.state.activities.count
    volunteers = view.state.persons.values.count { $0.role == .volunteer }
    through = view.log.count
    lastAt = view.log.last?.at.osloDay.text
  }

  var json: JSONValue {
    .object([
      "schema": .string("dugnad-status:1"), "through": .integer(through),
      "unapproved": .integer(unapproved),
      "openYears": .array(years.map { .integer($0.year) }),
      "comingShifts": .array(coming.map { .string($0.id.text) }),
      "lastBackup": .null, "lastCheckpoint": .null,
    ])
  }
}

/// `dugnad help`: the kit answers it; it is declared so that it has its Norwegian name.
enum HelpCommand {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      "help", aliases: ["hjelp"], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(nb: "hjelp til en kommando", en: "help for a command")
    ) { _, _ in }
  }
}
