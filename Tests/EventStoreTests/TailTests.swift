import Domain
import EventFormat
import EventStore
import Files
import Testing

// What an interrupted write leaves, at every byte, and how the next one puts it in order.

@Suite struct TailTests {
  @Test func `a tail cut at every byte of the last transaction does not count`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let whole = try ledger.bytes("2024.jsonl")
    let start = whole.count - whole.split(separator: 10).suffix(2).reduce(2) { $0 + $1.count }
    let firstLine = start + whole[start...].prefix { $0 != 10 }.count
    let next = story.add([Story.hours(7)])

    for count in start..<whole.count {
      try ledger.restore(["2024.jsonl": Array(whole.prefix(count))])
      let log = try ledger.load()
      let findings = try ledger.verify().findings
      if count == whole.count - 1 {
        #expect(log.records.count == 7 && log.newlineMissing && log.tail == nil)
        #expect(findings.map(\.id) == [.newlineMissing])
        try ledger.commit([next])
        #expect(try ledger.bytes("2024.jsonl").prefix(whole.count) == whole[...])
        #expect(try ledger.verify().findings.isEmpty)
        continue
      }
      #expect(log.records.count == 5 && !log.newlineMissing)
      let another = again(next, seq: 6)
      if count == start {
        #expect(log.tail == nil && findings.isEmpty)
        try ledger.commit([another])
        continue
      }
      #expect(log.tail?.byteCount == count - start)
      #expect(log.tail?.line == 6 && log.tail?.offset == start && log.tail?.seq == 6)
      let ids: [FindingID] =
        count == firstLine ? [.tailUnfinished, .newlineMissing] : [.tailUnfinished]
      #expect(findings.map(\.id) == ids, "\(count)")
      #expect(findings.first?.line == 6)

      var writer = try Writer.open(folder: ledger.folder, calls: ledger.calls)
      // Nothing is touched before something is written.
      #expect(try ledger.bytes("2024.jsonl").count == count)
      let receipt = try writer.commit(transaction: another)
      #expect(receipt.setAside?.file == "events/torn-6")
      #expect(receipt.setAside?.tail == log.tail)
      #expect(receipt.lines == 6...6)
      #expect(try ledger.bytes("torn-6") == Array(whole[start..<count]))
      #expect(try ledger.load().records.count == 6)
      let after = try ledger.verify()
      #expect(after.findings.map(\.id) == [.tornKept] && after.passes)
    }
  }

  /// The same transaction under another number.
  private func again(_ transaction: [Recorded], seq: Int) -> [Recorded] {
    transaction.map { recorded in
      var recorded = recorded
      recorded.seq = seq
      return recorded
    }
  }

  @Test func `a tail is synced where it is kept before it is cut`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    try ledger.write(try ledger.bytes("2024.jsonl") + Array("{\"seq\":8".utf8), to: "2024.jsonl")
    let plan = FaultPlan()
    try ledger.commit([story.add([Story.hours(1)])], calls: SystemCalls(fault: plan))
    let kinds: Set<SystemCalls.Call> = [.write, .fdatasync, .fsync, .ftruncate]
    #expect(
      plan.calls.filter { kinds.contains($0.call) }
        .map { "\($0.call.rawValue) \(Path.name(of: $0.path))" } == [
          "write torn-8", "fdatasync torn-8", "fsync events", "ftruncate 2024.jsonl",
          "fdatasync 2024.jsonl", "write 2024.jsonl", "fdatasync 2024.jsonl",
        ])
  }

  @Test func `a second tail at the same line overwrites nothing`() throws {
    let story = Story.small
    let ledger = try TestLedger(story.transactions)
    let whole = try ledger.bytes("2024.jsonl")
    for (tail, kept) in [("{\"a", "{\"a"), ("{\"b", "{\"a{\"b"), ("{\"b", "{\"a{\"b")] {
      try ledger.write(whole + Array(tail.utf8), to: "2024.jsonl")
      var another = story
      try ledger.commit([another.add([Story.hours(1)])])
      #expect(String(decoding: try ledger.bytes("torn-8"), as: UTF8.self) == kept)
    }
  }

  @Test func `an interrupted copy of a tail is gone on with`() throws {
    let story = Story.small
    let ledger = try TestLedger(story.transactions)
    let whole = try ledger.bytes("2024.jsonl")
    let tail = Array("{\"seq\":8,\"at\":\"2024".utf8)
    for count in 0...tail.count {
      try ledger.restore([
        "2024.jsonl": whole + tail, "torn-8": Array(tail.prefix(count)),
      ])
      var another = story
      try ledger.commit([another.add([Story.hours(1)])])
      #expect(try ledger.bytes("torn-8") == tail, "\(count)")
    }
  }

  @Test func `a tail in two files is nothing a write leaves behind`() throws {
    var story = Story.small
    story.add([Story.hours(1), Story.hours(2)])
    let ledger = try TestLedger(story.transactions)
    let lines = try ledger.bytes("2024.jsonl").split(separator: 10)
    try ledger.write(lines.dropLast().flatMap { $0 + [10] }, to: "2024.jsonl")
    #expect(try ledger.load().tail?.line == 8)
    try ledger.write(Array("{\"seq\":9".utf8), to: "2025.jsonl")
    let error = #expect(throws: StoreError.self) { try ledger.load() }
    guard case .damaged(let finding)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(finding.id == .tailUnfinished && finding.file == "events/2024.jsonl")
    #expect(try ledger.verify().findings.map(\.id) == [.tailUnfinished])
  }

  @Test func `a tail in a new file of the year is set aside too`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    try ledger.write(Array("{\"seq\":8,\"at".utf8), to: "2025.jsonl")
    #expect(try ledger.load().tail?.segment == Segment(year: 2025))
    try ledger.commit([story.add([Story.hours(1)], after: 366 * 86_400)])
    #expect(try ledger.names() == ["2024.jsonl", "2025.jsonl", "torn-8"])
    #expect(try ledger.load().records.count == 8)
    #expect(try ledger.verify().passes)
  }

  @Test func `the first transaction of a ledger may be a tail`() throws {
    let story = Story.small
    let ledger = try TestLedger(story.transactions)
    let line = try ledger.bytes("2024.jsonl").prefix { $0 != 10 } + [10]
    try ledger.restore(["2024.jsonl": Array(line)])
    #expect(try ledger.load().records.isEmpty)
    #expect(try ledger.load().tail?.seq == 1)
    try ledger.commit(story.transactions)
    #expect(try ledger.load().records.count == 7)
    #expect(try ledger.verify().findings.map(\.id) == [.tornKept])
  }

  @Test func `a damaged last line with its newline is damage, not a tail`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    var bytes = try ledger.bytes("2024.jsonl")
    bytes[bytes.count - 120] = 0
    try ledger.write(bytes, to: "2024.jsonl")
    #expect(try ledger.verify().findings.map(\.id) == [.lineDamaged])
    let error = #expect(throws: StoreError.self) { try ledger.load() }
    guard case .damaged(let finding)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(finding.line == 7)
  }

  @Test func `a missing newline between two files is damage`() throws {
    var story = Story.small
    story.add([Story.hours(1)], after: 366 * 86_400)
    let ledger = try TestLedger(story.transactions)
    try ledger.calls.chmod(ledger.path("2024.jsonl"), permissions: 0o644)
    try ledger.write(try ledger.bytes("2024.jsonl").dropLast(), to: "2024.jsonl")
    #expect(try ledger.verify().findings.map(\.id) == [.newlineMissing])
    let error = #expect(throws: StoreError.self) { try ledger.load() }
    guard case .damaged(let finding)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(finding.id == .newlineMissing && finding.line == 7)
  }
}
