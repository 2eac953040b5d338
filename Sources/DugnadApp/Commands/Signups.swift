// signup add, withdraw, list: who comes to a shift.

import CommandLineKit
import Domain

/// `dugnad signup`.
enum Signups {
  static let shift: Parameter<ShiftID> = Values.id(operand: "shift")
  static let persons = Parameter<String>.operand(
    "person", repeats: true, completion: .query("persons"))

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "signup", ["påmelding"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(
        nb: "meld på, meld av og vis påmeldte", en: "sign up, withdraw and list sign-ups"),
      subcommands: [
        CommandSpec(
          say, "add", ["ny", "meld-på"],
          summary: say(nb: "meld noen på en vakt", en: "sign somebody up for a shift"),
          discussion: say(
            nb: "Er vakten full, kommer de på venteliste, i rekkefølge.",
            en: "If the shift is full, they are put on the waiting list, in order."),
          parameters: parameters(say) + Common.writing(say),
          examples: [
            Example(
              say(nb: "påmelding ny s12 p4 p7", en: "signup add s12 p4 p7"),
              say(nb: "to personer, i denne rekkefølgen", en: "two persons, in this order"))
          ]
        ) { arguments, context in
          try run(arguments, context) { .signUp($0, $1) }
        },
        CommandSpec(
          say, "withdraw", ["avmeld", "meld-av"],
          summary: say(nb: "meld noen av en vakt", en: "withdraw somebody from a shift"),
          discussion: say(
            nb: "Den som har ventet lengst, får plassen.",
            en: "Whoever has waited longest gets the place."),
          parameters: parameters(say) + Common.writing(say)
        ) { arguments, context in
          try run(arguments, context) { .withdraw($0, $1) }
        },
        SignupList.spec(say),
      ])
  }

  private static func parameters(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        shift, help: say(nb: "vakten: s12", en: "the shift: s12"),
        placeholder: say(nb: "VAKT", en: "SHIFT")),
      ParameterSpec(persons, help: say(nb: "hvem: id eller navn", en: "who: id or name")),
    ]
  }

  private static func run(
    _ arguments: Arguments, _ context: Context, _ command: ([PersonID], ShiftID) -> Command
  ) throws {
    guard let id = arguments[shift] else { return }
    try context.carryOut { open in
      command(try arguments.all(persons).map { try open.person($0) }, id)
    }
  }
}
