// Faults among the parameters of one command, and between the commands of one tool.

/// Faults of one parameter by itself.
func parameterFaults(_ parameter: ParameterSpec) -> [SpecFault.Kind] {
  let shape = parameter.shape
  var faults: [SpecFault.Kind] = []
  if parameter.help.isEmpty { faults.append(.emptyText(of: parameter.spelled)) }
  faults += shape.names.filter { !isTypable($0) }.map { .badName($0) }
  if shape.takesValue, parameter.placeholder.isEmpty { faults.append(.emptyText(of: shape.name)) }
  if let letter = shape.short, "0"..."9" ~= letter || "-=,. ".contains(letter) {
    faults.append(.badName(String(letter)))
  }
  if shape.kind != .operand {
    faults += shape.names.filter { $0 == "help" }.map { .reservedName($0) }
    if shape.short == "h" { faults.append(.reservedName("h")) }
    let flagIsRequired = shape.kind == .flag && parameter.required
    if flagIsRequired || parameter.required && parameter.defaultText != nil {
      faults.append(.pointlessRequired(shape.name))
    }
  } else if parameter.everywhere {
    faults.append(.operandEverywhere(shape.name))
  }
  return faults
}

/// Faults in the order of operands.
func operandFaults(_ parameters: [ParameterSpec]) -> [SpecFault.Kind] {
  var faults: [SpecFault.Kind] = []
  var mayBeLeftOut = false
  var takesTheRest = false
  for operand in parameters where operand.shape.kind == .operand {
    if takesTheRest {
      faults.append(.afterRepeated(operand.shape.name))
    } else if mayBeLeftOut, operand.required {
      faults.append(.requiredAfterOptional(operand.shape.name))
    }
    mayBeLeftOut = mayBeLeftOut || !operand.required
    takesTheRest = takesTheRest || operand.shape.repeats
  }
  return faults
}

/// Names and letters that two parameters of one command answer to.
func sharedNames(_ parameters: [ParameterSpec]) -> [String] {
  let options = parameters.filter { $0.shape.kind != .operand }
  let operands = parameters.filter { $0.shape.kind == .operand }
  return repeated(options.flatMap(\.shape.names))
    + repeated(options.compactMap { $0.shape.short.map { String($0) } })
    + repeated(operands.map(\.shape.name))
}

/// Whether each name takes a value, over the whole tool: an option may stand before its command,
/// so the words of a line must split alike for all commands.
struct Meanings {
  private var takesValue: [String: Bool] = [:]

  /// Notes the names of `parameters`; returns those that were noted otherwise before.
  mutating func conflicts(_ parameters: [ParameterSpec]) -> [SpecFault.Kind] {
    var faults: [SpecFault.Kind] = []
    for parameter in parameters where parameter.shape.kind != .operand {
      let letter = parameter.shape.short.map { ["-" + String($0)] } ?? []
      for name in parameter.shape.names.map({ "--" + $0 }) + letter {
        let takes = parameter.shape.takesValue
        if takesValue[name, default: takes] != takes { faults.append(.twoMeanings(name)) }
        takesValue[name] = takesValue[name] ?? takes
      }
    }
    return faults
  }
}

/// Whether a name can be typed as one word and is not read as something else.
func isTypable(_ name: String) -> Bool {
  !name.isEmpty && !name.hasPrefix("-")
    && !name.unicodeScalars.contains { $0 == "=" || $0.properties.isWhitespace }
}

/// Returns the words that stand more than once, each once.
func repeated(_ words: [String]) -> [String] {
  var seen: Set<String> = []
  var twice: [String] = []
  for word in words where !seen.insert(word).inserted && !twice.contains(word) {
    twice.append(word)
  }
  return twice
}
