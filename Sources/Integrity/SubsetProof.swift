// Proving any set of leaves at once: events/README.md, section 9. A range is such a set, and so is one
// leaf. The nodes are the largest subtrees, as the RFC divides the tree, that hold no leaf of the set:
// the fewest that cover every other leaf. They come from left to right.

extension MerkleProver {
  /// Returns the nodes that, with the leaves at `indices`, give the root of the tree of the first
  /// `size` leaves.
  ///
  /// - Parameter indices: rising, none twice; not empty.
  package func subsetProof(of indices: [Int], size: Int) throws(ProofFault) -> [Digest] {
    try check(size)
    try SubsetWalk.check(indices, size: size)
    var nodes: [Digest] = []
    addSubset(indices[...], in: 0..<size, &nodes)
    return nodes
  }

  /// Returns the proof that some neighbouring leaves stand at a range of the tree of the first `size`
  /// leaves, and nothing between them. For a single leaf it has the nodes of its inclusion proof in
  /// another order.
  package func rangeProof(of range: Range<Int>, size: Int) throws(ProofFault) -> [Digest] {
    try check(size)
    guard !range.isEmpty else { throw .rangeEmpty }
    guard range.lowerBound >= 0, range.upperBound <= size else {
      throw .rangeOutside(range: range, size: size)
    }
    var nodes: [Digest] = []
    addSubset(range, in: 0..<size, &nodes)
    return nodes
  }

  private func addSubset<Indices: SubsetIndices>(
    _ indices: Indices, in tree: Range<Int>, _ nodes: inout [Digest]
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

  /// Checks that some neighbouring leaf hashes stand from an index on in a tree of this size and root,
  /// and nothing between them.
  package static func verifyRange(
    of leaves: [Digest], from start: Int, size: Int, proof: [Digest], root: Digest
  ) throws(ProofFault) {
    guard !leaves.isEmpty else { throw .rangeEmpty }
    guard start >= 0, size >= leaves.count, start <= size - leaves.count else {
      let (end, isOver) = start.addingReportingOverflow(leaves.count)
      throw .rangeOutside(range: start..<(isOver ? Int.max : end), size: size)
    }
    let placed = zip(start..<(start + leaves.count), leaves).map { (index: $0, hash: $1) }
    try verifySubset(of: placed, size: size, proof: proof, root: root)
  }

  /// MTH of a tree of which only some leaves are known: a part without any of them is the next node of
  /// the proof.
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

/// Rising indices that can be cut in two: any list, or a range, which needs no memory.
private protocol SubsetIndices: RandomAccessCollection<Int>
where Index == Int, SubSequence == Self {}

extension ArraySlice: SubsetIndices where Element == Int {}
extension Range: SubsetIndices where Bound == Int {}

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
  static func cut(_ indices: some SubsetIndices, at middle: Int) -> Int {
    var (low, high) = (indices.startIndex, indices.endIndex)
    while low < high {
      let half = (low + high) / 2
      if indices[half] < middle { low = half + 1 } else { high = half }
    }
    return low
  }
}
