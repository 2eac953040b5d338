// What waits to be done, ordered by what is lost if it waits: first the money that a deadline takes,
// then what people forget (who was there), then what only who was there can confirm, then what holds
// up a grant's report and the closing, then the closing itself. It names shifts, entries, activities
// and grants, and nobody.

package import Domain

/// What waits, ordered by what is lost if it waits.
package struct WorkQueue: Hashable, Sendable {
  package enum Item: Hashable, Sendable {
    /// The application of a planned grant is due; `days` are left, 0 on the last day, negative after it.
    case applyForGrant(GrantID, deadline: Day, days: Int)
    /// The report of a granted grant is due.
    case reportGrant(GrantID, deadline: Day, days: Int)
    /// A shift is over and nobody has said who was there; `people` had a place.
    case shiftWithoutHours(ShiftID, people: Int)
    /// Entries of an activity wait for approval, by number.
    case approve(activity: ActivityCode, entries: [EntryID], minutes: Int)
    /// Hours that stand on a grant were corrected since, and nobody has approved them again.
    case approveClaimed(GrantID, entries: [EntryID], minutes: Int)
    /// A grant is about to end, or has, with fewer hours on it than were agreed; both in minutes.
    case claimHours(GrantID, agreed: Int, claimed: Int)
    /// An activity has no category, and hours in a year that is over and not closed.
    case setCategory(ActivityCode)
    /// An entry of a year that is over and not closed is hard to believe.
    case lookAt(Implausible)
    /// A year that is over has hours and is not closed. What is in the way, and how much of it;
    /// empty: it can be closed.
    case closeYear(Int, blockedBy: [ClosingCheck: Int])
    /// A year is closed, and the annual meeting's approval of that line is not recorded.
    case approveYear(Int, closing: Int)
  }

  package let items: [Item]

  /// How many days ahead a deadline, or the end of a grant, is told.
  package static let daysAhead = 60

  /// Looks at a ledger as it stands; `now` says which shifts and years are over.
  package init(_ state: State, now: Instant) {
    let shifts = state.shiftsWithoutHours(now: now)
    let thisYear = now.osloDay.year
    let entries = Dictionary(grouping: state.entries.values) { $0.content.on.year }
    let reviews = entries.keys.sorted().filter { $0 < thisYear && state.closings[$0] == nil }.map {
      ClosingReview(of: $0, entries: entries[$0] ?? [], withoutHours: shifts, in: state)
    }
    let grants = GrantQueue(state, today: now.osloDay)
    var items = grants.deadlines
    // What was open when a year was closed has been accepted.
    items += shifts.filter { state.closings[$0.plan.on.year] == nil }.map {
      Item.shiftWithoutHours($0.id, people: $0.placesTaken)
    }
    items += Self.approvals(in: state)
    items += grants.hours
    items += Set(reviews.flatMap(\.noCategory)).sorted(by: state.addedBefore).map {
      .setCategory($0)
    }
    items += reviews.flatMap(\.implausible).map { .lookAt($0) }
    items += reviews.map { review in
      .closeYear(
        review.year,
        blockedBy: Dictionary(uniqueKeysWithValues: review.open.map { ($0, review.count($0)) }))
    }
    items += state.closings.values.filter { $0.approval == nil }.sorted { $0.seq < $1.seq }.map {
      .approveYear($0.content.year, closing: $0.seq)
    }
    items += grants.missed
    self.items = items
  }

  /// One item an activity, that with the oldest work first. Of a closed year only what came after
  /// the closing waits: the rest was approved or accepted.
  private static func approvals(in state: State) -> [Item] {
    let waiting = state.entries.values.filter { entry in
      guard entry.approval == nil else { return false }
      guard let closed = state.closings[entry.content.on.year] else { return true }
      return (entry.corrections.last ?? entry.id.seq) > closed.seq
    }
    let piles = Dictionary(grouping: waiting, by: \.content.activity).map { activity, entries in
      let oldest = entries.lazy.map(\.content.on).min() ?? entries[0].content.on
      return (oldest: oldest, activity: activity, entries: entries)
    }
    return piles.sorted { ($0.oldest, $0.activity) < ($1.oldest, $1.activity) }.map { pile in
      .approve(
        activity: pile.activity, entries: pile.entries.map(\.id).sorted(),
        minutes: pile.entries.clampedSum { $0.content.minutes })
    }
  }
}
