// An empty sheet to begin with: a header that reads back, and a row that shows how cells are written.

import Domain
package import Wording

/// What `--template` writes.
package enum SheetTemplate {
  /// The columns of a template: the everyday ones, each read by its word.
  static func fields(_ kind: SheetKind) -> [ColumnField] {
    switch kind {
    case .hours:
      [.activity, .person, .headcount, .on, .hours, .start, .known, .voucher]
    case .signups: [.activity, .on, .start, .person]
    case .persons: [.person, .role, .birthYear]
    case .activities:
      [
        .activity, .code, .group, .category, .sector, .recipient, .alsoFor, .counted, .aliases,
      ]
    case .shifts: [.activity, .on, .start, .end, .places]
    case .table: [.activity, .headcount, .hours]
    }
  }

  /// Returns the header row.
  package static func header(_ kind: SheetKind, _ language: Language) -> [String] {
    fields(kind).map { field in
      // Alone in its sheet, "Navn" is enough for either.
      kind == .activities && field == .activity
        ? ColumnField.person.heading(language) : field.heading(language)
    }
  }

  /// Returns a row that reads back without faults and names nobody.
  package static func example(_ kind: SheetKind, _ language: Language) -> [String] {
    fields(kind).map { cell($0, in: kind, language) }
  }

  private static func cell(
    _ field: ColumnField, in kind: SheetKind, _ language: Language
  ) -> String {
    func say(_ nb: String, _ nn: String, _ en: String) -> String {
      switch language {
      case .nb: nb
      case .nn: nn
      case .en: en
      }
    }
    return switch field {
    case .activity: "Språkkafé"
    case .person: say("Fornavn Etternavn", "Førenamn Etternamn", "Firstname Lastname")
    // A person stands in the row already.
    case .headcount: kind == .hours ? "" : "5"
    case .on: say("05.03.2024", "05.03.2024", "2024-03-05")
    case .hours: say("2,5", "2,5", "2.5")
    case .start: "17:00"
    case .end: "19:30"
    case .places: "10"
    case .known: say("ført", "ført", "recorded")
    case .voucher: say("perm 3, ark 12", "perm 3, ark 12", "binder 3, sheet 12")
    case .role: say("frivillig", "frivillig", "volunteer")
    case .birthYear: "1980"
    case .code: "sprakkafe"
    case .group: say("Språkkaféer", "Språkkafear", "Language cafés")
    case .category: say("Inkludering/integrering", "Inkludering/integrering", "inkludering")
    case .sector: say("Egne møteplasser", "Eigne møteplassar", "Own meeting places")
    case .recipient: say("Frivilligsentralen", "Frivilligsentralen", "The volunteer centre")
    case .alsoFor: say("Biblioteket", "Biblioteket", "The library")
    case .counted: say("ja", "ja", "yes")
    case .aliases: say("Språkkafe; Språktrenere", "Språkkafe; Språktrenarar", "Language café")
    case .firstName, .lastName, .firstDay, .lastDay, .month, .year, .hoursEach, .minutes, .span,
      .shift:
      ""
    }
  }
}
