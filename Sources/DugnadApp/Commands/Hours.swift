// hours: work that was done. What its verbs share: the parameters that say what the work was, and how
// long it was.

import CommandLineKit
import Domain
import Import

/// `dugnad hours`.
enum Hours {
  static let persons = Parameter<String>.option(
    "person", short: "p", placeholder: "PERSON", completion: .query("persons"), repeats: true)
  static let headcount = Values.count("headcount", aliases: ["antall"])
  static let each = Parameter<Bool>.flag("each", aliases: ["hver"])
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
      subcommands: [
        HoursAdd.spec(say), HoursCorrect.spec(say), HoursApprove.spec(say), HoursMark.spec(say),
        HoursList.spec(say),
      ])
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
        Common.on,
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
}

extension Context {
  /// `--each` says how the minutes of a group are meant; it says nothing by itself.
  func refuseEachAlone() throws {
    if arguments[Hours.each], arguments[Hours.headcount] == nil {
      throw Failure.usage(
        "each-needs-headcount", nb: "--hver hører sammen med --antall og minutter eller timer.",
        en: "--each goes with --headcount and minutes or hours")
    }
  }

  /// The minutes asked for, by `--minutes`, `--hours` or the span of `--at`; nil when nothing says how
  /// long.
  func givenMinutes() throws -> Int? {
    let given = [arguments[Hours.minutes], arguments[Hours.hours]?.minutes].compactMap { $0 }
    if given.count > 1 {
      throw Failure.usage(
        "minutes-twice", nb: "Si --minutter eller --timer, ikke begge.",
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

  /// How the figure is known; recorded unless something else is said.
  var givenKnown: HourEntry.Known {
    arguments[Hours.known].flatMap(HourEntry.Known.init) ?? .recorded
  }
}
