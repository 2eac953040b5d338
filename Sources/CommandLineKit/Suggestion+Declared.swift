// Which declared names a wrong word is compared with.

extension GivenOption {
  /// Returns the options that an unknown one may have been meant to be, with their dashes.
  func suggestions(among parameters: [ParameterSpec]) -> [String] {
    let options = parameters.filter { $0.shape.kind != .operand && !$0.hidden }
    switch name {
    case .long(let name):
      return CommandLineKit.suggestions(
        for: name, amongSpellings: options.map(\.shape.names) + [["help"]]
      ).map { "--" + $0 }
    case .longAfterOneDash(let name):
      return ["--" + name]
    case .short(let letter):
      // One letter resembles every other; only its other case is worth a word.
      return options.compactMap(\.shape.short)
        .filter { $0.lowercased() == letter.lowercased() }.map { "-" + String($0) }
    }
  }
}

extension ParameterSpec {
  /// Whether one of `suggestions` names this parameter.
  func isAmong(_ suggestions: [String]) -> Bool {
    let typed = shape.names.map { "--" + $0 } + (shape.short.map { ["-" + String($0)] } ?? [])
    return typed.contains(where: suggestions.contains)
  }
}

extension CommandPlace {
  /// Returns what `word` may have been meant to be: a command standing here, or else a command
  /// whose last word it is (`add hours` for `hours add`, where `next` is `hours`).
  func suggestions(for word: String, before next: String?) -> [String] {
    let here = CommandLineKit.suggestions(
      for: word, amongSpellings: spec.subcommands.map { [$0.name] + $0.aliases })
    guard here.isEmpty else { return here }
    var nouns = spec.subcommands.filter { $0.subcommand(word) != nil }
    if let next, let noun = nouns.first(where: { $0.answers(to: next) }) { nouns = [noun] }
    return nouns.prefix(3).map { $0.name + " " + word }
  }
}
