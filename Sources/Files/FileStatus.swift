// What the kernel says of an entry of a folder.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What an entry of a folder is.
package enum EntryKind: String, Hashable, Sendable {
  /// A regular file.
  case file

  /// A directory.
  case directory

  /// A symbolic link, wherever it leads.
  case symlink

  /// A named pipe: opening one may wait for ever.
  case fifo

  /// A socket.
  case socket

  /// A device, or something newer than this list.
  case other
}

/// The facts about a file or folder that this product asks for.
package struct FileStatus: Hashable, Sendable {
  /// What it is.
  package let kind: EntryKind

  /// The number of bytes.
  package let size: Int

  /// The permission bits, as `chmod` takes them.
  package let permissions: UInt32

  /// The number of the entry, unique in its file system.
  package let inode: UInt64

  /// The number of the file system.
  package let device: UInt64

  init(_ raw: CStatus) {
    kind =
      switch raw.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .symlink
      case S_IFIFO: .fifo
      case S_IFSOCK: .socket
      default: .other
      }
    size = Int(raw.st_size)
    permissions = UInt32(raw.st_mode & ~S_IFMT)
    inode = UInt64(raw.st_ino)
    device = UInt64(truncatingIfNeeded: raw.st_dev)
  }

  /// Tells whether two statuses are of the same entry, however it was reached.
  package func isSameEntry(as other: FileStatus) -> Bool {
    inode == other.inode && device == other.device
  }
}
