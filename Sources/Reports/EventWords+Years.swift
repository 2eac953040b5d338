// Sentences about imports and closed years.

import Domain
import Wording

extension EventWords {
  func closing(_ event: Event) -> String {
    switch event {
    case .importMade(let made):
      return say(nb: "importerte", en: "imported") + " \(kind(made.kind)) "
        + say(nb: "fra", nn: "frå", en: "from") + " "
        + say(nb: "«\(made.source)»", en: "“\(made.source)”") + ": "
        + Numbers.counted(
          made.rows, say(nb: "rad", en: "row"), say(nb: "rader", en: "rows"), language)
        + (made.after.map { say(nb: ", etter \($0.text)", en: ", after \($0.text)") } ?? "")
    case .yearClosed(let closing):
      let hours = Numbers.countedHours(minutes: closing.totals.minutes, language)
      let distinct = Numbers.integer(closing.totals.distinct, language)
      let short = String(closing.digest.prefix(8))
      return say(
        nb: "avsluttet året \(closing.year): \(hours), ulike frivillige: \(distinct), "
          + "kontrollsum \(short)",
        nn: "avslutta året \(closing.year): \(hours), ulike frivillige: \(distinct), "
          + "kontrollsum \(short)",
        en: "closed the year \(closing.year): \(hours), different volunteers: \(distinct), "
          + "digest \(short)")
        + accepted(closing)
    case .yearApproved(let year, let line, _, let day):
      let day = written(day, language)
      return say(
        nb: "førte at årsmøtet godkjente \(year), avsluttet i linje \(line), \(day)",
        nn: "førte at årsmøtet godkjende \(year), avslutta i linje \(line), \(day)",
        en: "recorded that the annual meeting approved \(year), closed in line \(line), on \(day)")
    case .yearReopened(let year, let reason, let note):
      let why =
        note.flatMap(names.note).map { say(nb: "«\($0)»", en: "“\($0)”") } ?? self.reason(reason)
      return say(nb: "gjenåpnet året", nn: "opna att året", en: "reopened the year")
        + " \(year): \(why)"
    default: return ""
    }
  }

  private func accepted(_ closing: YearClosing) -> String {
    guard let reason = closing.reason, !closing.accepted.isEmpty else { return "" }
    let checks = closing.accepted.map(check).joined(separator: ", ")
    return say(nb: "; godtatt: ", nn: "; godteke: ", en: "; accepted: ")
      + "\(checks) (\(self.reason(reason)))"
  }

  /// What rows of a kind are called.
  func kind(_ kind: ImportMade.Kind) -> String {
    switch kind {
    case .hours: say(nb: "timer", nn: "timar", en: "hours")
    case .signups: say(nb: "påmeldinger", nn: "påmeldingar", en: "sign-ups")
    case .persons: say(nb: "personer", nn: "personar", en: "persons")
    case .activities: say(nb: "aktiviteter", nn: "aktivitetar", en: "activities")
    case .shifts: say(nb: "vakter", en: "shifts")
    case .table: say(nb: "en trykt årstabell", nn: "ein trykt årstabell", en: "a printed table")
    }
  }

  /// A check of the closing, as a noun.
  func check(_ check: ClosingCheck) -> String {
    switch check {
    case .unapproved:
      say(
        nb: "timer som ikke er godkjent", nn: "timar som ikkje er godkjende",
        en: "hours not approved")
    case .noCategory:
      say(
        nb: "aktiviteter uten kategori", nn: "aktivitetar utan kategori",
        en: "activities without category")
    case .implausible:
      say(
        nb: "timer som er vanskelige å tro", nn: "timar som er vanskelege å tru",
        en: "hours hard to believe")
    case .openShifts:
      say(nb: "vakter uten timer", nn: "vakter utan timar", en: "shifts without hours")
    }
  }

  /// Why a check was accepted.
  func reason(_ reason: AcceptReason) -> String {
    switch reason {
    case .checked: say(nb: "kontrollert mot papir", en: "checked on paper")
    case .notNeeded: say(nb: "ikke nødvendig", nn: "ikkje nødvendig", en: "not needed")
    case .board: say(nb: "bestemt av styret", en: "decided by the board")
    case .other: say(nb: "annet", nn: "anna", en: "other")
    }
  }
}
