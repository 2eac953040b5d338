// Second stage: tokens meet the declarations. Plain words walk down the tree of commands until
// one is an operand; options are set aside with their values, wherever they stand.
//
// An option may come before the word of its command, so whether it takes the next word is looked
// up here and in everything below. `SpecCheck` holds that a name means one thing everywhere.

/// An option or a flag as it was given, not yet bound to a parameter.
struct GivenOption: Equatable, Sendable {
  enum Name: Equatable, Sendable {
    case long(String)
    case short(Character)
    /// `-minutes`: a long name after one dash, refused rather than read as `-m inutes`.
    case longAfterOneDash(String)
  }

  let name: Name
  /// The value, from the same word or from the next one.
  let value: String?
  /// The word that was no value because it looks like an option.
  var next: String?

  /// The option as it was typed, without its value.
  var spelled: String {
    switch name {
    case .long(let name): "--" + name
    case .short(let letter): "-" + String(letter)
    case .longAfterOneDash(let name): "-" + name
    }
  }

  /// Whether it names `parameter`.
  func names(_ parameter: ParameterSpec) -> Bool {
    switch name {
    case .long(let name): parameter.answers(toLong: name)
    case .short(let letter): parameter.answers(toShort: letter)
    case .longAfterOneDash: false
    }
  }
}

/// The way from the root to a command, and what was picked up on it.
struct CommandWalk<Context> {
  private(set) var place: CommandPlace<Context>
  private(set) var given: [GivenOption] = []
  private(set) var operands: [String] = []
  private(set) var problems: [UsageError.Problem] = []
  private(set) var helpAsked = false

  private var tokens: ArraySlice<Token>
  private let helpNames: [String]
  /// After `help`: the words that name a command.
  private var topic: [String]?
  private var commandIsKnown = false

  /// Walks the whole line.
  init(tokens: [Token], root: CommandSpec<Context>) {
    self.place = CommandPlace(root: root)
    self.tokens = tokens[...]
    self.helpNames = ["help"] + (root.subcommand("help")?.aliases ?? [])
    while let token = self.tokens.popFirst() {
      switch token {
      case .word(let word): take(word)
      case .literal(let word): operands.append(word)
      case .long(let name, let value): takeLong(name, value)
      case .short(let letters): takeLetters(letters)
      case .terminator: break  // only literals follow
      }
    }
    if let topic { finishHelp(on: topic) }
    if problems.isEmpty, !helpAsked, place.spec.run == nil {
      problems = [.missingCommand(path: place.path, choices: place.spec.subcommands.map(\.name))]
    }
  }

  private mutating func take(_ word: String) {
    if topic != nil {
      topic?.append(word)
    } else if commandIsKnown {
      operands.append(word)
    } else if place.path.isEmpty, helpNames.contains(word) {
      topic = []
    } else {
      descend(word)
    }
  }

  private mutating func descend(_ word: String) {
    if let child = place.spec.subcommand(word) {
      place.descend(to: child)
    } else {
      commandIsKnown = true
      if place.spec.subcommands.isEmpty || place.spec.takesOperands {
        operands.append(word)
      } else {
        lose(word)
      }
    }
  }

  private mutating func lose(_ word: String) {
    var after: String?
    if case .word(let next) = tokens.first { after = next }
    problems = [
      .unknownCommand(
        word, path: place.path, suggestions: place.suggestions(for: word, before: after))
    ]
  }

  private mutating func takeLong(_ name: String, _ value: String?) {
    if helpNames.contains(name), value == nil {
      helpAsked = true
    } else {
      let wants = place.find { $0.answers(toLong: name) }?.shape.takesValue ?? false
      add(.long(name), value, mayTakeNext: wants)
    }
  }

  private mutating func takeLetters(_ letters: String) {
    let (name, value) = cutAtEqualsSign(letters)
    if name.count > 1, place.find({ $0.answers(toLong: name) }) != nil {
      return add(.longAfterOneDash(name), value, mayTakeNext: value == nil)
    }
    var rest = letters[...]
    while let letter = rest.popFirst() {
      if letter == "h" {
        helpAsked = true
        continue
      }
      guard let found = place.find({ $0.answers(toShort: letter) }) else {
        // What follows may be its value: reading on would only invent more unknown letters.
        return add(.short(letter), rest.isEmpty ? nil : String(rest), mayTakeNext: false)
      }
      let sign = rest.unicodeScalars.first == "="
      if found.shape.takesValue || sign {
        let text = String(String.UnicodeScalarView(rest.unicodeScalars.dropFirst(sign ? 1 : 0)))
        return add(.short(letter), text.isEmpty && !sign ? nil : text, mayTakeNext: !sign)
      }
      add(.short(letter), nil, mayTakeNext: false)
    }
  }

  /// Notes an option. Without a value of its own it takes the next word, if that is a plain one.
  private mutating func add(_ name: GivenOption.Name, _ value: String?, mayTakeNext: Bool) {
    guard value == nil, mayTakeNext else {
      given.append(GivenOption(name: name, value: value))
      return
    }
    if case .word(let text) = tokens.first {
      tokens.removeFirst()
      given.append(GivenOption(name: name, value: text))
    } else {
      given.append(GivenOption(name: name, value: nil, next: tokens.first?.typed))
    }
  }

  /// `help WORDS` shows help, unless a parameter of a declared `help` command was given.
  private mutating func finishHelp(on topic: [String]) {
    if let help = place.root.subcommand("help"),
      given.contains(where: { option in help.parameters.contains(where: option.names) })
    {
      place.descend(to: help)
      operands = topic + operands
    } else {
      helpAsked = true
      for word in topic + operands where problems.isEmpty {
        if let child = place.spec.subcommand(word) {
          place.descend(to: child)
        } else if !place.spec.subcommands.isEmpty {
          lose(word)
        }
      }
      operands = []
    }
  }
}
