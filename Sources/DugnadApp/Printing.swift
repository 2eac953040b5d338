// A report goes out in the form asked for, to standard output or to a file.

import CommandLineKit
import EventStore
import Files
import Reports
import Wording

extension Context {
  /// The form asked for; `--json` is one of them.
  var form: String {
    if isJSON { return "json" }
    return arguments[Common.format] ?? (arguments[Common.open] ? "html" : "text")
  }

  /// Prints a report, or writes it to the file named by `--output`.
  ///
  /// - Parameter json: the JSON form, where a report has one of its own.
  func deliver(_ report: Report, json: (() -> String)? = nil) throws {
    if arguments[Common.open] { return try show(report) }
    try deliver(form == "json" ? json?() ?? report.json() : text(of: report))
  }

  /// A report in the form that is asked for.
  func text(of report: Report) -> String {
    switch form {
    case "json": report.json()
    case "csv": report.csv()
    case "markdown": report.markdown()
    case "html": report.html()
    default: report.table()
    }
  }

  /// Prints a text, or writes it to the file named by `--output`.
  func deliver(_ text: String) throws {
    guard let file = arguments[Common.output] else { return console.out(text) }
    let path = absolute(file)
    try write(Array(text.utf8), to: path)
    tell(say(nb: "Skrevet: \(path)", en: "Written: \(path)"))
  }

  /// Writes a file that is to be given away, in one step; never into the ledger's own folders.
  func write(_ bytes: [UInt8], to path: String, permissions: UInt32 = 0o644) throws {
    try refuseOwnFolders(path)
    do throws(FilesError) {
      try AtomicReplace.write(bytes, to: path, permissions: permissions, system: world.calls)
    } catch {
      let cause =
        error.system?.code == SystemError.notFound
        ? Phrase(nb: "mappen finnes ikke", en: "there is no such folder")
        : FindingWords.cause(error)
      throw Failure(
        "output-failed", place: path,
        Phrase(
          nb: "Filen kunne ikke skrives: \(cause.nb).",
          en: "the file could not be written: \(cause.en)"))
    }
  }

  /// A report must never take the place of the log, the register or a snapshot.
  private func refuseOwnFolders(_ path: String) throws {
    let target = Path.folder(of: path)
    let named = Path.name(of: target).lowercased()
    var isOwn =
      ["events", "register", "sent"].contains(named)
      && LedgerPlace.isLedger(
        Path.folder(of: target), calls: world.calls)
    if let ledger = try foundLedger(), let folder = try? world.calls.stat(target) {
      // By what the folder is, not by how its path is written: links lead there too.
      for own in [
        ledger.events, ledger.register, ledger.snapshots, ledger.checkpoints, ledger.sent,
      ] {
        if let own = try? world.calls.stat(own), own.isSameEntry(as: folder) { isOwn = true }
      }
    }
    if isOwn {
      throw Failure(
        "output-in-ledger", exit: .usage, place: path,
        Phrase(
          nb: "Der ligger selve regnskapet; en rapport kan ikke skrives dit.",
          en: "that is the ledger itself; a report cannot be written there"),
        hints: [Phrase(nb: "velg en annen mappe", en: "choose another folder")])
    }
  }

  /// Prints a list: a table of reports for people, `items` for programs.
  func list(
    schema: String, title: String, columns: [ReportColumn],
    _ items: [(cells: [ReportCell], json: JSONValue)]
  ) throws {
    var section = ReportSection(key: "items", title: nil, columns: columns)
    section.rows = items.map { ReportRow(.item, $0.cells) }
    if items.isEmpty { section.notes = [say(nb: "Ingen.", en: "None.")] }
    var report = Report(key: schema, language: language, title: title)
    report.sections = [section]
    try deliver(report) {
      JSONValue.object([
        "schema": .string("dugnad-\(schema):1"), "items": .array(items.map(\.json)),
      ]).text + "\n"
    }
  }
}
