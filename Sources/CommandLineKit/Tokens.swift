// First stage: words become tokens by their looks alone, without knowing any command.
//
//   90  -  -30  -,5     word      a command, an operand or a value; negative numbers are values
//   --minutes=90        long      a name, and the value after the first `=` (which may be empty)
//   -qvm90              short     letters; only the command tells where a value begins
//   --                  (gone)    every word after it is a literal, whatever it looks like

/// One word of the command line, by its looks.
enum Token: Equatable, Sendable {
  case word(String)
  case literal(String)
  case long(name: String, value: String?)
  case short(letters: String)
  /// `--`: kept, so that an option before it does not take the word behind it.
  case terminator

  /// The word as it was typed; nil when it cannot be mistaken for an option.
  var typed: String? {
    switch self {
    case .word, .literal: nil
    case .long(let name, nil): "--" + name
    case .long(let name, let value?): "--" + name + "=" + value
    case .short(let letters): "-" + letters
    case .terminator: "--"
    }
  }
}

/// Returns a token for every word.
func split(_ words: [String]) -> [Token] {
  var tokens: [Token] = []
  var literal = false
  for word in words {
    if literal {
      tokens.append(.literal(word))
    } else if word == "--" {
      literal = true
      tokens.append(.terminator)
    } else if let rest = word.dropping("--") {
      let (name, value) = cutAtEqualsSign(rest)
      tokens.append(.long(name: name, value: value))
    } else if let rest = word.dropping("-"), !rest.isEmpty, !startsLikeNumber(rest) {
      tokens.append(.short(letters: rest))
    } else {
      tokens.append(.word(word))
    }
  }
  return tokens
}

/// Splits at the first `=`. Looked for among scalars: a combining mark after `=` belongs to the
/// value, not to the sign.
func cutAtEqualsSign(_ text: String) -> (name: String, value: String?) {
  guard let sign = text.unicodeScalars.firstIndex(of: "=") else { return (text, nil) }
  let value = text.unicodeScalars[text.unicodeScalars.index(after: sign)...]
  return (String(text.unicodeScalars[..<sign]), String(value))
}

/// Whether the text after a dash makes it a negative number: a digit, or a mark and a digit.
private func startsLikeNumber(_ text: String) -> Bool {
  var rest = text[...]
  if let mark = rest.first, mark == "." || mark == "," { rest = rest.dropFirst() }
  guard let first = rest.first else { return false }
  return ("0"..."9").contains(first)
}

extension String {
  /// Returns what follows `prefix`, or nil when the string does not begin with it.
  fileprivate func dropping(_ prefix: String) -> String? {
    unicodeScalars.starts(with: prefix.unicodeScalars)
      ? String(unicodeScalars.dropFirst(prefix.unicodeScalars.count)) : nil
  }
}
