// Every reason to refuse, in words: what was expected, and how to go on. Side by side, so that a
// reviewer reads both languages at once.

import Domain
import Wording

/// What the sentences need to know beside the rejection itself.
struct RejectionWords {
  /// "p12" or "Kari (p12)".
  let name: (PersonID) -> String
  /// A line in words: "h731 · 2 t i sprakkafe …".
  let line: (Int, Language) -> String

  /// Returns the failure that tells a rejection.
  func failure(_ rejection: Rejection) -> Failure {
    let (code, message, hints) = words(rejection)
    return Failure(code, message, hints: hints)
  }

  private typealias Words = (String, Phrase, [Phrase])

  private func words(_ rejection: Rejection) -> Words {
    ledgerWords(rejection) ?? planWords(rejection) ?? hourWords(rejection)
      ?? undoWords(rejection)
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
        [Phrase(nb: "begynn med: dugnad init", en: "begin with: dugnad init")]
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
            nb: "se hva det var: dugnad show \(seq)", en: "see what it was: dugnad show \(seq)")
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
            nb: "velg en annen med --code, eller endre den som er der: dugnad aktivitet endre "
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
            nb: "flytt sluttdagen: dugnad aktivitet endre \(code.text) --ends DAG",
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
        Phrase(nb: "Det er slik allerede; ingenting å endre.", en: "it is so already; nothing to change"),
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
        [Phrase(nb: "er klokka riktig?", en: "is the clock right?")]
      )
    default: return nil
    }
  }

  // MARK: - Shifts and sign-ups

  private func planWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .unknownShift(let shift):
      return (
        "unknown-shift", Phrase(nb: "Ingen vakt \(shift.text).", en: "no shift \(shift.text)"),
        [Phrase(nb: "se alle: dugnad vakt liste", en: "see all: dugnad shift list")]
      )
    case .shiftCancelled(let shift):
      return (
        "shift-cancelled",
        Phrase(nb: "Vakten \(shift.text) er avlyst.", en: "the shift \(shift.text) is cancelled"),
        [
          Phrase(
            nb: "timer som likevel ble gjort, kan føres: dugnad timer ny",
            en: "hours that were worked all the same can be recorded: dugnad hours add")
        ]
      )
    case .placesOutOfRange(let places):
      return (
        "places-out-of-range",
        Phrase(
          nb: "En vakt har minst én plass, ikke \(places).",
          en: "a shift has at least one place, not \(places)"), []
      )
    case .placesBelowTaken(let shift, let taken):
      return (
        "places-below-taken",
        Phrase(
          nb: "\(taken) har alt plass på \(shift.text); den kan ikke ha færre plasser.",
          en: "\(taken) have a place on \(shift.text) already; it cannot have fewer places"),
        [
          Phrase(
            nb: "meld noen av først: dugnad påmelding avmeld \(shift.text) PERSON",
            en: "withdraw somebody first: dugnad signup withdraw \(shift.text) PERSON")
        ]
      )
    case .unknownSignup(let signup):
      return (
        "unknown-signup",
        Phrase(nb: "Ingen påmelding \(signup.text).", en: "no sign-up \(signup.text)"), []
      )
    case .alreadySignedUp(let person, let shift):
      return (
        "already-signed-up",
        Phrase(
          nb: "\(name(person)) er alt påmeldt \(shift.text).",
          en: "\(name(person)) is signed up for \(shift.text) already"), []
      )
    case .notSignedUp(let person, let shift):
      return (
        "not-signed-up",
        Phrase(
          nb: "\(name(person)) er ikke påmeldt \(shift.text).",
          en: "\(name(person)) is not signed up for \(shift.text)"),
        [Phrase(nb: "se hvem: dugnad show \(shift.text)", en: "see who is: dugnad show \(shift.text)")]
      )
    case .signupWithdrawn(let signup):
      return (
        "signup-withdrawn",
        Phrase(
          nb: "Påmeldingen \(signup.text) er trukket tilbake.",
          en: "the sign-up \(signup.text) was withdrawn"), []
      )
    case .waitingThoughFree(let shift):
      return (
        "waiting-though-free",
        Phrase(
          nb: "Ventelisten på \(shift.text) gjelder bare når det er fullt.",
          en: "the waiting list of \(shift.text) holds only while it is full"), []
      )
    case .shiftFull(let shift):
      return (
        "shift-full", Phrase(nb: "\(shift.text) er full.", en: "\(shift.text) is full"), []
      )
    case .notWaiting(let signup):
      return (
        "not-waiting",
        Phrase(
          nb: "\(signup.text) står ikke på venteliste.",
          en: "\(signup.text) is not on the waiting list"), []
      )
    case .notNextInLine(let signup, let next):
      return (
        "not-next-in-line",
        Phrase(
          nb: "\(next.text) står foran \(signup.text) i køen.",
          en: "\(next.text) is before \(signup.text) in line"), []
      )
    case .placeLeftEmpty(let shift, let waiting):
      return (
        "place-left-empty",
        Phrase(
          nb: "Da ville \(shift.text) ha en ledig plass mens \(waiting.text) venter.",
          en: "\(shift.text) would then have a free place while \(waiting.text) waits"),
        [
          Phrase(
            nb: "angre hele kommandoen, eller meld av: dugnad påmelding avmeld",
            en: "undo the whole command, or withdraw: dugnad signup withdraw")
        ]
      )
    default: return nil
    }
  }

  // MARK: - Hours

  private func hourWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .unknownEntry(let entry):
      return (
        "unknown-entry",
        Phrase(nb: "Ingen timeføring \(entry.text).", en: "no hour entry \(entry.text)"),
        [Phrase(nb: "se alle: dugnad timer liste", en: "see all: dugnad hours list")]
      )
    case .futureDay(let day, let today):
      return (
        "future-day",
        Phrase(
          nb: "\(day.text) har ikke vært ennå; i dag er det \(today.text).",
          en: "\(day.text) has not been yet; today is \(today.text)"),
        [
          Phrase(
            nb: "for en måned eller et år som ikke er over: bruk FRA..TIL, til og med i dag",
            en: "for a month or year that is not over: use FROM..TO, up to today")
        ]
      )
    case .minutesOutOfRange(let minutes, let limit):
      return (
        "minutes-out-of-range",
        Phrase(
          nb: "\(minutes) minutter går ikke; her må det være 1 til \(limit).",
          en: "\(minutes) minutes cannot be; here it must be 1 to \(limit)"),
        [
          Phrase(
            nb: "--minutes er minutter, --hours er timer (3,5)",
            en: "--minutes is minutes, --hours is hours (3.5)")
        ]
      )
    case .headcountOutOfRange(let heads):
      return (
        "headcount-out-of-range",
        Phrase(
          nb: "Antallet må være 1 til 1 000 000, ikke \(heads).",
          en: "the headcount must be 1 to 1,000,000, not \(heads)"), []
      )
    case .dayOver24Hours(let person, let day, let minutes):
      return (
        "day-over-24-hours",
        Phrase(
          nb: "\(name(person)) ville få \(minutes) minutter på \(day.text); et døgn har 1 440.",
          en: "\(name(person)) would have \(minutes) minutes on \(day.text); a day has 1,440"),
        [
          Phrase(
            nb: "se hva som er ført: dugnad timer liste --person \(person.text) --on \(day.text)",
            en: "see what is recorded: dugnad hours list --person \(person.text) --on \(day.text)")
        ]
      )
    case .startNeedsDay:
      return (
        "start-needs-day",
        Phrase(
          nb: "Et klokkeslett hører til en dag, ikke til en periode.",
          en: "a time belongs to a day, not to a period"), []
      )
    case .shiftNeedsDay:
      return (
        "shift-needs-day",
        Phrase(
          nb: "Timer på en vakt hører til en dag, ikke til en periode.",
          en: "hours on a shift belong to a day, not to a period"), []
      )
    case .shiftOfOtherActivity(let shift, let activity):
      return (
        "shift-of-other-activity",
        Phrase(
          nb: "\(shift.text) er en vakt i «\(activity.text)».",
          en: "\(shift.text) is a shift of '\(activity.text)'"), []
      )
    case .alreadyApproved(let entry):
      return (
        "already-approved",
        Phrase(nb: "\(entry.text) er alt godkjent.", en: "\(entry.text) is approved already"), []
      )
    case .notApproved(let entry):
      return (
        "not-approved",
        Phrase(nb: "\(entry.text) er ikke godkjent.", en: "\(entry.text) is not approved"), []
      )
    default: return nil
    }
  }

  // MARK: - Undo and redo

  private func undoWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .nothingToUndo:
      return (
        "nothing-to-undo",
        Phrase(nb: "Du har ingenting å angre.", en: "you have nothing to undo"),
        [
          Phrase(
            nb: "det andre har ført, angres med linjen: dugnad angre LINJE",
            en: "what others recorded is undone by its line: dugnad undo LINE")
        ]
      )
    case .nothingToRedo:
      return (
        "nothing-to-redo",
        Phrase(nb: "Det er ingenting å gjøre om igjen.", en: "there is nothing to redo"),
        [
          Phrase(
            nb: "en eldre angring tas tilbake med linjen: dugnad gjenta LINJE",
            en: "an older undo is taken back by its line: dugnad redo LINE")
        ]
      )
    case .othersWroteSince(let own, let others):
      let lines = others.prefix(5).map { "\(name($0.person)): \($0.seq)" }.joined(separator: ", ")
      return (
        "others-wrote-since",
        Phrase(
          nb: "Andre har skrevet etter deg (\(lines)).",
          en: "others have written after you (\(lines))"),
        [
          Phrase(
            nb: "skal det likevel angres: dugnad angre \(own)",
            en: "to undo yours all the same: dugnad undo \(own)")
        ]
      )
    case .undoneByOther(let line, let person):
      return (
        "undone-by-other",
        Phrase(
          nb: "Den siste angringen (linje \(line)) er gjort av \(name(person)).",
          en: "the newest undo (line \(line)) was made by \(name(person))"),
        [
          Phrase(
            nb: "skal den likevel tas tilbake: dugnad gjenta \(line)",
            en: "to take it back all the same: dugnad redo \(line)")
        ]
      )
    case .noSuchLine(let line):
      return (
        "no-such-line", Phrase(nb: "Ingen linje \(line).", en: "no line \(line)"),
        [Phrase(nb: "se loggen: dugnad logg", en: "see the log: dugnad log")]
      )
    case .alreadyUndone(let seq):
      return (
        "already-undone",
        Phrase(nb: "Linje \(seq) er alt angret.", en: "line \(seq) is undone already"), []
      )
    case .neverUndoable(let seq):
      return (
        "never-undoable",
        Phrase(
          nb: "Linje \(seq) kan ikke angres: \(line(seq, .nb)).",
          en: "line \(seq) cannot be undone: \(line(seq, .en))"), []
      )
    case .undoAndOthersTogether(let line):
      return (
        "undo-together",
        Phrase(
          nb: "Linje \(line) er en angring; ta den alene.",
          en: "line \(line) is an undo; take it alone"), []
      )
    case .neededBy(let dependents):
      return neededWords(dependents)
    case .standsAgain(let line):
      return (
        "stands-again",
        Phrase(nb: "Linje \(line) gjelder alt.", en: "line \(line) stands already"), []
      )
    case .notAnUndo(let line):
      return (
        "not-an-undo",
        Phrase(nb: "Linje \(line) er ikke en angring.", en: "line \(line) is not an undo"), []
      )
    default: return nil
    }
  }

  private func neededWords(_ dependents: [Dependent]) -> Words {
    let shown = dependents.prefix(10)
    let more = dependents.count - shown.count
    func list(_ language: Language, more words: String) -> String {
      let lines = shown.map { dependent in
        let reason = self.words(dependent.rejection).1(language)
        return "\n  \(line(dependent.seq, language)) – \(reason)"
      }
      return lines.joined() + (more > 0 ? "\n  \(words)" : "")
    }
    return (
      "needed-by",
      Phrase(
        nb: "Dette henger sammen med \(dependents.count) senere "
          + (dependents.count == 1 ? "linje:" : "linjer:") + list(.nb, more: "… og \(more) til"),
        en: "this hangs together with \(dependents.count) later "
          + (dependents.count == 1 ? "line:" : "lines:") + list(.en, more: "… and \(more) more")),
      [
        Phrase(
          nb: "angre alt sammen med --cascade; se først hva det endrer med --dry-run",
          en: "undo all of it with --cascade; see first what it changes with --dry-run")
      ]
    )
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
