// todo: what waits, most urgent first, each with the command to type. It names nobody.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// `dugnad todo`.
enum TodoCommand {
  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "todo", ["gjøremål", "å-gjøre"], group: say(nb: "Se", en: "Look"),
      summary: say(
        nb: "det som venter, med kommandoen til hvert", en: "what waits, with the command for each"),
      discussion: say(
        nb:
          "Først det som går tapt om det venter: frister for tilskudd, slik de er skrevet inn, og hvem "
          + "som var på vakten. Så godkjenning, så det som må i orden før et år kan avsluttes, og "
          + "avslutningen.",
        en:
          "First what is lost if it waits: deadlines of grants as they were entered, and who was on "
          + "the shift. Then approval, then what must be in order before a year can be closed, and "
          + "the closing.")
    ) { _, context in
      let view = try context.view()
      let items = context.todo(view.state)
      if context.isJSON {
        return context.print(
          JSONValue.object([
            "schema": .string("dugnad-todo:1"),
            "items": .array(items.map { $0.json(context.language) }),
          ]).text)
      }
      for item in items { context.print(item.line(context.language)) }
      if items.isEmpty { context.print(context.say(nb: "Ingenting venter.", en: "Nothing waits.")) }
    }
  }
}

extension Context {
  /// What waits in a ledger as it stands.
  func todo(_ state: State) -> [TodoItem] {
    WorkQueue(state, now: world.now()).items.map { TodoWords(state: state).item($0) }
  }
}

/// Something to do.
struct TodoItem {
  /// A stable name for scripts, such as `approve`.
  let kind: String
  /// What to do, the verb first.
  let text: Phrase
  /// What to type; a word in capitals is to be filled in.
  let command: Phrase
  /// What it is about, for programs.
  let about: [JSONMember]

  func line(_ language: Language) -> String { "\(text(language)): \(command(language))" }

  /// An item of schema `dugnad-todo:1`.
  func json(_ language: Language) -> JSONValue {
    .object(
      [
        JSONMember(key: "kind", value: .string(kind)),
        JSONMember(key: "text", value: .string(text(language))),
        JSONMember(key: "command", value: .string(command(language))),
      ] + about)
  }
}
