// The log as lines: which of them stand, which transactions they came in, and which subjects each one
// wrote and read, so that an undo looks only where it must. Indices are only ever appended to; what
// stands is one flag a line.

/// The lines of a ledger, from the first.
package struct History: Sendable {
  /// Every line, also those undone.
  package private(set) var log: [Recorded] = []
  private var isStanding: [Bool] = []
  /// Every line that wrote a subject, standing or not.
  private(set) var writers: [Subject: [Int]] = [:]
  /// Every line whose legality looked at a subject that it did not write.
  private(set) var readers: [Subject: [Int]] = [:]
  /// Every entry that was ever on a person's day.
  private(set) var entriesEverOn: [PersonDay: Set<EntryID>] = [:]
  package private(set) var transactions: [Transaction] = []
  private var transactionOfCommand: [CommandID: Int] = [:]
  /// Undo transactions that `redo` can take back, newest last; an ordinary transaction empties it.
  package private(set) var redoable: [Transaction] = []

  package init() {}

  /// The lines of one command.
  package struct Transaction: Hashable, Sendable {
    package let lines: ClosedRange<Int>
    package let by: PersonID
    package let at: Instant
    package let kind: Kind

    package enum Kind: Sendable { case ordinary, undo, redo }
  }

  package var last: Recorded? { log.last }
  package var count: Int { log.count }

  /// Returns a line by its number, or nil if there is none.
  package subscript(seq: Int) -> Recorded? {
    seq >= 1 && seq <= log.count ? log[seq - 1] : nil
  }

  package func stands(_ seq: Int) -> Bool { seq >= 1 && seq <= log.count && isStanding[seq - 1] }

  /// Returns the transaction that a line is in. Lines after the last whole transaction have none.
  package func transaction(of seq: Int) -> Transaction? {
    var (low, high) = (0, transactions.count)
    while low < high {
      let middle = (low + high) / 2
      if transactions[middle].lines.upperBound < seq { low = middle + 1 } else { high = middle }
    }
    guard low < transactions.count, transactions[low].lines.contains(seq) else { return nil }
    return transactions[low]
  }

  /// Throws unless a report was computed from whole transactions.
  func checkSize(of sent: SentReport) throws(Rejection) {
    guard transaction(of: sent.size)?.lines.upperBound == sent.size else {
      throw .sentBeyondLog(size: sent.size)
    }
  }

  package func transaction(of command: CommandID) -> Transaction? {
    transactionOfCommand[command].map { transactions[$0] }
  }

  /// The shift that a sign-up is for, standing or not.
  func shift(of signup: SignupID) -> ShiftID? {
    guard case .signupMade(let shift, _, _)? = self[signup.seq]?.event else { return nil }
    return shift
  }

  /// The entry that a claim is on, standing or not.
  func entry(of claim: ClaimID) -> EntryID? {
    guard case .hoursClaimed(let entry, _, _)? = self[claim.seq]?.event else { return nil }
    return entry
  }

  /// The lines that the undo at a line took back, or nil if there is no undo. One that names its own
  /// line or a later one is illegal and takes nothing, so nobody walks ranges beyond the log.
  func taken(byUndoAt line: Int) -> LineRanges? {
    guard case .undone(let ranges, _)? = self[line]?.event, let last = ranges.last, last < line
    else { return nil }
    return ranges
  }

  func subject(of recorded: Recorded) -> Subject? {
    recorded.subject(shiftOf: shift(of:), entryOf: entry(of:))
  }

  /// What the legality of a line looks at, besides its own subject.
  func reads(of recorded: Recorded) -> [Subject] {
    var reads = recorded.reads
    // A shift that is moved must stay within the days of its activity.
    if case .shiftChanged(let shift, _) = recorded.event,
      case .shiftPlanned(let activity, _)? = self[shift.seq]?.event
    {
      reads.append(.activity(activity))
    }
    // A grant may leave out a kind of work, and the activity of the entry says of which kind it is.
    if case .hoursClaimed(let entry, _, _) = recorded.event {
      for line in writers[.entry(entry)] ?? [] where line < recorded.seq {
        if let content = self[line]?.hourContent { reads.append(.activity(content.activity)) }
      }
    }
    return reads
  }

  /// Takes in the next line. What it undoes or puts back is set by `set(_:standing:)`.
  mutating func append(_ recorded: Recorded) {
    log.append(recorded)
    isStanding.append(true)
    let subject = subject(of: recorded)
    if let subject { writers[subject, default: []].append(recorded.seq) }
    // Undo and redo write nothing, but need their author like any other line.
    // (Who reads whether a year is closed is not kept: a closing is never undone.)
    for read in reads(of: recorded) where read != subject && !read.isClosing {
      readers[read, default: []].append(recorded.seq)
    }
    if let content = recorded.hourContent, let day = PersonDay(content),
      case .entry(let entry)? = subject
    {
      entriesEverOn[day, default: []].insert(entry)
    }
    if recorded.left == 0 { endTransaction(at: recorded) }
  }

  mutating func set(_ ranges: LineRanges, standing: Bool) {
    for seq in ranges.lines where !log[seq - 1].event.isFixed { isStanding[seq - 1] = standing }
  }

  /// An undo or a redo is nothing else; one that stands among other events is part of what they say.
  private func kind(of lines: ArraySlice<Recorded>) -> Transaction.Kind {
    if lines.allSatisfy({ if case .undone = $0.event { true } else { false } }) { return .undo }
    if lines.allSatisfy({ if case .redone = $0.event { true } else { false } }) { return .redo }
    return .ordinary
  }

  private mutating func endTransaction(at last: Recorded) {
    let first = (transactions.last?.lines.upperBound ?? 0) + 1
    let kind = kind(of: log[(first - 1)...])
    let transaction = Transaction(lines: first...log.count, by: last.by, at: last.at, kind: kind)
    transactionOfCommand[last.command] = transactions.count
    transactions.append(transaction)
    switch kind {
    case .ordinary: redoable = []
    case .undo: redoable.append(transaction)
    case .redo:
      guard case .redone(let undo) = log[first - 1].event else { return }
      redoable.removeAll { $0.lines.contains(undo) }
    }
  }
}
