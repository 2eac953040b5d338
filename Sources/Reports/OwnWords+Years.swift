// Words about closed years: what was learned later, what was closed before, the years side by side.

import Wording

extension OwnWords {
  static let yearsCompared = Phrase(
    nb: "Årene sammenlignet", nn: "Åra samanlikna", en: "The years compared")
  static let year = Phrase(nb: "År", en: "Year")
  static let closedBefore = Phrase(
    nb: "Avsluttet før, og gjenåpnet", nn: "Avslutta før, og opna att",
    en: "Closed before, and reopened")
  static let digest = Phrase(nb: "Kontrollsum", en: "Digest")
  static let difference = Phrase(
    nb: "Endring i timer", nn: "Endring i timar", en: "Change in hours")
  static let lateNote = Phrase(
    nb: "Disse timene er ikke med i noen av årenes sum.",
    nn: "Desse timane er ikkje med i summen av noko år.",
    en: "These hours are in the sum of neither year.")

  /// "Etterføringer fra 2022 og 2023".
  static func lateEntries(_ years: [Int], _ language: Language) -> String {
    let list = years.map(String.init).joined(separator: ", ")
    return Phrase(
      nb: "Etterføringer fra \(list)", nn: "Etterføringar frå \(list)",
      en: "Late entries from \(list)")(language)
  }

  static func state(closed: Bool, _ language: Language) -> String {
    closed
      ? Phrase(nb: "avsluttet", nn: "avslutta", en: "closed")(language)
      : Phrase(nb: "åpent", nn: "ope", en: "open")(language)
  }

  /// "Timer: 5 893 ved avslutningen, 5 895 nå".
  static func restated(
    _ figure: String, _ was: String, _ isNow: String, _ language: Language
  ) -> String {
    Phrase(
      nb: "\(sentence(figure)): \(was) ved avslutningen, \(isNow) nå",
      nn: "\(sentence(figure)): \(was) ved avslutninga, \(isNow) no",
      en: "\(sentence(figure)): \(was) as closed, \(isNow) now")(language)
  }

  static func restatedParts(_ count: Int, _ language: Language) -> String {
    let number = Numbers.integer(count, language)
    return Phrase(
      nb: "Også \(number) tall for aktiviteter, grupper og sektorer er endret; se dem alle med "
        + "--as-known-on nå",
      nn: "Også \(number) tal for aktivitetar, grupper og sektorar er endra; sjå dei alle med "
        + "--as-known-on no",
      en: "\(number) figures of activities, groups and sectors differ too; see all of them with "
        + "--as-known-on now")(language)
  }
}
