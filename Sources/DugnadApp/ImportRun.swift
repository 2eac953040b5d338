// One import, from the file to what is said of it. The file is read before the lock is taken.

import CommandLineKit
import Domain
import Import
import Register
import Wording

extension Context {
  /// Takes in a file: all of it, or nothing.
  func importFile(_ typed: String) throws {
    let file = try readImported(typed)
    let reading = readSheet(
      file.sheet, kind: arguments[ImportCommand.kind], map: arguments.all(ImportCommand.map))
    if !reading.headerFaults.isEmpty {
      throw ImportWords.failure(
        reading.headerFaults, arguments[ImportCommand.kind], file.title(language))
    }
    if reading.rows.count == 0, reading.cellFaults.isEmpty {
      throw Failure(
        "no-rows", place: file.title(language),
        Phrase(
          nb: "Det er ingen rader under overskriftene.", en: "there are no rows below the headers"))
    }
    var made: ImportPlan?
    let make: MakeCommand = { open in
      var planner = try ImportPlanner(self, open, file, reading)
      let plan = try planner.planned()
      made = plan
      if plan.isEmpty {
        tellNothing(plan, file, reading, open)
        throw QuietExit(code: .done)
      }
      return plan.command
    }
    let save: BeforeCommit = { open, _ in
      try made.map { try open.save($0.persons) } ?? open.register
    }
    let telling = Telling(
      report: { decided, open, receipt in
        if let made { report(made, file, reading, decided, open, receipt) }
      },
      preview: { decided, open in
        guard let made else { return }
        arguments[Common.dryRun]
          ? preview(made, file, reading, decided, open) : tellChanges(made, file, reading, open)
      })
    // Only an update takes anything from the ledger.
    guard arguments[ImportCommand.update] else {
      return try carryOut(make, beforeCommit: save, telling: telling)
    }
    try carryOutAsking(make, beforeCommit: save, telling: telling) { _ in
      made?.changesLedger == true
    }
  }
}
