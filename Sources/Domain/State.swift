// What deciding needs to know: the fold of the events that stand. Every event writes exactly one
// subject (one activity, one shift, one entry ...), so an undo refolds only the subjects it touches.
// The indices at the end are kept in step by the two functions that set an entry and a shift.

/// The ledger's present state.
package struct State: Equatable, Sendable {
  package internal(set) var opening: LedgerOpened?
  package internal(set) var persons: [PersonID: Person] = [:]
  package internal(set) var activities: [ActivityCode: Activity] = [:]
  package internal(set) var shifts: [ShiftID: Shift] = [:]
  package internal(set) var entries: [EntryID: Entry] = [:]
  package internal(set) var years: [Int: YearSettings] = [:]
  /// The years that are closed now.
  package internal(set) var closings: [Int: ClosedYear] = [:]
  /// The standing imports of each source, in order.
  package internal(set) var sources: [String: [SourceImport]] = [:]
  package internal(set) var centres: [CentreID: Centre] = [:]
  package internal(set) var participants: [ParticipantsID: Participants] = [:]
  package internal(set) var grants: [GrantID: Grant] = [:]
  /// The reports that were given away.
  package internal(set) var sent: [SentID: Sent] = [:]

  // Indices, derived from the above.
  package internal(set) var shiftOfSignup: [SignupID: ShiftID] = [:]
  package internal(set) var entryOfClaim: [ClaimID: EntryID] = [:]
  package internal(set) var entriesOnDay: [PersonDay: Set<EntryID>] = [:]

  package init() {}

  /// The settings that hold for `year`: those it was closed with, its own, else those of the nearest
  /// earlier year, else the default divisor and no rate (`events/README.md`, section 5).
  package func settings(of year: Int) -> YearSettings {
    if let closed = closings[year] { return closed.content.settings }
    if let own = years[year] { return own }
    let nearest = years.values.filter { $0.year < year }.max { $0.year < $1.year }
    return YearSettings(
      year: year, divisor: nearest?.divisor ?? YearSettings.divisorDefault, rate: nearest?.rate)
  }

  /// Returns the minutes of a person on a day, in entries on that day, leaving one entry out. Lines
  /// that were not checked may hold any numbers, so the sum stops at the largest.
  package func minutes(of person: PersonID, on day: Day, except left: EntryID? = nil) -> Int {
    (entriesOnDay[PersonDay(person: person, day: day)] ?? []).reduce(0) { sum, id in
      id == left ? sum : min(sum + (entries[id]?.content.minutes ?? 0), LineNumber.limit)
    }
  }
}

/// A person on a day: what the limit of 24 hours is about.
package struct PersonDay: Hashable, Sendable {
  package let person: PersonID
  package let day: Day

  package init(person: PersonID, day: Day) {
    self.person = person
    self.day = day
  }

  /// Returns the person's day that an entry counts on, or nil for a period or an unnamed group.
  init?(_ content: HourEntry) {
    guard let person = content.who.person, let day = content.on.day else { return nil }
    self.init(person: person, day: day)
  }
}

package struct Person: Equatable, Sendable {
  package let id: PersonID
  package var role: Role
  package var commitment: String?
}

package struct Activity: Equatable, Sendable {
  /// The line that added it.
  package let seq: Int
  package var details: ActivityDetails
  /// Its last day, if it has ended.
  package var ended: Day?
  /// What kind of work it is.
  package var marks: [WorkMark] = []
}

package struct Shift: Equatable, Sendable {
  package let id: ShiftID
  package let activity: ActivityCode
  package var plan: ShiftPlan
  /// Why it was cancelled, if it was.
  package var cancelled: Reason?
  /// Everybody who signed up, in order, also those who withdrew.
  package var signups: [Signup] = []

  /// Sign-ups that hold a place.
  package var placesTaken: Int { signups.count { $0.status == .placed } }
  package var hasFreePlace: Bool { plan.places.map { placesTaken < $0 } ?? true }
  /// The next one in line for a place.
  package var firstWaiting: Signup? { signups.first { $0.status == .waiting } }
  /// Nobody waits while a place is free: true between transactions.
  package var isSettled: Bool { cancelled != nil || firstWaiting == nil || !hasFreePlace }

  /// Returns the standing sign-up of a person, with a place or waiting.
  package func signup(of person: PersonID) -> Signup? {
    signups.first { $0.person == person && $0.status != .withdrawn }
  }
}

package struct Signup: Equatable, Sendable {
  package let id: SignupID
  package let person: PersonID
  package var status: Status

  package enum Status: String, Sendable { case placed, waiting, withdrawn }
}

package struct Entry: Equatable, Sendable {
  package let id: EntryID
  package var content: HourEntry
  /// Line, author and moment of the first recording.
  package let recordedAt: Instant
  package let recordedBy: PersonID
  /// The lines that corrected it, oldest first.
  package var corrections: [Int] = []
  package var approval: Approval?
  package var marks: [WorkMark] = []
  /// The standing claims on it, oldest first; together never more than its minutes.
  package var claims: [Claim] = []
  /// What was found of its present content and stood by.
  package var waivers: [Waiver] = []

  package struct Approval: Equatable, Sendable {
    package let seq: Int
    package let by: PersonID
    package let at: Instant
  }
}
