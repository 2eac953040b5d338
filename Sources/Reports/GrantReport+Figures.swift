// The figures of a grant report: how much, in which activities, for whom, against what was aimed at.

import Domain
import Projections
import Wording

extension GrantReport {
  var extent: ReportSection {
    let totals = figures.totals
    var rows: [(String, ReportCell)] = [
      (words.columns.hours, cell(.hours(minutes: totals.minutes), .hours)),
      (words.columns.entries, cell(.integer(totals.entries), .entries)),
      (words.columns.distinct, cell(.integer(totals.distinct), .distinct)),
      (words.columns.perActivity, cell(.integer(totals.participations), .participations)),
      (words.columns.headcount, cell(.integer(totals.headcount), .headcount)),
    ]
    let known = totals.known
    for (label, minutes) in [
      (words.states.recorded, known.recorded), (words.states.estimated, known.estimated),
      (words.states.summary, known.summary),
    ] where minutes > 0 {
      rows.append(("\(words.tables.ofWhich) \(label)", .hours(minutes)))
    }
    if figures.unapproved.entries > 0 {
      rows.append(
        (
          "\(words.tables.ofWhich) \(words.states.notApproved)",
          cell(.hours(minutes: figures.unapproved.minutes), .unapproved)
        ))
    }
    var section = facts(key: "totals", title: say(nb: "Omfang", en: "Extent"), rows)
    section.notes = figures.parts.flatMap { part in
      var notes = [words.lines.fullTimeEquivalents(part.divisor, part.minutes)]
      if let rate = part.rate, let value = ore(part.minutes, rate) {
        notes.append(words.lines.value(part.minutes, rate, value))
      }
      return notes
    }
    if figures.parts.count > 1, let value = figures.value {
      notes(&section, say(nb: "Verdi i alt", en: "Value in all"), value)
    }
    return section
  }

  private func notes(_ section: inout ReportSection, _ label: String, _ ore: Int) {
    section.notes.append("\(label): \(Numbers.kroner(ore: ore, language))")
  }

  /// What minutes are worth, to the nearest øre; nil for numbers that cannot be multiplied.
  private func ore(_ minutes: Int, _ rate: Int) -> Int? {
    let (product, overflow) = minutes.multipliedReportingOverflow(by: rate)
    return overflow || product > .max - 30 ? nil : (product + 30) / 60
  }

  // MARK: Activities

  var activities: ReportSection {
    let hasKinds = figures.activities.contains { $0.kind != nil }
    var section = ReportSection(
      key: "activities", title: words.tables.perActivity,
      columns: [
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("kind", kindWord, isDataOnly: !hasKinds),
        ReportColumn("entries", words.columns.entries, .right),
        ReportColumn("distinct", words.columns.distinct, .right),
        ReportColumn("headcount", words.columns.headcount, .right),
        ReportColumn("minutes", words.columns.hours, .right),
      ])
    section.rows = figures.activities.map { activity in
      ReportRow(
        .item,
        [
          .text(activity.code.text), .text(activity.details.name),
          activity.kind.map { .text($0) } ?? .empty,
        ] + cells(activity.figures, of: activity.code))
    }
    section.rows.append(
      ReportRow(
        .sum, [.empty, .text(words.tables.sum), .empty] + cells(figures.totals, of: nil)))
    let places = figures.activeOpenPlaces.map(name)
    if !places.isEmpty {
      section.notes = [
        say(
          nb: "Åpne møteplasser: \(places.count) (\(places.joined(separator: ", ")))",
          nn: "Opne møteplassar: \(places.count) (\(places.joined(separator: ", ")))",
          en: "Open meeting places: \(places.count) (\(places.joined(separator: ", ")))")
      ]
    }
    return section
  }

  var kindWord: String { say(nb: "Aktivitetstype", en: "Kind of activity") }

  private func cells(_ figures: Figures, of code: ActivityCode?) -> [ReportCell] {
    [
      cell(.integer(figures.entries), .entries, of: code),
      cell(.integer(figures.distinct), .distinct, of: code),
      cell(.integer(figures.headcount), .headcount, of: code),
      cell(.hours(minutes: figures.minutes), .hours, of: code),
    ]
  }

  var kinds: ReportSection? {
    guard figures.kinds.contains(where: { $0.name != nil }) else { return nil }
    var section = ReportSection(
      key: "kinds", title: kindWord,
      columns: [
        ReportColumn("kind", kindWord),
        ReportColumn("activities", words.columns.activities, .right),
        ReportColumn("distinct", words.columns.distinct, .right),
        ReportColumn("headcount", words.columns.headcount, .right),
        ReportColumn("minutes", words.columns.hours, .right),
        ReportColumn(
          "attendances", sentence(GrantWords.counted(.attendances, 2)(language)), .right),
        ReportColumn(
          "participants", sentence(GrantWords.counted(.different, 2)(language)), .right),
      ])
    section.rows = figures.kinds.map { kind in
      func sum(_ measure: ParticipantCount.Measure) -> Int {
        kind.activities.clampedSum { figures.participants(measure, in: $0) }
      }
      return ReportRow(
        .item,
        [
          .text(kind.name ?? "–"), .integer(kind.activities.count),
          .integer(kind.figures.distinct), .integer(kind.figures.headcount),
          .hours(kind.figures.minutes), .integer(sum(.attendances)), .integer(sum(.different)),
        ])
    }
    return section
  }

  // MARK: Goals

  var goals: ReportSection? {
    if figures.goals.isEmpty { return nil }
    var section = ReportSection(
      key: "goals", title: say(nb: "Måloppnåelse", nn: "Måloppnåing", en: "Goal attainment"),
      columns: [
        ReportColumn("goal", say(nb: "Mål", en: "Goal")),
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("target", say(nb: "Planlagt", en: "Target"), .right),
        ReportColumn("attained", say(nb: "Oppnådd", en: "Attained"), .right),
        ReportColumn("percent", "%", .right),
      ])
    section.rows = figures.goals.map { attainment in
      let goal = attainment.goal
      let attained = value(attainment.attained, goal.measure)
      return ReportRow(
        .item,
        [
          .text(sentence(GrantWords.name(goal.measure)(language))),
          goal.activity.map { .text($0.text) } ?? .empty,
          goal.activity.map { .text(name($0)) } ?? .empty,
          ReportCell(value(goal.target, goal.measure)),
          measure(goal.measure).map { cell(attained, $0, of: goal.activity) }
            ?? ReportCell(attained),
          percent(attainment.attained, of: goal.target),
        ])
    }
    return section
  }

  func value(_ number: Int, _ measure: GrantGoal.Measure) -> ReportValue {
    measure == .hours ? .hours(minutes: number) : .integer(number)
  }

  private func measure(_ measure: GrantGoal.Measure) -> GrantMeasure? {
    switch measure {
    case .hours: .hours
    case .volunteers: .distinct
    case .attendances: .attendances
    case .participants: .participants
    case .days, .activities, .openPlaces: nil
    }
  }

  /// Whole percent; empty for numbers that cannot be multiplied.
  func percent(_ number: Int, of all: Int, places: Int = 0) -> ReportCell {
    let (product, overflow) = number.multipliedReportingOverflow(by: 100)
    guard !overflow, all > 0 else { return .empty }
    return ReportCell(.decimal(product, over: all, places: places))
  }

  // MARK: Participants

  /// A row for each activity and measure, a column for each band.
  var participants: ReportSection? {
    let sums = figures.participants
    if sums.isEmpty { return nil }
    let asked = figures.grant.details.ages.map { ParticipantAge.band($0) }
    let ages = asked + Set(sums.map(\.age)).subtracting(asked).sorted()
    var section = ReportSection(
      key: "participants", title: GrantWords.participants(language),
      columns: [
        ReportColumn("code", words.columns.code, isDataOnly: true),
        ReportColumn("activity", words.columns.activity),
        ReportColumn("measure", say(nb: "Hva", nn: "Kva", en: "What")),
      ] + ages.map { ReportColumn(key($0), heading($0), .right) } + [
        ReportColumn("count", words.tables.sum, .right)
      ])
    var places: [(activity: ActivityCode, measure: ParticipantCount.Measure)] = []
    for sum in sums where !places.contains(where: { $0 == (sum.activity, sum.measure) }) {
      places.append((sum.activity, sum.measure))
    }
    section.rows = places.map { activity, measure in
      let counts = ages.map { age in
        sums.first { $0.activity == activity && $0.measure == measure && $0.age == age }?.count
      }
      return ReportRow(
        .item,
        [
          .text(activity.text), .text(name(activity)),
          .text(sentence(GrantWords.counted(measure, 2)(language))),
        ] + counts.map { $0.map { .integer($0) } ?? .empty } + [
          cell(
            .integer(figures.participants(measure, in: activity)),
            measure == .attendances ? .attendances : .participants, of: activity)
        ])
    }
    if figures.counts.contains(where: { $0.content.known != .recorded }) {
      section.notes.append(
        say(
          nb: "Noen av tallene er anslått eller summert.",
          nn: "Nokre av tala er estimerte eller summerte.",
          en: "Some of the numbers are estimates or summaries."))
    }
    if sums.contains(where: { $0.measure == .different }) {
      section.notes.append(
        say(
          nb: "Ulike deltakere er talt for hver periode som er ført; den som er med i flere, er "
            + "talt i hver av dem.",
          nn: "Ulike deltakarar er talde for kvar periode som er ført; den som er med i fleire, "
            + "er tald i kvar av dei.",
          en: "Different participants are counted for each recorded period; whoever is in several "
            + "is counted in each."))
    }
    return section
  }

  private func key(_ age: ParticipantAge) -> String {
    switch age {
    case .band(let band): "age-\(band.text)"
    case .otherBands: "age-other"
    case .unknown: "age-unknown"
    }
  }

  private func heading(_ age: ParticipantAge) -> String {
    switch age {
    case .band(let band): GrantWords.ages(band, language)
    case .otherBands: say(nb: "Andre aldre", nn: "Andre aldrar", en: "Other ages")
    case .unknown: say(nb: "Ukjent alder", nn: "Ukjend alder", en: "Age unknown")
    }
  }
}
