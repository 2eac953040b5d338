// The script for bash 4.4 and later. It needs no other package.
//
// Readline cuts the line at `=`, `:` and quotes too, and replaces only the last piece, so the
// script reads the line itself: quotes and backslashes are taken out by hand, never by the shell
// reading the text again, and a candidate is quoted for the place where it goes.

extension CompletionTables {
  var bashScript: String {
    bashTables + "\n" + bashWalk
  }

  private var bashTables: String {
    """
    # bash completion for \(program). Load it with: source <(\(program) help --completions bash)

    \(caseTables)
    # Offers the commands below $place.
    _\(identifier)_commands() {
      case $place in
    \(lines(offers(\.commands)))  esac
    }

    # Offers the options of the place $1.
    _\(identifier)_options() {
      case $1 in
    \(lines(offers(\.options)))  esac
    }

    # Offers values of the option $2 at the place $1.
    _\(identifier)_values() {
    \(valueCases(bash))
    }

    # Offers values of the operand number $1, counted from 0, at $place.
    _\(identifier)_operands() {
    \(operandCases(bash))
    }

    """
  }

  private func offers(_ list: KeyPath<Place, [Offer]>) -> [String] {
    places.filter { !$0[keyPath: list].isEmpty }.map { place in
      let words = place[keyPath: list].map { literal($0.text) }.joined(separator: " ")
      return "    \(literal(place.name))) _\(identifier)_offer_all \(words) ;;"
    }
  }

  private func bash(_ values: Values) -> String {
    switch values {
    case .none: ":"
    case .choices(let words):
      "_\(identifier)_offer_all " + words.map(literal).joined(separator: " ")
    case .file: "_\(identifier)_paths -f"
    case .directory: "_\(identifier)_paths -d"
    case .query(let list): "_\(identifier)_ask \(literal(list))"
    }
  }

  private var bashWalk: String {
    #"""
    # Sets $words to the line up to the cursor, as the tool will get it but still quoted. Pieces
    # with no space between them were cut apart by readline and are one word.
    _\#(identifier)_split() {
      local line=${COMP_LINE:0:COMP_POINT} piece gap i
      for ((i = 0; i <= COMP_CWORD; i++)); do
        gap=${line%%[![:space:]]*}
        line=${line#"$gap"}
        piece=${COMP_WORDS[i]}
        ((i < COMP_CWORD)) || piece=$line
        line=${line#"$piece"}
        if ((i == 0)) || [[ -n $gap ]]; then
          words+=("$piece")
        else
          words[${#words[@]} - 1]+=$piece
        fi
      done
    }

    # Reads one quoted word: sets $plain to its text, $open to the quote that is still open, and
    # $kept to the part of $plain that readline leaves alone.
    _\#(identifier)_read() {
      local char i escaped=
      plain='' open='' kept=''
      for ((i = 0; i < ${#1}; i++)); do
        char=${1:i:1}
        if [[ -n $escaped ]]; then
          [[ $open == \" && $char != [\"\\\$\`] ]] && plain+=\\
          plain+=$char escaped=
        elif [[ $char == \\ && $open != \' ]]; then
          escaped=1
        elif [[ -n $open && $char == "$open" ]]; then
          open='' kept=$plain
        elif [[ -z $open && $char == [\"\'] ]]; then
          open=$char kept=$plain
        else
          plain+=$char
          [[ -z $open && $COMP_WORDBREAKS == *"$char"* ]] && kept=$plain
        fi
      done
    }

    # Whether $1 looks like an option: negative numbers do not.
    _\#(identifier)_is_option() {
      [[ $1 == -?* && $1 != -[0-9]* && $1 != -[.,][0-9]* ]]
    }

    # Notes a value for the tool to be asked with: option $1, value $2.
    _\#(identifier)_hand_on() {
      local value=$2
      _\#(identifier)_hands_on "$1" || return 0
      [[ $value == '~' || $value == '~/'* ]] && value=$HOME${value:1}
      handed+=("$1=$value")
    }

    # Offers $1 if it begins with what is typed, in the quotes that are open.
    _\#(identifier)_offer() {
      local text=$prefix$1
      [[ $text == "$plain"* ]] || return 0
      text=${text:${#kept}}
      if [[ $open == \' ]]; then
        text=${text//\'/"'\\''"}
      elif [[ $open == \" ]]; then
        text=${text//\\/'\\'}
        text=${text//\"/'\"'}
        text=${text//\$/'\$'}
        text=${text//\`/'\`'}
      elif [[ $text == *[^[:alnum:]_./,:=@%+-]* ]]; then
        printf -v text %q "$text"
      fi
      COMPREPLY+=("$text")
    }

    _\#(identifier)_offer_all() {
      local word
      for word; do _\#(identifier)_offer "$word"; done
    }

    # Offers files (-f) or folders (-d); readline quotes these itself.
    _\#(identifier)_paths() {
      local text
      compopt -o filenames
      while IFS= read -r text; do
        text=$prefix$text
        COMPREPLY+=("${text:${#kept}}")
      done < <(compgen "$1" -- "${plain:${#prefix}}")
    }

    # Asks the tool for the list $1. Where bash shows a list (a second tab), it is shown with the
    # words about each candidate; these are never put on the line.
    _\#(identifier)_ask() {
      local line word shown=()
      while IFS= read -r line || [[ -n $line ]]; do
        word=${line%%$'\t'*}
        [[ -n $word && $prefix$word == "$plain"* ]] || continue
        _\#(identifier)_offer "$word"
        if [[ $line == *$'\t'* ]]; then
          shown+=("$word  (${line#*$'\t'})")
        else
          shown+=("$word")
        fi
      done < <(command -- "$program" help --complete "$1" "${handed[@]}" </dev/null 2>/dev/null)
      ((COMP_TYPE == 63 && ${#shown[@]} > 1)) && COMPREPLY=("${shown[@]}")
      return 0
    }

    _\#(identifier)() {
      local program=$1 place= operand=0 wanted= known= topic= literal= prefix= here
      local words=() handed=() plain open kept word letters i
      COMPREPLY=()
      [[ $program == '~/'* ]] && program=$HOME${program:1}
      type -P -- "$program" >/dev/null || program=\#(literal(program))
      _\#(identifier)_split
      for ((i = 1; i < ${#words[@]} - 1; i++)); do
        _\#(identifier)_read "${words[i]}"
        word=$plain
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
          for ((letters = 1; letters < ${#word}; letters++)); do
            _\#(identifier)_takes_value "-${word:letters:1}" || continue
            ((letters + 1 == ${#word})) && wanted=-${word:letters:1}
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

      _\#(identifier)_read "${words[${#words[@]} - 1]}"
      here=$place
      [[ -n $topic ]] && here=\#(literal(helpPlace))
      if [[ -n $literal ]]; then
        [[ -n $topic ]] || _\#(identifier)_operands "$operand"
      elif [[ $plain == --*=* ]]; then
        prefix=${plain%%=*}=
        _\#(identifier)_values "$here" "${plain%%=*}"
      elif [[ $plain == - ]] || _\#(identifier)_is_option "$plain"; then
        _\#(identifier)_options "$here"
      elif [[ -n $wanted ]]; then
        _\#(identifier)_values "$here" "$wanted"
      else
        [[ -n $known ]] || _\#(identifier)_commands
        [[ -n $topic ]] || _\#(identifier)_operands "$operand"
      fi
    }

    complete -F _\#(identifier) \#(literal(program))

    """#
  }
}
