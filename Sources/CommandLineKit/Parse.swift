// The face of the kit: words in, a match or a usage error out. The stages, each in its file and
// each testable alone: split (`Tokens`), match (`CommandWalk`), type and validate (`Reading`).
// Everything is parsed before the app touches a file.

/// A command line that was understood.
package struct Match<Context>: Sendable {
  /// The command. It has a `run`, unless help was asked for.
  package let spec: CommandSpec<Context>
  /// Its canonical names, without the program's own.
  package let path: [String]
  /// What was given. When help was asked for: what could be read, without complaint.
  package let arguments: Arguments
  /// Whether the help of this command was asked for; it is then not to be run.
  package let helpAsked: Bool
  /// What people see of the command, with what it inherits; made on demand.
  package var description: CommandDescription { place.description }

  let place: CommandPlace<Context>
}

/// Understands `words` (without the program's own name) as a command below `root`.
///
/// - `--help` and `-h` anywhere before `--` ask for the help of the command matched, as does
///   `help` as the first word; so do the other names of a declared `help` command. That command
///   is itself matched only when one of its own parameters is given.
/// - An option may stand before, among or after the command words.
/// - Faults are collected as far as one does not follow from another.
package func parse<Context>(
  _ words: [String], root: CommandSpec<Context>
) throws(UsageError) -> Match<Context> {
  let walk = CommandWalk(tokens: split(words), root: root)
  let place = walk.place
  let reading = Reading(
    path: place.path, parameters: place.parameters, given: walk.given, operands: walk.operands)
  var problems = walk.problems
  if problems.isEmpty && !walk.helpAsked { problems = reading.problems }
  guard problems.isEmpty else {
    throw UsageError(
      problems: problems, command: place.description, understood: reading.arguments)
  }
  return Match(
    spec: place.spec, path: place.path, arguments: reading.arguments, helpAsked: walk.helpAsked,
    place: place)
}
