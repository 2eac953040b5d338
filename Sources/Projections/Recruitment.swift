// Who the volunteers of a year are, in numbers: how many do more than one thing, and how many had not
// been seen here before.

package import Domain

/// The volunteers of a year by what they did, and by when they came.
package struct Recruitment: Hashable, Sendable {
  /// How many persons were active in so many counted activities in the year.
  package let byActivities: [Int: Int]
  /// Persons who had hours here in an earlier year too.
  package let returning: Int
  /// Persons of the year that has hours before it, who had none: nil where the ledger has no earlier
  /// year, since then nobody can tell.
  package let new: Int?

  /// - Parameter state: what stands where the year is reported from.
  package init(of year: Int, in state: State) {
    var now: [PersonID: Set<ActivityCode>] = [:]
    var before: Set<PersonID> = []
    for entry in state.entries.values {
      guard let person = entry.content.who.person,
        state.activities[entry.content.activity]?.details.counted ?? true
      else { continue }
      let worked = entry.content.on.year
      if worked == year { now[person, default: []].insert(entry.content.activity) }
      if worked < year { before.insert(person) }
    }
    byActivities = now.values.reduce(into: [:]) { $0[$1.count, default: 0] += 1 }
    returning = now.keys.count { before.contains($0) }
    new = before.isEmpty ? nil : now.count - returning
  }
}

/// How the minutes of a year are vouched for.
package struct Vouched: Hashable, Sendable {
  package private(set) var entries = 0
  package private(set) var minutes = 0
  package private(set) var approved = 0
  package private(set) var approvedMinutes = 0
  /// Approved by whoever recorded them, or by the volunteer.
  package private(set) var ownApproved = 0
  package private(set) var ownApprovedMinutes = 0
  /// Marked as paid after all: counted in the year, and nobody's own contribution.
  package private(set) var paid = 0
  package private(set) var paidMinutes = 0
  /// Corrected at least once.
  package private(set) var corrected = 0
  /// Recorded more than 30 days after the work.
  package private(set) var enteredLate = 0
  package private(set) var recorders: Set<PersonID> = []
  package private(set) var approvers: Set<PersonID> = []

  /// Days after the work within which an entry is made close to it.
  package static let daysClose = 30

  /// - Parameter state: what stands where the year is reported from.
  package init(of year: Int, in state: State) {
    for entry in state.entries.values where entry.content.on.year == year {
      guard state.activities[entry.content.activity]?.details.counted ?? true else { continue }
      let content = entry.content
      entries += 1
      minutes.addClamped(content.minutes)
      recorders.insert(entry.recordedBy)
      if !entry.corrections.isEmpty { corrected += 1 }
      if entry.marks.contains(.paid) {
        paid += 1
        paidMinutes.addClamped(content.minutes)
      }
      if Int(entry.recordedAt.osloDay.number - content.on.last.number) > Self.daysClose {
        enteredLate += 1
      }
      guard let approval = entry.approval else { continue }
      approved += 1
      approvedMinutes.addClamped(content.minutes)
      approvers.insert(approval.by)
      if approval.by == entry.recordedBy || approval.by == content.who.person {
        ownApproved += 1
        ownApprovedMinutes.addClamped(content.minutes)
      }
    }
  }
}
