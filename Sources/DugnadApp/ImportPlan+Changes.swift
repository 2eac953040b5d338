// What an import changes of what stands in the ledger, and what it leaves.

import Domain
import Import
import Wording

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
