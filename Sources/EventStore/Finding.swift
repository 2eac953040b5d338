// One thing that a verification found: what, where, and the facts. Sentences are made elsewhere.

package import Domain
package import EventFormat
package import Files
package import Integrity

/// Where a line stands.
package struct Place: Hashable, Sendable {
  /// The file.
  package let segment: Segment
  /// The line in the file, from 1; 0 when it is about the file as a whole.
  package let line: Int

  /// Names a line of a file.
  package init(segment: Segment, line: Int) {
    self.segment = segment
    self.line = line
  }
}

/// One thing that was found.
package struct Finding: Hashable, Sendable {
  /// Its name in the format.
  package let id: FindingID
  /// The file by its path in the ledger: `events/2024.jsonl`.
  package let file: String
  /// The line in the file, from 1; 0 when it is about the file.
  package let line: Int
  /// The byte in the line, from 1; 0 when it is about the line or the file as a whole.
  package let byte: Int
  /// What is known about it.
  package let facts: Facts

  /// Creates a finding from its facts.
  package init(_ id: FindingID, file: String, line: Int = 0, byte: Int = 0, facts: Facts) {
    self.id = id
    self.file = file
    self.line = line
    self.byte = byte
    self.facts = facts
  }

  init(_ id: FindingID, _ place: Place, byte: Int, _ facts: Facts) {
    self.init(id, file: place.segment.path, line: place.line, byte: byte, facts: facts)
  }

  /// How bad it is, by the table.
  package var severity: FindingID.Severity { id.severity }

  /// What makes it a finding.
  package enum Facts: Hashable, Sendable {
    case none
    /// Something else than a file stands there.
    case entry(EntryKind)
    case unreadable(FilesError)
    case format(FormatError)
    case type(String, version: Int)
    case hash(found: Digest, computed: Digest)
    case number(found: Int, expected: Int)
    case time(Instant, above: Instant)
    /// The year that the line belongs to.
    case year(Int)
    /// The key that differs from the line above in a transaction.
    case mismatch(Envelope.Field)
    case commandUsed(CommandID)
    /// Line 1 does not open the ledger, or another line does.
    case opening
    /// Who opened the ledger was not registered with it.
    case founder(PersonID)
    case rejection(Rejection)
    /// What differs of a sent report: the keys of `report.sent`.
    case sent(keys: [String])
    case tail(bytes: Int)
    case persons([PersonID])
    /// A closed year, and what of it differs: the keys of `year.closed`.
    case closing(year: Int, keys: [String])
    /// A head over so many lines, and how many the log has.
    case head(size: Int, lines: Int)
    /// The line of a closing whose digest somebody kept.
    case closingHead(line: Int)
    /// The lines among which the first one is that is not what it was.
    case changed(within: ClosedRange<Int>)
    case origin(String)
  }
}
