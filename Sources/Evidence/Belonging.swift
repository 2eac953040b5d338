// Which lines belong to the claim of a bundle, told from the lines of the bundle alone: what
// `LinesBehind` chooses from a whole log is held against this.

import Domain
import Projections

/// The entries, activities, and the person or the grant that a bundle is about.
struct Belonging {
  private var entries: [EntryID: Entry] = [:]
  private var activities: Set<ActivityCode> = []
  private var person: PersonID?
  private var takesSettings = false
  private var grant: SentGrant?

  /// Only the closing, and no entry at all.
  init() {}

  /// What is behind the figures of a year.
  ///
  /// - Parameter state: the fold of the lines above the closing.
  init(year: Int, _ state: State) {
    self.init(state) { $0.on.year == year }
    takesSettings = true
  }

  /// What is behind the figures of a person.
  init(person: PersonID, _ state: State) {
    self.init(state) { $0.who.person == person }
    self.person = person
  }

  /// What is behind the figures of a grant as a report of it was sent.
  init(_ grant: SentGrant) {
    entries = Dictionary(
      grant.figures.entries.map { ($0.id, $0.entry) }, uniquingKeysWith: { one, _ in one })
    activities = grant.activities
    self.grant = grant
  }

  private init(_ state: State, where isWanted: (HourEntry) -> Bool) {
    entries = state.entries.filter { isWanted($0.value.content) }
    activities = Set(entries.values.map(\.content.activity))
  }

  /// Whether a line has a part in the claim.
  ///
  /// - Parameter closed: what the claim is closed by; of a year every line but its approval is above.
  func holds(_ line: Recorded, _ closed: ClosedYear? = nil) -> Bool {
    switch line.event {
    case .ledgerOpened: return line.seq == 1
    case .yearClosed: return line.seq == closed?.seq
    case .yearApproved: return closed.map { line.approves($0) } ?? false
    default: break
    }
    if let closed, line.seq > closed.seq { return false }
    if let grant, line.seq > grant.sent.content.size { return line.seq == grant.sent.id.seq }
    switch line.event {
    case .personRegistered: return person?.seq == line.seq
    case .activityAdded(let details), .activityChanged(let details):
      return activities.contains(details.code)
    case .yearSet: return takesSettings
    case .hoursLogged, .lateLogged: return entries[EntryID(seq: line.seq)] != nil
    case .hoursCorrected(let id, _, _), .lateCorrected(let id, _, _):
      return entries[id]?.corrections.contains(line.seq) ?? false
    case .hoursApproved(let id), .hoursUnapproved(let id):
      return entries[id].map { line.seq > $0.corrections.last ?? id.seq } ?? false
    default: return grant.map { Self.isOf($0, activities, line) } ?? false
    }
  }

  /// Whether a line that says nothing of an hour, but for a claim, has a part in the figures of a grant.
  private static func isOf(
    _ grant: SentGrant, _ activities: Set<ActivityCode>, _ line: Recorded
  ) -> Bool {
    switch line.event {
    case .grantAdded: line.seq == grant.id.seq
    case .grantChanged(let id, _), .grantNoted(let id, _): id == grant.id
    case .activityMarked(let code, _): activities.contains(code)
    case .participantsAdded: grant.figures.counts.contains { $0.id.seq == line.seq }
    case .participantsCorrected(let id, _, _):
      grant.figures.counts.contains { $0.id == id && $0.corrections.contains(line.seq) }
    case .hoursClaimed(_, let id, _):
      id == grant.id && grant.state.entryOfClaim[ClaimID(seq: line.seq)] != nil
    default: false
    }
  }
}

extension Recorded {
  /// Whether this is the annual meeting's word on that closing, and not on another of the same year.
  func approves(_ closed: ClosedYear) -> Bool {
    guard case .yearApproved(let year, let closing, let digest, _) = event else { return false }
    return seq > closed.seq && closing == closed.seq && year == closed.content.year
      && digest == closed.content.digest
  }
}
