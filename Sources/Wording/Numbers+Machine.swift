// Numbers that a spreadsheet or a program reads back: no grouping, ASCII hyphen-minus, and the
// comma of a Norwegian spreadsheet. The same in every language, since a file must not depend on who
// wrote it.

extension Numbers {
  /// Returns minutes as hours for a cell: "5893", "3,5", "-1,33".
  package static func csvHours(minutes: Int) -> String {
    let parts = HourParts(minutes: minutes)
    return ascii(parts.whole, parts.fraction, isNegative: minutes < 0)
  }

  /// Returns a quotient for a cell, with a fixed number of decimals: "3,57".
  ///
  /// - Precondition: as for `decimal`.
  package static func csvDecimal(_ numerator: Int, _ denominator: Int, places: Int) -> String {
    let parts = DecimalParts(numerator, denominator, places: places)
    return ascii(parts.whole, parts.fraction, isNegative: parts.isNegative)
  }

  /// Returns øre as kroner for a cell, without a unit: "498000", "300,50".
  package static func csvKroner(ore: Int) -> String {
    let parts = KroneParts(ore: ore)
    return ascii(parts.whole, parts.fraction, isNegative: ore < 0)
  }

  private static func ascii(_ whole: UInt, _ fraction: String, isNegative: Bool) -> String {
    (isNegative ? "-" : "") + String(whole) + (fraction.isEmpty ? "" : "," + fraction)
  }
}
