// A small file that is either the old one or the new one, whatever happens in between:
//
//     write TEMP in the same folder → sync TEMP → rename TEMP to the name → sync the folder
//
// Before the rename the old content stands, after it the new one. The file is synced before the
// rename, or a power cut could leave the name on an empty file.

/// Replaces the whole content of a file in one step.
package enum AtomicReplace {
  /// How a temporary name begins and ends. A process that died leaves one behind at most; it is never
  /// read, and whoever cleans the folder knows it by ``isTemporary(_:)``.
  private static let prefix = "."
  private static let suffix = ".dugnad-tmp"

  /// How many leftovers of dead processes with our own number we step over.
  private static let attemptsMax = 100

  /// Writes the bytes under a path that is free or that a regular file has.
  ///
  /// The permissions are those given, less the user's mask. When this throws, the old content stands,
  /// and no temporary file, unless the folder's sync was what failed: then the new content stands, but
  /// a power cut may bring the old one back.
  package static func write(
    _ bytes: [UInt8], to path: String, permissions: UInt32, system: SystemCalls
  ) throws(FilesError) {
    // A rename would silently put a file in the place of a link or a pipe.
    if let kind = try Folder.kind(atPath: path, system: system), kind != .file {
      throw .notRegularFile(path: path, found: kind)
    }
    let folder = Path.folder(of: path)
    let temporary = try create(bytes, for: path, permissions: permissions, system: system)
    do throws(SystemError) {
      try system.rename(temporary, to: path)
    } catch {
      try? system.unlink(temporary)
      throw .system(error)
    }
    try Folder(folder, system: system).sync()
  }

  /// Tells whether a name is one that an interrupted replacement left behind.
  package static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(prefix) && name.hasSuffix(suffix)
  }

  /// Writes and syncs the temporary file, and returns its path. It is gone again on failure.
  private static func create(
    _ bytes: [UInt8], for path: String, permissions: UInt32, system: SystemCalls
  ) throws(FilesError) -> String {
    let name = Path.name(of: path)
    var attempt = 1
    while true {
      let temporary = Path.join(
        Path.folder(of: path),
        "\(prefix)\(name).\(system.processIdentifier).\(attempt)\(suffix)")
      do throws(FilesError) {
        try fill(temporary, with: bytes, permissions: permissions, system: system)
        return temporary
      } catch {
        guard error.system?.code == SystemError.alreadyExists, attempt < attemptsMax else {
          throw error
        }
        attempt += 1
      }
    }
  }

  private static func fill(
    _ temporary: String, with bytes: [UInt8], permissions: UInt32, system: SystemCalls
  ) throws(FilesError) {
    let file = try File.open(temporary, .create(permissions: permissions), system: system)
    do throws(FilesError) {
      try file.append(bytes)
      try file.sync()
    } catch {
      try? system.unlink(temporary)
      throw error
    }
  }
}
