package import EventFormat
package import Files

/// Why the log could not be read or written. Each case says whether something was recorded.
package enum StoreError: Error, Hashable, Sendable {
  /// There is no `events` folder here.
  case noLedger(path: String)
  /// There is a ledger here already.
  case ledgerExists(path: String)
  /// The log is not what was written. Nothing was recorded.
  case damaged(Finding)
  /// `DAMAGED` is there: somebody must look first. Nothing was recorded.
  case writingStopped(marker: String)
  /// Somebody else is writing. Nothing was recorded.
  case busy(holder: Int32?)
  /// A system call failed. Nothing was recorded.
  case files(FilesError)
  /// An event that the format has no line for. Nothing was recorded.
  case unwritable(seq: Int, FormatError)
  /// Lines that do not fit the log: a fault of the caller's. Nothing was recorded.
  case unfit(Finding)
  /// The last sync failed: the transaction may or may not have been recorded. Read the log to know.
  case unsure(FilesError)
  /// The writer has failed before and knows no more what is on the disk: open a new one.
  case spent

  /// Runs calls of `Files`; a lock that is not to be had is `busy`.
  static func lifting<Result: ~Copyable>(
    _ body: () throws(FilesError) -> Result
  ) throws(StoreError) -> Result {
    do {
      return try body()
    } catch {
      if case .busy(let holder) = error { throw .busy(holder: holder) }
      throw .files(error)
    }
  }
}
