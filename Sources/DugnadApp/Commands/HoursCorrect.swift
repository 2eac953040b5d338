// hours correct: what an entry should have said. The entry before stays in the log.

import CommandLineKit
import Domain
import Import

/// `dugnad hours correct`.
enum HoursCorrect {
  static let entry: Parameter<EntryID> = Values.id(operand: "entry")

  static let noShift = Parameter<Bool>.flag("no-shift", aliases: ["uten-vakt"])
  static let noStart = Parameter<Bool>.flag("no-start", aliases: ["uten-klokkeslett"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "correct", ["rett"],
      summary: say(nb: "rett en timeføring", en: "correct an hour entry"),
      discussion: say(
        nb: "Si bare det som skal bli annerledes. En godkjent føring må godkjennes på nytt.",
        en: "Say only what should be different. An approved entry needs approval again."),
      parameters: [
        ParameterSpec(
          entry, help: say(nb: "føringen: h731", en: "the entry: h731"),
          placeholder: say(nb: "FØRING", en: "ENTRY")),
        ParameterSpec(
          Common.activity, help: say(nb: "riktig aktivitet", en: "the right activity")),
      ] + Hours.content(say) + [
        ParameterSpec(
          noShift, help: say(nb: "hører ikke til noen vakt", en: "belongs to no shift")),
        ParameterSpec(
          noStart, help: say(nb: "uten klokkeslett", en: "without a start time")),
        ParameterSpec(
          Common.reason,
          help: say(
            nb: "hvorfor; ellers utledet av hva som endres",
            en: "why; else derived from what is changed")),
        Common.late(say),
      ] + Common.writing(say),
      examples: [
        Example(
          say(nb: "timer rett h731 --timer 2", en: "hours correct h731 --hours 2"),
          say(nb: "det var to timer", en: "it was two hours"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let id = arguments[entry] else { return }
    try context.carryOut { open in
      guard let before = open.state.entries[id]?.content else {
        throw open.failure(.unknownEntry(id))
      }
      let after = try corrected(before, context, open)
      let reason =
        arguments[Common.reason].flatMap(Reason.init) ?? Reason(changing: before, to: after)
      return arguments[Common.late]
        ? .correctLate(id, after, reason) : .correctHours(id, after, reason)
    }
  }

  private static func corrected(
    _ before: HourEntry, _ context: Context, _ open: OpenLedger
  ) throws -> HourEntry {
    let arguments = context.arguments
    var after = before
    try context.refuseEachAlone()
    if arguments[noShift] { after.shift = nil }
    if arguments[noStart] { after.start = nil }
    if let activity = arguments[Common.activity] {
      after.activity = try open.activity(activity).details.code
    }
    let persons = try arguments.all(Hours.persons).map { try open.person($0) }
    if persons.count + (arguments[Hours.headcount] == nil ? 0 : 1) > 1 {
      throw Failure.usage(
        "one-person", nb: "En føring har én person, eller et antall.",
        en: "an entry has one person, or a headcount")
    }
    if let person = persons.first { after.who = .person(person) }
    if let heads = arguments[Hours.headcount] { after.who = .unnamed(headcount: heads) }
    if let on = try context.period(arguments[Common.on]) {
      after.on = on
      if on.day == nil { after.start = nil }
    }
    if let span = arguments[Hours.at] { after.start = span.start }
    if let minutes = try context.givenMinutes() {
      let (total, isTooLarge) = minutes.multipliedReportingOverflow(
        by: arguments[Hours.each] ? after.who.heads : 1)
      after.minutes = isTooLarge ? Int.max : total
    }
    if let known = arguments[Hours.known].flatMap(HourEntry.Known.init) { after.known = known }
    if let shift = arguments[Hours.shift] { after.shift = shift }
    if let voucher = arguments[Hours.voucher] { after.voucher = voucher.asStoredOrNil }
    return after
  }
}

extension Reason {
  /// The reason that what changed speaks for.
  init(changing before: HourEntry, to after: HourEntry) {
    var reasons: [Reason] = []
    if before.activity != after.activity { reasons.append(.wrongActivity) }
    if before.who != after.who { reasons.append(.wrongPerson) }
    if before.on != after.on { reasons.append(.wrongDay) }
    if before.minutes != after.minutes { reasons.append(.wrongMinutes) }
    self = reasons.count == 1 ? reasons[0] : .other
  }
}
