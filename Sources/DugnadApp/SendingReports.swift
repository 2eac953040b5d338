// Giving a report away is an event: what, to whom, from which line, with which figures. The bytes are kept
// under their digest, and never hold a name; names are put in only for the eyes that asked.

import CommandLineKit
import Domain
import EventStore
import Evidence
import Files
import Import
import Integrity
import Projections
import Register
import Reports
import Wording

extension Context {
  typealias MakeReport = (LedgerView) throws -> Report

  /// Prints a report, and with `--sent-to` records that it was sent and keeps its bytes.
  ///
  /// - Parameters:
  ///   - plain: the report without names.
  ///   - named: the same with names, where the report has any to show.
  func deliverOrSend(
    _ scope: SentReport.Scope, _ plain: @escaping MakeReport, named: MakeReport? = nil
  ) throws {
    let shown = arguments[ReportCommand.names] ? named ?? plain : plain
    guard let to = arguments[ReportCommand.sentTo] else {
      if arguments[ReportCommand.sentOn] != nil {
        throw Failure.usage(
          "sent-on-alone", nb: "--sendt-dag hører til --sendt-til.",
          en: "--sent-on belongs to --sent-to")
      }
      if arguments[Common.dryRun] {
        throw Failure.usage(
          "nothing-to-write",
          nb: "--prøv hører til --sendt-til: ellers fører en rapport ingenting.",
          en: "--dry-run belongs to --sent-to: a report records nothing otherwise")
      }
      return try deliver(shown(try view()))
    }
    if arguments[Common.knownOn] != nil {
      throw Failure.usage(
        "sent-as-known-now",
        nb: "Det som sendes, er det som er kjent nå: --sendt-til og --slik-kjent går ikke sammen.",
        en: "what is sent is what is known now: --sent-to and --as-known-on do not go together")
    }
    let day = arguments[ReportCommand.sentOn]
    var printed: Report?
    var kept: [UInt8] = []
    let make: MakeCommand = { open in
      let view = LedgerView(
        open: open,
        basis: ReportBasis(
          opening: open.state.opening, through: open.log.count, hash: open.lastHash))
      printed = try shown(view)
      kept = Array(text(of: try plain(view)).utf8)
      return .noteSent(try sent(scope, to: to, on: day, bytes: kept, in: open))
    }
    try carryOut(
      make,
      beforeCommit: { open, _ in
        try keep(kept, in: open.folder)
        // What is recorded as sent is in the hands of whoever sends it.
        if arguments[Common.output] != nil, let printed { try deliver(printed) }
        return open.register
      }, telling: telling)
    if arguments[Common.output] == nil, !isJSON, let printed { try deliver(printed) }
  }

  /// The report itself goes to standard output, so what was recorded is told beside it.
  private var telling: Telling {
    Telling { decided, open, receipt in
      if isJSON { return report(decided, in: open, receipt) }
      if let receipt { tellRepairs(receipt) }
      for recorded in decided.recorded {
        tell("\(recorded.idText): \(open.words(recorded, language))")
      }
    } preview: { decided, open in
      try preview(decided, in: open)
    }
  }

  /// What is said of the report: everything but its place in the log.
  private func sent(
    _ scope: SentReport.Scope, to: String, on day: SpelledDay?, bytes: [UInt8], in open: OpenLedger
  ) throws -> SentReport {
    if open.log.isEmpty { throw open.failure(.notOpened) }
    try refusePerson(to, open)
    let log = HashedLog(records: open.log, hashes: open.hashes)
    guard
      let figures = log.sentFigures(
        of: scope, size: log.records.count, figureSet: 1, state: open.state)
    else {
      if case .grant(let id) = scope { throw open.failure(.unknownGrant(id)) }
      throw open.failure(.notOpened)
    }
    return SentReport(
      scope, to: to, on: day?.day(today: today) ?? today, size: log.records.count,
      digest: figures.digest, grants: figures.grants, form: sentForm,
      file: SHA256.hash(bytes).hex)
  }

  /// The log names no person: not as the receiver of a report either.
  private func refusePerson(_ name: String, _ open: OpenLedger) throws {
    guard open.register.profiles.contains(where: { searchKey($0.name) == searchKey(name) }) else {
      return
    }
    throw Failure(
      "sent-to-person",
      Phrase(
        nb: "«\(name)» er en person i registeret, og loggen nevner ingen ved navn.",
        en: "'\(name)' is a person of the register, and the log names nobody"),
      hints: [
        Phrase(
          nb: "skriv tilskuddsgiveren eller kontoret: --sendt-til Bufdir",
          en: "name the funder or the office: --sent-to Bufdir")
      ])
  }

  private var sentForm: SentReport.Form { SentReport.Form(rawValue: form) ?? .text }

  /// Keeps the bytes before the log names them. A command that is refused or interrupted after this
  /// leaves a file that no line names, and that is no harm.
  private func keep(_ bytes: [UInt8], in folder: LedgerFolder) throws {
    let path = Path.join(
      folder.sent, SHA256.hash(bytes).hex + "." + sentForm.fileExtension)
    do throws(FilesError) {
      let sent = Folder(folder.sent, system: world.calls)
      if let kind = try Folder.kind(atPath: folder.sent, system: world.calls), kind != .directory {
        throw .notRegularFile(path: folder.sent, found: kind)
      }
      if try !sent.exists() {
        try sent.create(permissions: 0o755)
        try Folder(folder.path, system: world.calls).sync()
      }
      try AtomicReplace.write(bytes, to: path, permissions: 0o644, system: world.calls)
    } catch {
      let cause = FindingWords.cause(error)
      throw Failure(
        "sent-not-kept", place: path,
        Phrase(
          nb: "Rapporten kunne ikke tas vare på: \(cause.nb). Ingenting er ført.",
          en: "the report could not be kept: \(cause.en). Nothing was recorded"))
    }
  }
}

// MARK: - What changed since

extension Context {
  /// Prints what has changed since a report was sent, and nothing else.
  func deliverChanges(of scope: SentReport.Scope, since typed: String) throws {
    for (name, isGiven) in [
      ("--sent-to", arguments[ReportCommand.sentTo] != nil),
      ("--dry-run", arguments[Common.dryRun]),
    ] where isGiven {
      throw Failure.usage(
        "since-alone", nb: "--siden viser bare hva som er endret, og tar ikke \(name).",
        en: "--since only shows what changed, and does not take \(name)")
    }
    let view = try view()
    if case .grant(let id) = scope, view.state.grants[id] == nil {
      throw view.open.failure(.unknownGrant(id))
    }
    let sent = try point(typed, scope, view)
    let changes = SentChanges(since: sent.content, log: view.log)
    let names = arguments[ReportCommand.names] ? view.names : .none
    try deliver(
      SentChangesReport(changes, since: sent, basis: view.basis, names: names, language).report)
  }

  /// The report that is meant: by its id, the last one, or the last one of a day.
  private func point(
    _ typed: String, _ scope: SentReport.Scope, _ view: LedgerView
  ) throws -> Sent {
    let all = view.state.sent.values.filter { $0.content.scope == scope }.sorted { $0.id < $1.id }
    if let id = SentID(text: typed) {
      if let sent = all.first(where: { $0.id == id }) { return sent }
    } else if ["last", "siste"].contains(searchKey(typed)) {
      if let sent = all.last { return sent }
    } else if let day = SpelledDay(typed)?.day(today: today) {
      if let sent = all.last(where: { $0.content.on <= day }) { return sent }
    } else {
      throw Failure.usage(
        "bad-since", nb: "«\(typed)» er verken en sendt rapport (r3151), en dato eller «siste».",
        en: "'\(typed)' is neither a sent report (r3151), a date, nor 'last'")
    }
    let known = all.map {
      "\($0.id.text) \($0.content.on.text) \($0.content.to)"
    }
    throw Failure(
      "not-sent", Phrase(nb: "Ingen slik rapport er sendt.", en: "no such report was sent"),
      hints: known.isEmpty
        ? [
          Phrase(
            nb: "før at den sendes: samme kommando med --sendt-til HVEM",
            en: "record it when it is sent: the same command with --sent-to WHO")
        ]
        : [
          Phrase(
            nb: "sendt: \(known.joined(separator: "; "))",
            en: "sent: \(known.joined(separator: "; "))")
        ])
  }
}
