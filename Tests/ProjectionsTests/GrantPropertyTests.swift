import Domain
import Projections
import Testing

/// Fewer than elsewhere: each log is judged line by line, and read again for each change.
private let someSeeds = seeds.prefix(20)

@Suite struct GrantPropertyTests {
  private func allFigures(_ state: State) -> [GrantFigures] {
    state.grants.keys.sorted().compactMap { GrantFigures(of: $0, in: state) }
  }

  @Test func `the random logs hold what is asked about`() {
    let states = someSeeds.map { Ledger(randomGrants(seed: $0, admitted: true)).state }
    let figures = states.flatMap(allFigures)
    #expect(figures.count { $0.totals.minutes > 0 } > 20)
    #expect(figures.contains { $0.unapproved.minutes > 0 })
    #expect(figures.contains { !$0.counts.isEmpty } && figures.contains { !$0.posts.isEmpty })
    #expect(
      figures.contains { $0.totals.minutes > 0 && !$0.activities.contains(where: \.isIncluded) })
    #expect(states.contains { !$0.closings.isEmpty })
  }

  @Test(arguments: someSeeds)
  func `in an admitted log claims never exceed entries, and no rule is found broken`(seed: UInt64) {
    let state = Ledger(randomGrants(seed: seed, admitted: true)).state
    let figures = allFigures(state)
    for entry in state.entries.values {
      let parts = figures.flatMap { $0.entries.filter { $0.id == entry.id }.map(\.minutes) }
      #expect(parts.reduce(0, +) == entry.claimedMinutes, "seed \(seed), \(entry.id.text)")
      #expect(entry.claimedMinutes <= entry.content.minutes, "seed \(seed), \(entry.id.text)")
    }
    for figures in figures {
      let review = GrantReview(figures, in: state, today: day("2026-01-10"))
      for procedure in [GrantCheck.Procedure.sum, .claims] {
        #expect(review[procedure]?.finding == .clean, "seed \(seed), \(figures.id.text)")
      }
    }
  }

  @Test(arguments: someSeeds, [true, false])
  func `what is explained adds up, for every figure`(seed: UInt64, admitted: Bool) throws {
    let state = Ledger(randomGrants(seed: seed, admitted: admitted)).state
    for figures in allFigures(state) {
      for address in figures.addresses {
        let explanation = try #require(figures.explain(address), "\(address.text)")
        #expect(explanation.addsUp, "seed \(seed), \(address.text)")
        #expect(explanation.value == figures.value(at: address))
        #expect(GrantAddress(address.text) == address)
      }
      #expect(figures.activities.reduce(0) { $0 + $1.figures.minutes } == figures.totals.minutes)
      #expect(figures.kinds.reduce(0) { $0 + $1.figures.minutes } == figures.totals.minutes)
      #expect(figures.years.reduce(0) { $0 + $1.minutes } == figures.totals.minutes)
      #expect(figures.parts.reduce(0) { $0 + $1.minutes } == figures.totals.minutes)
      let participants = figures.participants.reduce(0) { $0 + $1.count }
      #expect(
        participants == figures.participants(.attendances) + figures.participants(.different))
    }
  }

  /// Computed from lines alone: what is claimed where, by reading the log and not the state.
  @Test(arguments: someSeeds)
  func `the leaves are those of the standing lines`(seed: UInt64) {
    let log = randomGrants(seed: seed, admitted: true)
    let standing = Standing(log)
    var claims: [ClaimID: (entry: EntryID, grant: GrantID, minutes: Int)] = [:]
    var approvals: [EntryID: Int] = [:]
    for recorded in log where standing.stands(recorded.seq) {
      switch recorded.event {
      case .hoursClaimed(let entry, let grant, let minutes):
        claims[ClaimID(seq: recorded.seq)] = (entry, grant, minutes)
      case .claimReleased(let claim, _): claims[claim] = nil
      case .hoursApproved(let entry): approvals[entry] = recorded.seq
      case .hoursUnapproved(let entry), .hoursCorrected(let entry, _, _),
        .lateCorrected(let entry, _, _):
        approvals[entry] = nil
      default: break
      }
    }
    let grants = log.filter {
      if case .grantAdded = $0.event { standing.stands($0.seq) } else { false }
    }.map { GrantID(seq: $0.seq) }
    let expected = grants.map { grant in
      let entries = Set(claims.values.filter { $0.grant == grant }.map(\.entry)).sorted()
      return entries.map { entry in
        let minutes = claims.values.filter { $0.grant == grant && $0.entry == entry }
          .reduce(0) { $0 + $1.minutes }
        return "\(entry.text) \(minutes) \(standing.contentLine(of: entry) ?? 0) "
          + "\(approvals[entry] ?? 0)"
      }
    }
    let leaves = GrantLeaves.all(in: Ledger(log).state)
    #expect(leaves.map(\.grant) == grants && leaves.map(\.entries) == expected, "seed \(seed)")
  }

  @Test(arguments: someSeeds, [true, false])
  func `changes since a report add up to the difference, and every difference is told`(
    seed: UInt64, admitted: Bool
  ) {
    let log = randomGrants(seed: seed, admitted: admitted)
    let now = Ledger(log).state
    for size in [log.count / 3, log.count * 2 / 3, log.count] {
      let then = Ledger(log.prefix(size)).state
      let grants = Set(then.grants.keys).union(now.grants.keys).sorted()
      for scope in grants.map(SentReport.Scope.grant) + [.year(2023), .year(2024)] {
        let sent = SentReport(
          scope, to: "F", on: day("2024-03-05"), size: size, digest: "d", grants: "g",
          form: .html, file: "f")
        let changes = SentChanges(since: sent, log: log)
        let place: Comment = "seed \(seed), \(scope), of \(size) lines"
        let base = Ledger(log.prefix(changes.lines)).state
        #expect(changes.was == minutes(scope, base) && changes.isNow == minutes(scope, now), place)
        #expect(
          changes.entries.reduce(0) { $0 + $1.minutes } == changes.isNow - changes.was, place)
        for change in changes.entries {
          #expect(change.was != change.isNow && change.steps.first?.was == change.was, place)
          #expect(change.steps.last?.isNow == change.isNow, place)
          for (step, next) in zip(change.steps, change.steps.dropFirst()) {
            #expect(step.isNow == next.was && step.recorded.seq < next.recorded.seq, place)
          }
          #expect(change.steps.allSatisfy { $0.recorded.seq > changes.lines }, place)
        }
        if !changes.figures.isEmpty {
          #expect(!changes.entries.isEmpty || !changes.others.isEmpty, place)
        }
        if case .grant(let grant) = scope {
          let texts = [base, now].map { state in
            GrantFigures(of: grant, in: state).flatMap { GrantFigureSet.text(of: $0) }
          }
          if changes.isEmpty { #expect(texts[0] == texts[1], place) }
        }
        if changes.lines == log.count { #expect(changes.isEmpty, place) }
      }
    }
  }

  private func minutes(_ scope: SentReport.Scope, _ state: State) -> Int {
    switch scope {
    case .year(let year):
      state.entries.values.filter { $0.content.on.year == year }
        .reduce(0) { $0 + $1.content.minutes }
    case .grant(let grant): GrantFigures(of: grant, in: state)?.totals.minutes ?? 0
    }
  }

  @Test(arguments: someSeeds)
  func `the figures of a report are found again from its log position`(seed: UInt64) {
    let log = randomGrants(seed: seed, admitted: true)
    let size = log.count / 2
    let then = allFigures(Ledger(log.prefix(size)).state)
    let again = allFigures(Ledger(Array(log)[..<size]).state)
    #expect(then.map { GrantFigureSet.text(of: $0) } == again.map { GrantFigureSet.text(of: $0) })
  }
}
