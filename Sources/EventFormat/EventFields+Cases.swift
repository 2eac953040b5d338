import Domain

// Which description belongs to which event: once for every direction. Neither switch has a default,
// so a new event does not compile until both know it.

extension EventFields {
  /// Writes the data of an event.
  static func write(_ event: Event, _ pass: inout WritingPass) throws(FormatError) {
    switch event {
    case .ledgerOpened(let opened): _ = try opening(&pass, opened)
    case .personRegistered(let registered): _ = try person(&pass, registered)
    case .activityAdded(let details), .activityChanged(let details):
      _ = try activity(&pass, details)
    case .activityEnded(let code, let day): _ = try activityEnd(&pass, (code, day))
    case .shiftPlanned(let activity, let plan): _ = try shift(&pass, (activity, plan))
    case .shiftChanged(let shift, let plan): _ = try shiftChange(&pass, (shift, plan))
    case .shiftCancelled(let shift, let reason): _ = try shiftCancelling(&pass, (shift, reason))
    case .signupMade(let shift, let person, let waiting):
      _ = try signup(&pass, (shift, person, waiting))
    case .signupWithdrawn(let id), .signupPromoted(let id): _ = try pass.id("signup", id)
    case .hoursLogged(let content), .lateLogged(let content): _ = try hours(&pass, content)
    case .hoursCorrected(let entry, let content, let reason),
      .lateCorrected(let entry, let content, let reason):
      _ = try correction(&pass, (entry, content, reason))
    case .hoursApproved(let id), .hoursUnapproved(let id): _ = try pass.id("entry", id)
    case .importMade(let made): _ = try importing(&pass, made)
    case .yearSet(let settings): _ = try year(&pass, settings)
    case .yearClosed(let closed): _ = try closing(&pass, closed)
    case .yearApproved(let year, let closing, let digest, let day):
      _ = try approval(&pass, (year, closing, digest, day))
    case .yearReopened(let year, let reason, let note):
      _ = try reopening(&pass, (year, reason, note))
    case .centreAdded(let details): _ = try centre(&pass, details)
    case .centreChanged(let id, let details): _ = try centreChange(&pass, (id, details))
    case .activityMarked(let code, let marks): _ = try activityMarks(&pass, (code, marks))
    case .hoursMarked(let entry, let marks): _ = try entryMarks(&pass, (entry, marks))
    case .participantsAdded(let content): _ = try participants(&pass, content)
    case .participantsCorrected(let id, let content, let reason):
      _ = try participantsCorrection(&pass, (id, content, reason))
    case .grantAdded(let details): _ = try grant(&pass, details)
    case .grantChanged(let id, let details): _ = try grantChange(&pass, (id, details))
    case .grantNoted(let id, let fact): try write(fact, of: id, &pass)
    case .hoursClaimed(let entry, let grant, let minutes):
      _ = try claim(&pass, (entry, grant, minutes))
    case .claimReleased(let id, let reason): _ = try release(&pass, (id, reason))
    case .findingWaived(let entry, let finding, let reason):
      _ = try waiver(&pass, (entry, finding, reason))
    case .reportSent(let sent): _ = try sending(&pass, sent)
    case .undone(let ranges, let reason): _ = try undoing(&pass, (ranges, reason))
    case .redone(let undo): _ = try pass.number("undone", undo, in: counts)
    }
  }

  private static func write(
    _ fact: GrantFact, of grant: GrantID, _ pass: inout WritingPass
  ) throws(FormatError) {
    switch fact {
    case .included(let activity, let kind): _ = try inclusion(&pass, (grant, activity, kind))
    case .aimed(let aim): _ = try goal(&pass, (grant, aim))
    case .moved(let moved): _ = try step(&pass, (grant, moved))
    case .answered(let condition, let met): _ = try answer(&pass, (grant, condition, met))
    case .booked(let booked): _ = try amount(&pass, (grant, booked))
    }
  }

  /// Reads the data of an event of a known kind.
  static func scan(_ kind: EventKind, _ pass: inout ScanningPass) throws(FormatError) -> Event {
    switch kind {
    case .hoursLogged: return .hoursLogged(try hours(&pass, nil))
    case .hoursApproved: return .hoursApproved(try pass.id("entry", nil))
    case .signupMade:
      let (shift, person, waiting) = try signup(&pass, nil)
      return .signupMade(shift: shift, person: person, waiting: waiting)
    case .signupWithdrawn: return .signupWithdrawn(try pass.id("signup", nil))
    case .signupPromoted: return .signupPromoted(try pass.id("signup", nil))
    case .shiftPlanned:
      let (activity, plan) = try shift(&pass, nil)
      return .shiftPlanned(activity: activity, plan: plan)
    case .shiftChanged:
      let (shift, plan) = try shiftChange(&pass, nil)
      return .shiftChanged(shift: shift, plan: plan)
    case .shiftCancelled:
      let (shift, reason) = try shiftCancelling(&pass, nil)
      return .shiftCancelled(shift: shift, reason: reason)
    case .hoursCorrected:
      let (entry, content, reason) = try correction(&pass, nil)
      return .hoursCorrected(entry: entry, content: content, reason: reason)
    case .hoursUnapproved: return .hoursUnapproved(try pass.id("entry", nil))
    case .personRegistered: return .personRegistered(try person(&pass, nil))
    case .activityAdded: return .activityAdded(try activity(&pass, nil))
    case .activityChanged: return .activityChanged(try activity(&pass, nil))
    case .activityEnded:
      let (code, day) = try activityEnd(&pass, nil)
      return .activityEnded(code: code, on: day)
    case .lateLogged: return .lateLogged(try hours(&pass, nil))
    case .lateCorrected:
      let (entry, content, reason) = try correction(&pass, nil)
      return .lateCorrected(entry: entry, content: content, reason: reason)
    case .importMade: return .importMade(try importing(&pass, nil))
    case .yearSet: return .yearSet(try year(&pass, nil))
    case .yearClosed: return .yearClosed(try closing(&pass, nil))
    case .yearApproved:
      let (year, closing, digest, day) = try approval(&pass, nil)
      return .yearApproved(year: year, closing: closing, digest: digest, on: day)
    case .yearReopened:
      let (year, reason, note) = try reopening(&pass, nil)
      return .yearReopened(year: year, reason: reason, note: note)
    case .undone:
      let (ranges, reason) = try undoing(&pass, nil)
      return .undone(ranges: ranges, reason: reason)
    case .redone: return .redone(undone: try pass.number("undone", nil, in: counts))
    case .ledgerOpened: return .ledgerOpened(try opening(&pass, nil))
    case .centreAdded: return .centreAdded(try centre(&pass, nil))
    case .centreChanged:
      let (id, details) = try centreChange(&pass, nil)
      return .centreChanged(id, details)
    case .activityMarked:
      let (code, marks) = try activityMarks(&pass, nil)
      return .activityMarked(code, marks)
    case .hoursMarked:
      let (entry, marks) = try entryMarks(&pass, nil)
      return .hoursMarked(entry, marks)
    case .participantsAdded: return .participantsAdded(try participants(&pass, nil))
    case .participantsCorrected:
      let (id, content, reason) = try participantsCorrection(&pass, nil)
      return .participantsCorrected(id, content: content, reason: reason)
    case .grantAdded: return .grantAdded(try grant(&pass, nil))
    case .grantChanged:
      let (id, details) = try grantChange(&pass, nil)
      return .grantChanged(id, details)
    case .grantIncluded:
      let (id, activity, kind) = try inclusion(&pass, nil)
      return .grantNoted(id, .included(activity, kind: kind))
    case .grantAimed:
      let (id, aim) = try goal(&pass, nil)
      return .grantNoted(id, .aimed(aim))
    case .grantMoved:
      let (id, moved) = try step(&pass, nil)
      return .grantNoted(id, .moved(moved))
    case .grantAnswered:
      let (id, condition, met) = try answer(&pass, nil)
      return .grantNoted(id, .answered(condition: condition, met: met))
    case .grantBooked:
      let (id, booked) = try amount(&pass, nil)
      return .grantNoted(id, .booked(booked))
    case .hoursClaimed:
      let (entry, grant, minutes) = try claim(&pass, nil)
      return .hoursClaimed(entry, grant: grant, minutes: minutes)
    case .claimReleased:
      let (id, reason) = try release(&pass, nil)
      return .claimReleased(id, reason: reason)
    case .findingWaived:
      let (entry, finding, reason) = try waiver(&pass, nil)
      return .findingWaived(entry, finding: finding, reason: reason)
    case .reportSent: return .reportSent(try sending(&pass, nil))
    }
  }
}
