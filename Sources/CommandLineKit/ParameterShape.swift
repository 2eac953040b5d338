// The untyped half of a parameter: everything but the type of its value. Matching, help and
// checks need only this, so they are written once for all types.

/// How a parameter is given on the command line.
package enum ParameterKind: String, Sendable, Equatable {
  /// `--json`: there or not there.
  case flag
  /// `--minutes 90`: a name and a value.
  case option
  /// A plain word, known by its place.
  case operand
}

/// Where a shell may find values to offer, as the script that `completionScript` makes asks for them.
package enum Completion: Sendable, Equatable {
  /// Nothing to offer, beyond declared choices.
  case none
  /// A file.
  case file
  /// A folder.
  case directory
  /// Ask the tool for the values of this list, such as "persons": `TOOL help --complete persons`.
  case query(String)
}

/// The facts of a parameter, without the type of its value.
package struct ParameterShape: Sendable, Equatable {
  /// Flag, option or operand.
  package let kind: ParameterKind
  /// The long name without dashes, or the name of an operand.
  package let name: String
  /// The letter after a single dash.
  package let short: Character?
  /// Other long names that mean the same.
  package let aliases: [String]
  /// What stands for the value in help; empty for a flag.
  package let placeholder: String
  /// The only values allowed; empty when there is no such list.
  package let choices: [String]
  /// Where a shell may find values.
  package let completion: Completion
  /// Whether it may be given several times.
  package let repeats: Bool
  /// Whether an operand may be left out; options say so where they are used.
  package let optional: Bool

  /// Every long name, the canonical one first.
  package var names: [String] { [name] + aliases }

  /// Whether a value belongs to it.
  package var takesValue: Bool { kind != .flag }

  /// What identifies it among the parameters of a command.
  var key: ParameterKey { ParameterKey(isOperand: kind == .operand, name: name) }
}

/// The identity of a parameter inside one command: `--person` and a PERSON operand may meet.
struct ParameterKey: Hashable, Sendable {
  let isOperand: Bool
  let name: String
}

/// A value that could not be understood.
package struct BadValue: Error, Equatable, Sendable {
  /// The key of what was expected, such as "day"; `KitWords.expected` has the words for it.
  package let expected: String

  /// Names what was expected instead.
  package init(expected: String) {
    self.expected = expected
  }
}
