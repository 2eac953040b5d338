// The pen: carries acts out through the product's own `decide`, and appends what it comes to. The
// clock and the ids are the story's; the product itself has no way to set them.

import Domain
import EventStore
import Integrity

/// A new ledger being written.
struct Book: ~Copyable {
  private var ledger = Ledger()
  private var hashes: [Digest] = []
  private var writer: Writer
  private let seed: UInt64

  /// Seconds between two transactions that would fall on the same moment: time to type.
  private static let pause = 45

  /// Takes the lock of a ledger that has no line yet.
  init(_ writer: consuming Writer, seed: UInt64) {
    self.writer = writer
    self.seed = seed
  }

  /// Carries an act out, not before anything that was written.
  mutating func carryOut(_ act: Act) throws {
    for step in act.steps {
      let earliest = ledger.history.last.map { $0.at.adding(seconds: Self.pause) } ?? act.at
      let at = max(act.at.adding(seconds: step.after), earliest)
      let desk = Act.Desk(ledger: ledger, hashes: hashes)
      try append(try step.command(desk), Stamp(at: at, by: step.by, command: try newID()))
    }
  }

  private mutating func append(_ command: Command, _ stamp: Stamp) throws {
    let decision = try ledger.decide(command, stamp)
    let recorded = decision.recorded(after: ledger.history.count, stamp)
    if !decision.warnings.isEmpty {
      throw Trouble.warned(decision.warnings, line: recorded[0].seq)
    }
    hashes += try writer.commit(transaction: recorded).hashes
    for line in recorded { ledger.apply(line) }
  }

  /// Twelve letters and digits, by the number of the line: no id depends on how many random numbers
  /// were drawn before it.
  private func newID() throws -> CommandID {
    var random = SplitMix64(seed: seed, for: "command \(ledger.history.count + 1)")
    let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
    let text = String((0..<12).map { _ in letters[random.pick(0..<letters.count)] })
    guard let id = CommandID(text) else { throw Trouble.notFound("a command id") }
    return id
  }
}
