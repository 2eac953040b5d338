package import Files

extension EventStore {
  /// Returns the bytes of the first lines of the log, without their newlines, as they lie on disk.
  /// They are not looked at: whoever needs them has loaded the log, and compares what matters.
  package static func lines(
    through last: Int, folder: LedgerFolder, calls: SystemCalls
  ) throws(StoreError) -> [[UInt8]] {
    let listing = try EventsListing.read(folder, calls)
    var lines: [[UInt8]] = []
    for (segment, _) in listing.segments where lines.count < last {
      let file = try StoreError.lifting { () throws(FilesError) in
        try File.open(folder.path(of: segment), .read, system: calls)
      }
      var reader = LineReader(file)
      try reader.readLines { (bytes, _) throws(StoreError) in
        lines.append(bytes.withUnsafeBufferPointer { Array($0) })
        return lines.count < last
      }
    }
    return lines
  }
}
