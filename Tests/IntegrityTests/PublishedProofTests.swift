import Testing

@testable import Integrity

/// Proofs that others have published.
struct PublishedProofTests {
  /// The eight leaves of the Certificate Transparency test data, and its proofs: those of
  /// `testdata/inclusion/{1,2,4}` and `testdata/consistency/{1,2,3}/happy-path.json` of
  /// transparency-dev/merkle.
  struct Classic {
    static let inputs: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      Array(0x50...0x57), Array(0x60...0x6f),
    ]
    static let leaves = inputs.map { HashChain.leaf(of: $0) }

    static let inclusion: [(index: Int, size: Int, proof: [String])] = [
      (
        0, 8,
        [
          "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=",
          "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
          "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
        ]
      ),
      (
        5, 8,
        [
          "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
          "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
          "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        ]
      ),
      (
        1, 5,
        [
          "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
          "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
          "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
        ]
      ),
    ]

    static let consistency: [(from: Int, to: Int, proof: [String])] = [
      (
        1, 8,
        [
          "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=",
          "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
          "a0eq8p7jwq+a+Im8H7klTavTEXfxYjLdaqsDXKOb9uQ=",
        ]
      ),
      (
        6, 8,
        [
          "DrxdNDf74tsVi58Sah0RjjCBgQMdCpSfje3t68VY72o=",
          "yoVOoSjtBQtBs1/8G4e46yveRh6eO1WW7Oa51ZdaCuA=",
          "037kGJdt2VdTwcc4Yrk5j6Kiz5tP8P3+izDNlSCWFLc=",
        ]
      ),
      (
        2, 5,
        [
          "Xwg/ChozygdqlSeYMlgNs+DvRYS9/x9UyKNg9Q3jAx4=",
          "vBoGQ7EuTS18d5GPROD095qDi2z57FtcKD4fTYhZnms=",
        ]
      ),
    ]

    /// The roots that stand in the same files.
    static let roots = [
      1: "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=",
      2: "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=",
      5: "Tju7H3tHjc/nH7YxYxUZo7yhLJrvyhYSv85ME6hiZNQ=",
      6: "duZ9rbzfHhDht03cYIq9L5jfsW+851J3tSMqEn8gh+8=",
      8: "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=",
    ]
  }

  private func digest(_ base64: String) throws -> Digest {
    try #require(Digest(base64: Array(base64.utf8)[...]))
  }

  @Test func `the classic roots and inclusion proofs`() throws {
    let prover = MerkleProver(leaves: Classic.leaves)
    for (size, root) in Classic.roots { #expect(try prover.root(of: size).base64 == root) }
    for (index, size, published) in Classic.inclusion {
      #expect(try prover.inclusionProof(of: index, size: size).map(\.base64) == published)
      try MerkleProof.verifyInclusion(
        of: Classic.leaves[index], at: index, size: size, proof: published.map(digest),
        root: digest(try #require(Classic.roots[size])))
    }
  }

  @Test func `the classic consistency proofs`() throws {
    let prover = MerkleProver(leaves: Classic.leaves)
    for (from, to, published) in Classic.consistency {
      #expect(try prover.consistencyProof(from: from, to: to).map(\.base64) == published)
      try MerkleProof.verifyConsistency(
        fromSize: from, fromRoot: digest(try #require(Classic.roots[from])), toSize: to,
        toRoot: digest(try #require(Classic.roots[to])), proof: published.map(digest))
    }
  }

  /// The appendix "Subtree Test Vectors" of draft-ietf-plants-merkle-tree-certs: the roots of all
  /// subtrees of all trees up to 130 leaves, and the inclusion proofs of all their leaves, each as
  /// lines of text hashed together. Leaf i is the entry of the one byte i; a subtree begins at a
  /// multiple of the power of two that holds it.
  @Test func `the roots and proofs of all subtrees up to 130 leaves`() throws {
    let leaves = DefinedTree(count: 130).leaves
    var roots = SHA256()
    var proofs = SHA256()
    for end in 1...130 {
      for start in 0..<end {
        var holds = 1
        while holds < end - start { holds *= 2 }
        guard start.isMultiple(of: holds) else { continue }
        let subtree = MerkleProver(leaves: Array(leaves[start..<end]))
        let name = "[\(start), \(end))"
        roots.update("\(name) \(try subtree.root(of: end - start))\n".utf8)
        for index in start..<end {
          let nodes = try subtree.inclusionProof(of: index - start, size: end - start)
          proofs.update("\(index) \(name)\(nodes.map { " \($0)" }.joined())\n".utf8)
        }
      }
    }
    #expect(
      roots.finalize().hex == "94a95384a8c69acea9b50d035a58285b3a777cb7a724005faa5e1f1e1190007f")
    #expect(
      proofs.finalize().hex == "ac2a8f989e44d99e399db448050ff5f19757df53cfb716aa81015d3955d8163f")
  }
}
