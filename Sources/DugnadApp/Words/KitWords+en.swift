// The kit's words in English.

import CommandLineKit
import Wording

extension KitWords {
  /// English.
  static let en = KitWords(
    help: HelpWords(
      usage: "Usage",
      commands: "Commands",
      operands: "Arguments",
      options: "Options",
      commonOptions: "Common options",
      examples: "Examples",
      otherNames: "Also called",
      commandPlaceholder: "COMMAND",
      optionsPlaceholder: "options",
      helpOption: "Show this help.",
      required: "required",
      repeats: "may be given several times",
      defaultsTo: { "default: \($0)" },
      oneOf: { "one of \(listed($0, "or"))" },
      moreHelp: { "More about one command: \($0)" }),
    problems: ProblemWords(
      unknownCommand: { word, parent in
        parent.isEmpty
          ? "There is no command '\(word)'." : "There is no command '\(word)' after '\(parent)'."
      },
      missingCommand: { parent, choices in
        parent.isEmpty
          ? "A command is missing: \(listed(choices, "or"))."
          : "'\(parent)' needs one more word: \(listed(choices, "or"))."
      },
      unknownOption: { "Unknown option \($0)." },
      missingValue: { option, placeholder, next in
        guard let next, next != "--" else {
          return "\(option) needs a value. Write \(option) \(placeholder)."
        }
        let joined = option.hasPrefix("--") ? "\(option)=\(next)" : "\(option)\(next)"
        return "\(option) needs a value, but \(next) looks like an option. "
          + "If it is the value, write \(joined)."
      },
      unexpectedValue: { flag, value in
        value.isEmpty
          ? "\(flag) takes no value; write only \(flag)."
          : "\(flag) takes no value, so '\(value)' has no place; write only \(flag)."
      },
      repeated: { "\($0) is given more than once; once is enough." },
      badValue: { "\($0): '\($1)' is not \($2)." },
      notAChoice: { "\($0): '\($1)' is not one of the choices: \(listed($2, "or"))." },
      missing: { "Missing: \(listed($0, "and"))." },
      surplus: { words in
        let quoted = words.map { "'\($0)'" }
        return words.count == 1
          ? "One word too many: \(listed(quoted, "and"))."
          : "\(words.count) words too many: \(listed(quoted, "and"))."
      },
      didYouMean: { "Did you mean \(listed($0, "or"))?" },
      seeHelp: { "See: \($0)" }),
    expected: { Expected.words($0, .en) })
}

/// Returns "a, b or c".
private func listed(_ words: [String], _ conjunction: String) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
}
