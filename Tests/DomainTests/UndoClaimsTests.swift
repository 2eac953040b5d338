import Domain
import Testing

/// What a claim stands on is not taken back beneath it, whichever way one goes about it.
struct UndoClaimsTests {
  private let h8 = entry(firstLine)
  private let g10 = grant(10)
  private let c11 = claim(11)
  private let base: [Command] = [
    .logHours([hours(ola, 60)]), .approve([entry(8)]), .addGrant(details()),
  ]
  private let whole = Command.claim([entry(8)], grant(10), minutes: nil)

  /// What is said when a line is taken back: with `cascade`, it takes `all`.
  private func expect(
    _ commands: [Command], undoing line: Int, finds because: Rejection, at dependent: Int,
    all: any LinePart..., location: SourceLocation = #_sourceLocation
  ) {
    #expect(
      given(commands, when: .undo([line], nil, cascade: false))
        == .rejected(.neededBy([Dependent(seq: dependent, because: because)])),
      sourceLocation: location)
    #expect(
      given(commands, when: .undo([line], nil, cascade: true))
        == .events([.undone(ranges: LineRanges(all.flatMap(\.lines)), reason: nil)]),
      sourceLocation: location)
  }

  @Test func `a claim needs its grant, its approval and its entry`() {
    let claimed = base + [whole]
    expect(claimed, undoing: 10, finds: .unknownGrant(g10), at: 11, all: 10...11)
    expect(claimed, undoing: 9, finds: .notApprovedYet(h8), at: 11, all: 9, 11)
    #expect(
      given(claimed, when: .undo([8], nil, cascade: false))
        == .rejected(
          .neededBy([9, 11].map { Dependent(seq: $0, because: .unknownEntry(h8)) })))
    #expect(
      given(claimed, when: .undo([8], nil, cascade: true))
        == .events([.undone(ranges: ranges(8...9, 11), reason: nil)]))
  }

  @Test func `a claim needs that its activity belongs to the grant`() {
    let included: [Command] = [
      .noteGrant(g10, [.included(tur, kind: nil), .included(kafe, kind: nil)]), whole,
    ]
    expect(
      base + included, undoing: 12, finds: .activityNotOfGrant(kafe, g10), at: 13, all: 12...13)
    // Without any activity a grant takes all of them, so nothing falls.
    let only = base + [.noteGrant(g10, [.included(kafe, kind: nil)]), whole]
    #expect(
      given(only, when: .undo([11], nil, cascade: false))
        == .events([.undone(ranges: ranges(11), reason: nil)]))
  }

  @Test func `a claim needs the change that let the grant take it`() {
    func changed(_ from: GrantDetails, _ to: GrantDetails, _ more: Command...) -> [Command] {
      [
        .logHours([hours(ola, 60)]), .approve([h8]), .addGrant(from), .changeGrant(g10, to),
      ] + more + [.claim([h8], g10, minutes: nil)]
    }
    let spring = details("2024-01-01", "2024-02-29")
    let outside = Rejection.outsideGrant(h8, g10, from: spring.from, to: spring.to)
    expect(changed(spring, details()), undoing: 11, finds: outside, at: 12, all: 11...12)
    let strict = details(excluded: [.board])
    for mark in [Command.markHours([h8], [.board]), .markActivity(kafe, [.board])] {
      expect(
        changed(strict, details(), mark), undoing: 11,
        finds: .excludedWork(h8, .board, g10), at: 13, all: 11, 13)
    }
  }

  @Test func `a claim needs the mark that made way for it`() {
    let strict = [
      Command.logHours([hours(ola, 60)]), .approve([h8]), .addGrant(details(excluded: [.board])),
    ]
    let ofActivity: [Command] = [.markActivity(kafe, [.board]), .markActivity(kafe, []), whole]
    expect(
      strict + ofActivity, undoing: 12, finds: .excludedWork(h8, .board, g10), at: 13, all: 12...13)
    let ofEntry: [Command] = [.markHours([h8], [.board]), .markHours([h8], []), whole]
    expect(
      strict + ofEntry, undoing: 12, finds: .excludedWork(h8, .board, g10), at: 13, all: 12...13)
    let paid: [Command] = [.markHours([h8], [.paid]), .markHours([h8], []), whole]
    expect(strict + paid, undoing: 12, finds: .paidHours(h8), at: 13, all: 12...13)
  }

  @Test func `a mark that is put back is judged by the claims made since`() {
    let paid: [Command] = [.markHours([h8], [.paid]), .undoNewest(nil), whole]
    #expect(
      given(base + paid, when: .redo(12))
        == .rejected(.neededBy([Dependent(seq: 13, because: .paidHours(h8))])))
    let strict = [
      Command.logHours([hours(ola, 60)]), .approve([h8]), .addGrant(details(excluded: [.board])),
      .markActivity(kafe, [.board]), .undoNewest(nil), whole,
    ]
    #expect(
      given(strict, when: .redo(12))
        == .rejected(.neededBy([Dependent(seq: 13, because: .excludedWork(h8, .board, g10))])))
  }

  @Test func `a mark of the activity that the entry was moved to counts as well`() {
    let moved: [Command] = [
      .logHours([hours(ola, 60)]), .correctHours(h8, hours(ola, 60, tur), .wrongActivity),
      .addGrant(details(excluded: [.board])), .approve([h8]),
      .markActivity(tur, [.board]), .markActivity(tur, []), whole,
    ]
    expect(
      moved, undoing: 13, finds: .excludedWork(h8, .board, g10), at: 14, all: 13...14)
  }

  @Test func `a claim needs the step that opened the grant for it`() {
    let steps = [GrantStatus.refused, .applied].map { GrantFact.moved(GrantStep($0, on: today)) }
    expect(
      base + [.noteGrant(g10, steps), whole], undoing: 12, finds: .grantTakesNone(g10, .refused),
      at: 13, all: 12...13)
  }

  @Test func `a step needs the one before it`() {
    let steps = [GrantStatus.applied, .granted, .reported, .settled]
      .map { GrantFact.moved(GrantStep($0, on: today)) }
    let commands = base + [.noteGrant(g10, steps)]
    // Without the letter nothing was reported; the settlement is judged by what is left.
    let falls = [(13, GrantStatus.reported, GrantStatus.applied), (14, .settled, .applied)]
    #expect(
      given(commands, when: .undo([12], nil, cascade: false))
        == .rejected(
          .neededBy(
            falls.map { Dependent(seq: $0.0, because: .wrongStep(g10, from: $0.2, to: $0.1)) })))
    #expect(
      given(commands, when: .undo([11], nil, cascade: false))
        == .events([.undone(ranges: ranges(11), reason: nil)]), "a grant may be given unasked")
  }

  @Test func `a claim needs the minutes that it takes`() {
    let more: [Command] = [
      .correctHours(h8, hours(ola, 90), .wrongMinutes), .approve([h8]),
      .claim([h8], g10, minutes: 90),
    ]
    #expect(
      given(base + more, when: .undo([11], nil, cascade: false))
        == .rejected(
          .neededBy([
            Dependent(seq: 12, because: .alreadyApproved(h8)),
            Dependent(seq: 13, because: .minutesOutOfRange(90, limit: 60)),
          ])))
  }

  @Test func `a claim needs the release of the one before it`() {
    let again: [Command] = [whole, .release([c11], .other), whole]
    expect(
      base + again, undoing: 12, finds: .claimTaken(h8, first: c11, of: g10, left: 0), at: 13,
      all: 12...13)
  }

  @Test func `what was done because a claim was released needs the release`() {
    let released = base + [whole, .release([c11], .other)]
    let beneath = Rejection.claimed(h8, by: c11, of: g10)
    for then in [
      Command.correctHours(h8, hours(ola, 59), .typo), .markHours([h8], [.paid]), .unapprove([h8]),
    ] {
      expect(released + [then], undoing: 12, finds: beneath, at: 13, all: 12...13)
    }
  }

  @Test func `a release needs its claim`() {
    expect(
      base + [whole, .release([c11], .other)], undoing: 11, finds: .unknownClaim(c11), at: 12,
      all: 11...12)
  }

  @Test func `an undo of a correction does not move an entry beneath a claim`() {
    let beneath = Outcome.rejected(.claimed(h8, by: claim(12), of: g10))
    let elsewhere = [hours(ola, 60, tur), hours(ola, 60, on: "2024-03-04")]
    for content in elsewhere {
      let moved: [Command] = [
        .logHours([content]), .correctHours(h8, hours(ola, 60), .typo), .addGrant(details()),
        .approve([h8]), .claim([h8], g10, minutes: nil),
      ]
      for cascade in [false, true] {
        #expect(given(moved, when: .undo([9], nil, cascade: cascade)) == beneath)
      }
      #expect(
        book(moved).refusal(of: .undone(ranges: ranges(9), reason: nil))
          == .claimed(
            h8, by: claim(12), of: g10))
      #expect(
        given(moved, when: .undo([9, 12], nil, cascade: false))
          == .events([.undone(ranges: ranges(9, 12), reason: nil)]), "with the claim it does")
      #expect(
        given(moved + [.release([claim(12)], .other)], when: .undo([9], nil, cascade: false))
          == .events([.undone(ranges: ranges(9), reason: nil)]))
    }
    let person: [Command] = [
      .logHours([hours(liv, 60)]), .correctHours(h8, hours(ola, 60), .typo), .addGrant(details()),
      .approve([h8]), .claim([h8], g10, minutes: nil),
    ]
    #expect(
      given(person, when: .undo([9], nil, cascade: false))
        == .events([.undone(ranges: ranges(9), reason: nil)]), "whose hour it is may be mended")
  }

  @Test func `a redo of a correction does not move an entry beneath a claim, either`() {
    let moved: [Command] = [
      .logHours([hours(ola, 60)]), .correctHours(h8, hours(ola, 60, tur), .typo), .undoNewest(nil),
      .approve([h8]), .addGrant(details()), .claim([h8], grant(12), minutes: nil),
    ]
    let beneath = Rejection.claimed(h8, by: claim(13), of: grant(12))
    #expect(given(moved, when: .redo(10)) == .rejected(beneath))
    #expect(book(moved).refusal(of: .redone(undone: 10)) == beneath)
    #expect(
      given(moved + [.release([claim(13)], .other)], when: .redo(10))
        == .events([.redone(undone: 10)]))
  }

  @Test func `a redo that brings a release back may bring the correction after it back`() {
    let c13 = claim(13)
    let released: [Command] = [
      .logHours([hours(ola, 60)]), .addGrant(details()),
      .correctHours(h8, hours(ola, 60, tur), .typo), .correctHours(h8, hours(ola, 60), .typo),
      .approve([h8]), .claim([h8], grant(9), minutes: nil), .release([c13], .other),
    ]
    #expect(
      given(released, when: .undo([11, 14], nil, cascade: true))
        == .events([.undone(ranges: ranges(11, 14), reason: nil)]))
    let back = released + [.undo([11, 14], nil, cascade: false)]
    #expect(after(back).state.entries[h8]?.content.activity == tur)
    #expect(given(back, when: .redo(15)) == .events([.redone(undone: 15)]))
  }

  @Test func `undo and redo of a claim are there and back again`() {
    let claimed = base + [whole]
    #expect(after(claimed + [.undoNewest(nil)]).state == after(base).state)
    #expect(after(claimed + [.undoNewest(nil), .redoNewest]).state == after(claimed).state)
    // Meanwhile somebody else has claimed it.
    let other =
      claimed + [.undoNewest(nil), .addGrant(details()), .claim([h8], grant(13), minutes: 1)]
    #expect(
      given(other, when: .redo(12))
        == .rejected(
          .neededBy([
            Dependent(seq: 14, because: .claimTaken(h8, first: c11, of: g10, left: 0))
          ])))
  }
}
