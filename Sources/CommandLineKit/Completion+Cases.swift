// What bash and zsh write alike: the tables that are one `case` each, and literal words.

extension CompletionTables {
  /// Functions on the names of commands and options; only `$place` is read and set.
  var caseTables: String {
    """
    # Whether the option $1 takes the next word.
    \(test("takes_value", valued))

    # Whether the option $1 is handed on when the tool is asked.
    \(test("hands_on", handedOn))

    # Whether $1 as the first word asks for help.
    \(test("asks_help", helpNames))

    # Goes from $place to the command $1 below it.
    _\(identifier)_descend() {
      case $place in
    \(lines(steps))    *) return 1 ;;
      esac
    }

    """
  }

  private func test(_ name: String, _ words: [String]) -> String {
    """
    _\(identifier)_\(name)() {
      case $1 in
    \(lines(words.isEmpty ? [] : ["    \(pattern(words))) ;;"]))    *) return 1 ;;
      esac
    }
    """
  }

  private var steps: [String] {
    switches(on: "$1", places.filter { !$0.steps.isEmpty }) { place in
      place.steps.map { pattern($0.names) + ") place=" + literal($0.place) + " ;;" }
        + ["*) return 1 ;;"]
    }
  }

  /// The body of `_values PLACE OPTION`: exceptions of the place, then what holds everywhere.
  /// `call` writes how the values are offered.
  func valueCases(_ call: (Values) -> String) -> String {
    let exceptions = switches(on: "$2", places.filter { !$0.exceptions.isEmpty }) { place in
      place.exceptions.map { pattern($0.spellings) + ") " + call($0.values) + "; return ;;" }
    }
    let usual = rules.filter { $0.values != .none }
      .map { "    " + pattern($0.spellings) + ") " + call($0.values) + " ;;" }
    return "  case $1 in\n\(lines(exceptions))  esac\n  case $2 in\n\(lines(usual))  esac"
  }

  /// The body of `_operands NUMBER`, counted from 0.
  func operandCases(_ call: (Values) -> String) -> String {
    let cases = switches(on: "$1", places.filter(\.offersOperands)) { place in
      place.operands.enumerated().map { index, values in
        place.number(index) + ") " + call(values) + " ;;"
      }
    }
    return "  case $place in\n\(lines(cases))  esac"
  }

  /// Returns one case a place, each with a `case` on `word` in it.
  private func switches(
    on word: String, _ places: [Place], _ body: (Place) -> [String]
  ) -> [String] {
    places.flatMap { place -> [String] in
      let head = ["    " + literal(place.name) + ")", "      case \(word) in"]
      return head + body(place).map { "        " + $0 } + ["      esac ;;"]
    }
  }
}

extension CompletionTables.Place {
  var offersOperands: Bool { operands.contains { $0 != .none } }

  /// The pattern for the number of an operand; the last may stand for all that follow.
  func number(_ index: Int, rest: String = "*") -> String {
    lastRepeats && index == operands.count - 1 ? rest : String(index)
  }
}

/// Returns `word` so that bash and zsh take it as it stands.
func literal(_ word: String) -> String {
  let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
  return "'" + pieces.joined(separator: #"'\''"#) + "'"
}

/// Returns a pattern of a `case` in bash and zsh that fits any of `words`.
func pattern(_ words: [String]) -> String {
  words.map(literal).joined(separator: " | ")
}

/// Returns `lines` with a line end after each.
func lines(_ lines: [String]) -> String {
  lines.map { $0 + "\n" }.joined()
}
