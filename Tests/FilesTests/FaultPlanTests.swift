import Foundation
import Testing

@testable import Files

struct FaultPlanTests {
  let folder = TemporaryFolder()

  /// open, write, fdatasync, close.
  private func writeAndSync(_ plan: FaultPlan) throws(FilesError) {
    let system = SystemCalls(fault: plan)
    let file = try File.open(folder.path("a"), .create(permissions: 0o600), system: system)
    try file.append(Array("0123456789".utf8))
    try file.sync()
  }

  @Test func `a plan without a fault writes down the calls in order`() throws {
    let plan = FaultPlan()
    try writeAndSync(plan)
    let path = folder.path("a")
    #expect(
      plan.calls == [
        .init(.open, path), .init(.write, path), .init(.fdatasync, path),
        .init(.close, path),
      ])
    #expect(!plan.hasFired)
    #expect(!plan.isDead)
  }

  @Test func `the call at a position fails, and only that one`() {
    for (position, call) in [SystemCalls.Call.open, .write, .fdatasync].enumerated() {
      let plan = FaultPlan(.fail(SystemError.inputOutput), at: position + 1)
      let error = failure { () throws(FilesError) in try writeAndSync(plan) }
      #expect(error?.system?.call == call)
      #expect(error?.system?.code == SystemError.inputOutput)
      #expect(plan.hasFired)
      #expect(plan.calls.last?.call == (call == .open ? .open : .close))
      unlink(folder.path("a"))
    }
  }

  @Test func `a position beyond the last call never comes`() throws {
    let plan = FaultPlan(.fail(SystemError.inputOutput), at: 5)
    try writeAndSync(plan)
    #expect(!plan.hasFired)
  }

  @Test func `calls of one kind are counted alone`() throws {
    let plan = FaultPlan(.fail(SystemError.noSpace), at: 2, of: .write)
    let system = SystemCalls(fault: plan)
    let file = try File.open(folder.path("a"), .create(permissions: 0o600), system: system)
    try file.append([1])
    try file.sync()
    let error = failure { () throws(FilesError) in try file.append([2]) }
    #expect(error?.system?.code == SystemError.noSpace)
    try file.append([3])
    #expect(folder.text(of: "a") == "\u{1}\u{3}")
  }

  @Test func `a failed call has done nothing`() {
    let plan = FaultPlan(.fail(SystemError.noSpace), at: 1, of: .write)
    #expect(failure { () throws(FilesError) in try writeAndSync(plan) } != nil)
    #expect(folder.text(of: "a") == "")
  }

  @Test func `a dead process can do no more`() throws {
    let plan = FaultPlan(.die, at: 2)
    let error = failure { () throws(FilesError) in try writeAndSync(plan) }
    #expect(error?.system?.code == FaultPlan.deathCode)
    #expect(error?.system?.message == "the process is dead (simulated)")
    #expect(plan.isDead)
    #expect(folder.text(of: "a") == "")
    #expect(plan.calls.map(\.call) == [.open, .write])
    let dead = SystemCalls(fault: plan)
    let removal = systemFailure { () throws(SystemError) in try dead.unlink(folder.path("a")) }
    #expect(removal?.code == FaultPlan.deathCode)
    let renaming = systemFailure { () throws(SystemError) in
      try dead.rename(folder.path("a"), to: folder.path("c"))
    }
    #expect(renaming?.code == FaultPlan.deathCode)
    #expect(folder.names == ["a"])
  }

  @Test func `a process that dies while it writes leaves half`() {
    let plan = FaultPlan(.dieHalfway, at: 1, of: .write)
    let error = failure { () throws(FilesError) in try writeAndSync(plan) }
    #expect(error?.system?.code == FaultPlan.deathCode)
    #expect(folder.text(of: "a") == "01234")
    #expect(plan.calls.map(\.call) == [.open, .write])
  }

  @Test func `the kernel closes what a dead process had open`() throws {
    let plan = FaultPlan(.die, at: 2)
    let system = SystemCalls(fault: plan)
    let descriptor = try system.open(folder.path, flags: O_RDONLY)
    #expect(systemFailure { () throws(SystemError) in try system.fsync(descriptor) } != nil)
    #expect(fcntl(descriptor.number, F_GETFD) != -1)
    #expect(systemFailure { () throws(SystemError) in try system.close(descriptor) } != nil)
    #expect(fcntl(descriptor.number, F_GETFD) == -1)
  }

  @Test func `something else may happen before a call, and make calls of its own`() throws {
    let path = folder.path("a")
    let plan = FaultPlan(before: 1, of: .fdatasync) {
      try? AtomicReplace.write(
        Array("other".utf8), to: path, permissions: 0o600, system: SystemCalls())
    }
    try writeAndSync(plan)
    #expect(folder.text(of: "a") == "other")
    #expect(plan.hasFired)
    #expect(plan.calls.map(\.call) == [.open, .write, .fdatasync, .close])
  }
}
