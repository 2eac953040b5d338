// Every system call of the product goes through a value of this type, so that a test can make any
// of them fail. Three things stand only here: the retry after a signal, the loop over short writes,
// and the question to the fault plan.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The system calls, as thin methods that throw what the kernel said.
package struct SystemCalls: Sendable {
  /// The calls by the names of their C functions: what a fault plan counts and an error names.
  package enum Call: String, Hashable, Sendable, CaseIterable {
    /// Opening and closing a file or folder.
    case open, close

    /// Moving bytes.
    case read, pread, write

    /// Making what was written durable: a file's content, and a folder's names.
    case fdatasync, fsync

    /// Changing a file or a name.
    case ftruncate, rename, unlink, mkdir, chmod

    /// Asking about a file, a name, and what a path leads to.
    case fstat, lstat, stat

    /// Listing a folder.
    case opendir, readdir

    /// Locking a folder, and letting go.
    case flock

    /// Running another program: a pipe and its flags, starting it, waiting for its pipes and for its
    /// end, and ending it.
    case pipe, fcntl, spawn, poll, waitpid, kill
  }

  /// An open file or folder: the kernel's number, and the path it was opened by for messages.
  package struct Descriptor: Hashable, Sendable {
    let number: Int32

    /// The path it was opened by.
    package let path: String
  }

  private let fault: FaultPlan?

  /// Creates the real calls, or with a plan, calls that fail as the plan says.
  package init(fault: FaultPlan? = nil) {
    self.fault = fault
  }

  /// Makes one call, again and again while signals interrupt it, and throws what the kernel says.
  ///
  /// The body is told how many bytes it may transfer: `count`, or less where a plan wants a short
  /// transfer. It returns a negative number with `errno` set, as C does.
  @discardableResult
  func perform(
    _ call: Call, _ path: String, count: Int = 0, _ body: (Int) -> Int
  ) throws(SystemError) -> Int {
    while true {
      var result = -1
      var code: Int32 = 0
      let outcome = fault?.next(call, path: path, count: count) ?? .proceed(count: count)
      switch outcome {
      case .proceed(let allowed):
        result = body(allowed)
        code = errno
      case .fail(let planned):
        // A close that reports a failure has closed all the same, and the kernel closes what a
        // dead process had open: only so is its lock free for the next one.
        if call == .close { _ = body(count) }
        code = planned
      case .transferThenFail(let allowed, let planned):
        _ = body(allowed)
        code = planned
      }
      if result >= 0 { return result }
      // After an interrupted close the number may already belong to somebody else.
      if code == EINTR && call != .close { continue }
      throw SystemError(call: call, path: path, code: code)
    }
  }

  /// Writes all bytes, in as many calls as the kernel wants.
  package func writeAll(_ descriptor: Descriptor, _ bytes: Span<UInt8>) throws(SystemError) {
    var written = 0
    while written < bytes.count {
      let count = try write(descriptor, bytes.extracting(written..<bytes.count))
      // POSIX allows no progress without an error; waiting for some would be a loop without end.
      guard count > 0 else {
        throw SystemError(call: .write, path: descriptor.path, code: EIO)
      }
      written += count
    }
  }
}
