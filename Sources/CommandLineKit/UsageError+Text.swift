// Facts become sentences: one a problem, with what was probably meant; then the usage line and
// where to read more. All words come from `KitWords`; nothing is printed here.

extension UsageError {
  /// Returns a sentence for each problem, then the usage lines and the hint.
  package func text(words: KitWords, program: String, width: Int = 80) -> [String] {
    sentences(words: words)
      + usage(words: words, program: program, width: width)
      + [hint(words: words, program: program)]
  }

  /// Returns a sentence for each problem, with what was probably meant.
  package func sentences(words: KitWords) -> [String] {
    problems.map { problem in
      let sentence = problem.sentence(words)
      let suggestions = problem.suggestions
      return suggestions.isEmpty
        ? sentence : sentence + " " + words.problems.didYouMean(suggestions)
    }
  }

  /// Returns the usage line of the command, wrapped.
  package func usage(words: KitWords, program: String, width: Int = 80) -> [String] {
    command.usageLines(words: words, program: program, width: width)
  }

  /// Returns the sentence that says where help is.
  package func hint(words: KitWords, program: String) -> String {
    words.problems.seeHelp(([program] + command.path + ["--help"]).joined(separator: " "))
  }
}

extension UsageError.Problem {
  /// Returns the fact in words, without suggestions.
  fileprivate func sentence(_ words: KitWords) -> String {
    let say = words.problems
    return switch self {
    case .unknownCommand(let word, let path, _):
      say.unknownCommand(word, path.joined(separator: " "))
    case .missingCommand(let path, let choices):
      say.missingCommand(path.joined(separator: " "), choices)
    case .unknownOption(let option, _):
      say.unknownOption(option)
    case .missingValue(let option, let placeholder, let next):
      say.missingValue(option, placeholder, next)
    case .unexpectedValue(let flag, let value):
      say.unexpectedValue(flag, value)
    case .repeated(let option):
      say.repeated(option)
    case .badValue(let parameter, let text, let expected):
      say.badValue(parameter, text, words.expected(expected))
    case .notAChoice(let parameter, let text, let choices, _):
      say.notAChoice(parameter, text, choices)
    case .missing(let parameters):
      say.missing(parameters)
    case .surplus(let surplus):
      say.surplus(surplus)
    }
  }
}
