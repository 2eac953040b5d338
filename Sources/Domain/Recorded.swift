/// An event with its envelope: what one line of the log says, without its hash.
package struct Recorded: Hashable, Sendable {
  /// The number of the line, from 1 without gaps.
  package var seq: Int
  package var at: Instant
  package var by: PersonID
  package var command: CommandID
  /// How many events of the same transaction are still to come.
  package var left: Int
  package var event: Event

  package init(
    seq: Int, at: Instant, by: PersonID, command: CommandID, left: Int, event: Event
  ) {
    self.seq = seq
    self.at = at
    self.by = by
    self.command = command
    self.left = left
    self.event = event
  }
}
