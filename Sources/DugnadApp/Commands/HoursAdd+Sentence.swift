// hours add as a sentence: `sprakkafe igår 18-20 Kari, Ola +3`. It is said back in words before it is
// recorded, and where somebody can answer, asked.

import CommandLineKit
import Domain
import Import
import Wording

extension Context {
  /// The words of the sentence, the activity first.
  private var sentence: [String] {
    [arguments[HoursAdd.activity]].compactMap { $0 } + arguments.all(HoursAdd.words)
  }

  /// Whether the words are a sentence: several of them, or one in quotation marks that no option
  /// goes with.
  var isSentence: Bool {
    if arguments.has(HoursAdd.words) { return true }
    guard let only = arguments[HoursAdd.activity] else { return false }
    return only.contains(where: \.isWhitespace) && optionsBesideSentence.isEmpty
  }

  /// The options that would say again what a sentence says.
  private var optionsBesideSentence: [String] {
    let said: [(Bool, String)] = [
      (arguments.has(Common.activity), say(nb: "--aktivitet", en: "--activity")),
      (arguments.has(Hours.persons), "--person"),
      (arguments.has(Hours.headcount), say(nb: "--antall", en: "--headcount")),
      (arguments.has(Common.on), say(nb: "--dag", en: "--on")),
      (arguments.has(Hours.at), say(nb: "--kl", en: "--at")),
      (arguments.has(Hours.minutes), say(nb: "--minutter", en: "--minutes")),
      (arguments.has(Hours.hours), say(nb: "--timer", en: "--hours")),
      (arguments.has(Hours.each), say(nb: "--hver", en: "--each")),
    ]
    return said.filter(\.0).map(\.1)
  }

  func addSentence() throws {
    let mixed = optionsBesideSentence
    if !mixed.isEmpty { throw mixedWays(mixed) }
    var isSaid = false
    try carryOutAsking { open in
      let (entries, activity, assumed) = try understood(in: open)
      if !isSaid { tellUnderstood(entries, activity, assumed, in: open) }
      isSaid = true
      return logging(entries)
    }
  }

  private func understood(
    in open: OpenLedger
  ) throws -> ([HourEntry], Activity, Set<NaturalEntry.Assumption>) {
    let said: NaturalEntry
    do throws(NaturalEntry.Fault) {
      said = try NaturalEntry(sentence, today: today, isActivity: open.isActivity)
    } catch {
      throw SentenceWords.failure(error)
    }
    let activity = try open.activity(said.activity)
    let persons = try said.persons.map { typed in
      do {
        return try open.person(typed)
      } catch let failure as Failure
        where failure.code == "unknown-person" && PersonID(text: typed) == nil
      {
        throw SentenceWords.nobody(typed, failure)
      }
    }
    if let twice = persons.first(where: { person in persons.count { $0 == person } > 1 }) {
      throw Failure.usage(
        "person-twice", nb: "\(open.name(twice)) er nevnt to ganger.",
        en: "\(open.name(twice)) is named twice")
    }
    let entries = said.entries(
      activity: activity.details.code, persons: persons, known: givenKnown,
      shift: arguments[Hours.shift], voucher: arguments[Hours.voucher]?.asStoredOrNil)
    guard let entries else {
      throw Failure.usage(
        "too-much", nb: "Det blir flere minutter enn noen kan telle.",
        en: "that is more minutes than anybody can count")
    }
    return (entries, activity, said.assumed)
  }

  private func mixedWays(_ options: [String]) -> Failure {
    let list = options.joined(separator: ", ")
    return Failure(
      "sentence-or-options", exit: .usage,
      Phrase(
        nb: "Ordene etter aktiviteten er en setning, og da kan ikke også \(list) brukes.",
        en: "the words after the activity are a sentence, and \(list) cannot be used beside it"),
      hints: [
        Phrase(
          nb: "si alt i setningen: dugnad timer ny sprakkafe igår 18-20 Kari, Ola +3",
          en: "say it all in the sentence: dugnad hours add sprakkafe yesterday 18-20 Kari, Ola +3"),
        Phrase(
          nb:
            "eller sett et navn med flere ord i anførselstegn: dugnad timer ny \"Språkkafé Nymoen\" …",
          en:
            "or put a name of several words in quotation marks: dugnad hours add \"Language Café\" …"
        ),
      ])
  }
}

extension OpenLedger {
  /// Whether leading words of a sentence are an activity. Several words only by their whole name, so
  /// that nobody's name is taken for a part of it.
  fileprivate func isActivity(_ words: [String]) -> Bool {
    let typed = words.joined(separator: " ")
    if words.count == 1 { return (try? activity(typed)) != nil }
    let key = searchKey(typed)
    return state.activities.values.contains { activity in
      ([activity.details.name] + activity.details.aliases).contains { searchKey($0) == key }
    }
  }
}
