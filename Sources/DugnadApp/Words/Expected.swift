// What a value on the command line should have been, by the key that its parser throws.

import Wording

enum Expected {
  /// Returns the words for a key of `BadValue`.
  static func words(_ key: String, _ language: Language) -> String {
    (table[key] ?? Phrase(nb: key, en: key))(language)
  }

  /// Every key that a parser of ours throws.
  static let table: [String: Phrase] = [
    "code": Phrase(
      nb: "en kode av 1 til 15 av a–z 0–9 -", en: "a code of 1 to 15 of a–z 0–9 -"),
    "column-choice": Phrase(
      nb: "KOLONNE=FELT, for eksempel Hvem=person, C=timer eller F=- for en som ikke skal leses",
      en: "COLUMN=FIELD, such as Who=person, C=hours or F=- for one not to be read"),
    "command-id": Phrase(
      nb: "en kommando-id av 1 til 32 av a–z A–Z 0–9 . _ -",
      en: "a command id of 1 to 32 of a–z A–Z 0–9 . _ -"),
    "count-or-zero": Phrase(nb: "et helt tall, minst 0", en: "a whole number, at least 0"),
    "count": Phrase(nb: "et helt tall, minst 1", en: "a whole number, at least 1"),
    "day": Phrase(
      nb: "en dag som 2024-11-01, 1.11.2024 eller igår",
      en: "a day such as 2024-11-01, 1.11.2024 or yesterday"),
    "export-kind": Phrase(
      nb: "timer, personer, aktiviteter eller vakter",
      en: "entries, persons, activities or shifts"),
    "hours": Phrase(
      nb: "et antall timer som 3,5 eller 2:30", en: "a number of hours such as 3.5 or 2:30"),
    "id-h": Phrase(nb: "en timeføring som h731", en: "an hour entry such as h731"),
    "id-s": Phrase(nb: "en vakt som s12", en: "a shift such as s12"),
    "kroner": Phrase(nb: "et beløp som 300 eller 300,50", en: "an amount such as 300 or 300.50"),
    "moment": Phrase(
      nb: "en dato (2025-03-04), et tidspunkt i UTC (2025-03-04T12:00:00Z) eller en linje (731)",
      en: "a date (2025-03-04), a time in UTC (2025-03-04T12:00:00Z) or a line (731)"),
    "period": Phrase(
      nb: "en dag (2024-11-01, 1.11.2024, igår), en måned (2024-11), et år eller FRA..TIL",
      en: "a day (2024-11-01, 1.11.2024, yesterday), a month (2024-11), a year or FROM..TO"),
    "person-hours": Phrase(
      nb: "en person og timer som Ola=1,5", en: "a person and hours such as Ola=1.5"),
    "sheet-kind": Phrase(
      nb: "hva radene er: timer, påmeldinger, personer, aktiviteter, vakter eller tabell",
      en: "what the rows are: hours, signups, persons, activities, shifts or table"),
    "span": Phrase(
      nb: "et tidsrom som 18-20, 18.30-20.15 eller en start som 18.30",
      en: "a span such as 18-20, 18:30-20:15 or a start such as 18:30"),
    "witness-name": Phrase(
      nb: "et kort navn av a–z, 0–9, - og _", en: "a short name of a–z, 0–9, - and _"),
    "year": Phrase(nb: "et årstall som 2024", en: "a year such as 2024"),
    "years": Phrase(
      nb: "ett eller flere år: 2024, eller 2020-2024",
      en: "one or several years: 2024, or 2020-2024"),
  ]
}
