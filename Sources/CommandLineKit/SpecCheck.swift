// Faults in the declarations themselves. A test calls `specFaults(in:)` on the app's commands
// and expects nothing, so that a wrong declaration never reaches a user.

/// Something wrong with a declared command.
package struct SpecFault: Sendable, Equatable {
  /// The canonical names of the command; empty for the root.
  package let path: [String]
  package let kind: Kind

  /// What is wrong.
  package enum Kind: Sendable, Equatable {
    /// Two commands that stand side by side answer to the same word.
    case sharedCommandName(String)
    /// Two parameters of one command answer to the same name or letter.
    case sharedParameterName(String)
    /// A name that cannot be typed, or that is read as something else.
    case badName(String)
    /// A name the kit keeps for itself.
    case reservedName(String)
    /// A name or letter that takes a value in one command and none in another.
    case twoMeanings(String)
    /// A command without a line for the overview, or a parameter without help.
    case emptyText(of: String)
    /// A command that neither does something nor has commands below it.
    case doesNothing
    /// A plain word would be an operand or a misspelled subcommand: nobody can tell.
    case operandsBesideSubcommands
    /// The operand can never be left to the one before it.
    case requiredAfterOptional(String)
    /// The operand gets no word, since the one before it takes them all.
    case afterRepeated(String)
    /// A flag that must be given, or a required parameter with a default.
    case pointlessRequired(String)
    /// Only flags and options are handed down.
    case operandEverywhere(String)
    /// An example that is refused, or that is about another command.
    case exampleFails(String)
  }
}

/// Returns every fault in `root` and below it; empty when all is well.
package func specFaults<Context>(in root: CommandSpec<Context>) -> [SpecFault] {
  var faults: [SpecFault] = []
  var meanings = Meanings()
  visit(CommandPlace(root: root)) { place in
    let found =
      commandFaults(place.spec) + operandFaults(place.spec.parameters)
      + place.spec.parameters.flatMap(parameterFaults)
      + sharedNames(place.parameters).map { .sharedParameterName($0) }
      + meanings.conflicts(place.parameters) + exampleFaults(place)
    faults += found.map { SpecFault(path: place.path, kind: $0) }
  }
  return faults
}

private func visit<Context>(
  _ place: CommandPlace<Context>, _ look: (CommandPlace<Context>) -> Void
) {
  look(place)
  for child in place.spec.subcommands {
    var below = place
    below.descend(to: child)
    visit(below, look)
  }
}

private func commandFaults<Context>(_ spec: CommandSpec<Context>) -> [SpecFault.Kind] {
  var faults = repeated(spec.subcommands.flatMap { [$0.name] + $0.aliases })
    .map { SpecFault.Kind.sharedCommandName($0) }
  if spec.summary.isEmpty { faults.append(.emptyText(of: spec.name)) }
  if spec.run == nil, spec.subcommands.isEmpty { faults.append(.doesNothing) }
  if spec.takesOperands, !spec.subcommands.isEmpty { faults.append(.operandsBesideSubcommands) }
  let names = [spec.name] + spec.aliases
  faults += names.filter { !isTypable($0) }.map { .badName($0) }
  if spec.aliases.contains("help") { faults.append(.reservedName("help")) }
  return faults
}

private func exampleFaults<Context>(_ place: CommandPlace<Context>) -> [SpecFault.Kind] {
  place.spec.examples.filter { example in
    do throws(UsageError) {
      return try parse(shellWords(example.words), root: place.root).path != place.path
    } catch {
      return true
    }
  }.map { .exampleFails($0.words) }
}

/// Returns the words of a line as a shell would split it, up to a pipe or a redirection.
func shellWords(_ line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  for character in line {
    if let open = quote {
      if character == open { quote = nil } else { word = (word ?? "") + String(character) }
    } else if character == "\"" || character == "'" {
      quote = character
      word = word ?? ""
    } else if character == "|" || character == ">" || character == "<" {
      break
    } else if character == " " {
      if let word { words.append(word) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  return words + (word.map { [$0] } ?? [])
}
