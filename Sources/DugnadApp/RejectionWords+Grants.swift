// Grants, participants and claims: why not, and the ways out.

import Domain
import Reports
import Wording

extension RejectionWords {
  func grantWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .unknownCentre(let id):
      return unknown(
        "unknown-centre", id.text, nb: "sentral", en: "centre", list: "sentral liste",
        "centre list")
    case .badOrganisationNumber(let number):
      return (
        "bad-organisation-number",
        Phrase(
          nb: "«\(number)» er ikke et organisasjonsnummer; det har ni sifre, og det siste er et "
            + "kontrollsiffer.",
          en: "'\(number)' is no organisation number: nine digits, the last a control digit"), []
      )
    case .unknownGrant(let id):
      return unknown(
        "unknown-grant", id.text, nb: "tilskudd", en: "grant", list: "tilskudd liste", "grant list")
    case .unknownParticipants(let id):
      return unknown(
        "unknown-participants", id.text, nb: "føring av deltakere", en: "count of participants",
        list: "deltakere liste", "participants list")
    case .unknownClaim(let id):
      return (
        "unknown-claim",
        Phrase(
          nb: "\(id.text) er ikke ført på noe tilskudd, eller er frigjort.",
          en: "\(id.text) is no standing claim"),
        [
          Phrase(
            nb: "se hva det var: dugnad vis \(id.text)",
            en: "see what it was: dugnad show \(id.text)")
        ]
      )
    case .grantEndsBefore(let from, let to):
      return (
        "grant-ends-before",
        Phrase(
          nb: "Tilskuddet kan ikke slutte \(to.text) når det begynner \(from.text).",
          en: "the grant cannot end on \(to.text) when it begins on \(from.text)"), []
      )
    case .agesOverlap(let band, let next):
      return (
        "ages-overlap",
        Phrase(
          nb:
            "Aldersgruppene \(band.text) og \(next.text) overlapper eller står i feil rekkefølge.",
          en: "the age bands \(band.text) and \(next.text) overlap or are out of order"), []
      )
    case .shareOutOfRange(let share):
      return (
        "share-out-of-range",
        Phrase(
          nb: "Andelen \(share) er ikke fra 0 til 100 prosent.",
          en: "the share \(share) is not from 0 to 100 percent"), []
      )
    case .amountOutOfRange(let amount):
      return (
        "amount-out-of-range",
        Phrase(
          nb: "\(amount) er ikke et beløp eller antall som kan føres; det minste er 1.",
          en: "\(amount) is no amount or number that can be recorded; the least is 1"), []
      )
    case .dayNotInBudget:
      return (
        "day-not-in-budget",
        Phrase(nb: "En budsjettlinje har ingen dato.", en: "a line of a budget has no day"),
        [
          Phrase(
            nb: "er det brukt eller mottatt, hører det til regnskapet: --regnskapslinje",
            en: "what was spent or received belongs to the accounts: --accounts")
        ]
      )
    case .accountsNeedDay:
      return (
        "accounts-need-day",
        Phrase(nb: "En regnskapslinje trenger en dato.", en: "a line of the accounts needs a day"),
        [Phrase(nb: "gi den med --den 2024-05-17", en: "give it: --on 2024-05-17")]
      )
    case .fundingOfIncome:
      return (
        "funding-of-income",
        Phrase(
          nb: "En inntekt sier hvor den kommer fra, og en kostnad gjør det ikke.",
          en: "an income says where it comes from, and a cost does not"), []
      )
    case .wrongStep(let id, let from, let to):
      let (was, will) = (GrantWords.name(from), GrantWords.name(to))
      let next = from.next.map { GrantWords.name($0).nb }.joined(separator: ", ")
      let nextEn = from.next.map { GrantWords.name($0).en }.joined(separator: ", ")
      return (
        "wrong-step",
        Phrase(
          nb: "\(id.text) er \(was.nb) og kan ikke bli \(will.nb).",
          en: "\(id.text) is \(was.en) and cannot become \(will.en)"),
        [
          from.next.isEmpty
            ? Phrase(
              nb: "er det feil, angre linjen: dugnad vis \(id.text) viser den",
              en: "if that is wrong, undo its line: dugnad show \(id.text) names it")
            : Phrase(nb: "det neste kan være: \(next)", en: "what may come next: \(nextEn)")
        ]
      )
    default: return claimWords(rejection)
    }
  }

  private func claimWords(_ rejection: Rejection) -> Words? {
    switch rejection {
    case .participantsOutOfRange(let count):
      return (
        "participants-out-of-range",
        Phrase(
          nb: "\(count) er ikke et antall deltakere fra 1 til 1 000 000.",
          en: "\(count) is not a number of participants from 1 to 1 000 000"), []
      )
    case .markNotHere(let mark):
      let name = GrantWords.name(mark)
      return (
        "mark-not-here",
        Phrase(
          nb: "Merket «\(name.nb)» kan ikke brukes her.",
          en: "the mark '\(name.en)' does not go here"),
        [
          Phrase(
            nb:
              "«lønnet» er for enkelte føringer, «åpen møteplass» for aktiviteter; lønnet arbeid er "
              + "aldri egeninnsats og nevnes ikke i et tilskudd",
            en:
              "'paid' is for single entries, 'open meeting place' for activities; paid work is never "
              + "own contribution and is not named in a grant")
        ]
      )
    case .notApprovedYet(let entry):
      return (
        "not-approved-yet",
        Phrase(
          nb: "\(entry.text) er ikke godkjent, og bare godkjente timer kan føres på et tilskudd.",
          en: "\(entry.text) is not approved, and only approved hours can be claimed"),
        [
          Phrase(
            nb: "godkjenn den: dugnad timer godkjenn \(entry.text)",
            en: "approve it: dugnad hours approve \(entry.text)")
        ]
      )
    case .grantTakesNone(let id, let status):
      let name = GrantWords.name(status)
      return (
        "grant-takes-none",
        Phrase(
          nb: "\(id.text) er \(name.nb) og tar ikke imot timer.",
          en: "\(id.text) is \(name.en) and takes no hours"), []
      )
    case .outsideGrant(let entry, let grant, let from, let to):
      return (
        "outside-grant",
        Phrase(
          nb: "\(entry.text) er utenfor tiden til \(grant.text) (\(from.text)–\(to.text)).",
          en: "\(entry.text) is outside the time of \(grant.text) (\(from.text)–\(to.text))"), []
      )
    case .activityNotOfGrant(let code, let grant):
      return (
        "activity-not-of-grant",
        Phrase(
          nb: "Aktiviteten \(code.text) hører ikke til \(grant.text).",
          en: "the activity \(code.text) does not belong to \(grant.text)"),
        [
          Phrase(
            nb: "ta den med: dugnad tilskudd endre \(grant.text) --aktivitet \(code.text)",
            en: "include it: dugnad grant change \(grant.text) --activity \(code.text)")
        ]
      )
    case .paidHours(let entry):
      return (
        "paid-hours",
        Phrase(
          nb: "\(entry.text) er merket som lønnet, og lønnet arbeid er ikke egeninnsats.",
          en: "\(entry.text) is marked as paid, and paid work is no own contribution"), []
      )
    case .excludedWork(let entry, let mark, let grant):
      let name = GrantWords.name(mark)
      return (
        "excluded-work",
        Phrase(
          nb: "\(entry.text) er \(name.nb), og det teller ikke for \(grant.text).",
          en: "\(entry.text) is \(name.en), which does not count for \(grant.text)"), []
      )
    case .claimTaken(let entry, let first, let grant, let left):
      let hours = (
        nb: Numbers.duration(minutes: left, .nb), en: Numbers.duration(minutes: left, .en)
      )
      return (
        "claim-taken",
        left == 0
          ? Phrase(
            nb:
              "Timene i \(entry.text) er alt ført på \(grant.text) (\(first.text)); én time kan bare "
              + "føres på ett tilskudd.",
            en:
              "the hours of \(entry.text) are claimed on \(grant.text) already (\(first.text)); an "
              + "hour is claimed once")
          : Phrase(
            nb: "Av \(entry.text) er \(hours.nb) igjen; resten er ført på \(grant.text) "
              + "(\(first.text)).",
            en: "\(hours.en) of \(entry.text) is left; the rest is claimed on \(grant.text) "
              + "(\(first.text))"),
        [release(first)]
      )
    case .claimed(let entry, let claim, let grant):
      return (
        "claimed",
        Phrase(
          nb:
            "\(entry.text) er ført på \(grant.text) (\(claim.text)), så aktivitet, tid, minutter og "
            + "godkjenning må stå.",
          en:
            "\(entry.text) is claimed on \(grant.text) (\(claim.text)), so its activity, time, minutes "
            + "and approval must stand"),
        [release(claim)]
      )
    case .sentBeyondLog(let size):
      return (
        "sent-beyond-log",
        Phrase(
          nb: "En rapport kan ikke bygge på linje \(size), som kommer etter den.",
          en: "a report cannot be computed from line \(size), which comes after it"), []
      )
    case .badFinding(let id):
      return (
        "bad-finding",
        Phrase(nb: "«\(id)» er ikke et funn.", en: "'\(id)' is no finding"), []
      )
    case .alreadyWaived(let entry, let finding):
      return (
        "already-waived",
        Phrase(
          nb: "Det er alt gitt et begrunnet unntak for \(finding) ved \(entry.text).",
          en: "\(finding) at \(entry.text) is waived already"), []
      )
    default: return nil
    }
  }

  private func release(_ claim: ClaimID) -> Phrase {
    Phrase(
      nb:
        "skal det endres, frigjør timene først: dugnad tilskudd før --frigi \(claim.text) --grunn …",
      en: "to change it, release the hours first: dugnad grant claim --release \(claim.text) "
        + "--reason …")
  }

  private func unknown(
    _ code: String, _ id: String, nb: String, en: String, list: String, _ listEn: String
  ) -> Words {
    (
      code,
      Phrase(
        nb: "\(id) er \(nb == "tilskudd" ? "ikke noe" : "ingen") \(nb).", en: "\(id) is no \(en)"),
      [Phrase(nb: "se dem med dugnad \(list)", en: "see them: dugnad \(listEn)")]
    )
  }
}
