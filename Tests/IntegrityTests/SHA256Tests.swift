import Testing

@testable import Integrity

struct SHA256Tests {
  @Test func `nothing has the published digest`() {
    #expect(
      SHA256.hash([UInt8]()).hex
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `abc has the published digest`() {
    #expect(
      SHA256.hash(Array("abc".utf8)).hex
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func `the message of 448 bits has the published digest`() {
    let message = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"
    #expect(
      SHA256.hash(Array(message.utf8)).hex
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
  }

  @Test func `the message of 896 bits has the published digest`() {
    let message =
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
      + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu"
    #expect(
      SHA256.hash(Array(message.utf8)).hex
        == "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1")
  }

  @Test func `a million times a has the published digest`() {
    let message = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(
      SHA256.hash(message).hex
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  /// The messages 0 ... 300 bytes long, hashed, and the digests hashed together. In Python:
  ///
  ///     h = hashlib.sha256()
  ///     for n in range(301):
  ///       h.update(hashlib.sha256(bytes((7*i+n) % 256 for i in range(n))).digest())
  ///     print(h.hexdigest())
  @Test func `every length up to 300 agrees with Python`() {
    var all = SHA256()
    for count in 0...300 {
      all.update(SHA256.hash(message(count)).bytes)
    }
    #expect(
      all.finalize().hex == "60d63ff40b5558727a9b786ac0be9300f7ca58fd9ddd3b2f3681b369018a87dc")
  }

  @Test func `a message cut in two anywhere has the same digest`() {
    for count in [1, 55, 56, 63, 64, 65, 119, 120, 128, 200] {
      let message = message(count)
      let expected = SHA256.hash(message)
      for cut in 0...count {
        var computation = SHA256()
        computation.update(message[..<cut])
        computation.update(message[cut...])
        #expect(computation.finalize() == expected, "\(count) bytes cut at \(cut)")
      }
    }
  }

  @Test func `a message cut in three anywhere has the same digest`() {
    let message = message(150)
    let expected = SHA256.hash(message)
    for first in 0...150 {
      for second in first...150 {
        var computation = SHA256()
        computation.update(message[..<first])
        computation.update(message[first..<second])
        computation.update(message[second...])
        #expect(computation.finalize() == expected, "cut at \(first) and \(second)")
      }
    }
  }

  @Test func `a message in pieces of any one size has the same digest`() {
    let message = message(300)
    let expected = SHA256.hash(message)
    for size in 1...300 {
      var computation = SHA256()
      for start in stride(from: 0, to: 300, by: size) {
        computation.update(message[start..<min(start + size, 300)])
      }
      #expect(computation.finalize() == expected, "pieces of \(size)")
    }
  }

  @Test func `a sequence, a slice, a span and an array give one digest`() {
    let message = message(200)
    let expected = SHA256.hash(message)
    var fromSequence = SHA256()
    fromSequence.update(AnySequence(message))
    #expect(fromSequence.finalize() == expected)
    #expect(SHA256.hash(([1, 2] + message + [3])[2..<202]) == expected)
    let fromSpan = SHA256.hash(message.span)
    #expect(fromSpan == expected)
    var fromText = SHA256()
    fromText.update("abc".utf8)
    #expect(fromText.finalize() == SHA256.hash([97, 98, 99]))
  }

  @Test func `asking for the digest changes nothing`() {
    var computation = SHA256()
    computation.update(Array("ab".utf8))
    #expect(computation.finalize() == SHA256.hash(Array("ab".utf8)))
    #expect(computation.finalize() == SHA256.hash(Array("ab".utf8)))
    computation.update(Array("c".utf8))
    #expect(computation.finalize() == SHA256.hash(Array("abc".utf8)))
  }

  @Test func `a copy goes on alone`() {
    var one = SHA256()
    one.update(Array("a".utf8))
    var other = one
    one.update(Array("b".utf8))
    other.update(Array("c".utf8))
    #expect(one.finalize() == SHA256.hash(Array("ab".utf8)))
    #expect(other.finalize() == SHA256.hash(Array("ac".utf8)))
  }

  /// Byte i of the message of n bytes is 7i + n modulo 256.
  private func message(_ count: Int) -> [UInt8] {
    (0..<count).map { UInt8((7 * $0 + count) % 256) }
  }
}
