// undo and redo: appended like everything else, printed in words, and shown before they are done.

import CommandLineKit
import Domain

/// `dugnad undo`.
enum Undo {
  static let lines = Parameter<String>.operand("id", optional: true, repeats: true)
  static let cascade = Parameter<Bool>.flag("cascade", aliases: ["med-alt"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "undo", ["angre"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(
        nb: "angre det siste du førte, eller bestemte linjer",
        en: "undo what you recorded last, or certain lines"),
      discussion: say(
        nb:
          "Uten id angres din egen nyeste kommando; gjentatt, den før. Ingenting slettes: angringen "
          + "føres i loggen, og kan selv tas tilbake med dugnad gjenta.",
        en: "Without an id your own newest command is undone; repeated, the one before. Nothing is "
          + "erased: the undo is recorded in the log, and can itself be taken back with dugnad redo."
      ),
      parameters: [
        ParameterSpec(
          lines, help: say(nb: "linjer eller id-er: 731 h731 s12", en: "lines or ids: 731 h731 s12")
        ),
        ParameterSpec(
          cascade,
          help: say(
            nb: "også det som henger sammen med dem", en: "also what hangs together with them")),
        ParameterSpec(Common.reason, help: say(nb: "hvorfor", en: "why")),
        ParameterSpec(
          Common.yes, help: say(nb: "ikke spør", en: "do not ask")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(nb: "angre", en: "undo"), say(nb: "det siste du gjorde", en: "what you did last")),
        Example(
          say(nb: "angre h731 --prøv", en: "undo h731 --dry-run"),
          say(nb: "vis hva det ville endre", en: "show what it would change")),
      ]
    ) { arguments, context in
      let reason = arguments[Common.reason].flatMap(Reason.init)
      let typed = arguments.all(lines)
      try context.carryOutAsking { open in
        if typed.isEmpty { return .undoNewest(reason) }
        return .undo(
          try typed.flatMap { try open.lines($0) }, reason, cascade: arguments[cascade])
      }
    }
  }
}

/// `dugnad redo`.
enum Redo {
  static let line = Parameter<String>.operand("id", optional: true)

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "redo", ["gjenta", "gjør-om"], group: say(nb: "Daglig", en: "Everyday"),
      summary: say(nb: "ta tilbake en angring", en: "take back an undo"),
      discussion: say(
        nb:
          "Uten linje tas den siste angringen tilbake. Etter en ny vanlig kommando må angringen nevnes "
          + "med linjen sin.",
        en:
          "Without a line the newest undo is taken back. After a new ordinary command the undo must be "
          + "named by its line."),
      parameters: [
        ParameterSpec(line, help: say(nb: "angringens linje", en: "the line of the undo")),
        ParameterSpec(Common.yes, help: say(nb: "ikke spør", en: "do not ask")),
      ] + Common.writing(say)
    ) { arguments, context in
      try context.carryOutAsking { open in
        guard let typed = arguments[line] else { return .redoNewest }
        return .redo(try open.line(typed))
      }
    }
  }
}
