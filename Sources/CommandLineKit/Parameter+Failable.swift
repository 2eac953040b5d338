// Parameters whose reading says only yes or no, such as `Day.init(text:)`: the key of what was
// expected stands in the declaration instead of in the reading.

extension Parameter {
  /// Declares an option whose value is what `parse` makes of it, or else not `expected`.
  package static func option(
    _ name: String, short: Character? = nil, aliases: [String] = [], placeholder: String,
    choices: [String] = [], completion: Completion = .none, repeats: Bool = false,
    expected: String, parse: @escaping @Sendable (String) -> Value?
  ) -> Parameter<Value> {
    option(
      name, short: short, aliases: aliases, placeholder: placeholder, choices: choices,
      completion: completion, repeats: repeats, parse: strict(parse, expected: expected))
  }

  /// Declares a plain word whose value is what `parse` makes of it, or else not `expected`.
  package static func operand(
    _ name: String, optional: Bool = false, repeats: Bool = false,
    completion: Completion = .none, choices: [String] = [],
    expected: String, parse: @escaping @Sendable (String) -> Value?
  ) -> Parameter<Value> {
    operand(
      name, optional: optional, repeats: repeats, completion: completion, choices: choices,
      parse: strict(parse, expected: expected))
  }
}

/// Returns a reading that throws where `parse` gives nil.
private func strict<Value>(
  _ parse: @escaping @Sendable (String) -> Value?, expected: String
) -> @Sendable (String) throws(BadValue) -> Value {
  { text throws(BadValue) in
    guard let value = parse(text) else { throw BadValue(expected: expected) }
    return value
  }
}
