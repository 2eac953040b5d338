// shift add, change, cancel, list: the plan. A plan never becomes hours by itself.

import CommandLineKit
import Domain
import Import

/// `dugnad shift`.
enum Shifts {
  static let activity = Parameter<String>.operand("activity", completion: .query("activities"))
  static let shift: Parameter<ShiftID> = Values.id(operand: "shift")
  static let on = Values.day("on", aliases: ["dag", "den"])
  static let at = Values.span("at", aliases: ["kl"])
  static let places = Values.count("places", aliases: ["plasser"])
  static let noLimit = Parameter<Bool>.flag("no-limit", aliases: ["uten-grense"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "shift", ["vakt"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(
        nb: "planlegg, endre, avlys og vis vakter", en: "plan, change, cancel and list shifts"),
      subcommands: [add(say), change(say), cancel(say), ShiftList.spec(say)])
  }

  private static func plan(_ say: Say, required: Bool) -> [ParameterSpec] {
    [
      ParameterSpec(on, help: say(nb: "dagen", en: "the day"), required: required),
      ParameterSpec(
        at,
        help: say(
          nb: "fra og til, for eksempel 18-20; 22-02 går over midnatt",
          en: "from and to, such as 18-20; 22-02 passes midnight"), required: required),
      ParameterSpec(
        places, help: say(nb: "hvor mange det er plass til", en: "how many there is room for"),
        defaultText: required ? say(nb: "ingen grense", en: "no limit") : nil),
    ]
  }

  private static func add(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny"], summary: say(nb: "planlegg en vakt", en: "plan a shift"),
      parameters: [
        ParameterSpec(
          activity,
          help: say(nb: "aktivitetens kode eller navn", en: "code or name of the activity"),
          placeholder: say(nb: "AKTIVITET", en: "ACTIVITY"))
      ] + plan(say, required: true) + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "vakt ny elvelangs --dag 2024-09-07 --kl 18-22 --plasser 10",
            en: "shift add elvelangs --on 2024-09-07 --at 18-22 --places 10"),
          say(nb: "ti plasser en lørdagskveld", en: "ten places on a Saturday evening"))
      ]
    ) { arguments, context in
      guard let typed = arguments[activity] else { return }
      try context.carryOut { open in
        guard let day = arguments[on]?.day(today: context.today), let span = arguments[at],
          let end = span.end
        else { throw needsSpan() }
        let plan = ShiftPlan(on: day, start: span.start, end: end, places: arguments[places])
        return .planShift(try open.activity(typed).details.code, plan)
      }
    }
  }

  private static func change(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "change", ["endre"], summary: say(nb: "endre en vakt", en: "change a shift"),
      discussion: say(
        nb: "Si bare det som skal bli annerledes. Blir det flere plasser, får de som venter plass.",
        en: "Say only what should be different. With more places, those who wait get one."),
      parameters: [
        ParameterSpec(
          shift, help: say(nb: "vakten: s12", en: "the shift: s12"),
          placeholder: say(nb: "VAKT", en: "SHIFT"))
      ]
        + plan(say, required: false) + [
          ParameterSpec(noLimit, help: say(nb: "ingen grense lenger", en: "no limit any more"))
        ] + Common.writing(say)
    ) { arguments, context in
      guard let id = arguments[shift] else { return }
      try context.carryOut { open in
        guard var plan = open.state.shifts[id]?.plan else { throw open.failure(.unknownShift(id)) }
        if let day = arguments[on] { plan.on = day.day(today: context.today) }
        if let span = arguments[at] {
          guard let end = span.end else { throw needsSpan() }
          plan.start = span.start
          plan.end = end
        }
        if let count = arguments[places] { plan.places = count }
        if arguments[noLimit] { plan.places = nil }
        return .changeShift(id, plan)
      }
    }
  }

  private static func cancel(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "cancel", ["avlys"], summary: say(nb: "avlys en vakt", en: "cancel a shift"),
      discussion: say(
        nb: "Påmeldingene blir stående i historien, og timer som er ført, røres aldri.",
        en: "Sign-ups stay in the history, and recorded hours are never touched."),
      parameters: [
        ParameterSpec(
          shift, help: say(nb: "vakten: s12", en: "the shift: s12"),
          placeholder: say(nb: "VAKT", en: "SHIFT")),
        ParameterSpec(
          Common.reason, help: say(nb: "hvorfor", en: "why"), defaultText: Reason.cancelled.rawValue
        ),
      ] + Common.writing(say)
    ) { arguments, context in
      guard let id = arguments[shift] else { return }
      try context.carryOut { _ in
        .cancelShift(id, arguments[Common.reason].flatMap(Reason.init) ?? .cancelled)
      }
    }
  }

  private static func needsSpan() -> Failure {
    .usage(
      "needs-span", nb: "En vakt har en begynnelse og en slutt: --kl 18-20.",
      en: "a shift has a beginning and an end: --at 18-20")
  }
}
