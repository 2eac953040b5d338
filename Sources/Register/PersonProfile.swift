package import Domain
import Foundation
package import Integrity

/// Who a person id is: what the log never holds.
package struct PersonProfile: Hashable, Sendable {
  /// The number of random bytes that keep a commitment from being guessed back to a name.
  package static let saltBytes = 32
  /// A name is at most so long, in bytes of UTF-8.
  package static let nameBytesMax = 200

  /// The id in the log.
  package let id: PersonID
  /// The name people see.
  package let name: String
  /// The year of birth, if it is known.
  package let birthYear: Int?
  /// Random, and given from outside: this room makes no randomness.
  package let salt: [UInt8]
  /// The bytes that were committed to, as text. Frozen: a change of name makes a new profile.
  package let identity: String

  /// Makes the profile of a new person.
  ///
  /// The name is taken in normalisation form C, so that the same name gives the same identity on
  /// every machine.
  package init(
    id: PersonID, name: String, birthYear: Int? = nil, salt: [UInt8]
  ) throws(RegisterError) {
    let name = name.precomposedStringWithCanonicalMapping
    if let fault = TextRule.fault(in: name, bytesMax: Self.nameBytesMax) { throw .badName(fault) }
    if let birthYear, !Day.years.contains(birthYear) { throw .badBirthYear(birthYear) }
    precondition(salt.count == Self.saltBytes, "a salt has 32 bytes")
    self.init(
      id: id, name: name, birthYear: birthYear, salt: salt,
      identity: Self.identity(name: name, birthYear: birthYear))
  }

  /// Takes a profile as it was kept.
  init(id: PersonID, name: String, birthYear: Int?, salt: [UInt8], identity: String) {
    self.id = id
    self.name = name
    self.birthYear = birthYear
    self.salt = salt
    self.identity = identity
  }

  /// SHA-256 of the salt and the identity: what `person.registered` says.
  package var commitment: Digest { SHA256.hash(salt + Array(identity.utf8)) }

  /// Whether the name and year that people see are those that were committed to.
  package var isNamedAsCommitted: Bool {
    identity == Self.identity(name: name, birthYear: birthYear)
  }

  /// `{"name":"…","born":1980}` by the rules of the log: no white space, `"` and `\` escaped and
  /// nothing else, `born` left out when it is not known.
  private static func identity(name: String, birthYear: Int?) -> String {
    var text = #"{"name":""#
    for character in name.unicodeScalars {
      if character == "\"" || character == "\\" { text.unicodeScalars.append("\\") }
      text.unicodeScalars.append(character)
    }
    text += "\""
    if let birthYear { text += #","born":\#(birthYear)"# }
    return text + "}"
  }
}
