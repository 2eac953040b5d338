// bevis.json: what a bundle claims, and what of the log it discloses (events/README.md, section 10).
// It is written in one spelling; reading goes through Foundation, and compares with that spelling.

package import Domain
import Foundation
package import Integrity
import Reports
package import Wording

/// The claims of a bundle.
package struct BundleManifest: Hashable, Sendable {
  /// What a bundle is about.
  package enum Kind: String, CaseIterable, Sendable {
    /// A closed year with every entry behind its figures.
    case year
    /// The figures of a closed year, and no entry.
    case figures
    /// One person, with every entry of theirs.
    case person
    /// One grant at a report that was sent, with every entry that was claimed on it.
    case grant
  }

  /// Another file of the bundle.
  package struct File: Hashable, Sendable {
    package let name: String
    package let bytes: Int
    package let sha256: String
  }

  /// The identity that a person's line is committed to, and its salt in 64 hex digits.
  package struct Identity: Hashable, Sendable {
    package let text: String
    package let salt: String

    package init(text: String, salt: String) {
      self.text = text
      self.salt = salt
    }
  }

  package static let name = "bevis.json"
  package static let schema = "dugnad-evidence:1"

  package var kind: Kind
  package var language: Language
  package var opening: LedgerOpened
  package var size: Int
  package var year: Int?
  package var closing: Int?
  package var person: PersonID?
  package var identity: Identity?
  package var grant: GrantID?
  /// The line of the report that was sent.
  package var sent: Int?
  package var tree: GrantPlace?
  package var ranges: [ClosedRange<Int>]
  package var above: [String]
  package var nodes: [Digest]
  package var figures: [ClaimedFigure]
  package var files: [File] = []

  /// The one spelling, with its newline.
  package var text: String {
    var members: [JSONMember] = [
      JSONMember(key: "schema", value: .string(Self.schema)),
      JSONMember(key: "kind", value: .string(kind.rawValue)),
      JSONMember(key: "language", value: .string(language.rawValue)),
      JSONMember(key: "origin", value: .string(opening.origin)),
      JSONMember(key: "ledger", value: .string(opening.name)),
      JSONMember(key: "reconstruction", value: .bool(opening.reconstruction)),
      JSONMember(key: "size", value: .integer(size)),
    ]
    if let year { members.append(JSONMember(key: "year", value: .integer(year))) }
    if let closing { members.append(JSONMember(key: "closing", value: .integer(closing))) }
    if let person { members.append(JSONMember(key: "person", value: .string(person.text))) }
    if let identity {
      members.append(
        JSONMember(
          key: "identity",
          value: .object(["text": .string(identity.text), "salt": .string(identity.salt)])))
    }
    if let grant { members.append(JSONMember(key: "grant", value: .string(grant.text))) }
    if let sent { members.append(JSONMember(key: "sent", value: .integer(sent))) }
    if let tree {
      members.append(
        JSONMember(
          key: "tree",
          value: .object([
            "size": .integer(tree.size), "first": .integer(tree.first),
            "leaves": .array(tree.leaves.map { .string($0) }),
            "nodes": .array(tree.nodes.map { .string($0.hex) }),
          ])))
    }
    members += [
      JSONMember(
        key: "lines",
        value: .array(
          ranges.map { .array([.integer($0.lowerBound), .integer($0.upperBound)]) })),
      JSONMember(key: "above", value: .array(above.map { .string($0) })),
      JSONMember(key: "nodes", value: .array(nodes.map { .string($0.hex) })),
      JSONMember(
        key: "figures",
        value: .array(
          figures.map { .object(["figure": .string($0.figure), "value": .integer($0.value)]) })),
      JSONMember(
        key: "files",
        value: .array(
          files.map {
            .object([
              "name": .string($0.name), "bytes": .integer($0.bytes), "sha256": .string($0.sha256),
            ])
          })),
    ]
    return JSONValue.object(members).text + "\n"
  }

  /// Reads the claims; nil for anything that is not their one spelling, or speaks of lines or numbers
  /// that no log can have.
  package init?(_ bytes: [UInt8]) {
    guard let read = try? JSONDecoder().decode(Written.self, from: Data(bytes)),
      read.schema == Self.schema, let kind = Kind(rawValue: read.kind),
      let language = Language(rawValue: read.language), 1...Checkpoint.sizeMax ~= read.size,
      read.figures.allSatisfy({ 0...Checkpoint.sizeMax ~= $0.value }),
      [read.sent, read.tree?.size].allSatisfy({ 1...Checkpoint.sizeMax ~= $0 ?? 1 }),
      0...Checkpoint.sizeMax ~= read.tree?.first ?? 0
    else { return nil }
    self.kind = kind
    self.language = language
    opening = LedgerOpened(
      origin: read.origin, name: read.ledger, reconstruction: read.reconstruction)
    size = read.size
    year = read.year
    closing = read.closing
    person = read.person.flatMap { PersonID(text: $0) }
    identity = read.identity.map { Identity(text: $0.text, salt: $0.salt) }
    grant = read.grant.flatMap { GrantID(text: $0) }
    sent = read.sent
    tree = read.tree.map {
      GrantPlace(
        size: $0.size, first: $0.first, leaves: $0.leaves,
        nodes: $0.nodes.compactMap { Digest(hex: $0.utf8) })
    }
    ranges = []
    for pair in read.lines {
      guard pair.count == 2, pair[0] >= 1, pair[0] <= pair[1], pair[1] <= read.size else {
        return nil
      }
      ranges.append(pair[0]...pair[1])
    }
    above = read.above
    nodes = read.nodes.compactMap { Digest(hex: $0.utf8) }
    figures = read.figures.map { ClaimedFigure($0.figure, $0.value) }
    files = read.files.map { File(name: $0.name, bytes: $0.bytes, sha256: $0.sha256) }
    // A key that is doubled, unknown, or spelled otherwise is not written again so.
    guard hasKeysOfItsKind, Array(text.utf8) == bytes else { return nil }
  }

  private var hasKeysOfItsKind: Bool {
    let isOfYear = year != nil && closing != nil
    let isOfPerson = person != nil
    let isOfGrant = grant != nil && sent != nil && tree != nil
    let lacksYear = year == nil && closing == nil
    let lacksPerson = person == nil && identity == nil
    let lacksGrant = grant == nil && sent == nil && tree == nil
    return switch kind {
    case .year, .figures: isOfYear && lacksPerson && lacksGrant
    case .person: isOfPerson && lacksYear && lacksGrant
    case .grant: isOfGrant && lacksYear && lacksPerson
    }
  }

  package init(
    kind: Kind, language: Language, opening: LedgerOpened, size: Int, disclosure: Disclosure,
    figures: [ClaimedFigure]
  ) {
    self.kind = kind
    self.language = language
    self.opening = opening
    self.size = size
    ranges = disclosure.ranges
    above = disclosure.above
    nodes = disclosure.nodes
    self.figures = figures
  }

  private struct Written: Decodable {
    struct Identity: Decodable {
      var text: String
      var salt: String
    }
    struct Place: Decodable {
      var size: Int
      var first: Int
      var leaves: [String]
      var nodes: [String]
    }
    struct Figure: Decodable {
      var figure: String
      var value: Int
    }
    struct File: Decodable {
      var name: String
      var bytes: Int
      var sha256: String
    }
    var schema: String
    var kind: String
    var language: String
    var origin: String
    var ledger: String
    var reconstruction: Bool
    var size: Int
    var year: Int?
    var closing: Int?
    var person: String?
    var identity: Identity?
    var grant: String?
    var sent: Int?
    var tree: Place?
    var lines: [[Int]]
    var above: [String]
    var nodes: [String]
    var figures: [Figure]
    var files: [File]
  }
}
