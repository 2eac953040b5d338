// What a column may hold, and the header words that say so.

import Domain
import Wording

/// What a column of a sheet holds. In a sheet of persons `person` is the name; in one of activities
/// `activity` is.
package enum ColumnField: String, CaseIterable, Sendable {
  case activity, person, firstName, lastName
  /// How many people without names.
  case headcount
  /// A day or a period.
  case on
  case firstDay, lastDay, month, year
  /// The total of the row, in hours.
  case hours
  /// Hours of each of a group.
  case hoursEach
  /// The total of the row, in minutes; the minutes beside whole hours.
  case minutes
  case start, end
  /// From a time to a time in one cell: `18-20`.
  case span
  /// How the figure is known.
  case known
  /// Where the paper is.
  case voucher
  case shift, role, birthYear, code, group, category, sector, recipient
  /// Further recipients.
  case alsoFor
  /// Whether the activity belongs to the sum of the year.
  case counted
  case aliases, places

  /// Fields that hold any text, so that a header can stand where they do.
  static let plainTexts: Set<ColumnField> = [
    .activity, .person, .firstName, .lastName, .voucher, .role, .code, .group, .category, .sector,
    .recipient, .alsoFor, .aliases,
  ]

  /// Returns the field that a header means in a sheet of the kind, or without a kind in any; the
  /// name of the field itself is understood as well.
  package init?(word: String, kind: SheetKind? = nil) {
    let key = headerKey(word)
    let fields = kind?.fields ?? Self.allCases
    let found =
      fields.first { Self.words($0, in: kind).contains(key) }
      ?? fields.first { $0.rawValue.lowercased() == key }
    guard let found else { return nil }
    self = found
  }

  /// Returns the field of a header that is a known word in a sheet of the kind.
  init?(key: String, kind: SheetKind) {
    guard !key.isEmpty,
      let field = kind.fields.first(where: { Self.words($0, in: kind).contains(key) })
    else { return nil }
    self = field
  }

  /// Returns the fields whose key words stand in a long header, in the order of the kind.
  static func named(inside key: String, kind: SheetKind) -> [ColumnField] {
    let words = Set(key.split(separator: " ").map(String.init))
    return kind.fields.filter { !words.isDisjoint(with: keyWords($0, in: kind)) }
  }

  /// Returns the header words of a field, as search keys.
  static func words(_ field: ColumnField, in kind: SheetKind?) -> Set<String> {
    let words = allWords[field] ?? []
    return field == .activity && kind == .activities ? words.union(names) : words
  }

  /// The header "Navn" alone: a person's, unless the sheet is one of activities.
  private static let names: Set<String> = ["navn", "namn", "name"]

  private static let allWords: [ColumnField: Set<String>] = keyedHeaders.mapValues {
    Set($0.map(\.key))
  }

  /// Every known header beside its key.
  static let keyedHeaders: [ColumnField: [(key: String, header: String)]] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, $0.headers.map { (headerKey($0), $0) }) })

  /// Words that say in the middle of a question what is asked for.
  private static func keyWords(_ field: ColumnField, in kind: SheetKind) -> Set<String> {
    switch field {
    case .activity:
      kind == .activities ? names.union(["aktivitet"]) : ["aktivitet", "aktiviteten", "activity"]
    case .person: ["navn", "navnet", "namn", "namnet", "name"]
    case .headcount: ["personer", "personar", "people"]
    case .on: ["dato", "datoen", "date", "dag", "dagen", "day"]
    case .month: ["måned", "månad", "month"]
    case .hours: ["timer", "timar", "hours"]
    case .minutes: ["minutter", "minutt", "minutes"]
    case .start: ["starttid", "startet", "starta"]
    case .end: ["sluttid", "sluttet", "slutta"]
    case .voucher: ["bilag", "voucher"]
    case .shift: ["vakt", "vakten", "vakta", "shift"]
    case .role: ["rolle", "rollen", "role"]
    case .birthYear: ["fødselsår", "fødselsåret"]
    case .category: ["kategori", "category"]
    case .places: ["plasser", "plassar", "places"]
    default: []
    }
  }
}

/// Returns the form under which a header is known: a search key without what stands in parentheses at
/// its end, without signs, and with a space for `/`, `-` and `_`.
func headerKey(_ header: String) -> String {
  var text = header.trimmed
  if text.hasSuffix(")"), let start = text.firstIndex(of: "("), start != text.startIndex {
    text = String(text[..<start])
  }
  return searchKey(
    String(
      text.compactMap { character -> Character? in
        switch character {
        case "/", "-", "_", "–": " "
        case ":", "*", "?", ".", "\"", "'": nil
        default: character
        }
      }))
}
