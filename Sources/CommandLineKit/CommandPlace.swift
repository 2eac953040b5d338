// Where in the tree of commands one stands, and which parameters reach that place.

/// A command together with what lies above it.
struct CommandPlace<Context>: Sendable {
  let root: CommandSpec<Context>
  private(set) var spec: CommandSpec<Context>
  /// Canonical names from the root down, without the root's own.
  private(set) var path: [String] = []
  /// The first other name of each step, where it has one.
  private(set) var aliasPath: [String] = []
  /// What the commands above hand down.
  private(set) var inherited: [ParameterSpec] = []

  init(root: CommandSpec<Context>) {
    self.root = root
    self.spec = root
  }

  /// Goes one step down.
  mutating func descend(to child: CommandSpec<Context>) {
    inherited += spec.parameters.filter(\.everywhere)
    path.append(child.name)
    aliasPath.append(child.aliases.first ?? child.name)
    spec = child
  }

  /// The parameters that may be given here, its own first.
  var parameters: [ParameterSpec] {
    spec.parameters + inherited.filter { $0.isInherited(by: spec) }
  }

  /// What people see of the command.
  var description: CommandDescription {
    CommandDescription(spec, path: path, aliasPath: aliasPath, inherited: inherited)
  }

  /// Returns the first parameter that fits, here or else somewhere below: an option may stand
  /// before the word of the command it belongs to.
  func find(_ fits: (ParameterSpec) -> Bool) -> ParameterSpec? {
    parameters.first(where: fits) ?? below(spec, fits)
  }

  private func below(
    _ spec: CommandSpec<Context>, _ fits: (ParameterSpec) -> Bool
  ) -> ParameterSpec? {
    for child in spec.subcommands {
      if let found = child.parameters.first(where: fits) ?? below(child, fits) { return found }
    }
    return nil
  }
}
