// Hours: why not, and how to go on.

import Domain
import Wording

extension RejectionWords {
  func hourWords(_ rejection: Rejection) -> Words? {
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
}
