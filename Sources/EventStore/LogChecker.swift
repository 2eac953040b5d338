import Domain
import EventFormat
import Integrity

// What one line must be after the lines above it: chain, number, time, transaction, file, opening.
// The loader stops at the first finding, the verifier collects them all, and the writer asks before
// it writes: the rules stand once.
//
// 1. Each line is checked against what the line above says, so one bad line does not condemn the rest.
// 2. After a damaged line nothing above is known, but for its digits where it still ends in a seal.
// 3. At most one finding of a kind a line.

/// Walks down a log and notes what does not fit.
struct LogChecker: Sendable {
  /// In the order of the lines.
  private(set) var findings: [Finding] = []
  /// Lines taken in, damaged ones too.
  private(set) var lines = 0

  /// The line above; nil where it cannot be known.
  private var above: Above? = .start
  /// The digits that the line above says; meaningful only while they are known.
  private var digits = [64 of UInt8](repeating: UInt8(ascii: "0"))
  private var areDigitsKnown = true
  private var commands: Set<CommandID> = []
  /// Line 1, until its transaction has registered who recorded it.
  private var opening: Opening?

  private struct Above {
    var seq: Int
    var at: Instant
    var by: PersonID
    var command: CommandID?
    var left: Int

    static let start = Above(
      seq: 0, at: Instant(seconds: .min), by: PersonID(seq: 0), command: nil, left: 0)
  }

  private struct Opening {
    let place: Place
    let by: PersonID
    let column: Int
  }

  /// What a line turned out to be.
  enum Taken {
    case event(Recorded, Digest)
    /// Of a type that is not known.
    case unknown(left: Int)
    case damaged(FormatError)
  }

  /// Takes in the next line.
  ///
  /// A damaged line is returned, not noted: whether it is damage or an unfinished write is known to
  /// whoever knows what follows. `byteCount` is its length in the file, where it was too long to be
  /// handed over whole.
  mutating func take(
    _ line: Span<UInt8>, at place: Place, byteCount: Int? = nil
  ) -> Taken {
    lines += 1
    do throws(FormatError) {
      let scanned = try EventLine.scan(line)
      let recorded = scanned.recorded
      check(Envelope(recorded), line, scanned.bodyCount, scanned.hash, place)
      switch recorded.event {
      case .ledgerOpened: checkOpening(Envelope(recorded), place, opens: true, registers: false)
      case .personRegistered:
        checkOpening(Envelope(recorded), place, opens: false, registers: true)
      default: checkOpening(Envelope(recorded), place, opens: false, registers: false)
      }
      return .event(recorded, scanned.hash)
    } catch {
      if case .lineTooLong = error.kind, let byteCount {
        let error = FormatError(
          .lineTooLong(bytes: byteCount), column: error.column, found: error.found)
        return takeDamaged(line, error)
      }
      return error.isTypeUnknown ? takeUnknown(line, place, error) : takeDamaged(line, error)
    }
  }

  private mutating func takeUnknown(
    _ line: Span<UInt8>, _ place: Place, _ error: FormatError
  ) -> Taken {
    do throws(FormatError) {
      let unknown = try EventLine.scanUnknown(line)
      note(.typeUnknown, place, error.column, .type(unknown.type, version: unknown.version))
      check(unknown.envelope, line, unknown.bodyCount, unknown.hash, place)
      checkOpening(
        unknown.envelope, place, opens: unknown.type == "ledger.opened",
        registers: unknown.type == "person.registered")
      return .unknown(left: unknown.envelope.left)
    } catch {
      return takeDamaged(line, error)
    }
  }

  private mutating func takeDamaged(_ line: Span<UInt8>, _ error: FormatError) -> Taken {
    above = nil
    opening = nil
    areDigitsKnown = EventLine.digits(ending: line) != nil
    if areDigitsKnown { keepDigits(of: line) }
    return .damaged(error)
  }

  /// Says that a file could not be read to its end: nothing above is known.
  mutating func loseTrack() {
    above = nil
    opening = nil
    areDigitsKnown = false
  }

  mutating func note(_ id: FindingID, _ place: Place, _ byte: Int, _ facts: Finding.Facts) {
    findings.append(Finding(id, place, byte: byte, facts))
  }

  /// Makes room for the command ids of so many bytes of log, so that the set need not grow often.
  mutating func reserve(bytes: Int) {
    let shortestUsualLine = 250
    commands.reserveCapacity(min(bytes / shortestUsualLine, 1 << 20))
  }

  /// Whether a line that was taken in has this command id.
  func hasUsed(_ command: CommandID) -> Bool { commands.contains(command) }

  /// Goes back to the end of the last whole transaction, leaving out the one that did not become
  /// one, with the command ids that only it had.
  mutating func rewind(to last: Recorded?, hash: Digest?, dropping dropped: [CommandID]) {
    findings = []
    lines = last?.seq ?? 0
    above =
      last.map {
        Above(seq: $0.seq, at: $0.at, by: $0.by, command: $0.command, left: $0.left)
      } ?? .start
    for (index, digit) in (hash?.hexBytes ?? HashChain.first).enumerated() { digits[index] = digit }
    areDigitsKnown = true
    commands.subtract(dropped)
    opening = nil
  }

  // MARK: - The rules

  private mutating func check(
    _ line: Envelope, _ bytes: Span<UInt8>, _ bodyCount: Int, _ hash: Digest, _ place: Place
  ) {
    let segment = Segment(of: line.at)
    if segment != place.segment {
      note(.segmentWrong, place, line.column(of: .at), .year(segment.year))
    }
    if areDigitsKnown {
      let computed = HashChain.link(
        previousHex: digits.span, body: bytes.extracting(0..<bodyCount))
      if computed != hash {
        // The opening quotation mark of the digits.
        note(.chainBroken, place, bodyCount + 9, .hash(found: hash, computed: computed))
      }
    }
    if let above {
      if line.seq != above.seq + 1 {
        note(
          .numberWrong, place, line.column(of: .seq),
          .number(found: line.seq, expected: above.seq + 1))
      }
      if line.at < above.at {
        note(.timeBackwards, place, line.column(of: .at), .time(line.at, above: above.at))
      }
    }
    checkTransaction(line, place)
    above = Above(
      seq: line.seq, at: line.at, by: line.by, command: line.command, left: line.left)
    areDigitsKnown = true
    keepDigits(of: bytes)
  }

  private mutating func checkTransaction(_ line: Envelope, _ place: Place) {
    if let above, above.left > 0 {
      guard let field = mismatch(line, above) else { return }
      note(.transactionBroken, place, line.column(of: field), .mismatch(field))
      commands.insert(line.command)
    } else if !commands.insert(line.command).inserted, above != nil {
      note(.transactionBroken, place, line.column(of: .command), .commandUsed(line.command))
    }
  }

  /// Returns the first key that does not go on with the transaction above.
  private func mismatch(_ line: Envelope, _ above: Above) -> Envelope.Field? {
    if line.at != above.at { return .at }
    if line.by != above.by { return .by }
    if line.command != above.command { return .command }
    return line.left == above.left - 1 ? nil : .left
  }

  private mutating func checkOpening(
    _ line: Envelope, _ place: Place, opens: Bool, registers: Bool
  ) {
    if (lines == 1) != opens {
      note(.openingWrong, place, line.column(of: .type), .opening)
    } else if opens {
      opening = Opening(place: place, by: line.by, column: line.column(of: .by))
    }
    guard let first = opening else { return }
    if registers, first.by.seq == line.seq { opening = nil }
    if opening != nil, line.left == 0 {
      note(.openingWrong, first.place, first.column, .founder(first.by))
      opening = nil
    }
  }

  private mutating func keepDigits(of line: Span<UInt8>) {
    let first = line.count - EventLine.digitsFromEnd
    for index in 0..<Digest.hexCount { digits[index] = line[first + index] }
  }
}
