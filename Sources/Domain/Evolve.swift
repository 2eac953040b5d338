// The fold. Total: it accepts whatever history holds, also what would be refused today, and judges
// nothing. It never sees an undone event, nor an undo: `Ledger` resolves those first.

extension State {
  /// Takes in one standing event.
  package mutating func evolve(_ recorded: Recorded) {
    let seq = recorded.seq
    switch recorded.event {
    case .ledgerOpened(let opened):
      opening = opened
    case .personRegistered(let registered):
      let id = PersonID(seq: seq)
      persons[id] = Person(id: id, role: registered.role, commitment: registered.commitment)
    case .activityAdded(let details):
      activities[details.code] = Activity(seq: seq, details: details)
    case .activityChanged(let details):
      activities[details.code]?.details = details
    case .activityEnded(let code, let day):
      activities[code]?.ended = day
    case .shiftPlanned(let activity, let plan):
      let id = ShiftID(seq: seq)
      shifts[id] = Shift(id: id, activity: activity, plan: plan)
    case .shiftChanged(let shift, let plan):
      shifts[shift]?.plan = plan
    case .shiftCancelled(let shift, let reason):
      shifts[shift]?.cancelled = reason
    case .signupMade(let shift, let person, let waiting):
      let id = SignupID(seq: seq)
      guard shifts[shift] != nil else { return }
      shifts[shift]?.signups.append(
        Signup(id: id, person: person, status: waiting ? .waiting : .placed))
      shiftOfSignup[id] = shift
    case .signupWithdrawn(let signup):
      set(signup, to: .withdrawn)
    case .signupPromoted(let signup):
      set(signup, to: .placed)
    case .hoursLogged(let content), .lateLogged(let content):
      let id = EntryID(seq: seq)
      setEntry(
        id,
        to: Entry(
          id: id, content: content, recordedAt: recorded.at, recordedBy: recorded.by))
    case .hoursCorrected(let id, let content, _), .lateCorrected(let id, let content, _):
      guard var entry = entries[id] else { return }
      entry.content = content
      entry.corrections.append(seq)
      // What was approved, and looked at, was the content before: it needs that again.
      entry.approval = nil
      entry.waivers = []
      setEntry(id, to: entry)
    case .hoursApproved(let id):
      entries[id]?.approval = .init(seq: seq, by: recorded.by, at: recorded.at)
    case .hoursUnapproved(let id):
      entries[id]?.approval = nil
    case .yearSet(let settings):
      years[settings.year] = settings
    case .importMade(let made):
      sources[made.source, default: []].append(
        SourceImport(id: ImportID(seq: seq), made: made))
    case .yearClosed(let closing):
      closings[closing.year] = ClosedYear(
        seq: seq, content: closing, by: recorded.by, at: recorded.at)
    case .yearApproved(let year, _, _, let day):
      closings[year]?.approval = .init(seq: seq, on: day)
    case .yearReopened(let year, _, _):
      closings[year] = nil
    case .centreAdded, .centreChanged, .activityMarked, .hoursMarked, .participantsAdded,
      .participantsCorrected, .grantAdded, .grantChanged, .grantNoted, .hoursClaimed,
      .claimReleased, .findingWaived, .reportSent:
      evolveGrants(recorded)
    case .undone, .redone:
      break
    }
  }

  /// Forgets a subject, so that its standing events can be folded anew.
  mutating func clear(_ subject: Subject) {
    switch subject {
    case .opening: opening = nil
    case .person(let id): persons[id] = nil
    case .activity(let code): activities[code] = nil
    case .shift(let id):
      for signup in shifts[id]?.signups ?? [] { shiftOfSignup[signup.id] = nil }
      shifts[id] = nil
    case .entry(let id):
      for claim in entries[id]?.claims ?? [] { entryOfClaim[claim.id] = nil }
      setEntry(id, to: nil)
    case .year(let year): years[year] = nil
    case .closing(let year): closings[year] = nil
    case .source(let source): sources[source] = nil
    case .centre(let id): centres[id] = nil
    case .participants(let id): participants[id] = nil
    case .grant(let id): grants[id] = nil
    case .sent(let id): sent[id] = nil
    }
  }

  /// The one place where an entry comes, changes or goes, so that the index by day follows.
  private mutating func setEntry(_ id: EntryID, to entry: Entry?) {
    let before = entries[id].flatMap { PersonDay($0.content) }
    let after = entry.flatMap { PersonDay($0.content) }
    entries[id] = entry
    guard before != after else { return }
    if let before {
      entriesOnDay[before]?.remove(id)
      if entriesOnDay[before]?.isEmpty == true { entriesOnDay[before] = nil }
    }
    if let after { entriesOnDay[after, default: []].insert(id) }
  }

  private mutating func set(_ signup: SignupID, to status: Signup.Status) {
    guard let shift = shiftOfSignup[signup],
      let place = shifts[shift]?.signups.firstIndex(where: { $0.id == signup })
    else { return }
    shifts[shift]?.signups[place].status = status
  }
}
