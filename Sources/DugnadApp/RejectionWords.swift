// Every reason to refuse, in words: what was expected, and how to go on. Side by side, so that a
// reviewer reads both languages at once.

import Domain
import Wording

/// What the sentences need to know beside the rejection itself.
struct RejectionWords {
  /// Without names: where no ledger is open.
  static var plain: RejectionWords {
    RejectionWords(name: \.text) { seq, _ in
      "\(seq)"
    } span: {
      $0...$0
    }
  }

  /// "p12" or "Kari (p12)".
  let name: (PersonID) -> String
  /// A line in words: "h731 · 2 t i sprakkafe …".
  let line: (Int, Language) -> String
  /// The lines of the transaction that a line is in.
  let span: (Int) -> ClosedRange<Int>

  /// Returns the failure that tells a rejection.
  func failure(_ rejection: Rejection) -> Failure {
    let (code, message, hints) = words(rejection)
    return Failure(code, message, hints: hints)
  }

  typealias Words = (String, Phrase, [Phrase])

  func words(_ rejection: Rejection) -> Words {
    ledgerWords(rejection) ?? planWords(rejection) ?? hourWords(rejection)
      ?? undoWords(rejection) ?? yearWords(rejection) ?? grantWords(rejection)
      ?? ("refused", Phrase(nb: "Avvist.", en: "refused"), [])
  }

  // MARK: - The ledger, persons and activities

  private func ledgerWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .alreadyOpened:
      return (
        "already-opened",
        Phrase(nb: "Dette er allerede et regnskap.", en: "this is a ledger already"), []
      )
    case .notOpened:
      return (
        "not-opened", Phrase(nb: "Loggen er tom.", en: "the log is empty"),
        [
          Phrase(
            nb:
              "begynn med dugnad init; har her vært et regnskap, legg tilbake events/ fra en kopi",
            en: "begin with dugnad init; if there was a ledger here, restore events/ from a copy")
        ]
      )
    case .badOrigin:
      return (
        "bad-origin",
        Phrase(
          nb: "Opphavet må være 8 til 64 av a–z 0–9 . -",
          en: "the origin must be 8 to 64 of a–z 0–9 . -"), []
      )
    case .badText(let field, let fault):
      return ("bad-text", textWords(field, fault), [])
    case .commandUsed(let id, let seq):
      return (
        "command-used",
        Phrase(
          nb: "Kommando-id «\(id.text)» er brukt til noe annet, på linje \(seq).",
          en: "command id '\(id.text)' was used for something else, at line \(seq)"),
        [
          Phrase(
            nb: "se hva det var: dugnad vis \(seq)", en: "see what it was: dugnad show \(seq)")
        ]
      )
    case .unknownPerson(let person):
      return (
        "unknown-person",
        Phrase(nb: "Ingen person \(person.text).", en: "no person \(person.text)"),
        [Phrase(nb: "se alle: dugnad person liste", en: "see all: dugnad person list")]
      )
    case .codeTaken(let code):
      return (
        "code-taken",
        Phrase(
          nb: "Koden «\(code.text)» er i bruk.", en: "the code '\(code.text)' is taken"),
        [
          Phrase(
            nb: "velg en annen med --kode, eller endre den som er der: dugnad aktivitet endre "
              + code.text,
            en: "choose another with --code, or change the one there: dugnad activity change "
              + code.text)
        ]
      )
    case .unknownActivity(let code):
      return (
        "unknown-activity",
        Phrase(
          nb: "Ingen aktivitet «\(code.text)».", en: "no activity called '\(code.text)'"),
        [Phrase(nb: "se alle: dugnad aktivitet liste", en: "see all: dugnad activity list")]
      )
    case .activityEnded(let code, let day):
      return (
        "activity-ended",
        Phrase(
          nb: "Aktiviteten «\(code.text)» ble avsluttet \(day.text).",
          en: "the activity '\(code.text)' ended on \(day.text)"),
        [
          Phrase(
            nb: "flytt sluttdagen: dugnad aktivitet endre \(code.text) --slutter DAG",
            en: "move its last day: dugnad activity change \(code.text) --ends DAY")
        ]
      )
    case .repeatedText(let field, let text):
      return (
        "repeated-text",
        Phrase(
          nb: "\(fieldName(field).nb.capitalizedFirst) «\(text)» står to ganger.",
          en: "\(fieldName(field).en) '\(text)' stands twice"), []
      )
    case .nothingChanged:
      return (
        "nothing-changed",
        Phrase(
          nb: "Det er slik allerede; ingenting å endre.", en: "it is so already; nothing to change"),
        []
      )
    case .yearOutOfRange(let year):
      return (
        "year-out-of-range",
        Phrase(
          nb: "Året må være fra 1900 til 2999, ikke \(year).",
          en: "the year must be 1900 to 2999, not \(year)"), []
      )
    case .divisorOutOfRange(let hours):
      return (
        "divisor-out-of-range",
        Phrase(
          nb: "Et årsverk må være 1 til 10 000 timer, ikke \(hours).",
          en: "an årsverk must be 1 to 10,000 hours, not \(hours)"), []
      )
    case .rateOutOfRange(let rate):
      return (
        "rate-out-of-range",
        Phrase(
          nb: "Timesatsen må være 0,01 til 100 000 kr, ikke \(rate) øre.",
          en: "the hourly rate must be 0.01 to 100,000 kr, not \(rate) øre"), []
      )
    case .clockBehind(let now, let last):
      return (
        "clock-behind",
        Phrase(
          nb: "Klokka her viser \(now.text), men siste linje er fra \(last.text).",
          en: "the clock here says \(now.text), but the last line is from \(last.text)"),
        [
          Phrase(
            nb: "still klokka på maskinen; loggen går aldri bakover",
            en: "set the machine's clock; the log never goes backwards")
        ]
      )
    case .clockAhead(let now, let last):
      return (
        "clock-ahead",
        Phrase(
          nb: "Klokka her viser \(now.text), mer enn 400 dager etter siste linje (\(last.text)).",
          en: "the clock here says \(now.text), over 400 days after the last line (\(last.text))"),
        [
          Phrase(
            nb: "stemmer klokka, har regnskapet hvilt lenge: samme kommando med --klokka-stemmer",
            en:
              "if the clock is right, the ledger has rested long: the same command with --clock-checked"
          )
        ]
      )
    default: return nil
    }
  }

  // MARK: - Fields

  private func fieldName(_ field: Rejection.Field) -> Phrase {
    switch field {
    case .name: Phrase(nb: "navnet", en: "name")
    case .alias: Phrase(nb: "aliaset", en: "alias")
    case .group: Phrase(nb: "gruppen", en: "group")
    case .sector: Phrase(nb: "sektoren", en: "sector")
    case .recipient: Phrase(nb: "mottakeren", en: "recipient")
    case .voucher: Phrase(nb: "bilaget", en: "voucher")
    case .source: Phrase(nb: "kilden", en: "source")
    case .funder: Phrase(nb: "tilskuddsgiveren", en: "funder")
    case .scheme: Phrase(nb: "ordningen", en: "scheme")
    case .project: Phrase(nb: "prosjektet", en: "project")
    case .profile: Phrase(nb: "profilen", en: "profile")
    case .rules: Phrase(nb: "kilden til reglene", en: "source of the rules")
    case .kind: Phrase(nb: "typen", en: "kind")
    case .post: Phrase(nb: "posten", en: "post")
    case .to: Phrase(nb: "mottakeren", en: "recipient")
    }
  }

  private func textWords(_ field: Rejection.Field, _ fault: TextRule.Fault) -> Phrase {
    let name = fieldName(field)
    let nb = name.nb.capitalizedFirst
    switch fault {
    case .empty:
      return Phrase(nb: "\(nb) kan ikke være tomt.", en: "\(name.en) cannot be empty")
    case .spaceAtEnd:
      return Phrase(
        nb: "\(nb) kan ikke begynne eller slutte med mellomrom.",
        en: "\(name.en) cannot begin or end with a space")
    case .controlCharacter:
      return Phrase(
        nb: "\(nb) kan ikke ha linjeskift eller styretegn.",
        en: "\(name.en) cannot hold line breaks or control characters")
    case .tooLong(let bytesMax):
      return Phrase(
        nb: "\(nb) kan ha høyst \(bytesMax) byte (æ, ø og å er to hver).",
        en: "\(name.en) can have at most \(bytesMax) bytes (æ, ø and å are two each)")
    }
  }
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
