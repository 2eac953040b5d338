// From the address of a figure of a grant to what stands behind it. That the two agree is not
// assumed, it can be asked (`addsUp`).

package import Domain

/// A figure of a grant, and what stands behind it.
package struct GrantExplanation: Equatable, Sendable {
  package let address: GrantAddress
  /// The figure, as every report prints it.
  package let value: FigureValue
  /// The claimed entries that the figure counts, by the day they begin and then by number; empty for
  /// figures of participants.
  package let entries: [ClaimedEntry]
  /// The participant counts behind a figure of participants, by day and then by number.
  package let counts: [Participants]

  /// The claimed minutes of the entries.
  package var minutes: Int { entries.clampedSum { $0.minutes } }
  /// The persons of the entries, by number.
  package var persons: [PersonID] { Set(entries.compactMap(\.content.who.person)).sorted() }

  /// Whether what is listed adds up to the figure.
  package var addsUp: Bool {
    switch address.measure {
    case .hours, .unapproved: value == .minutes(minutes)
    case .entries: value == .count(entries.count)
    case .distinct: value == .count(persons.count)
    case .participations:
      value
        == .count(
          Set(
            entries.compactMap { claimed in
              claimed.content.who.person.map {
                Participation(person: $0, activity: claimed.content.activity)
              }
            }
          ).count)
    case .headcount: value == .count(sum(entries.map(\.content.who.heads)))
    case .attendances, .participants: value == .count(sum(counts.map(\.content.count)))
    }
  }

  private struct Participation: Hashable {
    let person: PersonID
    let activity: ActivityCode
  }

  private func sum(_ numbers: [Int]) -> Int { numbers.reduce(into: 0) { $0.addClamped($1) } }
}

extension GrantFigures {
  /// Returns a figure and what stands behind it, or nil where the grant has no such activity.
  ///
  /// - Precondition: the address is one of this grant.
  package func explain(_ address: GrantAddress) -> GrantExplanation? {
    guard let value = value(at: address) else { return nil }
    func isAsked(_ code: ActivityCode) -> Bool {
      address.activity == nil || address.activity == code
    }
    let claimed = entries.filter { claimed in
      guard isAsked(claimed.content.activity) else { return false }
      return switch address.measure {
      case .hours, .entries: true
      case .unapproved: !claimed.isApproved
      case .distinct, .participations: claimed.content.who.person != nil
      case .headcount: claimed.content.who.person == nil
      case .attendances, .participants: false
      }
    }
    let counted = counts.filter {
      isAsked($0.content.activity) && $0.content.measure == address.measure.counted
    }
    return GrantExplanation(
      address: address, value: value,
      entries: claimed.sorted { ($0.content.on, $0.id) < ($1.content.on, $1.id) },
      counts: counted.sorted { ($0.content.on, $0.id) < ($1.content.on, $1.id) })
  }
}
