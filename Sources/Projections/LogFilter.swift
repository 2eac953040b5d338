// Which lines `log` shows. What is asked of the line itself (type, author, day of recording) holds for
// each line alone; what is asked of the work (person, activity, day) reaches the lines that speak of
// it through an entry, a shift or a sign-up, and the undo of a line that was shown.

package import Domain

/// What is asked of a log; nothing asked shows every line.
package struct LogQuery: Hashable, Sendable {
  /// Any of these; empty: every type.
  package var types: Set<EventType> = []
  package var author: PersonID?
  package var person: PersonID?
  package var activity: ActivityCode?
  /// The work was done, or is planned, on one of these days.
  package var worked: ClosedRange<Day>?
  /// It was recorded on one of these days, in Oslo.
  package var recorded: ClosedRange<Day>?

  package init() {}
}

/// The fold behind `log`: the lines that a query asks for, in order.
package struct LogListing: Projection {
  private var filter: LogFilter
  private var found: [(recorded: Recorded, stands: Bool)] = []
  private var fates = Fates()

  package init(_ query: LogQuery = LogQuery()) { filter = LogFilter(query) }

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    fates.note(recorded)
    if filter.takes(recorded) { found.append((recorded, standing.stands(recorded.seq))) }
  }

  package var lines: [HistoryLine] {
    found.map { line in
      HistoryLine(
        recorded: line.recorded, stands: line.stands, fate: fates.turns(of: line.recorded.seq))
    }
  }
}

/// Picks the lines that a query asks for, fed in order from line 1.
package struct LogFilter: Sendable {
  private let query: LogQuery
  private var person: Follower?
  private var activity: Follower?
  /// Entries, shifts and sign-ups whose day is asked for.
  private var onDays: Set<Int> = []
  /// Lines that the work asked for is about, before type, author and day of recording.
  private var about: Set<Int> = []
  private var undos: [Int: LineRanges] = [:]

  package init(_ query: LogQuery) {
    self.query = query
    person = query.person.map { Follower(.person($0)) }
    activity = query.activity.map { Follower(.activity($0)) }
  }

  /// Takes in the next line; returns whether it is asked for.
  package mutating func takes(_ recorded: Recorded) -> Bool {
    guard isAbout(recorded) else { return false }
    about.insert(recorded.seq)
    if !query.types.isEmpty, !query.types.contains(EventType(recorded.event)) { return false }
    if let author = query.author, recorded.by != author { return false }
    if let days = query.recorded, !days.contains(recorded.at.osloDay) { return false }
    return true
  }

  private mutating func isAbout(_ recorded: Recorded) -> Bool {
    let isRestricted = query.person != nil || query.activity != nil || query.worked != nil
    switch recorded.event {
    case .undone(let ranges, _):
      undos[recorded.seq] = ranges
      return !isRestricted || about.contains { ranges.contains($0) }
    case .redone(let undo):
      guard isRestricted, let ranges = undos[undo] else { return !isRestricted }
      return about.contains { ranges.contains($0) }
    default:
      // Each follower must see every line, so none of these may be skipped.
      let ofPerson = person?.relation(of: recorded) != nil
      let ofActivity = activity?.relation(of: recorded) != nil
      let ofDays = query.worked.map { isOn($0, recorded) } ?? true
      return (query.person == nil || ofPerson) && (query.activity == nil || ofActivity) && ofDays
    }
  }

  private mutating func isOn(_ days: ClosedRange<Day>, _ recorded: Recorded) -> Bool {
    switch recorded.event {
    case .hoursLogged(let content), .lateLogged(let content):
      return carry(recorded.seq, content.on.overlaps(days))
    case .hoursCorrected(let entry, let content, _), .lateCorrected(let entry, let content, _):
      return carry(entry.seq, content.on.overlaps(days) || onDays.contains(entry.seq))
    case .hoursApproved(let entry), .hoursUnapproved(let entry), .hoursMarked(let entry, _),
      .findingWaived(let entry, _, _):
      return onDays.contains(entry.seq)
    case .hoursClaimed(let entry, _, _):
      return carry(recorded.seq, onDays.contains(entry.seq))
    case .claimReleased(let claim, _):
      return onDays.contains(claim.seq)
    case .participantsAdded(let content):
      return carry(recorded.seq, content.on.overlaps(days))
    case .participantsCorrected(let id, let content, _):
      return carry(id.seq, content.on.overlaps(days) || onDays.contains(id.seq))
    case .shiftPlanned(_, let plan):
      return carry(recorded.seq, days.contains(plan.on))
    case .shiftChanged(let shift, let plan):
      return carry(shift.seq, days.contains(plan.on) || onDays.contains(shift.seq))
    case .shiftCancelled(let shift, _):
      return onDays.contains(shift.seq)
    case .signupMade(let shift, _, _):
      return carry(recorded.seq, onDays.contains(shift.seq))
    case .signupWithdrawn(let signup), .signupPromoted(let signup):
      return onDays.contains(signup.seq)
    case .ledgerOpened, .personRegistered, .activityAdded, .activityChanged, .activityEnded,
      .importMade, .yearSet, .yearClosed, .yearApproved, .yearReopened, .centreAdded,
      .centreChanged, .activityMarked, .grantAdded, .grantChanged, .grantNoted, .reportSent,
      .undone, .redone:
      return false
    }
  }

  private mutating func carry(_ carrier: Int, _ isThere: Bool) -> Bool {
    if isThere { onDays.insert(carrier) }
    return isThere
  }
}

extension Period {
  fileprivate func overlaps(_ days: ClosedRange<Day>) -> Bool {
    first <= days.upperBound && last >= days.lowerBound
  }
}
