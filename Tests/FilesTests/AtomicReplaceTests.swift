import Foundation
import Testing

@testable import Files

struct AtomicReplaceTests {
  let folder = TemporaryFolder()

  private func replace(with text: String, _ plan: FaultPlan? = nil) throws(FilesError) {
    try AtomicReplace.write(
      Array(text.utf8), to: folder.path("a"), permissions: 0o600,
      system: SystemCalls(fault: plan))
  }

  @Test func `a new file has the content and the permissions, and nothing else is left`() throws {
    try replace(with: "new")
    #expect(folder.text(of: "a") == "new")
    #expect(folder.names == ["a"])
    #expect(try SystemCalls().lstat(folder.path("a")).permissions == 0o600)
  }

  @Test func `an old file is replaced, whatever its permissions were`() throws {
    folder.put("old and longer", in: "a")
    chmod(folder.path("a"), 0o444)
    try replace(with: "new")
    #expect(folder.text(of: "a") == "new")
    #expect(try SystemCalls().lstat(folder.path("a")).permissions == 0o600)
  }

  @Test func `whoever has the old file open goes on reading the old content`() throws {
    folder.put("old", in: "a")
    let reader = try File.open(folder.path("a"), .read, system: SystemCalls())
    try replace(with: "new")
    let bytes = try reader.readAll()
    #expect(bytes == Array("old".utf8))
  }

  @Test func `written, synced, renamed, folder synced, in this order`() throws {
    let plan = FaultPlan()
    try replace(with: "new", plan)
    #expect(
      plan.calls.map(\.call) == [
        .lstat, .open, .write, .fdatasync, .close, .rename, .open, .fsync, .close,
      ])
    let temporary = Path.name(of: plan.calls[1].path)
    #expect(AtomicReplace.isTemporary(temporary))
    #expect(plan.calls[2...4].map(\.path) == Array(repeating: folder.path(temporary), count: 3))
    #expect(plan.calls[5].path == folder.path("a"))
    #expect(plan.calls[6...].map(\.path) == Array(repeating: folder.path, count: 3))
  }

  /// The kinds of fault, each tried at every call.
  private static let faults: [FaultPlan.Fault] = [
    .fail(SystemError.inputOutput), .fail(SystemError.noSpace),
    .short(then: SystemError.noSpace),
  ]

  @Test(arguments: faults, [false, true])
  func `a failure anywhere leaves old or new, and no temporary file`(
    fault: FaultPlan.Fault, hasOld: Bool
  ) {
    for position in 1... {
      unlink(folder.path("a"))
      if hasOld { folder.put("old", in: "a") }
      let plan = FaultPlan(fault, at: position)
      let error = failure { () throws(FilesError) in try replace(with: "new", plan) }
      let renamed = plan.calls.contains { $0.call == .fsync }
      let found = folder.text(of: "a")
      if error == nil || renamed {
        #expect(found == "new", "position \(position)")
      } else if found != "new" {
        #expect(found == (hasOld ? "old" : nil), "position \(position)")
      }
      #expect(folder.names.filter { $0 != "a" } == [], "position \(position)")
      // A close that fails has lost nothing; every other failure is told.
      let closing = plan.calls.count >= position && plan.calls[position - 1].call == .close
      if plan.hasFired && fault == Self.faults[0] && !closing {
        #expect(error?.system?.code == SystemError.inputOutput, "position \(position)")
      }
      if !plan.hasFired { break }
    }
  }

  @Test(arguments: [FaultPlan.Fault.die, .dieHalfway], [false, true])
  func `death anywhere leaves old or new whole, and the next one succeeds`(
    fault: FaultPlan.Fault, hasOld: Bool
  ) throws {
    for position in 1... {
      for name in folder.names { unlink(folder.path(name)) }
      if hasOld { folder.put("old", in: "a") }
      let plan = FaultPlan(fault, at: position)
      _ = failure { () throws(FilesError) in try replace(with: "new", plan) }
      let found = folder.text(of: "a")
      #expect(found == "new" || found == (hasOld ? "old" : nil), "position \(position)")
      let leftovers = folder.names.filter { $0 != "a" }
      #expect(leftovers.count <= 1)
      #expect(leftovers.allSatisfy(AtomicReplace.isTemporary))

      try replace(with: "newer")
      #expect(folder.text(of: "a") == "newer")
      #expect(folder.names.filter { $0 != "a" } == leftovers, "others' files are not touched")
      if !plan.hasFired { break }
    }
  }

  @Test func `a link, a folder or a pipe is not replaced`() throws {
    for kind in [EntryKind.symlink, .directory, .fifo] {
      let path = folder.path("a")
      switch kind {
      case .symlink: symlink("elsewhere", path)
      case .directory: mkdir(path, 0o700)
      default: mkfifo(path, 0o600)
      }
      let error = failure { () throws(FilesError) in try replace(with: "new") }
      #expect(error == .notRegularFile(path: path, found: kind))
      #expect(folder.names == ["a"])
      try FileManager.default.removeItem(atPath: path)
    }
  }

  @Test func `a bare name is written in the current folder`() {
    #expect(Path.folder(of: "a") == ".")
    #expect(Path.folder(of: "/a") == "/")
    #expect(Path.folder(of: "x/y/a") == "x/y")
    #expect(Path.name(of: "x/y/a") == "a")
    #expect(Path.name(of: "a") == "a")
    #expect(Path.join("x", "a") == "x/a")
    #expect(Path.join("x/", "a") == "x/a")
    #expect(Path.join("/", "a") == "/a")
    #expect(Path.join("", "a") == "a")
  }
}
