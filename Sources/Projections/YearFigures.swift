// The figures of one year, as a value: per activity, group and sector, and in all.

package import Domain

/// The figures of some hour entries.
package struct Figures: Hashable, Sendable {
  /// Number of hour entries.
  package let entries: Int
  package let minutes: Int
  /// People in entries without names; never in `participations` or `distinct`.
  package let headcount: Int
  /// Different pairs of person and activity.
  package let participations: Int
  /// Different persons.
  package let distinct: Int
  package let known: KnownMinutes
  /// The part of `headcount` that is in summaries.
  package let summaries: SummaryHeads

  /// Participations of persons who were counted already.
  package var repeats: Int { participations - distinct }

  /// Returns the figures of several activities together: persons by union, participations by sum.
  init(_ tallies: some Sequence<Tally>) {
    var sum = Tally()
    var participations = 0
    for tally in tallies {
      sum.merge(tally)
      participations += tally.persons.count
    }
    entries = sum.entries
    minutes = sum.minutes
    headcount = sum.headcount
    known = sum.known
    summaries = sum.summaries
    distinct = sum.persons.count
    self.participations = participations
  }
}

/// An activity and its figures in a year.
package struct ActivityFigures: Hashable, Sendable {
  /// The activity as it is known now, not as it was when the hours were recorded.
  package let details: ActivityDetails
  package let figures: Figures

  package var code: ActivityCode { details.code }
}

/// A group or a sector and its figures in a year.
package struct PartFigures: Hashable, Sendable {
  /// Nil for the activities that belong to none.
  package let name: String?
  /// Its counted activities with hours in the year, in the order they were added.
  package let activities: [ActivityCode]
  package let figures: Figures
}

/// All figures of one year.
package struct YearFigures: Hashable, Sendable {
  package let year: Int
  package let settings: YearSettings
  /// The closing of the year as it stands at the end of what was read; nil while it is open.
  package let closing: ClosedYear?
  /// Different volunteers that an imported printed table of the year claims; of several standing
  /// tables the last one that claims any. Nil if there is none.
  package let claimedDistinct: Int?
  /// The counted activities with hours in the year, in the order they were added.
  package let activities: [ActivityFigures]
  /// The activities with hours in the year that stand outside the sum.
  package let outside: [ActivityFigures]
  /// The groups of the counted activities, in the order of their first activity.
  package let groups: [PartFigures]
  /// The counted activities without a group; nil if there is none.
  package let ungrouped: PartFigures?
  package let sectors: [PartFigures]
  /// The counted activities without a sector; nil if there is none.
  package let withoutSector: PartFigures?
  /// The recipient units of the counted activities, and (nil) those for none; every activity is in one.
  package let recipients: [PartFigures]
  /// The national categories of the counted activities, named by their code; nil: no category.
  package let categories: [PartFigures]
  /// Over the counted activities.
  package let totals: Figures
  /// Over the others, together.
  package let outsideTotals: Figures
  /// Every activity, group and sector of the ledger, with hours in the year or without.
  let names: LedgerNames

  init(year: Int, tallies: [ActivityCode: Tally], state: State) {
    // A line of an activity that nobody added can only stand in a log that breaks the rules; its
    // hours are shown all the same, under its code.
    let ordered = tallies.keys.map { code -> (seq: Int, details: ActivityDetails) in
      guard let activity = state.activities[code] else {
        return (.max, ActivityDetails(code: code, name: code.text))
      }
      return (activity.seq, activity.details)
    }.sorted { ($0.seq, $0.details.code) < ($1.seq, $1.details.code) }.map(\.details)
    let counted = ordered.filter(\.counted)
    func row(_ details: ActivityDetails) -> ActivityFigures {
      ActivityFigures(
        details: details, figures: Figures(CollectionOfOne(tallies[details.code] ?? Tally())))
    }
    func parts(by name: (ActivityDetails) -> String?) -> (named: [PartFigures], none: PartFigures?)
    {
      let (order, members) = grouped(counted, by: name)
      let parts = order.map { name in
        let codes = (members[name] ?? []).map(\.code)
        return PartFigures(
          name: name, activities: codes, figures: Figures(codes.compactMap { tallies[$0] }))
      }
      return (parts.filter { $0.name != nil }, parts.first { $0.name == nil })
    }

    self.year = year
    settings = state.settings(of: year).readable
    closing = state.closings[year]
    claimedDistinct = state.claimedDistinct(in: year)
    activities = counted.map(row)
    let others = ordered.filter { !$0.counted }
    outside = others.map(row)
    (groups, ungrouped) = parts(by: \.group)
    (sectors, withoutSector) = parts(by: \.sector)
    let units = parts(by: \.recipient)
    recipients = units.named + (units.none.map { [$0] } ?? [])
    let kinds = parts { $0.category?.rawValue }
    categories = kinds.named + (kinds.none.map { [$0] } ?? [])
    totals = Figures(counted.compactMap { tallies[$0.code] })
    outsideTotals = Figures(others.compactMap { tallies[$0.code] })
    names = LedgerNames(state, and: ordered)
  }
}

extension YearSettings {
  /// The settings with a divisor that one can divide by, also from a log that breaks the rules.
  fileprivate var readable: YearSettings {
    guard !Self.divisorRange.contains(divisor) else { return self }
    return YearSettings(year: year, divisor: Self.divisorDefault, rate: rate)
  }
}

/// What an address may name.
struct LedgerNames: Hashable, Sendable {
  let activities: [ActivityCode]
  let groups: [String]
  let sectors: [String]
  let recipients: [String]

  init(_ state: State, and others: [ActivityDetails]) {
    let added = state.activities.values.sorted { $0.seq < $1.seq }.map(\.details)
    let all = added + others.filter { state.activities[$0.code] == nil }
    activities = all.map(\.code)
    groups = grouped(all, by: \.group).order.compactMap { $0 }
    sectors = grouped(all, by: \.sector).order.compactMap { $0 }
    recipients = grouped(all, by: \.recipient).order.compactMap { $0 }
  }
}

/// Returns the members of each key, and the keys in the order they were met.
private func grouped<Element, Key: Hashable>(
  _ elements: [Element], by key: (Element) -> Key
) -> (order: [Key], members: [Key: [Element]]) {
  var order: [Key] = []
  var members: [Key: [Element]] = [:]
  for element in elements {
    let key = key(element)
    if members[key] == nil { order.append(key) }
    members[key, default: []].append(element)
  }
  return (order, members)
}
