// A grant as the centre knows it: who pays, for what, by which rules. The rules (age bands, what does
// not count, the share to be financed locally) are copied into the log when the grant is added, so
// that a funder who changes them next year changes nothing that was agreed.

/// What is agreed with a funder, or applied for, as it is from now on.
package struct GrantDetails: Hashable, Sendable {
  package var funder: String
  package var scheme: String
  package var project: String?
  /// The profile that the rules were copied from.
  package var profile: String?
  /// Where the rules come from, and of which year.
  package var rules: String?
  /// The first day and the last day of the work that counts.
  package var from: Day
  package var to: Day
  /// Kinds of work that do not count as own contribution. Paid work never does, and is not listed.
  package var excluded: [WorkMark]
  /// The age bands that participants are reported in, in order; empty: ages are not asked for.
  package var ages: [AgeBand]
  /// Who the money is for.
  package var target: AgeBand?
  /// Øre an hour, when the funder has a value of its own.
  package var rate: Int?
  /// Whole hours of one årsverk, when the funder has one of its own.
  package var divisor: Int?
  /// The least share that is financed locally, in whole percent, 0 to 100.
  package var share: Int?
  /// The last day of the application, as the centre has read it.
  package var deadline: Day?
  /// The last day of the report.
  package var report: Day?

  package init(
    funder: String, scheme: String, project: String? = nil, profile: String? = nil,
    rules: String? = nil, from: Day, to: Day, excluded: [WorkMark] = [], ages: [AgeBand] = [],
    target: AgeBand? = nil, rate: Int? = nil, divisor: Int? = nil, share: Int? = nil,
    deadline: Day? = nil, report: Day? = nil
  ) {
    self.funder = funder
    self.scheme = scheme
    self.project = project
    self.profile = profile
    self.rules = rules
    self.from = from
    self.to = to
    self.excluded = excluded
    self.ages = ages
    self.target = target
    self.rate = rate
    self.divisor = divisor
    self.share = share
    self.deadline = deadline
    self.report = report
  }

  /// Whether all days of a period lie within the grant's.
  package func covers(_ period: Period) -> Bool { from <= period.first && period.last <= to }

  package static let shareRange = 0...100
  /// Øre: up to what any JSON reader holds exactly.
  package static let amountRange = 1...(LineNumber.limit - 1)
}

/// What is said of a grant after it was added, one thing a line.
package enum GrantFact: Hashable, Sendable {
  /// An activity belongs to it; `kind` is the funder's word for what kind of activity it is.
  case included(ActivityCode, kind: String?)
  /// A goal, in place of an earlier one of the same measure and activity.
  case aimed(GrantGoal)
  /// The grant is in a new state.
  case moved(GrantStep)
  /// Whether a condition of the grant is met, as the centre says.
  case answered(condition: ActivityCode, met: Bool)
  /// A line of the budget or of the accounts.
  case booked(GrantAmount)
}

/// What should come of a grant.
package struct GrantGoal: Hashable, Sendable {
  package var measure: Measure
  /// Absent: over all activities of the grant.
  package var activity: ActivityCode?
  /// At least 1; of `hours` in minutes.
  package var target: Int

  package init(_ measure: Measure, of activity: ActivityCode? = nil, target: Int) {
    self.measure = measure
    self.activity = activity
    self.target = target
  }

  package enum Measure: String, CaseIterable, Sendable {
    /// Minutes of volunteers.
    case hours
    /// Different volunteers.
    case volunteers
    /// Attendances of participants.
    case attendances
    /// Different participants.
    case participants
    /// Days on which there were participants.
    case days
    case activities
    /// Activities that are open meeting places.
    case openPlaces = "open-places"
  }
}

/// A grant's way from plan to settlement.
package struct GrantStep: Hashable, Sendable {
  package var status: GrantStatus
  package var on: Day
  /// Øre applied for, granted, or used.
  package var amount: Int?
  /// Own hours in minutes: applied with, or agreed.
  package var minutes: Int?

  package init(_ status: GrantStatus, on: Day, amount: Int? = nil, minutes: Int? = nil) {
    self.status = status
    self.on = on
    self.amount = amount
    self.minutes = minutes
  }
}

package enum GrantStatus: String, CaseIterable, Sendable {
  case planned, applied, granted, refused, reported, settled

  /// The states that may come next. What is told again with other figures (a revised application, a
  /// new grant letter) stays where it is; a refusal may be applied for again.
  package var next: [GrantStatus] {
    switch self {
    case .planned: [.applied, .granted, .refused]
    case .applied: [.applied, .granted, .refused]
    case .granted: [.granted, .reported]
    case .refused: [.applied, .granted]
    case .reported: [.reported, .granted, .settled]
    case .settled: []
    }
  }

  /// Whether hours may be claimed on a grant in this state.
  package var takesClaims: Bool { self != .refused && self != .settled }
}

/// Money planned or spent.
package struct GrantAmount: Hashable, Sendable {
  package var book: Book
  package var flow: Flow
  /// What it is for: a line that the budget and the accounts share.
  package var post: String
  /// Øre, at least 1.
  package var amount: Int
  /// Where an income comes from; absent for a cost.
  package var funding: Funding?
  /// The day in the accounts; absent in the budget.
  package var on: Day?
  package var voucher: String?

  package init(
    _ book: Book, _ flow: Flow, post: String, amount: Int, funding: Funding? = nil,
    on: Day? = nil, voucher: String? = nil
  ) {
    self.book = book
    self.flow = flow
    self.post = post
    self.amount = amount
    self.funding = funding
    self.on = on
    self.voucher = voucher
  }

  package enum Book: String, CaseIterable, Sendable { case budget, accounts }
  package enum Flow: String, CaseIterable, Sendable { case income, cost }
  /// All but the grant itself is financed locally.
  package enum Funding: String, CaseIterable, Sendable {
    case grant, municipality, own, others
  }
}

/// A span of ages in whole years, both ends in it: `0-12`. The last band of a form is open upwards,
/// and ends at 150.
package struct AgeBand: Hashable, Comparable, Sendable {
  package let from: Int
  package let to: Int

  package static let years = 0...150

  /// Returns the band, or nil unless 0 ≤ `from` ≤ `to` ≤ 150.
  package init?(from: Int, to: Int) {
    guard Self.years.contains(from), Self.years.contains(to), from <= to else { return nil }
    self.from = from
    self.to = to
  }

  /// `0-12`.
  package var text: String { "\(from)-\(to)" }

  /// Returns the band spelled so, or nil for anything else, also for a second spelling.
  package init?(text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count <= 3 }), let from = Int(parts[0]),
      let to = Int(parts[1])
    else { return nil }
    self.init(from: from, to: to)
    guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
  }

  package static func < (left: AgeBand, right: AgeBand) -> Bool {
    (left.from, left.to) < (right.from, right.to)
  }
}

/// A grant in the state.
package struct Grant: Equatable, Sendable {
  package let id: GrantID
  package var details: GrantDetails
  /// Its way so far, oldest first; empty: planned.
  package var steps: [GrantStep] = []
  /// Its activities, in the order they were included.
  package var activities: [Included] = []
  package var goals: [GrantGoal] = []
  package var answers: [ActivityCode: Bool] = [:]
  package var amounts: [BookedAmount] = []

  package var status: GrantStatus { steps.last?.status ?? .planned }
  /// The newest step to a state.
  package func step(_ status: GrantStatus) -> GrantStep? { steps.last { $0.status == status } }
  /// Whether hours of an activity belong to it. A grant without activities takes all of them.
  package func includes(_ code: ActivityCode) -> Bool {
    activities.isEmpty || activities.contains { $0.activity == code }
  }

  package struct Included: Equatable, Sendable {
    package let activity: ActivityCode
    package var kind: String?
  }

  package struct BookedAmount: Equatable, Sendable {
    package let id: AmountID
    package let amount: GrantAmount
  }
}
