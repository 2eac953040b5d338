// What can be wrong with a log, by name: events/README.md section 6, and `event-illegal` of section 5.
// One table for the verifier, for `audit --list-checks` and for the words, which are made elsewhere.

/// The name of a kind of finding. The raw values are part of the format and never change.
package enum FindingID: String, CaseIterable, Hashable, Sendable {
  /// The bytes are not a line of the format.
  case lineDamaged = "line-damaged"
  /// A line of a type or version that this program does not know.
  case typeUnknown = "type-unknown"
  /// `seq` is not one more than that of the line above.
  case numberWrong = "number-wrong"
  /// `hash` does not follow from the line and the digits above it.
  case chainBroken = "chain-broken"
  /// `at` is before that of the line above.
  case timeBackwards = "time-backwards"
  /// `at`, `by`, `cmd` or `left` do not fit the line above, or `cmd` was used before.
  case transactionBroken = "transaction-broken"
  /// A line in the file of another year.
  case segmentWrong = "segment-wrong"
  /// Line 1 does not open the ledger or its transaction not register who did, or another line opens.
  case openingWrong = "opening-wrong"
  /// The event was not allowed at its own moment.
  case eventIllegal = "event-illegal"
  /// What a year was closed with is not what the lines above it give.
  case closingDiffers = "closing-differs"
  /// What a report was sent with is not what the lines it stands on give.
  case sentDiffers = "sent-differs"
  /// Bytes after the last whole transaction: they do not count, and the next write sets them aside.
  case tailUnfinished = "tail-unfinished"
  /// A whole line that lacks only its newline.
  case newlineMissing = "newline-missing"
  /// Something in `events` that does not belong there.
  case fileStray = "file-stray"
  /// `DAMAGED` is there: nobody writes until somebody has looked.
  case writeStopped = "write-stopped"
  /// Bytes of an unfinished write that were set aside: to be known, no fault.
  case tornKept = "torn-kept"

  /// Somebody in the register is not who the log was recorded for.
  case registerDiffers = "register-differs"
  /// The register knows persons beyond the end of the log: the log has been longer.
  case registerBeyondLog = "register-beyond-log"
  /// The register is there and cannot be read.
  case registerUnreadable = "register-unreadable"
  /// The log is committed to persons whom the register does not know.
  case registerLacks = "register-lacks"

  /// A head that somebody kept is that of the log.
  case headSame = "head-same"
  /// The log goes on from a head that somebody kept.
  case headExtends = "head-extends"
  /// The log ends before a head that somebody kept.
  case headCut = "head-cut"
  /// Lines before a head that somebody kept are others now.
  case headRewritten = "head-rewritten"
  /// A head of another ledger.
  case headForeign = "head-foreign"
  /// What was given to hold against the log holds no head.
  case headUnreadable = "head-unreadable"

  /// How bad it is.
  package enum Severity: String, Hashable, Sendable {
    /// To be known. The verification still passes.
    case notice
    /// The verification fails.
    case error
  }

  /// Everything is an error but what is only to be known.
  package var severity: Severity {
    switch self {
    case .tornKept, .registerLacks, .headSame, .headExtends: .notice
    default: .error
    }
  }

  /// Whether the finding says nothing against the lines that count: they are whole and in order.
  package var isBesideTheLog: Bool {
    switch self {
    case .tornKept, .fileStray, .writeStopped, .tailUnfinished, .newlineMissing,
      .registerDiffers, .registerBeyondLog, .registerUnreadable, .registerLacks,
      .headSame, .headExtends, .headCut, .headRewritten, .headForeign, .headUnreadable:
      true
    case .lineDamaged, .typeUnknown, .numberWrong, .chainBroken, .timeBackwards,
      .transactionBroken, .segmentWrong, .openingWrong, .eventIllegal, .closingDiffers,
      .sentDiffers:
      false
    }
  }
}
