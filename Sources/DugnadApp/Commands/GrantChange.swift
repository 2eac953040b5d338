// grant change: what is agreed, and what happened since.

import CommandLineKit
import Domain
import Import
import Reports
import Wording

/// `dugnad grant change`.
enum GrantChange {
  static let status = Values.word(
    "status", placeholder: "STATUS", expected: "grant-status",
    GrantWords.name as @Sendable (GrantStatus) -> Phrase)
  static let amount = Values.kroner("amount", aliases: ["beløp"])
  static let budget = booking("budget", aliases: ["budsjett"])
  static let accounts = booking("accounts", aliases: ["regnskapslinje"])
  static let cost = Parameter<Bool>.flag("cost", aliases: ["kostnad"])
  static let income = Values.word(
    "income", aliases: ["inntekt"], placeholder: "FROM", expected: "funding",
    GrantWord.typed as @Sendable (GrantAmount.Funding) -> Phrase)

  private static func booking(_ name: String, aliases: [String]) -> Parameter<SpelledBooking> {
    .option(name, aliases: aliases, placeholder: "POST=KR", repeats: true) {
      text throws(BadValue) in
      guard let booking = SpelledBooking(text) else { throw BadValue(expected: "booking") }
      return booking
    }
  }

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "change", ["endre"],
      summary: say(
        nb: "endre et tilskudd, eller si hva som har skjedd",
        en: "change a grant, or say what happened"),
      discussion: say(
        nb:
          "Si bare det som skal bli annerledes. --aktivitet, --budsjett og --regnskapslinje legger "
          + "til; et mål og et vilkår trer i stedet for det forrige. Feil tas tilbake med dugnad angre.",
        en:
          "Say only what should be different. --activity, --budget and --accounts add; a goal and a "
          + "condition take the place of the one before. What was wrong is taken back by dugnad "
          + "undo."),
      parameters: [
        ParameterSpec(
          Grants.grant, help: say(nb: "tilskuddet: g12", en: "the grant: g12"),
          placeholder: say(nb: "TILSKUDD", en: "GRANT"))
      ] + Grants.content(say) + [
        ParameterSpec(
          status,
          help: say(
            nb: "søkt, innvilget, avslått, rapportert eller oppgjort",
            en: "applied, granted, refused, reported or settled")),
        ParameterSpec(
          amount,
          help: say(
            nb: "med --status: kroner søkt om, innvilget eller brukt",
            en: "with --status: kroner applied for, granted or used")),
        ParameterSpec(
          Hours.hours,
          help: say(
            nb: "med --status: egne timer i søknaden eller avtalen",
            en: "with --status: own hours of the application or the agreement")),
        ParameterSpec(
          Grants.on,
          help: say(
            nb: "dagen for --status (ellers i dag) eller --regnskapslinje",
            en: "the day of --status (else today) or --accounts")),
        ParameterSpec(
          budget,
          help: say(nb: "en budsjettlinje: Lønn=250000", en: "a line of the budget: Wages=250000")
        ),
        ParameterSpec(
          accounts,
          help: say(
            nb: "en linje i regnskapet: Lønn=251300,50",
            en: "a line of the accounts: Wages=251300.50")
        ),
        ParameterSpec(
          cost,
          help: say(nb: "linjen er en kostnad (det vanlige)", en: "the line is a cost (as usual)")),
        ParameterSpec(
          income,
          help: say(
            nb: "linjen er en inntekt, fra: tilskudd, kommune, egne eller andre",
            en: "the line is an income, from: grant, municipality, own or others"),
          placeholder: say(nb: "FRA", en: "FROM")),
        ParameterSpec(Hours.voucher, help: say(nb: "bilaget", en: "the voucher")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "tilskudd endre g12 --status innvilget --den 2024-02-01 --beløp 400000 --timer 300",
            en: "grant change g12 --status granted --on 2024-02-01 --amount 400000 --hours 300"),
          say(nb: "tilskuddsbrevet kom", en: "the grant letter came")),
        Example(
          say(
            nb: "tilskudd endre g12 --regnskapslinje Lønn=251300,50 --den 2024-06-30 --bilag 14",
            en: "grant change g12 --accounts Wages=251300.50 --on 2024-06-30 --voucher 14"),
          say(nb: "en kostnad", en: "a cost")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let id = arguments[Grants.grant] else { return }
    try refuseLoose(arguments)
    try context.carryOut { open in
      let grant = try open.grant(id)
      var details = grant.details
      try context.apply(to: &details)
      let profile = details.profile.flatMap(Profile.named)
      var facts = try context.givenFacts(open, profile)
      if let status = arguments[status] {
        let day = arguments[Grants.on]?.day(today: context.today) ?? context.today
        facts.append(
          .moved(
            GrantStep(
              status, on: day, amount: arguments[amount], minutes: arguments[Hours.hours]?.minutes))
        )
      }
      facts += bookings(context).map { .booked($0) }
      var commands: [Command] = []
      if details != grant.details { commands.append(.changeGrant(id, details)) }
      if !facts.isEmpty { commands.append(.noteGrant(id, facts)) }
      return commands.isEmpty ? .changeGrant(id, details) : .all(commands)
    }
  }

  /// What says something only together with something else.
  private static func refuseLoose(_ arguments: Arguments) throws {
    let isBooking = arguments.has(budget) || arguments.has(accounts)
    if !arguments.has(status), arguments.has(amount) || arguments.has(Hours.hours) {
      throw Failure.usage(
        "amount-of-what", nb: "--beløp og --timer hører til --status.",
        en: "--amount and --hours go with --status")
    }
    if !isBooking, arguments[cost] || arguments.has(income) || arguments.has(Hours.voucher) {
      throw Failure.usage(
        "line-of-what",
        nb: "--kostnad, --inntekt og --bilag hører til --budsjett eller --regnskapslinje.",
        en: "--cost, --income and --voucher go with --budget or --accounts")
    }
    if arguments[cost], arguments.has(income) {
      throw Failure.usage(
        "cost-or-income", nb: "Si --kostnad eller --inntekt, ikke begge.",
        en: "say --cost or --income, not both")
    }
    if !arguments.has(status), !arguments.has(accounts), arguments.has(Grants.on) {
      throw Failure.usage(
        "day-of-what", nb: "--den hører til --status eller --regnskapslinje.",
        en: "--on goes with --status or --accounts")
    }
  }

  private static func bookings(_ context: Context) -> [GrantAmount] {
    let arguments = context.arguments
    let funding = arguments[income]
    func amount(_ booking: SpelledBooking, _ book: GrantAmount.Book, on day: Day?) -> GrantAmount {
      GrantAmount(
        book, funding == nil ? .cost : .income, post: booking.post, amount: booking.ore,
        funding: funding, on: day, voucher: arguments[Hours.voucher]?.asStoredOrNil)
    }
    let day = arguments[Grants.on]?.day(today: context.today)
    return arguments.all(budget).map { amount($0, .budget, on: nil) }
      + arguments.all(accounts).map { amount($0, .accounts, on: day) }
  }
}

extension OpenLedger {
  /// Returns a grant, or throws that there is none.
  func grant(_ id: GrantID) throws -> Grant {
    guard let grant = state.grants[id] else { throw failure(.unknownGrant(id)) }
    return grant
  }
}
