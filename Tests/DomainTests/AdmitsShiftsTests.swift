import Domain
import Testing

struct AdmitsShiftsTests {
  private let plan1 = Command.planShift(kafe, evening(1))
  private let s8 = shift(firstLine)

  @Test func `a shift is of an activity that has not ended, and has a place at least`() {
    let kurs = code("kurs")
    #expect(given(when: .planShift(kurs, evening(1))) == .rejected(.unknownActivity(kurs)))
    #expect(given(when: .planShift(kafe, evening(0))) == .rejected(.placesOutOfRange(0)))
    #expect(given(when: .planShift(kafe, evening(-5))) == .rejected(.placesOutOfRange(-5)))
    #expect(
      given([.endActivity(kafe, on: yesterday)], when: plan1)
        == .rejected(.activityEnded(kafe, on: yesterday)))
    let next = evening(nil, on: day("2025-01-01"))
    #expect(
      given(when: .planShift(kafe, next)) == .events([.shiftPlanned(activity: kafe, plan: next)]))
  }

  @Test func `a changed shift keeps its people, its activity and its days`() {
    let both = [plan1, .changeShift(s8, evening(2)), .signUp([ola, liv], s8)]
    #expect(given([plan1], when: .changeShift(s8, evening(1))) == .rejected(.nothingChanged))
    #expect(given(when: .changeShift(s8, evening(1))) == .rejected(.unknownShift(s8)))
    #expect(
      given(both, when: .changeShift(s8, evening(1))) == .rejected(.placesBelowTaken(s8, taken: 2)))
    #expect(given(both, when: .changeShift(s8, evening(0))) == .rejected(.placesOutOfRange(0)))
    let moved = evening(2, on: day("2024-03-20"))
    #expect(
      given(both + [.endActivity(kafe, on: day("2024-03-10"))], when: .changeShift(s8, moved))
        == .rejected(.activityEnded(kafe, on: day("2024-03-10"))))
  }

  @Test func `a cancelled shift takes nothing more`() {
    let cancelled = [plan1, .signUp([ola], s8), .cancelShift(s8, .fewSignups)]
    #expect(given(cancelled, when: .signUp([liv], s8)) == .rejected(.shiftCancelled(s8)))
    #expect(given(cancelled, when: .withdraw([ola], s8)) == .rejected(.shiftCancelled(s8)))
    #expect(given(cancelled, when: .changeShift(s8, evening(3))) == .rejected(.shiftCancelled(s8)))
    #expect(given(cancelled, when: .cancelShift(s8, .illness)) == .rejected(.shiftCancelled(s8)))
    let book = book(cancelled)
    #expect(book.refusal(of: .signupWithdrawn(signup(9))) == .shiftCancelled(s8))
    #expect(book.refusal(of: .signupPromoted(signup(9))) == .shiftCancelled(s8))
  }

  @Test func `a person signs up once for a shift`() {
    let signed = [plan1, .signUp([ola], s8)]
    #expect(given(signed, when: .signUp([ola], s8)) == .rejected(.alreadySignedUp(ola, s8)))
    #expect(given([plan1], when: .signUp([ola, ola], s8)) == .rejected(.alreadySignedUp(ola, s8)))
    #expect(given([plan1], when: .signUp([stranger], s8)) == .rejected(.unknownPerson(stranger)))
    #expect(given(when: .signUp([ola], s8)) == .rejected(.unknownShift(s8)))
    #expect(
      given(signed + [.withdraw([ola], s8)], when: .signUp([ola], s8))
        == .events([.signupMade(shift: s8, person: ola, waiting: false)]))
  }

  @Test func `one waits exactly when no place is free`() {
    let free = book([plan1])
    #expect(
      free.refusal(of: .signupMade(shift: s8, person: ola, waiting: true)) == .waitingThoughFree(s8)
    )
    let full = book([plan1, .signUp([ola], s8)])
    #expect(full.refusal(of: .signupMade(shift: s8, person: liv, waiting: false)) == .shiftFull(s8))
    let unlimited = book([.planShift(kafe, evening(nil)), .signUp([ola, liv, per], s8)])
    #expect(unlimited.ledger.state.shifts[s8]?.placesTaken == 3)
  }

  @Test func `who is promoted waits, is the next in line, and gets a free place`() {
    var book = book([plan1, .signUp([ola, liv, per], s8)])
    #expect(book.refusal(of: .signupPromoted(signup(10))) == .shiftFull(s8))
    #expect(book.refusal(of: .signupPromoted(signup(9))) == .notWaiting(signup(9)))
    #expect(book.refusal(of: .signupPromoted(signup(12))) == .unknownSignup(signup(12)))
    // A place comes free, and the transaction goes on.
    book.force([.signupWithdrawn(signup(9))])
    #expect(
      book.refusal(of: .signupPromoted(signup(11)))
        == .notNextInLine(signup(11), next: signup(10)))
    #expect(book.refusal(of: .signupPromoted(signup(10))) == nil)
    #expect(book.refusal(of: .signupPromoted(signup(9))) == .signupWithdrawn(signup(9)))
  }

  @Test func `nobody takes the free place of somebody who waits`() {
    var book = book([plan1, .signUp([ola, liv], s8)])
    book.force([.signupWithdrawn(signup(9))])
    #expect(
      book.refusal(of: .signupMade(shift: s8, person: per, waiting: false))
        == .placeLeftEmpty(s8, waiting: signup(10)))
  }

  @Test func `a transaction that leaves a place empty while somebody waits is unsettled`() {
    var book = book([plan1, .signUp([ola, liv], s8)])
    book.force([.signupWithdrawn(signup(9))])
    #expect(book.ledger.unsettled(since: 11) == .placeLeftEmpty(s8, waiting: signup(10)))
    book.force([.signupPromoted(signup(10))])
    #expect(book.ledger.unsettled(since: 11) == nil)
  }

  @Test func `somebody who withdrew does not withdraw again`() {
    let withdrawn = [plan1, .signUp([ola], s8), .withdraw([ola], s8)]
    #expect(given(withdrawn, when: .withdraw([ola], s8)) == .rejected(.notSignedUp(ola, s8)))
    #expect(
      book(withdrawn).refusal(of: .signupWithdrawn(signup(9))) == .signupWithdrawn(signup(9)))
  }
}
