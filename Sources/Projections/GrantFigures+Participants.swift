// Participants of a grant: sums per activity, measure and age, and the same in the age bands that the
// funder asks for.

package import Domain

/// A sum of participant counts.
package struct ParticipantSum: Hashable, Sendable {
  package let activity: ActivityCode
  package let measure: ParticipantCount.Measure
  package let age: ParticipantAge
  package let count: Int

  package init(
    activity: ActivityCode, measure: ParticipantCount.Measure, age: ParticipantAge, count: Int
  ) {
    self.activity = activity
    self.measure = measure
    self.age = age
    self.count = count
  }
}

/// In which band of a grant somebody is counted.
package enum ParticipantAge: Hashable, Comparable, Sendable {
  case band(AgeBand)
  /// Counted in a band that fits inside none of the grant's.
  case otherBands
  case unknown

  /// Places an age that was told into the bands of a grant.
  ///
  /// - Parameter bands: the grant's; if it has none, every age stays as it was told.
  package init(_ age: AgeBand?, in bands: [AgeBand]) {
    guard let age else {
      self = .unknown
      return
    }
    if bands.isEmpty {
      self = .band(age)
    } else {
      let band = bands.first { $0.from <= age.from && age.to <= $0.to }
      self = band.map { .band($0) } ?? .otherBands
    }
  }
}

extension GrantFigures {
  /// Sums over the counts, by activity in the order of `activities`, measure and band of the grant.
  package var participants: [ParticipantSum] {
    sums { ParticipantAge($0, in: grant.details.ages) }
  }

  /// The same, with every age as it was told.
  var participantsAsTold: [ParticipantSum] { sums { ParticipantAge($0, in: []) } }

  /// The sum of the counts of a measure, in all activities or in one.
  package func participants(
    _ measure: ParticipantCount.Measure, in activity: ActivityCode? = nil
  ) -> Int {
    counts.reduce(into: 0) { sum, count in
      guard count.content.measure == measure,
        activity == nil || activity == count.content.activity
      else { return }
      sum.addClamped(count.content.count)
    }
  }

  private struct Place: Hashable {
    let activity: ActivityCode
    let measure: ParticipantCount.Measure
    let age: ParticipantAge
  }

  private func sums(by age: (AgeBand?) -> ParticipantAge) -> [ParticipantSum] {
    var sums: [Place: Int] = [:]
    for count in counts {
      let content = count.content
      let place = Place(
        activity: content.activity, measure: content.measure, age: age(content.age))
      sums[place, default: 0].addClamped(content.count)
    }
    // Activities without claimed hours come after those with a row of their own, by code.
    let order = Dictionary(
      activities.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
    let measures = ParticipantCount.Measure.allCases
    func rank(_ place: Place) -> (Int, ActivityCode, Int) {
      (
        order[place.activity] ?? .max, place.activity, measures.firstIndex(of: place.measure) ?? 0
      )
    }
    return sums.sorted {
      let (left, right) = (rank($0.key), rank($1.key))
      return left == right ? $0.key.age < $1.key.age : left < right
    }.map {
      ParticipantSum(
        activity: $0.key.activity, measure: $0.key.measure, age: $0.key.age, count: $0.value)
    }
  }
}
