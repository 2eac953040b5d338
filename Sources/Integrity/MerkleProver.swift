// Making the proofs of RFC 6962 §2.1.1 and §2.1.2 (unchanged in RFC 9162 §2.1.3.1 and §2.1.4.1).
// Every full subtree is hashed once, when its last leaf comes:
//
//     level 2   [ 0 1 2 3 ]                      level k, position i: the root of the 2^k leaves
//     level 1   [ 0 1 ] [ 2 3 ] [ 4 5 ]          from i · 2^k
//     level 0   [0] [1] [2] [3] [4] [5] [6]
//
// so a proof reads nodes, and hashes only along the right edge: n leaves cost 2n digests of memory,
// and a proof a logarithmic number of hashes.

/// A Merkle tree with all its nodes, which can prove what it holds, also as it was at any smaller
/// size. ``MerkleProof`` checks what is proved here, and knows nothing of this.
package struct MerkleProver: Hashable, Sendable {
  /// The roots of the full subtrees, by the logarithm of their size, then from the left.
  private var levels: [[Digest]] = [[]]

  /// The number of leaves.
  package var size: Int { levels[0].count }

  /// Creates the tree of leaf hashes in their order.
  package init(leaves: [Digest] = []) {
    levels[0].reserveCapacity(leaves.count)
    for leaf in leaves { append(leaf) }
  }

  /// Adds a leaf hash at the right end.
  package mutating func append(_ leaf: Digest) {
    levels[0].append(leaf)
    var level = 0
    while levels[level].count.isMultiple(of: 2) {
      let pair = levels[level].suffix(2)
      let node = MerkleTree.node(pair[pair.startIndex], pair[pair.startIndex + 1])
      level += 1
      if level == levels.count { levels.append([]) }
      levels[level].append(node)
    }
  }

  /// Returns the root of the tree of the first leaves.
  package func root(of size: Int) throws(ProofFault) -> Digest {
    try tree(of: size).root
  }

  /// Returns the tree of the first leaves in compact form, for appending to it.
  package func tree(of size: Int) throws(ProofFault) -> MerkleTree {
    try check(size)
    return MerkleTree(size: size, frontier: frontier(of: 0..<size))
  }

  /// Returns the proof that the tree of the first `size` leaves holds the leaf at an index: the
  /// siblings of the nodes from the leaf up to the root.
  package func inclusionProof(of index: Int, size: Int) throws(ProofFault) -> [Digest] {
    try check(size)
    guard 0..<size ~= index else { throw .indexOutside(index: index, size: size) }
    var nodes: [Digest] = []
    addPath(to: index, in: 0..<size, &nodes)
    return nodes
  }

  /// Returns the proof that the tree of the first `to` leaves extends that of the first `from`:
  /// PROOF(from, D[to]) of the RFC. It is empty for trees of one size, and is refused for the empty
  /// tree, of which the RFC defines none.
  package func consistencyProof(from: Int, to: Int) throws(ProofFault) -> [Digest] {
    guard from > 0 else { throw .fromEmpty }
    guard from <= to else { throw .fromBeyondTo(from: from, to: to) }
    try check(to)
    var nodes: [Digest] = []
    addSubproof(from, in: 0..<to, isOldTree: true, &nodes)
    return nodes
  }

  func check(_ size: Int) throws(ProofFault) {
    guard 0...self.size ~= size else { throw .sizeOutside(size: size, leafCount: self.size) }
  }
}

extension MerkleProver {
  /// PATH(m, D[n]) of RFC 6962 §2.1.1.
  private func addPath(to index: Int, in tree: Range<Int>, _ nodes: inout [Digest]) {
    guard tree.count > 1 else { return }
    let (left, right) = Self.halves(of: tree)
    if left.contains(index) {
      addPath(to: index, in: left, &nodes)
      nodes.append(root(of: right))
    } else {
      addPath(to: index, in: right, &nodes)
      nodes.append(root(of: left))
    }
  }

  /// SUBPROOF(m, D[n], b) of RFC 6962 §2.1.2: b tells that the root of this tree is that of the old
  /// tree, which whoever checks the proof has.
  private func addSubproof(
    _ count: Int, in tree: Range<Int>, isOldTree: Bool, _ nodes: inout [Digest]
  ) {
    if count == tree.count {
      if !isOldTree { nodes.append(root(of: tree)) }
      return
    }
    let (left, right) = Self.halves(of: tree)
    if count <= left.count {
      addSubproof(count, in: left, isOldTree: isOldTree, &nodes)
      nodes.append(root(of: right))
    } else {
      addSubproof(count - left.count, in: right, isOldTree: false, &nodes)
      nodes.append(root(of: left))
    }
  }

  static func halves(of tree: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
    let middle = tree.lowerBound + MerkleTree.split(tree.count)
    return (tree.lowerBound..<middle, middle..<tree.upperBound)
  }

  /// MTH of some leaves that the RFC makes a tree of: they begin at a multiple of the power of two
  /// that holds them.
  func root(of tree: Range<Int>) -> Digest {
    MerkleTree(size: tree.count, frontier: frontier(of: tree)).root
  }

  /// The roots of the full subtrees that the binary digits of a tree's size name, largest first.
  private func frontier(of tree: Range<Int>) -> [Digest] {
    var start = tree.lowerBound
    var roots: [Digest] = []
    for level in levels.indices.reversed() where tree.count >> level & 1 == 1 {
      roots.append(levels[level][start >> level])
      start += 1 << level
    }
    return roots
  }
}
