// Who and what is meant in a file: a name, an alias, a code or an id, exactly. On the command line the
// beginning of a name is enough, since the answer says who was meant; four hundred rows are not read
// again, so here a near miss is only suggested.

import CommandLineKit
import Domain
import Register
import Wording

/// Looks names of a file up in the ledger, and remembers those that are not there.
struct ImportNames {
  /// What a name came to.
  enum Found<ID> {
    case one(ID)
    case none
    case several([ID])
  }

  /// A name that is not in the ledger, or there more than once.
  struct Missing {
    let text: String
    var lines: [Int]
    /// The ids that have it; empty when none has.
    let several: [String]
    let near: [String]
  }

  private let open: OpenLedger
  private let persons: [String: [PersonID]]
  private let activities: [String: [ActivityCode]]
  private let personNames: [FoldedName]
  private let activityNames: [String]
  private(set) var missingPersons: [Missing] = []
  private(set) var missingActivities: [Missing] = []
  private var placeOfPerson: [String: Int] = [:]
  private var placeOfActivity: [String: Int] = [:]

  init(_ open: OpenLedger) {
    self.open = open
    let known = open.register.profiles.filter { open.state.persons[$0.id] != nil }
    persons = Dictionary(grouping: known) { searchKey($0.name) }.mapValues { $0.map(\.id) }
    personNames = known.map { FoldedName($0.name) }
    let all = open.state.activities.values.sorted { $0.seq < $1.seq }
    var activities: [String: [ActivityCode]] = [:]
    for activity in all {
      let details = activity.details
      let keys = Set(([details.name, details.code.text] + details.aliases).map(searchKey))
      for key in keys { activities[key, default: []].append(details.code) }
    }
    self.activities = activities
    activityNames = all.flatMap { [$0.details.name] + $0.details.aliases }
  }

  /// Returns the first word that is a word of a name in the register or of `added`, or that begins or
  /// ends with one.
  func personal(among words: [String], and added: [String]) -> String? {
    let known = Set((personNames + added.map(FoldedName.init)).flatMap(\.words))
    let first = known.filter { $0.count >= Self.firstMin }
    let last = known.filter { $0.count >= Self.lastMin }
    return words.first { word in
      word.count > 1 && known.contains(Substring(word))
        || first.contains { word.hasPrefix($0) } || last.contains { word.hasSuffix($0) }
    }
  }

  /// Letters of a name that a word may begin or end with. Shorter ones stand in too many other words,
  /// and most of all at the end, where words are inflected: "medlemmer", "lister".
  private static let firstMin = 3
  private static let lastMin = 4
  /// Nobody reads more suggestions than this, and each is a search through the register.
  static let nearMax = 50

  func person(_ typed: String) -> Found<PersonID> {
    if let id = PersonID(text: typed) { return open.state.persons[id] == nil ? .none : .one(id) }
    return found(persons[searchKey(typed)] ?? [])
  }

  func activity(_ typed: String) -> Found<ActivityCode> {
    if let code = ActivityCode(typed), open.state.activities[code] != nil { return .one(code) }
    return found(activities[searchKey(typed)] ?? [])
  }

  private func found<ID>(_ ids: [ID]) -> Found<ID> {
    ids.count == 1 ? .one(ids[0]) : ids.isEmpty ? .none : .several(ids)
  }

  mutating func miss(person typed: String, line: Int, several: [PersonID] = []) {
    let key = searchKey(typed)
    if let place = placeOfPerson[key] { return missingPersons[place].lines.append(line) }
    placeOfPerson[key] = missingPersons.count
    missingPersons.append(
      Missing(
        text: typed, lines: [line], several: several.map(\.text), near: nearPersons(typed, limit: 2)
      ))
  }

  mutating func miss(activity typed: String, line: Int, several: [ActivityCode] = []) {
    let key = searchKey(typed)
    if let place = placeOfActivity[key] { return missingActivities[place].lines.append(line) }
    placeOfActivity[key] = missingActivities.count
    missingActivities.append(
      Missing(
        text: typed, lines: [line], several: several.map(\.text),
        near: several.isEmpty ? suggestions(for: typed, among: activityNames, limit: 2) : []))
  }

  /// Names in the register that a name resembles, also with its words in another order.
  private func nearPersons(_ typed: String, limit: Int) -> [String] {
    if missingPersons.count >= Self.nearMax { return [] }
    let sorted = FoldedName(typed).sorted
    let turned = personNames.filter { $0.sorted == sorted }.map(\.name)
    let near =
      turned.isEmpty
      ? suggestions(for: typed, among: personNames.map(\.name), limit: limit) : turned
    return Array(near.prefix(limit))
  }

  /// Returns a name in the register that differs so little that it may be the same person's.
  func likeness(of name: String) -> String? {
    let typed = FoldedName(name)
    return personNames.first { known in
      if known.sorted == typed.sorted { return true }
      guard known.words.count == typed.words.count else { return false }
      return zip(typed.words, known.words).allSatisfy { typed, known in
        typed == known || !suggestions(for: String(typed), among: [String(known)]).isEmpty
      }
    }?.name
  }
}

/// A name and its words as they are compared, folded once.
private struct FoldedName {
  let name: String
  let words: [Substring]
  let sorted: [Substring]

  init(_ name: String) {
    self.name = name
    words = searchKey(name).split { !$0.isLetter && !$0.isNumber }
    sorted = words.sorted()
  }
}
