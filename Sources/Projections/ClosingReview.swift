// The checklist of a closing. It finds; whether what it finds blocks or is accepted is for who
// closes.

package import Domain

/// What the checklist of a closing finds.
package struct ClosingReview: Hashable, Sendable {
  package let year: Int
  /// Entries of the year that nobody has approved.
  package let unapproved: [EntryID]
  /// Activities with hours in the year and no category, counted or not, in the order they were
  /// added.
  package let noCategory: [ActivityCode]
  package let implausible: [Implausible]
  /// Shifts of the year that are over and were not cancelled, with somebody on a place and no
  /// standing hours on the shift; the oldest first.
  package let openShifts: [ShiftID]

  /// Looks at a year as it stands; `now` says which shifts are over.
  package init(of year: Int, in state: State, now: Instant) {
    self.init(
      of: year, entries: state.entries.values.filter { $0.content.on.year == year },
      withoutHours: state.shiftsWithoutHours(now: now), in: state)
  }

  /// - Parameters:
  ///   - entries: those of the year.
  ///   - shifts: those without hours, of any year, the oldest first.
  init(of year: Int, entries: [Entry], withoutHours shifts: [Shift], in state: State) {
    self.year = year
    unapproved = entries.filter { $0.approval == nil }.map(\.id).sorted()
    noCategory = Set(entries.map(\.content.activity)).filter { code in
      state.activities[code]?.details.category == nil
    }.sorted(by: state.addedBefore)
    implausible = Implausible.found(among: entries)
    openShifts = shifts.filter { $0.plan.on.year == year }.map(\.id)
  }

  /// The checks that are not met, in order.
  package var open: [ClosingCheck] { ClosingCheck.allCases.filter { count($0) > 0 } }

  /// Returns how many things a check finds; it is met when there is none.
  package func count(_ check: ClosingCheck) -> Int {
    switch check {
    case .unapproved: unapproved.count
    case .noCategory: noCategory.count
    case .implausible: implausible.count
    case .openShifts: openShifts.count
    }
  }
}

extension State {
  /// Returns the shifts that are over and were not cancelled, with somebody on a place and no
  /// standing hours on the shift; the oldest first.
  func shiftsWithoutHours(now: Instant) -> [Shift] {
    let withHours = Set(entries.values.compactMap(\.content.shift))
    return shifts.values.filter { shift in
      shift.cancelled == nil && shift.placesTaken > 0 && shift.plan.ends <= now
        && !withHours.contains(shift.id)
    }.sorted { ($0.plan.ends, $0.id) < ($1.plan.ends, $1.id) }
  }

  /// Whether an activity was added before another; what nobody added comes last, by its code.
  package func addedBefore(_ left: ActivityCode, _ right: ActivityCode) -> Bool {
    let (first, second) = (activities[left]?.seq ?? .max, activities[right]?.seq ?? .max)
    return (first, left) < (second, right)
  }
}
