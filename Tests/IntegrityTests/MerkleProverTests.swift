import Testing

@testable import Integrity

/// Every proof of every small tree against the definitions of the RFC.
struct MerkleProverTests {
  static let sizeMax = 130
  let defined = DefinedTree(count: sizeMax)
  let prover: MerkleProver

  init() {
    prover = MerkleProver(leaves: defined.leaves)
  }

  @Test func `every root of every smaller size, and what grows on from it`() throws {
    for size in 0...Self.sizeMax {
      #expect(try prover.root(of: size) == defined.mth(0..<size), "\(size)")
      var tree = try prover.tree(of: size)
      #expect(tree.size == size)
      for leaf in defined.leaves[size...].prefix(3) { tree.append(leaf) }
      #expect(tree.root == defined.mth(0..<min(size + 3, Self.sizeMax)), "\(size) and three more")
    }
  }

  @Test func `a tree grown leaf by leaf is the tree made at once`() throws {
    var grown = MerkleProver()
    for leaf in defined.leaves { grown.append(leaf) }
    #expect(grown == prover)
    #expect(grown.size == Self.sizeMax)
  }

  @Test func `every inclusion proof up to 130 leaves is the defined one, and holds`() throws {
    for size in 1...Self.sizeMax {
      let root = defined.mth(0..<size)
      for index in 0..<size {
        let proof = try prover.inclusionProof(of: index, size: size)
        guard proof == defined.path(index, 0..<size) else {
          Issue.record("\(index) of \(size)")
          continue
        }
        try MerkleProof.verifyInclusion(
          of: defined.leaves[index], at: index, size: size, proof: proof, root: root)
      }
    }
  }

  @Test func `every consistency proof up to 130 leaves is the defined one, and holds`() throws {
    for to in 1...Self.sizeMax {
      for from in 1...to {
        let proof = try prover.consistencyProof(from: from, to: to)
        guard proof == defined.proof(from, to) else {
          Issue.record("\(from) to \(to)")
          continue
        }
        try MerkleProof.verifyConsistency(
          fromSize: from, fromRoot: defined.mth(0..<from), toSize: to,
          toRoot: defined.mth(0..<to), proof: proof)
      }
    }
  }

  @Test func `every range up to 40 leaves is the defined one, and holds`() throws {
    for size in 1...40 {
      for start in 0..<size {
        for end in (start + 1)...size {
          let proof = try prover.rangeProof(of: start..<end, size: size)
          guard proof == defined.nodes(beside: start..<end, size) else {
            Issue.record("\(start)..<\(end) of \(size)")
            continue
          }
          try MerkleProof.verifyRange(
            of: Array(defined.leaves[start..<end]), from: start, size: size, proof: proof,
            root: defined.mth(0..<size))
        }
      }
    }
  }

  @Test func `a range of one leaf has the nodes of its inclusion proof`() throws {
    for index in 0..<100 {
      let range = try prover.rangeProof(of: index..<(index + 1), size: 100)
      #expect(Set(range) == Set(try prover.inclusionProof(of: index, size: 100)))
    }
    #expect(try prover.rangeProof(of: 0..<100, size: 100) == [])
  }

  @Test func `what cannot be proved is refused`() {
    let size = Self.sizeMax
    #expect(
      fault { () throws(ProofFault) in _ = try prover.root(of: size + 1) }
        == .sizeOutside(size: size + 1, leafCount: size))
    #expect(
      fault { () throws(ProofFault) in _ = try prover.tree(of: -1) }
        == .sizeOutside(size: -1, leafCount: size))
    for (index, of) in [(7, 7), (-1, 7), (0, 0)] {
      #expect(
        fault { () throws(ProofFault) in _ = try prover.inclusionProof(of: index, size: of) }
          == .indexOutside(index: index, size: of))
    }
    #expect(
      fault { () throws(ProofFault) in _ = try prover.inclusionProof(of: 1, size: size + 1) }
        == .sizeOutside(size: size + 1, leafCount: size))
    for to in [0, 1, size] {
      #expect(
        fault { () throws(ProofFault) in _ = try prover.consistencyProof(from: 0, to: to) }
          == .fromEmpty)
    }
    #expect(
      fault { () throws(ProofFault) in _ = try prover.consistencyProof(from: 9, to: 8) }
        == .fromBeyondTo(from: 9, to: 8))
    #expect(
      fault { () throws(ProofFault) in _ = try prover.consistencyProof(from: 9, to: size + 1) }
        == .sizeOutside(size: size + 1, leafCount: size))
    #expect(
      fault { () throws(ProofFault) in _ = try prover.rangeProof(of: 3..<3, size: 9) }
        == .rangeEmpty)
    for range in [8..<10, -1..<2] {
      #expect(
        fault { () throws(ProofFault) in _ = try prover.rangeProof(of: range, size: 9) }
          == .rangeOutside(range: range, size: 9))
    }
    #expect(
      fault { () throws(ProofFault) in _ = try prover.rangeProof(of: 0..<1, size: size + 1) }
        == .sizeOutside(size: size + 1, leafCount: size))
  }
}
