import Foundation
import Testing

@testable import Files

struct FileLockTests {
  let folder = TemporaryFolder()
  let system = SystemCalls()

  private func tryLock(_ kind: FileLock.Kind, waiting seconds: Double = 0) -> FilesError? {
    failure { () throws(FilesError) in
      _ = try FileLock.acquire(
        kind, onFolder: folder.path, waitingSeconds: seconds, system: system)
    }
  }

  private func lock(_ kind: FileLock.Kind) throws(FilesError) -> FileLock {
    try FileLock.acquire(kind, onFolder: folder.path, waitingSeconds: 0, system: system)
  }

  @Test func `an exclusive lock keeps everybody out until it ends`() throws {
    do {
      let held = try lock(.exclusive)
      #expect(isBusy(tryLock(.exclusive)))
      #expect(isBusy(tryLock(.shared)))
      _ = consume held
    }
    #expect(tryLock(.exclusive) == nil)
    #expect(folder.names == [], "no file is left behind")
  }

  @Test func `shared locks stand together and keep writers out`() throws {
    do {
      let one = try lock(.shared)
      #expect(tryLock(.shared) == nil)
      #expect(isBusy(tryLock(.exclusive)))
      _ = consume one
    }
    #expect(tryLock(.exclusive) == nil)
  }

  @Test func `the holder is named`() throws {
    let held = try lock(.exclusive)
    let error = tryLock(.exclusive)
    // A sandbox may hide the table; where it can be read, the holder is this very process.
    if (try? String(contentsOfFile: "/proc/locks", encoding: .utf8))?.contains("FLOCK") == true {
      #expect(error == .busy(holder: getpid()))
    } else {
      #expect(error == .busy(holder: nil))
    }
    _ = consume held
  }

  @Test func `waiting ends when the time is over`() throws {
    let held = try lock(.exclusive)
    let start = system.monotonicNanoseconds
    #expect(isBusy(tryLock(.exclusive, waiting: 0.1)))
    let waited = system.monotonicNanoseconds - start
    #expect(waited >= 100_000_000)
    #expect(waited < 5_000_000_000)
    _ = consume held
  }

  @Test func `waiting ends when the lock is free`() async throws {
    let (folder, plan) = (folder, FaultPlan())
    let held = try lock(.exclusive)
    let waiter = Thread.start {
      failure { () throws(FilesError) in
        _ = try FileLock.acquire(
          .exclusive, onFolder: folder.path, waitingSeconds: 30, system: SystemCalls(fault: plan))
      }
    }
    waitForTry(plan)
    _ = consume held
    #expect(await waiter.value == nil)
    #expect(plan.calls.filter { $0.call == .flock }.count > 2, "it did wait")
  }

  @Test func `a folder that took the name meanwhile is the one that is locked`() throws {
    let path = folder.path("events")
    let moved = folder.path("moved")
    mkdir(path, 0o700)
    let plan = FaultPlan(before: 1, of: .flock) {
      rename(path, moved)
      mkdir(path, 0o700)
    }
    let held = try FileLock.acquire(
      .exclusive, onFolder: path, waitingSeconds: 30, system: SystemCalls(fault: plan))
    #expect(plan.calls.filter { $0.call == .open }.count == 2)
    let second = failure { () throws(FilesError) in
      _ = try FileLock.acquire(.exclusive, onFolder: path, waitingSeconds: 0, system: system)
    }
    #expect(isBusy(second), "the folder that has the name is locked")
    let old = failure { () throws(FilesError) in
      _ = try FileLock.acquire(.exclusive, onFolder: moved, waitingSeconds: 0, system: system)
    }
    #expect(old == nil, "the one that lost the name is not")
    _ = consume held
  }

  @Test func `another process is kept out, and gets in afterwards`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/flock") else { return }
    do {
      let held = try lock(.exclusive)
      #expect(try exitCode(of: ["-n", folder.path, "true"]) == 1)
      _ = consume held
    }
    #expect(try exitCode(of: ["-n", folder.path, "true"]) == 0)
  }

  @Test func `a lock ends with its process, however that ends`() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/flock") else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    // -F: no fork, the process we kill is the one that holds the lock.
    process.arguments = ["-F", folder.path, "sleep", "60"]
    try process.run()
    for _ in 0..<500 where tryLock(.shared) == nil { system.sleep(nanoseconds: 10_000_000) }
    #expect(isBusy(tryLock(.exclusive)))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(tryLock(.exclusive, waiting: 10) == nil)
  }

  @Test func `a dead process holds no lock`() throws {
    let plan = FaultPlan(.die, at: 5)
    let mortal = SystemCalls(fault: plan)
    do {
      let held = try FileLock.acquire(
        .exclusive, onFolder: folder.path, waitingSeconds: 0, system: mortal)
      #expect(isBusy(tryLock(.exclusive)))
      #expect(systemFailure { () throws(SystemError) in _ = try mortal.lstat("/") } != nil)
      _ = consume held
    }
    #expect(plan.isDead)
    #expect(tryLock(.exclusive) == nil)
  }

  @Test func `every failing call of locking is told, and no lock stays`() {
    for position in 1...4 {
      let plan = FaultPlan(.fail(SystemError.inputOutput), at: position)
      let error = failure { () throws(FilesError) in
        _ = try FileLock.acquire(
          .exclusive, onFolder: folder.path, waitingSeconds: 0, system: SystemCalls(fault: plan))
      }
      #expect(error?.system?.code == SystemError.inputOutput, "position \(position)")
      #expect(tryLock(.exclusive) == nil, "position \(position)")
    }
  }

  @Test func `a file and nothing cannot be locked`() {
    folder.put("", in: "file")
    for (name, code) in [("file", ENOTDIR), ("nothing", ENOENT)] {
      let error = failure { () throws(FilesError) in
        _ = try FileLock.acquire(
          .exclusive, onFolder: folder.path(name), waitingSeconds: 0, system: system)
      }
      #expect(error?.system?.code == code)
    }
  }

  /// Waits until somebody has asked for the lock: only then does it show anything to let go of it.
  private func waitForTry(_ plan: FaultPlan) {
    while !plan.calls.contains(where: { $0.call == .flock }) {
      system.sleep(nanoseconds: 1_000_000)
    }
  }

  private func exitCode(of arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/flock")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

private func isBusy(_ error: FilesError?) -> Bool {
  if case .busy = error { true } else { false }
}

extension Thread {
  /// Runs something that blocks on a thread of its own, so that no task waits for it.
  fileprivate static func start<Result: Sendable>(
    _ body: @escaping @Sendable () -> Result
  ) -> Task<Result, Never> {
    Task {
      await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
      }
    }
  }
}
