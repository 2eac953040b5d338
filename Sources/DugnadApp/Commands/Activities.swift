// activity add, change, list: what people volunteer in.

import CommandLineKit
import Domain
import Import
import Wording

/// `dugnad activity`.
enum Activities {
  static let name = Parameter<String>.operand("name")
  static let codeOperand = Parameter<String>.operand("code", completion: .query("activities"))
  static let code = Parameter<ActivityCode>.option("code", aliases: ["kode"], placeholder: "CODE") {
    text throws(BadValue) in
    guard let code = ActivityCode(text) else { throw BadValue(expected: "code") }
    return code
  }
  static let newName = Parameter<String>.option("name", aliases: ["navn"], placeholder: "NAME")
  static let aliases = Parameter<String>.option("alias", placeholder: "NAME", repeats: true)
  static let group = Parameter<String>.option("group", aliases: ["gruppe"], placeholder: "NAME")
  static let category = Parameter<String>.option(
    "category", aliases: ["kategori"], placeholder: "CATEGORY",
    choices: Domain.Category.allCases.map(\.rawValue) + ["none"])
  static let sector = Parameter<String>.option("sector", aliases: ["sektor"], placeholder: "NAME")
  static let recipient = Parameter<String>.option(
    "recipient", aliases: ["mottaker"], placeholder: "NAME")
  static let alsoFor = Parameter<String>.option(
    "also-for", aliases: ["også-for"], placeholder: "NAME", repeats: true)
  static let outside = Parameter<Bool>.flag("outside", aliases: ["utenfor"])
  static let counted = Parameter<Bool>.flag("counted", aliases: ["i-summen"])
  static let ends = Values.day("ends", aliases: ["slutter"])
  static let marks = Values.marks("mark", aliases: ["merk", "merke"], "activity-marks")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "activity", ["aktivitet"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(nb: "legg til, endre og vis aktiviteter", en: "add, change and list activities"),
      subcommands: [add(say), change(say), ActivityList.spec(say)])
  }

  private static func details(_ say: Say) -> [ParameterSpec] {
    [
      ParameterSpec(
        aliases, help: say(nb: "et annet navn for det samme", en: "another name for the same")),
      ParameterSpec(
        group,
        help: say(nb: "gruppen i rekrutteringstabellen", en: "the group of the recruitment table")),
      ParameterSpec(
        category,
        help: say(
          nb: "en av de ni nasjonale kategoriene", en: "one of the nine national categories")),
      ParameterSpec(sector, help: say(nb: "sektoren", en: "the sector")),
      ParameterSpec(
        recipient,
        help: say(nb: "enheten timene regnes for", en: "the unit the hours are counted for")),
      ParameterSpec(
        alsoFor, help: say(nb: "flere enheter den er for", en: "further units it is for")),
      ParameterSpec(
        outside, help: say(nb: "holdes utenfor årets sum", en: "stands outside the sum of the year")
      ),
    ]
  }

  private static func add(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny"], summary: say(nb: "legg til en aktivitet", en: "add an activity"),
      parameters: [
        ParameterSpec(
          name, help: say(nb: "navnet, slik det skal stå", en: "the name, as it should stand"),
          placeholder: say(nb: "NAVN", en: "NAME")),
        ParameterSpec(
          code,
          help: say(
            nb: "koden den føres på; ellers laget av navnet",
            en: "the code it is recorded under; else made of the name")),
      ] + details(say) + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "aktivitet ny Språkkafé --gruppe Språkkaféer",
            en: "activity add Språkkafé --group Språkkaféer"),
          say(nb: "får koden sprakkafe", en: "gets the code sprakkafe"))
      ], run: runAdd)
  }

  private static func change(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "change", ["endre"],
      summary: say(nb: "endre eller avslutt en aktivitet", en: "change or end an activity"),
      discussion: say(
        nb: "Si bare det som skal bli annerledes. --alias og --også-for legger til. En tom verdi "
          + "(--gruppe=) tar bort.",
        en:
          "Say only what should be different. --alias and --also-for add. An empty value (--group=) "
          + "takes away."),
      parameters: [
        ParameterSpec(
          codeOperand, help: say(nb: "aktiviteten", en: "the activity"),
          placeholder: say(nb: "AKTIVITET", en: "CODE")),
        ParameterSpec(
          newName,
          help: say(nb: "nytt navn; det gamle blir alias", en: "new name; the old becomes an alias")
        ),
      ] + details(say) + [
        ParameterSpec(
          counted, help: say(nb: "regnes med i årets sum", en: "belongs to the sum of the year")),
        ParameterSpec(ends, help: say(nb: "siste dag", en: "its last day")),
        ParameterSpec(
          marks,
          help: say(
            nb: "for tilskudd: naturalia, offentlig, styre, reise, åpen-møteplass, eller ingen",
            en: "for grants: in-kind, public-task, board, travel, open-place, or none"),
          placeholder: say(nb: "MERKER", en: "MARKS")),
      ] + Common.writing(say), run: runChange)
  }

  private static func runAdd(_ arguments: Arguments, _ context: Context) throws {
    guard let typed = arguments[name] else { return }
    try context.carryOut { open in
      guard let code = arguments[code] ?? ActivityCode(codeFrom(name: typed)),
        !context.looksLikeID(code.text)
      else {
        throw Failure.usage(
          "bad-code", nb: "Si en kode med --kode som ikke ser ut som en id (h4) eller et tall.",
          en: "give a code with --code that does not look like an id (h4) or a number")
      }
      var details = ActivityDetails(code: code, name: try context.checkedName(typed))
      apply(arguments, to: &details)
      return .addActivity(details)
    }
  }

  private static func runChange(_ arguments: Arguments, _ context: Context) throws {
    guard let typed = arguments[codeOperand] else { return }
    try context.carryOut { open in
      let before = try open.activity(typed)
      var details = before.details
      if let name = try arguments[newName].map(context.checkedName), name != details.name {
        // Older papers and habits still say the old name.
        if !details.aliases.contains(details.name) { details.aliases.append(details.name) }
        details.aliases.removeAll { $0 == name }
        details.name = name
      }
      apply(arguments, to: &details)
      var commands: [Command] = []
      if details != before.details { commands.append(.changeActivity(details)) }
      if let day = arguments[ends] {
        commands.append(.endActivity(details.code, on: day.day(today: context.today)))
      }
      if arguments.has(marks) {
        commands.append(.markActivity(details.code, arguments.all(marks).flatMap { $0 }.unique))
      }
      return commands.isEmpty ? .changeActivity(details) : .all(commands)
    }
  }

  private static func apply(_ arguments: Arguments, to details: inout ActivityDetails) {
    for alias in arguments.all(aliases).map(\.asStored) where !details.aliases.contains(alias) {
      details.aliases.append(alias)
    }
    for unit in arguments.all(alsoFor).map(\.asStored) where !details.recipients.contains(unit) {
      details.recipients.append(unit)
    }
    if let text = arguments[group] { details.group = text.asStoredOrNil }
    if let text = arguments[sector] { details.sector = text.asStoredOrNil }
    if let text = arguments[recipient] { details.recipient = text.asStoredOrNil }
    if let text = arguments[category] { details.category = Domain.Category(rawValue: text) }
    if arguments[outside] { details.counted = false }
    if arguments[counted] { details.counted = true }
  }
}
