// Names of months and weekdays, small letters in Norwegian as the language asks.

extension Dates {
  /// Returns the name of a month, 1...12: "mars", "March".
  ///
  /// - Precondition: `month` is in 1...12.
  package static func monthName(_ month: Int, _ language: Language) -> String {
    monthNames(language)[month - 1]
  }

  /// Returns the name of a weekday, 0 for Monday: "tirsdag", "tysdag", "Tuesday".
  ///
  /// - Precondition: `weekday` is in 0...6.
  package static func weekdayName(_ weekday: Int, _ language: Language) -> String {
    weekdayNames(language)[weekday]
  }

  /// Returns the twelve months, January first.
  package static func monthNames(_ language: Language) -> [String] {
    switch language {
    case .nb, .nn:  // the one place where the two never differ
      [
        "januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september",
        "oktober", "november", "desember",
      ]
    case .en:
      [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
      ]
    }
  }

  /// Returns the seven weekdays, Monday first.
  package static func weekdayNames(_ language: Language) -> [String] {
    switch language {
    case .nb:
      ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"]
    case .nn:
      ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"]
    case .en:
      ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    }
  }
}
