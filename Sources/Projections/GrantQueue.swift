// What waits with grants: deadlines as the centre has entered them, and hours that are to stand on one.

import Domain

/// The parts of the work queue that are about grants.
struct GrantQueue {
  /// Deadlines to meet, the nearest first; a report that is late is still to be sent.
  private(set) var deadlines: [WorkQueue.Item] = []
  /// Hours that stand on grants and are not approved, and those that are missing.
  private(set) var hours: [WorkQueue.Item] = []
  /// Applications whose deadline has passed: nothing is lost any more, but nobody has said so.
  private(set) var missed: [WorkQueue.Item] = []

  init(_ state: State, today: Day) {
    let claims = Self.claims(in: state)
    let grants = state.grants.values.sorted { $0.id < $1.id }
    var due: [(day: Day, item: WorkQueue.Item)] = []
    for grant in grants {
      if grant.status == .planned, let day = grant.details.deadline,
        let days = Self.days(to: day, from: today)
      {
        let item = WorkQueue.Item.applyForGrant(grant.id, deadline: day, days: days)
        if days < 0 { missed.append(item) } else { due.append((day, item)) }
      }
      let isSent = state.sent.values.contains { $0.content.scope == .grant(grant.id) }
      if grant.status == .granted, !isSent, let day = grant.details.report,
        let days = Self.days(to: day, from: today)
      {
        due.append((day, .reportGrant(grant.id, deadline: day, days: days)))
      }
    }
    // The order of grants stands where days are equal.
    deadlines = due.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element.item)
    for grant in grants where grant.status.takesClaims && grant.status != .reported {
      let own = claims[grant.id] ?? []
      let fallen = own.filter { $0.entry.approval == nil }
      if !fallen.isEmpty {
        hours.append(
          .approveClaimed(
            grant.id, entries: Set(fallen.map(\.entry.id)).sorted(), minutes: Self.sum(fallen)))
      }
      let claimed = Self.sum(own)
      if grant.status == .granted, let agreed = grant.step(.granted)?.minutes, claimed < agreed,
        Self.days(to: grant.details.to, from: today) != nil
      {
        hours.append(.claimHours(grant.id, agreed: agreed, claimed: claimed))
      }
    }
  }

  /// Days that are left, when they are few enough to be told; negative when the day has passed.
  private static func days(to day: Day, from today: Day) -> Int? {
    let days = Int(day.number) - Int(today.number)
    return days <= WorkQueue.daysAhead ? days : nil
  }

  private typealias Standing = (entry: Entry, minutes: Int)

  private static func claims(in state: State) -> [GrantID: [Standing]] {
    var claims: [GrantID: [Standing]] = [:]
    for entry in state.entries.values {
      for claim in entry.claims { claims[claim.grant, default: []].append((entry, claim.minutes)) }
    }
    return claims
  }

  private static func sum(_ claims: [Standing]) -> Int {
    claims.clampedSum { $0.minutes }
  }
}
