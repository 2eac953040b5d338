// Bare `dugnad`: how things stand, what waits, and what to type next; outside a ledger, how to begin.

import CommandLineKit
import Domain
import Integrity
import Projections
import Reports
import Wording

/// The answer to `dugnad` without a command.
enum StatusCommand {
  /// How much of the work queue stands in the status.
  private static let itemsMax = 10

  static let run: @Sendable (Arguments, Context) throws -> Void = { arguments, context in
    if arguments[Commands.version] {
      return context.print("\(Commands.program) \(Commands.edition)")
    }
    guard try context.foundLedger() != nil else { return begin(context) }
    let view = try context.view()
    let status = Status(view, today: context.today)
    let items = context.todo(view.state)
    let head = signedHead(view, context)
    if context.isJSON {
      return context.print(
        status.json(todo: items.count, checkpoint: head?.checkpoint.size).text)
    }
    tell(status, items, view, head, context)
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
      context.say(
        nb: "  dugnad init --navn \"Vår frivilligsentral\" --koordinator \"Ditt navn\"",
        en: "  dugnad init --name \"Our volunteer centre\" --coordinator \"Your name\""))
    context.print()
    context.print(context.say(nb: "Alle kommandoer: dugnad hjelp", en: "All commands: dugnad help"))
  }

  private static func tell(
    _ status: Status, _ items: [TodoItem], _ view: LedgerView, _ head: KeptHead?,
    _ context: Context
  ) {
    context.print(view.basis.ledger)
    if view.basis.reconstruction {
      context.print(ReportWords.of(context.language).tables.example)
    }
    context.print()
    for year in status.years { context.print(line(year, context)) }
    if status.years.isEmpty {
      context.print(context.say(nb: "Ingen timer er ført ennå.", en: "No hours are recorded yet."))
    }
    context.print()
    for shift in status.coming.prefix(5) {
      let places = shift.plan.places.map { " / \($0)" } ?? ""
      context.print(
        context.say(nb: "Kommende vakt: ", en: "Coming shift: ")
          + "\(shift.id.text) \(shift.activity.text) \(shift.plan.on.text) \(shift.plan.start.text)–\(shift.plan.end.text), \(shift.placesTaken)\(places)"
      )
    }
    context.print(
      context.say(
        nb: "Siste linje: \(status.through), \(status.lastAt ?? "–").",
        en: "Last line: \(status.through), \(status.lastAt ?? "–")."))
    context.print(vouching(head, through: status.through)(context.language))
    context.print()
    if items.isEmpty {
      context.print(context.say(nb: "Neste: ", en: "Next: ") + next(status, context))
    } else {
      tell(items, context)
    }
  }

  /// The newest kept head that somebody has signed and that this log extends. Kept heads that cannot be
  /// read are told of by `checkpoint` and `audit`.
  private static func signedHead(_ view: LedgerView, _ context: Context) -> KeptHead? {
    guard let kept = try? KeptHeads(view.open.folder, context.world.calls),
      kept.heads.contains(where: { $0.vouching != nil }), let log = try? context.proved(view.open)
    else { return nil }
    return kept.heads.last { head in
      head.vouching != nil && [.same, .extends].contains(log.verdict(on: head.checkpoint))
    }
  }

  /// "Underskrevet ved linje 3141; vitne: kasserer.", and how to sign what came since.
  private static func vouching(_ head: KeptHead?, through: Int) -> Phrase {
    let sign = Phrase(
      nb: "dugnad kontrollpunkt --underskriv NØKKEL", en: "dugnad checkpoint --sign KEY")
    guard let head, let vouching = head.vouching else {
      return Phrase(
        nb: "Ingen har underskrevet et kontrollpunkt: \(sign.nb)",
        nn: "Ingen har underskrive eit kontrollpunkt: \(sign.nn)",
        en: "Nobody has signed a checkpoint: \(sign.en)")
    }
    if head.checkpoint.size == through {
      return Phrase(nb: "\(vouching.nb).", nn: "\(vouching.nn).", en: "\(vouching.en).")
    }
    return Phrase(
      nb: "\(vouching.nb). Det som er kommet til: \(sign.nb)",
      nn: "\(vouching.nn). Det som er kome til: \(sign.nn)",
      en: "\(vouching.en). What came since: \(sign.en)")
  }

  /// "2024  åpent: 5 893 timer, ulike frivillige: 225, føringer: 3 000".
  private static func line(_ year: Status.Year, _ context: Context) -> String {
    let language = context.language
    func count(_ number: Int) -> String { Numbers.integer(number, language) }
    let hours = Numbers.countedHours(minutes: year.minutes, language)
    let figures = context.say(
      nb:
        "\(hours), ulike frivillige: \(count(year.distinct)), føringer: \(count(year.entries))",
      en:
        "\(hours), different volunteers: \(count(year.distinct)), entries: \(count(year.entries))")
    return "\(year.year)  \(state(year.closed)(language)): \(figures)"
  }

  /// "åpent", or "avsluttet, godkjent 4. mars 2025".
  private static func state(_ closed: ClosedYear?) -> Phrase {
    guard let closed else { return Phrase(nb: "åpent", nn: "ope", en: "open") }
    guard let approval = closed.approval else {
      return Phrase(
        nb: "avsluttet, ikke godkjent ennå", nn: "avslutta, ikkje godkjend enno",
        en: "closed, not approved yet")
    }
    let (year, month, day) = approval.on.parts
    let parts = DateParts(year, month, day)
    return Phrase(
      nb: "avsluttet, godkjent \(Dates.long(parts, .nb))",
      nn: "avslutta, godkjend \(Dates.long(parts, .nn))",
      en: "closed, approved \(Dates.long(parts, .en))")
  }

  private static func tell(_ items: [TodoItem], _ context: Context) {
    context.print(context.say(nb: "Å gjøre:", en: "To do:"))
    for item in items.prefix(itemsMax) { context.print("  " + item.line(context.language)) }
    let rest = items.count - itemsMax
    if rest > 0 {
      context.print(
        "  "
          + context.say(nb: "og \(rest) til: dugnad gjøremål", en: "and \(rest) more: dugnad todo"))
    }
  }

  /// What to type when nothing waits.
  private static func next(_ status: Status, _ context: Context) -> String {
    if status.activities == 0 {
      return context.say(nb: "dugnad aktivitet ny NAVN", en: "dugnad activity add NAME")
    }
    if status.volunteers == 0 {
      return context.say(nb: "dugnad person ny NAVN", en: "dugnad person add NAME")
    }
    guard let year = status.years.last?.year else {
      return context.say(
        nb: "dugnad timer ny AKTIVITET igår 18-20 PERSON",
        en: "dugnad hours add ACTIVITY yesterday 18-20 PERSON")
    }
    return context.say(nb: "dugnad rapport år \(year)", en: "dugnad report year \(year)")
  }
}

/// How a ledger stands.
struct Status {
  /// A year with hours: a closed one with the figures it was closed on.
  struct Year {
    let year: Int
    let minutes: Int
    let distinct: Int
    let entries: Int
    let closed: ClosedYear?
  }

  let years: [Year]
  let unapproved: Int
  let coming: [Shift]
  let activities: Int
  let volunteers: Int
  let through: Int
  let lastAt: String?

  init(_ view: LedgerView, today: Day) {
    let statistics = YearStatistics().folded(over: view.log)
    let closings = view.state.closings
    years = Set(statistics.years).union(closings.keys).sorted().map { year in
      if let closed = closings[year] {
        let totals = closed.content.totals
        return Year(
          year: year, minutes: totals.minutes, distinct: totals.distinct, entries: totals.entries,
          closed: closed)
      }
      let totals = statistics.figures(of: year).totals
      return Year(
        year: year, minutes: totals.minutes, distinct: totals.distinct, entries: totals.entries,
        closed: nil)
    }
    unapproved = view.state.entries.values.count { $0.approval == nil }
    coming = view.state.shifts.values
      .filter { $0.cancelled == nil && $0.plan.on >= today }
      .sorted { ($0.plan.on, $0.plan.start, $0.id) < ($1.plan.on, $1.plan.start, $1.id) }
    activities = view.state.activities.count
    volunteers = view.state.persons.values.count { $0.role == .volunteer }
    through = view.log.count
    lastAt = view.log.last?.at.osloDay.text
  }

  /// `checkpoint`: how many lines the newest signed head covers.
  func json(todo: Int, checkpoint: Int?) -> JSONValue {
    .object([
      "schema": .string("dugnad-status:1"), "through": .integer(through),
      "unapproved": .integer(unapproved),
      "openYears": .array(years.filter { $0.closed == nil }.map { .integer($0.year) }),
      "closedYears": .array(
        years.compactMap { year in
          year.closed.map { closed in
            .object([
              "year": .integer(year.year), "closing": .integer(closed.seq),
              "approved": .string(orNull: closed.approval?.on.text),
            ])
          }
        }),
      "todo": .integer(todo),
      "comingShifts": .array(coming.map { .string($0.id.text) }),
      "lastBackup": .null, "lastCheckpoint": checkpoint.map { .integer($0) } ?? .null,
    ])
  }
}
