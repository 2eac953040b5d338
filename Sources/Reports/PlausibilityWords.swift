// Plausibility findings in words. Entries, shifts and persons stand as ids: an audit names nobody.

package import Domain
package import Projections
package import Wording

/// Sentences about plausibility findings.
package enum PlausibilityWords {
  /// Returns what was found about an entry, without the entry: "the same person is in h12 then".
  package static func text(_ finding: PlausibilityFinding) -> Phrase {
    text(finding.facts, others: finding.others)
  }

  package static func text(_ facts: PlausibilityFinding.Facts, others: [EntryID]) -> Phrase {
    let entries = list(others)
    switch facts {
    case .overlap:
      return Phrase(
        nb: "samme person er i \(entries) på samme tid",
        nn: "same person er i \(entries) på same tid",
        en: "the same person is in \(entries) at the same time")
    case .cancelledShift(let shift):
      return Phrase(
        nb: "vakten \(shift.text) er avlyst", nn: "vakta \(shift.text) er avlyst",
        en: "shift \(shift.text) is cancelled")
    case .ownApproval(let by, let isVolunteer):
      return isVolunteer
        ? Phrase(
          nb: "\(by.text) godkjente sin egen innsats", nn: "\(by.text) godkjende sin eigen innsats",
          en: "\(by.text) approved the own work")
        : Phrase(
          nb: "\(by.text) godkjente det \(by.text) selv har ført",
          nn: "\(by.text) godkjende det \(by.text) sjølv har ført",
          en: "\(by.text) approved what \(by.text) had recorded")
    case .claimExcluded(let mark, let claim, let grant):
      let name = GrantWords.name(mark)
      return Phrase(
        nb: "merket «\(name.nb)», som \(grant.text) ikke regner med (\(claim.text))",
        nn: "merkt «\(name.nn)», som \(grant.text) ikkje reknar med (\(claim.text))",
        en: "marked '\(name.en)', which \(grant.text) leaves out (\(claim.text))")
    case .longDay(let minutes):
      return Phrase(
        nb: "\(Numbers.duration(minutes: minutes, .nb)) på én dag",
        nn: "\(Numbers.duration(minutes: minutes, .nn)) på éin dag",
        en: "\(Numbers.duration(minutes: minutes, .en)) on one day")
    case .duplicateLooking:
      return Phrase(
        nb: "ser ut som \(entries) en gang til", nn: "ser ut som \(entries) ein gong til",
        en: "looks like \(entries) once more")
    case .noSignup(let person, let shift):
      return Phrase(
        nb: "\(person.text) har ingen plass på vakten \(shift.text)",
        nn: "\(person.text) har ingen plass på vakta \(shift.text)",
        en: "\(person.text) has no place on shift \(shift.text)")
    case .claimUnapproved(let claim, let grant):
      return Phrase(
        nb: "ført på \(grant.text) (\(claim.text)), men ikke godkjent etter rettelsen",
        nn: "ført på \(grant.text) (\(claim.text)), men ikkje godkjent etter rettinga",
        en: "claimed on \(grant.text) (\(claim.text)), and not approved since it was corrected")
    case .enteredLate(let days):
      return Phrase(
        nb: "ført \(Numbers.counted(days, "dag", "dager", .nb)) etter arbeidet",
        nn: "ført \(Numbers.counted(days, "dag", "dagar", .nn)) etter arbeidet",
        en: "recorded \(Numbers.counted(days, "day", "days", .en)) after the work")
    case .roundPadding(let activity, let year, let round, let entries):
      return Phrase(
        nb: "\(count(round, .nb)) av \(count(entries, .nb)) føringer i \(activity.text) \(year) er "
          + "hele timer",
        nn: "\(count(round, .nn)) av \(count(entries, .nn)) føringar i \(activity.text) \(year) er "
          + "heile timar",
        en: "\(count(round, .en)) of \(count(entries, .en)) entries of \(activity.text) in \(year) "
          + "are whole hours")
    case .equalBlock(let heads, let minutes):
      return Phrase(
        nb:
          "\(count(heads, .nb)) personer med nøyaktig \(Numbers.duration(minutes: minutes, .nb)) hver",
        nn:
          "\(count(heads, .nn)) personar med nøyaktig \(Numbers.duration(minutes: minutes, .nn)) kvar",
        en:
          "\(count(heads, .en)) people with exactly \(Numbers.duration(minutes: minutes, .en)) each"
      )
    }
  }

  /// What findings of a kind have in common, for a heading.
  package static func name(_ id: PlausibilityID) -> Phrase {
    switch id {
    case .overlap:
      Phrase(nb: "to steder på en gang", nn: "to stader på ein gong", en: "in two places at once")
    case .cancelledShift:
      Phrase(nb: "på avlyst vakt", nn: "på avlyst vakt", en: "on a cancelled shift")
    case .ownApproval:
      Phrase(
        nb: "godkjent av den det gjelder", nn: "godkjent av den det gjeld",
        en: "approved by who it concerns")
    case .claimExcluded:
      Phrase(
        nb: "ført på et tilskudd som ikke regner det med",
        nn: "ført på eit tilskot som ikkje reknar det med",
        en: "claimed on a grant that leaves it out")
    case .longDay:
      Phrase(
        nb: "over 16 timer på en dag", nn: "over 16 timar på ein dag", en: "over 16 hours on a day")
    case .duplicateLooking: Phrase(nb: "ser dobbelt ut", nn: "ser dobbelt ut", en: "looks double")
    case .noSignup:
      Phrase(
        nb: "på vakt uten påmelding", nn: "på vakt utan påmelding", en: "on a shift without sign-up"
      )
    case .claimUnapproved:
      Phrase(
        nb: "ført på tilskudd, ikke godkjent lenger", nn: "ført på tilskot, ikkje godkjent lenger",
        en: "claimed, and not approved any more")
    case .enteredLate:
      Phrase(
        nb: "ført over \(PlausibilityLimit.lateDays) dager etter arbeidet",
        nn: "ført over \(PlausibilityLimit.lateDays) dagar etter arbeidet",
        en: "recorded over \(PlausibilityLimit.lateDays) days after the work")
    case .roundPadding:
      Phrase(
        nb: "nesten bare hele timer", nn: "nesten berre heile timar", en: "nearly all whole hours")
    case .equalBlock:
      Phrase(
        nb: "likt for en hel gruppe", nn: "likt for ei heil gruppe",
        en: "the same for a whole group")
    }
  }

  package static func name(_ severity: PlausibilitySeverity) -> Phrase {
    switch severity {
    case .error: Phrase(nb: "feil", en: "error")
    case .warning: Phrase(nb: "advarsel", nn: "åtvaring", en: "warning")
    case .info: Phrase(nb: "merk", en: "info")
    }
  }

  /// Why somebody stands by an entry.
  package static func name(_ reason: AcceptReason, _ language: Language) -> String {
    EventWords(language: language, names: .none).reason(reason)
  }

  private static func count(_ number: Int, _ language: Language) -> String {
    Numbers.integer(number, language)
  }

  /// "h12, h13, h14 …": the first three.
  private static func list(_ entries: [EntryID]) -> String {
    entries.prefix(3).map(\.text).joined(separator: ", ") + (entries.count > 3 ? " …" : "")
  }
}
