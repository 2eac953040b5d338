// centre add, change, list: what a funder asks for at the head of a form.

import CommandLineKit
import Domain
import Reports
import Wording

/// `dugnad centre`.
enum CentreCommand {
  static let id: Parameter<CentreID> = Values.id(operand: "centre")
  static let name = Parameter<String>.operand("name")
  static let newName = Parameter<String>.option("name", aliases: ["navn"], placeholder: "NAME")
  static let number = Parameter<String>.option(
    "number", aliases: ["orgnr", "organisasjonsnummer"], placeholder: "974760673")
  static let form = Values.word(
    "form", placeholder: "FORM", expected: "centre-form",
    GrantWords.name as @Sendable (CentreDetails.Form) -> Phrase)

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "centre", ["sentral"], group: say(nb: "Tilskudd", en: "Grants"),
      summary: say(
        nb: "sentralen selv: navn, organisasjonsnummer, eierform",
        en: "the centre itself: name, organisation number, ownership"),
      subcommands: [add(say), change(say), list(say)])
  }

  private static func details(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        number,
        help: say(nb: "organisasjonsnummeret, ni sifre", en: "the organisation number, nine digits")
      ),
      ParameterSpec(
        form,
        help: say(
          nb: "kommunal, forening, stiftelse, samvirke eller annet",
          en: "municipal, association, foundation, cooperative or other")),
    ]
  }

  private static func add(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny"], summary: say(nb: "legg til sentralen", en: "add the centre"),
      parameters: [
        ParameterSpec(
          name, help: say(nb: "navnet, slik det skal stå", en: "the name, as it should stand"),
          placeholder: say(nb: "NAVN", en: "NAME"))
      ] + details(say) + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "sentral ny \"Prøve frivilligsentral\" --orgnr 974760673 --form kommunal",
            en: "centre add \"Prøve frivilligsentral\" --number 974760673 --form municipal"),
          say(nb: "får en id (z12)", en: "gets an id (z12)"))
      ]
    ) { arguments, context in
      guard let typed = arguments[name] else { return }
      try context.carryOut { _ in
        var details = CentreDetails(name: try context.checkedName(typed))
        apply(arguments, to: &details)
        return .addCentre(details)
      }
    }
  }

  private static func change(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "change", ["endre"], summary: say(nb: "endre sentralen", en: "change the centre"),
      discussion: say(
        nb: "Si bare det som skal bli annerledes. En tom verdi (--orgnr=) tar bort.",
        en: "Say only what should be different. An empty value (--number=) takes away."),
      parameters: [
        ParameterSpec(
          id, help: say(nb: "sentralen: z12", en: "the centre: z12"),
          placeholder: say(nb: "SENTRAL", en: "CENTRE")),
        ParameterSpec(newName, help: say(nb: "nytt navn", en: "new name")),
      ] + details(say) + Common.writing(say)
    ) { arguments, context in
      guard let id = arguments[id] else { return }
      try context.carryOut { open in
        guard var details = open.state.centres[id]?.details else {
          throw open.failure(.unknownCentre(id))
        }
        if let name = try arguments[newName].map(context.checkedName) { details.name = name }
        apply(arguments, to: &details)
        return .changeCentre(id, details)
      }
    }
  }

  private static func apply(_ arguments: Arguments, to details: inout CentreDetails) {
    // Registers print the number in threes.
    if let number = arguments[number] {
      details.number = number.filter { !$0.isWhitespace }.asStoredOrNil
    }
    if let form = arguments[form] { details.form = form }
  }

  private static func list(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "list", ["liste"], summary: say(nb: "vis sentralen", en: "list the centre"),
      parameters: Common.printing(say) + Common.reading(say)
    ) { _, context in
      let view = try context.view()
      try context.list(
        schema: "centres", title: context.say(nb: "Sentraler", en: "Centres"),
        columns: [
          ReportColumn("id", "id"), ReportColumn("name", context.say(nb: "Navn", en: "Name")),
          ReportColumn("number", context.say(nb: "Org.nr.", en: "Number")),
          ReportColumn("form", context.say(nb: "Eierform", en: "Form")),
        ],
        view.state.centres.values.sorted { $0.id < $1.id }.map { centre in
          (
            [
              .text(centre.id.text), .text(centre.details.name),
              .text(centre.details.number ?? ""),
              .text(centre.details.form.map { GrantWords.name($0)(context.language) } ?? ""),
            ], centre.json
          )
        })
    }
  }
}

extension Centre {
  /// An item of schema `dugnad-centres:1`.
  fileprivate var json: JSONValue {
    .object([
      "id": .string(id.text), "name": .string(details.name),
      "number": .string(orNull: details.number),
      "form": .string(orNull: details.form?.rawValue),
    ])
  }
}
