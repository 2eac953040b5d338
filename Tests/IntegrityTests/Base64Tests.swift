import Testing

@testable import Integrity

struct Base64Tests {
  private func decoded(_ text: String) -> [UInt8]? {
    Base64.decode(Array(text.utf8)[...])
  }

  /// RFC 4648 §10.
  @Test func `the vectors of the RFC go both ways`() {
    let vectors = [
      "": "", "f": "Zg==", "fo": "Zm8=", "foo": "Zm9v", "foob": "Zm9vYg==", "fooba": "Zm9vYmE=",
      "foobar": "Zm9vYmFy",
    ]
    for (bytes, text) in vectors {
      #expect(Base64.encode(Array(bytes.utf8)) == text)
      #expect(decoded(text) == Array(bytes.utf8))
    }
  }

  @Test func `every length comes back, and every character is used`() {
    var characters: Set<Character> = []
    for count in 0...200 {
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ count) }
      let text = Base64.encode(bytes)
      characters.formUnion(text)
      #expect(text.utf8.count == (count + 2) / 3 * 4)
      #expect(decoded(text) == bytes)
    }
    #expect(characters.count == 65)
  }

  @Test func `bytes have one spelling`() {
    let wrong = [
      "Z", "Zg", "Zg=", "Zm9", "Zm9v=", "Zm9v====", "====", "=", "Zg==Zg==", "Z===", "Zh==", "Zm9=",
      "Zm8=\n", "Zm 8=", "Zm-_", "Zm9v ", "Zg=a", "=Zg=",
    ]
    for text in wrong { #expect(decoded(text) == nil, "\(text)") }
  }

  @Test func `of all characters exactly sixty-four are digits`() {
    let count = (UInt8.min...UInt8.max).count { Base64.decode([$0, 65, 65, 65]) != nil }
    #expect(count == 64)
  }

  @Test func `a digest is forty-four characters and no others`() {
    let digest = SHA256.hash([1, 2, 3])
    let text = Array(digest.base64.utf8)
    #expect(text.count == 44)
    #expect(Digest(base64: text[...]) == digest)
    #expect(Digest(base64: text.dropLast()) == nil)
    #expect(Digest(base64: Array(Base64.encode(Array(digest.bytes.dropLast())).utf8)[...]) == nil)
    #expect(Digest(base64: Array(Base64.encode(digest.bytes + [0]).utf8)[...]) == nil)
    #expect(Digest(base64: []) == nil)
  }
}
