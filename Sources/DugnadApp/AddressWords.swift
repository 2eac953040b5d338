// Why there is no such figure, and which there are.

import CommandLineKit
import Domain
import Projections
import Wording

/// Sentences about addresses of figures.
enum AddressWords {
  static func failure(_ fault: AddressFault, _ typed: String) -> Failure {
    switch fault {
    case .notAnAddress:
      return Failure(
        "not-a-figure", exit: .usage,
        Phrase(
          nb: "«\(typed)» er ikke adressen til et tall.",
          en: "'\(typed)' is not the address of a figure"),
        hints: [
          Phrase(
            nb: "for eksempel 2024/distinct, 2024/KODE/hours eller 2024/group/NAVN/distinct",
            en: "such as 2024/distinct, 2024/CODE/hours or 2024/group/NAME/distinct")
        ])
    case .noMeasure(let scope, let year):
      let address = scope.text(in: year)
      return Failure(
        "no-measure", exit: .usage,
        Phrase(nb: "Hvilket tall i \(address)?", en: "which figure of \(address)?"),
        hints: [
          Phrase(nb: "for eksempel \(address)/hours", en: "such as \(address)/hours")
        ])
    case .unknownMeasure(let word, let known):
      let list = known.map(\.rawValue).joined(separator: ", ")
      return Failure(
        "unknown-measure", exit: .usage,
        Phrase(nb: "«\(word)» er ikke noe som telles.", en: "'\(word)' is nothing that is counted"),
        hints: [Phrase(nb: "det som telles: \(list)", en: "what is counted: \(list)")])
    case .unknownActivity(let code, let known):
      return unknown(code.text, known.map(\.text), nb: "aktivitet", en: "activity")
    case .unknownGroup(let name, let known): return unknown(name, known, nb: "gruppe", en: "group")
    case .unknownSector(let name, let known):
      return unknown(name, known, nb: "sektor", en: "sector")
    case .unknownRecipient(let name, let known):
      return unknown(name, known, nb: "mottakerenhet", en: "recipient")
    }
  }

  private static func unknown(
    _ name: String, _ known: [String], nb: String, en: String
  ) -> Failure {
    let near = suggestions(for: name, among: known, limit: 3)
    let list = (near.isEmpty ? Array(known.prefix(12)) : near).joined(separator: ", ")
    return Failure(
      "unknown-\(en)",
      Phrase(nb: "Året har ingen \(nb) «\(name)».", en: "the year has no \(en) '\(name)'"),
      hints: list.isEmpty
        ? []
        : [
          near.isEmpty
            ? Phrase(nb: "det finnes: \(list)", en: "there are: \(list)")
            : Phrase(nb: "mente du \(list)?", en: "did you mean \(list)?")
        ])
  }
}
