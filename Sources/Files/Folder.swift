// A folder by its path: what is in it, and that its names are durable.

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A folder, named by a path. Creating the value touches nothing.
package struct Folder: Sendable {
  /// The path of the folder.
  package let path: String

  private let system: SystemCalls

  /// Names a folder.
  package init(_ path: String, system: SystemCalls) {
    self.path = path
    self.system = system
  }

  /// Returns the names of the entries, sorted by their bytes: the same order on every machine and in
  /// every language.
  package func names() throws(FilesError) -> [String] {
    let names = try FilesError.lifting { () throws(SystemError) in try system.list(path) }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Returns what an entry is, following no link, or nil when there is nothing of that name.
  package func kind(of name: String) throws(FilesError) -> EntryKind? {
    try Self.kind(atPath: Path.join(path, name), system: system)
  }

  /// Tells whether the folder is there: the path leads to a folder, perhaps through a link.
  package func exists() throws(FilesError) -> Bool {
    do throws(SystemError) {
      return try system.stat(path).kind == .directory
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw .system(error) }
      return false
    }
  }

  /// Makes the folder; it must not be there. The permissions are those given, less the user's mask.
  /// The new name is durable only after the folder around it is synced.
  package func create(permissions: UInt32) throws(FilesError) {
    try FilesError.lifting { () throws(SystemError) in
      try system.mkdir(path, permissions: permissions)
    }
  }

  /// Makes the names in the folder durable: which entries there are, not what they hold.
  package func sync() throws(FilesError) {
    try FilesError.lifting { () throws(SystemError) in
      let descriptor = try system.open(path, flags: O_RDONLY | O_DIRECTORY)
      defer { try? system.close(descriptor) }
      try system.fsync(descriptor)
    }
  }

  /// Returns what stands at a path, following no link, or nil when there is nothing.
  package static func kind(
    atPath path: String, system: SystemCalls
  ) throws(FilesError) -> EntryKind? {
    do throws(SystemError) {
      return try system.lstat(path).kind
    } catch {
      guard error.code == ENOENT || error.code == ENOTDIR else { throw .system(error) }
      return nil
    }
  }
}
