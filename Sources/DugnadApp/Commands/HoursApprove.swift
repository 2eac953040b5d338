// hours approve: one event an entry, one by one or in bulk.

import CommandLineKit
import Domain
import Wording

/// `dugnad hours approve`.
enum HoursApprove {
  static let entries: Parameter<EntryID> = Values.id(
    operand: "entry", optional: true, repeats: true)
  static let revoke = Parameter<Bool>.flag("revoke", aliases: ["trekk-tilbake"])
  static let all = Parameter<Bool>.flag("all", aliases: ["alle"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "approve", ["godkjenn"],
      summary: say(nb: "godkjenn timer", en: "approve hours"),
      discussion: say(
        nb:
          "Enten føringer med id, eller alle som ikke er godkjent i en aktivitet, for en person, i "
          + "en periode – eller --alle.",
        en: "Either entries by id, or all not yet approved of an activity, a person, a period – or "
          + "--all."),
      parameters: [
        ParameterSpec(
          entries, help: say(nb: "føringer: h731 h732", en: "entries: h731 h732"),
          placeholder: say(nb: "FØRING", en: "ENTRY")),
        ParameterSpec(
          revoke, help: say(nb: "trekk godkjenningen tilbake", en: "revoke the approval")),
        ParameterSpec(
          Common.activity, help: say(nb: "alle i aktiviteten", en: "all of the activity")),
        ParameterSpec(Common.person, help: say(nb: "alle for personen", en: "all of the person")),
        ParameterSpec(Common.on, help: say(nb: "alle i perioden", en: "all in the period")),
        ParameterSpec(all, help: say(nb: "alle i regnskapet", en: "all in the ledger")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "timer godkjenn --aktivitet sprakkafe --dag 2024-11",
            en: "hours approve --activity sprakkafe --on 2024-11"),
          say(nb: "alle i november", en: "everything in November"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    let isRevoking = arguments[revoke]
    try context.carryOut { open in
      let ids = try chosen(context, open)
      return isRevoking ? .unapprove(ids) : .approve(ids)
    }
  }

  private static func chosen(_ context: Context, _ open: OpenLedger) throws -> [EntryID] {
    let arguments = context.arguments
    let named = arguments.all(entries)
    let isBulk =
      arguments[all] || arguments.has(Common.activity) || arguments.has(Common.person)
      || arguments.has(Common.on)
    if named.isEmpty != isBulk {
      throw Failure.usage(
        "entries-or-choice",
        nb: "Si hvilke: føringer med id, eller --aktivitet, --person, --dag eller --alle.",
        en: "say which: entries by id, or --activity, --person, --on or --all")
    }
    if !isBulk { return named }
    let filter = try EntryFilter(context, open)
    let ids = open.state.entries.values
      .filter { ($0.approval != nil) == arguments[revoke] && filter.takes($0.content) }
      .map(\.id).sorted()
    if ids.isEmpty {
      throw Failure(
        "nothing-to-approve",
        .init(nb: "Ingen føringer å ta der.", en: "no entries to take there"))
    }
    return ids
  }
}

/// Which entries a list or a bulk command is about.
struct EntryFilter {
  var activity: ActivityCode?
  var person: PersonID?
  var on: Period?

  /// What `--activity`, `--person` and `--on` ask for.
  init(_ context: Context, _ open: OpenLedger) throws {
    let arguments = context.arguments
    activity = try arguments[Common.activity].map { try open.activity($0).details.code }
    person = try arguments[Common.person].map { try open.person($0) }
    on = try context.period(arguments[Common.on])
  }

  func takes(_ content: HourEntry) -> Bool {
    if let activity, content.activity != activity { return false }
    if let person, content.who.person != person { return false }
    if let on, content.on.first < on.first || content.on.last > on.last { return false }
    return true
  }
}
