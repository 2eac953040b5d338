import Testing

@testable import Integrity

struct MerkleTreeTests {
  @Test func `no leaves have the digest of nothing`() {
    let tree = MerkleTree()
    #expect(tree.size == 0)
    #expect(tree.root.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  /// The eight leaf inputs of the Certificate Transparency test data. The roots were computed again
  /// in Python from the definition in the RFC, and equal the published ones.
  @Test func `the classic eight leaves have the classic roots`() {
    let inputs: [[UInt8]] = [
      [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
      Array(0x50...0x57), Array(0x60...0x6f),
    ]
    let roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ]
    var tree = MerkleTree()
    for (input, root) in zip(inputs, roots) {
      tree.append(SHA256.hash([0x00] + input))
      #expect(tree.root.hex == root, "\(tree.size) leaves")
    }
    #expect(tree.size == 8)
  }

  @Test func `every size up to 130 has the root that the RFC defines`() {
    var tree = MerkleTree()
    var leaves: [Digest] = []
    for size in 0...130 {
      #expect(tree.size == size)
      #expect(tree.root == definedRoot(leaves[...]), "\(size) leaves")
      let leaf = SHA256.hash([0x00] + Array(String(size).utf8))
      leaves.append(leaf)
      tree.append(leaf)
    }
  }

  /// The roots of 0 ... 130 leaves, hashed together, where leaf i is the decimal number i. In Python:
  ///
  ///     def mth(d):
  ///       if not d: return H(b'')
  ///       if len(d) == 1: return H(b'\0' + d[0])
  ///       k = 1
  ///       while 2 * k < len(d): k *= 2
  ///       return H(b'\1' + mth(d[:k]) + mth(d[k:]))
  ///     h = hashlib.sha256()
  ///     for n in range(131): h.update(mth([str(i).encode() for i in range(n)]))
  @Test func `every size up to 130 agrees with Python`() {
    var tree = MerkleTree()
    var all = SHA256()
    for size in 0...130 {
      all.update(tree.root.bytes)
      tree.append(SHA256.hash([0x00] + Array(String(size).utf8)))
    }
    #expect(
      all.finalize().hex == "21a871cc6c5c92530f50a01fe569ccbe05158288c965944c88bcb3da01508ba9")
  }

  @Test func `the order of leaves matters`() {
    let leaves = (0..<5).map { SHA256.hash([$0]) }
    var forward = MerkleTree()
    var backward = MerkleTree()
    for leaf in leaves { forward.append(leaf) }
    for leaf in leaves.reversed() { backward.append(leaf) }
    #expect(forward.root != backward.root)
    #expect(forward != backward)
  }

  @Test func `a node is no leaf`() {
    let left = SHA256.hash([1])
    let right = SHA256.hash([2])
    var tree = MerkleTree()
    tree.append(left)
    tree.append(right)
    #expect(tree.root == SHA256.hash([0x01] + left.bytes + right.bytes))
    #expect(tree.root != SHA256.hash([0x00] + left.bytes + right.bytes))
  }

  /// RFC 6962 §2.1, written down as it stands there.
  private func definedRoot(_ leaves: ArraySlice<Digest>) -> Digest {
    guard leaves.count > 1 else { return leaves.first ?? SHA256.hash([UInt8]()) }
    var k = 1
    while k * 2 < leaves.count { k *= 2 }
    let split = leaves.startIndex + k
    let left = definedRoot(leaves[..<split])
    let right = definedRoot(leaves[split...])
    return SHA256.hash([0x01] + left.bytes + right.bytes)
  }
}
