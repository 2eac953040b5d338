// What a value on the command line should have been, by the key that its parser throws.

import Wording

enum Expected {
  /// Returns the words for a key of `BadValue`.
  static func words(_ key: String, _ language: Language) -> String {
    (table[key] ?? Phrase(nb: key, en: key))(language)
  }

  /// Every key that a parser of ours throws.
  static let table: [String: Phrase] = [
    "activity-marks": Phrase(
      nb: "merker for aktiviteter: naturalia, offentlig, styre, reise, åpen-møteplass, eller ingen",
      en: "marks of activities: in-kind, public-task, board, travel, open-place, or none"),
    "age": Phrase(nb: "en aldersgruppe som 0-24 eller 65+", en: "an age band such as 0-24 or 65+"),
    "age-count": Phrase(
      nb: "en aldersgruppe som 0-12, eller med antall 0-12=14",
      en: "an age band such as 0-12, or with a number 0-12=14"),
    "ages": Phrase(
      nb: "aldersgrupper som 0-12,13-19,65+, eller ingen",
      en: "age bands such as 0-12,13-19,65+, or none"),
    "book": Phrase(nb: "budsjett eller regnskap", en: "budget or accounts"),
    "booking": Phrase(
      nb: "en post og et beløp som Lønn=250000 eller Lønn=251300,50",
      en: "a post and an amount such as Wages=250000 or Wages=251300.50"),
    "centre-form": Phrase(
      nb: "kommunal, forening, stiftelse, samvirke eller annet",
      en: "municipal, association, foundation, cooperative or other"),
    "code": Phrase(
      nb: "en kode av 1 til 15 av a–z 0–9 -", en: "a code of 1 to 15 of a–z 0–9 -"),
    "column-choice": Phrase(
      nb: "KOLONNE=FELT, for eksempel Hvem=person, C=timer eller F=- for en som ikke skal leses",
      en: "COLUMN=FIELD, such as Who=person, C=hours or F=- for one not to be read"),
    "command-id": Phrase(
      nb: "en kommando-id av 1 til 32 av a–z A–Z 0–9 . _ -",
      en: "a command id of 1 to 32 of a–z A–Z 0–9 . _ -"),
    "condition": Phrase(
      nb: "et vilkår og ja eller nei, som advisory-body=ja",
      en: "a condition and yes or no, such as advisory-body=yes"),
    "count-or-zero": Phrase(nb: "et helt tall, minst 0", en: "a whole number, at least 0"),
    "count": Phrase(nb: "et helt tall, minst 1", en: "a whole number, at least 1"),
    "day": Phrase(
      nb: "en dag som 2024-11-01, 1.11.2024 eller igår",
      en: "a day such as 2024-11-01, 1.11.2024 or yesterday"),
    "excludable-marks": Phrase(
      nb: "naturalia, offentlig, styre, reise, eller ingen (lønnet teller aldri)",
      en: "in-kind, public-task, board, travel, or none (paid never counts)"),
    "export-kind": Phrase(
      nb: "timer, personer, aktiviteter eller vakter",
      en: "entries, persons, activities or shifts"),
    "funding": Phrase(
      nb: "tilskudd, kommune, egne eller andre", en: "grant, municipality, own or others"),
    "goal": Phrase(
      nb: "et mål som deltakere=120 eller sprakkafe:timer=300",
      en: "a goal such as participants=120 or sprakkafe:hours=300"),
    "grant-status": Phrase(
      nb: "søkt, innvilget, avslått, rapportert eller oppgjort",
      en: "applied, granted, refused, reported or settled"),
    "hours": Phrase(
      nb: "et antall timer som 3,5 eller 2:30", en: "a number of hours such as 3.5 or 2:30"),
    "id-c": Phrase(nb: "timer som er ført på et tilskudd, som c40", en: "a claim such as c40"),
    "id-d": Phrase(nb: "en føring av deltakere som d12", en: "a count of participants such as d12"),
    "id-g": Phrase(nb: "et tilskudd som g12", en: "a grant such as g12"),
    "id-h": Phrase(nb: "en timeføring som h731", en: "an hour entry such as h731"),
    "id-s": Phrase(nb: "en vakt som s12", en: "a shift such as s12"),
    "id-z": Phrase(nb: "en sentral som z12", en: "a centre such as z12"),
    "inclusion": Phrase(
      nb: "en aktivitet, som sprakkafe eller sprakkafe=4.8",
      en: "an activity, such as sprakkafe or sprakkafe=4.8"),
    "kroner": Phrase(nb: "et beløp som 300 eller 300,50", en: "an amount such as 300 or 300.50"),
    "marks": Phrase(
      nb: "merker: lønnet, naturalia, offentlig, styre, reise, eller ingen",
      en: "marks: paid, in-kind, public-task, board, travel, or none"),
    "moment": Phrase(
      nb: "en dato (2025-03-04), et tidspunkt i UTC (2025-03-04T12:00:00Z) eller en linje (731)",
      en: "a date (2025-03-04), a time in UTC (2025-03-04T12:00:00Z) or a line (731)"),
    "percent": Phrase(nb: "en andel fra 0 til 100", en: "a share from 0 to 100"),
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
