// waive: somebody has looked at what the audit finds about an entry, and stands by it. The finding is
// then told apart, with who and why, until the entry is corrected.

import CommandLineKit
import Domain
import Projections
import Reports
import Wording

/// `dugnad waive`.
enum WaiveCommand {
  static let entries: Parameter<EntryID> = Values.id(operand: "entry", repeats: true)
  static let finding = Parameter<String>.option(
    "finding", aliases: ["funn"], placeholder: "ID",
    choices: PlausibilityID.allCases.map(\.rawValue))
  static let reason = Parameter<String>.option(
    "reason", aliases: ["grunn"], placeholder: "REASON",
    choices: AcceptReason.allCases.map(\.rawValue))

  static func spec(_ say: Say) -> CommandSpec<Context> {
    CommandSpec(
      say, "waive", ["begrunn"], group: say(nb: "Tillit", en: "Trust"),
      summary: say(
        nb: "stå ved føringer som kontrollen spør om",
        en: "stand by entries that the audit asks about"),
      discussion: say(
        nb:
          "Bare det kontrollen finner nå, kan begrunnes. Begrunnelsen står i loggen med hvem og hvorfor. "
          + "Den faller når føringen rettes, og kan angres som alt annet.",
        en:
          "Only what the audit finds now can be stood by. It stands in the log with who and why, falls "
          + "when the entry is corrected, and can be undone like everything else."),
      parameters: [
        ParameterSpec(
          entries, help: say(nb: "føringer: h731 h732", en: "entries: h731 h732"),
          placeholder: say(nb: "FØRING", en: "ENTRY")),
        ParameterSpec(
          finding,
          help: say(
            nb: "funnet; hva det betyr: dugnad kontroll --forklar ID",
            en: "the finding; what it means: dugnad audit --explain ID")),
        ParameterSpec(
          reason,
          help: say(
            nb: "hvorfor: checked (kontrollert mot papir), not-needed, board (styret), other",
            en: "why: checked (on paper), not-needed, board, other")),
      ] + Common.writing(say),
      examples: [
        Example(
          say(
            nb: "begrunn h731 --funn no-signup --grunn checked",
            en: "waive h731 --finding no-signup --reason checked"),
          say(nb: "hun kom uten å ha meldt seg på", en: "she came without having signed up"))
      ], run: run)
  }

  private static func run(_ arguments: Arguments, _ context: Context) throws {
    guard let id = arguments[finding].flatMap(PlausibilityID.init),
      let reason = arguments[reason].flatMap(AcceptReason.init)
    else {
      throw Failure.usage(
        "finding-and-reason", nb: "Si hvilket funn og hvorfor: --funn ID --grunn GRUNN.",
        en: "say which finding and why: --finding ID --reason REASON")
    }
    let entries = arguments.all(entries)
    try context.carryOut { open in
      let plausibility = Plausibility(open.ledger)
      for entry in entries {
        guard open.state.entries[entry] != nil else { throw open.failure(.unknownEntry(entry)) }
        let found = plausibility.findings(of: entry)
        if !found.contains(where: { $0.id == id }) { throw notFound(id, entry, found) }
      }
      return .waive(entries, finding: id.rawValue, reason)
    }
  }

  private static func notFound(
    _ id: PlausibilityID, _ entry: EntryID, _ found: [PlausibilityFinding]
  ) -> Failure {
    let others = found.map { Failure.Item(text: text($0), json: PlausibilityAnswer.json($0, .en)) }
    var failure = Failure(
      "finding-not-found",
      others.isEmpty
        ? Phrase(
          nb: "Kontrollen finner ingenting på \(entry.text); det er ingenting å begrunne.",
          en: "the audit finds nothing about \(entry.text); there is nothing to stand by")
        : Phrase(
          nb: "Kontrollen finner ikke \(id.rawValue) på \(entry.text). Den finner:",
          en: "the audit does not find \(id.rawValue) about \(entry.text). It finds:"),
      hints: [
        Phrase(
          nb: "hver føring det gjelder: dugnad kontroll --alle",
          en: "each entry it is about: dugnad audit --all")
      ])
    failure.items = others
    return failure
  }

  private static func text(_ finding: PlausibilityFinding) -> Phrase {
    let (id, text) = (finding.id.rawValue, PlausibilityWords.text(finding))
    return Phrase(nb: "\(id): \(text.nb)", nn: "\(id): \(text.nn)", en: "\(id): \(text.en)")
  }
}
