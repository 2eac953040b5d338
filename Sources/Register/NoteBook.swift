import Domain
package import Files
import Foundation
package import Integrity

// register/notes.json: words that belong to a line of the log. The log holds a salted commitment, so
// the words can be erased like names, and cannot be changed unseen.

/// Words kept beside the log.
package struct NoteBook: Sendable {
  /// A note is at most so long, in bytes of UTF-8.
  package static let bytesMax = 2_000

  package private(set) var notes: [Note]

  package init(_ notes: [Note] = []) { self.notes = notes }

  /// Returns the words that a line is committed to, or nil if they are not here (any more).
  package func text(of commitment: String) -> String? {
    notes.first { $0.commitment.hex == commitment }?.text
  }

  /// Returns the note with exactly these words, if there is one.
  package func note(saying text: String) -> Note? { notes.first { $0.text == text } }

  package func adding(_ note: Note) -> NoteBook { NoteBook(notes + [note]) }

  /// Returns the notes in a folder; none if there is no file.
  package static func load(folder: String, calls: SystemCalls) throws(RegisterError) -> NoteBook {
    let file = file(in: folder, calls)
    guard let bytes = try file.read() else { return NoteBook() }
    guard let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)) else {
      throw .unreadable(path: file.path)
    }
    guard contents.schema == schema else { throw .unknownSchema(contents.schema) }
    var notes: [Note] = []
    for kept in contents.notes {
      guard let salt = Digest(hex: kept.salt.utf8) else { throw .unreadable(path: file.path) }
      notes.append(Note(text: kept.text, salt: salt.bytes))
    }
    return NoteBook(notes)
  }

  /// Replaces the file, durably and private.
  package func save(folder: String, calls: SystemCalls) throws(RegisterError) {
    let contents = Contents(
      schema: Self.schema,
      notes: notes.map { Kept(text: $0.text, salt: RegisterFile.hex($0.salt)) })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    // Texts only: there is nothing in it that has no JSON.
    guard let data = try? encoder.encode(contents) else { preconditionFailure("no JSON") }
    try Self.file(in: folder, calls).replace(with: Array(data) + [UInt8(ascii: "\n")])
  }

  private static func file(in folder: String, _ calls: SystemCalls) -> PrivateFile {
    PrivateFile(folder: folder, name: "notes.json", calls: calls)
  }

  private static let schema = "dugnad-notes:1"

  private struct Contents: Codable {
    var schema: String
    var notes: [Kept]
  }

  private struct Kept: Codable {
    var text: String
    var salt: String
  }
}

/// Some words, and the salt that keeps their commitment from being guessed back.
package struct Note: Hashable, Sendable {
  package let text: String
  let salt: [UInt8]

  /// - Parameter salt: 32 random bytes.
  package init(text: String, salt: [UInt8]) {
    precondition(salt.count == PersonProfile.saltBytes, "a salt has 32 bytes")
    self.text = text
    self.salt = salt
  }

  /// SHA-256 of the salt and the words: what the log says.
  package var commitment: Digest { SHA256.hash(salt + Array(text.utf8)) }
}
