import Domain
import Foundation
import Integrity

// persons.json:
//
//     {"persons" : [{"birthYear" : 1980, "id" : "p2", "identity" : "{\"name\":…}", "name" : "…",
//                    "salt" : "64 hex digits"}], "schema" : "dugnad-register:1"}
//
// Sorted keys and one person after another by id, so that two versions can be compared by eye.

/// The spelling of the register.
enum RegisterFile {
  static let schema = "dugnad-register:1"

  private struct Contents: Codable {
    var schema: String
    var persons: [Person]
  }

  private struct Person: Codable {
    var id: String
    var name: String
    var birthYear: Int?
    var salt: String
    var identity: String
  }

  private struct Header: Codable { var schema: String }

  static func bytes(of profiles: [PersonProfile]) -> [UInt8] {
    let contents = Contents(
      schema: schema,
      persons: profiles.map {
        Person(
          id: $0.id.text, name: $0.name, birthYear: $0.birthYear, salt: hex($0.salt),
          identity: $0.identity)
      })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts and whole numbers only: there is nothing in it that has no JSON.
    guard let data = try? encoder.encode(contents) else { preconditionFailure("no JSON") }
    return Array(data) + [UInt8(ascii: "\n")]
  }

  static func profiles(
    in bytes: [UInt8], path: String
  ) throws(RegisterError) -> [PersonProfile] {
    let data = Data(bytes)
    let decoder = JSONDecoder()
    guard let header = try? decoder.decode(Header.self, from: data) else {
      throw .unreadable(path: path)
    }
    guard header.schema == schema else { throw .unknownSchema(header.schema) }
    guard let contents = try? decoder.decode(Contents.self, from: data) else {
      throw .unreadable(path: path)
    }
    var profiles: [PersonProfile] = []
    for person in contents.persons {
      guard let id = PersonID(text: person.id), let salt = Digest(hex: person.salt.utf8) else {
        throw .unreadable(path: path)
      }
      profiles.append(
        PersonProfile(
          id: id, name: person.name, birthYear: person.birthYear, salt: salt.bytes,
          identity: person.identity))
    }
    guard Set(profiles.map(\.id)).count == profiles.count else { throw .unreadable(path: path) }
    return profiles
  }

  static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
