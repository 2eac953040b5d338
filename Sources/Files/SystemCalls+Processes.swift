// The calls that run another program. What they are for stands in ChildProcess.swift. The path of
// each is the program's, so an error says which one it was about.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SystemCalls {
  /// Makes a pipe, and returns the end that is read and the end that is written. No child inherits
  /// either: one that shall have an end gets a copy.
  ///
  /// The corresponding C functions are `pipe`, and `fcntl` with `FD_CLOEXEC`.
  func pipe(for path: String) throws(SystemError) -> (reading: Descriptor, writing: Descriptor) {
    var ends: (reading: Int32, writing: Int32) = (-1, -1)
    try perform(.pipe, path) { _ in Int(cPipe(&ends)) }
    return (
      Descriptor(number: ends.reading, path: path), Descriptor(number: ends.writing, path: path)
    )
  }

  /// Makes writing to a full pipe return at once, with `EAGAIN`, instead of waiting for a reader.
  ///
  /// The corresponding C function is `fcntl` with `F_SETFL` and `O_NONBLOCK`.
  func setNonblocking(_ descriptor: Descriptor) throws(SystemError) {
    try perform(.fcntl, descriptor.path) { _ in Int(cSetNonblocking(descriptor.number)) }
  }

  /// Writes some of the bytes to a pipe, and returns how many. That nobody reads any more is an
  /// error, `EPIPE`, and not the end of this process by `SIGPIPE`.
  ///
  /// The corresponding C function is `write`.
  func writeToPipe(_ descriptor: Descriptor, _ bytes: Span<UInt8>) throws(SystemError) -> Int {
    try perform(.write, descriptor.path, count: bytes.count) { count in
      bytes.withUnsafeBytes { cWriteToPipe(descriptor.number, $0.baseAddress, count) }
    }
  }

  /// Starts a program and returns the number of its process.
  ///
  /// The corresponding C function is `posix_spawn`.
  func spawn(_ program: SpawnedProgram) throws(SystemError) -> Int32 {
    var process: Int32 = -1
    try perform(.spawn, program.path) { _ in
      errno = program.start(&process)
      return errno == 0 ? 0 : -1
    }
    return process
  }

  /// Waits until something can be done with one of the descriptors, or nothing ever again, and
  /// returns whether that is so for each.
  ///
  /// The corresponding C function is `poll` without a time limit.
  func poll(
    reading: [Descriptor], writing: [Descriptor], for path: String
  ) throws(SystemError) -> (reading: [Bool], writing: [Bool]) {
    var waits = reading.map { pollfd(fd: $0.number, events: Int16(POLLIN), revents: 0) }
    waits += writing.map { pollfd(fd: $0.number, events: Int16(POLLOUT), revents: 0) }
    try perform(.poll, path) { _ in Int(cPoll(&waits)) }
    let isReady = waits.map { $0.revents != 0 }
    return (Array(isReady[..<reading.count]), Array(isReady[reading.count...]))
  }

  /// Waits for a child to end, takes it out of the kernel's table, and returns the status as the
  /// kernel codes it. Told not to wait, it fails with `EAGAIN` for a child that still runs.
  ///
  /// The corresponding C function is `waitpid`.
  func waitForChild(
    _ process: Int32, for path: String, waits: Bool = true
  ) throws(SystemError) -> Int32 {
    var status: Int32 = 0
    let ended = try perform(.waitpid, path) { _ in
      Int(cWaitForChild(process, &status, waits ? 0 : WNOHANG))
    }
    guard ended != 0 else { throw SystemError(call: .waitpid, path: path, code: EAGAIN) }
    return status
  }

  /// Ends a child at once, whatever it is doing.
  ///
  /// The corresponding C function is `kill` with `SIGKILL`.
  func killChild(_ process: Int32, for path: String) throws(SystemError) {
    try perform(.kill, path) { _ in Int(cKill(process, SIGKILL)) }
  }
}
