// What is wrong with the bytes of a line, or with an event that should become one: facts only. The
// verifier chooses the finding from them, and the words are made where people read them.

/// A line that is not a line of the format, or an event that has no line.
package struct FormatError: Error, Hashable, Sendable {
  /// What is wrong.
  package let kind: Kind
  /// The byte in the line where it was noticed, from 1; 0 for an event that is being written.
  package let column: Int
  /// The key whose value or spelling it is about, if it is about one.
  package let key: Key?
  /// The byte that stands there; nil at the end of the line and while writing.
  package let found: UInt8?

  /// Creates an error from its facts, so that a test can build the one it expects.
  package init(_ kind: Kind, column: Int, key: Key? = nil, found: UInt8? = nil) {
    self.kind = kind
    self.column = column
    self.key = key
    self.found = found
  }

  /// Finding `type-unknown`: everything but the meaning is in order. All others are `line-damaged`.
  package var isTypeUnknown: Bool { kind == .typeUnknown }

  /// What was expected, or what is wrong with what was found.
  package enum Kind: Hashable, Sendable {
    // The line as a whole
    case lineTooLong(bytes: Int)
    case afterEnd
    /// A brace, a comma, a quotation mark or a key stands elsewhere, or is spelled otherwise.
    case punctuation
    case typeUnknown
    // Numbers
    case number
    case numberOutside(ClosedRange<Int>)
    // Texts
    case text(TextFault)
    case repeatedText
    // Values of one spelling
    case boolean, word, id, code, command, origin, day, clock, moment, period, age, organisation
    case hexDigits
    case ranges
  }

  /// What is wrong with a text.
  package enum TextFault: Hashable, Sendable {
    case notUTF8, escape, controlCharacter, spaceAtEnd, empty, notComposed, endless
    case tooLong(bytesMax: Int)
  }
}

/// The name of a key, written in the source and compared as bytes.
package struct Key: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  let literal: StaticString

  /// Takes the name as it stands in the source.
  package init(stringLiteral literal: StaticString) { self.literal = literal }

  /// The name without quotation marks.
  package var description: String { literal.description }

  /// Compares by bytes: one name written twice is one key.
  package static func == (left: Key, right: Key) -> Bool { left.description == right.description }

  /// Hashes what is compared.
  package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
