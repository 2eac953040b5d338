// From the address of a figure to the entries behind it. The value comes from the statistics, the
// entries from the log: that the two agree is not assumed, it can be asked (`addsUp`).

package import Domain

/// A figure, and what stands behind it.
package struct Explanation: Hashable, Sendable {
  package let address: FigureAddress
  /// The figure, as every report prints it.
  package let value: FigureValue
  /// All figures of the same scope.
  package let figures: Figures
  package let settings: YearSettings
  /// The entries of the scope, by the day they begin and then by number.
  package let entries: [HourRecord]
  /// The persons of the entries, by number.
  package let persons: [ExplainedPerson]
  /// The activities of the scope as they are known now.
  package let activities: [ActivityDetails]

  /// The entries that the figure counts: of a headcount those without a person, of persons those
  /// with one, else all.
  package var counting: [HourRecord] {
    switch address.measure {
    case .hours, .entries, .fte: entries
    case .headcount: entries.filter { $0.content.who.person == nil }
    case .distinct, .participations: entries.filter { $0.content.who.person != nil }
    }
  }
  /// The minutes of all entries.
  package var minutes: Int { entries.clampedSum { $0.content.minutes } }
  /// The people in the entries without a person.
  package var headcount: Int {
    entries.reduce(into: 0) { sum, record in
      if record.content.who.person == nil { sum.addClamped(record.content.who.heads) }
    }
  }
  /// The persons that are counted more than once in the participations.
  package var repeating: [ExplainedPerson] { persons.filter { $0.repeats > 0 } }

  /// Whether the entries and persons that are listed add up to every figure of the scope.
  package var addsUp: Bool {
    minutes == figures.minutes && entries.count == figures.entries
      && headcount == figures.headcount && persons.count == figures.distinct
      && persons.clampedSum { $0.activities.count } == figures.participations
  }
}

/// A person, with the activities and entries that count in a figure.
package struct ExplainedPerson: Hashable, Sendable {
  package let id: PersonID
  /// In the order the activities were added.
  package let activities: [Part]

  /// What the person did in one activity: one participation.
  package struct Part: Hashable, Sendable {
    package let code: ActivityCode
    package let entries: [EntryID]
    package let minutes: Int
  }

  /// How many times more than once the person is counted per activity.
  package var repeats: Int { activities.count - 1 }
  package var entries: [EntryID] { activities.flatMap(\.entries).sorted() }
  package var minutes: Int { activities.clampedSum { $0.minutes } }
}

/// The fold that can explain one figure, or any other of the same year.
package struct Explainer: MergeableProjection {
  private let year: Int
  private var statistics: YearStatistics
  private var records: HourRecords

  package init(year: Int) {
    self.year = year
    statistics = YearStatistics(years: [year])
    records = HourRecords(year: year)
  }

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    statistics.apply(recorded, standing: standing)
    records.apply(recorded, standing: standing)
  }

  package mutating func merge(_ later: Explainer) {
    statistics.merge(later.statistics)
    records.merge(later.records)
  }

  /// The year as it can be explained, when the log has been read.
  package var explained: ExplainedYear {
    ExplainedYear(
      opening: statistics.opening, figures: statistics.figures(of: year), entries: records.entries)
  }
}

/// The figures of a year together with every entry behind them.
package struct ExplainedYear: Hashable, Sendable {
  /// What the ledger says of itself; nil for an empty log.
  package let opening: LedgerOpened?
  package let figures: YearFigures
  /// In the order they were recorded.
  package let entries: [HourRecord]

  /// Returns the figure at an address and what stands behind it.
  ///
  /// - Precondition: the address is one of this year.
  package func explain(_ address: FigureAddress) throws(AddressFault) -> Explanation {
    let value = try figures.value(at: address)
    let codes = figures.activities(in: address.scope)
    let scope = Set(codes)
    let behind = entries.filter { scope.contains($0.content.activity) }
    return Explanation(
      address: address, value: value, figures: try figures.figures(of: address.scope),
      settings: figures.settings,
      entries: behind.sorted { ($0.content.on, $0.id) < ($1.content.on, $1.id) },
      persons: persons(of: behind, in: codes),
      activities: (figures.activities + figures.outside).map(\.details)
        .filter { scope.contains($0.code) }
    )
  }

  private func persons(
    of records: [HourRecord], in codes: [ActivityCode]
  ) -> [ExplainedPerson] {
    var parts: [PersonID: [ActivityCode: ExplainedPerson.Part]] = [:]
    for record in records {
      guard let person = record.content.who.person else { continue }
      let code = record.content.activity
      let part = parts[person]?[code]
      parts[person, default: [:]][code] = ExplainedPerson.Part(
        code: code, entries: (part?.entries ?? []) + [record.id],
        minutes: [part?.minutes ?? 0, record.content.minutes].clampedSum { $0 })
    }
    return parts.map { person, parts in
      ExplainedPerson(id: person, activities: codes.compactMap { parts[$0] })
    }.sorted { $0.id < $1.id }
  }
}
