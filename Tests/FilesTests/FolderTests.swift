import Foundation
import Testing

@testable import Files

struct FolderTests {
  let folder = TemporaryFolder()
  let system = SystemCalls()

  @Test func `names are sorted by their bytes, hidden ones too`() throws {
    for name in ["b", "a", "å", "Z", "10", "9", ".x", "aa"] { folder.put("", in: name) }
    let names = try Folder(folder.path, system: system).names()
    #expect(names == [".x", "10", "9", "Z", "a", "aa", "b", "å"])
  }

  @Test func `an empty folder has no names`() throws {
    #expect(try Folder(folder.path, system: system).names() == [])
  }

  @Test func `many names are all listed`() throws {
    for number in 0..<500 { folder.put("", in: "entry-with-a-long-name-\(number)") }
    #expect(try Folder(folder.path, system: system).names().count == 500)
  }

  @Test func `a listing that is interrupted lists every name once`() throws {
    folder.put("", in: "a")
    for call in [SystemCalls.Call.opendir, .readdir] {
      let plan = FaultPlan(.fail(SystemError.interrupted), at: 1, of: call)
      #expect(try Folder(folder.path, system: SystemCalls(fault: plan)).names() == ["a"])
      #expect(plan.hasFired)
    }
  }

  @Test func `a folder that is not there cannot be listed`() {
    let path = folder.path("nothing")
    let error = failure { () throws(FilesError) in _ = try Folder(path, system: system).names() }
    #expect(error == .system(.init(call: .opendir, path: path, code: SystemError.notFound)))
  }

  @Test func `a folder is made once, with its permissions`() throws {
    let new = Folder(folder.path("new"), system: system)
    #expect(try !new.exists())
    try new.create(permissions: 0o700)
    #expect(try new.exists())
    #expect(try system.lstat(new.path).permissions == 0o700)
    let again = failure { () throws(FilesError) in try new.create(permissions: 0o700) }
    #expect(again?.system?.code == SystemError.alreadyExists)
  }

  @Test func `a file is no folder, a link to a folder is one`() throws {
    folder.put("", in: "file")
    symlink(folder.path, folder.path("link"))
    #expect(try !Folder(folder.path("file"), system: system).exists())
    #expect(try !Folder(folder.path("file/below"), system: system).exists())
    #expect(try Folder(folder.path("link"), system: system).exists())
  }

  @Test func `an entry is what it is, and a link is a link`() throws {
    folder.put("", in: "file")
    mkdir(folder.path("directory"), 0o700)
    symlink("file", folder.path("symlink"))
    mkfifo(folder.path("fifo"), 0o600)
    let subject = Folder(folder.path, system: system)
    for kind in [EntryKind.file, .directory, .symlink, .fifo] {
      #expect(try subject.kind(of: kind.rawValue) == kind)
    }
    #expect(try subject.kind(of: "nothing") == nil)
    #expect(try subject.kind(of: "file/below") == nil)
  }

  @Test func `an unreadable answer is not taken for nothing`() {
    let failing = SystemCalls(fault: FaultPlan(.fail(SystemError.inputOutput), at: 1))
    let error = failure { () throws(FilesError) in
      _ = try Folder(folder.path, system: failing).kind(of: "a")
    }
    #expect(error?.system?.code == SystemError.inputOutput)
    let other = SystemCalls(fault: FaultPlan(.fail(SystemError.inputOutput), at: 1))
    let existence = failure { () throws(FilesError) in
      _ = try Folder(folder.path, system: other).exists()
    }
    #expect(existence?.system?.code == SystemError.inputOutput)
  }

  @Test func `syncing opens, syncs and closes the folder`() throws {
    let plan = FaultPlan()
    try Folder(folder.path, system: SystemCalls(fault: plan)).sync()
    #expect(plan.calls.map(\.call) == [.open, .fsync, .close])
    let failing = FaultPlan(.fail(SystemError.inputOutput), at: 1, of: .fsync)
    let error = failure { () throws(FilesError) in
      try Folder(folder.path, system: SystemCalls(fault: failing)).sync()
    }
    #expect(error?.system?.call == .fsync)
    #expect(failing.calls.map(\.call) == [.open, .fsync, .close])
  }
}
