// Why a proof is not made, or not believed.

/// What is wrong with a proof, or with what was asked to be proved.
package enum ProofFault: Error, Hashable, Sendable {
  /// The tree has no leaf at this index: it must be 0 ..< size.
  case indexOutside(index: Int, size: Int)

  /// A range without leaves, of which there is nothing to prove.
  case rangeEmpty

  /// The tree has not all leaves of this range: it must lie within 0 ..< size.
  case rangeOutside(range: Range<Int>, size: Int)

  /// The older tree is empty. Every tree extends it, so there is no proof that says anything.
  case fromEmpty

  /// The older tree is larger than the newer: leaves are gone.
  case fromBeyondTo(from: Int, to: Int)

  /// There are not so many leaves to prove anything about.
  case sizeOutside(size: Int, leafCount: Int)

  /// The proof has fewer nodes than trees of these sizes need.
  case nodesMissing

  /// The proof has more nodes than trees of these sizes need.
  case nodesSurplus

  /// The nodes lead to another root of the tree of this size than the one given.
  case rootDiffers(size: Int, computed: Digest)
}
