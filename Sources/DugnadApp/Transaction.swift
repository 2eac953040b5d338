// The road of one change, once, for every command that writes:
//   lock → load → words become a command → decide → envelopes (number, time, author) → append, sync →
//   report. Nothing else appends.

import CommandLineKit
import Domain
import EventStore
import Integrity
import Register
import Wording

extension Context {
  typealias MakeCommand = (OpenLedger) throws -> Command
  typealias BeforeCommit = (OpenLedger, [Recorded]) throws -> Register

  /// How a command tells what it appended and what it would append, if not line by line.
  struct Telling {
    let report: (Decided, OpenLedger, Writer.Receipt?) -> Void
    let preview: (Decided, OpenLedger) throws -> Void
  }

  /// Carries a command out in the ledger of this run.
  ///
  /// - Parameters:
  ///   - beforeCommit: what must be safe on disk before the log names it: the register, which it
  ///     returns as it is then.
  func carryOut(
    _ make: MakeCommand, beforeCommit: BeforeCommit = { open, _ in open.register },
    telling: Telling? = nil
  ) throws {
    try carryOut(
      in: try ledgerFolder(), as: nil, make, beforeCommit: beforeCommit, telling: telling)
  }

  func carryOut(
    in folder: LedgerFolder, as founder: PersonID?, _ make: MakeCommand,
    beforeCommit: BeforeCommit = { open, _ in open.register }, telling: Telling? = nil
  ) throws {
    let telling = telling ?? Telling(report: report, preview: preview)
    if arguments[Common.dryRun] {
      let open = try open(folder)
      let decided = try decide(make, in: open, as: founder)
      return try telling.preview(decided, open)
    }
    var writer = try locked(folder)
    let register = try registerToWrite(in: folder)
    let open = opened(folder, writer.log, register)
    warnOfLostRegister(open)
    let decided = try decide(make, in: open, as: founder)
    if decided.isRepeated { return telling.report(decided, open, nil) }
    let saved = try beforeCommit(open, decided.recorded)
    do throws(StoreError) {
      let receipt = try writer.commit(transaction: decided.recorded)
      // Recorded. From here on nothing may fail.
      console.hasRecorded = true
      let after = open.after(decided.recorded, saved, receipt.hashes)
      after.forgetUnfinished()
      telling.report(decided, after, receipt)
    } catch {
      throw Failure(error).sayingNothingRecorded
    }
  }

  /// The same, but shows what would change and asks first where there is somebody to ask. The lock is
  /// not held while a person thinks; if the ledger moved meanwhile, nothing is done.
  ///
  /// - Parameter isAsked: whether what was decided is worth a question.
  func carryOutAsking(
    _ make: MakeCommand, beforeCommit: BeforeCommit = { open, _ in open.register },
    telling: Telling? = nil, when isAsked: (Decided) -> Bool = { _ in true }
  ) throws {
    guard canAsk else { return try carryOut(make, beforeCommit: beforeCommit, telling: telling) }
    let before = try open(try ledgerFolder())
    let shown = try decide(make, in: before, as: nil)
    // A retry asks nothing: what it would do was done.
    guard !shown.isRepeated, isAsked(shown) else {
      return try carryOut(make, beforeCommit: beforeCommit, telling: telling)
    }
    try (telling?.preview ?? preview)(shown, before)
    guard confirmed(say(nb: "Gjøre dette? [j/N] ", en: "Do this? [y/N] ")) else {
      tell(say(nb: "Ingenting er gjort.", en: "Nothing was done."))
      throw QuietExit(code: .refused)
    }
    let remake: MakeCommand = { open in
      if open.lastHash != before.lastHash {
        throw Failure(
          "ledger-moved",
          Phrase(
            nb: "Noen skrev i regnskapet mens du tenkte; ingenting er gjort.",
            en: "somebody wrote to the ledger meanwhile; nothing was done"),
          hints: [Phrase(nb: "prøv igjen", en: "try again")])
      }
      return try make(open)
    }
    try carryOut(remake, beforeCommit: beforeCommit, telling: telling)
  }

  private var canAsk: Bool {
    console.canAsk && !arguments[Common.yes] && !arguments[Common.dryRun] && !isJSON
  }

  private func confirmed(_ question: String) -> Bool {
    let answer = searchKey(console.ask(question) ?? "")
    return ["j", "ja", "y", "yes"].contains(answer)
  }

  /// Decides in a ledger as it was read; nothing is written.
  private func decide(
    _ make: MakeCommand, in open: OpenLedger, as founder: PersonID?
  ) throws -> Decided {
    let by = try founder ?? open.author(self)
    let id = try arguments[Common.once] ?? newCommandID(in: open)
    let command: Command
    if let earlier = open.ledger.history.transaction(of: id) {
      // A retry is made of the same words, in the ledger and on the day of the first run.
      clock.pinned = earlier.at
      command = try make(open.before(earlier))
    } else {
      command = try make(open)
    }
    do throws(Rejection) {
      let last = open.ledger.history.last?.at
      let stamp = Stamp(
        at: try RecordingClock.moment(
          now: world.now(), last: last, isChecked: arguments[Common.clockChecked]),
        by: by, command: id)
      if let earlier = try open.ledger.earlierRun(of: command, stamp) {
        let recorded = Array(
          open.log[(earlier.lines.lowerBound - 1)..<earlier.lines.upperBound])
        return Decided(recorded: recorded, warnings: [], isRepeated: true)
      }
      let decision = try open.ledger.decide(command, stamp)
      return Decided(
        recorded: decision.recorded(after: open.ledger.history.count, stamp),
        warnings: decision.warnings, isRepeated: false)
    } catch {
      throw open.failure(error, of: command)
    }
  }

  /// A random id that no earlier command has.
  private func newCommandID(in open: OpenLedger) throws -> CommandID {
    for _ in 0..<8 {
      if let id = CommandID(randomName(length: 12)),
        open.ledger.history.transaction(of: id) == nil
      {
        return id
      }
    }
    throw Failure(
      "no-randomness", exit: .bug,
      Phrase(nb: "Fant ingen ny kommando-id.", en: "found no new command id"))
  }
}

/// A decision in its envelopes.
struct Decided {
  let recorded: [Recorded]
  let warnings: [Domain.Warning]
  /// An earlier run of the same command wrote these lines; nothing is to be written.
  let isRepeated: Bool
}
