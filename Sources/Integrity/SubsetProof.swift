// Proving any set of leaves at once: events/README.md, section 9. A proof of one leaf or of a range is
// the same walk with a smaller set; the nodes are those subtrees that hold no leaf of the set.

extension MerkleProver {
  /// Returns the nodes that, with the leaves at `indices`, give the root of the tree of the first
  /// `size` leaves.
  ///
  /// - Parameter indices: rising, none twice; not empty.
  package func subsetProof(of indices: [Int], size: Int) throws(ProofFault) -> [Digest] {
    guard 0...self.size ~= size else { throw .sizeOutside(size: size, leafCount: self.size) }
    try SubsetWalk.check(indices, size: size)
    var nodes: [Digest] = []
    addSubset(indices[...], in: 0..<size, &nodes)
    return nodes
  }

  private func addSubset(
    _ indices: ArraySlice<Int>, in tree: Range<Int>, _ nodes: inout [Digest]
  ) {
    if indices.isEmpty {
      nodes.append(root(of: tree))
    } else if indices.count < tree.count {
      let (left, right) = Self.halves(of: tree)
      let cut = SubsetWalk.cut(indices, at: left.upperBound)
      addSubset(indices[..<cut], in: left, &nodes)
      addSubset(indices[cut...], in: right, &nodes)
    }
  }
}

extension MerkleProof {
  /// Checks that the leaves at some indices are those of a tree of this size and root.
  ///
  /// - Parameter leaves: by rising index, none twice; not empty.
  package static func verifySubset(
    of leaves: [(index: Int, hash: Digest)], size: Int, proof: [Digest], root: Digest
  ) throws(ProofFault) {
    try SubsetWalk.check(leaves.map(\.index), size: size)
    var nodes = proof[...]
    let computed = try rootOfSubset(leaves[...], in: 0..<size, &nodes)
    guard nodes.isEmpty else { throw .nodesSurplus }
    guard computed == root else { throw .rootDiffers(size: size, computed: computed) }
  }

  private static func rootOfSubset(
    _ leaves: ArraySlice<(index: Int, hash: Digest)>, in tree: Range<Int>,
    _ nodes: inout ArraySlice<Digest>
  ) throws(ProofFault) -> Digest {
    guard let first = leaves.first else {
      guard let node = nodes.popFirst() else { throw .nodesMissing }
      return node
    }
    guard tree.count > 1 else { return first.hash }
    let (left, right) = MerkleProver.halves(of: tree)
    let cut = leaves.firstIndex { $0.index >= left.upperBound } ?? leaves.endIndex
    return MerkleTree.node(
      try rootOfSubset(leaves[..<cut], in: left, &nodes),
      try rootOfSubset(leaves[cut...], in: right, &nodes))
  }
}

private enum SubsetWalk {
  static func check(_ indices: [Int], size: Int) throws(ProofFault) {
    guard let first = indices.first, let last = indices.last else { throw .rangeEmpty }
    guard first >= 0 else { throw .indexOutside(index: first, size: size) }
    guard last < size else { throw .indexOutside(index: last, size: size) }
    for (one, next) in zip(indices, indices.dropFirst()) where one >= next {
      throw .indexOutside(index: next, size: size)
    }
  }

  /// Where the indices of the right half begin. They rise, so this is a binary search.
  static func cut(_ indices: ArraySlice<Int>, at middle: Int) -> Int {
    var (low, high) = (indices.startIndex, indices.endIndex)
    while low < high {
      let half = (low + high) / 2
      if indices[half] < middle { low = half + 1 } else { high = half }
    }
    return low
  }
}
