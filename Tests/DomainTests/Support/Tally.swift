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
    case closed, closedAgain, approved, reopened, late, lateCorrected, refusedByClosing
    case undoOfFrozen, redoOfFrozen, lateUndone, yearNotClosed, lateLeavesYear, closingNotUndone
    case imported, importedAgain, importUndone, personsStayed, importRedoRefused, takenBack
    case sourceMoved, rowsWithoutImport, shiftNotOver
    case claimed, claimedLate, claimTaken, released, refusedBeneathClaim, movedBeneathClaim
    case claimNeeds, claimFell, paidHours, notApprovedYet, excludedWork, outsideGrant
    case activityNotOfGrant, grantTakesNone, wrongStep
    case needsGrant, needsApproval, needsInclusion, needsDays, needsMark, needsUnpaid, needsStep
    case needsMinutes, needsRelease, stepNeedsStep, participantsNeedActivity
    case waived, waiverFell, sentReport, sentBeyondLog, sentNotUndone
  }

  private(set) var counts: [Case: Int] = [:]

  subscript(_ counted: Case) -> Int { counts[counted] ?? 0 }

  mutating func count(_ counted: Case) { counts[counted, default: 0] += 1 }

  mutating func merge(_ other: Tally) { counts.merge(other.counts, uniquingKeysWith: +) }

  var text: String { Case.allCases.map { "\($0.rawValue) \(self[$0])" }.joined(separator: ", ") }

  /// Cases that a hundred histories may not come to; each has a test of its own.
  private static let rare: Set<Case> = [
    .redoOfFrozen, .rowsWithoutImport, .needsUnpaid, .needsMinutes, .needsRelease, .stepNeedsStep,
    .participantsNeedActivity, .sentNotUndone, .movedBeneathClaim,
  ]

  /// The cases met fewer than `least` times, with how often.
  func missing(least: Int) -> [String] {
    Case.allCases.filter { !Self.rare.contains($0) && self[$0] < least }.map {
      "\($0.rawValue): \(self[$0])"
    }
  }

  mutating func note(_ command: Command, _ rejection: Rejection) {
    count(.refused)
    switch (command, rejection) {
    case (.redo, .neededBy(let needing)), (.redoNewest, .neededBy(let needing)):
      count(.redoRefusedForDependents)
      for dependent in needing {
        if case .sourceMoved = dependent.rejection { count(.importRedoRefused) }
      }
    case (.undo, .neededBy): count(.undoRefusedForDependents)
    case (.redo, .standsAgain), (.undo, .standsAgain): count(.redoOfStanding)
    case (_, .undoneByOther): count(.undoneByOthersRefused)
    case (_, .othersWroteSince): count(.othersWroteSince)
    case (_, .placeLeftEmpty): count(.placeWouldStayEmpty)
    case (_, .dayOver24Hours): count(.dayFull)
    case (.undo, .yearClosed): count(.undoOfFrozen)
    case (.redo, .yearClosed), (.redoNewest, .yearClosed): count(.redoOfFrozen)
    case (_, .yearClosed): count(.refusedByClosing)
    case (_, .yearNotClosed): count(.yearNotClosed)
    case (_, .lateKeepsYear): count(.lateLeavesYear)
    case (.undoNewest, .neverUndoable): count(.closingNotUndone)
    case (_, .sourceMoved): count(.sourceMoved)
    case (_, .importInPart): count(.rowsWithoutImport)
    case (_, .shiftNotOver): count(.shiftNotOver)
    case (.undo, .claimed), (.redo, .claimed), (.redoNewest, .claimed): count(.movedBeneathClaim)
    case (_, .claimed): count(.refusedBeneathClaim)
    case (_, .claimTaken): count(.claimTaken)
    case (_, .paidHours): count(.paidHours)
    case (_, .notApprovedYet): count(.notApprovedYet)
    case (_, .excludedWork): count(.excludedWork)
    case (_, .outsideGrant): count(.outsideGrant)
    case (_, .activityNotOfGrant): count(.activityNotOfGrant)
    case (_, .grantTakesNone): count(.grantTakesNone)
    case (_, .wrongStep): count(.wrongStep)
    case (_, .sentBeyondLog): count(.sentBeyondLog)
    default: break
    }
  }

  /// What the lines needed that are named in a refusal.
  ///
  /// - Parameter before: the ledger that the undo or the redo was asked of.
  mutating func noteNeeds(_ rejection: Rejection, _ before: Ledger) {
    guard case .neededBy(let needing) = rejection else { return }
    for dependent in needing {
      switch (before.history[dependent.seq]?.event, dependent.rejection) {
      case (.hoursClaimed, let because):
        count(.claimNeeds)
        switch because {
        case .unknownGrant: count(.needsGrant)
        case .notApprovedYet: count(.needsApproval)
        case .activityNotOfGrant: count(.needsInclusion)
        case .outsideGrant: count(.needsDays)
        case .excludedWork: count(.needsMark)
        case .paidHours: count(.needsUnpaid)
        case .grantTakesNone: count(.needsStep)
        case .minutesOutOfRange: count(.needsMinutes)
        case .claimTaken: count(.needsRelease)
        default: break
        }
      case (_, .wrongStep): count(.stepNeedsStep)
      case (.participantsAdded, _), (.participantsCorrected, _): count(.participantsNeedActivity)
      case (.reportSent, _): count(.sentNotUndone)
      default: break
      }
    }
  }

  /// - Parameter before: the ledger that the command was decided in.
  mutating func note(_ command: Command, _ decision: Decision, _ before: Ledger) {
    count(.decided)
    if case .importMade? = decision.events.first, decision.events.contains(where: \.isUndo) {
      count(.takenBack)
    }
    for event in decision.events { note(event, before) }
    let isOrdinary = decision.events.contains { !$0.isUndo }
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

  private mutating func noteUndone(_ ranges: LineRanges, _ before: Ledger) {
    for line in ranges.lines {
      switch before.history[line]?.event {
      case .lateLogged, .lateCorrected: count(.lateUndone)
      case .hoursClaimed: count(.claimFell)
      case .importMade:
        count(.importUndone)
        guard let unit = before.history.transaction(of: line) else { continue }
        let stays = unit.lines.contains {
          guard case .personRegistered? = before.history[$0]?.event else { return false }
          return !ranges.lines.contains($0) && before.history.stands($0)
        }
        if stays { count(.personsStayed) }
      default: continue
      }
    }
  }

  private mutating func note(_ event: Event, _ before: Ledger) {
    switch event {
    case .redone: count(.redone)
    case .undone(let ranges, _): noteUndone(ranges, before)
    case .yearClosed(let closing):
      count(.closed)
      let closings = before.history.log.count {
        if case .yearClosed(let old) = $0.event { old.year == closing.year } else { false }
      }
      if closings > 0 { count(.closedAgain) }
    case .yearApproved: count(.approved)
    case .yearReopened: count(.reopened)
    case .lateLogged: count(.late)
    case .lateCorrected: count(.lateCorrected)
    case .importMade(let made): count(made.after == nil ? .imported : .importedAgain)
    case .hoursClaimed(let id, _, _):
      count(.claimed)
      if let year = before.state.entries[id]?.content.on.year, before.state.closings[year] != nil {
        count(.claimedLate)
      }
    case .claimReleased: count(.released)
    case .findingWaived: count(.waived)
    case .reportSent: count(.sentReport)
    case .signupPromoted: count(.promoted)
    case .signupMade(_, _, waiting: true): count(.waited)
    case .activityAdded(let details):
      let lives = before.history.log.count {
        if case .activityAdded(let old) = $0.event { old.code == details.code } else { false }
      }
      if lives > 0 { count(.codeUsedAgain) }
    case .hoursCorrected(let id, let content, _):
      guard let old = before.state.entries[id]?.content else { return }
      if before.state.entries[id]?.waivers.isEmpty == false { count(.waiverFell) }
      if old.on != content.on { count(.entryMovedToOtherDay) }
      if old.who != content.who { count(.entryMovedToOtherPerson) }
    default: break
    }
  }
}

extension Event {
  /// Whether it takes back or puts back.
  var isUndo: Bool {
    switch self {
    case .undone, .redone: true
    default: false
    }
  }
}
