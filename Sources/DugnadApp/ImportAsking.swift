// What an update takes from the ledger is shown and asked about, where there is somebody to ask.

import CommandLineKit
import Domain
import Import
import Wording

extension Context {
  /// Asks before rows are changed or taken back; the lock is not held while a person thinks.
  ///
  /// Returns the hash of the ledger that the answer is about, or nil where nothing was asked. Throws if
  /// the answer is no.
  func confirmChanges(_ file: ImportedFile, _ reading: SheetReadingResult) throws -> String? {
    guard arguments[ImportCommand.update], console.canAsk, !arguments[Common.yes],
      !arguments[Common.dryRun], !isJSON
    else { return nil }
    let before = try open(try ledgerFolder())
    var planner = try ImportPlanner(self, before, file, reading)
    let plan = try planner.planned()
    guard plan.changesLedger else { return nil }
    let teller = ImportTeller(self, plan, file, reading, before)
    for line in teller.readLines + teller.changeLines { print(line) }
    teller.warnOfFile()
    let answer = searchKey(
      console.ask(say(nb: "Gjøre dette? [j/N] ", en: "Do this? [y/N] "))
        ?? "")
    guard ["j", "ja", "y", "yes"].contains(answer) else {
      tell(say(nb: "Ingenting er gjort.", en: "Nothing was done."))
      throw QuietExit(code: .refused)
    }
    return before.lastHash
  }

  /// Throws if the ledger is not the one that somebody said yes to.
  func refuseMoved(_ open: OpenLedger, since hash: String?) throws {
    guard let hash, open.lastHash != hash else { return }
    throw Failure(
      "ledger-moved",
      Phrase(
        nb: "Noen skrev i regnskapet mens du tenkte; ingenting er gjort.",
        en: "somebody wrote to the ledger meanwhile; nothing was done"),
      hints: [Phrase(nb: "prøv igjen", en: "try again")])
  }
}

extension ImportPlan {
  /// Whether something that stands in the ledger would say something else, or be gone.
  var changesLedger: Bool {
    !corrections.isEmpty || !vanished.isEmpty || differing.contains(where: \.isChanged)
  }

  /// What is said when most of what a list brought is gone from it: it may be another list, or a part.
  var lossWarning: Phrase? {
    guard let comparison, vanished.count >= Self.lossMin else { return nil }
    let known = comparison.same.count + comparison.changed.count + comparison.vanished.count
    guard vanished.count * 2 > known else { return nil }
    return Phrase(
      nb:
        "\(vanished.count) av \(known) føringer fra «\(made.source)» er borte fra filen og tas tilbake",
      nn:
        "\(vanished.count) av \(known) føringar frå «\(made.source)» er borte frå fila og blir tekne tilbake",
      en:
        "\(vanished.count) of \(known) entries of '\(made.source)' are gone from the file and taken back"
    )
  }

  /// Fewer rows than this come and go in a small list.
  private static let lossMin = 5

  /// What is said in place of "everything is in already" when the file and the ledger differ and nothing
  /// is recorded; nil when they agree.
  var leftAlone: Phrase? {
    let changed = (comparison?.changed.count ?? 0) + differing.count { !$0.isChanged }
    let gone = comparison?.vanished.count ?? 0
    if changed + gone == 0 { return nil }
    // Persons are never changed by a file.
    let way =
      made.kind == .persons
      ? Phrase(nb: "", en: "")
      : Phrase(
        nb: " Følg filen: --oppdater", nn: " Følg fila: --oppdater",
        en: " Follow the file: --update")
    return Phrase(
      nb: "Ingenting nytt å føre, men \(changed) endret og \(gone) borte i filen er ikke fulgt."
        + way.nb,
      nn: "Ingenting nytt å føre, men \(changed) endra og \(gone) borte i fila er ikkje følgde."
        + way.nn,
      en:
        "Nothing new to record, but \(changed) changed and \(gone) gone in the file were not followed."
        + way.en)
  }
}
