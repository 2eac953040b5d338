package import Domain

/// One file of the log: the lines recorded in one UTC year.
package struct Segment: Hashable, Comparable, Sendable {
  /// The UTC year of recording.
  package let year: Int

  /// Names the file of a year.
  package init(year: Int) { self.year = year }

  /// The file that a line recorded at this moment stands in.
  package init(of moment: Instant) { year = moment.utcDay.year }

  /// Returns the segment of a file name `YYYY.jsonl`, or nil for any other name.
  package init?(name: String) {
    let bytes = Array(name.utf8)
    guard bytes.count == 10, bytes.dropFirst(4).elementsEqual(".jsonl".utf8),
      bytes.prefix(4).allSatisfy({ (48...57).contains($0) })
    else { return nil }
    year = bytes.prefix(4).reduce(0) { $0 * 10 + Int($1 - 48) }
  }

  /// `2024.jsonl`.
  package var name: String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ".jsonl"
  }

  /// The path in the ledger, as findings say it: `events/2024.jsonl`.
  package var path: String { LedgerFolder.eventsName + "/" + name }

  /// The order of the log.
  package static func < (left: Segment, right: Segment) -> Bool { left.year < right.year }
}
