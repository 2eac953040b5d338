package import Domain
package import Integrity

/// The log as far as it counts: the lines of whole transactions, checked.
package struct LoadedLog: Sendable {
  /// The lines in order.
  package var records: [Recorded] = []
  /// Their hashes, which are the leaves of the tree.
  package var hashes: [Digest] = []
  /// The hash of the last of them; nil in an empty log.
  package var lastHash: Digest?
  /// Bytes after them that do not count.
  package var tail: UnfinishedTail?
  /// The last line is whole but for its newline; it counts.
  package var newlineMissing = false
  /// The files of the log, also empty ones, in order.
  package var segments: [Segment] = []

  /// Where the last line that counts ends, its newline included if it has one.
  var end = End()
  /// The rules as they stand after the last line that counts, for whoever goes on writing.
  var checker = LogChecker()

  /// A log without lines.
  package init() {}

  /// The number of the last line that counts; 0 in an empty log.
  package var lastSeq: Int { records.last?.seq ?? 0 }

  struct End: Hashable, Sendable {
    /// The file of the last line; nil in an empty log.
    var segment: Segment?
    var offset = 0
  }
}

/// What an interrupted write left behind: it was never acknowledged, and does not count.
package struct UnfinishedTail: Hashable, Sendable {
  /// The file it is in.
  package let segment: Segment
  /// The line in the file where it begins, from 1.
  package let line: Int
  /// The byte in the file where it begins, from 0.
  package let offset: Int
  /// How many bytes to the end of the file.
  package var byteCount: Int
  /// The number that the next line will have, and the N of `torn-N`.
  package let seq: Int

  /// What the verifier says of it until then.
  package var finding: Finding {
    Finding(
      .tailUnfinished, file: segment.path, line: line, byte: 1, facts: .tail(bytes: byteCount))
  }
}
