package import Domain
import Integrity

// The envelope of a line: what every event says about itself, in this order.
//
//     {"seq":…,"at":…,"by":…,"cmd":…,"left":…,"type":…,"v":…,"data":{…},"hash":"…"}
//     '---------------- Envelope -----------'                          '--- seal ---'
//
// 1. One event has one spelling: `write` makes it and `scan` accepts no other.
// 2. write(scan(line)) == line for every line of a current version.
// 3. The hash covers exactly the bytes before the seal, and the digits of the line above.
// 4. Reading is bounded: nothing longer than `bytesMax` is looked into.

/// One event as one line of bytes, without the newline.
package enum EventLine {
  /// A line is at most so long, so that a reader may hold it in a fixed buffer.
  package static let bytesMax = 65_535

  /// The bytes of `,"hash":"` + 64 digits + `"}` at the end of every line.
  package static let sealBytes = 75

  /// Where the digits of the hash begin, counted from the end of the line.
  package static let digitsFromEnd = Digest.hexCount + 2

  static let sealHead: StaticString = ",\"hash\":\""
}

/// What a line says besides its event.
package struct Envelope: Hashable, Sendable {
  /// The number of the line.
  package let seq: Int
  /// When it was recorded.
  package let at: Instant
  /// Who recorded it.
  package let by: PersonID
  /// The command that all lines of the transaction share.
  package let command: CommandID
  /// How many lines of the transaction are still to come.
  package let left: Int

  /// Takes the envelope of an event.
  package init(_ recorded: Recorded) {
    self.init(
      seq: recorded.seq, at: recorded.at, by: recorded.by, command: recorded.command,
      left: recorded.left)
  }

  init(seq: Int, at: Instant, by: PersonID, command: CommandID, left: Int) {
    self.seq = seq
    self.at = at
    self.by = by
    self.command = command
    self.left = left
  }

  /// The description that both passes follow. That `seq` is the right number, and not 0, is for
  /// whoever knows the line above.
  @inline(__always)
  static func fields<Pass: FieldPass>(
    _ pass: inout Pass, _ given: Recorded?
  ) throws(FormatError) -> Envelope {
    let numbers = 0...(LineNumber.limit - 1)
    return Envelope(
      seq: try pass.number("seq", given?.seq, in: numbers),
      at: try pass.moment("at", given?.at),
      by: try pass.id("by", given?.by),
      command: try pass.command("cmd", given?.command),
      left: try pass.number("left", given?.left, in: numbers))
  }

  /// The keys whose values a finding may point at.
  package enum Field: CaseIterable, Sendable { case seq, at, by, command, left, type }

  /// Returns where the value of a key begins in the line, from 1. Since there is one spelling, it
  /// follows from the values before it.
  package func column(of field: Field) -> Int {
    let seqColumn = 8
    let atColumn = seqColumn + "\(seq)".utf8.count + 6
    let byColumn = atColumn + 22 + 6
    let commandColumn = byColumn + by.text.utf8.count + 2 + 7
    let leftColumn = commandColumn + command.text.utf8.count + 2 + 8
    switch field {
    case .seq: return seqColumn
    case .at: return atColumn
    case .by: return byColumn
    case .command: return commandColumn
    case .left: return leftColumn
    case .type: return leftColumn + "\(left)".utf8.count + 8
    }
  }
}

extension Recorded {
  init(_ envelope: Envelope, _ event: Event) {
    self.init(
      seq: envelope.seq, at: envelope.at, by: envelope.by, command: envelope.command,
      left: envelope.left, event: event)
  }
}
