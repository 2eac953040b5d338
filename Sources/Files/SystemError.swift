// What a failed system call tells us: facts only. The sentence people read is made above.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A system call that failed: which one, on what, and the code the kernel gave.
package struct SystemError: Error, Hashable, Sendable {
  /// The call that failed.
  package let call: SystemCalls.Call

  /// The path the call was about. For a rename this is the new name.
  package let path: String

  /// The value of `errno`, or ``FaultPlan/deathCode`` where a test has ended the process.
  package let code: Int32

  /// Creates an error from its facts, so that a test can build the one it expects.
  package init(call: SystemCalls.Call, path: String, code: Int32) {
    self.call = call
    self.path = path
    self.code = code
  }

  /// The C library's words for the code, such as "No space left on device".
  ///
  /// The corresponding C function is `strerror_r`.
  package var message: String {
    if code == FaultPlan.deathCode { return "the process is dead (simulated)" }
    let capacity = 256
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: capacity) { buffer in
      guard let start = buffer.baseAddress else { return "error \(code)" }
      guard strerror_r(code, start, capacity) == 0 else { return "error \(code)" }
      return String(cString: start)
    }
  }
}

/// The codes that other rooms speak of: they cannot import the C library, and need not.
extension SystemError {
  /// `ENOENT`: there is nothing of that name.
  package static let notFound = ENOENT

  /// `EEXIST`: there is something of that name already.
  package static let alreadyExists = EEXIST

  /// `EACCES`: the permissions forbid it.
  package static let permissionDenied = EACCES

  /// `EROFS`: the file system may only be read.
  package static let readOnlyFileSystem = EROFS

  /// `ENOSPC`: the disk is full.
  package static let noSpace = ENOSPC

  /// `EDQUOT`: the owner's share of the disk is full.
  package static let quotaExceeded = EDQUOT

  /// `EIO`: the device failed.
  package static let inputOutput = EIO

  /// `EINTR`: a signal came; the call is made again, and nobody outside this room sees it.
  package static let interrupted = EINTR
}
