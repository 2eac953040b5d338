// What a command is: one value, declared once, from which parsing, help, suggestions and the
// description of the whole tool are made. Nothing here prints or knows what the tool is about.

/// A declared command: its names, its words for people, what it takes, and what it does.
///
/// `Context` is the app's own type; it is handed to `run` and to nothing else.
package struct CommandSpec<Context>: Sendable {
  /// The canonical name, which stands in `Arguments.path`.
  package let name: String
  /// Other names that mean the same, such as the Norwegian one.
  package let aliases: [String]
  /// The heading this command stands under in an overview; empty for the common heading.
  package let group: String
  /// One line, as it stands in an overview.
  package let summary: String
  /// More to say on the command's own page; line ends are kept, lines are wrapped.
  package let discussion: String
  /// What it takes, in the order help shows it; operands are filled in this order.
  package let parameters: [ParameterSpec]
  /// Lines that may be typed as they stand; `SpecCheck` parses each of them.
  package let examples: [Example]
  /// The commands below it: the verbs of a noun.
  package let subcommands: [CommandSpec<Context>]
  /// What it does; nil for a noun that needs a verb.
  package let run: (@Sendable (Arguments, Context) throws -> Void)?

  /// Declares a command. A noun without a verb has no `run`; a command may have both.
  package init(
    _ name: String, aliases: [String] = [], group: String = "", summary: String,
    discussion: String = "", parameters: [ParameterSpec] = [], examples: [Example] = [],
    subcommands: [CommandSpec<Context>] = [],
    run: (@Sendable (Arguments, Context) throws -> Void)? = nil
  ) {
    self.name = name
    self.aliases = aliases
    self.group = group
    self.summary = summary
    self.discussion = discussion
    self.parameters = parameters
    self.examples = examples
    self.subcommands = subcommands
    self.run = run
  }

  /// Returns whether `word` is one of its names; canonically equivalent spellings are equal.
  package func answers(to word: String) -> Bool {
    name == word || aliases.contains(word)
  }

  /// Returns the subcommand that `word` names.
  package func subcommand(_ word: String) -> CommandSpec<Context>? {
    subcommands.first { $0.answers(to: word) }
  }

  /// Whether a plain word may be something else than the name of a subcommand.
  var takesOperands: Bool { parameters.contains { $0.shape.kind == .operand } }
}

/// A line to type and what it does.
package struct Example: Sendable, Equatable {
  /// The words after the program's name, quoted as a shell would want them.
  package let words: String
  /// What it means, in a few words.
  package let meaning: String

  /// Pairs a line with its meaning.
  package init(words: String, meaning: String) {
    self.words = words
    self.meaning = meaning
  }

  /// Pairs a line with its meaning.
  package init(_ words: String, _ meaning: String) {
    self.init(words: words, meaning: meaning)
  }
}
