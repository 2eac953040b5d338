// Integers as people read them. No floating point anywhere: a figure that is printed must be the
// figure that was counted, rounded once, here.
//
// nb and nn: a hard space (U+00A0) between thousands, also with four digits, a comma before the
// decimals. en: comma and point. The minus of people is U+2212. What machines read is in
// `Numbers+Machine.swift`.

/// Writes whole numbers, hours and fractions in a language.
package enum Numbers {
  /// The space that holds a number together.
  package static let hardSpace = "\u{A0}"

  /// The minus sign that people read.
  package static let minus = "\u{2212}"

  /// The most decimals `decimal` writes: 10^9 times any Int still fits the wide product.
  package static let placesMax = 9

  /// Returns a whole number with its thousands apart: "5 893", "5,893".
  package static func integer(_ number: Int, _ language: Language) -> String {
    let digits = grouped(number.magnitude, language)
    return number < 0 ? minus + digits : digits
  }

  /// Returns minutes as hours with as few decimals as needed, at most two: "5 893", "3,5", "1,33".
  ///
  /// The second decimal is rounded half away from zero.
  package static func hours(minutes: Int, _ language: Language) -> String {
    let parts = HourParts(minutes: minutes)
    let whole = grouped(parts.whole, language)
    let text = parts.fraction.isEmpty ? whole : whole + separator(language) + parts.fraction
    return minutes < 0 ? minus + text : text
  }

  /// Returns a quotient with a fixed number of decimals, rounded half away from zero: "3,6".
  ///
  /// - Precondition: `denominator` > 0 and `places` in 0...`placesMax`.
  package static func decimal(
    _ numerator: Int, _ denominator: Int, places: Int, _ language: Language
  ) -> String {
    let parts = DecimalParts(numerator, denominator, places: places)
    let whole = grouped(parts.whole, language)
    let text = parts.fraction.isEmpty ? whole : whole + separator(language) + parts.fraction
    return parts.isNegative ? minus + text : text
  }

  /// Returns digits with thousands apart.
  static func grouped(_ magnitude: UInt, _ language: Language) -> String {
    let mark = language.isNorwegian ? hardSpace : ","
    let digits = String(magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index).isMultiple(of: 3) { text += mark }
      text.append(digit)
    }
    return text
  }

  /// The sign before the decimals.
  static func separator(_ language: Language) -> String {
    language.isNorwegian ? "," : "."
  }
}

/// Hours cut into digits: whole hours, and hundredths without closing zeros ("5", "33", "").
struct HourParts {
  let whole: UInt
  let fraction: String

  init(minutes: Int) {
    let (hours, rest) = minutes.magnitude.quotientAndRemainder(dividingBy: 60)
    // rest <= 59, so the rounded hundredths are at most 98 and never carry into the hours.
    let hundredths = (rest * 100 + 30) / 60
    whole = hours
    fraction =
      if hundredths == 0 {
        ""
      } else if hundredths.isMultiple(of: 10) {
        String(hundredths / 10)
      } else {
        (hundredths < 10 ? "0" : "") + String(hundredths)
      }
  }
}

/// A rounded quotient cut into digits.
struct DecimalParts {
  let isNegative: Bool
  let whole: UInt
  let fraction: String

  init(_ numerator: Int, _ denominator: Int, places: Int) {
    precondition(denominator > 0, "a quotient needs a denominator above zero")
    precondition((0...Numbers.placesMax).contains(places), "places outside 0...9")
    var scale: UInt128 = 1
    for _ in 0..<places { scale *= 10 }
    let divisor = UInt128(denominator)
    let (quotient, rest) = (UInt128(numerator.magnitude) * scale)
      .quotientAndRemainder(dividingBy: divisor)
    let rounded = rest * 2 >= divisor ? quotient + 1 : quotient
    isNegative = numerator < 0 && rounded > 0
    whole = UInt(rounded / scale)
    let tail = String(rounded % scale)
    fraction =
      places == 0 ? "" : String(repeating: "0", count: places - tail.utf8.count) + tail
  }
}
