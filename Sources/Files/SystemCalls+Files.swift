// The calls on open files.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SystemCalls {
  /// Opens a path. `O_CLOEXEC` is always added: no child process inherits a ledger.
  ///
  /// The corresponding C function is `open`.
  func open(
    _ path: String, flags: Int32, permissions: UInt32 = 0
  ) throws(SystemError) -> Descriptor {
    let number = try perform(.open, path) { _ in
      Int(cOpen(path, flags | O_CLOEXEC, mode_t(permissions)))
    }
    return Descriptor(number: Int32(number), path: path)
  }

  /// Closes a file or folder. The descriptor is gone also when this throws.
  ///
  /// The corresponding C function is `close`.
  package func close(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.close, descriptor.path) { _ in Int(cClose(descriptor.number)) }
  }

  /// Reads at most as many bytes as the buffer holds, and returns how many; 0 is the end.
  ///
  /// The corresponding C function is `read`.
  func read(
    _ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    try perform(.read, descriptor.path, count: buffer.count) { count in
      cRead(descriptor.number, buffer.baseAddress, count)
    }
  }

  /// Reads from a position, leaving the file's own position where it is.
  ///
  /// The corresponding C function is `pread`.
  func pread(
    _ descriptor: Descriptor, into buffer: UnsafeMutableRawBufferPointer, at offset: Int
  ) throws(SystemError) -> Int {
    try perform(.pread, descriptor.path, count: buffer.count) { count in
      cPread(descriptor.number, buffer.baseAddress, count, off_t(offset))
    }
  }

  /// Writes some of the bytes, and returns how many. ``writeAll(_:_:)`` writes all.
  ///
  /// The corresponding C function is `write`.
  func write(_ descriptor: Descriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int {
    try perform(.write, descriptor.path, count: bytes.count) { count in
      bytes.withUnsafeBytes { cWrite(descriptor.number, $0.baseAddress, count) }
    }
  }

  /// Makes a file's content durable.
  ///
  /// The corresponding C function is `fdatasync`; on Darwin `fcntl` with `F_FULLFSYNC`, because
  /// `fsync` leaves the bytes in the drive's own memory there.
  package func fdatasync(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.fdatasync, descriptor.path) { _ in Int(cSyncData(descriptor.number)) }
  }

  /// Makes a file or the names in a folder durable.
  ///
  /// The corresponding C function is `fsync`; on Darwin `fcntl` with `F_FULLFSYNC`.
  package func fsync(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.fsync, descriptor.path) { _ in Int(cSyncAll(descriptor.number)) }
  }

  /// Cuts a file, or lengthens it with zeros.
  ///
  /// The corresponding C function is `ftruncate`.
  package func ftruncate(_ descriptor: Descriptor, to size: Int) throws(SystemError) {
    try perform(.ftruncate, descriptor.path) { _ in
      Int(cTruncate(descriptor.number, off_t(size)))
    }
  }

  /// Returns the facts about an open file or folder.
  ///
  /// The corresponding C function is `fstat`.
  package func fstat(_ descriptor: Descriptor) throws(SystemError) -> FileStatus {
    var raw = CStatus()
    try perform(.fstat, descriptor.path) { _ in Int(cFstat(descriptor.number, &raw)) }
    return FileStatus(raw)
  }

  /// What to do about a lock.
  enum LockOperation: Sendable {
    case exclusive, shared, release
  }

  /// Takes or releases the lock of an open folder without waiting; returns false when another open
  /// description holds it.
  ///
  /// The corresponding C function is `flock`.
  func flock(_ descriptor: Descriptor, _ operation: LockOperation) throws(SystemError) -> Bool {
    let flags =
      switch operation {
      case .exclusive: LOCK_EX | LOCK_NB
      case .shared: LOCK_SH | LOCK_NB
      case .release: LOCK_UN
      }
    do throws(SystemError) {
      try perform(.flock, descriptor.path) { _ in Int(cFlock(descriptor.number, flags)) }
      return true
    } catch {
      guard error.code == EWOULDBLOCK else { throw error }
      return false
    }
  }
}
