// Thirty-two bytes and their spellings. What the bytes are a digest of is decided elsewhere.

/// A SHA-256 digest, kept inline: no allocation, no reference count.
package struct Digest: Hashable, Sendable {
  /// The number of bytes in a digest.
  package static let byteCount = 32

  /// The number of digits in its hexadecimal spelling.
  package static let hexCount = 64

  /// Eight big-endian words, as FIPS 180-4 leaves them: comparing and hashing then touch two
  /// machine registers instead of thirty-two bytes.
  let words: SIMD8<UInt32>

  init(words: SIMD8<UInt32>) {
    self.words = words
  }

  /// Thirty-two zero bytes. Its hexadecimal spelling stands before the first line of a chain.
  package static let zero = Digest(words: .zero)

  /// Reads exactly sixty-four lower-case hexadecimal digits; anything else is no digest.
  ///
  /// One value has one spelling, so upper case, spaces and a `0x` are refused: a second spelling
  /// in a ledger would be a second set of bytes for the same claim.
  package init?(hex: some Collection<UInt8>) {
    var words = SIMD8<UInt32>.zero
    var count = 0
    for character in hex {
      guard count < Self.hexCount, let value = Self.value(ofHexDigit: character) else { return nil }
      words[count / 8] = words[count / 8] &<< 4 | value
      count += 1
    }
    guard count == Self.hexCount else { return nil }
    self.words = words
  }

  /// Reads exactly sixty-four lower-case hexadecimal digits where they lie, without a copy.
  package init?(hex: Span<UInt8>) {
    guard hex.count == Self.hexCount else { return nil }
    var words = SIMD8<UInt32>.zero
    for index in hex.indices {
      guard let value = Self.value(ofHexDigit: hex[index]) else { return nil }
      words[index / 8] = words[index / 8] &<< 4 | value
    }
    self.words = words
  }

  private static func value(ofHexDigit character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(character - UInt8(ascii: "a") + 10)
    default: nil
    }
  }
}

extension Digest {
  /// Returns the byte at a position 0 ..< 32, the most significant of each word first.
  subscript(index: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: words[index / 4] &>> UInt32(24 - 8 * (index % 4)))
  }

  /// The thirty-two bytes without an allocation, for hashing a digest again.
  var inlineBytes: [32 of UInt8] {
    .init { self[$0] }
  }

  /// The thirty-two bytes.
  package var bytes: [UInt8] {
    (0..<Self.byteCount).map { self[$0] }
  }

  /// The sixty-four lower-case hexadecimal digits, as ASCII.
  package var hexBytes: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(Self.hexCount)
    for index in 0..<Self.byteCount {
      let byte = self[index]
      digits.append(Self.hexDigit(byte / 16))
      digits.append(Self.hexDigit(byte % 16))
    }
    return digits
  }

  /// The sixty-four lower-case hexadecimal digits.
  package var hex: String {
    String(decoding: hexBytes, as: UTF8.self)
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  /// The bytes in base64 with padding (RFC 4648 §4), the spelling of roots in a checkpoint:
  /// forty-four characters.
  package var base64: String {
    Base64.encode(bytes)
  }

  /// Reads exactly the forty-four characters of ``base64``; any other spelling is no digest.
  package init?(base64: ArraySlice<UInt8>) {
    guard let bytes = Base64.decode(base64), bytes.count == Self.byteCount else { return nil }
    var words = SIMD8<UInt32>.zero
    for (index, byte) in bytes.enumerated() {
      words[index / 4] = words[index / 4] &<< 8 | UInt32(byte)
    }
    self.words = words
  }
}

extension Digest: CustomStringConvertible {
  /// The hexadecimal digits, so that a failing test shows something one can look up.
  package var description: String { hex }
}
