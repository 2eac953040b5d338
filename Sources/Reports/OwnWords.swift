// Words of the reports of this room that `ReportWords` does not have.

import Wording

/// Phrases and lines of the reports.
enum OwnWords {
  static let recruitment = Phrase(
    nb: "Rekruttering: ulike frivillige per gruppe",
    nn: "Rekruttering: ulike frivillige per gruppe",
    en: "Recruitment: different volunteers per group")
  static let sumOfGroups = Phrase(
    nb: "Sum av gruppene", nn: "Sum av gruppene", en: "Sum of the groups")

  static let statistics = Phrase(nb: "Statistikk", en: "Statistics")
  static let inAll = Phrase(nb: "I alt", en: "In all")
  static let log = Phrase(nb: "Hendelseslogg", nn: "Hendingslogg", en: "Event log")
  static let type = Phrase(nb: "Type", en: "Type")
  static let stands = Phrase(nb: "Gjelder", nn: "Gjeld", en: "Stands")
  static let what = Phrase(nb: "Hendelse", nn: "Hending", en: "Event")
  static let entry = Phrase(nb: "Føring", en: "Entry")
  static let numbers = Phrase(nb: "Numre", nn: "Nummer", en: "Numbers")
  static let times = Phrase(nb: "Talt", nn: "Tald", en: "Counted")
  static let persons = Phrase(
    nb: "Ulike frivillige, med aktiviteter og føringer",
    nn: "Ulike frivillige, med aktivitetar og føringar",
    en: "Different volunteers, with activities and entries")
  static let repeating = Phrase(
    nb: "Talt flere ganger", nn: "Talde fleire gonger", en: "Counted more than once")
  static let entries = Phrase(
    nb: "Føringene bak tallet", nn: "Føringane bak talet", en: "The entries behind the figure")
  static let corrected = Phrase(nb: "rettet", nn: "retta", en: "corrected")
  static let mismatch = Phrase(
    nb: "FEIL: føringene summerer seg ikke til tallet. Dette er en feil i dugnad.",
    nn: "FEIL: føringane summerer seg ikkje til talet. Dette er ein feil i dugnad.",
    en: "ERROR: the entries do not add up to the figure. This is a bug in dugnad.")
  static let history = Phrase(nb: "Historikk", en: "History")
  static let mentions = Phrase(
    nb: "Hendelser som nevner den", nn: "Hendingar som nemner det", en: "Events that mention it")
  static let status = Phrase(nb: "Status", en: "Status")
  static let shift = Phrase(nb: "Vakt", en: "Shift")
  static let signup = Phrase(nb: "Påmelding", en: "Sign-up")
  static let signups = Phrase(nb: "Påmeldinger", nn: "Påmeldingar", en: "Sign-ups")
  static let role = Phrase(nb: "Rolle", en: "Role")
  static let places = Phrase(nb: "Plasser", nn: "Plassar", en: "Places")
  static let ended = Phrase(nb: "Siste dag", en: "Last day")
  static let aliases = Phrase(nb: "Også kalt", nn: "Også kalla", en: "Also called")
  static let also = Phrase(nb: "Også for", en: "Also for")
  static let counted = Phrase(nb: "Med i summen", en: "In the total")
  static let doesNotStand = Phrase(nb: "gjelder ikke", nn: "gjeld ikkje", en: "does not stand")
  static let yes = Phrase(nb: "ja", en: "yes")
  static let no = Phrase(nb: "nei", en: "no")

  static let notYetApproved = Phrase(
    nb: "ikke godkjent av årsmøtet ennå", nn: "ikkje godkjend av årsmøtet enno",
    en: "not yet approved by the annual meeting")

  /// "Avsluttet ved linje 3140, kontrollsum 9f2c1b33a0de".
  static func closedFoot(_ line: Int, _ digest: String, _ language: Language) -> String {
    Phrase(
      nb: "Avsluttet ved linje \(line), årets kontrollsum \(digest)",
      nn: "Avslutta ved linje \(line), kontrollsummen til året \(digest)",
      en: "Closed at line \(line), the year's digest \(digest)")(language)
  }

  /// What is known of the number of different people when some of them stand only in a printed table.
  static func distinctBounds(
    _ bounds: ClosedRange<Int>, _ claimed: Int?, _ language: Language
  ) -> String {
    let (low, high) = (
      Numbers.integer(bounds.lowerBound, language), Numbers.integer(bounds.upperBound, language)
    )
    let claim = claimed.map { claimed in
      let count = Numbers.integer(claimed, language)
      return Phrase(
        nb: " (den trykte tabellen sier \(count))", nn: " (den trykte tabellen seier \(count))",
        en: " (the printed table says \(count))")(language)
    }
    return Phrase(
      nb: "Ulike frivillige, fra en trykt tabell: minst \(low), høyst \(high)",
      nn: "Ulike frivillige, frå ein trykt tabell: minst \(low), høgst \(high)",
      en: "Different volunteers, from a printed table: at least \(low), at most \(high)")(language)
      + (claim ?? "")
  }

  static func noHours(_ year: Int) -> Phrase {
    Phrase(
      nb: "Ingen timer er ført for \(year).", nn: "Ingen timar er førte for \(year).",
      en: "No hours are recorded for \(year).")
  }

  /// "Timer per aktivitet".
  static func perActivity(_ heading: String, _ language: Language) -> String {
    heading + Phrase(nb: " per aktivitet", en: " per activity")(language)
  }

  /// "12 hendelser nevner den: --everything".
  static func more(_ count: Int, _ language: Language) -> String {
    let one = Phrase(
      nb: "hendelse nevner den", nn: "hending nemner det", en: "event mentions it")
    let many = Phrase(
      nb: "hendelser nevner den", nn: "hendingar nemner det", en: "events mention it")
    return Numbers.counted(count, one(language), many(language), language)
      + Phrase(
        nb: " (vis dem med --everything)", nn: " (vis dei med --everything)",
        en: " (show them with --everything)")(language)
  }

  static func howToExplain(_ year: Int) -> Phrase {
    Phrase(
      nb: "Hva som ligger bak et tall: dugnad forklar \(year)/distinct (eller bare tallet)",
      nn: "Kva som ligg bak eit tal: dugnad forklar \(year)/distinct (eller berre talet)",
      en: "What is behind a figure: dugnad explain \(year)/distinct (or just the figure)")
  }

  /// "158 i grupper + 67 uten gruppe − 3 talt flere ganger = 222 ulike frivillige".
  static func groupReconciliation(
    groups: Int, none: Int, distinct: Int, _ language: Language
  ) -> String {
    func number(_ count: Int) -> String { Numbers.integer(count, language) }
    var text = number(groups) + Phrase(nb: " i grupper", en: " in groups")(language)
    if none > 0 {
      text += " + " + number(none)
      text += Phrase(nb: " uten gruppe", nn: " utan gruppe", en: " in no group")(language)
    }
    let again = groups + none - distinct
    if again > 0 {
      text += " − " + number(again)
      text += Phrase(
        nb: " talt flere ganger", nn: again == 1 ? " tald fleire gonger" : " talde fleire gonger",
        en: " counted again")(language)
    }
    let word = Phrase(
      nb: distinct == 1 ? "frivillig" : "ulike frivillige",
      en: distinct == 1 ? "volunteer" : "different volunteers")
    return text + " = " + number(distinct) + Numbers.hardSpace + word(language)
  }

  /// Why the sectors' different volunteers add up to more than their sum.
  static func sectorNote(_ again: Int, _ language: Language) -> String {
    let count = Numbers.integer(again, language)
    return Phrase(
      nb: "Frivillige i flere sektorer er talt i hver av dem; i summen er de talt én gang"
        + " (\(count) færre).",
      nn: "Frivillige i fleire sektorar er talde i kvar av dei; i summen er dei talde éin gong"
        + " (\(count) færre).",
      en: "Volunteers in several sectors are counted in each; the total counts them once"
        + " (\(count) fewer).")(language)
  }
}
