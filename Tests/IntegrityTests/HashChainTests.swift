import Testing

@testable import Integrity

struct HashChainTests {
  @Test func `the first line follows sixty-four zeros`() {
    #expect(HashChain.first == Array(String(repeating: "0", count: 64).utf8))
    #expect(HashChain.first == Digest.zero.hexBytes)
  }

  /// In Python, or with printf and sha256sum:
  ///
  ///     d = b'0' * 64
  ///     for body in [b'{"seq":1', b'{"seq":2', b'']:
  ///       d = hashlib.sha256(b'\0' + d + body).hexdigest().encode(); print(d)
  @Test func `three lines give the digits that Python gives`() {
    let expected = [
      "a7539a032ebc990efce5a8b3b21cc0a20bb2f02fb5203a68dad300452c7c8d00",
      "37a3c1407f68f9d3f404dade9809e7bf246dc439932d918b207f392fe9dabfdf",
      "c9a80983fa7926453f9706addca043c9f7964c6520f457a8a14eca8edb041a8d",
    ]
    var previous = HashChain.first
    var found: [String] = []
    for body in [#"{"seq":1"#, #"{"seq":2"#, ""] {
      let digest = HashChain.link(previousHex: previous, body: Array(body.utf8))
      found.append(digest.hex)
      previous = digest.hexBytes
    }
    #expect(found == expected)
  }

  @Test func `a link is the leaf hash of RFC 6962 of previous digits and body`() {
    for count in 0...200 {
      let previous = SHA256.hash([UInt8(count)]).hexBytes
      let body = (0..<count).map { UInt8(($0 * 3 + count) % 256) }
      #expect(HashChain.link(previousHex: previous, body: body) == leafHash(previous + body))
    }
  }

  @Test func `every byte of the body and of the previous digits is covered`() {
    let previous = SHA256.hash([1]).hexBytes
    let body = Array(#"{"seq":7,"type":"hours.logged","v":1,"data":{"minutes":90}"#.utf8)
    let digest = HashChain.link(previousHex: previous, body: body)
    for index in body.indices {
      var changed = body
      changed[index] ^= 1
      #expect(HashChain.link(previousHex: previous, body: changed) != digest)
    }
    for index in previous.indices {
      var changed = previous
      changed[index] ^= 1
      #expect(HashChain.link(previousHex: changed, body: body) != digest)
    }
    #expect(HashChain.link(previousHex: previous, body: body + [0]) != digest)
    #expect(HashChain.link(previousHex: previous, body: Array(body.dropLast())) != digest)
  }

  /// RFC 6962 §2.1: MTH({d(0)}) = SHA-256(0x00 || d(0)).
  private func leafHash(_ entry: [UInt8]) -> Digest {
    SHA256.hash([0x00] + entry)
  }
}
