import Files

// One file of the register's folder. Only the owner may read it: the folder is 0700, the file 0600. It
// is the old file or the new one, never a third thing (`AtomicReplace`), and no copy of it is left
// beside it.

/// A file of private words, by its folder and name.
struct PrivateFile {
  let folder: String
  let name: String
  let calls: SystemCalls

  var path: String { Path.join(folder, name) }

  /// Returns the bytes of the file, or nil if there is none.
  func read() throws(RegisterError) -> [UInt8]? {
    try RegisterError.lifting { () throws(FilesError) in
      guard try Folder.kind(atPath: path, system: calls) != nil else { return nil }
      return try File.open(path, .read, system: calls).readAll()
    }
  }

  /// Replaces the file, durably. The folder is made, private, if it is missing.
  ///
  /// Whoever calls this holds the ledger's lock: what an interrupted writer left beside any of the
  /// folder's files is removed.
  func replace(with bytes: [UInt8]) throws(RegisterError) {
    try RegisterError.lifting { () throws(FilesError) in
      let place = Folder(folder, system: calls)
      if try !place.exists() {
        try place.create(permissions: 0o700)
        try Folder(Path.folder(of: folder), system: calls).sync()
      }
      // A writer that died left names behind in a file that nobody would look for.
      for name in try place.names() where AtomicReplace.isTemporary(name) {
        try? calls.unlink(Path.join(folder, name))
      }
      try AtomicReplace.write(bytes, to: path, permissions: 0o600, system: calls)
    }
  }

  /// Takes the file away, or leaves it where that fails.
  func remove() { try? calls.unlink(path) }
}
