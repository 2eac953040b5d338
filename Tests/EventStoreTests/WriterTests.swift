import Domain
import EventFormat
import EventStore
import Files
import Foundation
import Integrity
import Synchronization
import Testing

@Suite struct WriterTests {
  /// The calls that decide what is on the disk, in words.
  private func order(of plan: FaultPlan) -> [String] {
    let kinds: Set<SystemCalls.Call> = [.write, .fdatasync, .fsync, .ftruncate, .chmod, .flock]
    return plan.calls.filter { kinds.contains($0.call) }
      .map { "\($0.call.rawValue) \(Path.name(of: $0.path))" }
  }

  @Test func `a transaction of several lines syncs before its last line and after it`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let plan = FaultPlan()
    try ledger.commit(
      [story.add([Story.hours(1), Story.hours(2), Story.hours(3)])],
      calls: SystemCalls(fault: plan))
    #expect(
      order(of: plan) == [
        "flock events", "write 2024.jsonl", "fdatasync 2024.jsonl", "write 2024.jsonl",
        "fdatasync 2024.jsonl", "flock events",
      ])
  }

  @Test func `a single line is written and synced under the lock`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let plan = FaultPlan()
    try ledger.commit([story.add([Story.hours(1)])], calls: SystemCalls(fault: plan))
    #expect(
      order(of: plan) == [
        "flock events", "write 2024.jsonl", "fdatasync 2024.jsonl", "flock events",
      ])
  }

  @Test func `a new year begins a new file, durable before its first line`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let plan = FaultPlan()
    try ledger.commit(
      [story.add([Story.hours(1)], after: 366 * 86_400)], calls: SystemCalls(fault: plan))
    #expect(
      order(of: plan) == [
        "flock events", "fdatasync 2025.jsonl", "fsync events", "write 2025.jsonl",
        "fdatasync 2025.jsonl", "chmod 2024.jsonl", "flock events",
      ])
    #expect(try ledger.calls.lstat(ledger.path("2024.jsonl")).permissions == 0o444)
    #expect(try ledger.names() == ["2024.jsonl", "2025.jsonl"])
    try ledger.commit([story.add([Story.hours(2)])])
    #expect(try ledger.load().records.count == 9)
    #expect(try ledger.verify().findings.isEmpty)
    #expect(try ledger.load().segments.map(\.year) == [2024, 2025])
  }

  @Test func `an empty file of a year is taken over`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    try ledger.write([], to: "2025.jsonl")
    #expect(try ledger.load().records.count == 7)
    // A writer with the clock of the old year goes on in the old file.
    try ledger.commit([story.add([Story.hours(3)])])
    try ledger.commit([story.add([Story.hours(1)], after: 366 * 86_400)])
    #expect(try ledger.load().records.count == 9)
    #expect(try ledger.verify().findings.isEmpty)
  }

  @Test func `a receipt tells the lines and the hash`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    var writer = try Writer.open(folder: ledger.folder, calls: ledger.calls)
    let receipt = try writer.commit(transaction: story.add([Story.hours(1), Story.hours(2)]))
    #expect(receipt.lines == 8...9)
    #expect(receipt.setAside == nil && !receipt.completedNewline)
    #expect(writer.log.lastSeq == 9)
    let second = try writer.commit(transaction: story.add([Story.hours(5)]))
    #expect(second.lines == 10...10)
    #expect(try ledger.load().lastHash == second.hash)
  }

  @Test func `nobody writes while somebody writes`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let writer = try Writer.open(folder: ledger.folder, calls: ledger.calls)
    let error = #expect(throws: StoreError.self) {
      _ = try Writer.open(folder: ledger.folder, calls: ledger.calls, waitingSeconds: 0)
    }
    if case .busy? = error {} else { Issue.record("\(String(describing: error))") }
    // Readers do not wait.
    #expect(try ledger.load().records.count == 7)
    #expect(writer.log.lastSeq == 7)
  }

  @Test func `eight writers at once lose nothing`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writerNumber in
      for round in 0..<5 {
        do {
          var writer = try Writer.open(
            folder: ledger.folder, calls: ledger.calls, waitingSeconds: 60)
          let seq = writer.log.lastSeq + 1
          let at = writer.log.records.last?.at ?? Instant(seconds: 0)
          let transaction = [1, 0].map { left in
            Recorded(
              seq: seq + 1 - left, at: at, by: PersonID(seq: 2),
              command: Story.command("w\(writerNumber)-\(round)"), left: left,
              event: Story.hours(1, day: writerNumber + 5))
          }
          _ = try writer.commit(transaction: transaction)
        } catch {
          failures.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(try ledger.load().records.count == 7 + 80)
    #expect(try ledger.verify().findings.isEmpty)
  }

  @Test func `readers beside a writer see whole transactions and no damage`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let failures = Mutex<[String]>([])
    let isDone = Mutex(false)
    DispatchQueue.concurrentPerform(iterations: 2) { side in
      do {
        if side == 0 {
          var story = Story.small
          for round in 0..<60 {
            try ledger.commit([story.add([Story.hours(1), Story.hours(2 + round % 9)])])
          }
          isDone.withLock { $0 = true }
          return
        }
        while !isDone.withLock({ $0 }) {
          let count = try ledger.load().records.count
          if count % 2 != 1 { failures.withLock { $0.append("\(count) lines") } }
          // Twenty-four hours a day are exceeded on purpose; nothing else may be found.
          let findings = try ledger.verify().findings.filter { $0.id != .eventIllegal }
          if !findings.isEmpty { failures.withLock { $0.append("\(findings)") } }
        }
      } catch {
        failures.withLock { $0.append("\(error)") }
        isDone.withLock { $0 = true }
      }
    }
    #expect(failures.withLock { $0 } == [])
  }

  @Test func `what looks like damage is looked at again while nobody writes`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let good = try ledger.bytes("2024.jsonl")
    var bad = good
    bad[400] ^= 1
    func look<Result>(_ body: @Sendable () throws -> Result) throws -> Result {
      try ledger.write(bad, to: "2024.jsonl")
      let isLocked = DispatchSemaphore(value: 0)
      let isDone = DispatchSemaphore(value: 0)
      // Somebody is at work: the bytes are bad until the lock is let go.
      Thread.detachNewThread {
        do {
          let lock = try FileLock.acquire(
            .exclusive, onFolder: ledger.folder.events, waitingSeconds: 60, system: ledger.calls)
          isLocked.signal()
          Thread.sleep(forTimeInterval: 0.4)
          try ledger.write(good, to: "2024.jsonl")
          withExtendedLifetime(lock) {}
        } catch {
          Issue.record("\(error)")
          isLocked.signal()
        }
        isDone.signal()
      }
      isLocked.wait()
      defer { isDone.wait() }
      return try body()
    }
    #expect(try look { try ledger.load() }.records.count == 7)
    #expect(try look { try ledger.verify() }.findings.isEmpty)
  }

  @Test func `lines that do not fit are refused before anything is written`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let before = try ledger.contents()
    let good = story.add([Story.hours(1), Story.hours(2)])
    func refusal(_ change: (inout [Recorded]) -> Void) throws -> StoreError? {
      var transaction = good
      change(&transaction)
      var writer = try Writer.open(folder: ledger.folder, calls: ledger.calls)
      do throws(StoreError) {
        _ = try writer.commit(transaction: transaction)
        return nil
      } catch {
        // A refusal is not a failure: the same writer takes what is right.
        #expect(try ledger.contents() == before)
        return error
      }
    }
    func id(_ error: StoreError?) -> FindingID? {
      if case .unfit(let finding)? = error { finding.id } else { nil }
    }
    #expect(id(try refusal { $0[0].seq = 9 }) == .numberWrong)
    #expect(id(try refusal { $0[1].at = $0[1].at.adding(seconds: 1) }) == .transactionBroken)
    #expect(id(try refusal { $0[1].left = 1 }) == .transactionBroken)
    #expect(id(try refusal { $0[1].by = PersonID(seq: 4) }) == .transactionBroken)
    #expect(id(try refusal { $0.removeLast() }) == .transactionBroken)
    #expect(
      id(try refusal { for index in $0.indices { $0[index].command = Story.command("c5") } })
        == .transactionBroken)
    #expect(
      id(
        try refusal {
          for index in $0.indices { $0[index].at = Instant(seconds: 1_700_000_000) }
        }) == .timeBackwards)
    #expect(
      id(
        try refusal {
          $0[0].event = .ledgerOpened(
            LedgerOpened(origin: "again.ledger", name: "x", reconstruction: false))
        }) == .openingWrong)
    let unwritable = try refusal { $0[1].event = .redone(undone: 0) }
    if case .unwritable(seq: 9, _)? = unwritable {
    } else {
      Issue.record("\(String(describing: unwritable))")
    }
    var writer = try Writer.open(folder: ledger.folder, calls: ledger.calls)
    var wrong = good
    wrong[0].seq = 9
    #expect(throws: StoreError.self) { _ = try writer.commit(transaction: wrong) }
    #expect(try writer.commit(transaction: good).lines == 8...9)
  }

  @Test func `damage stops every writer until a person has looked`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let good = try ledger.contents()
    var bytes = try ledger.bytes("2024.jsonl")
    bytes[300] ^= 4
    try ledger.write(bytes, to: "2024.jsonl")

    let next = story.add([Story.hours(1)])
    let first = #expect(throws: StoreError.self) { try ledger.commit([next]) }
    guard case .damaged(let finding)? = first else {
      Issue.record("\(String(describing: first))")
      return
    }
    #expect(finding.file == "events/2024.jsonl" && finding.line == 2)
    let marker = String(decoding: try ledger.bytes("DAMAGED"), as: UTF8.self)
    #expect(marker.hasPrefix("events/2024.jsonl:2:"))
    #expect(marker.contains("dugnad audit"))

    // Restoring the file alone is not enough: somebody has to say that it was looked at.
    try ledger.write(good["2024.jsonl"] ?? [], to: "2024.jsonl")
    #expect(throws: StoreError.writingStopped(marker: ledger.folder.damaged)) {
      try ledger.commit([next])
    }
    #expect(try ledger.verify().findings.map(\.id) == [.writeStopped])
    #expect(try ledger.load().records.count == 7)
    try ledger.remove("DAMAGED")
    try ledger.commit([next])
    #expect(try ledger.load().records.count == 8)
  }

  @Test func `the first damage that was seen keeps the marker`() throws {
    let ledger = try TestLedger(Story.small.transactions)
    let finding = Finding(.chainBroken, file: "events/2024.jsonl", line: 3, byte: 9, facts: .none)
    EventStore.stopWriting(because: finding, in: ledger.folder, calls: ledger.calls)
    let before = try ledger.bytes("DAMAGED")
    let other = Finding(.lineDamaged, file: "events/2024.jsonl", line: 5, byte: 1, facts: .none)
    EventStore.stopWriting(because: other, in: ledger.folder, calls: ledger.calls)
    #expect(try ledger.bytes("DAMAGED") == before)
  }
}
