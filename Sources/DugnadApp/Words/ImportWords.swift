// What an import says when it refuses: what is wrong, and how to go on.

import Domain
import Import
import Reports
import Wording

/// Sentences about imports.
enum ImportWords {
  /// What a line of a file is called: a workbook has rows.
  static func unit(of sheet: Sheet) -> Phrase {
    if case .workbook = sheet.origin { return Phrase(nb: "rad", en: "row") }
    return Phrase(nb: "linje", en: "line")
  }

  static func line(_ line: Int) -> String { "#\(line)" }

  /// What a missing name may be.
  enum Named { case person, activity }

  static func missing(_ missing: ImportNames.Missing, _ named: Named) -> Phrase {
    if !missing.several.isEmpty {
      let list = missing.several.prefix(10).joined(separator: ", ")
      return Phrase(
        nb: "kan være flere (\(list)); skriv \(named == .person ? "id-en" : "koden") i filen",
        en: "may be several (\(list)); write the \(named == .person ? "id" : "code") in the file")
    }
    switch named {
    case .person: return Phrase(nb: "ukjent person", en: "unknown person")
    case .activity: return Phrase(nb: "ukjent aktivitet", en: "unknown activity")
    }
  }

  static func refused(_ count: Int) -> Phrase {
    count == 1
      ? Phrase(
        nb: "Én ting i filen må rettes; ingenting er ført.",
        nn: "Éin ting i fila må rettast; ingenting er ført.",
        en: "one thing in the file must be mended; nothing was recorded")
      : Phrase(
        nb: "\(count) ting i filen må rettes; ingenting er ført.",
        nn: "\(count) ting i fila må rettast; ingenting er ført.",
        en: "\(count) things in the file must be mended; nothing was recorded")
  }

  static func hints(
    persons: [ImportNames.Missing], activities: [ImportNames.Missing], cells: Bool
  ) -> [Phrase] {
    var hints: [Phrase] = []
    if cells {
      hints.append(
        Phrase(
          nb: "rett cellene i regnearket, lagre, og kjør kommandoen igjen",
          en: "mend the cells in the sheet, save, and run the command again"))
    }
    if let first = activities.first(where: \.several.isEmpty) {
      hints.append(
        Phrase(
          nb:
            "nye aktiviteter: samme kommando med --nye-aktiviteter; et annet navn på en som er der: "
            + "dugnad aktivitet endre KODE --alias \"\(first.text)\"",
          en: "new activities: the same command with --add-activities; another name of one that is "
            + "there: dugnad activity change CODE --alias \"\(first.text)\""))
    }
    if persons.contains(where: \.several.isEmpty) {
      hints.append(
        Phrase(
          nb: "nye personer: samme kommando med --nye-personer (skrivefeil rettes i filen først)",
          en:
            "new persons: the same command with --add-persons (mend misspellings in the file first)"
        ))
    }
    return hints
  }

  // MARK: - A list that is known

  static func grown(
    _ comparison: Comparison, of rows: Int, _ source: String, _ newest: ImportID?
  ) -> Phrase {
    let (nb, en) = parts(comparison)
    let id = newest.map { " (\($0.text))" } ?? ""
    let there = comparison.same.count
    return Phrase(
      nb: "\(there) av \(rows) rader i «\(source)» er inne fra før\(id): \(nb). Ingenting er ført.",
      en: "\(there) of \(rows) rows of '\(source)' are already in\(id): \(en). Nothing was recorded"
    )
  }

  private static func parts(_ comparison: Comparison) -> (nb: String, en: String) {
    let counts = [
      (comparison.new.count, "nye", "new"), (comparison.changed.count, "endret", "changed"),
      (comparison.vanished.count, "borte", "gone"),
      (comparison.takenBack.count, "tatt tilbake for hånd", "taken back by hand"),
    ].filter { $0.0 > 0 }
    return (
      counts.map { "\($0.0) \($0.1)" }.joined(separator: ", "),
      counts.map { "\($0.0) \($0.2)" }.joined(separator: ", ")
    )
  }

  static func ways(_ comparison: Comparison) -> [Phrase] {
    [
      Phrase(nb: "bare det nye: --nye", en: "only what is new: --new"),
      Phrase(
        nb: "det nye, med endret rettet og borte tatt tilbake: --oppdater",
        en: "what is new, with changed corrected and gone taken back: --update"),
      Phrase(
        nb: "alle radene, også dem som er inne fra før: --alle",
        en: "all rows, also those that are in already: --all"),
      Phrase(
        nb: "er det en annen liste, gi den et eget navn: --kilde NAVN",
        en: "if it is another list, give it a name of its own: --source NAME"),
    ]
  }

  /// A row that no longer says what its entry says.
  static func changed(_ change: Comparison.Change, _ unit: Phrase, _ open: OpenLedger)
    -> Failure.Item
  {
    let (row, was) = (change.row.content, change.now)
    func words(_ language: Language) -> String {
      let verb = Phrase(nb: "var", en: "was")(language)
      return "\(unit(language)) \(change.row.line): \(brief(row, open, language)) – "
        + "\(change.entry.text) \(verb) \(brief(was, open, language))"
    }
    return Failure.Item(
      text: Phrase(nb: words(.nb), nn: words(.nn), en: words(.en)),
      json: .object([
        "kind": .string("changed"), "line": .integer(change.row.line),
        "entry": .string(change.entry.text), "text": .string(brief(row, open, .en)),
        "was": .string(brief(was, open, .en)),
      ]))
  }

  /// An entry whose row is gone.
  static func vanished(_ entry: EntryID, _ open: OpenLedger) -> Failure.Item {
    func words(_ language: Language) -> String {
      open.state.entries[entry].map { brief($0.content, open, language) } ?? ""
    }
    return Failure.Item(
      text: Phrase(
        nb: "borte fra filen: \(entry.text) \(words(.nb))",
        en: "gone from the file: \(entry.text) \(words(.en))"),
      json: .object([
        "kind": .string("vanished"), "entry": .string(entry.text), "text": .string(words(.en)),
      ]))
  }

  /// Hours in few words: "2024-03-05, sprakkafe, Kari (p3), 2 t 30 min".
  static func brief(_ content: HourEntry, _ open: OpenLedger, _ language: Language) -> String {
    let who: String
    switch content.who {
    case .person(let person): who = open.name(person)
    case .unnamed(let heads):
      who = Numbers.counted(
        heads, Phrase(nb: "uten navn", nn: "utan namn", en: "unnamed")(language),
        Phrase(nb: "uten navn", nn: "utan namn", en: "unnamed")(language), language)
    }
    var parts = [
      content.on.text, content.activity.text, who,
      Numbers.duration(minutes: content.minutes, language),
    ]
    if let start = content.start { parts.append(start.text) }
    if let voucher = content.voucher { parts.append(voucher) }
    return parts.joined(separator: ", ")
  }

  // MARK: - Activities and shifts

  /// What a row says differently of an activity.
  static func difference(_ before: ActivityDetails, _ after: ActivityDetails) -> Phrase {
    func arrow(_ was: String?, _ now: String?) -> String { "\(was ?? "–") → \(now ?? "–")" }
    var parts: [Phrase] = []
    func add(_ nb: String, _ en: String, _ was: String?, _ now: String?) {
      if was != now {
        parts.append(Phrase(nb: "\(nb) \(arrow(was, now))", en: "\(en) \(arrow(was, now))"))
      }
    }
    add("navn", "name", before.name, after.name)
    add("gruppe", "group", before.group, after.group)
    add("kategori", "category", before.category?.rawValue, after.category?.rawValue)
    add("sektor", "sector", before.sector, after.sector)
    add("mottaker", "recipient", before.recipient, after.recipient)
    let aliases = after.aliases.filter { !before.aliases.contains($0) }
    if !aliases.isEmpty { add("andre navn", "other names", nil, aliases.joined(separator: "; ")) }
    let units = after.recipients.filter { !before.recipients.contains($0) }
    if !units.isEmpty { add("også for", "also for", nil, units.joined(separator: "; ")) }
    if before.counted != after.counted {
      parts.append(
        after.counted
          ? Phrase(nb: "regnes med i summen", en: "counted in the sum")
          : Phrase(nb: "utenfor summen", en: "outside the sum"))
    }
    let code = before.code.text
    return Phrase(
      nb: code + ": " + parts.map(\.nb).joined(separator: ", "),
      en: code + ": " + parts.map(\.en).joined(separator: ", "))
  }

  static func places(_ shift: String, _ was: Int?, _ now: Int?) -> Phrase {
    let (before, after) = (was.map(String.init) ?? "–", now.map(String.init) ?? "–")
    return Phrase(
      nb: "\(shift): plasser \(before) → \(after)", en: "\(shift): places \(before) → \(after)")
  }

  static func noShift(_ found: [ShiftID], _ code: ActivityCode, _ day: Day, _ start: Clock)
    -> Phrase
  {
    if found.isEmpty {
      return Phrase(
        nb: "ingen vakt i \(code.text) \(day.text) kl. \(start.text); se dem: dugnad vakt liste",
        en: "no shift of \(code.text) on \(day.text) at \(start.text); see them: dugnad shift list")
    }
    let list = found.map(\.text).joined(separator: ", ")
    return Phrase(
      nb: "flere vakter begynner da (\(list)); skriv id-en i en kolonne Vakt",
      en: "several shifts begin then (\(list)); write the id in a column Shift")
  }
}
