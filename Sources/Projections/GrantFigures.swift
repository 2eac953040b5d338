// The figures of one grant, as a value: what is claimed on it, who took part, what should come of it
// and what it costs. Only what stands on the grant is counted: hours of its activities that nobody
// claimed are in no figure here, so that whoever gets the report can compute all of it again from
// what is disclosed with it (events/README.md, section 5).

package import Domain

/// An entry with a standing claim of the grant.
package struct ClaimedEntry: Equatable, Sendable {
  package let entry: Entry
  /// The minutes that stand on this grant, 1 to the entry's minutes in a log that keeps the rules.
  package let minutes: Int
  /// What kind of work it is: the marks of the entry and of its activity, each once, in order.
  package let marks: [WorkMark]

  package var id: EntryID { entry.id }
  package var content: HourEntry { entry.content }
  /// The line that sets the entry's content.
  package var contentLine: Int { entry.corrections.last ?? entry.id.seq }
  /// The line of its approval; 0 without one.
  package var approvalLine: Int { entry.approval?.seq ?? 0 }
  package var isApproved: Bool { entry.approval != nil }

  /// The entry as if it had only the claimed minutes.
  var claimed: HourEntry {
    var content = entry.content
    content.minutes = minutes
    return content
  }
}

/// An activity of a grant and its figures.
package struct GrantActivity: Equatable, Sendable {
  /// The activity as it is known now.
  package let details: ActivityDetails
  /// The funder's word for what kind of activity it is.
  package let kind: String?
  /// Whether the grant names it; else it is here for its claimed hours.
  package let isIncluded: Bool
  /// Whether it is an open meeting place.
  package let isOpenPlace: Bool
  /// Over the entries with a claim; minutes are the claimed ones.
  package let figures: Figures

  package var code: ActivityCode { details.code }
}

/// A kind of activity, in the funder's word, and its figures.
package struct GrantKind: Equatable, Sendable {
  /// Nil for the activities without a kind.
  package let name: String?
  package let activities: [ActivityCode]
  package let figures: Figures
}

/// The claimed minutes of one year, with what an hour and an årsverk are in it.
package struct GrantYear: Equatable, Sendable {
  package let year: Int
  package let minutes: Int
  /// Hours of one årsverk: the grant's, else the year's.
  package let divisor: Int
  /// Øre an hour: the grant's, else the year's.
  package let rate: Int?
  /// The closing that holds for the year; nil while it is open.
  package let closing: ClosedYear?
}

/// All figures of one grant.
package struct GrantFigures: Equatable, Sendable {
  package let grant: Grant
  /// The entries with a claim, by number.
  package let entries: [ClaimedEntry]
  /// The included activities in the order they were included, then others with claimed hours in the
  /// order they were added.
  package let activities: [GrantActivity]
  /// The kinds of the activities, in the order of their first one; those without a kind come last.
  package let kinds: [GrantKind]
  /// Over all claimed entries.
  package let totals: Figures
  /// The claimed entries that are not approved now; minutes are the claimed ones.
  package let unapproved: Figures
  /// The participant counts of the grant, by number.
  package let counts: [Participants]
  /// The years of the grant's period, in order.
  package let years: [GrantYear]
  /// The reports of the grant that were given away, oldest first.
  package let sent: [Sent]
  /// The codes of all activities that have been marked as open meeting places.
  let openPlaces: Set<ActivityCode>

  package var id: GrantID { grant.id }
  /// Its state, `planned` before the first step.
  package var status: GrantStatus { grant.status }

  /// Returns the figures of a grant, or nil if no such grant stands.
  package init?(of id: GrantID, in state: State) {
    guard let grant = state.grants[id] else { return nil }
    let entries = ClaimedEntry.all(of: id, in: state)
    var tallies: [ActivityCode: Tally] = [:]
    var unapproved = Tally()
    for claimed in entries {
      tallies[claimed.content.activity, default: Tally()].add(claimed.claimed)
      if !claimed.isApproved { unapproved.add(claimed.claimed) }
    }
    let openPlaces = Set(
      state.activities.values.filter { $0.marks.contains(.openPlace) }.map(\.details.code))
    let activities = Self.rows(of: grant, tallies, state).map { code, kind, isIncluded in
      GrantActivity(
        details: state.activities[code]?.details ?? ActivityDetails(code: code, name: code.text),
        kind: kind, isIncluded: isIncluded, isOpenPlace: openPlaces.contains(code),
        figures: Figures(CollectionOfOne(tallies[code] ?? Tally())))
    }
    self.grant = grant
    self.entries = entries
    self.activities = activities
    kinds = Self.kinds(of: activities, tallies)
    totals = Figures(tallies.values)
    self.unapproved = Figures(CollectionOfOne(unapproved))
    counts = state.participants.values.filter { grant.counts($0.content) }
      .sorted { $0.id < $1.id }
    years = Self.years(of: grant, entries, state)
    sent = state.sent.values.filter { $0.content.scope == .grant(id) }.sorted { $0.id < $1.id }
    self.openPlaces = openPlaces
  }

  private static func rows(
    of grant: Grant, _ tallies: [ActivityCode: Tally], _ state: State
  ) -> [(code: ActivityCode, kind: String?, isIncluded: Bool)] {
    let included = grant.activities.map { ($0.activity, $0.kind, true) }
    let names = Set(grant.activities.map(\.activity))
    let others = tallies.keys.filter { !names.contains($0) }.sorted {
      (state.activities[$0]?.seq ?? .max, $0) < (state.activities[$1]?.seq ?? .max, $1)
    }
    return included + others.map { ($0, nil, false) }
  }

  private static func kinds(
    of activities: [GrantActivity], _ tallies: [ActivityCode: Tally]
  ) -> [GrantKind] {
    var order: [String?] = []
    for activity in activities where !order.contains(activity.kind) { order.append(activity.kind) }
    return (order.filter { $0 != nil } + order.filter { $0 == nil }).map { kind in
      let codes = activities.filter { $0.kind == kind }.map(\.code)
      return GrantKind(
        name: kind, activities: codes, figures: Figures(codes.compactMap { tallies[$0] }))
    }
  }

  private static func years(
    of grant: Grant, _ entries: [ClaimedEntry], _ state: State
  ) -> [GrantYear] {
    var minutes: [Int: Int] = [:]
    for claimed in entries {
      minutes[claimed.content.on.year, default: 0].addClamped(claimed.minutes)
    }
    let (first, last) = (grant.details.from.year, grant.details.to.year)
    let years = Set(first <= last ? Array(first...last) : []).union(minutes.keys)
    return years.sorted().map { year in
      let settings = state.settings(of: year)
      let divisor = grant.details.divisor ?? settings.divisor
      return GrantYear(
        year: year, minutes: minutes[year] ?? 0,
        divisor: YearSettings.divisorRange.contains(divisor)
          ? divisor : YearSettings.divisorDefault,
        rate: grant.details.rate ?? settings.rate, closing: state.closings[year])
    }
  }
}

extension ClaimedEntry {
  /// Returns the entries with a standing claim of a grant, by number.
  static func all(of grant: GrantID, in state: State) -> [ClaimedEntry] {
    // A log that breaks the rules may say a claim of an entry that is gone.
    Set(state.entryOfClaim.values).compactMap { id -> ClaimedEntry? in
      guard let entry = state.entries[id] else { return nil }
      return ClaimedEntry(entry, of: grant, in: state)
    }.sorted { $0.id < $1.id }
  }

  /// Returns the entry's part of a grant, or nil if it has none.
  init?(_ entry: Entry, of grant: GrantID, in state: State) {
    let claims = entry.claims.filter { $0.grant == grant }
    if claims.isEmpty { return nil }
    self.entry = entry
    minutes = claims.clampedSum { $0.minutes }
    let ofActivity = state.activities[entry.content.activity]?.marks ?? []
    marks = Set(entry.marks).union(ofActivity).sorted()
  }
}

extension Grant {
  /// Whether a participant count belongs to the grant: in its time, of one of its activities.
  func counts(_ content: ParticipantCount) -> Bool {
    details.covers(content.on) && includes(content.activity)
  }
}

extension GrantFigures {
  /// What the claimed hours are worth in øre, rounded once, to the nearest; nil where a claimed hour
  /// has no rate, or where a log that breaks the rules holds numbers that cannot be multiplied.
  package var value: Int? {
    var sum = 0
    for year in years where year.minutes > 0 {
      guard let rate = year.rate else { return nil }
      let (product, isTooLarge) = year.minutes.multipliedReportingOverflow(by: rate)
      if isTooLarge { return nil }
      sum.addClamped(product)
    }
    if totals.minutes == 0 || sum > .max - 30 { return nil }
    return (sum + 30) / 60
  }

  /// The years with the same rate and the same divisor taken together, in order of their first one:
  /// one part where a grant has its own, which is the rule.
  package var parts: [(minutes: Int, divisor: Int, rate: Int?)] {
    years.filter { $0.minutes > 0 }.reduce(into: []) { parts, year in
      if let place = parts.firstIndex(where: {
        $0.divisor == year.divisor && $0.rate == year.rate
      }) {
        parts[place].minutes.addClamped(year.minutes)
      } else {
        parts.append((year.minutes, year.divisor, year.rate))
      }
    }
  }
}
