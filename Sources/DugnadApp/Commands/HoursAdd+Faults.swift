// Why a sentence about hours was not understood, and the clear ways to write it.

import Domain
import Import
import Wording

/// Sentences about faults of a natural entry.
enum SentenceWords {
  static func failure(_ fault: NaturalEntry.Fault) -> Failure {
    let words = words(fault)
    return Failure(
      words.code, exit: .usage, words.message, hints: ways(fault) + words.hints)
  }

  static let example = Phrase(
    nb: "for eksempel: dugnad timer ny sprakkafe igår 18-20 Kari, Ola +3",
    en: "such as: dugnad hours add sprakkafe yesterday 18-20 Kari, Ola +3")

  /// A word that was taken for a person because it is nothing else, and is nobody's name.
  static func nobody(_ typed: String, _ failure: Failure) -> Failure {
    var failure = Failure(
      failure.code, exit: failure.exit,
      Phrase(
        nb: "Forsto ikke «\(typed)»: verken en dag, en tid eller navnet på noen.",
        en: "'\(typed)' is not understood: neither a day, a time nor anybody's name"),
      hints: failure.hints)
    failure.hints.insert(example, at: 0)
    return failure
  }

  private typealias Words = (code: String, message: Phrase, hints: [Phrase])

  private static func words(_ fault: NaturalEntry.Fault) -> Words {
    switch fault {
    case .noActivity:
      return (
        "no-activity", Phrase(nb: "Begynn med aktiviteten.", en: "begin with the activity"),
        [example]
      )
    case .notUnderstood(let word):
      return (
        "not-understood",
        Phrase(
          nb: "«\(word.text)» er verken en dag, et klokkeslett, en varighet eller et antall.",
          en: "'\(word.text)' is neither a day, a time, a duration nor a number of people"),
        [example]
      )
    case .ambiguous(let word):
      return (
        "ambiguous-word",
        Phrase(
          nb: "«\(word.text)» kan bety flere ting; skriv det tydelig.",
          en: "'\(word.text)' can mean several things; write it clearly"), []
      )
    case .noSuchDay(let word):
      return (
        "no-such-day",
        Phrase(
          nb: "Det er ingen dag eller periode «\(word.text)».",
          en: "there is no day or period '\(word.text)'"),
        [
          Phrase(
            nb: "en dag er 5.3.2024, 5. mars, igår eller mandag",
            en: "a day is 2024-03-05, 5 March, yesterday or Monday")
        ]
      )
    case .twoDays(let first, let second):
      return (
        "two-days",
        Phrase(
          nb: "Her er to dager: «\(first.text)» og «\(second.text)».",
          en: "there are two days: '\(first.text)' and '\(second.text)'"),
        [
          Phrase(
            nb: "en føring har én dag eller én periode: 1.3.2024..15.3.2024",
            en: "an entry has one day or one period: 2024-03-01..2024-03-15")
        ]
      )
    case .weekdayDisagrees(let word, let day):
      return (
        "weekday-disagrees",
        Phrase(
          nb: "\(day.text) var en \(Dates.weekdayName(day.weekday, .nb)), ikke «\(word.text)».",
          en: "\(day.text) was a \(Dates.weekdayName(day.weekday, .en)), not '\(word.text)'"), []
      )
    case .noAmount:
      return (
        "no-minutes", Phrase(nb: "Si hvor lenge.", en: "say how long"),
        [Phrase(nb: "fra–til (18-20), 2t, 90min", en: "from–to (18-20), 2h, 90min"), example]
      )
    case .noPeople:
      return (
        "no-people", Phrase(nb: "Si hvem, eller hvor mange.", en: "say who, or how many"),
        [
          Phrase(
            nb: "navn eller id-er med komma imellom (Kari, p12), eller +3 for tre uten navn",
            en: "names or ids with commas between (Kari, p12), or +3 for three unnamed"), example,
        ]
      )
    default: return amountWords(fault)
    }
  }

  private static func amountWords(_ fault: NaturalEntry.Fault) -> Words {
    switch fault {
    case .twoAmounts(let first, let second), .twoTimes(let first, let second),
      .twoHeadcounts(let first, let second):
      return (
        "said-twice",
        Phrase(
          nb: "«\(first.text)» og «\(second.text)» sier det samme; én er nok.",
          en: "'\(first.text)' and '\(second.text)' say the same thing; one is enough"),
        [
          Phrase(
            nb: "har de ulik tid, før dem hver for seg",
            en: "if their times differ, record them one by one")
        ]
      )
    case .amountBeyondSpan(let minutes, let span):
      return (
        "minutes-beyond-span",
        Phrase(
          nb: "\(minutes) minutter er mer enn klokkeslettene gir (\(span)).",
          en: "\(minutes) minutes are more than the times give (\(span))"), []
      )
    case .personTwice(let word):
      return (
        "person-twice",
        Phrase(nb: "«\(word.text)» er nevnt to ganger.", en: "'\(word.text)' is named twice"), []
      )
    default:
      return (
        "total-of-several",
        Phrase(
          nb: "«i alt» er summen i én føring, og her er det flere.",
          en: "'in all' is the total of one entry, and here are several"),
        [Phrase(nb: "si hvor lenge hver var der", en: "say how long each was there")]
      )
    }
  }

  /// One line a meaning: "klokkeslettet: kl 18".
  private static func ways(_ fault: NaturalEntry.Fault) -> [Phrase] {
    zip(fault.ways(.nb), fault.ways(.en)).map { nb, en in
      let meaning =
        switch nb.meaning {
        case .start: Phrase(nb: "klokkeslettet", en: "the time")
        case .hours: Phrase(nb: "timer", en: "hours")
        case .minutes: Phrase(nb: "minutter", en: "minutes")
        case .headcount: Phrase(nb: "så mange uten navn", en: "so many unnamed")
        case .day: Phrase(nb: "dagen", en: "the day")
        }
      return Phrase(nb: "\(meaning.nb): \(nb.text)", en: "\(meaning.en): \(en.text)")
    }
  }
}
