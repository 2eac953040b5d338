// What can be wrong with the words, as facts. The sentences are made in `UsageError+Text.swift`
// with words that are passed in; the app decides where they go and with which exit code.

/// Everything found wrong with one command line.
package struct UsageError: Error, Sendable {
  /// The faults, in the order a reader would want them; never empty.
  package let problems: [Problem]
  /// The command they were found in, as far as it was matched.
  package let command: CommandDescription
  /// What could be read all the same, such as `--lang` or `--json`, for the form of the answer.
  package let understood: Arguments

  /// One fault. Options are spelled with their dashes, operands as their placeholder.
  package enum Problem: Sendable, Equatable {
    /// No such command below `path`.
    case unknownCommand(String, path: [String], suggestions: [String])
    /// The command needs one of `choices` after it.
    case missingCommand(path: [String], choices: [String])
    /// No such option of this command.
    case unknownOption(String, suggestions: [String])
    /// An option without its value; `next` is the word that was taken for an option instead.
    case missingValue(String, placeholder: String, next: String?)
    /// A flag was given a value.
    case unexpectedValue(String, value: String)
    /// Given more than once, and only once makes sense.
    case repeated(String)
    /// A value that is not what `expected` names.
    case badValue(String, text: String, expected: String)
    /// A value outside the list.
    case notAChoice(String, text: String, choices: [String], suggestions: [String])
    /// Required options and operands that were left out.
    case missing([String])
    /// More plain words than the command takes.
    case surplus([String])

    /// What the user may have meant.
    package var suggestions: [String] {
      switch self {
      case .unknownCommand(_, _, let words), .unknownOption(_, let words),
        .notAChoice(_, _, _, let words):
        words
      case .missingCommand, .missingValue, .unexpectedValue, .repeated, .badValue, .missing,
        .surplus:
        []
      }
    }
  }
}
