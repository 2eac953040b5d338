// Where the leaf of a grant stands in the tree of grants (events/README.md, sections 5 and 10). Its
// neighbours stand beside it, so that there is no room for a second leaf of the same grant.

import Domain
package import Integrity
import Projections

/// `tree` of `bevis.json`: some neighbouring leaves of the tree of grants, with what proves them.
package struct GrantPlace: Hashable, Sendable {
  /// The number of leaves of the tree.
  package var size: Int
  /// The index of the first leaf shown, from 0.
  package var first: Int
  /// The data of the leaves: that of the grant, of the one before and of the one after.
  package var leaves: [String]
  package var nodes: [Digest]

  package init(size: Int, first: Int, leaves: [String], nodes: [Digest]) {
    self.size = size
    self.first = first
    self.leaves = leaves
    self.nodes = nodes
  }

  /// Returns the place of a grant; nil if it does not stand.
  init?(of grant: GrantID, in state: State) throws(ProofFault) {
    let all = GrantTree.leaves(in: state)
    guard let index = all.firstIndex(where: { Self.grant(ofLeaf: $0) == grant }) else {
      return nil
    }
    let shown = max(0, index - 1)..<min(all.count, index + 2)
    size = all.count
    first = shown.lowerBound
    leaves = Array(all[shown])
    nodes = try MerkleProver(leaves: all.map(GrantTree.leafHash))
      .rangeProof(of: shown, size: all.count)
  }

  /// Why this does not show the leaf of a grant in the tree with a head; nil if it does.
  ///
  /// - Parameter head: 64 hex digits.
  func fault(of grant: GrantID, leaf: String?, head: String) -> BundleFinding.Facts? {
    let grants = leaves.map(Self.grant(ofLeaf:))
    let places = grants.indices.filter { grants[$0] == grant }
    guard let place = places.first, places.count == 1, let leaf,
      leaves[place].utf8.elementsEqual(leaf.utf8)
    else { return .leaf }
    let rise = zip(grants, grants.dropFirst()).allSatisfy { one, next in
      if let one, let next { one < next } else { false }
    }
    // (No sum here can be too large: a number in `bevis.json` is below 2^53.)
    let index = first + place
    let (before, after) = (place, leaves.count - 1 - place)
    guard rise, before == (index == 0 ? 0 : 1), after == (index == size - 1 ? 0 : 1) else {
      return .neighbours
    }
    do throws(ProofFault) {
      guard let root = Digest(hex: head.utf8) else {
        throw .rootDiffers(size: size, computed: .zero)
      }
      try MerkleProof.verifyRange(
        of: leaves.map(GrantTree.leafHash), from: first, size: size, proof: nodes, root: root)
      return nil
    } catch {
      return .proof(error)
    }
  }

  /// The grant that the data of a leaf is of; nil for what is not spelled like one.
  private static func grant(ofLeaf data: String) -> GrantID? {
    let parts = data.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 4, parts[1...2].allSatisfy({ $0 == "0" || LineNumber.parse($0) != nil }),
      Digest(hex: parts[3].utf8) != nil
    else { return nil }
    return GrantID(text: String(parts[0]))
  }
}
