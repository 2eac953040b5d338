// The writer's lock of a folder. The folder itself is locked, by flock on an open description of it:
// there is no lock file, the kernel lets go when the process ends however it ends, and nothing is
// left behind for anybody to judge stale.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A lock on a folder, held until the value ends.
package struct FileLock: ~Copyable {
  /// Who may hold it at the same time.
  package enum Kind: Hashable, Sendable {
    /// Nobody else.
    case exclusive

    /// Others who share it.
    case shared
  }

  /// The time between two tries. Short beside what a person notices, long beside a system call.
  private static let pollNanoseconds: Int64 = 20_000_000

  private let descriptor: SystemCalls.Descriptor
  private let system: SystemCalls

  private init(_ descriptor: SystemCalls.Descriptor, _ system: SystemCalls) {
    self.descriptor = descriptor
    self.system = system
  }

  deinit {
    // Let go before closing: a child that was just being started may still share the description.
    _ = try? system.flock(descriptor, .release)
    try? system.close(descriptor)
  }

  /// Locks a folder, waiting at most a number of seconds for somebody else to let go.
  ///
  /// Zero seconds means one try. Throws ``FilesError/busy(holder:)`` when the time is over, with the
  /// holder's process number where the kernel tells. Two locks in one process exclude each other like
  /// two processes. Other processes are asked, not forced: only whoever takes the lock obeys it.
  package static func acquire(
    _ kind: Kind, onFolder path: String, waitingSeconds: Double, system: SystemCalls
  ) throws(FilesError) -> FileLock {
    let deadline =
      system.monotonicNanoseconds + Int64(min(max(waitingSeconds, 0), 86_400) * 1_000_000_000)
    while true {
      var holder: Int32?
      if let lock = try attempt(kind, path, &holder, system) { return lock }
      let left = deadline - system.monotonicNanoseconds
      guard left > 0 else { throw .busy(holder: holder) }
      system.sleep(nanoseconds: min(left, pollNanoseconds))
    }
  }

  /// Tries once. Without success it tells who holds the lock.
  private static func attempt(
    _ kind: Kind, _ path: String, _ holder: inout Int32?, _ system: SystemCalls
  ) throws(FilesError) -> FileLock? {
    do throws(SystemError) {
      let lock = FileLock(try system.open(path, flags: O_RDONLY | O_DIRECTORY), system)
      let locked = try system.fstat(lock.descriptor)
      guard try system.flock(lock.descriptor, kind == .exclusive ? .exclusive : .shared) else {
        holder = LockHolder.find(of: locked, system: system)
        return nil
      }
      // While we waited, the folder may have been moved away and another put in its place: a lock on
      // what no longer has the name protects nothing.
      guard locked.isSameEntry(as: try system.stat(path)) else { return nil }
      return lock
    } catch {
      throw .system(error)
    }
  }
}
