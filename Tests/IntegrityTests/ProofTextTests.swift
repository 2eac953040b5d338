import Testing

@testable import Integrity

struct ProofTextTests {
  let entries = (0..<7).map { Array("entry \($0)".utf8) }
  let prover: MerkleProver

  init() {
    prover = MerkleProver(leaves: entries.map { HashChain.leaf(of: $0) })
  }

  private func proof(of index: Int, extra: [UInt8] = []) throws -> ProofText {
    let checkpoint = try Checkpoint(origin: "a.no/x", size: 7, root: try prover.root(of: 7))
    return try ProofText(
      index: index, extra: extra, nodes: try prover.inclusionProof(of: index, size: 7),
      checkpoint: checkpoint)
  }

  private func found(_ text: String) -> ProofTextFault? {
    fault { () throws(ProofTextFault) in _ = try ProofText(parsing: text.utf8) }
  }

  /// The example of c2sp.org/tlog-proof without its signatures, and with `extra` data that is base64:
  /// that of the page lacks a character.
  @Test func `the example of the specification is read and written the same`() throws {
    let text = """
      c2sp.org/tlog-proof@v1
      extra YWdlLXYxLjIuMS1kYXJ3aW4tYXJtNjQudGFyLmd6
      index 73894
      gSKyXoYZUgZ6jduWYrkDOARinOMGJveXjgMkBTcdPlQ=
      B95lDa8R83lS8n0eG+o0buTxRKQTYFi//1U8anccXmA=
      EKNzoDWG8LGC0Yp9o+sv3qllpMP9uHQ9B20KNL+Q1zs=
      RoopEkOdqkYqMB4MJXrbt/hMjOxsVn0IrWjpz1ZMMes=
      AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=

      example.com/fancylog
      109482
      sFodV/vSp5O8n9a8QpW6PRY97tfOSW5bsc2Xl/EQi08=

      """
    let proof = try ProofText(parsing: text.utf8)
    #expect(String(decoding: proof.extra, as: UTF8.self) == "age-v1.2.1-darwin-arm64.tar.gz")
    #expect(proof.index == 73_894)
    #expect(proof.nodes.count == 5)
    #expect(proof.nodes[4].base64 == "AHCioX9nLjsrse6YhjRRmk1WUEirVOLLRoOQ6vfO5vk=")
    #expect(proof.checkpoint.size == 109_482)
    #expect(proof.text == text)
    let open = fault { () throws(ProofFault) in try proof.verifyExtra() }
    #expect(open == .nodesMissing, "the page's five hashes are an illustration")
  }

  @Test func `every entry's proof is written, read and believed`() throws {
    for index in 0..<7 {
      for extra in [[], entries[index]] {
        let made = try proof(of: index, extra: extra)
        let read = try ProofText(parsing: made.text.utf8)
        #expect(read == made)
        #expect(read.text.utf8.elementsEqual(made.text.utf8))
        try read.verify(leaf: HashChain.leaf(of: entries[index]))
      }
      try proof(of: index, extra: entries[index]).verifyExtra()
      let wrong = try proof(of: index, extra: entries[(index + 1) % 7])
      #expect(fault { () throws(ProofFault) in try wrong.verifyExtra() } != nil)
    }
  }

  @Test func `a tree of one leaf needs no node`() throws {
    let leaf = HashChain.leaf(of: entries[0])
    let checkpoint = try Checkpoint(origin: "a", size: 1, root: leaf)
    let proof = try ProofText(index: 0, nodes: [], checkpoint: checkpoint)
    #expect(proof.text == "c2sp.org/tlog-proof@v1\nindex 0\n\na\n1\n\(leaf.base64)\n")
    #expect(try ProofText(parsing: proof.text.utf8) == proof)
    try proof.verify(leaf: leaf)
  }

  /// The error cases of `proof/tlog_proof_test.go` of transparency-dev/formats, and ours.
  @Test func `each thing that is wrong is told`() throws {
    let header = "c2sp.org/tlog-proof@v1\n"
    let root = CheckpointTests.root
    let end = "\na\n1\n\(root)\n"
    #expect(found(header + "index 0\n" + end) == nil)
    let faults: [(String, ProofTextFault)] = [
      ("", .badHeader), ("wrong-header\nindex 0\n" + end, .badHeader),
      (String(header.dropLast()), .badHeader), (" " + header + "index 0\n" + end, .badHeader),
      ("c2sp.org/tlog-proof@v2\nindex 0\n" + end, .badHeader),
      ("c2sp.org/tlog-proof@v1\r\nindex 0\n" + end, .badHeader),
      (header + "extra !!notbase64!!\nindex 0\n" + end, .badExtra),
      (header + "extra \nindex 0\n" + end, .badExtra),
      (header + "extra YQ\nindex 0\n" + end, .badExtra),
      (header + "extra  YQ==\nindex 0\n" + end, .badExtra),
      (header + "Extra YQ==\nindex 0\n" + end, .badIndex),
      (header + "extra YQ==\nextra YQ==\nindex 0\n" + end, .badIndex),
      (header, .badIndex), (header + "\n" + end, .badIndex), (header + "index\n" + end, .badIndex),
      (header + "index 0", .badIndex), (header + "index notanumber\n" + end, .badIndex),
      (header + "index -5\n" + end, .badIndex), (header + "index 05\n" + end, .badIndex),
      (header + "index  5\n" + end, .badIndex), (header + "index 5 \n" + end, .badIndex),
      (header + "index 9007199254740992\n" + end, .badIndex),
      (header + "index 0\nextra YQ==\n" + end, .badNode(position: 0)),
      (header + "index 0\n!!notbase64!!\n" + end, .badNode(position: 0)),
      (header + "index 0\n\(root)\n\(root.dropLast())\n" + end, .badNode(position: 1)),
      (header + "index 0\n\(root)\r\n" + end, .badNode(position: 0)),
      (
        header + "index 0\n\(Base64.encode(Array(repeating: 0, count: 64)))\n" + end,
        .badNode(position: 0)
      ),
      (header + "index 0\n", .emptyLineMissing), (header + "index 0\n\(root)\n", .emptyLineMissing),
      (header + "index 0\n\(root)", .emptyLineMissing),
      (header + "index 0\n\n", .checkpoint(.lineMissing)),
      (header + "index 0\n\n" + end, .checkpoint(.badOrigin)),
      (header + "index 0\n" + end.dropLast(), .checkpoint(.lineMissing)),
      (header + "index 0\n" + end + "more\n", .checkpoint(.extensionLine)),
      (header + "index 0\n" + end + "\n— a Az3g\n", .checkpoint(.textAfter)),
    ]
    for (text, expected) in faults {
      #expect(found(text) == expected, "\(text.debugDescription)")
    }
    let checkpoint = try Checkpoint(origin: "a", size: 1, root: .zero)
    for index in [-1, 1 << 53] {
      let made = fault { () throws(ProofTextFault) in
        _ = try ProofText(index: index, nodes: [], checkpoint: checkpoint)
      }
      #expect(made == .badIndex)
    }
  }

  @Test func `a proof of something else is not believed`() throws {
    let leaf = HashChain.leaf(of: entries[3])
    let good = try proof(of: 3)
    let elsewhere = try ProofText(index: 2, nodes: good.nodes, checkpoint: good.checkpoint)
    let outside = try ProofText(index: 7, nodes: good.nodes, checkpoint: good.checkpoint)
    #expect(fault { () throws(ProofFault) in try elsewhere.verify(leaf: leaf) } != nil)
    #expect(
      fault { () throws(ProofFault) in try outside.verify(leaf: leaf) }
        == .indexOutside(index: 7, size: 7))
  }

  @Test func `no other bytes say the same`() throws {
    let made = try proof(of: 6, extra: entries[6])
    let bytes = Array(made.text.utf8)
    for index in bytes.indices {
      for bit in 0..<8 {
        var changed = bytes
        changed[index] ^= 1 << bit
        guard let read = try? ProofText(parsing: changed) else { continue }
        if read == made || Array(read.text.utf8) != changed {
          Issue.record("bit \(bit) of byte \(index)")
        }
        if (try? read.verifyExtra()) != nil, read.checkpoint.root == made.checkpoint.root,
          read.checkpoint.size == made.checkpoint.size, read.checkpoint.origin == "a.no/x"
        {
          Issue.record("bit \(bit) of byte \(index) is believed")
        }
      }
    }
  }
}
