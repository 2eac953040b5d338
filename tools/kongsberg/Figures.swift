// The year's figures from nothing but what the log says, and the comparison with the report.

import Domain

/// The figures that the report prints.
struct Figures: Equatable {
  /// Activities in the sum, with volunteers and hours, in the order they were added.
  var rows: [Row] = []
  /// What stands below the sum line.
  var outside: [Row] = []
  var totals: Facts.Totals
  var groups: [Facts.Group]
  var sectors: [Facts.Sector]

  struct Row: Equatable {
    let code: ActivityCode
    let volunteers: Int
    let minutes: Int
  }

  /// What the report prints.
  init(printed facts: Facts) {
    for activity in facts.activities {
      let row = Row(
        code: activity.code, volunteers: activity.volunteers, minutes: activity.hours * 60)
      if activity.isCounted { rows.append(row) } else { outside.append(row) }
    }
    totals = facts.totals
    groups = facts.groups
    sectors = facts.sectors
  }

  /// What a ledger says of a year, with groups and sectors named in the order of the report.
  init(of ledger: Ledger, _ facts: Facts) {
    let year = facts.ledger.year
    let entries = ledger.state.entries.values.map(\.content).filter { $0.on.year == year }
    let activities = ledger.state.activities.values.sorted { $0.seq < $1.seq }.map(\.details)
    for details in activities {
      let own = Sum(entries.filter { $0.activity == details.code })
      let row = Row(
        code: details.code, volunteers: own.distinct + own.headcount, minutes: own.minutes)
      if details.counted { rows.append(row) } else { outside.append(row) }
    }
    /// The sum over some of the counted activities.
    func sum(_ belongs: (ActivityDetails) -> Bool) -> Sum {
      let codes = Set(activities.filter { $0.counted && belongs($0) }.map(\.code))
      return Sum(entries.filter { codes.contains($0.activity) })
    }
    let all = sum { _ in true }
    let yearMinutes = ledger.state.settings(of: year).divisor * 60
    totals = Facts.Totals(
      activities: rows.count, participations: all.participations, distinct: all.distinct,
      hours: all.hours, fteTenths: (all.minutes * 20 + yearMinutes) / (yearMinutes * 2))
    groups = facts.groups.map { group in
      Facts.Group(name: group.name, distinct: sum { $0.group == group.name }.distinct)
    }
    sectors = facts.sectors.map { sector in
      let own = sum { $0.sector == sector.name }
      return Facts.Sector(
        name: sector.name,
        activities: activities.count { $0.counted && $0.sector == sector.name },
        participations: own.participations, distinct: own.distinct, hours: own.hours)
    }
  }

  /// Sums of some entries.
  private struct Sum {
    let minutes: Int
    let headcount: Int
    let participations: Int
    let distinct: Int

    init(_ entries: [HourEntry]) {
      minutes = entries.reduce(0) { $0 + $1.minutes }
      headcount = entries.reduce(0) { $0 + ($1.who.person == nil ? $1.who.heads : 0) }
      let pairs = entries.compactMap { entry in
        entry.who.person.map { [$0.text, entry.activity.text] }
      }
      participations = Set(pairs).count
      distinct = Set(entries.compactMap(\.who.person)).count
    }

    /// −1 if they are not whole, so that no comparison passes.
    var hours: Int { minutes % 60 == 0 ? minutes / 60 : -1 }
  }
}
