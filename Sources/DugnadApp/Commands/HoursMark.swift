// hours mark: what kind of work single entries are, where a funder may ask.

import CommandLineKit
import Domain
import Wording

/// `dugnad hours mark`.
enum HoursMark {
  static let entries: Parameter<EntryID> = Values.id(operand: "entry", repeats: true)
  static let marks = Values.marks("mark", aliases: ["merk", "merke"], "marks")

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "mark", ["merk"],
      summary: say(
        nb: "merk timer: lønnet, reise, styre …", en: "mark hours: paid, travel, board …"),
      discussion: say(
        nb:
          "Merkene er slik de skal være fra nå av; «ingen» tar dem bort. De endrer ingen tall i året, "
          + "men lønnede timer er aldri egeninnsats, og et tilskudd kan holde de andre utenfor. En "
          + "hel aktivitet merkes med dugnad aktivitet endre --merk.",
        en:
          "The marks are as they should be from now on; 'none' takes them away. They change no "
          + "figure of a year, but paid hours are never own contribution, and a grant may leave the "
          + "others out. A whole activity is marked by dugnad activity change --mark."),
      parameters: [
        ParameterSpec(
          entries, help: say(nb: "føringer: h731 h732", en: "entries: h731 h732"),
          placeholder: say(nb: "FØRING", en: "ENTRY")),
        ParameterSpec(
          marks,
          help: say(
            nb: "lønnet, naturalia, offentlig, styre, reise eller ingen; flere med komma",
            en: "paid, in-kind, public-task, board, travel or none; several with commas"),
          required: true, placeholder: say(nb: "MERKER", en: "MARKS")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(nb: "timer merk h731 --merk lønnet", en: "hours mark h731 --mark paid"),
          say(nb: "timen ble betalt likevel", en: "the hour was paid after all"))
      ]
    ) { arguments, context in
      let wanted = arguments.all(marks).flatMap { $0 }
      try context.carryOut { _ in .markHours(arguments.all(entries), wanted.unique) }
    }
  }
}

extension [WorkMark] {
  /// Each mark once, in the order of the log.
  var unique: [WorkMark] { Set(self).sorted() }
}
