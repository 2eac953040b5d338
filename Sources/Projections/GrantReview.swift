// What an auditor does with a grant report, done beforehand and printed at its end: procedure, result,
// finding (the form of an agreed-upon-procedures report, ISRS 4400). Nothing here judges; it counts.

package import Domain

/// The checks of a grant report.
package struct GrantReview: Equatable, Sendable {
  /// One for each procedure, in the order of `GrantCheck.Procedure`.
  package let checks: [GrantCheck]

  /// - Parameters:
  ///   - figures: the grant as it stands at the end of `state`.
  ///   - today: the day the report is made, for what should have been done by now.
  package init(_ figures: GrantFigures, in state: State, today: Day) {
    checks = GrantCheck.Procedure.allCases.map { procedure in
      GrantCheck(procedure, figures, state, today)
    }
  }

  package subscript(procedure: GrantCheck.Procedure) -> GrantCheck? {
    checks.first { $0.procedure == procedure }
  }

  /// Whether every check that can fail holds.
  package var isClean: Bool { checks.allSatisfy { $0.finding != .failed } }
}

/// One procedure, and what came of it.
package struct GrantCheck: Equatable, Sendable {
  package let procedure: Procedure
  package let finding: Finding
  /// The claimed entries that it is about, by number.
  package let entries: [EntryID]
  /// Their claimed minutes.
  package let minutes: Int
  /// The day that a deadline was, for `deadline`.
  package let day: Day?

  package enum Procedure: String, CaseIterable, Sendable {
    /// The lines add up to the sum.
    case sum
    /// No claim is larger than its entry, nor are all claims on it together.
    case claims
    /// Claimed hours lie within the grant's days and activities.
    case scope
    /// Claimed hours that are marked as paid, or as work that the grant leaves out.
    case excluded
    /// Claimed hours without approval now.
    case unapproved
    /// Approved by who recorded them, or by the volunteer.
    case ownApproval = "own-approval"
    /// Recorded or corrected after the year was closed.
    case late
    /// Recorded more than `lateDays` days after the work.
    case enteredLate = "entered-late"
    /// Estimated, or taken from a summary.
    case estimated
    /// The local share is at least what the grant asks for.
    case share
    /// A deadline of the grant has passed, and nothing was recorded as sent.
    case deadline
    /// Claims in other ledgers cannot be seen.
    case otherLedgers = "other-ledgers"
  }

  package enum Finding: String, Sendable {
    /// Checked, and nothing found.
    case clean
    /// What a reader should know; no rule is broken.
    case noted
    /// A rule is broken.
    case failed
    /// Cannot be checked from this ledger.
    case unknown
  }

  /// Days after the last day of work from which recording counts as late.
  package static let lateDays = 30

  init(_ procedure: Procedure, _ figures: GrantFigures, _ state: State, _ today: Day) {
    let grant = figures.grant
    var entries: [ClaimedEntry] = []
    var finding = Finding.clean
    var day: Day?
    /// Takes the entries that are found.
    func find(_ found: Finding, where isFound: (ClaimedEntry) -> Bool) {
      entries = figures.entries.filter(isFound)
      finding = entries.isEmpty ? .clean : found
    }
    switch procedure {
    case .sum:
      let sum = figures.entries.clampedSum { $0.minutes }
      if sum != figures.totals.minutes { finding = .failed }
    case .claims:
      find(.failed) {
        $0.minutes > $0.content.minutes || $0.entry.claimedMinutes > $0.content.minutes
      }
    case .scope:
      find(.failed) {
        !grant.details.covers($0.content.on) || !grant.includes($0.content.activity)
      }
    case .excluded:
      find(.failed) {
        $0.marks.contains { $0 == .paid || grant.details.excluded.contains($0) }
      }
    case .unapproved: find(.noted) { !$0.isApproved }
    case .ownApproval:
      find(.noted) { claimed in
        guard let by = claimed.entry.approval?.by else { return false }
        return by == claimed.entry.recordedBy || by == claimed.content.who.person
      }
    case .late:
      find(.noted) { claimed in
        state.closings[claimed.content.on.year].map { claimed.contentLine > $0.seq } ?? false
      }
    case .enteredLate:
      find(.noted) {
        $0.entry.recordedAt.osloDay > $0.content.on.last.adding(Self.lateDays)
      }
    case .estimated: find(.noted) { $0.content.known != .recorded }
    case .share:
      if let percent = grant.details.share {
        let share = figures.localShare(.accounts)
        finding =
          share.map { $0.isAtLeast(percent: percent) ? .clean : .failed } ?? .unknown
      }
    case .deadline:
      day = Self.missed(grant, figures.sent, today)
      if day != nil { finding = .noted }
    case .otherLedgers: finding = .unknown
    }
    self.procedure = procedure
    self.finding = finding
    self.entries = entries.map(\.id)
    minutes = entries.clampedSum { $0.minutes }
    self.day = day
  }

  /// The deadline that has passed while the grant waits for it.
  private static func missed(_ grant: Grant, _ sent: [Sent], _ today: Day) -> Day? {
    let due: Day? =
      switch grant.status {
      case .planned: grant.details.deadline
      case .granted: grant.details.report
      case .applied, .refused, .reported, .settled: nil
      }
    // A report that was sent by then has kept the deadline, whatever state the grant stands in.
    let isKept = grant.status == .granted && sent.contains { $0.content.on <= due ?? today }
    return isKept ? nil : due.flatMap { $0 < today ? $0 : nil }
  }
}
