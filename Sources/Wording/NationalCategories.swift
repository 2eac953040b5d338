// The nine categories of activity that are counted nationally (NFS). The keys are what the log
// holds and never change; the words are what people read.

/// A category of activity: a key of ASCII letters and its name in every language.
package struct NationalCategory: Sendable, Equatable {
  /// The key that is stored, such as `sosiale-moteplasser`.
  package let key: String
  /// The name that is printed.
  package let name: Phrase

  /// Returns the category with a key, or nil for a key that is not national.
  package static func named(_ key: String) -> NationalCategory? {
    all.first { $0.key == key }
  }

  /// The nine, the most common first, as the national statistics print them.
  package static let all = [
    NationalCategory(
      key: "sosiale-moteplasser",
      name: Phrase(
        nb: "Sosiale møteplasser", nn: "Sosiale møteplassar", en: "Social meeting places")),
    NationalCategory(
      key: "en-til-en",
      name: Phrase(
        nb: "En til en-hjelp/tjeneste", nn: "Ein til ein-hjelp/teneste",
        en: "One-to-one help/service")),
    NationalCategory(
      key: "fysisk-aktivitet",
      name: Phrase(
        nb: "Fysisk aktivitet og friluftsliv", en: "Physical activity and outdoor life")),
    NationalCategory(key: "annet", name: Phrase(nb: "Annet", nn: "Anna", en: "Other")),
    NationalCategory(
      key: "inkludering",
      name: Phrase(nb: "Inkludering/integrering", en: "Inclusion/integration")),
    NationalCategory(key: "arrangement", name: Phrase(nb: "Arrangement", en: "Events")),
    NationalCategory(
      key: "kurs", name: Phrase(nb: "Kurs/undervisning", en: "Courses/teaching")),
    NationalCategory(
      key: "handverk",
      name: Phrase(
        nb: "Håndverk/hobby/musikk/sang", nn: "Handverk/hobby/musikk/song",
        en: "Crafts/hobbies/music/singing")),
    NationalCategory(
      key: "utlan",
      name: Phrase(nb: "Utlån/gjenbruk/reparasjon", en: "Lending/reuse/repair")),
  ]
}
