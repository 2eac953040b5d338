// Checking proofs. Nothing is taken from whoever made them: from the sizes alone follows which nodes
// there must be, how many, and on which side each stands. Every function returns or throws; none
// answers with a value that could be forgotten.

/// Checks of what a ``MerkleProver``, or anybody else's log, has proved.
package enum MerkleProof {
  /// Checks that a tree of this size and root holds a leaf hash at an index (RFC 9162 §2.1.3.2).
  package static func verifyInclusion(
    of leaf: Digest, at index: Int, size: Int, proof: [Digest], root: Digest
  ) throws(ProofFault) {
    guard index >= 0, index < size else { throw .indexOutside(index: index, size: size) }
    var path = Path(from: index, size: size)
    var computed = leaf
    for node in proof {
      switch try path.climb() {
      case .left: computed = MerkleTree.node(node, computed)
      case .right: computed = MerkleTree.node(computed, node)
      }
    }
    guard path.isAtRoot else { throw .nodesMissing }
    guard computed == root else { throw .rootDiffers(size: size, computed: computed) }
  }

  /// Checks that a tree extends an older one: that its first `fromSize` leaves are those of the older
  /// tree (RFC 9162 §2.1.4.2).
  ///
  /// Trees of one size need no nodes and must have one root. The empty tree is refused: whatever
  /// extends it proves nothing.
  package static func verifyConsistency(
    fromSize: Int, fromRoot: Digest, toSize: Int, toRoot: Digest, proof: [Digest]
  ) throws(ProofFault) {
    guard fromSize > 0 else { throw .fromEmpty }
    guard fromSize <= toSize else { throw .fromBeyondTo(from: fromSize, to: toSize) }
    guard fromSize < toSize else {
      guard proof.isEmpty else { throw .nodesSurplus }
      guard fromRoot == toRoot else { throw .rootDiffers(size: toSize, computed: fromRoot) }
      return
    }
    // The way begins at the largest full subtree at the right end of the old tree. Its root is the
    // first node, which a proof leaves out where it is the old root itself.
    let isWhole = fromSize.nonzeroBitCount == 1
    guard let first = isWhole ? fromRoot : proof.first else { throw .nodesMissing }
    var path = Path(from: fromSize - 1, size: toSize)
    path.skipRightEdge()
    var old = first
    var new = first
    for node in proof.dropFirst(isWhole ? 0 : 1) {
      switch try path.climb() {
      case .left:
        old = MerkleTree.node(node, old)
        new = MerkleTree.node(node, new)
      case .right: new = MerkleTree.node(new, node)
      }
    }
    guard path.isAtRoot else { throw .nodesMissing }
    guard old == fromRoot else { throw .rootDiffers(size: fromSize, computed: old) }
    guard new == toRoot else { throw .rootDiffers(size: toSize, computed: new) }
  }
}

/// The way from a node up to the root: the numbers fn and sn of RFC 9162, the position of the node in
/// its level and that of the last node there.
private struct Path {
  /// Where the next node of a proof stands beside the one we have.
  enum Side {
    case left, right
  }

  private var position: Int
  private var last: Int

  init(from index: Int, size: Int) {
    position = index
    last = size - 1
  }

  /// Whether the way is at its end.
  var isAtRoot: Bool { last == 0 }

  /// Goes up to the largest full subtree whose right end this is.
  mutating func skipRightEdge() {
    while !position.isMultiple(of: 2) { rise() }
  }

  /// Takes one node of the proof: tells its side, and goes up to where the next is needed.
  mutating func climb() throws(ProofFault) -> Side {
    guard !isAtRoot else { throw .nodesSurplus }
    let isRight = !position.isMultiple(of: 2) || position == last
    if isRight {
      // At the right edge a node without a neighbour rises as it is, until it has one on its left.
      while position.isMultiple(of: 2) && position != 0 { rise() }
    }
    rise()
    return isRight ? .left : .right
  }

  private mutating func rise() {
    position >>= 1
    last >>= 1
  }
}
