import Testing

@testable import Integrity

/// A log that lies: whatever is not exactly the proof is refused.
struct MerkleProofTests {
  let defined = DefinedTree(count: 40)
  let other = SHA256.hash([0x78])

  @Test func `an inclusion proof that is spoilt anywhere is refused`() throws {
    for size in 1...40 {
      let root = defined.mth(0..<size)
      for index in 0..<size {
        let proof = defined.path(index, 0..<size)
        func isRefused(_ leaf: Digest, _ proof: [Digest], _ root: Digest) -> Bool {
          fault { () throws(ProofFault) in
            try MerkleProof.verifyInclusion(
              of: leaf, at: index, size: size, proof: proof, root: root)
          } != nil
        }
        let leaf = defined.leaves[index]
        for wrong in spoilt(proof) where !isRefused(leaf, wrong, root) {
          Issue.record("\(index) of \(size): \(wrong.count) nodes for \(proof.count)")
        }
        if !isRefused(other, proof, root) || !isRefused(leaf, proof, other) {
          Issue.record("\(index) of \(size): another leaf or root")
        }
      }
    }
  }

  @Test func `an inclusion proof holds at no other index`() {
    for size in 1...20 {
      for (index, elsewhere) in (0..<size).flatMap({ i in (-1...size).map { (i, $0) } })
      where index != elsewhere {
        let proof = defined.path(index, 0..<size)
        let found = fault { () throws(ProofFault) in
          try MerkleProof.verifyInclusion(
            of: defined.leaves[index], at: elsewhere, size: size, proof: proof,
            root: defined.mth(0..<size))
        }
        #expect(found != nil, "\(index) at \(elsewhere) of \(size)")
      }
    }
  }

  @Test func `a consistency proof that is spoilt anywhere is refused`() throws {
    for to in 1...40 {
      for from in 1...to {
        let proof = defined.proof(from, to)
        let fromRoot = defined.mth(0..<from)
        let toRoot = defined.mth(0..<to)
        func isRefused(_ proof: [Digest], _ fromRoot: Digest, _ toRoot: Digest) -> Bool {
          fault { () throws(ProofFault) in
            try MerkleProof.verifyConsistency(
              fromSize: from, fromRoot: fromRoot, toSize: to, toRoot: toRoot, proof: proof)
          } != nil
        }
        for wrong in spoilt(proof) where !isRefused(wrong, fromRoot, toRoot) {
          Issue.record("\(from) to \(to): \(wrong.count) nodes for \(proof.count)")
        }
        if !isRefused(proof, other, toRoot) || !isRefused(proof, fromRoot, other) {
          Issue.record("\(from) to \(to): another root")
        }
      }
    }
  }

  @Test func `a range that is spoilt anywhere is refused`() throws {
    for size in 1...12 {
      let root = defined.mth(0..<size)
      for start in 0..<size {
        for end in (start + 1)...size {
          let proof = defined.nodes(beside: start..<end, size)
          let leaves = Array(defined.leaves[start..<end])
          func isRefused(_ leaves: [Digest], _ start: Int, _ proof: [Digest]) -> Bool {
            fault { () throws(ProofFault) in
              try MerkleProof.verifyRange(
                of: leaves, from: start, size: size, proof: proof, root: root)
            } != nil
          }
          #expect(!isRefused(leaves, start, proof))
          for wrong in spoilt(proof) where !isRefused(leaves, start, wrong) {
            Issue.record("\(start)..<\(end) of \(size): nodes")
          }
          for wrong in spoilt(leaves) where !isRefused(wrong, start, proof) {
            Issue.record("\(start)..<\(end) of \(size): leaves")
          }
          for elsewhere in -1...size where elsewhere != start {
            #expect(isRefused(leaves, elsewhere, proof), "\(start) at \(elsewhere) of \(size)")
          }
        }
      }
    }
  }

  @Test func `what is wrong with an inclusion proof is told`() {
    let root = defined.mth(0..<7)
    let proof = defined.path(4, 0..<7)
    func found(
      _ leaf: Digest, at index: Int, size: Int = 7, _ proof: [Digest], _ root: Digest
    ) -> ProofFault? {
      fault { () throws(ProofFault) in
        try MerkleProof.verifyInclusion(of: leaf, at: index, size: size, proof: proof, root: root)
      }
    }
    let leaf = defined.leaves[4]
    #expect(found(leaf, at: 4, proof, root) == nil)
    #expect(found(leaf, at: 7, proof, root) == .indexOutside(index: 7, size: 7))
    #expect(found(leaf, at: -1, proof, root) == .indexOutside(index: -1, size: 7))
    #expect(found(leaf, at: 0, size: 0, [], root) == .indexOutside(index: 0, size: 0))
    #expect(found(leaf, at: 4, Array(proof.dropLast()), root) == .nodesMissing)
    #expect(found(leaf, at: 4, proof + [leaf], root) == .nodesSurplus)
    #expect(found(leaf, at: 4, proof, leaf) == .rootDiffers(size: 7, computed: root))
  }

  @Test func `what is wrong with a consistency proof is told`() {
    func found(
      _ from: Int, _ fromRoot: Digest, _ to: Int, _ toRoot: Digest, _ proof: [Digest]
    ) -> ProofFault? {
      fault { () throws(ProofFault) in
        try MerkleProof.verifyConsistency(
          fromSize: from, fromRoot: fromRoot, toSize: to, toRoot: toRoot, proof: proof)
      }
    }
    let old = defined.mth(0..<6)
    let new = defined.mth(0..<9)
    let proof = defined.proof(6, 9)
    #expect(found(6, old, 9, new, proof) == nil)
    #expect(found(9, new, 6, old, proof) == .fromBeyondTo(from: 9, to: 6))
    let empty = MerkleTree().root
    #expect(found(0, empty, 9, new, []) == .fromEmpty)
    #expect(found(0, empty, 0, empty, []) == .fromEmpty, "also where both are empty")
    #expect(found(-1, old, 9, new, proof) == .fromEmpty)
    #expect(found(6, old, 9, new, []) == .nodesMissing)
    #expect(found(8, defined.mth(0..<8), 9, new, []) == .nodesMissing)
    #expect(found(6, old, 9, new, Array(proof.dropLast())) == .nodesMissing)
    #expect(found(6, old, 9, new, proof + [old]) == .nodesSurplus)
    #expect(found(6, new, 9, new, proof) == .rootDiffers(size: 6, computed: old))
    #expect(found(6, old, 9, old, proof) == .rootDiffers(size: 9, computed: new))
    #expect(found(6, old, 6, old, []) == nil, "a tree extends itself")
    #expect(found(6, old, 6, new, []) == .rootDiffers(size: 6, computed: old))
    #expect(found(6, old, 6, old, [old]) == .nodesSurplus)
  }

  @Test func `what is wrong with a range is told`() {
    let leaves = Array(defined.leaves[2..<5])
    let proof = defined.nodes(beside: 2..<5, 7)
    let root = defined.mth(0..<7)
    func found(
      _ leaves: [Digest], from start: Int, size: Int = 7, _ proof: [Digest], _ root: Digest
    ) -> ProofFault? {
      fault { () throws(ProofFault) in
        try MerkleProof.verifyRange(of: leaves, from: start, size: size, proof: proof, root: root)
      }
    }
    #expect(proof == [defined.mth(0..<2), defined.leaves[5], defined.leaves[6]])
    #expect(found(leaves, from: 2, proof, root) == nil)
    #expect(found([], from: 2, proof, root) == .rangeEmpty)
    #expect(found(leaves, from: 5, proof, root) == .rangeOutside(range: 5..<8, size: 7))
    #expect(found(leaves, from: -1, proof, root) == .rangeOutside(range: -1..<2, size: 7))
    #expect(
      found(leaves, from: .max, proof, root) == .rangeOutside(range: .max ..< .max, size: 7))
    #expect(
      found(leaves, from: 0, size: .min, proof, root) == .rangeOutside(range: 0..<3, size: .min))
    #expect(found(leaves, from: 2, Array(proof.dropLast()), root) == .nodesMissing)
    #expect(found(leaves, from: 2, proof + [root], root) == .nodesSurplus)
    #expect(found(leaves, from: 2, proof, leaves[0]) == .rootDiffers(size: 7, computed: root))
  }

  @Test func `sizes beyond every log are answered, too`() {
    let huge = Int.max
    #expect(
      fault { () throws(ProofFault) in
        try MerkleProof.verifyInclusion(
          of: other, at: huge - 1, size: huge, proof: Array(repeating: other, count: 200),
          root: other)
      } == .nodesSurplus)
    #expect(
      fault { () throws(ProofFault) in
        try MerkleProof.verifyConsistency(
          fromSize: huge - 1, fromRoot: other, toSize: huge, toRoot: other, proof: [other])
      } == .nodesMissing)
    #expect(
      fault { () throws(ProofFault) in
        try MerkleProof.verifyRange(
          of: [other], from: huge - 1, size: huge, proof: [other], root: other)
      } == .nodesMissing)
  }
}
