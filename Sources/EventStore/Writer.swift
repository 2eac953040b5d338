package import Domain
import EventFormat
package import Files
package import Integrity

// The only code that adds to the log.
//
//     lock → read all of it → (the caller decides) → commit → unlock
//
//     commit:  repair the end      an unfinished tail is set aside, a missing newline added
//              new file            if the UTC year of `at` has none: made, and the folder synced
//              all lines but the last, sync
//              the last line           from here on it is not known until the sync tells
//              sync                    the commit point: recorded
//
// A write that fails or dies before the last line leaves an unfinished tail, which does not count. The
// two syncs of a transaction of several lines keep its last line from reaching the disk before the
// others do.

/// Appends transactions, holding the ledger's lock for as long as it lives.
package struct Writer: ~Copyable {
  /// The log as it was when the lock was taken, with all that was committed since.
  package private(set) var log: LoadedLog

  let folder: LedgerFolder
  let calls: SystemCalls
  private let lock: FileLock
  private var checker: LogChecker
  /// Set while a commit is under way: after an error nothing is known of the end of the file.
  private var isSpent = false

  /// What a commit did.
  package struct Receipt: Hashable, Sendable {
    /// The numbers of the lines that were recorded.
    package let lines: ClosedRange<Int>
    /// Their hashes; the last one is the head of the chain now.
    package let hashes: [Digest]
    package var hash: Digest { hashes.last ?? .zero }
    /// What an earlier write had left, and where it was set aside.
    package let setAside: SetAside?
    /// The last line before lacked its newline, and has it now.
    package let completedNewline: Bool
  }

  /// An unfinished tail, and where its bytes are now.
  package struct SetAside: Hashable, Sendable {
    /// What and where it was.
    package let tail: UnfinishedTail
    /// The path in the ledger: `events/torn-732`.
    package let file: String
  }

  /// Takes the lock and reads the log. Nothing is changed before the first commit.
  ///
  /// Throws `busy` when somebody else keeps the lock for longer than `waitingSeconds`. Damage that is
  /// found is marked, so that nobody writes until a person has looked.
  package static func open(
    folder: LedgerFolder, calls: SystemCalls,
    waitingSeconds: Double = EventStore.lockWaitSeconds
  ) throws(StoreError) -> Writer {
    guard try folder.exists(calls: calls) else { throw .noLedger(path: folder.path) }
    let lock = try StoreError.lifting { () throws(FilesError) in
      try FileLock.acquire(
        .exclusive, onFolder: folder.events, waitingSeconds: waitingSeconds, system: calls)
    }
    if try EventsListing.read(folder, calls).hasDamageMarker {
      throw .writingStopped(marker: folder.damaged)
    }
    do throws(StoreError) {
      let log = try LogLoader.load(folder, calls, through: nil)
      return Writer(lock: lock, log: log, folder: folder, calls: calls)
    } catch {
      if case .damaged(let finding) = error {
        EventStore.stopWriting(because: finding, in: folder, calls: calls)
      }
      throw error
    }
  }

  private init(
    lock: consuming FileLock, log: consuming LoadedLog, folder: LedgerFolder, calls: SystemCalls
  ) {
    self.lock = lock
    self.folder = folder
    self.calls = calls
    checker = log.checker
    log.checker = LogChecker()
    self.log = log
  }

  /// Records a transaction: all of it, or after an error nothing, but for `unsure`.
  ///
  /// The lines follow the last one of `log`. Nothing is written that could not be read again.
  package mutating func commit(
    transaction: [Recorded]
  ) throws(StoreError) -> Receipt {
    if isSpent { throw .spent }
    let lines = try spell(transaction)
    isSpent = true
    let setAside = try setTailAside()
    let completedNewline = try completeNewline()
    try write(lines, to: lines.segment)
    let isNewFile = log.end.segment != lines.segment
    if isNewFile {
      // Recorded already; a finished file that could not be made read-only is no reason to fail. All
      // earlier ones, since a writer may have died before this.
      for before in log.segments where before != lines.segment {
        try? calls.chmod(folder.path(of: before), permissions: 0o444)
      }
    }
    log.end.offset = (isNewFile ? 0 : log.end.offset) + lines.byteCount
    log.end.segment = lines.segment
    if !log.segments.contains(lines.segment) { log.segments.append(lines.segment) }
    log.records.append(contentsOf: transaction)
    log.hashes += lines.hashes
    log.lastHash = lines.hash
    isSpent = false
    return Receipt(
      lines: (log.lastSeq - transaction.count + 1)...log.lastSeq, hashes: lines.hashes,
      setAside: setAside, completedNewline: completedNewline)
  }

  /// The bytes of a transaction.
  private struct Lines {
    let segment: Segment
    var first: [UInt8] = []
    var last: [UInt8] = []
    /// The head of the chain.
    var hash: Digest
    var hashes: [Digest] = []
    var byteCount: Int { first.count + last.count }
  }

  /// Makes the lines and reads them again by the rules of the log: what is written can be read.
  private mutating func spell(_ transaction: [Recorded]) throws(StoreError) -> Lines {
    guard let start = transaction.first else { preconditionFailure("a transaction has lines") }
    var lines = Lines(segment: Segment(of: start.at), hash: log.lastHash ?? .zero)
    let fresh = transaction.map(\.command).filter { !checker.hasUsed($0) }
    do throws(StoreError) {
      for (index, recorded) in transaction.enumerated() {
        let place = Place(segment: lines.segment, line: 0)
        guard recorded.left == transaction.count - 1 - index else {
          throw .unfit(
            Finding(
              .transactionBroken, place, byte: Envelope(recorded).column(of: .left),
              .mismatch(.left)))
        }
        let written = try line(recorded, after: lines.hash)
        _ = checker.take(written.bytes.span, at: place)
        if let finding = checker.findings.first { throw .unfit(finding) }
        lines.hash = written.hash
        lines.hashes.append(written.hash)
        lines.first += lines.last
        lines.last = written.bytes + [UInt8(ascii: "\n")]
      }
    } catch {
      checker.rewind(to: log.records.last, hash: log.lastHash, dropping: fresh)
      throw error
    }
    return lines
  }

  private func line(
    _ recorded: Recorded, after hash: Digest
  ) throws(StoreError) -> EventLine.Written {
    do throws(FormatError) {
      return try EventLine.write(recorded, previousHex: hash.hexBytes)
    } catch {
      throw .unwritable(seq: recorded.seq, error)
    }
  }

  /// Appends the lines to the file of their year, which is made if there is none.
  private func write(_ lines: Lines, to segment: Segment) throws(StoreError) {
    let begins = log.end.segment == segment ? log.end.offset : 0
    let file = try StoreError.lifting { () throws(FilesError) in
      let path = folder.path(of: segment)
      let isThere = log.segments.contains(segment)
      let file = try File.open(
        path, isThere ? .append : .create(permissions: 0o644), system: calls)
      // An empty file may be left from a writer that died before its name was durable.
      if begins == 0 {
        try file.sync()
        try Folder(folder.events, system: calls).sync()
      }
      return file
    }
    try StoreError.lifting { () throws(FilesError) in
      // Nobody else writes while we hold the lock; if somebody did, we are not at the end.
      let size = try file.status().size
      guard size == begins else {
        throw .system(SystemError(call: .fstat, path: file.path, code: SystemError.inputOutput))
      }
      guard !lines.first.isEmpty else { return }
      try file.append(lines.first)
      try file.sync()
    }
    try commit(lines.last, to: file, endingAt: begins + lines.byteCount)
  }

  /// Writes the line that makes the others count.
  private func commit(
    _ last: [UInt8], to file: borrowing File, endingAt end: Int
  ) throws(StoreError) {
    do throws(FilesError) {
      try file.append(last)
    } catch {
      // All but the newline counts as a whole line: then it may have been recorded after all.
      let isWhole = (try? file.status().size).map { $0 >= end - 1 } ?? true
      throw isWhole ? .unsure(error) : .files(error)
    }
    do throws(FilesError) {
      try file.sync()
    } catch {
      throw .unsure(error)
    }
  }

  /// Takes note that the end of the log was repaired.
  mutating func repaired(tail: Bool, newline: Bool) {
    if tail { log.tail = nil }
    if newline {
      log.newlineMissing = false
      log.end.offset += 1
    }
  }
}
