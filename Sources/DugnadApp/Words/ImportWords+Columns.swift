// What is wrong with the header of a sheet, and what a column may be called.

import Domain
import Import
import Reports
import Wording

extension ImportWords {
  /// What rows of a kind are called, after "rows of" or a number.
  static func kind(_ kind: SheetKind) -> Phrase {
    switch kind {
    case .hours: Phrase(nb: "timer", nn: "timar", en: "hours")
    case .signups: Phrase(nb: "påmeldinger", nn: "påmeldingar", en: "sign-ups")
    case .persons: Phrase(nb: "personer", nn: "personar", en: "persons")
    case .activities: Phrase(nb: "aktiviteter", nn: "aktivitetar", en: "activities")
    case .shifts: Phrase(nb: "vakter", en: "shifts")
    case .table: Phrase(nb: "trykt tabell", nn: "prenta tabell", en: "a printed table")
    }
  }

  /// The word that says a kind on the command line.
  static func kindWord(_ kind: SheetKind) -> Phrase {
    kind == .table
      ? Phrase(nb: "tabell", en: "table")
      : Phrase(nb: self.kind(kind).nb, nn: self.kind(kind).nn, en: kind.rawValue)
  }

  /// What a field is called: the header of a template.
  static func field(_ field: ColumnField) -> Phrase {
    Phrase(nb: field.heading(.nb), nn: field.heading(.nn), en: field.heading(.en))
  }

  /// Tells what is wrong with a header: all of it at once.
  static func failure(_ faults: [HeaderFault], _ kind: SheetKind?, _ place: String) -> Failure {
    var failure = Failure(
      "unclear-header", place: place,
      Phrase(
        nb: "Kolonnene kan ikke tydes; ingenting er ført.",
        nn: "Kolonnane kan ikkje tydast; ingenting er ført.",
        en: "the columns cannot be told; nothing was recorded"))
    failure.items = faults.map { Failure.Item(text: text($0), json: json($0)) }
    failure.hints = hints(faults, kind)
    return failure
  }

  private static func text(_ fault: HeaderFault) -> Phrase {
    switch fault {
    case .noHeader:
      return Phrase(
        nb: "Ingen av de første radene har kjente overskrifter.",
        en: "none of the first rows has known headers")
    case .kindUnclear(let kinds):
      return Phrase(
        nb: "Radene kan være \(list(kinds.map(kindWord), \.nb, or: "eller")).",
        en: "the rows may be \(list(kinds.map(kindWord), \.en, or: "or"))")
    case .missing(let ways, let near):
      let nb = ways.map { list($0.map(field), \.nb, or: "og") }.joined(separator: " eller ")
      let en = ways.map { list($0.map(field), \.en, or: "and") }.joined(separator: " or ")
      let nearNB = near.map { "\($0.column.letters) «\($0.column.header)» ligner «\($0.word)»" }
      let nearEN = near.map { "\($0.column.letters) '\($0.column.header)' resembles '\($0.word)'" }
      return Phrase(
        nb: "Mangler kolonnen \(nb)" + after(": ", nearNB),
        en: "no column \(en)" + after(": ", nearEN))
    case .twoColumns(let field, let columns):
      let names = self.field(field)
      let list = columns.map { "\($0.letters) «\($0.header)»" }.joined(separator: ", ")
      return Phrase(
        nb: "Flere kolonner kan være \(names.nb): \(list)",
        en: "several columns may be \(names.en): \(list)")
    case .unclearHeader(let column, let fields):
      let what = fields.map(field)
      return Phrase(
        nb: "\(column.letters) «\(column.header)» kan være \(list(what, \.nb, or: "eller"))",
        en: "\(column.letters) '\(column.header)' may be \(list(what, \.en, or: "or"))")
    case .unknownChoice(let choice):
      return Phrase(
        nb: "--kolonne: ingen kolonne heter «\(choice.column)»",
        en: "--map: no column is called '\(choice.column)'")
    case .uselessChoice(let choice):
      let what = choice.field.map(field)
      return Phrase(
        nb: "--kolonne: slike rader har ikke \(what?.nb ?? "-")",
        en: "--map: such rows have no \(what?.en ?? "-")")
    }
  }

  private static func hints(_ faults: [HeaderFault], _ kind: SheetKind?) -> [Phrase] {
    var hints: [Phrase] = []
    let isKindOpen = faults.contains {
      if case .kindUnclear = $0 { true } else { $0 == .noHeader && kind == nil }
    }
    if isKindOpen {
      hints.append(
        Phrase(
          nb: "si hva radene er: --slag timer (påmeldinger, personer, aktiviteter, vakter, tabell)",
          en: "say what the rows are: --kind hours (signups, persons, activities, shifts, table)"))
    }
    hints.append(
      Phrase(
        nb:
          "si hva en kolonne er: --kolonne \"Hvem var med=person\", --kolonne C=timer, --kolonne F=-",
        en: "say what a column is: --map \"Who came=person\", --map C=hours, --map F=-"))
    let word = kindWord(kind ?? .hours)
    hints.append(
      Phrase(
        nb: "se hvordan kolonnene kan hete: dugnad importer --mal \(word.nb)",
        en: "see how columns may be called: dugnad import --template \(word.en)"))
    return hints
  }

  private static func json(_ fault: HeaderFault) -> JSONValue {
    .object(["kind": .string("header"), "text": .string(text(fault).en)])
  }

  static func list(_ phrases: [Phrase], _ language: KeyPath<Phrase, String>, or: String) -> String {
    let words = phrases.map { $0[keyPath: language] }
    guard words.count > 1, let last = words.last else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(or) " + last
  }

  private static func after(_ mark: String, _ parts: [String]) -> String {
    parts.isEmpty ? "" : mark + parts.joined(separator: "; ")
  }
}
