// What an auditor looks for in hours that every rule allows. Nothing here is wrong by itself: it names
// what should be held against the paper, or looked at by somebody else. Whoever has looked and stands
// by an entry says so (`finding.waived`), and the finding is told apart from then on.

package import Domain

/// The name of a kind of plausibility finding. The raw values stand in the log (`finding.waived`) and
/// in scripts, and never change.
package enum PlausibilityID: String, CaseIterable, Comparable, Sendable {
  /// One person in two entries at the same time.
  case overlap
  /// Hours on a shift that was cancelled.
  case cancelledShift = "cancelled-shift"
  /// Approved by the volunteer, or by somebody who recorded or corrected it.
  case ownApproval = "own-approval"
  /// Claimed on a grant that leaves this kind of work out: it was marked after the claim.
  case claimExcluded = "claim-excluded"
  /// A person over 16 hours on one day.
  case longDay = "long-day"
  /// It says what another entry says.
  case duplicateLooking = "duplicate-looking"
  /// Hours on a shift by somebody who has no place on it.
  case noSignup = "no-signup"
  /// Claimed on a grant, and not approved any more, since it was corrected.
  case claimUnapproved = "claim-unapproved"
  /// Recorded long after the work.
  case enteredLate = "entered-late"
  /// Nearly all entries of an activity are whole hours.
  case roundPadding = "round-padding"
  /// A whole group with exactly the same minutes.
  case equalBlock = "equal-block"

  package static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// How much a finding asks for.
package enum PlausibilitySeverity: String, CaseIterable, Sendable {
  /// It cannot well be right as it stands.
  case error
  /// It may be right, and somebody should look.
  case warning
  /// A pattern that an auditor asks about. Most are as they should be.
  case info
}

/// One thing that was found about an entry.
package struct PlausibilityFinding: Hashable, Sendable {
  /// The entry that is named, and that a waiver is of. Of a group it is the one recorded first; of
  /// two entries that are too much together, the one recorded last.
  package let entry: EntryID
  /// The other entries it is about, by number.
  package let others: [EntryID]
  package let facts: Facts
  /// Who stands by it, if somebody does.
  package let waiver: Waiver?

  package enum Facts: Hashable, Sendable {
    case overlap
    case cancelledShift(ShiftID)
    /// `isVolunteer`: it is the own work of who approved, and not only the own record.
    case ownApproval(PersonID, isVolunteer: Bool)
    case claimExcluded(WorkMark, ClaimID, GrantID)
    case longDay(minutes: Int)
    case duplicateLooking
    case noSignup(PersonID, ShiftID)
    case claimUnapproved(ClaimID, GrantID)
    /// Days from the last day of the work to the record.
    case enteredLate(days: Int)
    /// `round` of the activity's `entries` in a year are whole hours.
    case roundPadding(ActivityCode, year: Int, round: Int, entries: Int)
    /// So many people with so many minutes each.
    case equalBlock(heads: Int, minutes: Int)
  }

  package var id: PlausibilityID { facts.id }
  package var severity: PlausibilitySeverity { facts.severity }
}

extension PlausibilityFinding.Facts {
  package var id: PlausibilityID {
    switch self {
    case .overlap: .overlap
    case .cancelledShift: .cancelledShift
    case .ownApproval: .ownApproval
    case .claimExcluded: .claimExcluded
    case .longDay: .longDay
    case .duplicateLooking: .duplicateLooking
    case .noSignup: .noSignup
    case .claimUnapproved: .claimUnapproved
    case .enteredLate: .enteredLate
    case .roundPadding: .roundPadding
    case .equalBlock: .equalBlock
    }
  }

  package var severity: PlausibilitySeverity {
    switch self {
    case .overlap, .cancelledShift, .claimExcluded: .error
    // One who approves what another person did is a check, though a weak one, when it is also the
    // own record; a centre with one employee has no other way.
    case .ownApproval(_, let isVolunteer): isVolunteer ? .error : .warning
    case .longDay, .duplicateLooking, .noSignup, .claimUnapproved: .warning
    case .enteredLate, .roundPadding, .equalBlock: .info
    }
  }
}

/// From where on something is worth a look. (16 hours on a day: ``Implausible/dayMinutes``.)
package enum PlausibilityLimit {
  /// Most days from the work to the record. A month's list is handed in during the next month, so
  /// what is later was written down from something else, or from memory.
  package static let lateDays = 30
  /// Fewest entries of an activity in a year that say anything about how its hours are written. Were
  /// they spread over quarters of an hour, 19 of 20 whole ones would come about once in 10¹⁰ times.
  package static let roundEntries = 20
  /// Least share of whole hours among these, in percent.
  package static let roundShare = 95
  /// Fewest people with exactly the same minutes. Fewer come and go together every day.
  package static let blockHeads = 5
  /// Minutes that a group's total comes to for each, when it was made by multiplying.
  package static let blockStep = 15
}

/// Everything that is found about the entries of a ledger as it stands.
package struct Plausibility: Sendable {
  /// By kind, the gravest first, and then by the number of the entry; one for each kind and entry.
  package let findings: [PlausibilityFinding]

  package init(_ ledger: Ledger) {
    self.init(of: ledger.state.entries.values, in: ledger.state) { ledger.history[$0]?.by }
  }

  /// - Parameters:
  ///   - entries: in any order.
  ///   - author: who wrote a line.
  package init(
    of entries: some Sequence<Entry>, in state: State, author: (Int) -> PersonID?
  ) {
    let entries = entries.sorted { $0.id < $1.id }
    var found = Self.implausible(entries) + Self.patterns(among: entries)
    for entry in entries {
      found += Self.facts(of: entry, in: state, author).map { (entry.id, $0, []) }
    }
    let waivers = Dictionary(
      entries.lazy.filter { !$0.waivers.isEmpty }.map { ($0.id, $0.waivers) },
      uniquingKeysWith: { first, _ in first })
    findings = found.map { entry, facts, others in
      PlausibilityFinding(
        entry: entry, others: others, facts: facts,
        waiver: waivers[entry]?.last { $0.finding == facts.id.rawValue })
    }.sorted { ($0.id, $0.entry) < ($1.id, $1.entry) }
  }

  /// What is found about one entry, stood by or not.
  package func findings(of entry: EntryID) -> [PlausibilityFinding] {
    findings.filter { $0.entry == entry }
  }

  /// An entry, what is found, and the other entries it is about.
  typealias Found = (EntryID, PlausibilityFinding.Facts, [EntryID])
}
