// export csv, json: what the ledger holds, for other programs. Names leave only when asked for.

import CommandLineKit
import Domain
import Import
import Register
import Reports
import Wording

/// `dugnad export`.
enum ExportCommand {
  static let kind = Parameter<ExportKind>.operand("what", completion: .query("exports")) {
    text throws(BadValue) in
    guard let kind = ExportKind(word: text) else { throw BadValue(expected: "export-kind") }
    return kind
  }
  static let year = Values.year(option: "year", aliases: ["år"])
  static let names = Parameter<Bool>.flag("names", aliases: ["med-navn"])

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "export", ["eksport", "eksporter"], group: say(nb: "Regnskapet", en: "The ledger"),
      summary: say(
        nb: "timer, personer, aktiviteter og vakter til andre programmer",
        en: "entries, persons, activities and shifts for other programs"),
      subcommands: [
        form(
          say, "csv", isJSON: false, summary: say(nb: "til regneark", en: "for a spreadsheet"),
          Example(
            say(
              nb: "eksport csv timer --år 2024 -o timer-2024.csv",
              en: "export csv entries --year 2024 -o entries-2024.csv"),
            say(nb: "årets føringer, uten navn", en: "the entries of the year, without names"))),
        form(
          say, "json", isJSON: true, summary: say(nb: "til et program", en: "for a program"),
          Example(
            say(nb: "eksport json personer --med-navn", en: "export json persons --names"),
            say(nb: "personene, med navn", en: "the persons, with names"))),
      ])
  }

  private static func form(
    _ say: Say, _ name: String, isJSON: Bool, summary: String, _ example: Example
  ) -> CommandSpec<Context> {
    CommandSpec(
      say, name, [], summary: summary,
      discussion: say(
        nb:
          "Et avsluttet år, når --år sier det, er slik det ble avsluttet, om ikke --slik-kjent sier "
          + "noe annet. En CSV av føringer med navn kan importeres igjen.",
        en: "A closed year, when --year says it, is as it was closed, unless --as-known-on says "
          + "otherwise. A CSV of entries with names can be imported again."),
      parameters: [
        ParameterSpec(
          kind,
          help: say(
            nb: "timer (eller entries), personer, aktiviteter eller vakter",
            en: "entries, persons, activities or shifts"),
          placeholder: say(nb: "HVA", en: "WHAT")),
        ParameterSpec(
          year, help: say(nb: "bare dette året", en: "only this year"),
          placeholder: say(nb: "ÅR", en: "YEAR")),
        ParameterSpec(
          Common.activity, help: say(nb: "bare i aktiviteten", en: "only of the activity")),
        ParameterSpec(
          names,
          help: say(
            nb: "ta med navn og fødselsår fra registeret; ellers bare id-er",
            en: "with names and birth years of the register; else only ids")),
        ParameterSpec(
          Common.output, help: say(nb: "skriv til en fil i stedet", en: "write to a file instead")),
      ] + Common.reading(say), examples: [example]
    ) { _, context in try context.export(isJSON: isJSON) }
  }
}

extension ExportKind {
  /// Returns what is called so in any of the languages.
  init?(word: String) {
    switch searchKey(word) {
    case "entries", "hours", "timer", "timar", "føringer", "føringar": self = .entries
    case "persons", "personer", "personar": self = .persons
    case "activities", "aktiviteter", "aktivitetar": self = .activities
    case "shifts", "vakter": self = .shifts
    default: return nil
    }
  }

  /// What it is called in a language, as it is typed.
  func word(_ language: Language) -> String {
    switch self {
    case .entries: Phrase(nb: "timer", nn: "timar", en: "entries")(language)
    case .persons: Phrase(nb: "personer", nn: "personar", en: "persons")(language)
    case .activities: Phrase(nb: "aktiviteter", nn: "aktivitetar", en: "activities")(language)
    case .shifts: Phrase(nb: "vakter", en: "shifts")(language)
    }
  }
}

extension Context {
  fileprivate func export(isJSON asked: Bool) throws {
    guard let kind = arguments[ExportCommand.kind] else { return }
    let things = try Exported(self)
    let isNamed = arguments[ExportCommand.names]
    let text =
      asked || isJSON
      ? things.json(kind, isNamed: isNamed).text + "\n"
      : things.report(kind, isNamed: isNamed, language).csv(section: Export.section)
    if !isNamed, kind == .entries || kind == .persons {
      tell(
        say(
          nb: "Personene står med id. Med navn: --med-navn",
          en: "Persons stand by their ids. With names: --names"))
    }
    if let closed = things.asClosed {
      tell(
        say(
          nb:
            "\(closed.content.year) slik det ble avsluttet. Slik det er kjent nå: --slik-kjent nå",
          en: "\(closed.content.year) as it was closed. As it is known now: --as-known-on now"))
    }
    try deliver(text)
  }
}

/// What a ledger holds, as far as it is asked for.
private struct Exported {
  let open: OpenLedger
  let basis: ReportBasis
  let entries: [Entry]
  let persons: [Person]
  let activities: [Activity]
  let shifts: [Shift]
  /// Entries beside the figures of a closed year.
  let late: Set<EntryID>

  /// The closing that the year is exported as of.
  var asClosed: ClosedYear? { basis.isAsClosed ? basis.closing : nil }

  init(_ context: Context) throws {
    var view = try context.view()
    let year = context.arguments[ExportCommand.year]
    if let year {
      let reported = view.of(year)
      if reported.basis.isAsClosed {
        let open = view.open.through(reported.basis.through)
        view = LedgerView(open: open, basis: reported.basis)
      }
    }
    let (open, state) = (view.open, view.state)
    let code = try context.arguments[Common.activity].map { try open.activity($0).details.code }
    func isAsked(_ activity: ActivityCode, _ day: Day) -> Bool {
      (code == nil || activity == code) && (year == nil || day.year == year)
    }
    entries = state.entries.values
      .filter { isAsked($0.content.activity, $0.content.on.first) }.sorted { $0.id < $1.id }
    shifts = state.shifts.values
      .filter { isAsked($0.activity, $0.plan.on) }.sorted { $0.id < $1.id }
    let (whos, codes) = (
      Set(entries.compactMap(\.content.who.person)), Set(entries.map(\.content.activity))
    )
    let isAll = code == nil && year == nil
    persons = state.persons.values
      .filter { isAll || whos.contains($0.id) }.sorted { $0.id < $1.id }
    activities = state.activities.values
      .filter { isAll || codes.contains($0.details.code) }.sorted { $0.seq < $1.seq }
    late = Set(entries.filter { open.isLate($0) }.map(\.id))
    basis = view.basis
    self.open = open
  }

  func report(_ kind: ExportKind, isNamed: Bool, _ language: Language) -> Report {
    let register = open.register
    let name: @Sendable (PersonID) -> String? = { register.profile(of: $0)?.name }
    let export = Export(
      activities: open.state.activities, name: isNamed ? name : nil, language
    ) { column, kind in
      // Alone in its sheet, "Navn" is enough for an activity, as templates have it.
      let field =
        column == .activity && kind == .activities
        ? ColumnField.person : ColumnField(rawValue: column.rawValue)
      return column.ownHeading(language) ?? field?.heading(language) ?? column.rawValue
    }
    return switch kind {
    case .entries: export.entries(entries, late: late)
    case .persons: export.persons(persons) { register.profile(of: $0)?.birthYear }
    case .activities: export.activities(activities)
    case .shifts: export.shifts(shifts)
    }
  }

  /// Schema `dugnad-export:1`.
  func json(_ kind: ExportKind, isNamed: Bool) -> JSONValue {
    let items: [JSONValue] =
      switch kind {
      case .entries: entries.map { item($0, isNamed) }
      case .persons: persons.map { item($0, isNamed) }
      case .activities: activities.map(\.json)
      case .shifts: shifts.map(\.json)
      }
    return .object([
      "schema": .string("dugnad-export:1"), "what": .string(kind.rawValue),
      "ledger": .string(basis.ledger), "reconstruction": .bool(basis.reconstruction),
      "through": .integer(basis.through), "hash": .string(basis.hash), "items": .array(items),
    ])
  }

  private func item(_ entry: Entry, _ isNamed: Bool) -> JSONValue {
    var added = [JSONMember(key: "late", value: .bool(late.contains(entry.id)))]
    if isNamed {
      let name = entry.content.who.person.flatMap { open.register.profile(of: $0)?.name }
      added.append(JSONMember(key: "name", value: .string(orNull: name)))
    }
    return entry.json.adding(added)
  }

  private func item(_ person: Person, _ isNamed: Bool) -> JSONValue {
    var members = [
      JSONMember(key: "id", value: .string(person.id.text)),
      JSONMember(key: "role", value: .string(person.role.rawValue)),
    ]
    if isNamed {
      let profile = open.register.profile(of: person.id)
      members += [
        JSONMember(key: "name", value: .string(orNull: profile?.name)),
        JSONMember(key: "birthYear", value: profile?.birthYear.map { .integer($0) } ?? .null),
      ]
    }
    return .object(members)
  }
}

extension OpenLedger {
  /// The ledger as it was at a line.
  fileprivate func through(_ line: Int) -> OpenLedger {
    OpenLedger(
      folder: folder, ledger: Ledger(log.prefix(line)), hashes: Array(hashes.prefix(line)),
      register: register, notes: notes, calls: calls)
  }

  /// Whether the line that sets an entry's content came after its year was closed.
  fileprivate func isLate(_ entry: Entry) -> Bool {
    switch ledger.history[entry.corrections.last ?? entry.id.seq]?.event {
    case .lateLogged, .lateCorrected: true
    default: false
    }
  }
}

extension JSONValue {
  fileprivate func adding(_ members: [JSONMember]) -> JSONValue {
    guard case .object(let own) = self else { return self }
    return .object(own + members)
  }
}
