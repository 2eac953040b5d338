// Words of the HTML form and of the charts.

import Wording

/// Phrases that only a page and its charts need.
enum HTMLWords {
  static let skip = Phrase(
    nb: "Hopp til innholdet", nn: "Hopp til innhaldet", en: "Skip to the content")
  static let contents = Phrase(nb: "Innhold", nn: "Innhald", en: "Contents")
  static let table = Phrase(nb: "Tabell", en: "Table")
  static let figure = Phrase(nb: "Figur", en: "Figure")
  static let figuresOf = Phrase(
    nb: "Tallene i figur", nn: "Tala i figur", en: "The figures of figure")
  static let month = Phrase(nb: "Måned", nn: "Månad", en: "Month")
  static let behind = Phrase(
    nb: "Hva som ligger bak tallene", nn: "Kva som ligg bak tala",
    en: "What is behind the figures")
  static let behindLead = Phrase(
    nb: "Hvert tall i rapporten er en lenke hit. Summer viser til aktivitetene de er regnet av, og "
      + "hver aktivitet til føringene sine. Personer står med nummer, aldri med navn.",
    nn: "Kvart tal i rapporten er ei lenkje hit. Summar viser til aktivitetane dei er rekna av, og "
      + "kvar aktivitet til føringane sine. Personar står med nummer, aldri med namn.",
    en: "Every figure of the report is a link to this part. Sums lead to the activities they are "
      + "made of, and each activity to its entries. People stand by number, never by name.")
  static let hoursPerMonth = Phrase(
    nb: "Timer per måned", nn: "Timar per månad", en: "Hours per month")
  static let sideBySide = Phrase(
    nb: "Timer per aktivitet, årene ved siden av hverandre",
    nn: "Timar per aktivitet, åra ved sida av kvarandre",
    en: "Hours per activity, the years side by side")

  /// "Timer per år".
  static func perYear(_ label: String, _ language: Language) -> String {
    label + Phrase(nb: " per år", en: " per year")(language)
  }

  /// "204 timer er ført for hele året eller over flere måneder, og står ikke i figuren."
  static func withoutMonth(_ minutes: Int, _ language: Language) -> String {
    Numbers.countedHours(minutes: minutes, language)
      + Phrase(
        nb: " er ført for hele året eller over flere måneder, og er ikke med her.",
        nn: " er førte for heile året eller over fleire månader, og er ikkje med her.",
        en: " are recorded for the whole year or over several months, and are not counted here.")(
        language)
  }

  static func largestOnly(_ shown: Int, of all: Int, _ language: Language) -> String {
    Phrase(
      nb: "De \(shown) største av \(all) aktiviteter.",
      nn: "Dei \(shown) største av \(all) aktivitetar.",
      en: "The \(shown) largest of \(all) activities.")(language)
  }

  /// What a chart shows, for whoever does not see it.
  static func told(
    _ rows: Int, largest label: String, _ value: String, table: Int?, _ language: Language
  ) -> String {
    let most = Phrase(
      nb: "\(rows == 1 ? "Én rad" : "\(rows) rader"); størst er \(label) med \(value).",
      nn: "\(rows == 1 ? "Éi rad" : "\(rows) rader"); størst er \(label) med \(value).",
      en: "\(rows == 1 ? "One row" : "\(rows) rows"); the largest is \(label) with \(value).")(
        language)
    guard let table else { return most }
    return most
      + Phrase(
        nb: " Tallene står i tabell \(table).", nn: " Tala står i tabell \(table).",
        en: " The figures stand in table \(table).")(language)
  }

  /// "del 2 av 3", of a chart that is too long for one column.
  static func part(_ part: Int, of all: Int, _ language: Language) -> String {
    Phrase(
      nb: "del \(part) av \(all)", en: "part \(part) of \(all)")(language)
  }

  // MARK: How a figure comes from what stands below it

  static let entriesSummed = Phrase(
    nb: "summen av timene i føringene nedenfor", nn: "summen av timane i føringane nedanfor",
    en: "the sum of the hours in the entries below")
  static let entriesCounted = Phrase(
    nb: "så mange føringer står nedenfor", nn: "så mange føringar står nedanfor",
    en: "that many entries stand below")
  static let entriesHeads = Phrase(
    nb: "summen av folk uten navn i føringene nedenfor",
    nn: "summen av folk utan namn i føringane nedanfor",
    en: "the sum of the people without names in the entries below")
  static let personsOnce = Phrase(
    nb: "personene i føringene nedenfor, hver talt én gang",
    nn: "personane i føringane nedanfor, kvar tald éin gong",
    en: "the persons in the entries below, each counted once")
  static let partsSummed = Phrase(
    nb: "summen over aktivitetene nedenfor", nn: "summen over aktivitetane nedanfor",
    en: "the sum over the activities below")
  static let personsPerActivity = Phrase(
    nb: "summen av ulike frivillige i hver aktivitet nedenfor",
    nn: "summen av ulike frivillige i kvar aktivitet nedanfor",
    en: "the sum of the different volunteers of each activity below")
  static let notHere = Phrase(
    nb: "Føringene bak står ikke i denne filen.", nn: "Føringane bak står ikkje i denne fila.",
    en: "The entries behind them are not in this file.")

  /// "Personer: p4 (2), p5. I parentes: antall aktiviteter."
  static func persons(_ list: String, hasRepeats: Bool, _ language: Language) -> String {
    let text = Phrase(nb: "Personer: ", nn: "Personar: ", en: "Persons: ")(language) + list + "."
    guard hasRepeats else { return text }
    return text
      + Phrase(
        nb: " I parentes: hvor mange aktiviteter, når det er flere enn én.",
        nn: " I parentes: kor mange aktivitetar, når det er fleire enn éin.",
        en: " In brackets: how many activities, where more than one.")(language)
  }
}
