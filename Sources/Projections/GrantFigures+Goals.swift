// What should come of a grant against what came of it.

package import Domain

/// A goal and how far it is reached.
package struct GrantAttainment: Hashable, Sendable {
  package let goal: GrantGoal
  /// In the goal's own unit: minutes of `hours`, else a number.
  package let attained: Int

  package var isReached: Bool { attained >= goal.target }
}

extension GrantFigures {
  /// The goals in the order they were set.
  package var goals: [GrantAttainment] {
    grant.goals.map { GrantAttainment(goal: $0, attained: attained($0.measure, in: $0.activity)) }
  }

  /// The activities of the grant that are open meeting places and where something happened.
  package var activeOpenPlaces: [ActivityCode] { active.filter(openPlaces.contains) }

  /// What came of a measure, in all activities or in one. Hours and volunteers are those of claimed
  /// work; the others are of participants.
  package func attained(_ measure: GrantGoal.Measure, in activity: ActivityCode? = nil) -> Int {
    func isAsked(_ code: ActivityCode) -> Bool { activity == nil || activity == code }
    let figures =
      activity == nil ? totals : activities.first { $0.code == activity }?.figures ?? .none
    return switch measure {
    case .hours: figures.minutes
    case .volunteers: figures.distinct
    case .attendances: participants(.attendances, in: activity)
    case .participants: participants(.different, in: activity)
    case .days:
      Set(counts.filter { isAsked($0.content.activity) }.compactMap(\.content.on.day)).count
    case .activities: active.count(where: isAsked)
    case .openPlaces: activeOpenPlaces.count(where: isAsked)
    }
  }

  /// The activities with claimed hours or participants, by code.
  private var active: [ActivityCode] {
    let claimed = activities.filter { $0.figures.entries > 0 && grant.includes($0.code) }
    return Set(claimed.map(\.code)).union(counts.map(\.content.activity)).sorted()
  }
}
