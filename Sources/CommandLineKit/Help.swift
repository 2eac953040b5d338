// The help of a command, made from its description. A command with others below it shows them
// grouped, one line each; every command shows how it is called, what it takes, and examples.

extension CommandDescription {
  /// Returns the help as lines of at most `width` Characters (and never less than 40), without
  /// line ends. Examples and the names of options are not broken, since they are typed as shown.
  package func help(words: KitWords, program: String, width: Int = 80) -> [String] {
    let width = max(width, 40)
    let parameterSections = self.parameterSections(words.help)
    let commandSections = self.commandSections(words.help)
    var blocks = [usageLines(words: words, program: program, width: width)]
    blocks.append(wrap(summary, width: width))
    if !discussion.isEmpty { blocks.append(wrap(discussion, width: width)) }
    for sections in [commandSections, parameterSections] {
      let termWidth = termWidth(of: sections.flatMap(\.rows), width: width)
      for section in sections {
        blocks.append(
          [section.heading + ":"] + columns(section.rows, termWidth: termWidth, width: width))
      }
    }
    if !examples.isEmpty { blocks.append(exampleLines(words.help, program, width)) }
    let others = otherNames
    if !others.isEmpty {
      blocks.append(
        wrap(words.help.otherNames + ": " + others.joined(separator: ", "), width: width))
    }
    if !subcommands.isEmpty {
      let line = [program, "help"] + path + [words.help.commandPlaceholder]
      blocks.append(wrap(words.help.moreHelp(line.joined(separator: " ")), width: width))
    }
    return Array(blocks.joined(separator: [""]))
  }

  /// A heading and what stands under it.
  private struct Section {
    let heading: String
    var rows: [Row]
  }

  /// Every command below that does something, under its group; groups in order of appearance.
  private func commandSections(_ words: HelpWords) -> [Section] {
    var sections: [Section] = []
    for child in subcommands {
      let heading = child.group.isEmpty ? words.commands : child.group
      let rows = child.doing.map { command in
        let name = command.path.dropFirst(path.count).joined(separator: " ")
        let other = command.aliasPath.dropFirst(path.count).joined(separator: " ")
        return Row(term: name, text: command.summary + (other == name ? "" : " (\(other))"))
      }
      if let index = sections.firstIndex(where: { $0.heading == heading }) {
        sections[index].rows += rows
      } else {
        sections.append(Section(heading: heading, rows: rows))
      }
    }
    return sections
  }

  /// This command and all below it, as far as they do something by themselves.
  private var doing: [CommandDescription] {
    (runs ? [self] : []) + subcommands.flatMap(\.doing)
  }

  /// The same command in its other names, as they may be typed.
  var otherNames: [String] {
    guard !aliases.isEmpty else {
      return aliasPath == path ? [] : [aliasPath.joined(separator: " ")]
    }
    return aliases.map { (aliasPath.dropLast() + [$0]).joined(separator: " ") }
  }

  private func parameterSections(_ words: HelpWords) -> [Section] {
    let operands = parameters.filter { $0.shape.kind == .operand }
    let options = parameters.filter { $0.shape.kind != .operand }
    let help = Row(term: "-h, --help", text: words.helpOption)
    let sections = [
      Section(heading: words.operands, rows: operands.map { $0.row(words) }),
      Section(
        heading: words.options,
        rows: options.filter { !$0.inherited }.map { $0.row(words) } + [help]
      ),
      Section(
        heading: words.commonOptions, rows: options.filter(\.inherited).map { $0.row(words) }),
    ]
    return sections.filter { !$0.rows.isEmpty }
  }

  private func exampleLines(_ words: HelpWords, _ program: String, _ width: Int) -> [String] {
    var lines = [words.examples + ":"]
    for example in examples {
      lines.append("  " + program + (example.words.isEmpty ? "" : " " + example.words))
      lines += wrap(example.meaning, width: width - 6).map { "      " + $0 }
    }
    return lines
  }
}

extension ParameterDescription {
  /// Its line in help: how it is given, what it does, and what limits it.
  func row(_ words: HelpWords) -> Row {
    var notes: [String] = []
    if required, shape.kind != .operand { notes.append(words.required) }
    if !shape.choices.isEmpty { notes.append(words.oneOf(shape.choices)) }
    if let defaultText { notes.append(words.defaultsTo(defaultText)) }
    if shape.repeats { notes.append(words.repeats) }
    let text = help + (notes.isEmpty ? "" : " (" + notes.joined(separator: "; ") + ")")
    return Row(term: term, text: text)
  }

  /// `-m, --minutes, --minutter N`; without a letter, the long name stands below the others.
  private var term: String {
    if shape.kind == .operand { return placeholder }
    let letter = shape.short.map { "-" + String($0) + ", " } ?? "    "
    let long = shape.names.map { "--" + $0 }.joined(separator: ", ")
    return letter + long + (placeholder.isEmpty ? "" : " " + placeholder)
  }
}
