import Foundation
import Testing

@testable import Files

struct SystemCallsTests {
  let folder = TemporaryFolder()

  @Test func `a call that a signal interrupts is made again`() throws {
    folder.put("text", in: "a")
    for call in [SystemCalls.Call.open, .fstat, .pread] {
      let plan = FaultPlan(.fail(SystemError.interrupted), at: 1, of: call)
      let file = try File.open(folder.path("a"), .read, system: SystemCalls(fault: plan))
      let bytes = try file.readAll()
      #expect(bytes == Array("text".utf8))
      #expect(plan.hasFired)
      let unhurt = call == .open ? 1 : 2
      #expect(plan.calls.filter { $0.call == call }.count == unhurt + 1, "\(call)")
    }
  }

  @Test func `an interrupted write writes every byte once`() throws {
    let plan = FaultPlan(.fail(SystemError.interrupted), at: 1, of: .write)
    let file = try newFile(plan)
    try file.append(Array("0123456789".utf8))
    #expect(plan.calls.map(\.call) == [.open, .write, .write])
    #expect(folder.text(of: "a") == "0123456789")
  }

  @Test func `an interrupted close is not made again`() throws {
    let plan = FaultPlan(.fail(SystemError.interrupted), at: 1, of: .close)
    let system = SystemCalls(fault: plan)
    let descriptor = try system.open(folder.path, flags: O_RDONLY)
    let error = systemFailure { () throws(SystemError) in try system.close(descriptor) }
    #expect(error?.code == SystemError.interrupted)
    #expect(plan.calls.map(\.call) == [.open, .close])
    #expect(fcntl(descriptor.number, F_GETFD) == -1, "it is closed all the same")
  }

  @Test func `a short write is written on`() throws {
    for count in 1...9 {
      let plan = FaultPlan(.short(then: nil), at: 1, of: .write)
      let file = try newFile(plan)
      let bytes = Array("123456789".utf8.prefix(count))
      try file.append(bytes)
      #expect(plan.calls.filter { $0.call == .write }.count == (count == 1 ? 1 : 2))
      #expect(folder.text(of: "a") == String(decoding: bytes, as: UTF8.self))
      unlink(folder.path("a"))
    }
  }

  @Test func `a disk that runs full leaves half and says so`() throws {
    let plan = FaultPlan(.short(then: SystemError.noSpace), at: 1, of: .write)
    let file = try newFile(plan)
    let error = failure { () throws(FilesError) in try file.append(Array("0123456789".utf8)) }
    #expect(
      error == .system(.init(call: .write, path: folder.path("a"), code: SystemError.noSpace)))
    #expect(folder.text(of: "a") == "01234")
    try file.append(Array("more".utf8))
    #expect(folder.text(of: "a") == "01234more", "the plan ends with its one fault")
  }

  @Test func `a full disk takes not even one byte`() throws {
    let file = try newFile(FaultPlan(.short(then: SystemError.noSpace), at: 1, of: .write))
    let error = failure { () throws(FilesError) in try file.append([1]) }
    #expect(error?.system?.code == SystemError.noSpace)
    #expect(folder.text(of: "a") == "")
  }

  @Test func `a write that gets nowhere is a failure, not a loop without end`() throws {
    let file = try newFile(FaultPlan(.noProgress, at: 1, of: .write))
    let error = failure { () throws(FilesError) in try file.append([1]) }
    #expect(error?.system?.code == SystemError.inputOutput)
  }

  @Test func `a short read is read on`() throws {
    folder.put("0123456789", in: "a")
    for call in [SystemCalls.Call.read, .pread] {
      let plan = FaultPlan(.short(then: nil), at: 1, of: call)
      let file = try File.open(folder.path("a"), .read, system: SystemCalls(fault: plan))
      var buffer = [UInt8](repeating: 0, count: 10)
      let count =
        if call == .read {
          try file.read(into: &buffer)
        } else {
          try file.read(into: &buffer, at: 0)
        }
      #expect(count == 10)
      #expect(buffer == Array("0123456789".utf8))
      #expect(plan.hasFired)
    }
  }

  @Test func `an error names the call, the path and the words of the system`() {
    let path = folder.path("no/such")
    let system = SystemCalls()
    let error = systemFailure { () throws(SystemError) in
      try system.mkdir(path, permissions: 0o700)
    }
    #expect(error == SystemError(call: .mkdir, path: path, code: ENOENT))
    #expect(error?.message == "No such file or directory")
    #expect(SystemError(call: .write, path: "", code: ENOSPC).message.contains("space"))
  }

  @Test func `names, permissions and links are what the calls made them`() throws {
    let system = SystemCalls()
    folder.put("x", in: "a")
    try system.chmod(folder.path("a"), permissions: 0o440)
    #expect(try system.lstat(folder.path("a")).permissions == 0o440)
    try system.rename(folder.path("a"), to: folder.path("b"))
    #expect(folder.names == ["b"])
    symlink("b", folder.path("link"))
    #expect(try system.lstat(folder.path("link")).kind == .symlink)
    #expect(try system.stat(folder.path("link")).kind == .file)
    let target = try system.stat(folder.path("link"))
    #expect(target.isSameEntry(as: try system.lstat(folder.path("b"))))
    #expect(!target.isSameEntry(as: try system.lstat(folder.path("link"))))
    try system.unlink(folder.path("b"))
    #expect(folder.names == ["link"])
  }

  @Test func `the clock does not go back, and a wait lasts`() {
    let system = SystemCalls()
    let start = system.monotonicNanoseconds
    system.sleep(nanoseconds: 2_000_000)
    #expect(system.monotonicNanoseconds - start >= 2_000_000)
  }

  private func newFile(_ plan: FaultPlan) throws(FilesError) -> File {
    try File.open(
      folder.path("a"), .create(permissions: 0o600), system: SystemCalls(fault: plan))
  }
}
