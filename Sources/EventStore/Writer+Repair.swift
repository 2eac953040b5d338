import Files

// What an interrupted write left at the end is put in order before the next one: the only time that
// bytes leave the log, and they were never part of it (invariants 1 and 6).

extension Writer {
  /// Copies an unfinished tail to `torn-N`, durably, and then cuts it.
  mutating func setTailAside() throws(StoreError) -> SetAside? {
    guard let tail = log.tail else { return nil }
    try StoreError.lifting { () throws(FilesError) in
      let file = try File.open(folder.path(of: tail.segment), .append, system: calls)
      var bytes = [UInt8](repeating: 0, count: tail.byteCount)
      let count = try file.read(into: &bytes, at: tail.offset)
      bytes.removeLast(bytes.count - count)
      try keep(bytes, at: folder.torn(before: tail.seq))
      try file.truncate(to: tail.offset)
      try file.sync()
    }
    repaired(tail: true, newline: false)
    let name = Path.name(of: folder.torn(before: tail.seq))
    return SetAside(tail: tail, file: LedgerFolder.eventsName + "/" + name)
  }

  /// Makes sure that a file ends with these bytes, and that both are durable.
  ///
  /// The file may be there: from a copy that was interrupted, or from an earlier tail at the same
  /// line. Nothing of it is ever overwritten.
  private func keep(_ bytes: [UInt8], at path: String) throws(FilesError) {
    let isThere = try Folder.kind(atPath: path, system: calls) != nil
    let file = try File.open(
      path, isThere ? .append : .create(permissions: 0o644), system: calls)
    let before = isThere ? try file.readAll() : []
    let kept = before.suffix(bytes.count).elementsEqual(bytes)
    let isBegun = bytes.starts(with: before)
    if !kept { try file.append(Array(isBegun ? bytes[before.count...] : bytes[...])) }
    try file.sync()
    try Folder(folder.events, system: calls).sync()
  }

  /// Ends a whole last line that lacks only its newline.
  mutating func completeNewline() throws(StoreError) -> Bool {
    guard log.newlineMissing, let segment = log.end.segment else { return false }
    try StoreError.lifting { () throws(FilesError) in
      let file = try File.open(folder.path(of: segment), .append, system: calls)
      try file.append([UInt8(ascii: "\n")])
      try file.sync()
    }
    repaired(tail: false, newline: true)
    return true
  }
}
