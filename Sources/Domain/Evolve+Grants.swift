// The part of the fold that is about grants, participants, claims and what was sent.

extension State {
  mutating func evolveGrants(_ recorded: Recorded) {
    let seq = recorded.seq
    switch recorded.event {
    case .centreAdded(let details):
      let id = CentreID(seq: seq)
      centres[id] = Centre(id: id, details: details)
    case .centreChanged(let id, let details): centres[id]?.details = details
    case .activityMarked(let code, let marks): activities[code]?.marks = marks
    case .hoursMarked(let id, let marks): entries[id]?.marks = marks
    case .participantsAdded(let content):
      let id = ParticipantsID(seq: seq)
      participants[id] = Participants(
        id: id, content: content, recordedAt: recorded.at, recordedBy: recorded.by)
    case .participantsCorrected(let id, let content, _):
      participants[id]?.content = content
      participants[id]?.corrections.append(seq)
    case .grantAdded(let details):
      let id = GrantID(seq: seq)
      grants[id] = Grant(id: id, details: details)
    case .grantChanged(let id, let details): grants[id]?.details = details
    case .grantNoted(let id, let fact): grants[id]?.note(fact, at: seq)
    case .hoursClaimed(let entry, let grant, let minutes):
      guard entries[entry] != nil else { return }
      let claim = Claim(id: ClaimID(seq: seq), grant: grant, minutes: minutes)
      entries[entry]?.claims.append(claim)
      entryOfClaim[claim.id] = entry
    case .claimReleased(let id, _):
      guard let entry = entryOfClaim.removeValue(forKey: id) else { return }
      entries[entry]?.claims.removeAll { $0.id == id }
    case .findingWaived(let id, let finding, let reason):
      entries[id]?.waivers.append(
        Waiver(seq: seq, finding: finding, reason: reason, by: recorded.by, at: recorded.at))
    case .reportSent(let content):
      let id = SentID(seq: seq)
      sent[id] = Sent(id: id, content: content, by: recorded.by, at: recorded.at)
    default: break
    }
  }
}

extension Grant {
  /// Takes in what is said at a line.
  mutating func note(_ fact: GrantFact, at seq: Int) {
    switch fact {
    case .included(let activity, let kind):
      if let index = activities.firstIndex(where: { $0.activity == activity }) {
        activities[index].kind = kind
      } else {
        activities.append(Included(activity: activity, kind: kind))
      }
    case .aimed(let goal):
      let isSame = { (other: GrantGoal) in
        other.measure == goal.measure && other.activity == goal.activity
      }
      if let index = goals.firstIndex(where: isSame) {
        goals[index] = goal
      } else {
        goals.append(goal)
      }
    case .moved(let step): steps.append(step)
    case .answered(let condition, let met): answers[condition] = met
    case .booked(let amount): amounts.append(BookedAmount(id: AmountID(seq: seq), amount: amount))
    }
  }
}
