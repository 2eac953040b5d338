// A parameter as a typed key: declared once as a static let, listed in a command, and read back
// by itself. No strings and no casts where it is used.

/// A typed key for one parameter.
package struct Parameter<Value: Sendable>: Sendable {
  /// Everything but the type.
  package let shape: ParameterShape
  /// Makes a value of a word, or says what was expected. A closure of several statements must say
  /// so itself: `{ text throws(BadValue) in … }`.
  package let parse: @Sendable (String) throws(BadValue) -> Value

  /// Declares an option, `--name VALUE`. The placeholder is shown as it stands.
  package static func option(
    _ name: String, short: Character? = nil, aliases: [String] = [], placeholder: String,
    choices: [String] = [], completion: Completion = .none, repeats: Bool = false,
    parse: @escaping @Sendable (String) throws(BadValue) -> Value
  ) -> Parameter<Value> {
    Parameter(
      shape: ParameterShape(
        kind: .option, name: name, short: short, aliases: aliases, placeholder: placeholder,
        choices: choices, completion: completion, repeats: repeats, optional: false),
      parse: parse)
  }

  /// Declares a plain word, known by its place. Its name is shown in capitals in help.
  package static func operand(
    _ name: String, optional: Bool = false, repeats: Bool = false,
    completion: Completion = .none, choices: [String] = [],
    parse: @escaping @Sendable (String) throws(BadValue) -> Value
  ) -> Parameter<Value> {
    Parameter(
      shape: ParameterShape(
        kind: .operand, name: name, short: nil, aliases: [], placeholder: name.uppercased(),
        choices: choices, completion: completion, repeats: repeats, optional: optional),
      parse: parse)
  }
}

extension Parameter where Value == Bool {
  /// Declares a flag, `--name`: there or not there.
  package static func flag(
    _ name: String, short: Character? = nil, aliases: [String] = []
  ) -> Parameter<Bool> {
    Parameter(
      shape: ParameterShape(
        kind: .flag, name: name, short: short, aliases: aliases, placeholder: "", choices: [],
        completion: .none, repeats: false, optional: false),
      parse: { _ in true })
  }
}

extension Parameter where Value == String {
  /// Declares an option whose value is taken as it stands.
  package static func option(
    _ name: String, short: Character? = nil, aliases: [String] = [], placeholder: String,
    choices: [String] = [], completion: Completion = .none, repeats: Bool = false
  ) -> Parameter<String> {
    option(
      name, short: short, aliases: aliases, placeholder: placeholder, choices: choices,
      completion: completion, repeats: repeats, parse: { $0 })
  }

  /// Declares a plain word that is taken as it stands.
  package static func operand(
    _ name: String, optional: Bool = false, repeats: Bool = false,
    completion: Completion = .none, choices: [String] = []
  ) -> Parameter<String> {
    operand(
      name, optional: optional, repeats: repeats, completion: completion, choices: choices,
      parse: { $0 })
  }
}
