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
          nb: minutes < 1
            ? "En føring har minst 1 minutt, ikke \(minutes)."
            : tooLong(minutes, limit, .nb) + ".",
          en: minutes < 1
            ? "an entry has at least 1 minute, not \(minutes)" : tooLong(minutes, limit, .en)),
        [
          Phrase(
            nb: "--minutter er minutter, --timer er timer (3,5)",
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
          nb: "\(name(person)) ville få \(hours(minutes, .nb)) på \(day.text); et døgn har 24.",
          en: "\(name(person)) would have \(hours(minutes, .en)) on \(day.text); a day has 24"),
        [
          Phrase(
            nb: "se hva som er ført: dugnad timer liste --person \(person.text) --dag \(day.text)",
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

  /// "25 timer er mer enn døgnet har for 1 person (24 timer)"; a longer limit comes of more days or
  /// more people.
  private func tooLong(_ minutes: Int, _ limit: Int, _ language: Language) -> String {
    let (given, most) = (hours(minutes, language), hours(limit, language))
    let isOneDay = limit == 24 * 60
    let what = Phrase(
      nb: isOneDay ? "er mer enn døgnet har for 1 person" : "er mer enn dagene har for så mange",
      en: isOneDay
        ? "are more than a day has for 1 person" : "are more than the days have for so many")
    return "\(given) \(what(language)) (\(most))"
  }

  /// "25 timer", "24 t 1 min".
  private func hours(_ minutes: Int, _ language: Language) -> String {
    minutes.isMultiple(of: 60)
      ? Numbers.countedHours(minutes: minutes, language)
      : Numbers.duration(minutes: minutes, language)
  }
}
