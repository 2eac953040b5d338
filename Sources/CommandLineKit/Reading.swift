// Third stage: options and operands are bound to the parameters of the command found, their
// texts become values, and what must be there is there. Faults are collected, but not those that
// follow from another: an unknown option may have swallowed or left behind the word after it.

/// The values of one line, and what is wrong with them.
struct Reading {
  private(set) var arguments: Arguments
  private(set) var problems: [UsageError.Problem] = []

  private let parameters: [ParameterSpec]
  private var seen: Set<ParameterKey> = []
  private var repeated: Set<ParameterKey> = []
  /// Names that an unknown option was probably meant to be.
  private var meant: [String] = []
  /// Whether a plain word may belong to an unknown option.
  private var wordsAreUncertain = false

  /// Reads everything; `parameters` are all that the command takes.
  init(path: [String], parameters: [ParameterSpec], given: [GivenOption], operands: [String]) {
    self.arguments = Arguments(path: path)
    self.parameters = parameters
    for option in given { bind(option) }
    let missingOperands = wordsAreUncertain ? [] : assign(operands[...])
    let missingOptions =
      parameters.filter {
        $0.required && $0.shape.kind != .operand && !seen.contains($0.shape.key)
          && !$0.isAmong(meant)
      }.map { $0.spelled + " " + $0.placeholder }
    let missing = missingOperands + missingOptions
    if !missing.isEmpty { problems.append(.missing(missing)) }
  }

  private mutating func bind(_ option: GivenOption) {
    guard let parameter = parameters.first(where: option.names) else { return refuse(option) }
    let key = parameter.shape.key
    guard seen.insert(key).inserted || parameter.shape.repeats else {
      if repeated.insert(key).inserted { problems.append(.repeated(option.spelled)) }
      return
    }
    switch (parameter.shape.takesValue, option.value) {
    case (true, let text?):
      read(text, for: parameter, spelled: option.spelled)
    case (true, nil):
      problems.append(
        .missingValue(
          option.spelled, placeholder: parameter.placeholder, next: option.next))
    case (false, let text?):
      problems.append(.unexpectedValue(option.spelled, value: text))
    case (false, nil):
      arguments.add(true, for: key)
    }
  }

  private mutating func refuse(_ option: GivenOption) {
    let suggestions = option.suggestions(among: parameters)
    let problem = UsageError.Problem.unknownOption(option.spelled, suggestions: suggestions)
    if !problems.contains(problem) { problems.append(problem) }
    meant += suggestions
    if option.value == nil { wordsAreUncertain = true }
  }

  /// Hands the words out in order. Returns the operands that got none and need one.
  private mutating func assign(_ words: ArraySlice<String>) -> [String] {
    var words = words
    var missing: [String] = []
    for operand in parameters where operand.shape.kind == .operand {
      if words.isEmpty, operand.required { missing.append(operand.placeholder) }
      repeat {
        guard let word = words.popFirst() else { break }
        read(word, for: operand, spelled: operand.placeholder)
      } while operand.shape.repeats
    }
    if !words.isEmpty { problems.append(.surplus(Array(words))) }
    return missing
  }

  private mutating func read(_ text: String, for parameter: ParameterSpec, spelled: String) {
    let choices = parameter.shape.choices
    guard choices.isEmpty || choices.contains(text) else {
      problems.append(
        .notAChoice(
          spelled, text: text, choices: choices,
          suggestions: suggestions(for: text, among: choices)))
      return
    }
    do {
      arguments.add(try parameter.read(text), for: parameter.shape.key)
    } catch {
      problems.append(.badValue(spelled, text: text, expected: error.expected))
    }
  }
}
