// A tree head as text: the body of C2SP tlog-checkpoint.
//
//     dugnad.example/k3f9x0q2m7ab                       origin: which log
//     731                                               size: how many leaves
//     CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=      root: base64, RFC 4648 §4
//
// Exactly these three lines, each with its newline. A C2SP note would go on with an empty line and
// signatures; ours stand in a file of their own, so the body is the whole text. One checkpoint has
// one spelling: whatever else says the same is refused.

/// A claim about a log: that at this size it had this root.
package struct Checkpoint: Hashable, Sendable {
  /// The most leaves that a checkpoint speaks of: integers that every JSON reader keeps exactly.
  package static let sizeMax = 1 << 53 - 1

  /// Which log this is about: printable ASCII without spaces and plus signs.
  package let origin: String

  /// The number of leaves, 0 ... ``sizeMax``.
  package let size: Int

  /// The root of the Merkle tree of so many leaves.
  package let root: Digest

  /// Creates a checkpoint, if its origin and size can be written.
  package init(origin: String, size: Int, root: Digest) throws(CheckpointFault) {
    guard Self.isOrigin(origin.utf8) else { throw .badOrigin }
    guard 0...Self.sizeMax ~= size else { throw .badSize }
    self.origin = origin
    self.size = size
    self.root = root
  }

  /// Reads the bytes of ``text``, and no others.
  package init(parsing text: some Collection<UInt8>) throws(CheckpointFault) {
    var lines = TextLines(text)
    guard let origin = lines.next(), let size = lines.next(), let root = lines.next() else {
      throw .lineMissing
    }
    guard Self.isOrigin(origin) else { throw .badOrigin }
    guard let number = CanonicalNumber.parse(size) else { throw .badSize }
    guard let root = Digest(base64: root) else { throw .badRoot }
    guard lines.rest.isEmpty else {
      throw lines.rest.first == TextLines.newline ? .textAfter : .extensionLine
    }
    try self.init(origin: String(decoding: origin, as: UTF8.self), size: number, root: root)
  }

  /// The three lines.
  package var text: String {
    "\(origin)\n\(size)\n\(root.base64)\n"
  }

  /// The plus sign and the space mean something in a note's keys and signatures. Beyond ASCII, equal
  /// strings may have different bytes, and one log would have two origins.
  private static func isOrigin(_ text: some Collection<UInt8>) -> Bool {
    !text.isEmpty && text.allSatisfy { 0x21...0x7e ~= $0 && $0 != UInt8(ascii: "+") }
  }
}

/// What is wrong with the text of a checkpoint, or with its parts.
package enum CheckpointFault: Error, Hashable, Sendable {
  /// There are fewer than three lines that end with a newline.
  case lineMissing

  /// The origin is empty, or holds something else than printable ASCII without spaces and `+`.
  case badOrigin

  /// The size is no decimal number 0 ... 2^53 − 1 without leading zeros.
  case badSize

  /// The root is not the canonical base64 of thirty-two bytes.
  case badRoot

  /// A fourth line follows. C2SP allows such extensions and advises against them; we know none.
  case extensionLine

  /// An empty line follows, as before the signatures of a note. Ours stand in files of their own.
  case textAfter
}
