import Testing

@testable import Integrity

struct CheckpointTests {
  static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

  static func found(_ text: String) -> CheckpointFault? {
    fault { () throws(CheckpointFault) in _ = try Checkpoint(parsing: text.utf8) }
  }

  /// The example of c2sp.org/tlog-checkpoint without its signature.
  @Test func `the example of the specification is read and written the same`() throws {
    let text = "example.com/behind-the-sofa\n20852163\n\(Self.root)\n"
    let checkpoint = try Checkpoint(parsing: text.utf8)
    #expect(checkpoint.origin == "example.com/behind-the-sofa")
    #expect(checkpoint.size == 20_852_163)
    #expect(
      checkpoint.root.hex == "0ac5186a91863e8e1d90c808014aa89bf5da8e3ee1d9f07630f0378f68f1ab62")
    #expect(checkpoint.text == text)
  }

  /// `TestFormatTree` of golang.org/x/mod/sumdb/tlog writes the same body for another origin.
  @Test func `what is written is read`() throws {
    for size in [0, 1, 123_456_789_012, Checkpoint.sizeMax] {
      let made = try Checkpoint(origin: "a~!/z", size: size, root: SHA256.hash([7]))
      #expect(try Checkpoint(parsing: made.text.utf8) == made)
    }
  }

  @Test func `each thing that is wrong is told`() {
    let root = Self.root
    let faults: [(String, CheckpointFault)] = [
      ("", .lineMissing), ("a", .lineMissing), ("a\n1\n", .lineMissing), ("\n\n", .lineMissing),
      ("a\n1\n\(root)", .lineMissing), ("a\r1\r\(root)\r", .lineMissing),
      ("\n1\n\(root)\n", .badOrigin), ("a b\n1\n\(root)\n", .badOrigin),
      ("a+b\n1\n\(root)\n", .badOrigin), ("a\t\n1\n\(root)\n", .badOrigin),
      ("a\u{7f}\n1\n\(root)\n", .badOrigin), ("blå\n1\n\(root)\n", .badOrigin),
      ("a\u{0}\n1\n\(root)\n", .badOrigin), ("a\u{2028}\n1\n\(root)\n", .badOrigin),
      ("a\r\n1\n\(root)\n", .badOrigin),
      ("a\n\n\(root)\n", .badSize), ("a\n01\n\(root)\n", .badSize), ("a\n00\n\(root)\n", .badSize),
      ("a\n-1\n\(root)\n", .badSize), ("a\n+1\n\(root)\n", .badSize),
      ("a\n1 \n\(root)\n", .badSize),
      ("a\n0x1\n\(root)\n", .badSize), ("a\n1e3\n\(root)\n", .badSize),
      ("a\n١\n\(root)\n", .badSize),
      ("a\n9007199254740992\n\(root)\n", .badSize),
      ("a\n99999999999999999999\n\(root)\n", .badSize),
      ("a\n9223372036854775808\n\(root)\n", .badSize),
      ("a\n1\n\n", .badRoot), ("a\n1\n\(root.dropLast())\n", .badRoot),
      ("a\n1\n\(root)=\n", .badRoot), ("a\n1\n \(root)\n", .badRoot),
      ("a\n1\n\(root.dropLast(2))J=\n", .badRoot), ("a\n1\nAAAA\n", .badRoot),
      ("a\n1\n\(root.replacing("/", with: "_"))\n", .badRoot),
      ("a\n1\n\(root)\nmore\n", .extensionLine), ("a\n1\n\(root)\nmore", .extensionLine),
      ("a\n1\n\(root)\n ", .extensionLine),
      ("a\n1\n\(root)\n\n", .textAfter), ("a\n1\n\(root)\n\n— a Az3grl==\n", .textAfter),
    ]
    for (text, expected) in faults {
      #expect(Self.found(text) == expected, "\(text.debugDescription)")
    }
    #expect(Self.found("a\n9007199254740991\n\(root)\n") == nil)
    #expect(Self.found("a\n0\n\(root)\n") == nil)
  }

  @Test func `what cannot be written is not made`() {
    func found(_ origin: String, _ size: Int) -> CheckpointFault? {
      fault { () throws(CheckpointFault) in
        _ = try Checkpoint(origin: origin, size: size, root: .zero)
      }
    }
    #expect(found("a", 0) == nil)
    #expect(found("", 0) == .badOrigin)
    #expect(found("a\nb", 0) == .badOrigin)
    #expect(found("a", -1) == .badSize)
    #expect(found("a", 1 << 53) == .badSize)
  }

  /// A change of one byte is another claim or none: never the same one.
  @Test func `no other bytes say the same`() throws {
    let checkpoint = try Checkpoint(origin: "a.no/x", size: 90, root: SHA256.hash([7]))
    let bytes = Array(checkpoint.text.utf8)
    for index in bytes.indices {
      for value in UInt8.min...UInt8.max where value != bytes[index] {
        var changed = bytes
        changed[index] = value
        let read = try? Checkpoint(parsing: changed)
        if read == checkpoint { Issue.record("byte \(index) as \(value)") }
        if let read, Array(read.text.utf8) != changed {
          Issue.record("byte \(index) as \(value) is written otherwise")
        }
      }
    }
  }
}
