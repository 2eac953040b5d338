// reopen: a closed year may change again. Why is kept: as a code in the log, and in the own words of
// whoever did it in the register.

import CommandLineKit
import Domain
import Integrity
import Register
import Wording

/// `dugnad reopen`.
enum ReopenCommand {
  static let year = Values.year(operand: "year")
  /// A code, or any words.
  static let reason = Parameter<String>.option(
    "reason", aliases: ["grunn"], placeholder: "TEXT")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "reopen", ["gjenåpne"], group: say(nb: "Året", en: "The year"),
      summary: say(nb: "åpne et avsluttet år igjen", en: "open a closed year again"),
      discussion: say(
        nb: "Årets timer kan da endres. Årsmøtets godkjenning gjelder ikke lenger: avslutt året på "
          + "nytt, og be om en ny. Det som var avsluttet, blir stående i loggen, og forskjellen vises "
          + "i rapporten. Grunnen lagres i registeret; loggen får bare en kode.",
        en:
          "The year's hours may change then. The annual meeting's approval no longer holds: close "
          + "the year again and ask for a new one. What was closed stays in the log, and the report "
          + "shows the difference. The reason is kept in the register; the log only gets a code."),
      parameters: [
        ParameterSpec(
          year, help: say(nb: "året", en: "the year"), placeholder: say(nb: "ÅR", en: "YEAR")),
        ParameterSpec(reason, help: say(nb: "hvorfor, med egne ord", en: "why, in your words")),
        ParameterSpec(Common.yes, help: say(nb: "ikke spør", en: "do not ask")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "gjenåpne 2024 --grunn \"en timeliste lå igjen\"",
            en: "reopen 2024 --reason \"a timesheet was left out\""),
          say(nb: "med egne ord", en: "in your own words"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let year = arguments[year] else { return }
    guard let words = arguments[reason]?.asStoredOrNil else {
      throw Failure.usage(
        "reason-needed", nb: "Si hvorfor, med --reason og egne ord.",
        en: "say why, with --reason and your own words")
    }
    if words.utf8.count > NoteBook.bytesMax {
      throw Failure.usage(
        "reason-too-long", nb: "Grunnen kan ha høyst \(NoteBook.bytesMax) byte.",
        en: "the reason can have at most \(NoteBook.bytesMax) bytes")
    }
    if let code = Reason(rawValue: words) {
      return try context.carryOutAsking { _ in .reopenYear(year, code, note: nil) }
    }
    let salt = context.world.random(PersonProfile.saltBytes)
    try context.carryOutAsking(
      { open in
        // A retry must come to the same commitment, so it takes the words that are there.
        let note = try open.notesToWrite().note(saying: words) ?? Note(text: words, salt: salt)
        return .reopenYear(year, .other, note: note.commitment.hex)
      },
      beforeCommit: { open, _ in
        let notes = try open.notesToWrite()
        if notes.note(saying: words) == nil {
          try open.save(notes.adding(Note(text: words, salt: salt)))
        }
        return open.register
      })
  }
}
