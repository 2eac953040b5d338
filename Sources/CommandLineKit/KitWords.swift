// Every word people read that the kit itself adds: passed in, since the kit has no language.
// `UsageError+Text.swift` and `Help.swift` choose among them and never write a word of their own.

/// The words of one language.
package struct KitWords: Sendable {
  /// Headings and small words of help.
  package let help: HelpWords
  /// One sentence for each kind of problem.
  package let problems: ProblemWords
  /// Returns the words for a key of `BadValue.expected`: "day" gives "a date such as 2024-11-01".
  package let expected: @Sendable (String) -> String

  /// Puts a language together.
  package init(
    help: HelpWords, problems: ProblemWords, expected: @escaping @Sendable (String) -> String
  ) {
    self.help = help
    self.problems = problems
    self.expected = expected
  }
}

/// Headings and small words of help. Headings stand without a colon.
package struct HelpWords: Sendable {
  /// Stands before a usage line.
  package let usage: String
  /// Heading of commands that have no group.
  package let commands: String
  /// Heading of plain words.
  package let operands: String
  /// Heading of the command's own options.
  package let options: String
  /// Heading of options that every command takes.
  package let commonOptions: String
  /// Heading of examples.
  package let examples: String
  /// Stands before the other names of a command: "Also: timer ny".
  package let otherNames: String
  /// Stands for a subcommand in a usage line.
  package let commandPlaceholder: String
  /// Stands for the optional options in a usage line, without brackets.
  package let optionsPlaceholder: String
  /// What `--help` does.
  package let helpOption: String
  /// Follows the help of a required parameter, without brackets.
  package let required: String
  /// Follows the help of a parameter that may be given several times, without brackets.
  package let repeats: String
  /// Follows the help of a parameter with a default, without brackets.
  package let defaultsTo: @Sendable (_ value: String) -> String
  /// Follows the help of a parameter with a list of values, without brackets.
  package let oneOf: @Sendable (_ choices: [String]) -> String
  /// The last line of an overview; given what to type for the help of one command.
  package let moreHelp: @Sendable (_ line: String) -> String

  /// Puts the words of help together.
  package init(
    usage: String, commands: String, operands: String, options: String, commonOptions: String,
    examples: String, otherNames: String, commandPlaceholder: String, optionsPlaceholder: String,
    helpOption: String, required: String, repeats: String,
    defaultsTo: @escaping @Sendable (String) -> String,
    oneOf: @escaping @Sendable ([String]) -> String,
    moreHelp: @escaping @Sendable (String) -> String
  ) {
    self.usage = usage
    self.commands = commands
    self.operands = operands
    self.options = options
    self.commonOptions = commonOptions
    self.examples = examples
    self.otherNames = otherNames
    self.commandPlaceholder = commandPlaceholder
    self.optionsPlaceholder = optionsPlaceholder
    self.helpOption = helpOption
    self.required = required
    self.repeats = repeats
    self.defaultsTo = defaultsTo
    self.oneOf = oneOf
    self.moreHelp = moreHelp
  }
}

/// One sentence for each kind of problem, with its full stop.
package struct ProblemWords: Sendable {
  /// The word, and the command it stood after (empty at the root).
  package let unknownCommand: @Sendable (_ word: String, _ parent: String) -> String
  /// The command, and what may follow it.
  package let missingCommand: @Sendable (_ parent: String, _ choices: [String]) -> String
  /// The option, with its dashes.
  package let unknownOption: @Sendable (_ option: String) -> String
  /// The option, its placeholder, and the word that looked like an option instead of a value.
  package let missingValue:
    @Sendable (_ option: String, _ placeholder: String, _ next: String?) -> String
  /// The flag, and the value it was given.
  package let unexpectedValue: @Sendable (_ flag: String, _ value: String) -> String
  /// The option as it was spelled the second time.
  package let repeated: @Sendable (_ option: String) -> String
  /// The parameter, the word given, and the words for what was expected.
  package let badValue:
    @Sendable (_ parameter: String, _ text: String, _ expected: String) -> String
  /// The parameter, the word given, and the words allowed.
  package let notAChoice:
    @Sendable (_ parameter: String, _ text: String, _ choices: [String]) -> String
  /// What was left out: `PERSON`, `--minutes N`.
  package let missing: @Sendable (_ parameters: [String]) -> String
  /// The plain words that have no place.
  package let surplus: @Sendable (_ words: [String]) -> String
  /// Follows a sentence when something resembles what was typed.
  package let didYouMean: @Sendable (_ suggestions: [String]) -> String
  /// The hint at the end; given what to type for help.
  package let seeHelp: @Sendable (_ line: String) -> String

  /// Puts the sentences together.
  package init(
    unknownCommand: @escaping @Sendable (String, String) -> String,
    missingCommand: @escaping @Sendable (String, [String]) -> String,
    unknownOption: @escaping @Sendable (String) -> String,
    missingValue: @escaping @Sendable (String, String, String?) -> String,
    unexpectedValue: @escaping @Sendable (String, String) -> String,
    repeated: @escaping @Sendable (String) -> String,
    badValue: @escaping @Sendable (String, String, String) -> String,
    notAChoice: @escaping @Sendable (String, String, [String]) -> String,
    missing: @escaping @Sendable ([String]) -> String,
    surplus: @escaping @Sendable ([String]) -> String,
    didYouMean: @escaping @Sendable ([String]) -> String,
    seeHelp: @escaping @Sendable (String) -> String
  ) {
    self.unknownCommand = unknownCommand
    self.missingCommand = missingCommand
    self.unknownOption = unknownOption
    self.missingValue = missingValue
    self.unexpectedValue = unexpectedValue
    self.repeated = repeated
    self.badValue = badValue
    self.notAChoice = notAChoice
    self.missing = missing
    self.surplus = surplus
    self.didYouMean = didYouMean
    self.seeHelp = seeHelp
  }
}
