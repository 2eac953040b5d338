// The usage line: what to type, at a glance. Required options are written out, the others are
// one word; operands stand as they must.

extension CommandDescription {
  /// Returns the usage line, wrapped between its parts and indented under the first.
  func usageLines(words: KitWords, program: String, width: Int) -> [String] {
    let heading = words.help.usage + ": "
    var lines: [String] = []
    var line = heading + ([program] + path).joined(separator: " ")
    let indent = spaces(heading.count + program.count + 1)
    for part in usageParts(words.help) {
      if line.count + 1 + part.count > width, line.count > indent.count {
        lines.append(line)
        line = indent + part
      } else {
        line += " " + part
      }
    }
    return lines + [line]
  }

  /// What may follow its name: verbs, required options, a word for the others, operands.
  func usageParts(_ words: HelpWords) -> [String] {
    var parts: [String] = []
    if !subcommands.isEmpty {
      parts.append(runs ? "[\(words.commandPlaceholder)]" : words.commandPlaceholder)
    }
    let options = parameters.filter { $0.shape.kind != .operand }
    parts += options.filter(\.required).map { "--" + $0.shape.name + " " + $0.shownValue }
    if options.contains(where: { !$0.required }) { parts.append("[\(words.optionsPlaceholder)]") }
    for operand in parameters where operand.shape.kind == .operand {
      let shown = operand.shownValue + (operand.shape.repeats ? "…" : "")
      parts.append(operand.required ? shown : "[\(shown)]")
    }
    return parts
  }
}

extension ParameterDescription {
  /// The value in a usage line: a short list of choices speaks for itself.
  fileprivate var shownValue: String {
    let listed = shape.choices.joined(separator: "|")
    return shape.choices.isEmpty || listed.count > 24 ? placeholder : listed
  }
}
