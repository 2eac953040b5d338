// The name of a figure, the same in every form of a report and on the command line:
//
//   2024/distinct                     in all
//   2024/sprakkafe/hours              an activity
//   2024/group/Språkkaféer/distinct   a group; an empty name means what is in no group
//   2024/sector/…/hours               a sector, likewise
//   2024/recipient/Biblioteket/hours  a recipient unit, likewise
//   2024/category/kurs/hours          a national category, likewise
//
// How many parts there are decides what they mean, so a code or a name may be any word, also "group"
// or "hours". In a name `/` is written %2F and `%` is written %25. Printed in one spelling; read
// with the Norwegian words too.

package import Domain

/// The name of one figure of a year.
package struct FigureAddress: Hashable, Sendable {
  package let year: Int
  package let scope: FigureScope
  package let measure: FigureMeasure

  package init(year: Int, scope: FigureScope, measure: FigureMeasure) {
    self.year = year
    self.scope = scope
    self.measure = measure
  }

  /// The one spelling.
  package var text: String { "\(scope.text(in: year))/\(measure.rawValue)" }

  /// Returns the address spelled by `text`; whether the ledger has such a figure is asked later.
  package init(_ text: String) throws(AddressFault) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let year = parts.first.flatMap({ Int($0) }), Day.years.contains(year),
      parts[0].utf8.count == 4
    else { throw .notAnAddress(text) }
    switch parts.count {
    case 2:
      guard let measure = FigureMeasure(word: parts[1]) else {
        if let code = ActivityCode(parts[1]) { throw .noMeasure(.activity(code), year: year) }
        throw .unknownMeasure(parts[1], known: FigureMeasure.allCases)
      }
      self.init(year: year, scope: .year, measure: measure)
    case 3:
      guard let code = ActivityCode(parts[1]) else { throw .notAnAddress(text) }
      self.init(year: year, scope: .activity(code), measure: try Self.partial(parts[2]))
    case 4:
      guard let name = Self.decoded(parts[2]) else { throw .notAnAddress(text) }
      let part = name.isEmpty ? nil : name
      switch parts[1].lowercased() {
      case "group", "gruppe":
        self.init(year: year, scope: .group(part), measure: try Self.partial(parts[3]))
      case "sector", "sektor":
        self.init(year: year, scope: .sector(part), measure: try Self.partial(parts[3]))
      case "recipient", "mottaker", "mottakar":
        self.init(year: year, scope: .recipient(part), measure: try Self.partial(parts[3]))
      case "category", "kategori":
        let category = part.map { Category(rawValue: $0) }
        // A word that is no category is not an address; none at all is what has no category.
        if case .some(nil) = category { throw .notAnAddress(text) }
        self.init(
          year: year, scope: .category(category ?? nil), measure: try Self.partial(parts[3]))
      default: throw .notAnAddress(text)
      }
    default: throw .notAnAddress(text)
    }
  }

  private static func partial(_ word: String) throws(AddressFault) -> FigureMeasure {
    guard let measure = FigureMeasure(word: word), measure != .fte else {
      throw .unknownMeasure(word, known: FigureMeasure.ofParts)
    }
    return measure
  }

  private static func decoded(_ name: String) -> String? {
    var bytes: [UInt8] = []
    var rest = name.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let code = String(rest.prefix(2)), rest.count >= 2 else { return nil }
      switch code.uppercased() {
      case "2F": bytes.append(UInt8(ascii: "/"))
      case "25": bytes.append(UInt8(ascii: "%"))
      default: return nil
      }
      rest = rest.dropFirst(2)
    }
    return String(validating: bytes, as: UTF8.self)
  }
}

/// What a figure is over.
package enum FigureScope: Hashable, Sendable {
  /// The counted activities of the year.
  case year
  case activity(ActivityCode)
  /// Nil: the activities in no group.
  case group(String?)
  /// Nil: the activities in no sector.
  case sector(String?)
  /// Nil: the activities for no unit.
  case recipient(String?)
  /// Nil: the activities in no category.
  case category(Category?)

  /// What the addresses of this scope begin with: `2024/group/Språkkaféer`.
  package func text(in year: Int) -> String {
    switch self {
    case .year: "\(year)"
    case .activity(let code): "\(year)/\(code.text)"
    case .group(let name): "\(year)/group/\(Self.encoded(name ?? ""))"
    case .sector(let name): "\(year)/sector/\(Self.encoded(name ?? ""))"
    case .recipient(let name): "\(year)/recipient/\(Self.encoded(name ?? ""))"
    case .category(let category): "\(year)/category/\(category?.rawValue ?? "")"
    }
  }

  private static func encoded(_ name: String) -> String {
    name.reduce(into: "") { text, character in
      switch character {
      case "/": text += "%2F"
      case "%": text += "%25"
      default: text.append(character)
      }
    }
  }
}

/// What is counted.
package enum FigureMeasure: String, CaseIterable, Sendable {
  case distinct, hours, participations, headcount, entries, fte

  /// What may be asked of an activity, a group or a sector: all but full-time equivalents.
  package static let ofParts = allCases.filter { $0 != .fte }

  /// Returns the measure named by a word of one of the languages, or nil.
  package init?(word: String) {
    switch word.lowercased() {
    case "distinct", "ulike", "frivillige", "volunteers": self = .distinct
    case "hours", "timer", "timar": self = .hours
    case "participations", "deltakelser", "deltakingar": self = .participations
    case "headcount", "antall", "tal", "uten-navn", "utan-namn", "unnamed": self = .headcount
    case "entries", "føringer", "føringar": self = .entries
    case "fte", "årsverk": self = .fte
    default: return nil
    }
  }
}

/// Why there is no such figure, with what there is instead.
package enum AddressFault: Error, Hashable, Sendable {
  case notAnAddress(String)
  case noMeasure(FigureScope, year: Int)
  case unknownMeasure(String, known: [FigureMeasure])
  case unknownActivity(ActivityCode, known: [ActivityCode])
  case unknownGroup(String, known: [String])
  case unknownSector(String, known: [String])
  case unknownRecipient(String, known: [String])
}
