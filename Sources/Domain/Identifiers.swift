// Names of things in the log. An id carries the number of the line that made the thing, so ids are
// never reused and nothing has to hand them out.

/// An id made of a letter and the line number of the event that made the thing: `h731`.
package protocol LineID: Hashable, Comparable, Sendable {
  /// The letter in front of the number.
  static var letter: Character { get }
  /// The number of the line that made the thing, from 1.
  var seq: Int { get }
  init(seq: Int)
}

extension LineID {
  /// The id as it is written in the log and read by people.
  package var text: String { "\(Self.letter)\(seq)" }

  /// Returns the id spelled by `text`, or nil unless it is the letter and a canonical number
  /// from 1 to 2^53 − 1.
  package init?(text: some StringProtocol) {
    guard text.first == Self.letter, let seq = LineNumber.parse(text.dropFirst()) else {
      return nil
    }
    self.init(seq: seq)
  }

  package static func < (left: Self, right: Self) -> Bool { left.seq < right.seq }
}

/// Numbers of lines.
package enum LineNumber {
  /// Every number in the log is below this: 2^53, what any JSON reader holds exactly.
  package static let limit = 1 << 53

  /// Returns the number spelled by `text`: digits only, no leading zero, 1 to 2^53 − 1; else nil.
  package static func parse(_ text: some StringProtocol) -> Int? {
    guard let first = text.utf8.first, first != UInt8(ascii: "0"),
      text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let number = Int(text), number < limit
    else { return nil }
    return number
  }
}

/// Somebody known to the ledger: volunteer, coordinator or approver. The log holds no name.
package struct PersonID: LineID {
  package static let letter: Character = "p"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A planned shift.
package struct ShiftID: LineID {
  package static let letter: Character = "s"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// One person's sign-up for one shift.
package struct SignupID: LineID {
  package static let letter: Character = "u"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// An hour entry.
package struct EntryID: LineID {
  package static let letter: Character = "h"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A file that was taken in: the line that begins its transaction.
package struct ImportID: LineID {
  package static let letter: Character = "i"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A volunteer centre.
package struct CentreID: LineID {
  package static let letter: Character = "z"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A grant, from plan to settlement.
package struct GrantID: LineID {
  package static let letter: Character = "g"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A line of a grant's budget or accounts.
package struct AmountID: LineID {
  package static let letter: Character = "b"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// Minutes of an entry that were given to a grant.
package struct ClaimID: LineID {
  package static let letter: Character = "c"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A count of participants (nb *deltakere*).
package struct ParticipantsID: LineID {
  package static let letter: Character = "d"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// A report that was sent.
package struct SentID: LineID {
  package static let letter: Character = "r"
  package let seq: Int
  package init(seq: Int) { self.seq = seq }
}

/// The code people use for an activity: 1 to 15 of `a–z 0–9 -`, so that it lives inside the value.
package struct ActivityCode: Hashable, Comparable, Sendable {
  /// Longest code in bytes: what a Swift String keeps without allocating.
  package static let bytesMax = 15

  package let text: String

  /// Returns the code, or nil unless it is 1 to 15 of `a–z 0–9 -`.
  package init?(_ text: String) {
    guard !text.isEmpty, text.utf8.count <= Self.bytesMax,
      text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 })
    else { return nil }
    self.text = text
  }

  package static func < (left: Self, right: Self) -> Bool { left.text < right.text }
}

/// The id of a command, which makes a retry safe: 1 to 32 of `a–z A–Z 0–9 . _ -`.
package struct CommandID: Hashable, Sendable {
  /// Longest id in bytes.
  package static let bytesMax = 32

  package let text: String

  /// Returns the id, or nil unless it is 1 to 32 of the allowed characters.
  package init?(_ text: String) {
    let allowed = text.utf8.allSatisfy {
      (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0)
        || $0 == 45 || $0 == 46 || $0 == 95
    }
    guard !text.isEmpty, text.utf8.count <= Self.bytesMax, allowed else { return nil }
    self.text = text
  }
}
