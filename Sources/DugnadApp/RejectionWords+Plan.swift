// Shifts and sign-ups: why not, and how to go on.

import Domain
import Wording

extension RejectionWords {
  func planWords(_ rejection: Rejection) -> Words? {
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
        [
          Phrase(
            nb: "se hvem: dugnad vis \(shift.text)", en: "see who is: dugnad show \(shift.text)")
        ]
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
}
