// A year that was closed: what the centre said its figures were, on one line that the annual meeting
// can approve. Closing happens outside the log (paper is printed and signed), so it is never undone;
// the ways on are to reopen, or to record late.

/// What is said when a year is closed. Everything but the year is computed from the lines above, and
/// audit computes it again.
package struct YearClosing: Hashable, Sendable {
  package var year: Int
  /// The divisor and the rate that are frozen for the year.
  package var settings: YearSettings
  package var totals: Totals
  /// RFC 6962 tree head over all lines above this one, 64 hex digits.
  package var root: String
  /// The version of the figure set that `digest` is over: 1 is `statistics:1`.
  package var figureSet: Int
  /// SHA-256 of the year's figure set, 64 hex digits.
  package var digest: String
  /// The checks that were not met and were accepted, in the order of `ClosingCheck`.
  package var accepted: [ClosingCheck]
  /// Why they were accepted; absent when there is nothing to accept.
  package var reason: AcceptReason?

  package init(
    year: Int, settings: YearSettings, totals: Totals, root: String, figureSet: Int = 1,
    digest: String, accepted: [ClosingCheck] = [], reason: AcceptReason? = nil
  ) {
    self.year = year
    self.settings = settings
    self.totals = totals
    self.root = root
    self.figureSet = figureSet
    self.digest = digest
    self.accepted = accepted
    self.reason = reason
  }

  /// The figures of the counted activities, in all.
  package struct Totals: Hashable, Sendable {
    package var entries: Int
    package var minutes: Int
    package var participations: Int
    package var distinct: Int
    package var headcount: Int

    package init(
      entries: Int, minutes: Int, participations: Int, distinct: Int, headcount: Int
    ) {
      self.entries = entries
      self.minutes = minutes
      self.participations = participations
      self.distinct = distinct
      self.headcount = headcount
    }
  }
}

/// What is looked at before a year is closed. Each blocks until it is met or accepted with a reason.
package enum ClosingCheck: String, CaseIterable, Comparable, Sendable {
  /// Entries that nobody has approved.
  case unapproved
  /// Activities with hours and no category.
  case noCategory = "no-category"
  /// Entries that are hard to believe: a person over 16 hours on a day, in two places at once, or twice.
  case implausible
  /// Shifts that are over, with people signed up and no hours.
  case openShifts = "open-shifts"

  package static func < (left: Self, right: Self) -> Bool {
    (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
  }
}

/// Why a check that is not met was accepted.
package enum AcceptReason: String, CaseIterable, Sendable {
  /// Looked at against other papers.
  case checked
  /// It does not matter for this year.
  case notNeeded = "not-needed"
  /// The board has decided it.
  case board
  case other
}

/// A closed year in the state.
package struct ClosedYear: Equatable, Sendable {
  /// The line of the closing; the figures are those of the lines above it.
  package let seq: Int
  package let content: YearClosing
  package let by: PersonID
  package let at: Instant
  package var approval: Approval?

  /// The annual meeting's word on the closing.
  package struct Approval: Equatable, Sendable {
    package let seq: Int
    /// The day of the meeting.
    package let on: Day
  }
}
