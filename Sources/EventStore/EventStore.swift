// The log on disk. What this room promises, by number; the file in brackets keeps it.
//
//  1. A line of a finished transaction is never changed or removed.            [Writer, Writer+Repair]
//  2. Line n has number n; numbers have no gaps, over all files.               [LogChecker]
//  3. `hash` covers the digits of the line above and exactly the bytes before the seal. [EventLine]
//  4. A transaction stands whole or not at all: its last line alone commits it. [Writer, LogLoader]
//  5. The lock is held from reading the head to after the last sync.           [Writer]
//  6. Only an unfinished tail is ever set aside: under the lock, at the next write, copied and synced
//     before it is cut, and reported.                                          [Writer+Repair]
//  7. Success is told only after a sync of the file, and of the folder when a file was made. [Writer]
//  8. After a failed sync nothing is told and nothing is tried again.          [Writer]
//  9. Damage, once a writer has seen it, stops all writing until a person has looked. [DamageMarker]
// 10. A reader trusts nothing: it takes no lock, checks every line, and ignores what follows the last
//     whole transaction.                                                       [LogLoader]
// 11. Lines go in the file of the UTC year they were recorded in; a new file is durable before it
//     holds a line, and the one before it is made read-only when it holds one.  [Writer]

package import Files

/// Loading, appending and verifying the log of a ledger.
package enum EventStore {
  /// Reads the log, checking chain, numbers, time and transactions of every line.
  ///
  /// With `through`, reading ends with the last whole transaction up to that line, and what follows
  /// is not looked at. What looks like damage may be a writer at work, since readers take no lock; so
  /// it is looked at once more while nobody writes before it is called damage.
  package static func load(
    folder: LedgerFolder, calls: SystemCalls, through: Int? = nil
  ) throws(StoreError) -> LoadedLog {
    do throws(StoreError) {
      return try LogLoader.load(folder, calls, through: through)
    } catch {
      guard case .damaged = error else { throw error }
      guard let lock = try? sharedLock(folder, calls) else { throw error }
      defer { extendLifetime(lock) }
      return try LogLoader.load(folder, calls, through: through)
    }
  }

  /// Writes down that damage was seen, so that every writer stops (invariant 9). Best effort: the
  /// damage itself will stop them too.
  package static func stopWriting(
    because finding: Finding, in folder: LedgerFolder, calls: SystemCalls
  ) {
    try? DamageMarker.write(finding, folder, calls)
  }

  /// A writer keeps the lock for milliseconds; whoever waits longer is told that it is busy.
  static let lockWaitSeconds = 5.0

  static func sharedLock(
    _ folder: LedgerFolder, _ calls: SystemCalls
  ) throws(StoreError) -> FileLock {
    try StoreError.lifting { () throws(FilesError) in
      try FileLock.acquire(
        .shared, onFolder: folder.events, waitingSeconds: lockWaitSeconds, system: calls)
    }
  }
}
