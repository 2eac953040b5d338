// What an import says when it is done, or would be: what was read, what is recorded, how to take it back.
// Four hundred entries are not printed; `--json` has them.

import CommandLineKit
import Domain
import EventStore
import Import
import Projections
import Reports
import Wording

/// Most figures that are listed.
private let changesMax = 40

extension Context {
  /// Tells what was recorded.
  func report(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult,
    _ decided: Decided, _ open: OpenLedger, _ receipt: Writer.Receipt?
  ) {
    if let receipt { tellRepairs(receipt) }
    let teller = ImportTeller(self, plan, file, reading, open)
    if isJSON { return print(teller.json(decided).text) }
    teller.warnOfFile()
    if decided.isRepeated {
      tell(
        say(
          nb: "Dette var ført fra før; ingenting nytt.",
          en: "This was recorded before; nothing new."))
    }
    for line in teller.readLines + teller.recordedLines(decided, isDryRun: false) { print(line) }
    teller.warn(decided.warnings)
    if decided.isRepeated { return }
    print(say(nb: "angre: dugnad angre \(plan.id.text)", en: "undo: dugnad undo \(plan.id.text)"))
    for recorded in decided.recorded {
      guard case .undone = recorded.event else { continue }
      print(
        Phrase(
          nb: "sett deretter tilbake det som ble tatt: dugnad angre \(recorded.seq)",
          nn: "set deretter tilbake det som vart teke: dugnad angre \(recorded.seq)",
          en: "then put back what was taken: dugnad undo \(recorded.seq)")(language))
    }
  }

  /// Tells what would be recorded, and which figures it would change.
  func preview(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult, _ decided: Decided,
    _ open: OpenLedger
  ) {
    let teller = ImportTeller(self, plan, file, reading, open)
    let changes = decided.isRepeated ? [] : changes(decided, open)
    if isJSON { return print(teller.json(decided, isDryRun: true, changes).text) }
    teller.warnOfFile()
    for line in teller.readLines + teller.recordedLines(decided, isDryRun: true) { print(line) }
    teller.warn(decided.warnings)
    let shown = changes.filter(\.isTold).prefix(changesMax)
    for change in shown { print("  \(change.address.text): \(change.before) → \(change.after)") }
    let more = changes.count - shown.count
    if more > 0 {
      print(
        "  … "
          + say(
            nb: "og \(more) tall til (alle: --json)", en: "and \(more) more figures (all: --json)"))
    }
    if changes.isEmpty { print("  " + say(nb: "ingen tall endres", en: "no figure changes")) }
  }

  /// Tells what an update changes and takes back, before it is asked about.
  func tellChanges(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult, _ open: OpenLedger
  ) {
    let teller = ImportTeller(self, plan, file, reading, open)
    for line in teller.readLines + teller.changeLines { print(line) }
    teller.warnOfFile()
  }

  /// Tells that there is nothing to record.
  func tellNothing(
    _ plan: ImportPlan, _ file: ImportedFile, _ reading: SheetReadingResult, _ open: OpenLedger
  ) {
    let teller = ImportTeller(self, plan, file, reading, open)
    if isJSON { return print(teller.json(nil, isDryRun: arguments[Common.dryRun]).text) }
    teller.warnOfFile()
    for line in teller.readLines { print(line) }
    if let left = plan.leftAlone { return print(left(language)) }
    let id = plan.made.after.map { " (\($0.text))" } ?? ""
    print(
      say(
        nb: "Alt er inne fra før\(id); ingenting nytt å føre.",
        en: "Everything is in already\(id); nothing new to record."))
  }
}

extension Context.Change {
  /// Whether a person wants to read it: a figure of the year, or hours of a part that has a name.
  fileprivate var isTold: Bool {
    switch address.scope {
    case .year: true
    case .activity: address.measure == .hours
    case .group(let name), .sector(let name): address.measure == .hours && name != nil
    case .recipient, .category: false
    }
  }
}
