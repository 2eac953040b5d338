// Those an activity is for, beside the volunteers who run it. They are counted and never known by
// name, so what is recorded is a number with how it is known.

/// A count of participants.
package struct ParticipantCount: Hashable, Sendable {
  package var activity: ActivityCode
  package var on: Period
  package var measure: Measure
  /// Absent: the ages are not known.
  package var age: AgeBand?
  /// At least 1.
  package var count: Int
  package var known: HourEntry.Known

  package init(
    activity: ActivityCode, on: Period, measure: Measure = .attendances, age: AgeBand? = nil,
    count: Int, known: HourEntry.Known = .recorded
  ) {
    self.activity = activity
    self.on = on
    self.measure = measure
    self.age = age
    self.count = count
    self.known = known
  }

  /// Somebody who comes ten times is ten attendances and one participant.
  package enum Measure: String, CaseIterable, Sendable {
    case attendances
    /// Different participants in the period.
    case different
  }

  package static let countMax = HourEntry.headcountMax
}

/// A count of participants in the state.
package struct Participants: Equatable, Sendable {
  package let id: ParticipantsID
  package var content: ParticipantCount
  package let recordedAt: Instant
  package let recordedBy: PersonID
  /// The lines that corrected it, oldest first.
  package var corrections: [Int] = []
}
