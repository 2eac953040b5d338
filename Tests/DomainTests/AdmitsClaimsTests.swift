import Domain
import Testing

/// One hour, one claim.
struct AdmitsClaimsTests {
  private let h8 = entry(firstLine)
  private let g10 = grant(10)
  /// An hour that is approved, and a grant of the year: lines 8 to 10.
  private let base: [Command] = [
    .logHours([hours(ola, 60)]), .approve([entry(8)]), .addGrant(details()),
  ]
  /// Line 11.
  private let whole = Command.claim([entry(8)], grant(10), minutes: nil)
  private func ask(_ minutes: Int?, after commands: [Command] = []) -> Outcome {
    given(base + commands, when: .claim([h8], g10, minutes: minutes))
  }
  private func claimed(_ minutes: Int) -> Outcome {
    .events([.hoursClaimed(h8, grant: g10, minutes: minutes)])
  }
  private let beneath = Rejection.claimed(entry(8), by: claim(11), of: grant(10))

  @Test func `an approved hour is claimed, in whole or in part`() {
    #expect(ask(nil) == claimed(60))
    #expect(ask(60) == claimed(60))
    #expect(ask(1) == claimed(1))
    let state = after(base + [whole]).state
    let claims = state.entries[h8]?.claims
    #expect(claims?.map(\.id) == [claim(11)] && claims?.map(\.grant) == [g10])
    #expect(claims?.map(\.minutes) == [60])
    #expect(state.entryOfClaim == [claim(11): h8])
  }

  @Test func `entry and grant exist`() {
    #expect(
      given(base, when: .claim([entry(9)], g10, minutes: nil)) == .rejected(.unknownEntry(entry(9)))
    )
    #expect(
      given(base, when: .claim([h8], grant(8), minutes: nil)) == .rejected(.unknownGrant(grant(8))))
  }

  @Test(arguments: [0, -1, Int.min, 61, Int.max])
  func `at least a minute is claimed, and no more than there are`(minutes: Int) {
    #expect(ask(minutes) == .rejected(.minutesOutOfRange(minutes, limit: 60)))
  }

  @Test func `a second claim over what is left is refused, and names the first`() {
    func taken(_ left: Int) -> Outcome {
      .rejected(.claimTaken(h8, first: claim(11), of: g10, left: left))
    }
    #expect(ask(nil, after: [whole]) == taken(0))
    #expect(ask(1, after: [whole]) == taken(0))
    let part = Command.claim([h8], g10, minutes: 40)
    #expect(ask(21, after: [part]) == taken(20))
    #expect(ask(20, after: [part]) == claimed(20))
    #expect(ask(nil, after: [part]) == claimed(20), "what is left")
    #expect(ask(1, after: [part, .claim([h8], g10, minutes: 20)]) == taken(0))
    #expect(
      given(base, when: .claim([h8, h8], g10, minutes: nil)) == taken(0), "nor in one command")
    // Another grant has no more right to it: the first claim is the one that is named.
    #expect(
      given(base + [.addGrant(details()), part], when: .claim([h8], grant(11), minutes: 30))
        == .rejected(.claimTaken(h8, first: claim(12), of: g10, left: 20)))
  }

  @Test func `one hour is shared between grants`() {
    let shared = after(
      base + [
        .addGrant(details()), .claim([h8], g10, minutes: 40), .claim([h8], grant(11), minutes: nil),
      ])
    #expect(shared.state.entries[h8]?.claims.map(\.grant) == [g10, grant(11)])
    #expect(shared.state.entries[h8]?.claims.map(\.minutes) == [40, 20])
    #expect(shared.state.entries[h8]?.claimedMinutes == 60)
  }

  @Test func `what is released is claimed again`() {
    let release = Command.release([claim(11)], .other)
    #expect(
      given(base + [whole], when: release)
        == .events([.claimReleased(claim(11), reason: .other)]))
    #expect(ask(60, after: [whole, release]) == claimed(60))
    let state = after(base + [whole, release]).state
    #expect(state.entries[h8]?.claims == [] && state.entryOfClaim == [:])
    let unknown = Outcome.rejected(.unknownClaim(claim(11)))
    #expect(given(base + [whole, release], when: release) == unknown, "once")
    #expect(given(base, when: release) == unknown)
    #expect(
      given(base + [whole], when: .release([claim(8)], .other))
        == .rejected(.unknownClaim(claim(8))), "an entry is no claim")
  }

  @Test func `an hour that is not approved, or no longer, is not claimed`() {
    #expect(ask(nil, after: [.unapprove([h8])]) == .rejected(.notApprovedYet(h8)))
    let correct = Command.correctHours(h8, hours(ola, 50), .wrongMinutes)
    #expect(ask(nil, after: [correct]) == .rejected(.notApprovedYet(h8)))
    #expect(ask(nil, after: [correct, .approve([h8])]) == claimed(50))
  }

  @Test func `paid hours are nobody's own contribution`() {
    #expect(ask(nil, after: [.markHours([h8], [.paid])]) == .rejected(.paidHours(h8)))
    let mended: [Command] = [.markHours([h8], [.paid]), .markHours([h8], [])]
    #expect(ask(nil, after: mended) == claimed(60))
    let paid = Command.markHours([h8], [.paid])
    #expect(given(base + [whole], when: paid) == .rejected(beneath), "nor are claimed ones paid")
    #expect(
      given(base + [whole, .release([claim(11)], .other)], when: paid)
        == .events([.hoursMarked(h8, [.paid])]))
  }

  @Test func `work that the grant leaves out is not claimed, by its own mark or its activity's`() {
    let strict = Command.changeGrant(g10, details(excluded: [.publicTask, .board]))
    for mark in WorkMark.excludable {
      let isOut = mark == .publicTask || mark == .board
      let outcome = isOut ? Outcome.rejected(.excludedWork(h8, mark, g10)) : claimed(60)
      #expect(ask(nil, after: [strict, .markHours([h8], [mark])]) == outcome)
      #expect(ask(nil, after: [strict, .markActivity(kafe, [mark])]) == outcome)
      #expect(ask(nil, after: [.markHours([h8], [mark])]) == claimed(60), "another grant counts it")
      #expect(ask(nil, after: [strict, .markActivity(tur, [mark])]) == claimed(60))
    }
  }

  @Test func `an hour is of the days of the grant, from end to end`() {
    func ask(_ on: String) -> Outcome {
      let spring = details("2024-02-01", "2024-03-04")
      return given(
        [.logHours([hours(ola, 60, on: on)]), .approve([h8]), .addGrant(spring)],
        when: .claim([h8], g10, minutes: nil))
    }
    for on in ["2024-02-01", "2024-03-04", "2024-02", "2024-02-01..2024-03-04"] {
      #expect(ask(on) == claimed(60), "\(on)")
    }
    for on in ["2024-01-31", "2024-03-05", "2024-01", "2023", "2024-01-31..2024-02-01"] {
      let outside = Rejection.outsideGrant(
        h8, g10, from: day("2024-02-01"), to: day("2024-03-04"))
      #expect(ask(on) == .rejected(outside), "\(on)")
    }
  }

  @Test func `an hour is of an activity of the grant`() {
    let turOnly = Command.noteGrant(g10, [.included(tur, kind: nil)])
    #expect(ask(nil, after: [turOnly]) == .rejected(.activityNotOfGrant(kafe, g10)))
    let both = [turOnly, .noteGrant(g10, [.included(kafe, kind: nil)])]
    #expect(ask(nil, after: both) == claimed(60))
  }

  @Test(arguments: GrantStatus.allCases)
  func `a grant that is refused or settled takes no claims`(status: GrantStatus) {
    let ways: [GrantStatus: [GrantStatus]] = [
      .planned: [], .applied: [.applied], .granted: [.granted], .refused: [.refused],
      .reported: [.granted, .reported], .settled: [.granted, .reported, .settled],
    ]
    let way = (ways[status] ?? []).map { GrantFact.moved(GrantStep($0, on: today)) }
    let outcome =
      status == .refused || status == .settled
      ? Outcome.rejected(.grantTakesNone(g10, status)) : claimed(60)
    #expect(ask(nil, after: way.isEmpty ? [] : [.noteGrant(g10, way)]) == outcome)
  }

  @Test func `a claimed entry stays in its activity and period and keeps the claimed minutes`() {
    let part = base + [.claim([h8], g10, minutes: 40)]
    func correct(_ content: HourEntry) -> Outcome {
      given(part, when: .correctHours(h8, content, .typo))
    }
    func corrected(_ content: HourEntry) -> Outcome {
      .events([.hoursCorrected(entry: h8, content: content, reason: .typo)])
    }
    #expect(correct(hours(ola, 60, tur)) == .rejected(beneath))
    #expect(correct(hours(ola, 60, on: "2024-03-04")) == .rejected(beneath))
    #expect(correct(hours(ola, 60, on: "2024-02")) == .rejected(beneath))
    #expect(correct(hours(ola, 39)) == .rejected(beneath))
    #expect(correct(hours(ola, 40)) == corrected(hours(ola, 40)))
    #expect(correct(hours(liv, 90)) == corrected(hours(liv, 90)))
    let free = part + [.release([claim(11)], .other)]
    #expect(
      given(free, when: .correctHours(h8, hours(ola, 39, tur), .typo))
        == corrected(hours(ola, 39, tur)), "released, it moves")
  }

  @Test func `a correction within the limits needs approval again, and the claim stays`() {
    let commands = base + [whole, .correctHours(h8, hours(ola, 90), .typo)]
    let entry = after(commands).state.entries[h8]
    #expect(entry?.approval == nil && entry?.claimedMinutes == 60)
    #expect(given(commands, when: .approve([h8])) == .events([.hoursApproved(h8)]))
    #expect(
      given(commands, when: .claim([h8], g10, minutes: 30)) == .rejected(.notApprovedYet(h8)))
  }

  @Test func `the approval of a claimed hour is not revoked`() {
    #expect(given(base + [whole], when: .unapprove([h8])) == .rejected(beneath))
    let free = base + [whole, .release([claim(11)], .other)]
    #expect(given(free, when: .unapprove([h8])) == .events([.hoursUnapproved(h8)]))
  }

  @Test func `a list that no longer has a claimed row does not take it back`() {
    let gone = Command.all([.noteImport(imported()), .takeBack([h8], nil)])
    #expect(given(base + [whole], when: gone) == .rejected(beneath))
    #expect(
      given(base, when: .all([whole, .takeBack([h8], nil)])) == .rejected(beneath), "nor at once")
    let free = base + [whole, .release([claim(11)], .other)]
    #expect(
      given(free, when: gone)
        == .events([
          .importMade(imported()), .undone(ranges: ranges(8...9, 11...12), reason: nil),
        ]), "with its claims that were released")
  }

  @Test func `hours of a closed year, and late ones, are claimed, marked and stood by`() {
    let years: [Command] = [
      .logHours([lastYear(ola, 60)]), .approve([h8]),
      .addGrant(details("2023-01-01", "2023-12-31")),
      .closeYear(closing()), .logLate([lastYear(liv, 30)]), .approve([entry(12)]),
    ]
    #expect(
      given(years, when: .claim([h8, entry(12)], g10, minutes: nil))
        == .events([
          .hoursClaimed(h8, grant: g10, minutes: 60),
          .hoursClaimed(entry(12), grant: g10, minutes: 30),
        ]))
    let late = years + [.claim([entry(12)], g10, minutes: nil)]
    let beneath = Rejection.claimed(entry(12), by: claim(14), of: g10)
    #expect(
      given(late, when: .correctLate(entry(12), lastYear(liv, 29), .typo)) == .rejected(beneath))
    #expect(
      given(late, when: .correctLate(entry(12), lastYear(liv, 30, on: "2023-11-02"), .typo))
        == .rejected(beneath))
    #expect(
      given(years, when: .markHours([h8], [.board])) == .events([.hoursMarked(h8, [.board])]))
    #expect(
      given(years, when: .waive([h8], finding: "long-day", .checked))
        == .events([.findingWaived(h8, finding: "long-day", reason: .checked)]))
    let report = sent(.year(2023), size: 13)
    #expect(given(years, when: .noteSent(report)) == .events([.reportSent(report)]))
  }
}
