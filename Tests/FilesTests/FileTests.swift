import Foundation
import Testing

@testable import Files

struct FileTests {
  let folder = TemporaryFolder()
  let system = SystemCalls()

  @Test func `a new file takes appends and gives them back`() throws {
    let file = try File.open(folder.path("a"), .create(permissions: 0o600), system: system)
    try file.append(Array("one\n".utf8))
    try file.append(Array("two\n".utf8))
    try file.sync()
    let bytes = try file.readAll()
    let status = try file.status()
    #expect(bytes == Array("one\ntwo\n".utf8))
    #expect(status.size == 8)
    #expect(status.permissions == 0o600)
    #expect(status.kind == .file)
    #expect(folder.text(of: "a") == "one\ntwo\n")
  }

  @Test func `a new file does not take the place of an old one`() {
    folder.put("old", in: "a")
    let path = folder.path("a")
    let error = failure { () throws(FilesError) in
      _ = try File.open(path, .create(permissions: 0o600), system: system)
    }
    #expect(error == .system(.init(call: .open, path: path, code: SystemError.alreadyExists)))
    #expect(folder.text(of: "a") == "old")
  }

  @Test func `appending goes on at the end, also when somebody else appended`() throws {
    folder.put("one ", in: "a")
    let file = try File.open(folder.path("a"), .append, system: system)
    let other = try File.open(folder.path("a"), .append, system: system)
    try other.append(Array("two ".utf8))
    try file.append(Array("three".utf8))
    #expect(folder.text(of: "a") == "one two three")
  }

  @Test func `a file opened for reading cannot be written`() throws {
    folder.put("old", in: "a")
    let file = try File.open(folder.path("a"), .read, system: system)
    let error = failure { () throws(FilesError) in try file.append([1]) }
    #expect(error == .system(.init(call: .write, path: folder.path("a"), code: EBADF)))
  }

  @Test func `cutting leaves the beginning, and appends follow it`() throws {
    folder.put("whole torn", in: "a")
    let file = try File.open(folder.path("a"), .append, system: system)
    try file.truncate(to: 6)
    try file.append(Array("again".utf8))
    #expect(folder.text(of: "a") == "whole again")
  }

  @Test func `reading in chunks gives all bytes once`() throws {
    let content = (0..<1000).map { UInt8($0 % 251) }
    let writer = try File.open(folder.path("a"), .create(permissions: 0o600), system: system)
    try writer.append(content)
    for size in [1, 7, 999, 1000, 1001] {
      let file = try File.open(folder.path("a"), .read, system: system)
      var buffer = [UInt8](repeating: 0, count: size)
      var found: [UInt8] = []
      while true {
        let count = try file.read(into: &buffer)
        if count == 0 { break }
        found += buffer[..<count]
      }
      #expect(found == content, "chunks of \(size)")
    }
  }

  @Test func `a chunk goes behind what is kept in the buffer`() throws {
    folder.put("cdef", in: "a")
    let file = try File.open(folder.path("a"), .read, system: system)
    var buffer = Array("ab......".utf8)
    let count = try file.read(into: &buffer, from: 2)
    #expect(count == 4)
    #expect(buffer == Array("abcdef..".utf8))
  }

  @Test func `reading at a position does not move the other reads`() throws {
    folder.put("0123456789", in: "a")
    let file = try File.open(folder.path("a"), .read, system: system)
    var buffer = [UInt8](repeating: 0, count: 4)
    let middle = try file.read(into: &buffer, at: 8)
    #expect(middle == 2)
    #expect(buffer[..<2] == [UInt8(ascii: "8"), UInt8(ascii: "9")])
    let first = try file.read(into: &buffer)
    #expect(first == 4)
    #expect(buffer == Array("0123".utf8))
    let all = try file.readAll()
    #expect(all == Array("0123456789".utf8))
  }

  @Test func `an empty file and one that tells no size are read whole`() throws {
    folder.put("", in: "a")
    let empty = try File.open(folder.path("a"), .read, system: system)
    let nothing = try empty.readAll()
    #expect(nothing.isEmpty)
    #if os(Linux)
      let status = try File.open("/proc/self/status", .read, system: system)
      let bytes = try status.readAll()
      #expect(String(decoding: bytes, as: UTF8.self).contains("Pid:"))
    #endif
  }

  @Test func `a file is closed when the value ends`() throws {
    let plan = FaultPlan()
    let counted = SystemCalls(fault: plan)
    folder.put("x", in: "a")
    do {
      let file = try File.open(folder.path("a"), .read, system: counted)
      _ = try file.status()
      #expect(plan.calls.map(\.call) == [.open, .fstat, .fstat])
    }
    #expect(plan.calls.map(\.call) == [.open, .fstat, .fstat, .close])
    #expect(plan.calls.map(\.path) == Array(repeating: folder.path("a"), count: 4))
  }

  @Test func `no child inherits an open file`() throws {
    let file = try system.open(folder.path, flags: O_RDONLY)
    defer { try? system.close(file) }
    #expect(fcntl(file.number, F_GETFD) & FD_CLOEXEC != 0)
  }

  @Test(arguments: [File.Mode.read, .append])
  func `what is no regular file is refused by name`(mode: File.Mode) throws {
    folder.put("x", in: "file")
    mkdir(folder.path("directory"), 0o700)
    mkfifo(folder.path("fifo"), 0o600)
    symlink("file", folder.path("symlink"))
    symlink("nowhere", folder.path("dangling"))
    makeSocket(folder.path("socket"))
    for (name, kind) in [
      ("directory", EntryKind.directory), ("fifo", .fifo), ("symlink", .symlink),
      ("dangling", .symlink), ("socket", .socket),
    ] {
      let path = folder.path(name)
      let error = failure { () throws(FilesError) in
        _ = try File.open(path, mode, system: system)
      }
      #expect(error == .notRegularFile(path: path, found: kind))
    }
    let device = failure { () throws(FilesError) in
      _ = try File.open("/dev/null", mode, system: system)
    }
    #expect(device == .notRegularFile(path: "/dev/null", found: .other))
  }

  @Test func `what is not there is named`() {
    let path = folder.path("nothing")
    for mode in [File.Mode.read, .append] {
      let error = failure { () throws(FilesError) in
        _ = try File.open(path, mode, system: system)
      }
      #expect(error == .system(.init(call: .open, path: path, code: SystemError.notFound)))
      #expect(error?.system?.message == "No such file or directory")
    }
  }

  private func makeSocket(_ path: String) {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
    #if canImport(Darwin)
      let number = socket(AF_UNIX, SOCK_STREAM, 0)
    #else
      let number = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    withUnsafePointer(to: address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        _ = bind(number, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    close(number)
  }
}
