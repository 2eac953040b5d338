// What ledger and witness send each other, as text: a request is the body of C2SP add-checkpoint
// (c2sp.org/tlog-witness), an answer is the checkpoint with the witness's signature below it.
//
//     old 3100                                          the size the witness has signed; 0 the first time
//     gSKyXoYZUgZ6jduWYrkDOARi…                         the consistency proof, base64
//                                                       an empty line
//     dugnad-kongsberg-2024-eksempel                    the checkpoint
//     3141
//     vlAjrRzETfxYdiNtH12sLejDVtRM5s5ziosEbw5MDvY=

import Domain
import Integrity

/// A request to a witness.
struct WitnessRequest {
  /// As C2SP limits it.
  static let nodesMax = 63

  let old: Int
  let nodes: [Digest]
  let checkpoint: Checkpoint

  init(old: Int, nodes: [Digest], checkpoint: Checkpoint) {
    self.old = old
    self.nodes = nodes
    self.checkpoint = checkpoint
  }

  init?(_ bytes: [UInt8]) {
    // Of an empty log there is nothing to vouch for, and nothing would ever extend it provably.
    guard let (head, rest) = Self.split(bytes), let checkpoint = try? Checkpoint(parsing: rest),
      checkpoint.size > 0
    else { return nil }
    let lines = head.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix("old "),
      let old = Self.size(String(first.dropFirst(4))), lines.count - 1 <= Self.nodesMax
    else { return nil }
    var nodes: [Digest] = []
    for line in lines.dropFirst() {
      guard let node = Digest(base64: Array(line.utf8)[...]) else { return nil }
      nodes.append(node)
    }
    self.init(old: old, nodes: nodes, checkpoint: checkpoint)
  }

  var text: String {
    (["old \(old)"] + nodes.map(\.base64)).map { $0 + "\n" }.joined() + "\n" + checkpoint.text
  }

  /// A size: a number from 0, in its one spelling.
  static func size(_ text: String) -> Int? { text == "0" ? 0 : LineNumber.parse(text) }

  /// The text before the first empty line, and the bytes after it.
  static func split(_ bytes: [UInt8]) -> (String, ArraySlice<UInt8>)? {
    let newline = UInt8(ascii: "\n")
    guard
      let mark = bytes.indices.first(where: { index in
        bytes[index] == newline && index + 1 < bytes.count && bytes[index + 1] == newline
      })
    else { return nil }
    return (String(decoding: bytes[..<mark], as: UTF8.self), bytes[(mark + 2)...])
  }
}

/// A checkpoint with a signature below it.
struct WitnessAnswer {
  let checkpoint: Checkpoint
  let signature: [UInt8]

  init(checkpoint: Checkpoint, signature: [UInt8]) {
    self.checkpoint = checkpoint
    self.signature = signature
  }

  init?(_ bytes: [UInt8]) {
    guard let (head, rest) = WitnessRequest.split(bytes),
      let checkpoint = try? Checkpoint(parsing: Array((head + "\n").utf8)),
      SSHSignature(Array(rest)) != nil
    else { return nil }
    self.init(checkpoint: checkpoint, signature: Array(rest))
  }

  var text: String { checkpoint.text + "\n" + String(decoding: signature, as: UTF8.self) }
}
