// A number as somebody copied it from a report: "225", "5 893", "5,893", "3,5", "3,6".

/// A bare number, with every value it may stand for.
package struct PrintedNumber: Hashable, Sendable {
  /// A reading: `digits` shifted by `places` decimals.
  private struct Reading: Hashable, Sendable {
    let digits: Int
    let places: Int
  }

  private let readings: Set<Reading>

  /// Returns the number, or nil unless `text` is digits with spaces between thousands and at most
  /// one comma or point. A comma before three digits is read both ways, since English uses it so.
  package init?(_ text: String) {
    let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}"]
    let plain = text.filter { !spaces.contains($0) }
    let halves = plain.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let whole = halves.first, !whole.isEmpty, halves.count <= 2,
      halves.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let fraction = halves.count == 2 ? halves[1] : ""
    // Eighteen digits always fit; no figure of ours has as many.
    guard whole.utf8.count + fraction.utf8.count <= 18, fraction.utf8.count <= 4,
      let digits = Int(String(whole + fraction))
    else { return nil }
    var readings: Set<Reading> = [Reading(digits: digits, places: fraction.utf8.count)]
    if fraction.utf8.count == 3 { readings.insert(Reading(digits: digits, places: 0)) }
    self.readings = readings
  }

  /// Whether a value would be printed as this number: hours with two decimals, full-time
  /// equivalents with as many as the number has, but at least one.
  package func matches(_ value: FigureValue) -> Bool {
    readings.contains { reading in
      switch value {
      case .count(let count):
        reading.places == 0 && reading.digits == count
      case .minutes(let minutes):
        reading.places <= 2
          && reading.digits * Self.power(2 - reading.places)
            == Self.rounded(minutes, over: 60, places: 2)
      case .fullTime(let minutes, let divisor):
        reading.places >= 1
          && reading.digits == Self.rounded(minutes, over: 60 * divisor, places: reading.places)
      }
    }
  }

  private static func power(_ places: Int) -> Int { (0..<places).reduce(1) { ten, _ in ten * 10 } }

  /// Returns a quotient shifted by some decimals, rounded half up; nil if it is beyond any number.
  private static func rounded(_ number: Int, over divisor: Int, places: Int) -> Int? {
    let scaled = UInt128(number.magnitude) * UInt128(power(places))
    return Int(exactly: (scaled * 2 + UInt128(divisor)) / UInt128(divisor * 2))
  }
}
