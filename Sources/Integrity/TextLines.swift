// Reading the small texts of this room: lines, and numbers with one spelling.

/// The lines of a text, one after the other. A line without a newline at its end is none.
struct TextLines {
  /// U+000A.
  static let newline = UInt8(ascii: "\n")

  /// What has not been read yet.
  private(set) var rest: ArraySlice<UInt8>

  init(_ text: some Collection<UInt8>) {
    rest = Array(text)[...]
  }

  /// Returns the next line without its newline, or nil when no whole line is left.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: Self.newline) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}

/// Decimal numbers in their one spelling.
enum CanonicalNumber {
  /// Reads ASCII digits without sign and leading zeros; nil for anything else, and for what does not
  /// fit in an `Int`.
  static func parse(_ digits: some Collection<UInt8>) -> Int? {
    guard let first = digits.first, first != UInt8(ascii: "0") || digits.count == 1 else {
      return nil
    }
    var number = 0
    for digit in digits {
      guard UInt8(ascii: "0")...UInt8(ascii: "9") ~= digit else { return nil }
      let (tens, isOver) = number.multipliedReportingOverflow(by: 10)
      let (sum, isOverToo) = tens.addingReportingOverflow(Int(digit - UInt8(ascii: "0")))
      guard !isOver, !isOverToo else { return nil }
      number = sum
    }
    return number
  }
}
