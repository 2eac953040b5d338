// The C functions under names of their own. Inside SystemCalls the name `open` is the method; here,
// outside of it, it is the C function. The differences between the platforms end in this file.

#if canImport(Darwin)
  import Darwin

  typealias DirectoryStream = UnsafeMutablePointer<DIR>
#else
  import Glibc

  typealias DirectoryStream = OpaquePointer
#endif

typealias CStatus = stat

func cOpen(_ path: String, _ flags: Int32, _ mode: mode_t) -> Int32 { open(path, flags, mode) }

func cClose(_ number: Int32) -> Int32 { close(number) }

func cRead(_ number: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(number, buffer, count)
}

func cPread(
  _ number: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int, _ offset: off_t
) -> Int {
  pread(number, buffer, count, offset)
}

func cWrite(_ number: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
  write(number, buffer, count)
}

func cSyncData(_ number: Int32) -> Int32 {
  #if canImport(Darwin)
    fcntl(number, F_FULLFSYNC)
  #else
    fdatasync(number)
  #endif
}

func cSyncAll(_ number: Int32) -> Int32 {
  #if canImport(Darwin)
    fcntl(number, F_FULLFSYNC)
  #else
    fsync(number)
  #endif
}

func cTruncate(_ number: Int32, _ size: off_t) -> Int32 { ftruncate(number, size) }

func cFstat(_ number: Int32, _ status: inout CStatus) -> Int32 { fstat(number, &status) }

func cLstat(_ path: String, _ status: inout CStatus) -> Int32 { lstat(path, &status) }

func cStat(_ path: String, _ status: inout CStatus) -> Int32 { stat(path, &status) }

func cFlock(_ number: Int32, _ operation: Int32) -> Int32 { flock(number, operation) }

func cRename(_ path: String, _ newPath: String) -> Int32 { rename(path, newPath) }

func cUnlink(_ path: String) -> Int32 { unlink(path) }

func cMkdir(_ path: String, _ mode: mode_t) -> Int32 { mkdir(path, mode) }

func cChmod(_ path: String, _ mode: mode_t) -> Int32 { chmod(path, mode) }

func cOpendir(_ path: String) -> DirectoryStream? { opendir(path) }
