import Domain
import EventFormat
import EventStore
import Files
import Integrity
import Testing

// The process dies, the disk fails or is full, at every single system call of a commit: afterwards
// the ledger is the one before or the one after, and the next writer goes on.

private enum Scene: String, CaseIterable, Sendable {
  case plain, oneLine, newYear, afterTail, newlineMissing, first
}

private enum Trouble: String, CaseIterable, Sendable {
  case die, dieHalfway, inputOutput, diskFull, shortWrite, fullHalfway, signal

  var fault: FaultPlan.Fault {
    switch self {
    case .die: .die
    case .dieHalfway: .dieHalfway
    case .inputOutput: .fail(SystemError.inputOutput)
    case .diskFull: .fail(SystemError.noSpace)
    case .shortWrite: .short(then: nil)
    case .fullHalfway: .short(then: SystemError.noSpace)
    case .signal: .fail(SystemError.interrupted)
    }
  }
}

@Suite struct CrashTests {
  @Test(arguments: Scene.allCases, Trouble.allCases)
  private func `before or after, never a third thing`(_ scene: Scene, _ trouble: Trouble) throws {
    var story = Story()
    if scene != .first {
      story.open()
      story.addActivity()
      story.add([Story.hours(90)])
    }
    let ledger = try TestLedger(story.transactions)
    let before = story
    switch scene {
    case .first: story.open()
    case .oneLine: story.add([Story.hours(1)])
    case .newYear: story.add([Story.hours(1), Story.hours(2)], after: 366 * 86_400)
    default: story.add([Story.hours(1), Story.hours(2), Story.hours(3)])
    }
    let transaction = try #require(story.transactions.last)
    if scene == .afterTail {
      try ledger.write(
        try ledger.bytes("2024.jsonl") + Array("{\"seq\":6,\"at\":\"2024".utf8), to: "2024.jsonl")
    }
    if scene == .newlineMissing {
      try ledger.write(try ledger.bytes("2024.jsonl").dropLast(), to: "2024.jsonl")
    }
    let start = try ledger.contents()
    let old = Array(before.transactions.joined())
    let new = old + transaction

    var position = 1
    var outcomes: [String: Int] = [:]
    while true {
      try ledger.restore(start)
      for name in try ledger.names() where name.hasSuffix("jsonl") {
        try ledger.calls.chmod(ledger.path(name), permissions: 0o644)
      }
      let plan = FaultPlan(trouble.fault, at: position)
      let outcome = attempt(ledger, transaction, SystemCalls(fault: plan))
      guard plan.hasFired else { break }
      outcomes[outcome, default: 0] += 1
      let name = "\(scene), \(trouble) at call \(position): \(outcome)"

      let records = try ledger.load().records
      switch outcome {
      case "recorded": #expect(records == new, "\(name)")
      case "nothing" where !plan.isDead: #expect(records == old, "\(name)")
      default: #expect(records == old || records == new, "\(name)")
      }
      // What could not be told is told by reading; then life goes on.
      if records == old {
        #expect(attempt(ledger, transaction, ledger.calls) == "recorded", "\(name)")
      }
      #expect(try ledger.load().records == new, "\(name)")
      let findings = try ledger.verify().findings
      // Who died after recording in the last line but its newline leaves it to the next writer.
      #expect(
        findings.allSatisfy { $0.severity == .notice || $0.id == .newlineMissing }, "\(name)")
      #expect(try !ledger.names().contains("DAMAGED"), "\(name)")
      position += 1
    }
    #expect(position > 15)
    if trouble == .signal { #expect(outcomes == ["recorded": position - 1]) }
    if trouble == .shortWrite { #expect(outcomes == ["recorded": position - 1]) }
    if trouble == .inputOutput { #expect(outcomes["unsure"] == 1) }
  }

  private func attempt(
    _ ledger: TestLedger, _ transaction: [Recorded], _ calls: SystemCalls
  ) -> String {
    do throws(StoreError) {
      var writer = try Writer.open(folder: ledger.folder, calls: calls, waitingSeconds: 0)
      _ = try writer.commit(transaction: transaction)
      return "recorded"
    } catch {
      if case .unsure = error { return "unsure" }
      return "nothing"
    }
  }

  @Test func `after a failed sync nothing is tried again`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let transaction = story.add([Story.hours(1), Story.hours(2)])
    let plan = FaultPlan(.fail(SystemError.inputOutput), at: 2, of: .fdatasync)
    var writer = try Writer.open(folder: ledger.folder, calls: SystemCalls(fault: plan))
    let error = #expect(throws: StoreError.self) {
      _ = try writer.commit(transaction: transaction)
    }
    guard case .unsure? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(plan.calls.last == FaultPlan.Record(.close, ledger.path("2024.jsonl")))
    #expect(plan.calls.count { $0.call == .fdatasync } == 2)
    #expect(throws: StoreError.spent) { _ = try writer.commit(transaction: transaction) }
  }

  @Test func `a last write that failed half-way recorded nothing, one nobody knows of is unsure`()
    throws
  {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let transaction = story.add([Story.hours(1), Story.hours(2)])
    // The third write is the last line where the tail of the first failure is set aside before.
    func failure(_ fault: FaultPlan.Fault, at write: Int) throws -> StoreError? {
      let plan = FaultPlan(fault, at: write, of: .write)
      var writer = try Writer.open(folder: ledger.folder, calls: SystemCalls(fault: plan))
      return #expect(throws: StoreError.self) {
        _ = try writer.commit(transaction: transaction)
      }
    }
    let half = try failure(.short(then: SystemError.noSpace), at: 2)
    if case .files? = half {} else { Issue.record("\(String(describing: half))") }
    #expect(try ledger.load().lastSeq == 7)
    let unknown = try failure(.dieHalfway, at: 3)
    if case .unsure? = unknown {} else { Issue.record("\(String(describing: unknown))") }
  }

  @Test func `a last line without its newline was recorded, and is completed`() throws {
    var story = Story.small
    let ledger = try TestLedger(story.transactions)
    let transaction = story.add([Story.hours(1)])
    let line = try EventLine.write(
      transaction[0], previousHex: try #require(try ledger.load().lastHash).hexBytes)
    let whole = try ledger.bytes("2024.jsonl") + line.bytes
    try ledger.write(whole, to: "2024.jsonl")
    let log = try ledger.load()
    #expect(log.newlineMissing && log.lastSeq == 8)
    try ledger.commit([story.add([Story.hours(2)])])
    #expect(try ledger.load().records.count == 9)
    #expect(try ledger.verify().findings.isEmpty)
  }
}
