import Domain
import EventFormat
package import Files
package import Integrity

// The engine of `audit`: everything is computed anew from the bytes, every fault is named, and the
// first one stops nothing. The rules of the lines are `LogChecker`'s; here stand what they add up to,
// the Merkle root, and whether each event was allowed at its own moment.
//
// Legality is followed only as long as the lines are those that were written: after a damaged,
// unknown or missing line, what is lost may be what made the next one legal.

/// What a verification found and computed.
package struct Verification: Sendable {
  /// By file, line and byte.
  package var findings: [Finding] = []
  /// Lines that were read, damaged ones too.
  package var lines = 0
  /// Bytes that were read, newlines included.
  package var bytes = 0
  /// Transactions that are whole.
  package var transactions = 0
  /// The number of the last line that counts; 0 in an empty log.
  package var through = 0
  /// The hash of that line; nil in an empty log.
  package var lastHash: Digest?
  /// The Merkle root over the lines that count; it means something only if they are in order.
  package var root = MerkleTree().root
  /// The files of the log in order.
  package var segments: [Segment] = []
  /// The last line whose legality was checked.
  package var legalThrough = 0
  /// The last line of the last transaction up to which no line has a fault but `event-illegal`: so far
  /// the lines are those that were written.
  package var soundThrough = 0

  /// Nothing was found but what is only to be known.
  package var passes: Bool { findings.allSatisfy { $0.severity == .notice } }
  /// Nothing was found against the lines that count.
  package var linesAreSound: Bool { findings.allSatisfy(\.id.isBesideTheLog) }
}

extension EventStore {
  /// Verifies a log from its bytes alone, and changes nothing.
  ///
  /// Readers take no lock, so a writer at work may look like an unfinished tail: whatever is found in
  /// a line is looked at once more while nobody writes.
  package static func verify(
    folder: LedgerFolder, calls: SystemCalls
  ) throws(StoreError) -> Verification {
    let first = try LogVerifier.verify(folder, calls)
    guard first.findings.contains(where: { $0.line > 0 }),
      let lock = try? sharedLock(folder, calls)
    else { return first }
    defer { extendLifetime(lock) }
    return try LogVerifier.verify(folder, calls)
  }
}

struct LogVerifier {
  private var result = Verification()
  private var checker = LogChecker()
  private var tree = MerkleTree()
  private let lastNotEmpty: Segment?

  /// The lines since the last one with `left` 0: they count only when it comes.
  private var pending: [(recorded: Recorded, place: Place)] = []
  private var pendingHashes: [Digest] = []
  private var tail: (place: Place, bytes: Int)?
  private var ledger = Ledger()
  private var isLegalityFollowed = true
  private var isSound = true

  static func verify(
    _ folder: LedgerFolder, _ calls: SystemCalls
  ) throws(StoreError) -> Verification {
    let listing = try EventsListing.read(folder, calls)
    var verifier = LogVerifier(lastNotEmpty: listing.lastNotEmpty)
    verifier.result.segments = listing.segments.map(\.segment)
    verifier.checker.reserve(bytes: listing.segments.reduce(0) { $0 + $1.size })
    for (segment, _) in listing.segments {
      do throws(StoreError) {
        let file = try StoreError.lifting { () throws(FilesError) in
          try File.open(folder.path(of: segment), .read, system: calls)
        }
        var reader = LineReader(file)
        try reader.readLines { (bytes, line) throws(StoreError) in
          verifier.take(bytes, line, in: segment)
          return true
        }
      } catch {
        guard case .files(let error) = error else { throw error }
        verifier.takeUnreadable(segment, error)
      }
    }
    return verifier.finish(listing)
  }

  private init(lastNotEmpty: Segment?) { self.lastNotEmpty = lastNotEmpty }

  private mutating func take(_ bytes: Span<UInt8>, _ line: LineReader.Line, in segment: Segment) {
    let place = Place(segment: segment, line: line.number)
    let byteCount = line.count + (line.hasNewline ? 1 : 0)
    result.bytes += byteCount
    let taken = checker.take(bytes, at: place, byteCount: line.count)
    if case .damaged(let error) = taken {
      isLegalityFollowed = false
      forgetPending()
      if line.hasNewline || segment != lastNotEmpty {
        checker.note(.lineDamaged, place, error.column, .format(error))
        tail = nil
      } else {
        tail = (tail?.place ?? place, (tail?.bytes ?? 0) + byteCount)
      }
      return
    }
    if !line.hasNewline { checker.note(.newlineMissing, place, line.count + 1, .none) }
    tail = (tail?.place ?? place, (tail?.bytes ?? 0) + byteCount)
    switch taken {
    case .event(let recorded, let hash):
      pending.append((recorded, place))
      pendingHashes.append(hash)
      if recorded.left == 0 { endTransaction() }
    case .unknown(let left):
      isLegalityFollowed = false
      if left == 0 { endTransaction() }
    case .damaged: break
    }
  }

  private mutating func endTransaction() {
    tail = nil
    result.transactions += 1
    for hash in pendingHashes { tree.append(hash) }
    result.lastHash = pendingHashes.last ?? result.lastHash
    result.through = pending.last?.recorded.seq ?? result.through
    if isSound, checker.findings.allSatisfy({ $0.id.isBesideTheLog || $0.id == .eventIllegal }) {
      result.soundThrough = result.through
    } else {
      isSound = false
    }
    checkLegality()
    forgetPending()
  }

  private mutating func forgetPending() {
    pending.removeAll(keepingCapacity: true)
    pendingHashes.removeAll(keepingCapacity: true)
  }

  /// Asks of each line of a transaction whether it was allowed, and of the whole whether it may end
  /// like this.
  private mutating func checkLegality() {
    let first = ledger.history.count + 1
    for (recorded, place) in pending where isLegalityFollowed {
      guard recorded.seq == ledger.history.count + 1 else {
        isLegalityFollowed = false
        return
      }
      do throws(Rejection) {
        try ledger.check(recorded)
      } catch {
        // Said already, by the name that the format has for it.
        switch error {
        case .alreadyOpened, .notOpened: break
        default: noteIllegal(error, recorded, place)
        }
      }
      ledger.apply(recorded)
      result.legalThrough = recorded.seq
    }
    guard isLegalityFollowed, let (recorded, place) = pending.last,
      let rejection = ledger.unsettled(since: first)
    else { return }
    // A founder who is not registered is `opening-wrong`.
    if first == 1, case .unknownPerson = rejection { return }
    noteIllegal(rejection, recorded, place)
  }

  private mutating func noteIllegal(_ rejection: Rejection, _ recorded: Recorded, _ place: Place) {
    checker.note(
      .eventIllegal, place, Envelope(recorded).column(of: .type), .rejection(rejection))
  }

  private mutating func takeUnreadable(_ segment: Segment, _ error: FilesError) {
    checker.loseTrack()
    isLegalityFollowed = false
    forgetPending()
    let place = Place(segment: segment, line: 0)
    checker.note(.lineDamaged, place, 0, .unreadable(error))
  }

  private consuming func finish(_ listing: EventsListing) -> Verification {
    if let tail {
      checker.note(.tailUnfinished, tail.place, 1, .tail(bytes: tail.bytes))
    }
    result.lines = checker.lines
    result.root = tree.root
    // Sorted by place; of one place, in the order they were found.
    result.findings = (listing.findings + checker.findings).enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (left.file, left.line, left.byte, $0.offset)
        < (right.file, right.line, right.byte, $1.offset)
    }.map(\.element)
    return result
  }
}
