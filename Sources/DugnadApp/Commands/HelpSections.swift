// The sections of the manual page that no declaration knows: exit codes, environment, files.

import CommandLineKit
import Wording

extension ManualWords {
  /// Norwegian bokmål.
  static let nb = ManualWords(
    name: "Navn", synopsis: "Oversikt", description: "Beskrivelse", volume: "Brukerkommandoer")
  /// English.
  static let en = ManualWords(
    name: "Name", synopsis: "Synopsis", description: "Description", volume: "User Commands")
}

/// Sections of the manual page.
enum ManualSections {
  static func all(_ language: Language) -> [ManualSection] {
    let say = Say(language: language)
    return [exitCodes(say), environment(say), files(say)]
  }

  private static func exitCodes(_ say: Say) -> ManualSection {
    ManualSection(
      say(nb: "Sluttkoder", en: "Exit status"),
      [
        .term("0", say(nb: "Gjort.", en: "Done.")),
        .term(
          "1", say(nb: "Avvist av en regel, eller ikke funnet.", en: "Refused, or not found.")),
        .term(
          "2",
          say(nb: "Ordene er ingen kommando.", en: "Wrong usage: the words make no command.")),
        .term(
          "3",
          say(
            nb: "Loggen eller et bevis består ikke kontrollen.",
            en: "The log or a proof fails verification.")),
        .term("4", say(nb: "Noen andre skriver.", en: "Somebody else is writing.")),
        .term("70", say(nb: "En feil i dugnad.", en: "A bug in dugnad.")),
      ])
  }

  private static func environment(_ say: Say) -> ManualSection {
    ManualSection(
      say(nb: "Miljø", en: "Environment"),
      [
        .term(
          "DUGNAD_LEDGER",
          say(
            nb: "Mappen med regnskapet, når --regnskap ikke sier det.",
            en: "The ledger's folder, when --ledger does not say it.")),
        .term(
          "DUGNAD_BY",
          say(
            nb: "Hvem som fører, når --av ikke sier det.",
            en: "Who records, when --by does not say it.")),
        .term(
          "LC_ALL, LC_MESSAGES, LANG",
          say(
            nb: "Språket, når --språk ikke sier det: norsk bokmål, nynorsk, ellers engelsk.",
            en:
              "The language, when --lang does not say it: Norwegian bokmål or nynorsk, else English."
          )),
        .term("COLUMNS", say(nb: "Bredden på skjermen.", en: "The width of the terminal.")),
      ])
  }

  private static func files(_ say: Say) -> ManualSection {
    ManualSection(
      say(nb: "Filer", en: "Files"),
      [
        .term(
          "events/*.jsonl",
          say(
            nb: "Loggen: en linje en hendelse, en fil for hvert år. Den endres aldri.",
            en: "The log: a line an event, a file for each year. It never changes.")),
        .term(
          "register/",
          say(
            nb: "Hvem personene er. Privat; her, og bare her, står navn.",
            en: "Who the persons are. Private; here, and only here, stand names.")),
        .term(
          "Snapshots/",
          say(
            nb: "Et mellomlager som kan slettes når som helst.",
            en: "A cache that may be deleted at any time.")),
        .term(
          "checkpoints/",
          say(nb: "Kontrollpunkter som er gitt bort.", en: "Checkpoints that were given away.")),
        .text(
          say(
            nb: "Regnskapet er nærmeste mappe oppover med events/ i seg.",
            en: "The ledger is the nearest folder upwards that has events/ in it.")),
      ])
  }
}
