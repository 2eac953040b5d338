// Every event as a sentence without its subject: "førte 2 t 30 min i sprakkafe for p17 (2024-03-05)".
// The subject is who recorded it, who stands in front.

import Domain
import Wording

/// Says what an event did.
struct EventWords {
  let language: Language
  let names: PersonNames

  func sentence(_ event: Event, at seq: Int) -> String {
    switch event {
    case .ledgerOpened, .personRegistered, .activityAdded, .activityChanged, .activityEnded,
      .yearSet:
      frame(event, at: seq)
    case .importMade, .yearClosed, .yearApproved, .yearReopened:
      closing(event)
    case .shiftPlanned, .shiftChanged, .shiftCancelled, .signupMade, .signupWithdrawn,
      .signupPromoted:
      plan(event, at: seq)
    case .centreAdded, .centreChanged, .activityMarked, .hoursMarked, .participantsAdded,
      .participantsCorrected, .grantAdded, .grantChanged, .grantNoted, .hoursClaimed,
      .claimReleased, .findingWaived, .reportSent:
      grant(event)
    case .hoursLogged, .hoursCorrected, .hoursApproved, .hoursUnapproved, .lateLogged,
      .lateCorrected, .undone, .redone:
      work(event)
    }
  }

  private func frame(_ event: Event, at seq: Int) -> String {
    switch event {
    case .ledgerOpened(let opened):
      let example = ReportWords.of(language).tables.example
      return say(
        nb: "åpnet hendelsesloggen for \(opened.name)",
        nn: "opna hendingsloggen for \(opened.name)", en: "opened the log of \(opened.name)")
        + (opened.reconstruction ? " (\(example))" : "")
    case .personRegistered(let registered):
      let person = names(PersonID(seq: seq))
      let role = role(registered.role)
      return say(
        nb: "registrerte \(person) som \(role)", en: "registered \(person) as \(role)")
    case .activityAdded(let details):
      return say(nb: "la til", en: "added") + " " + describe(details)
    case .activityChanged(let details):
      return say(nb: "endret", nn: "endra", en: "changed") + " " + describe(details)
    case .activityEnded(let code, let day):
      let day = written(day, language)
      return say(
        nb: "avsluttet aktiviteten \(code.text), siste dag \(day)",
        nn: "avslutta aktiviteten \(code.text), siste dag \(day)",
        en: "ended the activity \(code.text), last day \(day)")
    case .yearSet(let settings):
      let divisor = ReportWords.of(language).lines.divisor(settings.divisor)
      let rate = settings.rate.map { ore in
        let kroner = Numbers.kroner(ore: ore, language)
        return say(nb: ", timesats \(kroner)", en: ", hourly rate \(kroner)")
      }
      return say(nb: "satte for", nn: "sette for", en: "set for")
        + " \(settings.year): \(divisor)\(rate ?? "")"
    default: return ""
    }
  }

  private func plan(_ event: Event, at seq: Int) -> String {
    switch event {
    case .shiftPlanned(let activity, let plan):
      let shift = ShiftID(seq: seq).text
      return say(nb: "satte opp vakt", nn: "sette opp vakt", en: "planned shift")
        + " \(shift): \(activity.text) \(describe(plan))"
    case .shiftChanged(let shift, let plan):
      return say(nb: "endret vakt", nn: "endra vakt", en: "changed shift") + " \(shift.text)"
        + say(nb: " til", en: " to") + " \(describe(plan))"
    case .shiftCancelled(let shift, let reason):
      return say(nb: "avlyste vakt", en: "cancelled shift")
        + " \(shift.text) (\(self.reason(reason)))"
    case .signupMade(let shift, let person, let waiting):
      let (person, signup) = (names(person), SignupID(seq: seq).text)
      return waiting
        ? say(
          nb: "satte \(person) på venteliste til vakt \(shift.text) (\(signup))",
          nn: "sette \(person) på venteliste til vakt \(shift.text) (\(signup))",
          en: "put \(person) on the waiting list of shift \(shift.text) (\(signup))")
        : say(
          nb: "meldte \(person) på vakt \(shift.text) (\(signup))",
          nn: "melde \(person) på vakt \(shift.text) (\(signup))",
          en: "signed \(person) up for shift \(shift.text) (\(signup))")
    case .signupWithdrawn(let signup):
      return say(nb: "registrerte avmelding av", en: "recorded the withdrawal of")
        + " \(signup.text)"
    case .signupPromoted(let signup):
      return say(
        nb: "ga påmelding \(signup.text) plass fra ventelisten",
        nn: "gav påmelding \(signup.text) plass frå ventelista",
        en: "gave sign-up \(signup.text) a place from the waiting list")
    default: return ""
    }
  }

  private func work(_ event: Event) -> String {
    switch event {
    case .hoursLogged(let content):
      return say(nb: "førte", en: "recorded") + " " + describe(content)
    case .hoursCorrected(let entry, let content, let reason):
      return say(nb: "rettet", nn: "retta", en: "corrected") + " \(entry.text) "
        + say(nb: "til", en: "to") + " \(describe(content)): \(self.reason(reason))"
    case .lateLogged(let content):
      return say(nb: "etterførte", en: "recorded late:") + " " + describe(content)
    case .lateCorrected(let entry, let content, let reason):
      return say(nb: "rettet etter avslutning", nn: "retta etter avslutning", en: "corrected late")
        + " \(entry.text) " + say(nb: "til", en: "to")
        + " \(describe(content)): \(self.reason(reason))"
    case .hoursApproved(let entry):
      return say(nb: "godkjente", nn: "godkjende", en: "approved") + " \(entry.text)"
    case .hoursUnapproved(let entry):
      return say(
        nb: "trakk tilbake godkjenningen av \(entry.text)",
        nn: "trekte tilbake godkjenninga av \(entry.text)",
        en: "withdrew the approval of \(entry.text)")
    case .undone(let ranges, let reason):
      let why = reason.map { " (\(self.reason($0)))" } ?? ""
      return say(nb: "angret linje", nn: "angra linje", en: "undid line") + " \(text(ranges))"
        + why
    case .redone(let undo):
      return say(
        nb: "tok tilbake angringen i linje \(undo)",
        nn: "tok tilbake angringa i linje \(undo)",
        en: "took back the undo in line \(undo)")
    default: return ""
    }
  }

  func say(nb: String, nn: String? = nil, en: String) -> String {
    Phrase(nb: nb, nn: nn, en: en)(language)
  }
}
