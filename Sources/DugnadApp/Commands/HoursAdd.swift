// hours add: one verb, three ways to say it. By options; as a sentence (`sprakkafe igår 18-20 Kari`);
// or from a shift, for everybody who was on it.

import CommandLineKit
import Domain
import Import
import Wording

/// `dugnad hours add`.
enum HoursAdd {
  static let activity = Parameter<String>.operand(
    "activity", optional: true, completion: .query("activities"))
  /// What follows the activity makes the line a sentence.
  static let words = Parameter<String>.operand(
    "words", optional: true, repeats: true, completion: .query("persons"))
  static let fromShift: Parameter<ShiftID> = Values.id(
    option: "from-shift", aliases: ["fra-vakt"], placeholder: "s12")
  static let except = Parameter<String>.option(
    "except", aliases: ["unntatt"], placeholder: "PERSON", completion: .query("persons"),
    repeats: true)
  static let set = Parameter<OneAmount>.option(
    "set", aliases: ["sett"], placeholder: "PERSON=HOURS", repeats: true
  ) { text throws(BadValue) in
    guard let amount = OneAmount(text) else { throw BadValue(expected: "person-hours") }
    return amount
  }

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "add", ["ny", "før"],
      summary: say(nb: "før timer", en: "record hours"),
      discussion: say(
        nb:
          "Uten dag er det i dag. Flere personer gir én føring til hver. Minutter er alltid summen i "
          + "føringen; --hver ganger med antallet.\n"
          + "Ord etter aktiviteten leses som en setning: når, hvor lenge, hvem og +3 for tre uten navn. "
          + "Den gjentas slik den ble forstått før noe føres.\n"
          + "--fra-vakt fører for alle som hadde plass på vakten og ikke har timer der fra før.",
        en:
          "Without a day it is today. Several persons give one entry each. Minutes are always the "
          + "entry's total; --each multiplies by the headcount.\n"
          + "Words after the activity are read as a sentence: when, how long, who, and +3 for three "
          + "unnamed. It is said back as it was understood before anything is recorded.\n"
          + "--from-shift records for everybody who had a place on the shift and has no hours there."
      ),
      parameters: parameters(say), examples: examples(say), run: run)
  }

  private static func parameters(_ say: Say) -> [ParameterSpec] {
    let ways = [
      ParameterSpec(
        activity,
        help: say(nb: "aktivitetens kode eller navn", en: "code or name of the activity"),
        placeholder: say(nb: "AKTIVITET", en: "ACTIVITY")),
      ParameterSpec(
        words,
        help: say(
          nb: "resten av setningen: igår 18-20 Kari, Ola +3",
          en: "the rest of the sentence: yesterday 18-20 Kari, Ola +3"),
        placeholder: say(nb: "ORD", en: "WORDS")),
      ParameterSpec(
        Common.activity, help: say(nb: "aktiviteten, som valg", en: "the activity, as an option")),
      ParameterSpec(
        fromShift,
        help: say(
          nb:
            "før for dem som var på vakten; --person og --antall er da flere som kom, og minutter "
            + "og timer er hver av dem",
          en: "record for those on the shift; --person and --headcount are then more who came, and "
            + "minutes and hours are those of each")),
      ParameterSpec(
        except,
        help: say(nb: "med --fra-vakt: som ikke kom", en: "with --from-shift: who did not come")),
      ParameterSpec(
        set,
        help: say(
          nb: "med --fra-vakt: timene til én: \"Ola=1,5\"",
          en: "with --from-shift: the hours of one: \"Ola=1.5\"")),
    ]
    return ways + Hours.content(say) + [
      Common.late(say),
      ParameterSpec(Common.yes, help: say(nb: "ikke spør", en: "do not ask")),
    ] + Common.writing(say)
  }

  private static func examples(_ say: Say) -> [Example] {
    [
      Example(
        say(
          nb: "timer ny sprakkafe igår 18-20 Kari, Ola +3",
          en: "hours add sprakkafe yesterday 18-20 Kari, Ola +3"),
        say(
          nb: "to timer til Kari, Ola og tre uten navn",
          en: "two hours to Kari, Ola and three unnamed")),
      Example(
        say(
          nb: "timer ny --fra-vakt s12 --unntatt Ola",
          en: "hours add --from-shift s12 --except Ola"),
        say(nb: "alle på vakten, uten Ola", en: "everybody on the shift, but not Ola")),
      Example(
        say(
          nb: "timer ny sprakkafe --person p12 --dag igår --kl 18-20",
          en: "hours add sprakkafe --person p12 --on yesterday --at 18-20"),
        say(nb: "det samme med valg", en: "the same by options")),
      Example(
        say(
          nb: "timer ny hagearbeid --antall 68 --dag 2024-05-14 --timer 3 --hver",
          en: "hours add hagearbeid --headcount 68 --on 2024-05-14 --hours 3 --each"),
        say(nb: "68 uten navn, tre timer hver", en: "68 unnamed people, three hours each")),
    ]
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    if let shift = arguments[fromShift] { return try context.addFromShift(shift) }
    if arguments.has(except) || arguments.has(set) {
      throw Failure.usage(
        "needs-from-shift", nb: "--unntatt og --sett hører sammen med --fra-vakt.",
        en: "--except and --set go with --from-shift")
    }
    if context.isSentence { return try context.addSentence() }
    try context.carryOut { open in
      let entries = try context.entriesByOptions(open)
      context.tellSums(of: entries)
      return context.logging(entries)
    }
  }
}

/// `Ola=1,5`: the hours of one person.
struct OneAmount: Hashable, Sendable {
  let person: String
  let minutes: Int

  init?(_ text: String) {
    guard let sign = text.lastIndex(of: "="),
      let amount = SpelledAmount(hours: String(text[text.index(after: sign)...])),
      !text[..<sign].trimmed.isEmpty
    else { return nil }
    person = text[..<sign].trimmed
    minutes = amount.minutes
  }
}

extension Context {
  /// The command that records entries, in the year or beside a closed one.
  func logging(_ entries: [HourEntry]) -> Command {
    arguments[Common.late] ? .logLate(entries) : .logHours(entries)
  }

  fileprivate func entriesByOptions(_ open: OpenLedger) throws -> [HourEntry] {
    let code = try open.activity(oneActivity()).details.code
    let day = try period(arguments[Common.on]) ?? Period(today)
    let persons = try arguments.all(Hours.persons).map { try open.person($0) }
    let heads = arguments[Hours.headcount]
    if persons.isEmpty == (heads == nil) {
      throw Failure.usage(
        "person-or-headcount",
        nb: "Si enten --person (hvem) eller --antall (hvor mange uten navn).",
        en: "say either --person (who) or --headcount (how many unnamed)")
    }
    try refuseEachAlone()
    let whos: [HourEntry.Who] =
      heads.map { [.unnamed(headcount: $0)] } ?? persons.map { .person($0) }
    return try whos.map { who in
      HourEntry(
        activity: code, on: day, who: who, minutes: try minutes(heads: who.heads),
        known: givenKnown, start: arguments[Hours.at]?.start, shift: arguments[Hours.shift],
        voucher: arguments[Hours.voucher]?.asStoredOrNil)
    }
  }

  /// The activity as operand or option; exactly one of them.
  private func oneActivity() throws -> String {
    let given = [arguments[HoursAdd.activity], arguments[Common.activity]].compactMap { $0 }
    guard given.count == 1 else {
      throw Failure(
        "one-activity", exit: .usage,
        Phrase(nb: "Si hvilken aktivitet, én gang.", en: "say which activity, once"),
        hints: [SentenceWords.example])
    }
    return given[0]
  }

  /// The minutes of an entry of so many heads.
  private func minutes(heads: Int) throws -> Int {
    guard let minutes = try givenMinutes() else {
      throw Failure.usage(
        "no-minutes", nb: "Si hvor lenge: --minutter 90, --timer 1,5 eller --kl 18-20.",
        en: "say how long: --minutes 90, --hours 1.5 or --at 18-20")
    }
    let (total, isTooLarge) = minutes.multipliedReportingOverflow(
      by: arguments[Hours.each] ? heads : 1)
    return isTooLarge ? Int.max : total
  }
}
