// Everything that can go wrong in this room above the single call.

/// Why a file, a folder or a lock was not to be had.
package enum FilesError: Error, Hashable, Sendable {
  /// A system call failed.
  case system(SystemError)

  /// Something other than a regular file stands where one is wanted.
  case notRegularFile(path: String, found: EntryKind)

  /// Somebody else holds the lock: the process of this number, where the kernel tells.
  case busy(holder: Int32?)

  /// Runs system calls and gives their failures as errors of this room.
  static func lifting<Result: ~Copyable>(
    _ calls: () throws(SystemError) -> Result
  ) throws(FilesError) -> Result {
    do {
      return try calls()
    } catch {
      throw .system(error)
    }
  }
}

extension FilesError {
  /// The failed system call, if it was one.
  package var system: SystemError? {
    if case .system(let error) = self { error } else { nil }
  }
}
