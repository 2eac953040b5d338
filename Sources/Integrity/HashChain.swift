// The one hash of a line, and what it covers.
//
//     {"seq":2,"at":...,"data":{...},"hash":"9f2c…"}
//     '------------ body -----------'
//
// hash = SHA-256( 0x00 ‖ the previous line's 64 hexadecimal digits ‖ body )
//
// Covered are every byte of this line before `,"hash":`, and through the previous digits every line
// before it. Not covered are the key `hash` itself and the newline, which the format fixes, and the
// lines that follow: a cut tail is seen only with a checkpoint in other hands.
//
// It is two things at once. It is a link of a chain, because it covers the link before. And it is
// the leaf hash of RFC 6962 §2.1, SHA-256(0x00 ‖ d), of the entry d = previous digits ‖ body. So one
// hash a line serves the chain and the Merkle tree, and a line is checked with nothing but its own
// bytes and its predecessor's digits, in any order and on any thread.

/// The rule by which one line of the ledger covers all lines before it.
package enum HashChain {
  /// The digits before the first line: sixty-four times `0`, as ASCII.
  package static let first = [UInt8](repeating: UInt8(ascii: "0"), count: Digest.hexCount)

  /// Returns the hash of a line from the digits of the line before and its own bytes.
  ///
  /// Neither is copied. `previousHex` must be sixty-four digits; that they are digits is for the
  /// reader of the line to check, who has to do it anyway.
  package static func link(previousHex: Span<UInt8>, body: Span<UInt8>) -> Digest {
    precondition(previousHex.count == Digest.hexCount, "a link needs the 64 digits before it")
    let leafPrefix: [1 of UInt8] = [0x00]
    var computation = SHA256()
    computation.update(leafPrefix.span)
    computation.update(previousHex)
    computation.update(body)
    return computation.finalize()
  }

  /// Returns the hash of a line from arrays: the same rule where speed does not matter.
  package static func link(previousHex: [UInt8], body: [UInt8]) -> Digest {
    link(previousHex: previousHex.span, body: body.span)
  }

  /// Returns the leaf hash of an entry, the previous digits and a body in one piece: what ``link``
  /// returns of the two.
  package static func leaf(of entry: [UInt8]) -> Digest {
    let leafPrefix: [1 of UInt8] = [0x00]
    var computation = SHA256()
    computation.update(leafPrefix.span)
    computation.update(entry.span)
    return computation.finalize()
  }
}
