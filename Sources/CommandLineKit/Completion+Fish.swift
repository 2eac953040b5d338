// The script for fish 3.1 and later.
//
// One function prints every candidate with the words about it; fish compares, quotes and shows.
// Functions of fish do not see each other's variables, so everything is handed over as words.

extension CompletionTables {
  var fishScript: String {
    fishTables + "\n" + fishWalk
  }

  private var fishTables: String {
    """
    # fish completion for \(program). Save it in ~/.config/fish/completions/\(program).fish, or:
    # \(program) help --completions fish | source

    # Whether the option takes the next word.
    \(test("takes_value", valued))

    # Whether the option is handed on when the tool is asked.
    \(test("hands_on", handedOn))

    # Whether the first word asks for help.
    \(test("asks_help", helpNames))

    # Prints the place of a command below another.
    function __\(identifier)_descend --argument-names place word
        switch "$place"
    \(lines(steps))    end
        return 1
    end

    # Prints the commands below a place.
    function __\(identifier)_commands --argument-names place
        switch "$place"
    \(lines(offers(\.commands)))    end
    end

    # Prints the options of a place.
    function __\(identifier)_options --argument-names place
        switch "$place"
    \(lines(offers(\.options)))    end
    end

    # Prints values of an option. What is typed of it follows, then what to ask the tool with.
    function __\(identifier)_values --argument-names place option typed
        set -l asking $argv[4..-1]
        switch "$place"
    \(lines(exceptions))    end
        switch "$option"
    \(lines(rules.filter { $0.values != .none }.flatMap { fish($0, depth: 2) }))    end
    end

    # Prints values of an operand, by its number counted from 0.
    function __\(identifier)_operands --argument-names place number typed
        set -l asking $argv[4..-1]
        switch "$place"
    \(lines(operands))    end
    end

    """
  }

  private func test(_ name: String, _ words: [String]) -> String {
    """
    function __\(identifier)_\(name) --argument-names word
        switch "$word"
    \(lines(words.isEmpty ? [] : ["        \(cases(words))", "            return 0"]))    end
        return 1
    end
    """
  }

  private var steps: [String] {
    switches(on: "word", places.filter { !$0.steps.isEmpty }) { place in
      place.steps.flatMap { step -> [String] in
        let answer = indent(5) + "echo " + quoted(step.place)
        return [indent(4) + cases(step.names), answer, indent(5) + "return 0"]
      }
    }
  }

  private func offers(_ list: KeyPath<Place, [Offer]>) -> [String] {
    places.filter { !$0[keyPath: list].isEmpty }.flatMap { place -> [String] in
      let rows = place[keyPath: list].map { indent(4) + quoted($0.text) + " " + quoted($0.meaning) }
      let head = [indent(2) + cases([place.name]), indent(3) + #"printf '%s\t%s\n' \"#]
      return head + rows.dropLast().map { $0 + " \\" } + rows.suffix(1)
    }
  }

  private var exceptions: [String] {
    switches(on: "option", places.filter { !$0.exceptions.isEmpty }) { place in
      place.exceptions.flatMap { rule -> [String] in
        fish(rule, depth: 4) + [indent(5) + "return"]
      }
    }
  }

  private var operands: [String] {
    switches(on: "number", places.filter(\.offersOperands)) { place in
      place.operands.enumerated().flatMap { index, values -> [String] in
        [indent(4) + "case " + place.number(index, rest: "'*'"), indent(5) + fish(values)]
      }
    }
  }

  /// Returns one case a place, each with a switch on the variable `name` in it.
  private func switches(
    on name: String, _ places: [Place], _ body: (Place) -> [String]
  ) -> [String] {
    places.flatMap { place -> [String] in
      let head = [indent(2) + cases([place.name]), indent(3) + "switch \"$\(name)\""]
      return head + body(place) + [indent(3) + "end"]
    }
  }

  private func fish(_ rule: ValueRule, depth: Int) -> [String] {
    [indent(depth) + cases(rule.spellings), indent(depth + 1) + fish(rule.values)]
  }

  private func fish(_ values: Values) -> String {
    switch values {
    case .none: "true"
    case .choices(let words):
      #"printf '%s\n' "# + words.map(quoted).joined(separator: " ")
    case .file: "__\(identifier)_paths \"$typed\""
    case .directory: #"__\#(identifier)_paths "$typed" | string match '*/'"#
    case .query(let list): "__\(identifier)_ask \(quoted(list)) $asking"
    }
  }

  private func cases(_ words: [String]) -> String {
    "case " + words.map(quoted).joined(separator: " ")
  }

  private func indent(_ depth: Int) -> String { spaces(4 * depth) }

  private var fishWalk: String {
    #"""
    # Asks a program for a list, with the options handed on. Its answer has the form fish wants.
    function __\#(identifier)_ask --argument-names list program
        command $program help --complete $list $argv[3..-1] </dev/null 2>/dev/null
    end

    # Prints the files and folders that begin with what is typed, as for a command that fish does
    # not know.
    function __\#(identifier)_paths --argument-names typed
        complete -C "'' $typed"
    end

    # Whether a word looks like an option: negative numbers do not.
    function __\#(identifier)_is_option --argument-names word
        string match -qr -- '^-(?![0-9]|[.,][0-9]).' "$word"
    end

    # Prints an option and its value as one word, if the tool is to be asked with it.
    function __\#(identifier)_hand_on --argument-names option value
        __\#(identifier)_hands_on $option; or return 0
        if test "$value" = '~'; or string match -q -- '~/*' "$value"
            set value $HOME(string sub -s 2 -- $value)
        end
        printf '%s=%s\n' $option $value
    end

    function __\#(identifier)_complete
        set -l words (commandline -opc)
        set -l current (commandline -ct)
        set -l program $words[1]
        set -e words[1]
        if string match -q -- '~/*' "$program"
            set program $HOME(string sub -s 2 -- $program)
        end
        command -sq -- $program; or set program \#(quoted(program))
        set -l place ''
        set -l operand 0
        set -l wanted ''
        set -l known ''
        set -l topic ''
        set -l literal ''
        set -l handed
        for word in $words
            if test -n "$literal"
                set operand (math $operand + 1)
            else if test "$word" = --
                set literal 1
                set wanted ''
            else if string match -q -- '--*=*' "$word"
                set wanted ''
                set -l parts (string split -m 1 = -- $word)
                set -a handed (__\#(identifier)_hand_on $parts[1] "$parts[2]")
            else if string match -q -- '--*' "$word"
                set wanted ''
                __\#(identifier)_takes_value $word; and set wanted $word
            else if __\#(identifier)_is_option $word
                set wanted ''
                set -l letters (string split '' -- (string sub -s 2 -- $word))
                while set -q letters[1]
                    if __\#(identifier)_takes_value -$letters[1]
                        set -q letters[2]; or set wanted -$letters[1]
                        break
                    end
                    set -e letters[1]
                end
            else if test -n "$wanted"
                set -a handed (__\#(identifier)_hand_on $wanted $word)
                set wanted ''
            else if test -n "$known"
                set operand (math $operand + 1)
            else if test -z "$place$topic"; and __\#(identifier)_asks_help $word
                set topic 1
            else if set -l below (__\#(identifier)_descend $place $word)
                set place $below
            else
                set known 1
                set operand (math $operand + 1)
            end
        end

        set -l here $place
        test -n "$topic"; and set here \#(quoted(helpPlace))
        set -l asking $program $handed
        if test -n "$literal"
            test -n "$topic"; or __\#(identifier)_operands $place $operand $current $asking
        else if string match -q -- '--*=*' "$current"
            set -l parts (string split -m 1 = -- $current)
            for candidate in (__\#(identifier)_values $here $parts[1] "$parts[2]" $asking)
                printf '%s=%s\n' $parts[1] $candidate
            end
        else if test "$current" = -; or __\#(identifier)_is_option $current
            __\#(identifier)_options $here
        else if test -n "$wanted"
            __\#(identifier)_values $here $wanted "$current" $asking
        else
            test -n "$known"; or __\#(identifier)_commands $place
            test -n "$topic"; or __\#(identifier)_operands $place $operand "$current" $asking
        end
    end

    complete -c \#(quoted(program)) -e
    complete -c \#(quoted(program)) -f -a '(__\#(identifier)_complete)'

    """#
  }
}

/// Returns `word` so that fish takes it as it stands.
private func quoted(_ word: String) -> String {
  "'" + word.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined() + "'"
}
