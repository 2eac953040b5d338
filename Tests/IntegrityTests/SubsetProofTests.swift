import Testing

@testable import Integrity

/// Proofs of any set of leaves: every subset of every tree up to seven leaves.
struct SubsetProofTests {
  let defined = DefinedTree(count: Self.sizeMax)
  let prover: MerkleProver

  private static let sizeMax = 70

  init() {
    prover = MerkleProver(leaves: defined.leaves)
  }

  /// The walk of events/README.md, section 9.
  private func walk(_ set: Set<Int>, _ low: Int, _ high: Int) -> [Digest] {
    if !set.contains(where: { low <= $0 && $0 < high }) { return [defined.mth(low..<high)] }
    if high - low == 1 { return [] }
    var k = 1
    while k * 2 < high - low { k *= 2 }
    return walk(set, low, low + k) + walk(set, low + k, high)
  }

  private func found(
    _ indices: [Int], size: Int, _ proof: [Digest], leaves: [Digest]? = nil, root: Digest? = nil
  ) -> ProofFault? {
    let leaves = leaves ?? indices.map { defined.leaves[$0] }
    return fault { () throws(ProofFault) in
      try MerkleProof.verifySubset(
        of: Array(zip(indices, leaves)).map { (index: $0, hash: $1) }, size: size, proof: proof,
        root: root ?? defined.mth(0..<size))
    }
  }

  @Test func `every subset has the nodes of the walk, and no others are believed`() throws {
    for size in 1...7 {
      for bits in 1..<(1 << size) {
        let indices = (0..<size).filter { bits >> $0 & 1 == 1 }
        let proof = try prover.subsetProof(of: indices, size: size)
        #expect(proof == walk(Set(indices), 0, size), "\(indices) of \(size)")
        #expect(found(indices, size: size, proof) == nil, "\(indices) of \(size)")
        for wrong in spoilt(proof) where found(indices, size: size, wrong) == nil {
          Issue.record("\(indices) of \(size): nodes")
        }
        for position in indices.indices {
          var leaves = indices.map { defined.leaves[$0] }
          leaves[position] = defined.leaves[(indices[position] + 1) % size + 7]
          #expect(found(indices, size: size, proof, leaves: leaves) != nil)
        }
        for other in 1..<(1 << size) where other != bits {
          let elsewhere = (0..<size).filter { other >> $0 & 1 == 1 }
          guard elsewhere.count == indices.count else { continue }
          let leaves = indices.map { defined.leaves[$0] }
          #expect(found(elsewhere, size: size, proof, leaves: leaves) != nil)
        }
      }
    }
  }

  /// The nodes beside a range, by what a range is: no set is looked at.
  private func beside(_ range: Range<Int>, _ tree: Range<Int>) -> [Digest] {
    if !tree.overlaps(range) { return [defined.mth(tree)] }
    if tree.clamped(to: range) == tree { return [] }
    var k = 1
    while k * 2 < tree.count { k *= 2 }
    let middle = tree.lowerBound + k
    return beside(range, tree.lowerBound..<middle) + beside(range, middle..<tree.upperBound)
  }

  @Test func `a range is a subset, and so is one leaf`() throws {
    // Every shape of a tree that is small, and those about a power of two.
    for size in Array(1...24) + [31, 32, 33, 63, 64, 65, Self.sizeMax] {
      for start in 0..<size {
        for end in (start + 1)...size {
          let nodes = beside(start..<end, 0..<size)
          if try prover.rangeProof(of: start..<end, size: size) != nodes {
            Issue.record("\(start)..<\(end) of \(size): as a range")
          }
          if try prover.subsetProof(of: Array(start..<end), size: size) != nodes {
            Issue.record("\(start)..<\(end) of \(size): as a set")
          }
        }
      }
      #expect(try prover.subsetProof(of: Array(0..<size), size: size) == [])
    }
  }

  @Test func `what is wrong is told`() throws {
    let proof = try prover.subsetProof(of: [1, 4], size: 7)
    let root = defined.mth(0..<7)
    #expect(found([], size: 7, [root]) == .rangeEmpty)
    #expect(
      found([-1, 4], size: 7, proof, leaves: [root, root]) == .indexOutside(index: -1, size: 7))
    #expect(
      found([1, 7], size: 7, proof, leaves: [root, root]) == .indexOutside(index: 7, size: 7))
    #expect(found([4, 1], size: 7, proof) == .indexOutside(index: 1, size: 7), "not rising")
    #expect(found([1, 1], size: 7, proof) == .indexOutside(index: 1, size: 7), "twice")
    #expect(found([1, 4], size: 7, Array(proof.dropLast())) == .nodesMissing)
    #expect(found([1, 4], size: 7, proof + [root]) == .nodesSurplus)
    #expect(
      found([1, 4], size: 7, proof, root: proof[0]) == .rootDiffers(size: 7, computed: root))
    func refused(_ indices: [Int], _ size: Int) -> ProofFault? {
      fault { () throws(ProofFault) in _ = try prover.subsetProof(of: indices, size: size) }
    }
    #expect(refused([], 7) == .rangeEmpty)
    #expect(refused([0], 71) == .sizeOutside(size: 71, leafCount: 70))
    #expect(refused([7], 7) == .indexOutside(index: 7, size: 7))
    #expect(refused([2, 2], 7) == .indexOutside(index: 2, size: 7))
  }
}
