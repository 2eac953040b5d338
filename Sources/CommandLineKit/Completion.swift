// Completion scripts, made from the description of the tool: what bash, zsh and fish have in
// common. Each shell gets the tables below in its own syntax, and a walk over the words typed that
// follows `CommandWalk`: every name is understood, the canonical ones are offered.
//
// What only the tool knows (`.query("persons")`) the script asks of it, with the options of the
// root that take a value handed on as they were typed (for one, where the data is):
//
//   PROGRAM help --complete persons --ledger=DIR
//
// The tool answers on standard output with one candidate a line, optionally a tab and words about
// it, in UTF-8; the script picks those that begin with what is typed. Standard input is empty and
// standard error is thrown away, so whatever cannot be answered is no line at all. Candidates are
// data: they are compared, quoted and shown, and never run as code.

/// A shell that there is a completion script for.
package enum Shell: String, CaseIterable, Sendable {
  case bash
  case zsh
  case fish
}

extension ToolDescription {
  /// Returns the completion script for `shell`; the same description gives the same bytes.
  /// `words` are needed for what `--help` does; everything else stands in the declarations.
  package func completionScript(for shell: Shell, words: KitWords) -> String {
    let tables = CompletionTables(self, words: words.help)
    switch shell {
    case .bash: return tables.bashScript
    case .zsh: return tables.zshScript
    case .fish: return tables.fishScript
    }
  }
}

/// What a script has to know about the tool, place by place.
struct CompletionTables {
  /// Something to offer, and a few words about it.
  struct Offer: Equatable {
    let text: String
    let meaning: String
  }

  /// Where the values of an option or an operand come from.
  enum Values: Hashable {
    case none
    case choices([String])
    case file
    case directory
    case query(String)
  }

  /// All the ways to write options that have the same values: `--by`, `--av`, `-p`.
  struct ValueRule: Equatable {
    var spellings: [String]
    let values: Values
  }

  /// One command, with what may follow it.
  struct Place {
    /// The canonical words that lead there, with single spaces; empty for the root.
    let name: String
    /// The names that lead further down, and to which place.
    let steps: [(names: [String], place: String)]
    let commands: [Offer]
    let options: [Offer]
    let operands: [Values]
    /// Whether every operand after the last is one more of its kind.
    let lastRepeats: Bool
    /// Options whose values differ here from what they are elsewhere.
    var exceptions: [ValueRule] = []
  }

  let program: String
  private(set) var places: [Place] = []
  /// Options that take the next word, in every spelling. One set for the whole tool: `SpecCheck`
  /// holds that a name takes a value everywhere or nowhere.
  private(set) var valued: [String] = []
  /// Those among them that are handed on when the tool is asked for values.
  let handedOn: [String]
  /// The values of options, as they are where nothing else is said.
  private(set) var rules: [ValueRule] = []
  /// The words that ask for help as the first word, and the place whose options may follow them.
  let helpNames: [String]
  let helpPlace: String
  /// What zsh calls a list of commands and of options, for those who have it shown.
  let commandsHeading: String
  let optionsHeading: String

  init(_ tool: ToolDescription, words: HelpWords) {
    program = tool.program
    handedOn = tool.root.parameters.filter { $0.shape.kind == .option }.flatMap(\.spellings)
    let help = tool.root.subcommands.first { ($0.path + $0.aliases).contains("help") }
    helpNames = help.map { $0.path + $0.aliases } ?? ["help"]
    helpPlace = help?.place ?? ""
    commandsHeading = words.commands
    optionsHeading = words.options
    var usual: [String: Values] = [:]
    add(tool.root, words, &usual)
  }

  private mutating func add(
    _ command: CommandDescription, _ words: HelpWords, _ usual: inout [String: Values]
  ) {
    let operands = command.parameters.filter { $0.shape.kind == .operand }
    var place = Place(
      name: command.place,
      steps: command.subcommands.map { ($0.path.suffix(1) + $0.aliases, $0.place) },
      commands: command.subcommands.map { child in
        Offer(text: child.path.last ?? "", meaning: oneLine(child.summary))
      },
      options: command.parameters.filter { $0.shape.kind != .operand }.flatMap(\.offers)
        + [Offer(text: "--help", meaning: oneLine(words.helpOption))],
      operands: operands.map(\.values), lastRepeats: operands.last?.shape.repeats ?? false)
    for option in command.parameters where option.shape.kind == .option {
      for spelling in option.spellings {
        if usual[spelling] == nil {
          usual[spelling] = option.values
          valued.append(spelling)
          note(spelling, option.values, in: &rules)
        } else if usual[spelling] != option.values {
          note(spelling, option.values, in: &place.exceptions)
        }
      }
    }
    places.append(place)
    for child in command.subcommands { add(child, words, &usual) }
  }

  private func note(_ spelling: String, _ values: Values, in rules: inout [ValueRule]) {
    if let index = rules.firstIndex(where: { $0.values == values }) {
      rules[index].spellings.append(spelling)
    } else {
      rules.append(ValueRule(spellings: [spelling], values: values))
    }
  }

  /// The program's name as a shell may have it in the name of a function.
  var identifier: String {
    String(
      String.UnicodeScalarView(
        program.unicodeScalars.map { scalar in
          scalar.isASCII && (scalar.properties.isAlphabetic || "0"..."9" ~= scalar) ? scalar : "_"
        }))
  }
}

extension CommandDescription {
  fileprivate var place: String { path.joined(separator: " ") }
}

extension ParameterDescription {
  /// Every way to write it as an option.
  fileprivate var spellings: [String] {
    shape.names.map { "--" + $0 } + (shape.short.map { ["-" + String($0)] } ?? [])
  }

  /// Its canonical name and its letter.
  fileprivate var offers: [CompletionTables.Offer] {
    ([shape.short.map { "-" + String($0) }, "--" + shape.name]).compactMap { $0 }
      .map { CompletionTables.Offer(text: $0, meaning: oneLine(help)) }
  }

  /// Declared choices are all there is; otherwise what the declaration says of completion.
  fileprivate var values: CompletionTables.Values {
    if !shape.choices.isEmpty { return .choices(shape.choices) }
    switch shape.completion {
    case .none: return .none
    case .file: return .file
    case .directory: return .directory
    case .query(let list): return .query(list)
    }
  }
}

/// Returns `text` with every run of blanks and line ends as one space.
private func oneLine(_ text: String) -> String {
  text.split { $0.isWhitespace }.joined(separator: " ")
}
