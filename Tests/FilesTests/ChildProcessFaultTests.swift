import Foundation
import Testing

@testable import Files

/// Every call of a run goes wrong once. Whatever happens, each pipe's two ends are closed, and no
/// process is left, running or ended.
struct ChildProcessFaultTests {
  let kid = Kid()
  let input = [UInt8](repeating: 65, count: 300_000)

  /// What a script's run makes of a failure at every call of one kind, one run each. How often the
  /// outputs are read and polled is the kernel's choice, so each run tells where it ended.
  private func sweep(
    _ call: SystemCalls.Call, _ script: String, outputMax: Int,
    _ check: (ChildProcessError?) -> Bool
  ) {
    for position in 1...1000 {
      let plan = FaultPlan(.fail(SystemError.inputOutput), at: position, of: call)
      let error = kid.failure(script, input: input, outputMax: outputMax, plan)
      guard plan.hasFired else {
        #expect(position > 1, "\(call) was never called")
        return
      }
      let place = "\(call) at \(position)"
      #expect(check(error), "\(place): \(String(describing: error))")
      let calls = plan.calls.map(\.call)
      let pipes = calls.count { $0 == .pipe } - (call == .pipe ? 1 : 0)
      #expect(calls.count { $0 == .close } == 2 * pipes, "\(place): descriptors")
      #expect(kid.left.isEmpty, "\(place): processes")
    }
  }

  private func system(_ call: SystemCalls.Call) -> ChildProcessError {
    .system(SystemError(call: call, path: kid.folder.path(kid.name), code: SystemError.inputOutput))
  }

  @Test(arguments: [SystemCalls.Call.pipe, .fcntl, .spawn, .poll, .read, .write, .waitpid])
  func `a call that fails is told, and nothing is left`(call: SystemCalls.Call) {
    sweep(call, "cat; echo x >&2", outputMax: 1 << 20) { $0 == system(call) }
  }

  @Test func `a pipe loses nothing by a close that fails`() {
    sweep(.close, "cat; echo x >&2", outputMax: 1 << 20) { $0 == nil }
  }

  @Test func `a program that cannot be looked at is none`() {
    sweep(.stat, "exit 0", outputMax: 0) { $0 == .programMissing(name: kid.name) }
  }

  @Test(arguments: [SystemCalls.Call.close, .kill, .waitpid])
  func `a child that says too much is ended whatever fails meanwhile`(call: SystemCalls.Call) {
    sweep(call, "echo long; kill -STOP $$", outputMax: 1) {
      $0 == .outputTooLarge(name: kid.name, max: 1)
    }
  }

  @Test func `a signal at any call changes nothing`() throws {
    for call in [SystemCalls.Call.spawn, .poll, .read, .write, .waitpid] {
      let plan = FaultPlan(.fail(SystemError.interrupted), at: 1, of: call)
      let result = try kid.run("cat", input: input, plan)
      #expect(plan.hasFired)
      #expect(result == ChildResult(end: .exited(0), output: input, errors: []), "\(call)")
    }
  }

  @Test func `a pipe that is full after all is written to again`() throws {
    let plan = FaultPlan(.fail(EAGAIN), at: 1, of: .write)
    let result = try kid.run("cat", input: input, plan)
    #expect(plan.hasFired)
    #expect(result.output == input)
  }

  @Test func `a write that gets nowhere is a failure, not a loop without end`() {
    let plan = FaultPlan(.noProgress, at: 1, of: .write)
    #expect(kid.failure("cat", input: input, plan) == system(.write))
    #expect(kid.left.isEmpty)
  }

  @Test func `short reads and writes change nothing`() throws {
    for call in [SystemCalls.Call.read, .write] {
      let plan = FaultPlan(.short(then: nil), at: 1, of: call)
      let result = try kid.run("cat", input: input, plan)
      #expect(plan.hasFired)
      #expect(result.output == input, "\(call)")
    }
  }
}
