// Closed years and imports: why not, and the ways out.

import Domain
import Wording

extension RejectionWords {
  func yearWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .shiftNotOver(let shift, let ends):
      return (
        "shift-not-over",
        Phrase(
          nb: "\(shift.text) er ikke over; den slutter \(moment(ends)).",
          en: "\(shift.text) is not over; it ends \(moment(ends))"),
        [
          Phrase(
            nb:
              "før timene når vakten er over, eller endre vakten: dugnad vakt endre \(shift.text)",
            en: "record the hours when it is over, or change it: dugnad shift change \(shift.text)")
        ]
      )
    case .yearClosed(let year, let closing):
      return (
        "year-closed",
        Phrase(
          nb: "Året \(year) er avsluttet (linje \(closing)); det som gjelder året, står fast.",
          en: "the year \(year) is closed (line \(closing)); what belongs to it stands fast"),
        [
          Phrase(
            nb:
              "timer som kom for sent, føres eller rettes ved siden av: dugnad timer ny … --etter, "
              + "dugnad timer rett … --etter",
            en: "hours that came too late are recorded or corrected beside it: dugnad hours add … "
              + "--late, dugnad hours correct … --late"),
          Phrase(
            nb:
              "skal tallene endres, gjenåpne og få ny godkjenning: dugnad gjenåpne \(year) --grunn …",
            en:
              "to change the figures, reopen and get a new approval: dugnad reopen \(year) --reason …"
          ),
        ]
      )
    case .yearNotClosed(let year):
      return (
        "year-not-closed",
        Phrase(nb: "Året \(year) er ikke avsluttet.", en: "the year \(year) is not closed"),
        [
          Phrase(
            nb: "så lenge året er åpent, føres og rettes timer på vanlig måte, uten --etter",
            en: "while the year is open, hours are recorded and corrected as usual, without --late"),
          Phrase(
            nb: "er alt ført, kan det avsluttes: dugnad avslutt \(year)",
            en: "once everything is recorded, it can be closed: dugnad close \(year)"),
        ]
      )
    case .yearNotOver(let year, let today):
      return (
        "year-not-over",
        Phrase(
          nb: "Året \(year) er ikke over; i dag er det \(today.text).",
          en: "the year \(year) is not over; today is \(today.text)"),
        [
          Phrase(
            nb: "rapporter av et åpent år er lov: dugnad rapport år \(year)",
            en: "reports of an open year are allowed: dugnad report year \(year)")
        ]
      )
    case .lateKeepsYear(let entry, let year):
      return (
        "late-keeps-year",
        Phrase(
          nb:
            "En sen retting flytter ikke en føring til et annet år: \(entry.text) hører til \(year).",
          en:
            "a late correction moves no entry to another year: \(entry.text) belongs to \(year)"),
        [
          Phrase(
            nb: "ta den tilbake (dugnad angre \(entry.text)), og før den på nytt i riktig år",
            en: "take it back (dugnad undo \(entry.text)), and record it anew in the right year")
        ]
      )
    case .otherClosing(let year, let closing):
      return (
        "other-closing",
        Phrase(
          nb:
            "Året \(year) er avsluttet i linje \(closing), med en annen kontrollsum enn den som er nevnt.",
          en:
            "the year \(year) is closed at line \(closing), with another digest than the one named"),
        []
      )
    case .yearApproved(let year, let day):
      return (
        "year-approved",
        Phrase(
          nb: "Godkjenningen av \(year) er alt ført (\(day.text)).",
          en: "the approval of \(year) is recorded already (\(day.text))"),
        [
          Phrase(
            nb: "er den feil, gjenåpne og avslutt på nytt: dugnad gjenåpne \(year) --grunn …",
            en: "if it is wrong, reopen and close again: dugnad reopen \(year) --reason …")
        ]
      )
    case .approvedTooEarly(let day, let year):
      return (
        "approved-too-early",
        Phrase(
          nb: "Årsmøtet kan ikke ha godkjent \(year) den \(day.text): året var ikke over.",
          en:
            "the annual meeting cannot have approved \(year) on \(day.text): the year was not over"),
        []
      )
    case .badAcceptance:
      return (
        "bad-acceptance",
        Phrase(
          nb: "Det som godtas, skal nevnes én gang hver og ha en grunn.",
          en: "what is accepted is named once each, and has a reason"), []
      )
    case .sourceMoved(let source, let newest):
      let id = newest?.text ?? "–"
      return (
        "source-moved",
        Phrase(
          nb: "Siste import fra «\(source)» er nå \(id).",
          en: "the newest import from '\(source)' is \(id) now"),
        [Phrase(nb: "prøv igjen", en: "try again")]
      )
    case .badTable:
      return (
        "bad-table",
        Phrase(
          nb: "En trykt årstabell hører til ett år.", en: "a printed table belongs to one year"), []
      )
    case .importNotFirst:
      return (
        "import-not-first",
        Phrase(
          nb: "En import står først i sin transaksjon.",
          en: "an import stands first in its transaction"), []
      )
    case .importInPart(let id):
      return (
        "import-in-part",
        Phrase(
          nb: "\(id.text) og radene fra den hører sammen.",
          en: "\(id.text) and the rows from it go together"),
        [
          Phrase(
            nb: "angre hele importen: dugnad angre \(id.text); se den: dugnad vis \(id.text)",
            en: "undo the whole import: dugnad undo \(id.text); see it: dugnad show \(id.text)")
        ]
      )
    default: return nil
    }
  }

  /// A moment as a wall clock in Oslo shows it.
  private func moment(_ instant: Instant) -> String {
    "\(instant.osloDay.text) \(instant.osloClock.text)"
  }
}
