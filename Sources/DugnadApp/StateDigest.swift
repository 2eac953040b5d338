// A digest of what replay builds: SHA-256 over the lists that `list --json` prints, in their order.
// Equal states give equal digests on any machine, and anybody can compute it from the printed lists.

import Domain
import Integrity
import Reports

/// A digest of a state.
enum StateDigest {
  /// Returns the digest of every item of the state, one a line: persons, activities, shifts, sign-ups,
  /// hour entries, years; without names, which are not in the log.
  static func digest(of state: State) -> Digest {
    var hash = SHA256()
    for item in items(of: state) { hash.update(Array((item.text + "\n").utf8)) }
    return hash.finalize()
  }

  private static func items(of state: State) -> [JSONValue] {
    let shifts = state.shifts.values.sorted { $0.id < $1.id }
    return state.persons.values.sorted { $0.id < $1.id }.map { $0.json(name: nil) }
      + state.activities.values.sorted { $0.seq < $1.seq }.map(\.json)
      + shifts.map(\.json)
      + shifts.flatMap { shift in shift.signups.map { $0.json(shift: shift.id) } }
      + state.entries.values.sorted { $0.id < $1.id }.map(\.json)
      + state.years.values.sorted { $0.year < $1.year }.map(\.json)
  }
}
