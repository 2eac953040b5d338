// The script for zsh: `_NAME` in a folder of `fpath`, or loaded as it stands after `compinit`.
//
// The completion system of zsh compares, quotes and shows; the walk only decides what to offer.

extension CompletionTables {
  var zshScript: String {
    zshTables + "\n" + zshWalk
  }

  private var zshTables: String {
    """
    #compdef \(program)
    # zsh completion for \(program). Save it as _\(program) in a folder of $fpath, or after compinit:
    # source <(\(program) help --completions zsh)

    \(caseTables)
    # Offers the commands below $place.
    _\(identifier)_commands() {
      case $place in
    \(lines(offers(\.commands, "-t commands", commandsHeading)))  esac
    }

    # Offers the options of the place $1.
    _\(identifier)_options() {
      case $1 in
    \(lines(offers(\.options, "-o -t options", optionsHeading)))  esac
    }

    # Offers values of the option $2 at the place $1.
    _\(identifier)_values() {
    \(valueCases(zsh))
    }

    # Offers values of the operand number $1, counted from 0, at $place.
    _\(identifier)_operands() {
    \(operandCases(zsh))
    }

    """
  }

  private func offers(
    _ list: KeyPath<Place, [Offer]>, _ kind: String, _ heading: String
  ) -> [String] {
    places.filter { !$0[keyPath: list].isEmpty }.flatMap { place in
      ["    \(literal(place.name)))", "      offers=("]
        + place[keyPath: list].map { "        " + literal(described($0)) }
        + ["      )", "      _describe \(kind) \(literal(heading)) offers ;;"]
    }
  }

  /// `_describe` reads up to the first colon, and takes a backslash away.
  private func described(_ offer: Offer) -> String {
    let name = offer.text.map { $0 == ":" || $0 == "\\" ? "\\\($0)" : "\($0)" }.joined()
    return name + (offer.meaning.isEmpty ? "" : ":" + offer.meaning)
  }

  private func zsh(_ values: Values) -> String {
    switch values {
    case .none: ":"
    case .choices(let words):
      "compadd -- " + words.map(literal).joined(separator: " ")
    case .file: "_files"
    case .directory: "_files -/"
    case .query(let list): "_\(identifier)_ask \(literal(list))"
    }
  }

  private var zshWalk: String {
    #"""
    # Whether $1 looks like an option: negative numbers do not.
    _\#(identifier)_is_option() {
      [[ $1 == -?* && $1 != -[0-9]* && $1 != -[.,][0-9]* ]]
    }

    # Notes a value for the tool to be asked with: option $1, value $2.
    _\#(identifier)_hand_on() {
      local value=$2
      _\#(identifier)_hands_on "$1" || return 0
      [[ $value == '~' || $value == '~/'* ]] && value=$HOME${value[2,-1]}
      handed+=("$1=$value")
    }

    # Asks the tool for the list $1.
    _\#(identifier)_ask() {
      local answer line word
      answer=$(command -- "$program" help --complete "$1" "${handed[@]}" </dev/null 2>/dev/null)
      for line in "${(@f)answer}"; do
        [[ -n $line ]] || continue
        word=${line%%$'\t'*}
        word=${word//\\/\\\\}
        word=${word//:/\\:}
        [[ $line == *$'\t'* ]] && word+=:${line#*$'\t'}
        offers+=("$word")
      done
      _describe -t values "$1" offers
    }

    _\#(identifier)() {
      local program=$words[1] place= wanted= known= topic= literal= here word current
      local -a handed offers
      local -i operand=0 i before=$compstate[nmatches]
      program=${(Q)program}
      [[ $program == '~/'* ]] && program=$HOME${program[2,-1]}
      whence -p -- "$program" >/dev/null || program=\#(literal(program))
      for word in "${(@Q)words[2,CURRENT-1]}"; do
        if [[ -n $literal ]]; then
          ((operand += 1))
        elif [[ $word == -- ]]; then
          literal=1 wanted=
        elif [[ $word == --*=* ]]; then
          wanted=
          _\#(identifier)_hand_on "${word%%=*}" "${word#*=}"
        elif [[ $word == --* ]]; then
          wanted=
          _\#(identifier)_takes_value "$word" && wanted=$word
        elif _\#(identifier)_is_option "$word"; then
          wanted=
          for ((i = 2; i <= $#word; i++)); do
            _\#(identifier)_takes_value "-$word[i]" || continue
            ((i == $#word)) && wanted=-$word[i]
            break
          done
        elif [[ -n $wanted ]]; then
          _\#(identifier)_hand_on "$wanted" "$word"
          wanted=
        elif [[ -n $known ]]; then
          ((operand += 1))
        elif [[ -z $place$topic ]] && _\#(identifier)_asks_help "$word"; then
          topic=1
        elif ! _\#(identifier)_descend "$word"; then
          known=1
          ((operand += 1))
        fi
      done

      current=${(Q)PREFIX}
      here=$place
      [[ -n $topic ]] && here=\#(literal(helpPlace))
      if [[ -n $literal ]]; then
        [[ -n $topic ]] || _\#(identifier)_operands $operand
      elif [[ $current == --*=* ]]; then
        compset -P 1 '*='
        _\#(identifier)_values "$here" "${current%%=*}"
      elif [[ $current == - ]] || _\#(identifier)_is_option "$current"; then
        _\#(identifier)_options "$here"
      elif [[ -n $wanted ]]; then
        _\#(identifier)_values "$here" "$wanted"
      else
        [[ -n $known ]] || _\#(identifier)_commands
        [[ -n $topic ]] || _\#(identifier)_operands $operand
      fi
      ((compstate[nmatches] > before))
    }

    if [[ $funcstack[1] == _\#(program) ]]; then
      _\#(identifier) "$@"
    else
      compdef _\#(identifier) \#(literal(program))
    fi

    """#
  }
}
