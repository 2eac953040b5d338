// A number as it stands in somebody's text, and what kind of number it is. Only a plain one may be a
// figure of the ledger; the others are left alone, and said to be.

/// Where something stands in a text: line and character, both from 1.
package struct ProsePlace: Hashable, Sendable, Comparable {
  package let line: Int
  package let column: Int

  package init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  package static func < (left: ProsePlace, right: ProsePlace) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// A number in a text.
package struct ProseNumber: Hashable, Sendable {
  /// As it is written, also in letters: "5 893", "tolv".
  package let text: String
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    /// May be a figure.
    case plain(ProseAmount)
    /// One year, or the first of a span.
    case year(Int)
    /// No figure of ours, whatever it is worth.
    case left(Left)
  }

  /// What a number is that no ledger of hours answers for.
  package enum Left: String, Hashable, Sendable, CaseIterable {
    case date, clock, percent, money, reference, phone, postal, age, ordinal, range, code
  }
}

/// The value of a plain number.
package struct ProseAmount: Hashable, Sendable {
  package let printed: PrintedNumber
  /// The value times 100, rounded to the nearest; three digits after a comma are thousands.
  package let hundredths: Int
  /// Whether it has no decimals.
  package let isWhole: Bool

  /// Returns the number spelled by digits, or nil if there is none to read.
  package init?(_ text: String) {
    guard let printed = PrintedNumber(text) else { return nil }
    let halves = text.filter { $0.isASCII && !$0.isWhitespace }
      .split { $0 == "," || $0 == "." }
    let fraction = halves.count == 2 ? String(halves[1]) : ""
    let isThousands = fraction.utf8.count == 3
    let digits = isThousands ? String(halves[0]) + fraction : String(halves.first ?? "")
    guard let whole = Int(digits), whole < 1_000_000_000_000 else { return nil }
    isWhole = fraction.isEmpty || isThousands
    let two = Int((fraction + "000").prefix(3)) ?? 0
    hundredths = whole * 100 + (isWhole ? 0 : (two + 5) / 10)
    self.printed = printed
  }

  init(_ whole: Int) {
    // Digits alone are always a number.
    guard let amount = ProseAmount(String(whole)) else { preconditionFailure("digits") }
    self = amount
  }

  /// The whole number, if it is one.
  package var whole: Int? { isWhole ? hundredths / 100 : nil }
}
