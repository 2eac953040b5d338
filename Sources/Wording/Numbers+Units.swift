// Numbers with the thing they count: kroner, durations, hours, people. Number and unit are held
// together by a hard space.

extension Numbers {
  /// Returns a duration in hours and minutes: "2 t 30 min", "2 h 30 min", "45 min", "0 min".
  package static func duration(minutes: Int, _ language: Language) -> String {
    let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
    var parts: [String] = []
    if hours > 0 {
      parts.append(grouped(hours, language) + hardSpace + (language.isNorwegian ? "t" : "h"))
    }
    if rest > 0 || hours == 0 { parts.append(String(rest) + hardSpace + "min") }
    return (minutes < 0 ? minus : "") + parts.joined(separator: " ")
  }

  /// Returns øre as kroner: "498 000 kr", "300,50 kr"; in English "NOK 498,000".
  ///
  /// Two decimals, or none when the sum is whole.
  package static func kroner(ore: Int, _ language: Language) -> String {
    let parts = KroneParts(ore: ore)
    let whole = grouped(parts.whole, language)
    let amount = parts.fraction.isEmpty ? whole : whole + separator(language) + parts.fraction
    let sign = ore < 0 ? minus : ""
    return language.isNorwegian
      ? sign + amount + hardSpace + "kr" : sign + "NOK" + hardSpace + amount
  }

  /// Returns a number and the form of the word that goes with it: "1 frivillig", "2 frivillige".
  ///
  /// In all three languages exactly one takes the first form; zero takes the second.
  package static func counted(
    _ number: Int, _ one: String, _ many: String, _ language: Language
  ) -> String {
    integer(number, language) + hardSpace + (number == 1 ? one : many)
  }

  /// Returns minutes as counted hours: "1 time", "3,5 timer", "3,5 timar", "3.5 hours".
  package static func countedHours(minutes: Int, _ language: Language) -> String {
    let word = minutes == 60 ? hourWord(language) : hoursWord(language)
    return hours(minutes: minutes, language) + hardSpace + word
  }

  private static func hourWord(_ language: Language) -> String {
    Phrase(nb: "time", en: "hour")(language)
  }

  private static func hoursWord(_ language: Language) -> String {
    Phrase(nb: "timer", nn: "timar", en: "hours")(language)
  }
}

/// Kroner cut into digits: whole kroner, and two digits of øre or none.
struct KroneParts {
  let whole: UInt
  let fraction: String

  init(ore: Int) {
    let (kroner, rest) = ore.magnitude.quotientAndRemainder(dividingBy: 100)
    whole = kroner
    fraction = rest == 0 ? "" : (rest < 10 ? "0" : "") + String(rest)
  }
}
