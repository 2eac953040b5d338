// What was given to a command, read back by the typed keys it was declared with.

/// The values of one command line.
package struct Arguments: Sendable {
  /// The canonical names of the command, without the program's own: `["hours", "add"]`.
  package let path: [String]
  private var values: [ParameterKey: [any Sendable]] = [:]

  /// Starts with nothing given.
  package init(path: [String] = []) {
    self.path = path
  }

  /// Returns the value of `parameter`, or nil when it was not given. Of a repeated one, the last.
  package subscript<Value>(_ parameter: Parameter<Value>) -> Value? {
    values[parameter.shape.key]?.last as? Value
  }

  /// Returns whether a flag was given.
  package subscript(_ flag: Parameter<Bool>) -> Bool {
    values[flag.shape.key]?.last as? Bool ?? false
  }

  /// Returns every value of `parameter`, in the order given.
  package func all<Value>(_ parameter: Parameter<Value>) -> [Value] {
    (values[parameter.shape.key] ?? []).compactMap { $0 as? Value }
  }

  /// Returns whether `parameter` was given at all.
  package func has<Value>(_ parameter: Parameter<Value>) -> Bool {
    values[parameter.shape.key] != nil
  }

  /// Notes a value under its key.
  mutating func add(_ value: any Sendable, for key: ParameterKey) {
    values[key, default: []].append(value)
  }

  /// Whether anything was noted under `key`.
  func has(key: ParameterKey) -> Bool {
    values[key] != nil
  }
}
