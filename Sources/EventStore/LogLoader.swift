import Domain
import EventFormat
import Files
import Integrity

/// Reads a log from its first line to the end of its last whole transaction.
struct LogLoader {
  private var log = LoadedLog()
  private var checker = LogChecker()
  private var tail: UnfinishedTail?
  /// How many of the records are lines of whole transactions.
  private var counting = 0
  private var hash: Digest?
  private let through: Int
  private let lastNotEmpty: Segment?

  static func load(
    _ folder: LedgerFolder, _ calls: SystemCalls, through: Int?
  ) throws(StoreError) -> LoadedLog {
    let listing = try EventsListing.read(folder, calls)
    var loader = LogLoader(through: through, lastNotEmpty: listing.lastNotEmpty)
    loader.log.segments = listing.segments.map(\.segment)
    loader.checker.reserve(bytes: listing.segments.reduce(0) { $0 + $1.size })
    for (segment, _) in listing.segments {
      let file = try StoreError.lifting { () throws(FilesError) in
        try File.open(folder.path(of: segment), .read, system: calls)
      }
      var goesOn = true
      var reader = LineReader(file)
      try reader.readLines { (bytes, line) throws(StoreError) in
        goesOn = try loader.take(bytes, line, in: segment)
        return goesOn
      }
      guard goesOn else { break }
    }
    return try loader.finish()
  }

  private init(through: Int?, lastNotEmpty: Segment?) {
    self.through = through ?? .max
    self.lastNotEmpty = lastNotEmpty
  }

  /// Returns whether to go on.
  private mutating func take(
    _ bytes: Span<UInt8>, _ line: LineReader.Line, in segment: Segment
  ) throws(StoreError) -> Bool {
    let place = Place(segment: segment, line: line.number)
    switch checker.take(bytes, at: place, byteCount: line.count) {
    case .event(let recorded, let hash):
      if recorded.seq > through {
        tail = nil
        return false
      }
      try throwFirstFinding()
      if !line.hasNewline, segment != lastNotEmpty {
        throw .damaged(Finding(.newlineMissing, place, byte: line.count + 1, .none))
      }
      log.records.append(recorded)
      log.hashes.append(hash)
      if recorded.left == 0 {
        commit(hash, line, segment)
        // What follows the last line that is asked for is not looked at.
        if recorded.seq == through { return false }
      } else {
        extendTail(line, segment)
      }
    case .unknown: try throwFirstFinding()
    case .damaged(let error):
      // Only what ends without a newline at the end of all bytes can be a write that was cut off.
      guard !line.hasNewline, segment == lastNotEmpty else {
        throw .damaged(Finding(.lineDamaged, place, byte: error.column, .format(error)))
      }
      extendTail(line, segment)
    }
    return true
  }

  @inline(__always)
  private mutating func commit(_ hash: Digest, _ line: LineReader.Line, _ segment: Segment) {
    counting = log.records.count
    self.hash = hash
    tail = nil
    log.newlineMissing = !line.hasNewline
    log.end = LoadedLog.End(
      segment: segment, offset: line.offset + line.count + (line.hasNewline ? 1 : 0))
  }

  private mutating func extendTail(_ line: LineReader.Line, _ segment: Segment) {
    if tail == nil {
      tail = UnfinishedTail(
        segment: segment, line: line.number, offset: line.offset, byteCount: 0, seq: counting + 1)
    }
    tail?.byteCount += line.count + (line.hasNewline ? 1 : 0)
  }

  private func throwFirstFinding() throws(StoreError) {
    if let finding = checker.findings.first { throw .damaged(finding) }
  }

  private consuming func finish() throws(StoreError) -> LoadedLog {
    // One write goes to one file; a tail in two of them is nothing that a writer leaves behind.
    if let tail, tail.segment != lastNotEmpty { throw .damaged(tail.finding) }
    let unfinished = log.records.suffix(from: counting).map(\.command)
    log.records.removeLast(log.records.count - counting)
    log.hashes.removeLast(log.hashes.count - counting)
    log.lastHash = hash
    log.tail = tail
    checker.rewind(to: log.records.last, hash: hash, dropping: unfinished)
    log.checker = checker
    return log
  }
}
