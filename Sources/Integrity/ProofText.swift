// The proof of one entry as text: C2SP tlog-proof.
//
//     c2sp.org/tlog-proof@v1
//     extra eyJzZXEi…              the entry, base64; the line is left out where there is none
//     index 730                    counted from 0
//     gSKyXoYZUgZ6jduWYrkDOARi…    the nodes of the inclusion proof, from the leaf's sibling upwards
//     …
//                                  an empty line
//     dugnad.example/k3f9x0q2m7ab  the checkpoint, see Checkpoint.swift
//     731
//     CsUYapGGPo4dkMgIAUqom/Xa…
//
// C2SP lets anything stand in `extra` and warns that it is not covered by the proof. Ours is the entry
// itself, and whoever checks a proof computes the leaf hash from it; so it is covered after all.

/// A proof that an entry stands in a log, complete but for a signature on its checkpoint.
package struct ProofText: Hashable, Sendable {
  /// The place of the entry, counted from 0; at most ``Checkpoint/sizeMax``.
  package let index: Int

  /// The entry, whose leaf hash the proof is of; or empty where the reader has it already.
  package let extra: [UInt8]

  /// The nodes of the inclusion proof.
  package let nodes: [Digest]

  /// The tree in which the entry stands.
  package let checkpoint: Checkpoint

  private static let header = Array("c2sp.org/tlog-proof@v1".utf8)
  private static let extraWord = Array("extra ".utf8)
  private static let indexWord = Array("index ".utf8)

  /// Creates a proof, if its index can be written. Whether it proves anything is for
  /// ``verify(leaf:)`` to say.
  package init(
    index: Int, extra: [UInt8] = [], nodes: [Digest], checkpoint: Checkpoint
  ) throws(ProofTextFault) {
    guard 0...Checkpoint.sizeMax ~= index else { throw .badIndex }
    self.index = index
    self.extra = extra
    self.nodes = nodes
    self.checkpoint = checkpoint
  }

  /// Reads the bytes of ``text``, and no others.
  package init(parsing text: some Collection<UInt8>) throws(ProofTextFault) {
    var lines = TextLines(text)
    guard let header = lines.next(), header.elementsEqual(Self.header) else { throw .badHeader }
    var line = lines.next()
    var extra: [UInt8] = []
    if let text = line, text.starts(with: Self.extraWord) {
      guard let bytes = Base64.decode(text.dropFirst(Self.extraWord.count)), !bytes.isEmpty else {
        throw .badExtra
      }
      extra = bytes
      line = lines.next()
    }
    guard let text = line, text.starts(with: Self.indexWord),
      let index = CanonicalNumber.parse(text.dropFirst(Self.indexWord.count))
    else { throw .badIndex }
    var nodes: [Digest] = []
    while true {
      guard let text = lines.next() else { throw .emptyLineMissing }
      if text.isEmpty { break }
      guard let node = Digest(base64: text) else { throw .badNode(position: nodes.count) }
      nodes.append(node)
    }
    let checkpoint: Checkpoint
    do throws(CheckpointFault) {
      checkpoint = try Checkpoint(parsing: lines.rest)
    } catch {
      throw .checkpoint(error)
    }
    try self.init(index: index, extra: extra, nodes: nodes, checkpoint: checkpoint)
  }

  /// The text, to be stored in a file that ends in `.tlog-proof`.
  package var text: String {
    var lines = [String(decoding: Self.header, as: UTF8.self)]
    if !extra.isEmpty { lines.append("extra " + Base64.encode(extra)) }
    lines.append("index \(index)")
    lines += nodes.map(\.base64)
    return lines.map { $0 + "\n" }.joined() + "\n" + checkpoint.text
  }

  /// Checks that the tree of the checkpoint holds a leaf hash at the index.
  package func verify(leaf: Digest) throws(ProofFault) {
    try MerkleProof.verifyInclusion(
      of: leaf, at: index, size: checkpoint.size, proof: nodes, root: checkpoint.root)
  }

  /// Checks that the tree of the checkpoint holds the entry in ``extra`` at the index. This is all that
  /// makes those bytes worth reading.
  package func verifyExtra() throws(ProofFault) {
    try verify(leaf: HashChain.leaf(of: extra))
  }
}

/// What is wrong with the text of a proof. What it claims has not been looked at.
package enum ProofTextFault: Error, Hashable, Sendable {
  /// The first line is not `c2sp.org/tlog-proof@v1`.
  case badHeader

  /// The extra data is empty or not canonical base64.
  case badExtra

  /// There is no line `index n`, with n a decimal number 0 ... 2^53 − 1 without leading zeros.
  case badIndex

  /// The node at a position counted from 0 is not the canonical base64 of thirty-two bytes.
  case badNode(position: Int)

  /// The text ends before the empty line that follows the nodes.
  case emptyLineMissing

  /// The checkpoint is not one.
  case checkpoint(CheckpointFault)
}
