// grant claim: minutes of approved entries are given to a grant, each minute once.

import CommandLineKit
import Domain
import Import
import Wording

/// `dugnad grant claim`.
enum GrantClaim {
  /// A grant and entries, or claims to release: which it is, `--release` says.
  static let grant = Parameter<String>.operand("grant", optional: true)
  static let entries = Parameter<String>.operand("entry", optional: true, repeats: true)
  static let activities = Parameter<String>.option(
    "activity", short: "a", aliases: ["aktivitet"], placeholder: "CODE",
    completion: .query("activities"), repeats: true)
  static let release = Parameter<Bool>.flag("release", aliases: ["frigi"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "claim", ["før"],
      summary: say(nb: "før godkjente timer på et tilskudd", en: "claim approved hours on a grant"),
      discussion: say(
        nb:
          "Én time føres på ett tilskudd. Enten føringer med id, eller det som er igjen av alle som "
          + "passer: --aktivitet, --person, --fra og --til, eller --alle. Hva som ble hoppet over, og "
          + "hvorfor, blir sagt. Timer som er ført i et annet regnskap, kan ikke ses herfra.",
        en:
          "An hour is claimed on one grant. Either entries by id, or what is left of all that fit: "
          + "--activity, --person, --from and --to, or --all. What was passed over, and why, is told. "
          + "Hours claimed in another ledger cannot be seen from here."),
      parameters: [
        ParameterSpec(
          grant,
          help: say(
            nb: "tilskuddet: g12; med --frigi det som skal frigjøres: c40",
            en: "the grant: g12; with --release what is to be released: c40"),
          placeholder: say(nb: "TILSKUDD", en: "GRANT")),
        ParameterSpec(
          entries, help: say(nb: "føringer: h731 h732", en: "entries: h731 h732"),
          placeholder: say(nb: "FØRING", en: "ENTRY")),
        ParameterSpec(activities, help: say(nb: "alle i aktiviteten", en: "all of the activity")),
        ParameterSpec(Common.person, help: say(nb: "alle for personen", en: "all of the person")),
        ParameterSpec(Grants.from, help: say(nb: "fra og med dagen", en: "from this day on")),
        ParameterSpec(Grants.to, help: say(nb: "til og med dagen", en: "up to this day")),
        ParameterSpec(
          HoursApprove.all, help: say(nb: "alle som passer", en: "all that fit")),
        ParameterSpec(
          Hours.minutes,
          help: say(nb: "bare så mange minutter av hver føring", en: "only so many minutes of each")
        ),
        ParameterSpec(
          Hours.hours,
          help: say(nb: "bare så mange timer av hver føring", en: "only so many hours of each")),
        ParameterSpec(
          release,
          help: say(nb: "frigjør timer som er ført: c40", en: "release what was claimed: c40")),
        ParameterSpec(
          Common.reason, help: say(nb: "hvorfor de frigjøres", en: "why they are released")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "tilskudd før g12 --aktivitet sprakkafe --prøv",
            en: "grant claim g12 --activity sprakkafe --dry-run"),
          say(nb: "se hva som ville bli ført", en: "see what would be claimed")),
        Example(
          say(
            nb: "tilskudd før --frigi c40 --grunn typo",
            en: "grant claim --release c40 --reason typo"),
          say(nb: "timene kan føres på nytt", en: "the hours can be claimed anew")),
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    let typed = [arguments[grant]].compactMap { $0 } + arguments.all(entries)
    if arguments[release] { return try runRelease(typed, context) }
    if arguments.has(Common.reason) {
      throw Failure.usage(
        "reason-of-what", nb: "--grunn hører til --frigi.", en: "--reason goes with --release")
    }
    guard let first = typed.first, let id = GrantID(text: first) else {
      throw Failure.usage(
        "which-grant", nb: "Si først hvilket tilskudd: g12.", en: "say first which grant: g12")
    }
    let named = try typed.dropFirst().map(entry)
    let choice = try GrantClaimChoice(arguments, named: named)
    var passed = GrantClaimPassed()
    let make: Context.MakeCommand = { open in
      let grant = try open.grant(id)
      let chosen = try choice.entries(for: grant, context, open)
      passed = chosen.passed
      if chosen.entries.isEmpty { throw passed.nothing(for: grant, context.language) }
      return .claim(chosen.entries, id, minutes: choice.minutes)
    }
    let telling = Context.Telling(
      report: { decided, open, receipt in
        if let receipt { context.tellRepairs(receipt) }
        GrantClaimTeller(context, id, open).tell(decided, passed, isDryRun: false)
      },
      preview: { decided, open in
        GrantClaimTeller(context, id, open).tell(decided, passed, isDryRun: true)
      })
    try context.carryOut(make, telling: telling)
  }

  private static func entry(_ typed: String) throws -> EntryID {
    guard let id = EntryID(text: typed) else {
      throw Failure.usage(
        "not-an-entry", nb: "«\(typed)» er ingen timeføring som h731.",
        en: "'\(typed)' is no hour entry such as h731")
    }
    return id
  }

  private static func runRelease(_ typed: [String], _ context: Context) throws {
    let arguments = context.arguments
    let claims = typed.compactMap { ClaimID(text: $0) }
    guard !claims.isEmpty, claims.count == typed.count else {
      throw Failure.usage(
        "which-claims", nb: "Si hva som skal frigjøres: c40.", en: "say what to release: c40")
    }
    guard let reason = arguments[Common.reason].flatMap(Reason.init) else {
      throw Failure(
        "release-needs-reason", exit: .usage,
        Phrase(nb: "Si hvorfor med --grunn.", en: "say why with --reason"),
        hints: [
          Phrase(
            nb: "for eksempel --grunn typo; koder: "
              + Reason.allCases.map(\.rawValue).joined(separator: ", "),
            en: "such as --reason typo; codes: "
              + Reason.allCases.map(\.rawValue).joined(separator: ", "))
        ])
    }
    try context.carryOut { _ in .release(claims, reason) }
  }
}
