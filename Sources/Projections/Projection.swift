// What every answer of this room is: a fold over the lines of a log, as a value.
//
// A log is read twice (Domain/Standing.swift): pass one notes which lines stand, pass two hands every
// line to the projection together with that knowledge. No file, no clock, no words.

package import Domain

/// A fold over the lines of a log.
package protocol Projection: Sendable {
  /// Takes in the next line.
  ///
  /// Every line comes here, also one that does not stand: `standing` tells, for the whole log.
  mutating func apply(_ recorded: Recorded, standing: Standing)
}

/// A projection that may be folded in parts, in parallel.
package protocol MergeableProjection: Projection {
  /// Takes in what another value folded from the lines right after the own ones, with the same
  /// `standing`.
  mutating func merge(_ later: Self)
}

extension Projection {
  /// Makes both passes over a whole log.
  package mutating func fold(_ log: some Collection<Recorded>) {
    let standing = Standing(log)
    for recorded in log { apply(recorded, standing: standing) }
  }

  /// Returns the value after both passes over a whole log.
  package func folded(over log: some Collection<Recorded>) -> Self {
    var folded = self
    folded.fold(log)
    return folded
  }
}

extension Sequence {
  /// Returns the sum of a number of each element; at the ends of Int it stays there, since a log that
  /// no rule would admit must still be readable.
  package func clampedSum(_ number: (Element) -> Int) -> Int {
    reduce(into: 0) { $0.addClamped(number($1)) }
  }
}

extension Int {
  /// Adds without trapping: a log that no rule would admit must still be readable.
  mutating func addClamped(_ other: Int) {
    let (sum, overflow) = addingReportingOverflow(other)
    self = overflow ? (other > 0 ? .max : .min) : sum
  }
}
