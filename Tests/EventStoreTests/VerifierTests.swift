import Domain
import EventFormat
import EventStore
import Files
import Integrity
import Testing

// A small ledger, and everything that can be done to its bytes: the verifier is never silent and
// names the first bad line.

@Suite struct VerifierTests {
  /// The lines of the small ledger with their newlines, and where each begins.
  private func lines(_ ledger: TestLedger) throws -> [[UInt8]] {
    try ledger.bytes("2024.jsonl").split(separator: 10).map { Array($0) + [10] }
  }

  /// Two findings point at an earlier line than the one that was changed: a founder who is not
  /// registered by line 2 is said of line 1, and a transaction that has no end, of its beginning.
  private func isDirect(_ finding: Finding, _ line: Int) -> Bool {
    finding.id != .tailUnfinished && (finding.id != .openingWrong || line == 1)
  }

  private func findings(_ ledger: TestLedger, _ lines: [[UInt8]]) throws -> [Finding] {
    try ledger.write(Array(lines.joined()), to: "2024.jsonl")
    return try ledger.verify().findings
  }

  @Test(arguments: 1...7)
  func `every flipped bit is found and its line named`(line: Int) throws {
    let ledger = try TestLedger(Story.small.transactions)
    let bytes = try ledger.bytes("2024.jsonl")
    var changed = bytes
    let lines = try lines(ledger)
    let start = lines.prefix(line - 1).reduce(0) { $0 + $1.count }
    for place in start..<(start + lines[line - 1].count) {
      for bit in 0..<8 {
        changed[place] = bytes[place] ^ 1 << UInt8(bit)
        try ledger.write(changed, to: "2024.jsonl")
        let findings = try ledger.verify().findings
        let first = try #require(
          findings.first { isDirect($0, line) } ?? findings.first,
          "byte \(place), bit \(bit) passed")
        // Without its newline the last line ends nothing: its transaction begins a line before.
        let expected = place == bytes.count - 1 ? 6 : line
        #expect(first.line == expected, "byte \(place), bit \(bit): \(first)")
        if bit == place % 8, findings.contains(where: { !$0.id.isBesideTheLog }) {
          #expect(throws: StoreError.self) { try ledger.load() }
        }
      }
      changed[place] = bytes[place]
    }
  }

  @Test func `every dropped line is found`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let lines = try lines(ledger)
    for index in lines.indices {
      var changed = lines
      changed.remove(at: index)
      let found = try findings(ledger, changed)
      // The line that came after it does not fit; the last one leaves a transaction unfinished.
      // Without line 2 nobody founded the ledger, which is said of line 1.
      #expect(found.first?.line == (index == 1 ? 1 : min(index + 1, 6)), "\(index)")
      if index < 6 { #expect(found.contains { $0.id == .numberWrong && $0.line == index + 1 }) }
      if index < 6 { #expect(found.contains { $0.id == .chainBroken && $0.line == index + 1 }) }
      if index == 6 { #expect(found.map(\.id) == [.tailUnfinished]) }
    }
  }

  @Test func `every doubled line is found`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let lines = try lines(ledger)
    for index in lines.indices {
      var changed = lines
      changed.insert(lines[index], at: index)
      let found = try findings(ledger, changed)
      #expect(found.first?.line == index + 2)
      #expect(found.contains { $0.id == .numberWrong && $0.line == index + 2 })
    }
  }

  @Test func `every two swapped lines are found`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let lines = try lines(ledger)
    for first in lines.indices {
      for second in lines.indices where second > first {
        var changed = lines
        changed.swapAt(first, second)
        let found = try findings(ledger, changed)
        #expect(found.first { isDirect($0, first + 1) }?.line == first + 1)
        #expect(found.contains { $0.id == .numberWrong && $0.line == first + 1 })
      }
    }
  }

  @Test func `every cut is found but one at the end of a transaction`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let bytes = try ledger.bytes("2024.jsonl")
    let lines = try lines(ledger)
    let ends = [0, 2, 4, 5, 7].map { lines.prefix($0).reduce(0) { $0 + $1.count } }
    for count in 0...bytes.count {
      try ledger.write(Array(bytes.prefix(count)), to: "2024.jsonl")
      let verification = try ledger.verify()
      if ends.contains(count) {
        #expect(verification.findings.isEmpty, "\(count)")
      } else if ends.contains(count + 1) {
        #expect(verification.findings.map(\.id) == [.newlineMissing], "\(count)")
      } else {
        #expect(verification.findings.first?.id == .tailUnfinished, "\(count)")
        #expect(verification.findings.allSatisfy { $0.id.isBesideTheLog }, "\(count)")
      }
    }
  }

  @Test func `the first line may be missing its beginning`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let bytes = try ledger.bytes("2024.jsonl")
    for count in 1..<bytes.count {
      try ledger.write(Array(bytes.dropFirst(count)), to: "2024.jsonl")
      let findings = try ledger.verify().findings
      #expect(findings.first?.line == 1, "\(count)")
    }
  }

  @Test func `one bad line does not condemn the rest`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let lines = try lines(ledger)
    func changed(_ index: Int, _ old: String, _ new: String) -> [[UInt8]] {
      var changed = lines
      let text = String(decoding: lines[index], as: UTF8.self)
      changed[index] = Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
      return changed
    }
    func found(_ lines: [[UInt8]]) throws -> [String] {
      try findings(ledger, lines).map { "\($0.line):\($0.byte) \($0.id.rawValue)" }
    }
    // Changed in the middle, with its seal: only this line.
    #expect(try found(changed(4, "\"minutes\":90", "\"minutes\":91")) == ["5:217 chain-broken"])
    #expect(try found(changed(4, "\"minutes\":90", "\"minutes\":0")) == ["5:164 line-damaged"])
    // Its seal too: the line after has nothing to be checked against.
    var cut = lines
    cut[4] = Array("{}\n".utf8)
    #expect(try found(cut) == ["5:2 line-damaged"])
    #expect(
      try found(changed(4, "\"type\":\"hours.logged\"", "\"type\":\"hours.dreamt\"")) == [
        "5:75 type-unknown", "5:217 chain-broken",
      ])
    #expect(
      try found(changed(4, "\"v\":1", "\"v\":2")) == ["5:75 type-unknown", "5:217 chain-broken"])
    #expect(
      try found(changed(4, "2024-03", "2023-03")) == [
        "5:15 segment-wrong", "5:15 time-backwards", "5:75 event-illegal", "5:217 chain-broken",
      ])
    #expect(
      try found(changed(6, "\"left\":0", "\"left\":1")) == [
        "6:1 tail-unfinished", "7:66 transaction-broken", "7:217 chain-broken",
      ])
    #expect(
      try found(changed(6, "\"by\":\"p2\"", "\"by\":\"p4\"")) == [
        "7:43 transaction-broken", "7:217 chain-broken",
      ])
    #expect(
      try found(changed(4, "\"cmd\":\"c5\"", "\"cmd\":\"c1\"")) == [
        "5:54 transaction-broken", "5:217 chain-broken",
      ])
  }

  @Test func `line 1 opens, and registers who opened`() throws {
    var story = Story()
    story.add([
      .ledgerOpened(LedgerOpened(origin: "test.ledger", name: "T", reconstruction: true)),
      .personRegistered(PersonRegistered(role: .coordinator)),
    ])
    let ledger = try TestLedger()
    func ids(_ recorded: [Recorded]) throws -> [String] {
      var hash = HashChain.first
      var bytes: [UInt8] = []
      for record in recorded {
        let written = try EventLine.write(record, previousHex: hash)
        hash = written.hash.hexBytes
        bytes += written.bytes + [10]
      }
      try ledger.write(bytes, to: "2024.jsonl")
      return try ledger.verify().findings.map { "\($0.line) \($0.id.rawValue)" }
    }
    let good = try #require(story.transactions.first)
    #expect(try ids(good) == [])
    var other = good
    for index in other.indices { other[index].by = PersonID(seq: 3) }
    #expect(try ids(other) == ["1 opening-wrong", "2 event-illegal"])
    var alone = [good[0]]
    alone[0].left = 0
    #expect(try ids(alone) == ["1 opening-wrong"])
    var twice = good
    twice[1].event = good[0].event
    #expect(try ids(twice) == ["1 opening-wrong", "2 opening-wrong"])
    var never = good
    never[0].event = good[1].event
    #expect(try ids(never).first == "1 opening-wrong")
  }

  @Test func `an event that was not allowed is named`() throws {
    var story = Story.small
    story.add([Story.hours(1_300)])
    story.add([Story.hours(200)])
    story.add([.hoursApproved(EntryID(seq: 3))])
    story.add([.undone(ranges: LineRanges([3_000_000_000_000]), reason: nil)])
    story.add([.redone(undone: 11)])
    let ledger = try TestLedger(story.transactions)
    let found = try ledger.verify()
    #expect(found.findings.allSatisfy { $0.id == .eventIllegal })
    #expect(found.findings.map(\.line) == [9, 10, 11, 12])
    #expect(
      found.findings.first?.facts
        == .rejection(
          .dayOver24Hours(PersonID(seq: 4), Day(number: 19_723), minutes: 90 + 1_300 + 200)))
    #expect(!found.linesAreSound && found.legalThrough == 12)
    // A reader does not ask: facts are facts.
    #expect(try ledger.load().records.count == 12)
  }

  @Test func `a transaction that leaves a place empty is named`() throws {
    var story = Story.small
    let start = try #require(Clock(hour: 18, minute: 0))
    let end = try #require(Clock(hour: 20, minute: 0))
    let plan = ShiftPlan(on: Day(number: 19_723), start: start, end: end, places: 1)
    story.add([.shiftPlanned(activity: Story.code("kafe"), plan: plan)])
    let shift = ShiftID(seq: 8)
    story.add([.signupMade(shift: shift, person: PersonID(seq: 2), waiting: false)])
    story.add([.signupMade(shift: shift, person: PersonID(seq: 4), waiting: true)])
    story.add([.signupWithdrawn(SignupID(seq: 9))])
    let ledger = try TestLedger(story.transactions)
    let findings = try ledger.verify().findings
    #expect(findings.map(\.id) == [.eventIllegal])
    #expect(findings.first?.line == 11)
    #expect(
      findings.first?.facts == .rejection(.placeLeftEmpty(shift, waiting: SignupID(seq: 10))))
  }

  @Test func `a file of the log that cannot be read is a finding`() throws {
    var story = Story.small
    story.add([Story.hours(1)], after: 366 * 86_400)
    let ledger = try TestLedger(story.transactions)
    func verify(_ fault: FaultPlan.Fault) throws -> Verification {
      let plan = FaultPlan(fault, at: 1, of: .read)
      return try EventStore.verify(folder: ledger.folder, calls: SystemCalls(fault: plan))
    }
    let blind = try verify(.die)
    #expect(blind.findings.map(\.id) == [.lineDamaged, .lineDamaged])
    #expect(blind.findings.map(\.file) == ["events/2024.jsonl", "events/2025.jsonl"])
    #expect(blind.findings.allSatisfy { $0.line == 0 } && blind.lines == 0)
    // What could be read later is judged by what was read then.
    #expect(try verify(.fail(SystemError.inputOutput)).findings.isEmpty)
  }

  @Test func `the table of findings is that of the page`() {
    // The register's findings are no part of the format: a verifier never sees the register.
    let log = FindingID.allCases.filter { !$0.rawValue.hasPrefix("register-") }
    #expect(
      log.map(\.rawValue) == [
        "line-damaged", "type-unknown", "number-wrong", "chain-broken", "time-backwards",
        "transaction-broken", "segment-wrong", "opening-wrong", "event-illegal",
        "closing-differs", "sent-differs", "tail-unfinished", "newline-missing", "file-stray",
        "write-stopped", "torn-kept", "head-same", "head-extends", "head-cut", "head-rewritten",
        "head-foreign",
        "head-unreadable",
      ])
    #expect(log.filter { $0.severity == .notice } == [.tornKept, .headSame, .headExtends])
  }
}
