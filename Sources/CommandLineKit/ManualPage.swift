// The manual page, man(7), made from the same description as help. What the declarations do not
// know (exit codes, environment, files) is passed in, and so are date and version: the same
// arguments give the same bytes.

/// The headings of a manual page that help does not have; the others are those of `HelpWords`.
package struct ManualWords: Sendable {
  /// NAME; `whatis` knows the names that man-db lists, "NAVN" among them.
  package let name: String
  package let synopsis: String
  package let description: String
  /// What stands in the middle of the page's first line: "User Commands".
  package let volume: String

  /// Puts the headings together; they are set in capitals on the page.
  package init(name: String, synopsis: String, description: String, volume: String) {
    self.name = name
    self.synopsis = synopsis
    self.description = description
    self.volume = volume
  }
}

/// A section that the declarations do not know.
package struct ManualSection: Sendable {
  /// What a section is made of.
  package enum Block: Sendable {
    /// A paragraph; line ends are kept, an empty line begins another.
    case text(String)
    /// A word, such as an exit code or a path, and what it means.
    case term(String, String)
  }

  package let title: String
  package let blocks: [Block]

  /// Titles a section.
  package init(_ title: String, _ blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

extension ToolDescription {
  /// Returns the manual page, to be read with `man -l FILE`. `version` and `date` (2024-11-01)
  /// stand at its foot; `sections` follow the examples in their order.
  package func manualPage(
    words: KitWords, titles: ManualWords, version: String, date: String,
    sections: [ManualSection] = []
  ) -> String {
    let page = ManualPage(program: program, words: words.help)
    var roff = Roff()
    roff.raw(#".\" -*- coding: UTF-8 -*-"#)
    roff.title(program.uppercased(), date, "\(program) \(version)", titles.volume)
    roff.section(titles.name)
    roff.spans([.plain(program + " - " + root.summary)])
    roff.section(titles.synopsis)
    roff.spans(page.call(root))
    if !root.discussion.isEmpty {
      roff.section(titles.description)
      roff.text(root.discussion, paragraph: ".PP")
    }
    page.commands(of: root, &roff)
    page.options(of: root, &roff)
    page.examples(of: root, &roff)
    for section in sections { page.write(section, &roff) }
    return roff.lines.map { $0 + "\n" }.joined()
  }
}

/// The parts of a page that are made from the declarations.
private struct ManualPage {
  let program: String
  let words: HelpWords

  /// Every command but the root, nouns before their verbs, under the heading of its group.
  func commands(of root: CommandDescription, _ roff: inout Roff) {
    guard !root.subcommands.isEmpty else { return }
    roff.section(words.commands)
    let handedDown = Set(root.parameters.map(\.shape.name))
    // What has no group comes first, since a heading cannot be left again.
    var groups = [""]
    for child in root.subcommands where !groups.contains(child.group) { groups.append(child.group) }
    for group in groups {
      if !group.isEmpty { roff.request(".SS", group) }
      for child in root.subcommands where child.group == group {
        write(child, except: handedDown, &roff)
      }
    }
  }

  private func write(
    _ command: CommandDescription, except handedDown: Set<String>, _ roff: inout Roff
  ) {
    roff.raw(".TP")
    roff.spans(call(command))
    let others = command.otherNames
    let also = others.isEmpty ? "" : " (\(words.otherNames): \(others.joined(separator: ", ")))"
    roff.text(command.summary + also, paragraph: ".IP")
    if !command.discussion.isEmpty {
      roff.raw(".IP")
      roff.text(command.discussion, paragraph: ".IP")
    }
    let own = command.parameters.filter { !$0.inherited || !handedDown.contains($0.shape.name) }
    if !own.isEmpty {
      roff.raw(".RS")
      for parameter in own { write(parameter, &roff) }
      roff.raw(".RE")
    }
    for child in command.subcommands { write(child, except: handedDown, &roff) }
  }

  /// What the tool takes by itself and every command takes.
  func options(of root: CommandDescription, _ roff: inout Roff) {
    roff.section(words.options)
    for parameter in root.parameters { write(parameter, &roff) }
    roff.raw(".TP")
    roff.spans([.bold("-h"), .plain(", "), .bold("--help")])
    roff.text(words.helpOption, paragraph: ".IP")
  }

  private func write(_ parameter: ParameterDescription, _ roff: inout Roff) {
    let names =
      (parameter.shape.short.map { ["-" + String($0)] } ?? [])
      + parameter.shape.names.map { "--" + $0 }
    var spans: [RoffSpan] = []
    if parameter.shape.kind != .operand {
      spans = Array(names.map { [RoffSpan.bold($0)] }.joined(separator: [.plain(", ")]))
    }
    if !parameter.placeholder.isEmpty {
      spans += (spans.isEmpty ? [] : [.plain(" ")]) + [.italic(parameter.placeholder)]
    }
    roff.raw(".TP")
    roff.spans(spans)
    roff.text(parameter.row(words).text, paragraph: ".IP")
  }

  /// The examples of every command, as they are typed.
  func examples(of root: CommandDescription, _ roff: inout Roff) {
    let all = examples(root)
    guard !all.isEmpty else { return }
    roff.section(words.examples)
    for example in all {
      roff.raw(".TP")
      roff.spans([.bold(program + (example.words.isEmpty ? "" : " " + example.words))])
      roff.text(example.meaning, paragraph: ".IP")
    }
  }

  private func examples(_ command: CommandDescription) -> [Example] {
    command.examples + command.subcommands.flatMap(examples)
  }

  func write(_ section: ManualSection, _ roff: inout Roff) {
    roff.section(section.title)
    for (index, block) in section.blocks.enumerated() {
      switch block {
      case .text(let text):
        if index > 0 { roff.raw(".PP") }
        roff.text(text, paragraph: ".PP")
      case .term(let term, let text):
        roff.raw(".TP")
        roff.spans([.bold(term)])
        roff.text(text, paragraph: ".IP")
      }
    }
  }

  /// How a command is called, as in the usage line of help.
  func call(_ command: CommandDescription) -> [RoffSpan] {
    let parts = command.usageParts(words)
    return [.bold(([program] + command.path).joined(separator: " "))]
      + (parts.isEmpty ? [] : [.plain(" " + parts.joined(separator: " "))])
  }
}

extension Roff {
  /// The date keeps its hyphens, by which readers know it for one.
  fileprivate mutating func title(
    _ name: String, _ date: String, _ source: String, _ volume: String
  ) {
    let day = date.filter { $0.isNumber || $0 == "-" }
    let words = [roffEscaped(name), "1", day, roffEscaped(source), roffEscaped(volume)]
    raw(".TH " + words.map { "\"\($0)\"" }.joined(separator: " "))
  }

  fileprivate mutating func section(_ title: String) { request(".SH", title.uppercased()) }
}
