// A parameter as one command lists it: the typed key, and what this command says about it.

/// A parameter in the list of a command.
package struct ParameterSpec: Sendable {
  /// The untyped facts of the key.
  package let shape: ParameterShape
  /// One or two sentences for help.
  package let help: String
  /// Whether the command refuses to go on without it.
  package let required: Bool
  /// What holds when it is left out, as shown in help. The command applies it itself.
  package let defaultText: String?
  /// What stands for the value in help.
  package let placeholder: String
  /// Whether every command below this one takes it as well.
  package let everywhere: Bool
  /// Whether it is kept from help, suggestions, scripts and the manual page: a call that only
  /// scripts make.
  package let hidden: Bool
  /// Makes a value of a word, with its type forgotten; `Arguments` remembers it by the key.
  let read: @Sendable (String) throws(BadValue) -> any Sendable

  /// Lists a parameter. An operand is required unless the key says `optional`. `placeholder`
  /// replaces the one of the key, for another language; `everywhere` hands a flag or an option
  /// down to all commands below, and help then shows it apart; `hidden` keeps it out of sight.
  package init<Value>(
    _ parameter: Parameter<Value>, help: String, required: Bool = false,
    defaultText: String? = nil, placeholder: String? = nil, everywhere: Bool = false,
    hidden: Bool = false
  ) {
    let shape = parameter.shape
    self.shape = shape
    self.help = help
    self.required = shape.kind == .operand ? !shape.optional : required
    self.defaultText = defaultText
    self.placeholder = placeholder ?? shape.placeholder
    self.everywhere = everywhere
    self.hidden = hidden
    self.read = { text throws(BadValue) in try parameter.parse(text) }
  }

  /// How it is named in a message: `--minutes`, or the placeholder of an operand.
  var spelled: String { shape.kind == .operand ? placeholder : "--" + shape.name }

  /// Whether `--name` means this parameter.
  func answers(toLong name: String) -> Bool {
    shape.kind != .operand && (shape.name == name || shape.aliases.contains(name))
  }

  /// Whether `-letter` means this parameter.
  func answers(toShort letter: Character) -> Bool {
    shape.kind != .operand && shape.short == letter
  }
}
