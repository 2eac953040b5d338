import Domain
import EventFormat
import EventStore
import Files
import Integrity
import Testing

@Suite struct LoadTests {
  @Test func `what was committed is loaded`() throws {
    let story = Story.small
    let ledger = try TestLedger(story.transactions)
    let log = try ledger.load()
    #expect(log.records == Array(story.transactions.joined()))
    #expect(log.lastSeq == 7)
    #expect(log.tail == nil && !log.newlineMissing)
    #expect(log.segments == [Segment(year: 2024)])
    let verification = try ledger.verify()
    #expect(verification.findings.isEmpty)
    #expect(verification.passes && verification.linesAreSound)
    #expect(verification.lines == 7 && verification.transactions == 4)
    #expect(verification.through == 7 && verification.legalThrough == 7)
    #expect(verification.lastHash == log.lastHash)
    #expect(verification.bytes == (try ledger.bytes("2024.jsonl").count))
  }

  @Test func `the root is that of the hashes of the lines`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    var tree = MerkleTree()
    for line in try ledger.bytes("2024.jsonl").split(separator: 10) {
      tree.append(try EventLine.scan(Array(line).span).hash)
    }
    #expect(tree.size == 7)
    #expect(try ledger.verify().root == tree.root)
  }

  @Test func `an empty ledger is an empty log`() throws {
    let ledger = try TestLedger()
    #expect(try ledger.load().records.isEmpty)
    #expect(try ledger.load().lastHash == nil)
    #expect(try ledger.verify().findings.isEmpty)
    #expect(try ledger.verify().root == SHA256.hash([UInt8]()))
  }

  @Test func `a folder without events is no ledger`() throws {
    let temporary = try TemporaryFolder()
    let folder = LedgerFolder(path: temporary.path)
    #expect(throws: StoreError.noLedger(path: folder.path)) {
      try EventStore.load(folder: folder, calls: SystemCalls())
    }
    #expect(throws: StoreError.noLedger(path: folder.path)) {
      _ = try Writer.open(folder: folder, calls: SystemCalls())
    }
    #expect(throws: StoreError.noLedger(path: folder.path)) {
      try EventStore.verify(folder: folder, calls: SystemCalls())
    }
  }

  @Test func `a ledger is not made twice`() throws {
    let ledger = try TestLedger()
    // As long as it holds no line, a start that was interrupted is made again.
    try ledger.folder.create(calls: ledger.calls)
    try ledger.commit([Story.small.transactions[0]])
    #expect(throws: StoreError.ledgerExists(path: ledger.folder.path)) {
      try ledger.folder.create(calls: ledger.calls)
    }
    #expect(try SystemCalls().lstat(ledger.folder.register).permissions == 0o700)
  }

  @Test func `loading through a line ends with a whole transaction`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let expected = [0, 0, 2, 2, 4, 5, 5, 7, 7]
    for (line, count) in expected.enumerated() {
      let log = try ledger.load(through: line)
      #expect(log.records.count == count, "through \(line)")
      #expect(log.tail == nil)
    }
    // What follows is not looked at.
    var bytes = try ledger.bytes("2024.jsonl")
    bytes[bytes.count - 90] ^= 1
    try ledger.write(bytes, to: "2024.jsonl")
    #expect(try ledger.load(through: 5).records.count == 5)
    #expect(throws: StoreError.self) { try ledger.load() }
  }

  @Test func `what stands in the folder beside the log is named and does not stop reading`() throws
  {
    let ledger = try TestLedger(Story.small.transactions)
    for name in ["README.md", "torn-3", "torn-03", "torn-", "2024.jsonl~", "24.jsonl", "notes"] {
      try ledger.write([1], to: name)
    }
    #expect(try ledger.load().records.count == 7)
    let verification = try ledger.verify()
    #expect(
      verification.findings.map { "\($0.id.rawValue) \($0.file) \($0.line)" } == [
        "file-stray events/2024.jsonl~ 0", "file-stray events/24.jsonl 0",
        "file-stray events/notes 0", "file-stray events/torn- 0", "file-stray events/torn-03 0",
        "torn-kept events/torn-3 0",
      ])
    #expect(verification.linesAreSound && !verification.passes)
  }

  @Test func `a line longer than any buffer is damage with its real length`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let lines = try ledger.bytes("2024.jsonl").split(separator: 10)
    // In the middle of a line: its end still says the digits that the next line is checked against,
    // also where it ends with the reader's buffer (1 MiB) or a little after.
    for length in [5_000_000, 1 << 20, (1 << 20) + 1, (1 << 20) + 40, (1 << 20) + 75, 65_536] {
      let padding = [UInt8](repeating: 0x20, count: length - lines[2].count)
      let long = lines[2].prefix(40) + padding + lines[2].dropFirst(40)
      let changed = lines[..<2] + [ArraySlice(long)] + lines[3...]
      try ledger.write(changed.flatMap { $0 + [10] }, to: "2024.jsonl")
      let findings = try ledger.verify().findings
      #expect(findings.map(\.id) == [.lineDamaged], "\(length)")
      #expect(findings.first?.line == 3)
      let facts = findings.first?.facts
      guard case .format(let error)? = facts else {
        Issue.record("\(String(describing: facts))")
        continue
      }
      #expect(error.kind == .lineTooLong(bytes: length) && error.column == 65_536)
      #expect(throws: StoreError.self) { try ledger.load() }

      // What the long line says is what the next one is held against.
      var other = Array(long)
      other[other.count - 3] = other[other.count - 3] == 48 ? 49 : 48
      let lying = lines[..<2] + [other[...]] + lines[3...]
      try ledger.write(lying.flatMap { $0 + [10] }, to: "2024.jsonl")
      #expect(try ledger.verify().findings.map(\.id) == [.lineDamaged, .chainBroken], "\(length)")
    }
  }
}
