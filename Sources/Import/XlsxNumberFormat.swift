// How a workbook shows a number: the number alone does not say whether it is a day.

/// What a number format makes of a number.
enum XlsxNumberFormat: Hashable {
  case number
  /// What of a day is shown. A time of day, if shown as well, follows it.
  case day(Shown, time: Bool)
  /// A time of day.
  case time
  /// A length of time, which may pass 24 hours: `[h]:mm`.
  case duration

  /// How much of a day people see; they mean no more than that.
  enum Shown { case day, month, year }

  /// The format with a number of ECMA-376 part 1, 18.8.30.
  init(builtin id: Int) {
    switch id {
    case 14...16: self = .day(.day, time: false)
    case 17: self = .day(.month, time: false)  // mmm-yy
    case 18...21, 45, 47: self = .time
    case 22: self = .day(.day, time: true)
    case 46: self = .duration
    default: self = .number
    }
  }

  /// The format of a code such as `dd.mm.yyyy` or `[h]:mm`; only its first section is looked at.
  init(code: String) {
    var letters: Set<Character> = []
    var characters = Substring(code)
    while let character = characters.popFirst() {
      switch character {
      case ";": characters = ""
      case "\"":
        while let inner = characters.popFirst(), inner != "\"" {}
      case "\\", "_", "*": _ = characters.popFirst()
      case "[":
        let inside = characters.prefix { $0 != "]" }
        characters = characters.dropFirst(inside.count + 1)
        let word = inside.lowercased()
        // A colour, a condition or a locale otherwise.
        if !word.isEmpty, Set(word).count == 1, let letter = word.first, "hms".contains(letter) {
          self = .duration
          return
        }
      default: letters.formUnion(character.lowercased())
      }
    }
    // "General" is no format of letters; an E is an exponent.
    if code.lowercased().hasPrefix("general") {
      self = .number
      return
    }
    let hasTime = letters.contains("h") || letters.contains("s")
    if letters.contains("d") {
      self = .day(.day, time: hasTime)
    } else if letters.contains("m"), !hasTime {
      self = .day(.month, time: false)
    } else if letters.contains("y") {
      self = hasTime ? .day(.day, time: true) : .day(.year, time: false)
    } else {
      self = hasTime ? .time : .number
    }
  }
}
