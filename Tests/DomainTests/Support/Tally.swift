// What random histories ran into. A property that never met the interesting cases has shown nothing, so
// the tests ask the tally at the end.

import Domain

struct Tally {
  enum Case: String, CaseIterable {
    case decided, refused
    case undoRefusedForDependents, cascadeTookMore, undoneByOthersRefused, othersWroteSince
    case undoOfUndoByLine, undoOfRedoByLine, redone, redoRefusedForDependents, redoOfStanding
    case placeWouldStayEmpty, promoted, waited, codeUsedAgain, entryMovedToOtherDay
    case entryMovedToOtherPerson, dayFull, emptiedRedo
  }

  private(set) var counts: [Case: Int] = [:]

  subscript(_ counted: Case) -> Int { counts[counted] ?? 0 }

  mutating func count(_ counted: Case) { counts[counted, default: 0] += 1 }

  mutating func merge(_ other: Tally) { counts.merge(other.counts, uniquingKeysWith: +) }

  var text: String { Case.allCases.map { "\($0.rawValue) \(self[$0])" }.joined(separator: ", ") }

  /// The cases met fewer than `least` times, with how often.
  func missing(least: Int) -> [String] {
    Case.allCases.filter { self[$0] < least }.map { "\($0.rawValue): \(self[$0])" }
  }

  mutating func note(_ command: Command, _ rejection: Rejection) {
    count(.refused)
    switch (command, rejection) {
    case (.redo, .neededBy), (.redoNewest, .neededBy): count(.redoRefusedForDependents)
    case (.undo, .neededBy): count(.undoRefusedForDependents)
    case (.redo, .standsAgain), (.undo, .standsAgain): count(.redoOfStanding)
    case (_, .undoneByOther): count(.undoneByOthersRefused)
    case (_, .othersWroteSince): count(.othersWroteSince)
    case (_, .placeLeftEmpty): count(.placeWouldStayEmpty)
    case (_, .dayOver24Hours): count(.dayFull)
    default: break
    }
  }

  /// - Parameter before: the ledger that the command was decided in.
  mutating func note(_ command: Command, _ decision: Decision, _ before: Ledger) {
    count(.decided)
    for event in decision.events { note(event, before) }
    let isOrdinary = decision.events.contains { event in
      switch event {
      case .undone, .redone: false
      default: true
      }
    }
    if isOrdinary && !before.history.redoable.isEmpty { count(.emptiedRedo) }
    guard case .undo(let asked, _, let cascade) = command, let first = asked.first else { return }
    switch before.history[first]?.event {
    case .undone: count(.undoOfUndoByLine)
    case .redone: count(.undoOfRedoByLine)
    default:
      if case .undone(let ranges, _)? = decision.events.first, cascade,
        ranges.count > Set(asked).count
      {
        count(.cascadeTookMore)
      }
    }
  }

  private mutating func note(_ event: Event, _ before: Ledger) {
    switch event {
    case .redone: count(.redone)
    case .signupPromoted: count(.promoted)
    case .signupMade(_, _, waiting: true): count(.waited)
    case .activityAdded(let details):
      let lives = before.history.log.count {
        if case .activityAdded(let old) = $0.event { old.code == details.code } else { false }
      }
      if lives > 0 { count(.codeUsedAgain) }
    case .hoursCorrected(let id, let content, _):
      guard let old = before.state.entries[id]?.content else { return }
      if old.on != content.on { count(.entryMovedToOtherDay) }
      if old.who != content.who { count(.entryMovedToOtherPerson) }
    default: break
    }
  }
}
