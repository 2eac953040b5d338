// The name of a figure of a grant, the same in every form of a report and on the command line:
//
//   g12/hours             in all
//   g12/sprakkafe/hours   of an activity
//
// Printed in one spelling; read with the Norwegian words too.

package import Domain

/// The name of one figure of a grant.
package struct GrantAddress: Hashable, Sendable {
  package let grant: GrantID
  /// Nil: over all claimed entries, or all participant counts.
  package let activity: ActivityCode?
  package let measure: GrantMeasure

  package init(_ grant: GrantID, activity: ActivityCode? = nil, _ measure: GrantMeasure) {
    self.grant = grant
    self.activity = activity
    self.measure = measure
  }

  /// The one spelling.
  package var text: String {
    ([grant.text] + (activity.map { [$0.text] } ?? []) + [measure.rawValue])
      .joined(separator: "/")
  }

  /// Returns the address spelled by `text`, or nil; whether the ledger has such a figure is asked
  /// later.
  package init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard (2...3).contains(parts.count), let grant = GrantID(text: parts[0]),
      let measure = parts.last.flatMap({ GrantMeasure(word: $0) })
    else { return nil }
    if parts.count == 2 {
      self.init(grant, measure)
    } else {
      guard let activity = ActivityCode(parts[1]) else { return nil }
      self.init(grant, activity: activity, measure)
    }
  }
}

/// What is counted of a grant.
package enum GrantMeasure: String, CaseIterable, Sendable {
  /// Claimed minutes, and of them those without approval now.
  case hours, unapproved
  case entries, distinct, participations, headcount
  /// Sums of participant counts.
  case attendances, participants

  /// Whether participants stand behind it, and not claimed entries.
  package var isOfParticipants: Bool { counted != nil }

  var counted: ParticipantCount.Measure? {
    switch self {
    case .attendances: .attendances
    case .participants: .different
    case .hours, .unapproved, .entries, .distinct, .participations, .headcount: nil
    }
  }

  /// Returns the measure named by a word of one of the languages, or nil.
  package init?(word: String) {
    switch word.lowercased() {
    case "hours", "timer", "timar": self = .hours
    case "unapproved", "ikke-godkjent", "ikkje-godkjent", "ikkje-godkjend": self = .unapproved
    case "attendances", "oppmøter", "frammøte": self = .attendances
    case "participants", "deltakere", "deltakarar": self = .participants
    default:
      switch FigureMeasure(word: word) {
      case .entries: self = .entries
      case .distinct: self = .distinct
      case .participations: self = .participations
      case .headcount: self = .headcount
      case .hours, .fte, nil: return nil
      }
    }
  }
}

extension GrantFigures {
  /// Returns the figure at an address, or nil where the grant has no such activity.
  ///
  /// - Precondition: the address is one of this grant.
  package func value(at address: GrantAddress) -> FigureValue? {
    precondition(address.grant == id, "the address of another grant")
    guard address.activity.map(has) ?? true else { return nil }
    if let counted = address.measure.counted {
      return .count(participants(counted, in: address.activity))
    }
    let figures =
      address.activity.map { code in
        activities.first { $0.code == code }?.figures ?? .none
      } ?? totals
    switch address.measure {
    case .hours: return .minutes(figures.minutes)
    case .unapproved: return .minutes(unapprovedMinutes(in: address.activity))
    case .entries: return .count(figures.entries)
    case .distinct: return .count(figures.distinct)
    case .participations: return .count(figures.participations)
    case .headcount: return .count(figures.headcount)
    case .attendances, .participants: return nil
    }
  }

  /// Every address of the grant: first those in all, then those of each activity.
  package var addresses: [GrantAddress] {
    let counted = Set(counts.map(\.content.activity))
    let codes = activities.map(\.code) + counted.subtracting(activities.map(\.code)).sorted()
    return ([nil] + codes.map(Optional.some)).flatMap { code in
      GrantMeasure.allCases.map { GrantAddress(id, activity: code, $0) }
    }
  }

  private func has(_ code: ActivityCode) -> Bool {
    activities.contains { $0.code == code } || counts.contains { $0.content.activity == code }
  }

  private func unapprovedMinutes(in activity: ActivityCode?) -> Int {
    guard let activity else { return unapproved.minutes }
    return entries.reduce(into: 0) { sum, claimed in
      if claimed.content.activity == activity, !claimed.isApproved {
        sum.addClamped(claimed.minutes)
      }
    }
  }
}
