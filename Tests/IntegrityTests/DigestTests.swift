import Testing

@testable import Integrity

struct DigestTests {
  /// All sixteen digits, in both places of a byte.
  let hex = "0123456789abcdeffedcba98765432100f1e2d3c4b5a69788796a5b4c3d2e1f0"

  @Test func `hexadecimal goes in and comes out the same`() throws {
    let digest = try #require(Digest(hex: hex.utf8))
    #expect(digest.hex == hex)
    #expect(digest.hexBytes == Array(hex.utf8))
    #expect(digest.description == hex)
    #expect(digest.bytes.prefix(8) == [0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef])
    #expect(digest.bytes.suffix(8) == [0x87, 0x96, 0xa5, 0xb4, 0xc3, 0xd2, 0xe1, 0xf0])
    #expect(digest.bytes.count == Digest.byteCount)
    #expect((0..<32).map { digest.inlineBytes[$0] } == digest.bytes)
  }

  @Test func `a span is read like an array`() {
    let digits = Array(hex.utf8)
    let fromSpan = Digest(hex: digits.span)
    #expect(fromSpan == Digest(hex: digits))
    #expect(fromSpan != nil)
  }

  @Test func `anything but sixty-four lower-case digits is refused`() {
    var refused = ["", "0", String(hex.dropLast()), "\(hex)0", "\(hex)\n", hex.uppercased()]
    for start in [" ", "0x", "g", "-", "/", ":", "`", "\0", "٣"] {
      refused.append(start + String(hex.dropFirst(start.utf8.count)))
    }
    for text in refused {
      #expect(Digest(hex: text.utf8) == nil, "\(text)")
      let bytes = Array(text.utf8)
      let fromSpan = Digest(hex: bytes.span)
      #expect(fromSpan == nil, "\(text)")
    }
  }

  @Test func `of all bytes exactly sixteen are digits, in every position`() {
    let digits = Set("0123456789abcdef".utf8)
    for position in [0, 1, 31, 32, 62, 63] {
      for byte in UInt8.min...UInt8.max {
        var text = Array(hex.utf8)
        text[position] = byte
        #expect((Digest(hex: text) != nil) == digits.contains(byte))
      }
    }
  }

  @Test func `zero is thirty-two zero bytes`() {
    #expect(Digest.zero.bytes == [UInt8](repeating: 0, count: 32))
    #expect(Digest.zero.hex == String(repeating: "0", count: 64))
  }

  @Test func `digests are equal when all bytes are`() throws {
    let digest = try #require(Digest(hex: hex.utf8))
    #expect(digest == Digest(hex: hex.utf8))
    for position in 0..<64 {
      var other = Array(hex.utf8)
      other[position] = other[position] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      #expect(Digest(hex: other) != digest)
    }
  }

  /// Expected texts from Python: base64.b64encode(...).
  @Test func `base64 is that of RFC 4648`() {
    #expect(Digest.zero.base64 == "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
    #expect(SHA256.hash(Array("abc".utf8)).base64 == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    let ones = Digest(hex: String(repeating: "f", count: 64).utf8)
    #expect(ones?.base64 == "//////////////////////////////////////////8=")
  }
}
