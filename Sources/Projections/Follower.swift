// Which lines have to do with a thing. A line often names it only through another one (the approval of
// an entry names no person), so following a thing means reading the log in order.

package import Domain

/// A thing that has a history.
package enum Thing: Hashable, Sendable {
  case person(PersonID)
  case shift(ShiftID)
  case signup(SignupID)
  case entry(EntryID)
  case activity(ActivityCode)
  /// An import, with every line that came with it.
  case imported(ImportID)
  case centre(CentreID)
  case participants(ParticipantsID)
  case grant(GrantID)
  /// A line of a grant's budget or accounts.
  case amount(AmountID)
  case claim(ClaimID)
  case sent(SentID)
  case line(Int)

  /// Returns what `text` may name, the likeliest first: `h731` is an entry before it is an
  /// activity's code, `731` a line.
  package static func named(_ text: String) -> [Thing] {
    var things: [Thing] = []
    if let id = EntryID(text: text) { things.append(.entry(id)) }
    if let id = ShiftID(text: text) { things.append(.shift(id)) }
    if let id = PersonID(text: text) { things.append(.person(id)) }
    if let id = SignupID(text: text) { things.append(.signup(id)) }
    if let id = ImportID(text: text) { things.append(.imported(id)) }
    if let id = CentreID(text: text) { things.append(.centre(id)) }
    if let id = ParticipantsID(text: text) { things.append(.participants(id)) }
    if let id = GrantID(text: text) { things.append(.grant(id)) }
    if let id = AmountID(text: text) { things.append(.amount(id)) }
    if let id = ClaimID(text: text) { things.append(.claim(id)) }
    if let id = SentID(text: text) { things.append(.sent(id)) }
    if let line = LineNumber.parse(text) { things.append(.line(line)) }
    if let code = ActivityCode(text) { things.append(.activity(code)) }
    return things
  }
}

/// How a line has to do with a thing.
package enum Relation: Sendable {
  /// It makes or changes the thing.
  case shapes
  /// It names the thing, or something that names it.
  case mentions
}

/// Follows one thing through a log, line by line.
struct Follower: Sendable {
  let thing: Thing
  /// Lines that made an entry, shift or sign-up which names the thing, now or once.
  private var carriers: Set<Int> = []
  /// The command of the import that is followed, once it is met.
  private var command: CommandID?

  init(_ thing: Thing) { self.thing = thing }

  /// Takes in the next line; returns how it has to do with the thing, or nil.
  mutating func relation(of recorded: Recorded) -> Relation? {
    let seq = recorded.seq
    if thing == .line(seq) { return .shapes }
    if case .imported(let id) = thing { return relation(of: recorded, to: id) }
    switch recorded.event {
    case .personRegistered:
      return thing == .person(PersonID(seq: seq)) ? .shapes : nil
    case .activityAdded(let details), .activityChanged(let details):
      return thing == .activity(details.code) ? .shapes : nil
    case .activityEnded(let code, _):
      return thing == .activity(code) ? .shapes : nil
    case .shiftPlanned(let activity, _):
      if thing == .shift(ShiftID(seq: seq)) { return .shapes }
      return mention(thing == .activity(activity), carrier: seq)
    case .shiftChanged(let shift, _), .shiftCancelled(let shift, _):
      return thing == .shift(shift) ? .shapes : mention(of: shift.seq)
    case .signupMade(let shift, let person, _):
      if thing == .signup(SignupID(seq: seq)) { return .shapes }
      return mention(
        thing == .shift(shift) || thing == .person(person) || carriers.contains(shift.seq),
        carrier: seq)
    case .signupWithdrawn(let signup), .signupPromoted(let signup):
      return thing == .signup(signup) ? .shapes : mention(of: signup.seq)
    case .hoursLogged(let content), .lateLogged(let content):
      if thing == .entry(EntryID(seq: seq)) { return .shapes }
      return mention(isNamed(in: content), carrier: seq)
    case .hoursCorrected(let entry, let content, _), .lateCorrected(let entry, let content, _):
      if thing == .entry(entry) { return .shapes }
      return mention(isNamed(in: content) || carriers.contains(entry.seq), carrier: entry.seq)
    case .hoursApproved(let entry), .hoursUnapproved(let entry):
      return thing == .entry(entry) ? .shapes : mention(of: entry.seq)
    case .centreAdded: return thing == .centre(CentreID(seq: seq)) ? .shapes : nil
    case .centreChanged(let id, _): return thing == .centre(id) ? .shapes : nil
    case .activityMarked(let code, _): return thing == .activity(code) ? .shapes : nil
    case .hoursMarked(let entry, _), .findingWaived(let entry, _, _):
      return thing == .entry(entry) ? .shapes : mention(of: entry.seq)
    case .participantsAdded(let content):
      if thing == .participants(ParticipantsID(seq: seq)) { return .shapes }
      return mention(thing == .activity(content.activity), carrier: seq)
    case .participantsCorrected(let id, let content, _):
      if thing == .participants(id) { return .shapes }
      return mention(
        thing == .activity(content.activity) || carriers.contains(id.seq), carrier: id.seq)
    case .grantAdded: return thing == .grant(GrantID(seq: seq)) ? .shapes : nil
    case .grantChanged(let id, _): return thing == .grant(id) ? .shapes : nil
    case .grantNoted(let id, let fact): return relation(of: fact, at: seq, to: id)
    case .hoursClaimed(let entry, let grant, _):
      if thing == .claim(ClaimID(seq: seq)) { return .shapes }
      let names = thing == .entry(entry) || thing == .grant(grant)
      return mention(names || carriers.contains(entry.seq), carrier: seq)
    case .claimReleased(let claim, _):
      return thing == .claim(claim) ? .shapes : mention(of: claim.seq)
    case .reportSent(let sent):
      if thing == .sent(SentID(seq: seq)) { return .shapes }
      guard case .grant(let grant) = sent.scope else { return nil }
      return mention(thing == .grant(grant), carrier: seq)
    case .ledgerOpened, .importMade, .yearSet, .yearClosed, .yearApproved, .yearReopened, .undone,
      .redone:
      return nil
    }
  }

  private mutating func relation(of fact: GrantFact, at seq: Int, to grant: GrantID) -> Relation? {
    if thing == .grant(grant) || thing == .amount(AmountID(seq: seq)) { return .shapes }
    return switch fact {
    case .included(let code, _): mention(thing == .activity(code), carrier: seq)
    case .aimed(let goal):
      mention(goal.activity.map { thing == .activity($0) } ?? false, carrier: seq)
    case .moved, .answered, .booked: nil
    }
  }

  private mutating func relation(of recorded: Recorded, to id: ImportID) -> Relation? {
    if recorded.seq == id.seq {
      guard case .importMade = recorded.event else { return nil }
      command = recorded.command
      return .shapes
    }
    return command != nil && recorded.command == command ? .mentions : nil
  }

  private func isNamed(in content: HourEntry) -> Bool {
    switch thing {
    case .person(let person): content.who.person == person
    case .activity(let code): content.activity == code
    case .shift(let shift): content.shift == shift
    case .entry, .signup, .imported, .centre, .participants, .grant, .amount, .claim, .sent, .line:
      false
    }
  }

  private func mention(of carrier: Int) -> Relation? {
    carriers.contains(carrier) ? .mentions : nil
  }

  private mutating func mention(_ isMentioned: Bool, carrier: Int) -> Relation? {
    guard isMentioned else { return nil }
    carriers.insert(carrier)
    return .mentions
  }
}
