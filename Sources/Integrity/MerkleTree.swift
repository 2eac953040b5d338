// The Merkle tree of RFC 6962 §2.1 (unchanged in RFC 9162 §2.1.1) over leaf hashes that are given:
//
//     MTH({})   = SHA-256()
//     MTH({d0}) = the leaf hash of d0                      (HashChain gives it)
//     MTH(D[n]) = SHA-256(0x01 ‖ MTH(D[0:k]) ‖ MTH(D[k:n]))    k: largest power of two below n
//
// Only the frontier is kept: the roots of the full subtrees that the binary digits of the size name,
// largest first. Seven leaves are 4 + 2 + 1:
//
//             (root)
//            /      \
//          P0        x         frontier = [P0, P1, P2]
//        /    \     / \        root     = node(P0, node(P1, P2))
//       .      .   P1  P2
//      / \    / \  / \  |
//      0 1    2 3  4 5  6

/// A Merkle tree that grows at its right end and can tell its root, in logarithmic memory.
package struct MerkleTree: Hashable, Sendable {
  /// The number of leaves.
  package private(set) var size = 0

  /// One root for each 1 in the binary digits of `size`, most significant first.
  private var frontier: [Digest] = []

  /// Creates the tree without leaves.
  package init() {}

  /// Creates the tree whose full subtrees have these roots, largest first.
  init(size: Int, frontier: [Digest]) {
    precondition(frontier.count == size.nonzeroBitCount, "one root for each 1 in the size")
    self.size = size
    self.frontier = frontier
  }

  /// Adds a leaf hash at the right end.
  package mutating func append(_ leaf: Digest) {
    var subtree = leaf
    // Adding one carries through the trailing ones of a binary number; each carry joins two
    // subtrees of equal size.
    for _ in 0..<(~size).trailingZeroBitCount {
      subtree = Self.node(frontier.removeLast(), subtree)
    }
    frontier.append(subtree)
    size += 1
  }

  /// The Merkle tree hash of the leaves so far; without leaves, the SHA-256 of nothing.
  package var root: Digest {
    guard var root = frontier.last else { return SHA256().finalize() }
    for subtree in frontier.dropLast().reversed() {
      root = Self.node(subtree, root)
    }
    return root
  }

  /// Returns where the RFC splits a tree: the largest power of two below its size, which is over 1.
  static func split(_ size: Int) -> Int {
    1 << (Int.bitWidth - 1 - (size - 1).leadingZeroBitCount)
  }

  /// Returns the hash of an inner node. Its first byte keeps it apart from any leaf.
  static func node(_ left: Digest, _ right: Digest) -> Digest {
    let nodePrefix: [1 of UInt8] = [0x01]
    let leftBytes = left.inlineBytes
    let rightBytes = right.inlineBytes
    var computation = SHA256()
    computation.update(nodePrefix.span)
    computation.update(leftBytes.span)
    computation.update(rightBytes.span)
    return computation.finalize()
  }
}
