// A place in the bytes of a line, and the steps that go over them. The only code of this room that
// holds a pointer: it reads nothing without comparing the place with the end first, and it must not
// outlive the closure it is made in.

/// Reads forward through bytes; a step that does not fit leaves the place as it was.
struct ByteCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes gone over.
  private(set) var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }
  var isAtEnd: Bool { position == bytes.count }

  /// The byte at a place, or nil outside the line.
  @inline(__always)
  subscript(place: Int) -> UInt8? {
    place >= 0 && place < bytes.count ? bytes[place] : nil
  }

  var next: UInt8? {
    @inline(__always) get { self[position] }
  }

  @inline(__always)
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// Goes over a literal.
  @inline(__always)
  mutating func skip(_ literal: StaticString) -> Bool {
    let end = position + literal.utf8CodeUnitCount
    guard end <= bytes.count, matches(literal, at: position) else { return false }
    position = end
    return true
  }

  /// Goes over `lead`, a key in quotation marks, and its colon.
  @inline(__always)
  mutating func skip(key: StaticString, after lead: UInt8) -> Bool {
    let keyEnd = position + 2 + key.utf8CodeUnitCount
    guard keyEnd + 2 <= bytes.count, bytes[position] == lead,
      bytes[position + 1] == UInt8(ascii: "\""), matches(key, at: position + 2),
      bytes[keyEnd] == UInt8(ascii: "\""), bytes[keyEnd + 1] == UInt8(ascii: ":")
    else { return false }
    position = keyEnd + 2
    return true
  }

  /// Compares bytes that are known to be there.
  @inline(__always)
  private func matches(_ literal: StaticString, at start: Int) -> Bool {
    let expected = literal.utf8Start
    var index = 0
    while index < literal.utf8CodeUnitCount {
      guard bytes[start + index] == expected[index] else { return false }
      index += 1
    }
    return true
  }

  /// Returns how many bytes of the text stand here: where a literal stops fitting.
  func agreement(with text: String) -> Int {
    var place = position
    for byte in text.utf8 {
      guard self[place] == byte else { break }
      place += 1
    }
    return place - position
  }

  /// Goes over exactly `count` digits.
  @inline(__always)
  mutating func digits(_ count: Int) -> Int? {
    guard position + count <= bytes.count else { return nil }
    var number = 0
    for place in position..<(position + count) {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      number = number * 10 + Int(digit)
    }
    position += count
    return number
  }

  /// Goes over a whole number without sign and leading zero, of at most sixteen digits: enough for
  /// 2^53, and too few to overflow.
  @inline(__always)
  mutating func number() -> Int? {
    var place = position
    var number = 0
    while place < bytes.count {
      let digit = bytes[place] &- UInt8(ascii: "0")
      guard digit <= 9 else { break }
      guard place - position < 16 else { return nil }
      number = number * 10 + Int(digit)
      place += 1
    }
    guard place > position, place == position + 1 || bytes[position] != UInt8(ascii: "0") else {
      return nil
    }
    position = place
    return number
  }

  /// Goes to a place further on, at most to the end.
  mutating func go(to place: Int) {
    precondition(place >= position && place <= bytes.count)
    position = place
  }

  /// Calls `body` with the bytes between two places.
  @inline(__always)
  func withBytes<Result, Failure: Error>(
    _ range: Range<Int>, _ body: (Span<UInt8>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return try body(UnsafeBufferPointer(rebasing: bytes[range]).span)
  }

  /// Returns bytes that are known to be ASCII as a text; up to fifteen need no allocation.
  func string(ascii range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
    return String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
