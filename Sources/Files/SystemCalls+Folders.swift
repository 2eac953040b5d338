// The calls on paths, and the few that concern no file at all.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

extension SystemCalls {
  /// Gives a file a new name, replacing what has that name, in one step.
  ///
  /// The corresponding C function is `rename`.
  package func rename(_ path: String, to newPath: String) throws(SystemError) {
    try perform(.rename, newPath) { _ in Int(cRename(path, newPath)) }
  }

  /// Removes a file's name.
  ///
  /// The corresponding C function is `unlink`.
  package func unlink(_ path: String) throws(SystemError) {
    try perform(.unlink, path) { _ in Int(cUnlink(path)) }
  }

  /// Makes a folder. The permissions are those given, less the user's mask.
  ///
  /// The corresponding C function is `mkdir`.
  package func mkdir(_ path: String, permissions: UInt32) throws(SystemError) {
    try perform(.mkdir, path) { _ in Int(cMkdir(path, mode_t(permissions))) }
  }

  /// Sets the permissions of a file or folder.
  ///
  /// The corresponding C function is `chmod`.
  package func chmod(_ path: String, permissions: UInt32) throws(SystemError) {
    try perform(.chmod, path) { _ in Int(cChmod(path, mode_t(permissions))) }
  }

  /// Returns the facts about a path itself, following no link at its end.
  ///
  /// The corresponding C function is `lstat`.
  package func lstat(_ path: String) throws(SystemError) -> FileStatus {
    var raw = CStatus()
    try perform(.lstat, path) { _ in Int(cLstat(path, &raw)) }
    return FileStatus(raw)
  }

  /// Returns the facts about what a path leads to, through links.
  ///
  /// The corresponding C function is `stat`.
  package func stat(_ path: String) throws(SystemError) -> FileStatus {
    var raw = CStatus()
    try perform(.stat, path) { _ in Int(cStat(path, &raw)) }
    return FileStatus(raw)
  }

  /// Returns the names in a folder without `.` and `..`, in no order. A name that is not UTF-8 is
  /// shown with U+FFFD, and so is never taken for one of ours.
  ///
  /// The corresponding C functions are `opendir`, `readdir` and `closedir`.
  package func list(_ path: String) throws(SystemError) -> [String] {
    var opened: DirectoryStream?
    try perform(.opendir, path) { _ in
      opened = cOpendir(path)
      return opened == nil ? -1 : 0
    }
    guard let stream = opened else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    try perform(.readdir, path) { _ in
      rewinddir(stream)
      names.removeAll()
      while true {
        // The end and a failure look the same but for errno.
        errno = 0
        guard let entry = readdir(stream) else { return errno == 0 ? 0 : -1 }
        // Read where it lies: a record is cut after its name, and a copy would read on.
        let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
          field.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        }
        if name != "." && name != ".." { names.append(name) }
      }
    }
    return names
  }

  /// The number of this process.
  ///
  /// The corresponding C function is `getpid`.
  package var processIdentifier: Int32 {
    getpid()
  }

  /// Nanoseconds on a clock that nobody sets: good for waiting, and no time of day. It is not
  /// counted by a fault plan.
  ///
  /// The corresponding C function is `clock_gettime` with `CLOCK_MONOTONIC`.
  var monotonicNanoseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }

  /// Waits. A signal may end the wait early, which whoever polls does not mind.
  ///
  /// The corresponding C function is `nanosleep`.
  func sleep(nanoseconds: Int64) {
    var time = timespec()
    time.tv_sec = .init(nanoseconds / 1_000_000_000)
    time.tv_nsec = .init(nanoseconds % 1_000_000_000)
    nanosleep(&time, nil)
  }
}
