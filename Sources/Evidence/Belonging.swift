// Which lines belong to the claim of a bundle, told from the lines of the bundle alone: what
// `LinesBehind` chooses from a whole log is held against this.

import Domain

/// The entries, activities and the person that a bundle is about.
struct Belonging {
  private var entries: [EntryID: Entry] = [:]
  private var activities: Set<ActivityCode> = []
  private var person: PersonID?
  private var takesSettings = false

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

  private init(_ state: State, where isWanted: (HourEntry) -> Bool) {
    entries = state.entries.filter { isWanted($0.value.content) }
    activities = Set(entries.values.map(\.content.activity))
  }

  /// Whether a line has a part in the claim.
  ///
  /// - Parameter closed: what the claim is closed by; of a year every line but its approval is above.
  func holds(_ line: Recorded, _ closed: ClosedYear?) -> Bool {
    switch line.event {
    case .ledgerOpened: return line.seq == 1
    case .yearClosed: return line.seq == closed?.seq
    case .yearApproved: return closed.map { line.approves($0) } ?? false
    default: break
    }
    if let closed, line.seq > closed.seq { return false }
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
    default: return false
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
