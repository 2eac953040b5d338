// Random commands about grants that ask for the same few hours, and about what claims stand on.

import Domain

extension HistoryMaker {
  mutating func aboutGrants() -> Command {
    let state = book.ledger.state
    if state.grants.isEmpty, random.chance(80) { return .addGrant(someDetails()) }
    let approved = state.entries.values.filter { $0.approval != nil }
    if approved.isEmpty, random.chance(60) { return newWork() }
    switch random.below(40) {
    case ..<1: return .addGrant(someDetails())
    case ..<4: return .changeGrant(someGrant(), someDetails())
    case ..<9:
      let id = someGrant()
      return .noteGrant(id, random.chance(60) ? [someFact(id)] : [someFact(id), someFact(id)])
    case ..<11: return newWork()
    case ..<17: return claimingByAWay()
    case ..<20: return claiming()
    case ..<23: return .release([someClaim()], .other)
    case ..<29: return beneathClaim()
    case ..<31:
      let id = claimable()
      let isMarked = state.entries[id]?.marks.isEmpty == false
      return .markHours([id], isMarked ? [] : someMarks([.paid, .paid, .board]))
    case ..<34:
      let code = someCode()
      let isMarked = state.activities[code]?.marks.isEmpty == false
      return .markActivity(code, isMarked ? [] : someMarks([.inKind, .board, .openPlace]))
    case ..<37:
      return .waive([someEntry()], finding: random.pick(["long-day", "double"]), .checked)
    case ..<39: return counting()
    default: return random.chance(60) ? sending() : centre()
    }
  }

  /// Most are open for all work; a few leave something out, or are of a short time.
  private mutating func someDetails() -> GrantDetails {
    let excluded: [WorkMark] = random.chance(50) ? [] : random.pick([[.board], [.inKind, .board]])
    let from = random.pick(["2022-01-01", "2022-01-01", "2023-12-01", "2024-03-04"])
    return details(from, "2024-12-31", excluded: excluded)
  }

  private mutating func someMarks(_ all: [WorkMark]) -> [WorkMark] {
    random.chance(20) ? [] : [random.pick(all)]
  }

  private mutating func someGrant() -> GrantID {
    let grants = book.ledger.state.grants.keys.sorted()
    if grants.isEmpty || random.chance(3) { return grant(anyLine()) }
    return random.pick(Array(grants.suffix(3)))
  }

  private mutating func someClaim() -> ClaimID {
    let claims = book.ledger.state.entryOfClaim.keys.sorted()
    if claims.isEmpty || random.chance(5) { return claim(anyLine()) }
    return random.pick(Array(claims.suffix(6)))
  }

  /// Mostly an entry that is approved.
  private mutating func claimable() -> EntryID {
    let entries = book.ledger.state.entries.values.filter { $0.approval != nil }.map(\.id).sorted()
    if entries.isEmpty || random.chance(10) { return someEntry() }
    return random.pick(Array(entries.suffix(5)))
  }

  private mutating func claiming() -> Command {
    .claim([claimable()], someGrant(), minutes: random.pick([nil, nil, 10, 30, 200, 500]))
  }

  /// Work that is approved at once, and perhaps mended before and claimed after; late, if it must be.
  private mutating func newWork() -> Command {
    let id = entry(book.nextLine)
    let content = work()
    let isLate = book.ledger.state.closings[content.on.year] != nil
    var commands: [Command] = [isLate ? .logLate([content]) : .logHours([content])]
    if random.chance(30), !isLate { commands.append(.correctHours(id, work(), .wrongActivity)) }
    commands.append(.approve([id]))
    if random.chance(40) {
      commands.append(.claim([id], someGrant(), minutes: random.pick([nil, 20])))
    }
    return .all(commands)
  }

  /// A claim that something stood in the way of, which was taken out of it: each is a line that the
  /// claim needs.
  private mutating func claimingByAWay() -> Command {
    let (id, by) = (entry(book.nextLine), grant(book.nextLine + 1))
    let content = hours(somePerson(), 30, someCode())
    let other = newCode()
    var (before, added, way) = (content, details("2022-01-01"), [Command]())
    switch random.below(9) {
    case 0: way = [.markHours([id], [.paid]), .markHours([id], [])]
    case 1:
      added.excluded = [.board]
      way = [.markHours([id], [.board]), .markHours([id], [])]
    case 2:
      added.excluded = [.inKind, .travel]
      way = [.markActivity(content.activity, [.travel]), .markActivity(content.activity, [])]
    case 3:
      way = [GrantStatus.refused, .applied].map {
        .noteGrant(by, [.moved(GrantStep($0, on: today))])
      }
    case 4:
      added.from = added.to
      way = [.changeGrant(by, details("2022-01-01"))]
    case 5:
      way = [other, content.activity].map { .noteGrant(by, [.included($0, kind: nil)]) }
    case 6:
      before.minutes = 20
      way = [.correctHours(id, content, .wrongMinutes)]
    case 7:
      let first = claim(book.nextLine + 3)
      way = [.approve([id]), .claim([id], by, minutes: 10), .release([first], .other)]
    default:
      if random.chance(50) { before.activity = other } else { before.on = Period(yesterday) }
      way = [.correctHours(id, content, .wrongActivity)]
    }
    let isApproved = way.contains { if case .approve = $0 { true } else { false } }
    return .all(
      [.logHours([before]), .addGrant(added)] + way + (isApproved ? [] : [.approve([id])])
        + [.claim([id], by, minutes: nil)])
  }

  private mutating func someFact(_ id: GrantID) -> GrantFact {
    switch random.below(14) {
    case ..<4: return .included(someCode(), kind: random.pick([nil, "Kafé"]))
    case ..<5: return .aimed(GrantGoal(.hours, of: someCode(), target: 60 + random.below(3)))
    case ..<6: return .answered(condition: code("plan"), met: random.chance(50))
    case ..<7: return .booked(GrantAmount(.accounts, .cost, post: "Mat", amount: 5, on: someDay()))
    default:
      let status = book.ledger.state.grants[id]?.status ?? .planned
      let next = status.next.isEmpty || random.chance(20) ? GrantStatus.allCases : status.next
      return .moved(GrantStep(random.pick(next), on: someDay(), amount: 1 + random.below(3)))
    }
  }

  /// What a claim stands on, tried to be taken away, or mended within the limits.
  private mutating func beneathClaim() -> Command {
    let state = book.ledger.state
    let claimed = state.entries.values.filter { !$0.claims.isEmpty }.map(\.id).sorted()
    guard !claimed.isEmpty, let entry = state.entries[random.pick(claimed)] else {
      return newWork()
    }
    var content = entry.content
    switch random.below(10) {
    case ..<1: return .markHours([entry.id], [.paid])
    case ..<2: return .unapprove([entry.id])
    case ..<3: return .takeBack([entry.id], nil)
    case ..<4: return .approve([entry.id])
    case ..<5: content.activity = someCode()
    case ..<6: content.on = Period(someDay())
    default: content.minutes += random.pick([-30, -10, 10, 30])
    }
    let isClosed = state.closings[content.on.year] != nil
    return isClosed
      ? .correctLate(entry.id, content, .typo) : .correctHours(entry.id, content, .typo)
  }

  /// A line that a claim may stand on, of those that may be undone; each kind of line as often.
  mutating func lineBeneathClaim(_ wanted: [Int]) -> Int? {
    let claims = book.ledger.state.entryOfClaim.keys.sorted()
    guard let last = claims.last else { return nil }
    // What was cleared out of its way just before is what a claim needs most.
    let some = random.pick(Array(claims.suffix(5))).seq
    let way = book.ledger.history.transaction(of: some)?.lines ?? 0...0
    let near = wanted.filter { way.contains($0) && $0 > way.lowerBound + 1 && $0 < some }
    if !near.isEmpty, random.chance(70) { return random.pick(near) }
    var kinds: [Int: [Int]] = [:]
    for line in wanted where line < last.seq {
      let kind: Int
      switch book.ledger.history[line]?.event {
      case .grantAdded: kind = 0
      case .grantChanged: kind = 1
      case .grantNoted(_, .included): kind = 2
      case .grantNoted(_, .moved): kind = 3
      case .hoursApproved: kind = 4
      case .activityMarked: kind = 5
      case .hoursMarked: kind = 6
      case .hoursCorrected: kind = 7
      case .claimReleased: kind = 8
      default: continue
      }
      kinds[kind, default: []].append(line)
    }
    guard !kinds.isEmpty else { return nil }
    return random.pick(Array((kinds[random.pick(kinds.keys.sorted())] ?? []).suffix(4)))
  }

  /// Of the undos, one that took the correction of an entry that is claimed now.
  func correctionAway(_ undos: [Recorded]) -> Int? {
    undos.last { undo in
      guard case .undone(let ranges, _) = undo.event else { return false }
      return ranges.lines.contains { line in
        guard case .hoursCorrected(let id, _, _)? = book.ledger.history[line]?.event else {
          return false
        }
        return book.ledger.state.entries[id]?.claims.isEmpty == false
      }
    }?.seq
  }

  private mutating func counting() -> Command {
    let known = book.ledger.state.participants.keys.sorted()
    let content = counted(1 + random.below(3), someCode(), on: someDay().text)
    return known.isEmpty || random.chance(60)
      ? .addParticipants([content]) : .correctParticipants(random.pick(known), content, .typo)
  }

  private mutating func sending() -> Command {
    let scope = random.chance(50) ? SentReport.Scope.grant(someGrant()) : .year(2023)
    let ends = book.ledger.history.transactions.map(\.lines.upperBound)
    let size = random.chance(75) ? random.pick(Array(ends.suffix(3))) : book.nextLine
    return .noteSent(sent(scope, size: size))
  }

  private mutating func centre() -> Command {
    let known = book.ledger.state.centres.keys.sorted()
    let details = CentreDetails(name: random.pick(["Sentralen", "Huset"]))
    return known.isEmpty ? .addCentre(details) : .changeCentre(random.pick(known), details)
  }
}
