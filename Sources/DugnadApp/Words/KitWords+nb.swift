// The kit's words in Norwegian bokmål.

import CommandLineKit
import Wording

extension KitWords {
  /// Norwegian bokmål.
  static let nb = KitWords(
    help: HelpWords(
      usage: "Bruk",
      commands: "Kommandoer",
      operands: "Argumenter",
      options: "Valg",
      commonOptions: "Felles valg",
      examples: "Eksempler",
      otherNames: "Kan også skrives",
      commandPlaceholder: "KOMMANDO",
      optionsPlaceholder: "valg",
      helpOption: "Vis denne hjelpen.",
      required: "må oppgis",
      repeats: "kan oppgis flere ganger",
      defaultsTo: { "ellers \($0)" },
      oneOf: { "ett av \(listed($0, "eller"))" },
      moreHelp: { "Mer om én kommando: \($0)" }),
    problems: ProblemWords(
      unknownCommand: { word, parent in
        parent.isEmpty
          ? "Ukjent kommando «\(word)»." : "Ukjent kommando «\(word)» etter «\(parent)»."
      },
      missingCommand: { parent, choices in
        parent.isEmpty
          ? "Det mangler en kommando: \(listed(choices, "eller"))."
          : "«\(parent)» må følges av ett ord til: \(listed(choices, "eller"))."
      },
      unknownOption: { "Ukjent valg \($0)." },
      missingValue: { option, placeholder, next in
        guard let next, next != "--" else {
          return "\(option) mangler en verdi. Skriv \(option) \(placeholder)."
        }
        let joined = option.hasPrefix("--") ? "\(option)=\(next)" : "\(option)\(next)"
        return "\(option) mangler en verdi, for \(next) ser ut som et valg. "
          + "Er det likevel verdien, skriv \(joined)."
      },
      unexpectedValue: { flag, value in
        value.isEmpty
          ? "\(flag) skal ikke ha noen verdi. Skriv bare \(flag)."
          : "\(flag) skal ikke ha noen verdi, men fikk «\(value)». Skriv bare \(flag)."
      },
      repeated: { "\($0) er oppgitt flere ganger, men kan bare oppgis én gang." },
      badValue: { "\($0): «\($1)» er ikke \($2)." },
      notAChoice: { "\($0): «\($1)» kan ikke brukes her. Velg \(listed($2, "eller"))." },
      missing: { "Det mangler noe: \(listed($0, "og"))." },
      surplus: { words in
        let quoted = words.map { "«\($0)»" }
        return words.count == 1
          ? "Ett ord for mye: \(listed(quoted, "og"))."
          : "\(words.count) ord for mye: \(listed(quoted, "og"))."
      },
      didYouMean: { "Mente du \(listed($0, "eller"))?" },
      seeHelp: { "Se: \($0)" }),
    expected: { Expected.words($0, .nb) })
}

/// Returns "a, b eller c".
private func listed(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
