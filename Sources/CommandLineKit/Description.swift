// The whole tool as plain data: what help, completion scripts and the manual page are made
// from. It has no closures and no types of the app, so it may be compared and written.

/// The tool, as far as people see it. `version` changes when a reader of the JSON would notice.
package struct ToolDescription: Sendable, Equatable {
  /// The version of this shape.
  package static let version = 1
  /// The name people type.
  package let program: String
  /// The command without a word, and all below it.
  package let root: CommandDescription

  /// Describes everything below `root`.
  package init<Context>(program: String, root: CommandSpec<Context>) {
    self.program = program
    self.root = CommandDescription(root, path: [], aliasPath: [], inherited: [])
  }
}

/// One command, as far as people see it.
package struct CommandDescription: Sendable, Equatable {
  /// The canonical words to type after the program's name; empty for the root.
  package let path: [String]
  /// The same words in their first other name, where they have one.
  package let aliasPath: [String]
  /// Other names of its last word.
  package let aliases: [String]
  /// The heading in an overview; empty for the common one.
  package let group: String
  /// One line.
  package let summary: String
  /// More to say.
  package let discussion: String
  /// Whether it does something by itself, without a verb after it.
  package let runs: Bool
  /// Its own parameters, then those it inherits.
  package let parameters: [ParameterDescription]
  /// Lines that may be typed as they stand.
  package let examples: [Example]
  /// The commands below it.
  package let subcommands: [CommandDescription]

  /// Describes `spec` and all below it. `path` ends with its own name; `inherited` comes from
  /// the commands above it.
  init<Context>(
    _ spec: CommandSpec<Context>, path: [String], aliasPath: [String], inherited: [ParameterSpec]
  ) {
    self.path = path
    self.aliasPath = aliasPath
    self.aliases = spec.aliases
    self.group = spec.group
    self.summary = spec.summary
    self.discussion = spec.discussion
    self.runs = spec.run != nil
    self.parameters =
      spec.parameters.filter { !$0.hidden }.map { ParameterDescription($0, inherited: false) }
      + inherited.filter { $0.isInherited(by: spec) && !$0.hidden }
      .map { ParameterDescription($0, inherited: true) }
    self.examples = spec.examples
    let handedDown = inherited + spec.parameters.filter(\.everywhere)
    self.subcommands = spec.subcommands.map {
      CommandDescription(
        $0, path: path + [$0.name], aliasPath: aliasPath + [$0.aliases.first ?? $0.name],
        inherited: handedDown)
    }
  }
}

/// One parameter of one command, as far as people see it.
package struct ParameterDescription: Sendable, Equatable {
  /// Name, letter, choices and the like.
  package let shape: ParameterShape
  /// What stands for the value.
  package let placeholder: String
  /// What it is for.
  package let help: String
  /// Whether the command refuses to go on without it.
  package let required: Bool
  /// What holds when it is left out.
  package let defaultText: String?
  /// Whether it was declared by a command above.
  package let inherited: Bool

  /// Leaves the reading of values behind.
  init(_ spec: ParameterSpec, inherited: Bool) {
    self.shape = spec.shape
    self.placeholder = spec.placeholder
    self.help = spec.help
    self.required = spec.required
    self.defaultText = spec.defaultText
    self.inherited = inherited
  }
}

extension ParameterSpec {
  /// Whether a parameter from above reaches `spec`: its own declaration of the key wins.
  func isInherited<Context>(by spec: CommandSpec<Context>) -> Bool {
    !spec.parameters.contains { $0.shape.key == shape.key }
  }
}
