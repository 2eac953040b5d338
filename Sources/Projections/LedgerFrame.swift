// What the figures hang on and the hours do not change: the opening, the centre, the activities, the
// settings of the years. These lines are few, so they are kept and folded by the domain's own rules at the end.

package import Domain

/// The opening, the activities, the imports, and the settings and closings of the years of a ledger.
package struct LedgerFrame: MergeableProjection {
  private var shaping: [Recorded] = []

  package init() {}

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    switch recorded.event {
    case .ledgerOpened, .activityAdded, .activityChanged, .activityEnded, .importMade, .yearSet,
      .yearClosed, .yearApproved, .yearReopened, .centreAdded, .centreChanged, .activityMarked:
      if standing.stands(recorded.seq) { shaping.append(recorded) }
    case .personRegistered, .shiftPlanned, .shiftChanged, .shiftCancelled, .signupMade,
      .signupWithdrawn, .signupPromoted, .hoursLogged, .hoursCorrected, .hoursApproved,
      .hoursUnapproved, .lateLogged, .lateCorrected, .hoursMarked, .participantsAdded,
      .participantsCorrected, .grantAdded, .grantChanged, .grantNoted, .hoursClaimed,
      .claimReleased, .findingWaived, .reportSent, .undone, .redone:
      break
    }
  }

  package mutating func merge(_ later: LedgerFrame) { shaping += later.shaping }

  /// The state of what this frame holds, and nothing else in it.
  package var state: State {
    var state = State()
    for recorded in shaping { state.evolve(recorded) }
    return state
  }
}
