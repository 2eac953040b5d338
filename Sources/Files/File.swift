// One open regular file. Whoever reads or appends the ledger holds one of these; there is no other
// way to the bytes.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// An open regular file, closed when the value ends.
///
/// It cannot be copied, so it is closed exactly once and by nobody else.
package struct File: ~Copyable {
  /// What the file is opened for.
  package enum Mode: Hashable, Sendable {
    /// Reading a file that is there.
    case read

    /// Reading, cutting, and writing at the end of a file that is there.
    case append

    /// Making a file that must not be there, to append to it. The permissions are those given, less
    /// the user's mask. The new name is durable only after the folder is synced.
    case create(permissions: UInt32)
  }

  private let descriptor: SystemCalls.Descriptor
  private let system: SystemCalls

  private init(_ descriptor: SystemCalls.Descriptor, _ system: SystemCalls) {
    self.descriptor = descriptor
    self.system = system
  }

  deinit {
    // Nothing is lost with this error: what had to be durable was synced, and sync threw.
    try? system.close(descriptor)
  }

  /// Opens a regular file, and nothing else.
  ///
  /// A folder, a pipe, a socket, a device and a symbolic link at the end of the path are refused by
  /// name, and without waiting for anybody at the other end of a pipe.
  package static func open(
    _ path: String, _ mode: Mode, system: SystemCalls
  ) throws(FilesError) -> File {
    // Without O_NONBLOCK a pipe would keep us waiting; for a regular file it means nothing.
    let common = O_NOFOLLOW | O_NONBLOCK | O_NOCTTY
    let descriptor: SystemCalls.Descriptor
    do throws(SystemError) {
      descriptor =
        switch mode {
        case .read:
          try system.open(path, flags: common | O_RDONLY)
        case .append:
          try system.open(path, flags: common | O_RDWR | O_APPEND)
        case .create(let permissions):
          try system.open(
            path, flags: common | O_RDWR | O_APPEND | O_CREAT | O_EXCL, permissions: permissions)
        }
    } catch {
      throw reason(for: error, mode, system)
    }
    let file = File(descriptor, system)
    // What we just made is a regular file; asking could only fail, and leave it behind.
    if case .create = mode { return file }
    let kind = try file.status().kind
    guard kind == .file else { throw .notRegularFile(path: path, found: kind) }
    return file
  }

  /// Turns the kernel's many words for "that is no file" (`ELOOP`, `ENXIO`, `EISDIR`) into one.
  private static func reason(
    for error: SystemError, _ mode: Mode, _ system: SystemCalls
  ) -> FilesError {
    // What is there does not matter to whoever wanted nothing to be there.
    if case .create = mode { return .system(error) }
    guard let kind = try? system.lstat(error.path).kind, kind != .file else {
      return .system(error)
    }
    return .notRegularFile(path: error.path, found: kind)
  }

  /// The path it was opened by.
  package var path: String { descriptor.path }

  /// Returns the facts about the file as it is now.
  package func status() throws(FilesError) -> FileStatus {
    try FilesError.lifting { () throws(SystemError) in try system.fstat(descriptor) }
  }

  /// Returns all bytes from the first, wherever earlier reads have come to.
  package func readAll() throws(FilesError) -> [UInt8] {
    // One more than the size: the read that finds the end then needs no larger buffer.
    var bytes = [UInt8](repeating: 0, count: try status().size + 1)
    var count = 0
    while true {
      let added = try read(into: &bytes, from: count, at: count)
      count += added
      if count < bytes.count { break }
      // The file grew while it was read, or is one of those in /proc that tell no size.
      bytes.append(contentsOf: repeatElement(0, count: max(4096, bytes.count)))
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  /// Reads on from where the last such read ended, into a part of a buffer, and returns the number
  /// of bytes. The part is filled unless the file ends; 0 is the end.
  package func read(
    into buffer: inout [UInt8], from start: Int = 0
  ) throws(FilesError) -> Int {
    try fill(&buffer, from: start) { (part, _) throws(SystemError) in
      try system.read(descriptor, into: part)
    }
  }

  /// Reads from a position in the file into a part of a buffer, and returns the number of bytes. The
  /// part is filled unless the file ends.
  package func read(
    into buffer: inout [UInt8], from start: Int = 0, at offset: Int
  ) throws(FilesError) -> Int {
    try fill(&buffer, from: start) { (part, done) throws(SystemError) in
      try system.pread(descriptor, into: part, at: offset + done)
    }
  }

  /// Reads until a part of a buffer is full or the file ends: a read may return less than asked.
  private func fill(
    _ buffer: inout [UInt8], from start: Int,
    _ readSome: (UnsafeMutableRawBufferPointer, Int) throws(SystemError) -> Int
  ) throws(FilesError) -> Int {
    precondition(start <= buffer.count, "the part begins beyond the buffer")
    var done = 0
    while start + done < buffer.count {
      let count = try FilesError.lifting { () throws(SystemError) in
        try buffer.withUnsafeMutableBufferPointer { (all) throws(SystemError) in
          let part = UnsafeMutableBufferPointer(rebasing: all[(start + done)...])
          return try readSome(UnsafeMutableRawBufferPointer(part), done)
        }
      }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Writes all bytes at the end of the file. They are durable only after ``sync()``.
  ///
  /// When this throws, any number of the bytes may have been written.
  package func append(_ bytes: Span<UInt8>) throws(FilesError) {
    do throws(SystemError) {
      try system.writeAll(descriptor, bytes)
    } catch {
      throw .system(error)
    }
  }

  /// Writes all bytes at the end of the file. They are durable only after ``sync()``.
  package func append(_ bytes: [UInt8]) throws(FilesError) {
    try append(bytes.span)
  }

  /// Makes the content durable, so that it outlives a power cut.
  ///
  /// After a failure nothing is known of what was written since the last success; asking again
  /// proves nothing, because the kernel may have forgotten the pages it could not write.
  package func sync() throws(FilesError) {
    try FilesError.lifting { () throws(SystemError) in try system.fdatasync(descriptor) }
  }

  /// Cuts the file to a size.
  package func truncate(to size: Int) throws(FilesError) {
    try FilesError.lifting { () throws(SystemError) in
      try system.ftruncate(descriptor, to: size)
    }
  }
}
