// One walk over the fields of a line, in the order of the format. Writing and scanning are two
// passes over the same description (`EventFields`), so the order of keys stands once and the two
// cannot drift apart.
//
// A pass is handed what it should write and gives back what it has written; a scanning pass is
// handed nothing (`nil`) and gives back what it has read. Both refuse a value the format refuses.

import Domain

/// Goes through an object key by key: writes it, or reads it.
protocol FieldPass {
  /// Begins an object: the next key follows a brace, later ones a comma.
  mutating func open()
  mutating func close() throws(FormatError)
  mutating func key(_ key: Key) throws(FormatError)
  /// Goes over a key that may be absent; returns whether it is there.
  mutating func key(_ key: Key, ifGiven isGiven: Bool) -> Bool

  mutating func number(_ given: Int?, in range: ClosedRange<Int>) throws(FormatError) -> Int
  mutating func boolean(_ given: Bool?) throws(FormatError) -> Bool
  mutating func text(_ given: String?, bytesMax: Int) throws(FormatError) -> String
  mutating func texts(_ given: [String]?, bytesMax: Int) throws(FormatError) -> [String]
  mutating func word<Word: WireWord>(_ given: Word?) throws(FormatError) -> Word
  /// A list of words, none of them twice.
  mutating func words<Word: WireWord>(_ given: [Word]?) throws(FormatError) -> [Word]
  mutating func id<ID: WireID>(_ given: ID?) throws(FormatError) -> ID
  mutating func characters(
    _ given: String?, _ allowed: Characters
  ) throws(FormatError) -> String
  mutating func day(_ given: Day?) throws(FormatError) -> Day
  mutating func clock(_ given: Clock?) throws(FormatError) -> Clock
  mutating func period(_ given: Period?) throws(FormatError) -> Period
  mutating func moment(_ given: Instant?) throws(FormatError) -> Instant
  mutating func age(_ given: AgeBand?) throws(FormatError) -> AgeBand
  /// A list of bands; their order is the business of `admits`.
  mutating func ages(_ given: [AgeBand]?) throws(FormatError) -> [AgeBand]
  mutating func ranges(_ given: LineRanges?) throws(FormatError) -> LineRanges
}

/// A string value of plain characters and limited length: no escapes, so its bytes are its text.
struct Characters: Sendable {
  let count: ClosedRange<Int>
  /// What the error calls it.
  let kind: FormatError.Kind
  /// One bit for each of the 128 ASCII characters.
  private let low: UInt64
  private let high: UInt64

  init(_ allowed: StaticString, count: ClosedRange<Int>, kind: FormatError.Kind) {
    self.count = count
    self.kind = kind
    var bits = (low: UInt64(0), high: UInt64(0))
    for byte in allowed.description.utf8 {
      if byte < 64 { bits.low |= 1 &<< UInt64(byte) } else { bits.high |= 1 &<< UInt64(byte - 64) }
    }
    (low, high) = bits
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 128 && (byte < 64 ? low : high) &>> UInt64(byte & 63) & 1 == 1
  }

  static let code = Characters(
    "abcdefghijklmnopqrstuvwxyz0123456789-", count: 1...ActivityCode.bytesMax, kind: .code)
  static let command = Characters(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-",
    count: 1...CommandID.bytesMax, kind: .command)
  static let origin = Characters(
    "abcdefghijklmnopqrstuvwxyz0123456789.-", count: 8...64, kind: .origin)
  static let finding = Characters(
    "abcdefghijklmnopqrstuvwxyz-", count: 1...TextRule.findingBytesMax, kind: .word)
  static let organisation = Characters("0123456789", count: 9...9, kind: .organisation)
  static let age = Characters("0123456789-", count: 3...7, kind: .age)
  static let hexDigits = Characters("0123456789abcdef", count: 64...64, kind: .hexDigits)
}

/// An id with its letter as a byte.
protocol WireID: LineID {
  static var letterByte: UInt8 { get }
}

extension PersonID: WireID { static var letterByte: UInt8 { UInt8(ascii: "p") } }
extension ShiftID: WireID { static var letterByte: UInt8 { UInt8(ascii: "s") } }
extension SignupID: WireID { static var letterByte: UInt8 { UInt8(ascii: "u") } }
extension ImportID: WireID { static var letterByte: UInt8 { UInt8(ascii: "i") } }
extension EntryID: WireID { static var letterByte: UInt8 { UInt8(ascii: "h") } }
extension CentreID: WireID { static var letterByte: UInt8 { UInt8(ascii: "z") } }
extension GrantID: WireID { static var letterByte: UInt8 { UInt8(ascii: "g") } }
extension ClaimID: WireID { static var letterByte: UInt8 { UInt8(ascii: "c") } }
extension ParticipantsID: WireID { static var letterByte: UInt8 { UInt8(ascii: "d") } }

/// One of a fixed list of words of `a–z` and `-`.
protocol WireWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {}

extension Role: WireWord {}
extension Category: WireWord {}
extension Reason: WireWord {}
extension HourEntry.Known: WireWord {}
extension ImportMade.Kind: WireWord {}
extension ClosingCheck: WireWord {}
extension AcceptReason: WireWord {}
extension CentreDetails.Form: WireWord {}
extension WorkMark: WireWord {}
extension ParticipantCount.Measure: WireWord {}
extension GrantGoal.Measure: WireWord {}
extension GrantStatus: WireWord {}
extension GrantAmount.Book: WireWord {}
extension GrantAmount.Flow: WireWord {}
extension GrantAmount.Funding: WireWord {}
extension SentReport.Form: WireWord {}
