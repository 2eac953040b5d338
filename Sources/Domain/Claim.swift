// One hour, one claim: minutes of an approved entry are given to a grant, and never twice. What was
// paid for is nobody's own contribution.

/// What kind of work an hour is, where a funder may ask.
package enum WorkMark: String, CaseIterable, Comparable, Sendable {
  /// Paid after all. Of an entry only.
  case paid
  /// Paid in kind: a festival pass, a ticket.
  case inKind = "in-kind"
  /// A public task.
  case publicTask = "public-task"
  /// Work in a board.
  case board
  case travel
  /// An open meeting place. Of an activity only.
  case openPlace = "open-place"

  /// Marks of single entries.
  package static let ofEntries: [WorkMark] = [.paid, .inKind, .publicTask, .board, .travel]
  /// Marks of activities, for all their hours.
  package static let ofActivities: [WorkMark] = [.inKind, .publicTask, .board, .travel, .openPlace]
  /// What a grant may leave out.
  package static let excludable: [WorkMark] = [.inKind, .publicTask, .board, .travel]

  /// The one spelling of a set of marks: in order, each once.
  package static func list(_ marks: [WorkMark]) -> [WorkMark] { allCases.filter(marks.contains) }

  package static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Minutes of an entry that stand on a grant.
package struct Claim: Hashable, Sendable {
  package let id: ClaimID
  package let grant: GrantID
  package let minutes: Int
}

/// A finding about an entry that somebody has looked at and stands by.
package struct Waiver: Hashable, Sendable {
  package let seq: Int
  package let finding: String
  package let reason: AcceptReason
  package let by: PersonID
  package let at: Instant
}

extension Entry {
  /// Minutes that stand on grants.
  package var claimedMinutes: Int {
    claims.reduce(0) { min($0 + $1.minutes, LineNumber.limit) }
  }
}
