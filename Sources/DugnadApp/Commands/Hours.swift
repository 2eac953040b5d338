// hours add, correct, approve, list: work that was done.

import CommandLineKit
import Domain
import Import

/// `dugnad hours`.
enum Hours {
  static let activity = Parameter<String>.option(
    "activity", short: "a", aliases: ["aktivitet"], placeholder: "CODE",
    completion: .query("activities"))
  static let activityOperand = Parameter<String>.operand(
    "activity", optional: true, completion: .query("activities"))
  static let persons = Parameter<String>.option(
    "person", short: "p", placeholder: "PERSON", completion: .query("persons"), repeats: true)
  static let headcount = Values.count("headcount", aliases: ["antall"])
  static let each = Parameter<Bool>.flag("each", aliases: ["hver"])
  static let on = Values.period("on", aliases: ["dag", "den"])
  static let at = Values.span("at", aliases: ["kl"])
  static let minutes = Values.count("minutes", short: "m", aliases: ["minutter"])
  static let hours = Values.hours("hours", aliases: ["timer"])
  static let known = Parameter<String>.option(
    "known", aliases: ["kjent"], placeholder: "HOW",
    choices: HourEntry.Known.allCases.map(\.rawValue))
  static let shift =
    Values.id(option: "shift", aliases: ["vakt"], placeholder: "s12") as Parameter<ShiftID>
  static let voucher = Parameter<String>.option("voucher", aliases: ["bilag"], placeholder: "TEXT")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "hours", ["timer", "timar"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(
        nb: "før, rett, godkjenn og vis timer", en: "record, correct, approve and list hours"),
      subcommands: [add(say), HoursCorrect.spec(say), HoursApprove.spec(say), HoursList.spec(say)])
  }

  /// The parameters that say what the work was, shared by `add` and `correct`.
  static func content(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        persons,
        help: say(nb: "hvem som gjorde det: id eller navn", en: "who did it: id or name")),
      ParameterSpec(
        headcount,
        help: say(
          nb: "i stedet for person: så mange uten navn", en: "instead of a person: so many unnamed")
      ),
      ParameterSpec(
        on,
        help: say(
          nb: "dagen (2024-11-01, 1.11.2024, igår) eller perioden (2024-11, 2024, FRA..TIL)",
          en: "the day (2024-11-01, 1.11.2024, yesterday) or period (2024-11, 2024, FROM..TO)")),
      ParameterSpec(
        at,
        help: say(
          nb: "klokka, for eksempel 18-20 eller 18.30; fra–til gir også minuttene",
          en: "the time, such as 18-20 or 18:30; from–to gives the minutes too")),
      ParameterSpec(
        minutes, help: say(nb: "minutter i alt", en: "minutes in all")),
      ParameterSpec(
        hours, help: say(nb: "timer i alt: 3,5 eller 2:30", en: "hours in all: 3.5 or 2:30")),
      ParameterSpec(
        each,
        help: say(
          nb: "minuttene gjelder hver av dem som er med uten navn",
          en: "the minutes are for each of the unnamed")),
      ParameterSpec(
        known,
        help: say(
          nb: "hvordan tallet er kjent: recorded (ført), estimated (anslått), summary (summert)",
          en: "how the figure is known: recorded, estimated or summary")),
      ParameterSpec(
        shift, help: say(nb: "vakten timene hører til", en: "the shift the hours belong to")),
      ParameterSpec(
        voucher,
        help: say(
          nb: "hvor papiret er: «perm 3, ark 12»", en: "where the paper is: 'binder 3, sheet 12'")),
    ]
  }

  private static func add(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny", "før"],
      summary: say(nb: "før timer", en: "record hours"),
      discussion: say(
        nb:
          "Uten --on er det i dag. Flere --person gir én føring til hver. Minutter er alltid summen "
          + "i føringen; --each ganger med antallet.",
        en:
          "Without --on it is today. Several --person give one entry each. Minutes are always the "
          + "entry's total; --each multiplies by the headcount."),
      parameters: [
        ParameterSpec(
          activityOperand,
          help: say(nb: "aktivitetens kode eller navn", en: "code or name of the activity"),
          placeholder: say(nb: "AKTIVITET", en: "ACTIVITY")),
        ParameterSpec(
          activity, help: say(nb: "det samme, som valg", en: "the same, as an option")),
      ] + content(say) + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "timer ny sprakkafe --person p12 --on igår --at 18-20",
            en: "hours add sprakkafe --person p12 --on yesterday --at 18-20"),
          say(nb: "to timer i går", en: "two hours yesterday")),
        Example(
          say(
            nb: "timer ny hagearbeid --antall 68 --on 2024-05-14 --timer 3 --hver",
            en: "hours add hagearbeid --headcount 68 --on 2024-05-14 --hours 3 --each"),
          say(nb: "68 uten navn, tre timer hver", en: "68 unnamed people, three hours each")),
      ], run: runAdd)
  }

  private static func runAdd(_ arguments: Arguments, _ context: Context) throws {
    try context.carryOut { open in
      let code = try open.activity(context.oneActivity()).details.code
      let day = try context.period(arguments[on]) ?? Period(context.today)
      let persons = try arguments.all(persons).map { try open.person($0) }
      if persons.isEmpty == (arguments[headcount] == nil) {
        throw Failure.usage(
          "person-or-headcount",
          nb: "Si enten --person (hvem) eller --headcount (hvor mange uten navn).",
          en: "say either --person (who) or --headcount (how many unnamed)")
      }
      try context.refuseEachAlone()
      let whos: [HourEntry.Who] =
        arguments[headcount].map { [.unnamed(headcount: $0)] } ?? persons.map { .person($0) }
      let entries = try whos.map { who in
        HourEntry(
          activity: code, on: day, who: who, minutes: try context.minutes(heads: who.heads),
          known: arguments[known].flatMap(HourEntry.Known.init) ?? .recorded,
          start: arguments[at]?.start, shift: arguments[shift],
          voucher: arguments[voucher]?.asStoredOrNil)
      }
      return .logHours(entries)
    }
  }
}

extension Context {
  /// The activity as operand or option; exactly one of them.
  fileprivate func oneActivity() throws -> String {
    let given = [arguments[Hours.activityOperand], arguments[Hours.activity]].compactMap { $0 }
    guard given.count == 1 else {
      throw Failure.usage(
        "one-activity", nb: "Si hvilken aktivitet, én gang.", en: "say which activity, once")
    }
    return given[0]
  }

  /// The minutes asked for, by `--minutes`, `--hours` or the span of `--at`; exactly one of them.
  fileprivate func minutes(heads: Int) throws -> Int {
    guard let minutes = try givenMinutes() else {
      throw Failure.usage(
        "no-minutes", nb: "Si hvor lenge: --minutes 90, --hours 1,5 eller --at 18-20.",
        en: "say how long: --minutes 90, --hours 1.5 or --at 18-20")
    }
    let (total, isTooLarge) = minutes.multipliedReportingOverflow(
      by: arguments[Hours.each] ? heads : 1)
    return isTooLarge ? Int.max : total
  }

  /// `--each` says how the minutes of a group are meant; it says nothing by itself.
  func refuseEachAlone() throws {
    if arguments[Hours.each], arguments[Hours.headcount] == nil {
      throw Failure.usage(
        "each-needs-headcount", nb: "--each hører sammen med --headcount og minutter eller timer.",
        en: "--each goes with --headcount and minutes or hours")
    }
  }

  /// The same, or nil when nothing says how long.
  func givenMinutes() throws -> Int? {
    let given = [arguments[Hours.minutes], arguments[Hours.hours]?.minutes].compactMap { $0 }
    if given.count > 1 {
      throw Failure.usage(
        "minutes-twice", nb: "Si --minutes eller --hours, ikke begge.",
        en: "say --minutes or --hours, not both")
    }
    let span = arguments[Hours.at]?.minutes
    if let minutes = given.first {
      if let span, span != minutes, !arguments[Hours.each] {
        // A break inside the span is allowed; more than the span is a typing error.
        if minutes > span {
          throw Failure.usage(
            "minutes-beyond-span",
            nb: "\(minutes) minutter er mer enn klokkeslettene gir (\(span)).",
            en: "\(minutes) minutes are more than the times give (\(span))")
        }
      }
      return minutes
    }
    return span
  }
}
