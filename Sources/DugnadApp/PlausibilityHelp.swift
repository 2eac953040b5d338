// What each kind of plausibility finding means, why an auditor asks, and what to do: `audit --explain`.

import Projections
import Reports
import Wording

/// What there is to say of one kind of finding.
struct PlausibilityHelp {
  let id: PlausibilityID
  let meaning: Phrase
  let why: Phrase
  let remedy: Phrase

  /// How grave it may be.
  var severities: [PlausibilitySeverity] {
    switch id {
    case .overlap, .cancelledShift, .claimExcluded: [.error]
    case .ownApproval: [.error, .warning]
    case .longDay, .duplicateLooking, .noSignup, .claimUnapproved: [.warning]
    case .enteredLate, .roundPadding, .equalBlock: [.info]
    }
  }

  /// "feil, advarsel".
  var severity: Phrase {
    let names = severities.map(PlausibilityWords.name)
    return Phrase(
      nb: names.map(\.nb).joined(separator: ", "), nn: names.map(\.nn).joined(separator: ", "),
      en: names.map(\.en).joined(separator: ", "))
  }

  /// How to stand by it.
  var waiving: Phrase {
    Phrase(
      nb:
        "dugnad begrunn FØRING --funn \(id.rawValue) --grunn checked; det står i loggen med navn og "
        + "grunn, og faller om føringen rettes",
      en:
        "dugnad waive ENTRY --finding \(id.rawValue) --reason checked; it stands in the log with who "
        + "and why, and falls when the entry is corrected")
  }

  init(_ id: PlausibilityID) {
    self.id = id
    (meaning, why, remedy) = Self.words(id)
  }

  private static func words(_ id: PlausibilityID) -> (Phrase, Phrase, Phrase) {
    switch id {
    case .overlap, .longDay, .duplicateLooking, .cancelledShift, .noSignup: ofTheDay(id)
    case .ownApproval, .claimExcluded, .claimUnapproved: ofWhoAnswers(id)
    case .enteredLate, .roundPadding, .equalBlock: ofThePattern(id)
    }
  }

  private static let correct = Phrase(
    nb: "hold den mot papiret; rett den (dugnad timer rett) eller ta den tilbake (dugnad angre)",
    en: "hold it against the paper; correct it (dugnad hours correct) or take it back (dugnad undo)"
  )

  private static func ofTheDay(_ id: PlausibilityID) -> (Phrase, Phrase, Phrase) {
    switch id {
    case .overlap:
      (
        Phrase(
          nb: "samme person er i to føringer på samme tid",
          en: "the same person is in two entries at the same time"),
        Phrase(
          nb: "ingen er to steder på en gang: en time er ført for mye, eller på feil tid",
          en: "nobody is in two places: an hour is recorded too much, or at a wrong time"), correct
      )
    case .cancelledShift:
      (
        Phrase(nb: "timer på en avlyst vakt", en: "hours on a shift that was cancelled"),
        Phrase(
          nb: "på en avlyst vakt var det ingen; det vanlige er at timene kom før avlysningen",
          en: "nobody was on a cancelled shift; mostly the hours came before it was cancelled"),
        correct
      )
    case .longDay:
      (
        Phrase(
          nb: "en person har over 16 timer på én dag",
          en: "a person has over 16 hours on one day"),
        Phrase(
          nb: "oftest er det minutter skrevet som timer, eller flere dager ført på én",
          en: "mostly minutes typed as hours, or several days recorded on one"), correct
      )
    case .noSignup:
      (
        Phrase(
          nb: "timer på en vakt av en som ikke har plass på den",
          en: "hours on a shift by somebody who has no place on it"),
        Phrase(
          nb: "påmeldingen er det andre papiret som sier hvem som var der",
          en: "the sign-up is the other paper that says who was there"),
        Phrase(
          nb: "kom personen likevel, begrunn det; er det en annen, rett føringen",
          en: "if the person came all the same, stand by it; if it is another, correct the entry")
      )
    default:
      (
        Phrase(
          nb:
            "aktivitet, dag, person og minutter er de samme som i en annen føring, og ingenting skiller dem",
          en:
            "activity, day, person and minutes are those of another entry, and nothing tells them apart"
        ),
        Phrase(
          nb: "det samme arket kan være ført to ganger",
          en: "the same sheet may have been recorded twice"), correct
      )
    }
  }

  private static func ofWhoAnswers(_ id: PlausibilityID) -> (Phrase, Phrase, Phrase) {
    switch id {
    case .ownApproval:
      (
        Phrase(
          nb:
            "godkjent av den frivillige selv (feil), eller av den som førte eller rettet (advarsel)",
          en: "approved by the volunteer (error), or by who recorded or corrected it (warning)"),
        Phrase(
          nb: "en godkjenning er at en annen har sett på timene",
          en: "an approval says that somebody else has looked at the hours"),
        Phrase(
          nb:
            "trekk godkjenningen tilbake (dugnad timer godkjenn --trekk-tilbake), og la en annen godkjenne",
          en: "revoke the approval (dugnad hours approve --revoke), and let somebody else approve")
      )
    case .claimExcluded:
      (
        Phrase(
          nb: "ført på et tilskudd som ikke regner med slikt arbeid; merket kom etterpå",
          en: "claimed on a grant that leaves such work out; the mark came later"),
        Phrase(
          nb: "timene kan ikke rapporteres på dette tilskuddet",
          en: "the hours cannot be reported on this grant"),
        Phrase(
          nb: "frigjør timene fra tilskuddet, eller rett merket",
          en: "release the hours from the grant, or mend the mark")
      )
    default:
      (
        Phrase(
          nb: "ført på et tilskudd, men godkjenningen falt da føringen ble rettet",
          en: "claimed on a grant, and the approval fell when the entry was corrected"),
        Phrase(
          nb: "rapporten sier at de er ugodkjente, og kontrolløren spør etter dem først",
          en: "the report says that they are unapproved, and an auditor asks for them first"),
        Phrase(
          nb: "godkjenn den på nytt: dugnad timer godkjenn",
          en: "approve it again: dugnad hours approve")
      )
    }
  }

  private static func ofThePattern(_ id: PlausibilityID) -> (Phrase, Phrase, Phrase) {
    switch id {
    case .enteredLate:
      let days = PlausibilityLimit.lateDays
      return (
        Phrase(
          nb:
            "ført mer enn \(days) dager etter siste dag av arbeidet; tall fra eldre papirer (summary) er "
            + "ikke med",
          en:
            "recorded more than \(days) days after the last day of the work; figures of older papers "
            + "(summary) are left out"),
        Phrase(
          nb: "timer skal føres mens de huskes; det som kommer sent, bør ha et ark bak seg",
          en:
            "hours are recorded while they are remembered; what comes late should have a sheet behind it"
        ),
        Phrase(
          nb: "finn arket, og oppgi det som bilag", en: "find the sheet, and name it as voucher")
      )
    case .roundPadding:
      let (entries, share) = (PlausibilityLimit.roundEntries, PlausibilityLimit.roundShare)
      return (
        Phrase(
          nb:
            "i en aktivitet er minst \(share) av 100 av årets førte timer hele timer (fra \(entries) "
            + "føringer; vakter og anslag er ikke med)",
          en:
            "of an activity at least \(share) in 100 of the year's recorded entries are whole hours (from "
            + "\(entries) entries; shifts and estimates are left out)"),
        Phrase(
          nb: "slik blir tall som er rundet opp, eller ført etter plan og ikke etter klokka",
          en: "so look figures that were rounded up, or recorded by plan and not by the clock"),
        Phrase(
          nb: "før fra nå av det klokka sier, eller kall det anslag (--anslag)",
          en: "from now on record what the clock says, or call it an estimate")
      )
    default:
      let heads = PlausibilityLimit.blockHeads
      return (
        Phrase(
          nb:
            "minst \(heads) personer med nøyaktig like mange minutter i en aktivitet på en dag, eller en "
            + "gruppe der hver får hele kvarter (vakter og anslag er ikke med)",
          en:
            "at least \(heads) people with exactly the same minutes of an activity on a day, or a group with "
            + "whole quarters of an hour for each (shifts and estimates are left out)"),
        Phrase(
          nb: "hele gruppen har fått samme tall; var alle der like lenge?",
          en: "a whole group was given one figure; was everybody there as long?"),
        Phrase(
          nb: "er det et anslag, rett hvordan timene er kjent til estimated",
          en: "if it is an estimate, correct how the hours are known to estimated")
      )
    }
  }
}
