// Opening a ledger to read it: as it is, or as it was known at some point.

import CommandLineKit
import Domain
import EventStore
import Files
import Import
import Integrity
import Register
import Reports
import Wording

extension Context {
  /// Opens a ledger as it is now.
  func open(_ folder: LedgerFolder) throws -> OpenLedger {
    do throws(StoreError) {
      let log = try EventStore.load(folder: folder, calls: world.calls)
      return opened(folder, log, register(in: folder))
    } catch {
      throw Failure(error)
    }
  }

  /// Returns what was read, with the register beside it.
  func opened(
    _ folder: LedgerFolder, _ log: borrowing LoadedLog, _ register: Register
  ) -> OpenLedger {
    OpenLedger(
      folder: folder, ledger: Ledger(log.records), hashes: log.hashes, register: register,
      calls: world.calls)
  }

  /// The register of a writer: one that cannot be read stops the command, since saving would replace it.
  func registerToWrite(in folder: LedgerFolder) throws -> Register {
    do throws(RegisterError) {
      return try Register.load(folder: folder.register, calls: world.calls) ?? Register()
    } catch {
      throw Failure(error)
    }
  }

  /// Says so when the names are gone that the log is committed to.
  func warnOfLostRegister(_ open: OpenLedger) {
    let isLost =
      open.register.profiles.isEmpty && open.state.persons.values.contains { $0.commitment != nil }
    guard isLost else { return }
    warn(
      Phrase(
        nb: "registeret over personer mangler; legg tilbake register/ fra en kopi",
        en: "the register of persons is missing; restore register/ from a copy"))
  }

  /// The register, or an empty one: a reader without it sees ids.
  private func register(in folder: LedgerFolder) -> Register {
    do throws(RegisterError) {
      _ = try NoteBook.load(folder: folder.register, calls: world.calls)
    } catch {
      warn(
        Phrase(
          nb: "register/notes.json kan ikke leses; legg den tilbake fra en kopi",
          en: "register/notes.json cannot be read; restore it from a copy"))
    }
    do throws(RegisterError) {
      return try Register.load(folder: folder.register, calls: world.calls) ?? Register()
    } catch {
      warn(Failure(error).message)
      return Register()
    }
  }

  /// Opens the ledger of this run as it is asked to be known: `--as-known-on`.
  func view() throws -> LedgerView {
    let folder = try ledgerFolder()
    let known = arguments[Common.knownOn]
    do {
      let log = try EventStore.load(folder: folder, calls: world.calls)
      var records = log.records
      if records.isEmpty { throw RejectionWords.plain.failure(.notOpened) }
      var basis: ReportBasis.KnownOn?
      if let known {
        let (through, how) = knownThrough(known, records)
        try refuseUnknown(known, through, records)
        basis = how
        records = Array(records.prefix(through))
      }
      let hash = records.isEmpty ? nil : log.hashes[records.count - 1]
      let open = OpenLedger(
        folder: folder, ledger: Ledger(records),
        hashes: Array(log.hashes.prefix(records.count)), register: register(in: folder),
        calls: world.calls)
      return LedgerView(
        open: open,
        basis: ReportBasis(
          opening: open.state.opening, through: records.count, hash: hash?.hex ?? "",
          asKnownOn: basis))
    } catch let error as StoreError {
      throw Failure(error)
    }
  }

  /// Returns the last line known then, rounded down to whole transactions, and how it is told.
  private func knownThrough(
    _ known: SpelledMoment, _ log: [Recorded]
  ) -> (through: Int, ReportBasis.KnownOn) {
    let isKnown: (Recorded) -> Bool
    let how: ReportBasis.KnownOn
    switch known {
    case .now:
      isKnown = { _ in true }
      how = .now
    case .day(let spelled):
      let day = spelled.day(today: today)
      isKnown = { $0.at <= Instant.endOfDay(day) }
      how = .day(day)
    case .instant(let instant):
      isKnown = { $0.at <= instant }
      how = .moment(instant)
    case .line(let line):
      isKnown = { $0.seq <= line }
      how = .line(min(line, log.count))
    }
    let last = log.last { isKnown($0) && $0.left == 0 }
    return (last?.seq ?? 0, how)
  }

  /// Throws when nothing was known then, or the line is not there yet.
  private func refuseUnknown(
    _ known: SpelledMoment, _ through: Int, _ log: [Recorded]
  ) throws {
    if case .line(let line) = known, line > log.count {
      throw RejectionWords.plain.failure(.noSuchLine(line))
    }
    if through == 0, let first = log.first {
      throw Failure(
        "nothing-known",
        Phrase(
          nb: "Da var ingenting ført; regnskapet begynner \(first.at.text).",
          en: "nothing was recorded then; the ledger begins at \(first.at.text)"))
    }
  }

  /// Opens the writer, which holds the lock.
  func locked(_ folder: LedgerFolder) throws -> Writer {
    do throws(StoreError) {
      return try Writer.open(folder: folder, calls: world.calls)
    } catch {
      throw Failure(error)
    }
  }
}

/// A ledger as it was known, and what a report says about that.
struct LedgerView {
  let open: OpenLedger
  let basis: ReportBasis

  var state: State { open.state }
  var log: [Recorded] { open.log }
  var names: PersonNames { open.names }
}

extension OpenLedger {
  /// An event in words, without who and when.
  func words(_ recorded: Recorded, _ language: Language) -> String {
    LogReport.sentence(recorded, names: names, language)
  }
}
