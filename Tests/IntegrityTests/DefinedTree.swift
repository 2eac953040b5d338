// The definitions of RFC 6962 §2.1, §2.1.1 and §2.1.2 as they stand there, for comparing with: slow,
// recursive, and sharing nothing with the code under test but SHA-256.

@testable import Integrity

/// The definitions over a list of leaf hashes.
final class DefinedTree {
  let leaves: [Digest]
  private var known: [Range<Int>: Digest] = [:]

  init(_ leaves: [Digest]) {
    self.leaves = leaves
  }

  /// A tree whose leaf i is the entry of the one byte i.
  convenience init(count: Int) {
    self.init((0..<count).map { SHA256.hash([0x00, UInt8($0)]) })
  }

  /// k: the largest power of two smaller than n.
  private func k(_ n: Int) -> Int {
    var k = 1
    while k * 2 < n { k *= 2 }
    return k
  }

  /// MTH(D[start:end]). Remembered, so that every tree up to 130 leaves takes no minute.
  func mth(_ d: Range<Int>) -> Digest {
    if d.isEmpty { return SHA256.hash([UInt8]()) }
    if d.count == 1 { return leaves[d.lowerBound] }
    if let digest = known[d] { return digest }
    let middle = d.lowerBound + k(d.count)
    let left = mth(d.lowerBound..<middle)
    let right = mth(middle..<d.upperBound)
    let digest = SHA256.hash([0x01] + left.bytes + right.bytes)
    known[d] = digest
    return digest
  }

  /// PATH(m, D[n]), where D begins at `d.lowerBound`.
  func path(_ m: Int, _ d: Range<Int>) -> [Digest] {
    if d.count == 1 { return [] }
    let k = k(d.count)
    let middle = d.lowerBound + k
    return m < k
      ? path(m, d.lowerBound..<middle) + [mth(middle..<d.upperBound)]
      : path(m - k, middle..<d.upperBound) + [mth(d.lowerBound..<middle)]
  }

  /// PROOF(m, D[n]).
  func proof(_ m: Int, _ n: Int) -> [Digest] {
    subproof(m, 0..<n, true)
  }

  /// SUBPROOF(m, D[n], b).
  private func subproof(_ m: Int, _ d: Range<Int>, _ b: Bool) -> [Digest] {
    if m == d.count { return b ? [] : [mth(d)] }
    let k = k(d.count)
    let middle = d.lowerBound + k
    return m <= k
      ? subproof(m, d.lowerBound..<middle, b) + [mth(middle..<d.upperBound)]
      : subproof(m - k, middle..<d.upperBound, false) + [mth(d.lowerBound..<middle)]
  }

  /// The nodes beside a range, as a set is described: of all subtrees, those without a leaf of the
  /// range that stand in no larger such subtree; in the order of their leaves.
  func nodes(beside range: Range<Int>, _ n: Int) -> [Digest] {
    let free = subtrees(0..<n).filter { $0.allSatisfy { !range.contains($0) } }
    return free.filter { one in
      !free.contains {
        $0 != one && $0.lowerBound <= one.lowerBound && $0.upperBound >= one.upperBound
      }
    }.sorted { $0.lowerBound < $1.lowerBound }.map { mth($0) }
  }

  private func subtrees(_ d: Range<Int>) -> [Range<Int>] {
    guard d.count > 1 else { return [d] }
    let middle = d.lowerBound + k(d.count)
    return [d] + subtrees(d.lowerBound..<middle) + subtrees(middle..<d.upperBound)
  }
}

/// Returns the fault that something throws, or nil.
func fault<Fault: Error>(_ body: () throws(Fault) -> Void) -> Fault? {
  do throws(Fault) {
    try body()
    return nil
  } catch {
    return error
  }
}

/// Every way to get a list of nodes wrong by one: another node, one less, one more, two exchanged.
func spoilt(_ nodes: [Digest]) -> [[Digest]] {
  let other = SHA256.hash([0x77])
  var all = [nodes + [other], [other] + nodes]
  for index in nodes.indices {
    var changed = nodes
    changed[index] = other
    all.append(changed)
    changed = nodes
    changed.remove(at: index)
    all.append(changed)
    changed = nodes
    changed.insert(nodes[index], at: index)
    all.append(changed)
    if index > 0 {
      changed = nodes
      changed.swapAt(index - 1, index)
      all.append(changed)
    }
  }
  return all
}
