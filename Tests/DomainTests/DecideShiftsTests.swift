import Domain
import Testing

struct DecideShiftsTests {
  private let s8 = shift(firstLine)
  private let plan1 = Command.planShift(kafe, evening(1))

  private func made(_ person: PersonID, waiting: Bool) -> Event {
    .signupMade(shift: s8, person: person, waiting: waiting)
  }

  @Test func `places go in the order given, then the waiting list`() {
    #expect(
      given([.planShift(kafe, evening(2))], when: .signUp([ola, liv, per], s8))
        == .events([
          made(ola, waiting: false), made(liv, waiting: false), made(per, waiting: true),
        ]))
  }

  @Test func `who waits longest gets the place that is freed, in the same transaction`() {
    let signed = [plan1, .signUp([ola, liv, per], s8)]
    #expect(
      given(signed, when: .withdraw([ola], s8))
        == .events([.signupWithdrawn(signup(9)), .signupPromoted(signup(10))]))
    #expect(
      given(signed, when: .withdraw([liv], s8)) == .events([.signupWithdrawn(signup(10))]))
    #expect(
      given(signed, when: .withdraw([ola, liv], s8))
        == .events([
          .signupWithdrawn(signup(9)), .signupWithdrawn(signup(10)), .signupPromoted(signup(11)),
        ]))
  }

  @Test func `more places promote as many as there are`() {
    let signed = [plan1, .signUp([ola, liv, per], s8)]
    for places in [3, nil] {
      #expect(
        given(signed, when: .changeShift(s8, evening(places)))
          == .events([
            .shiftChanged(shift: s8, plan: evening(places)), .signupPromoted(signup(10)),
            .signupPromoted(signup(11)),
          ]))
    }
  }

  @Test func `who withdraws and comes again stands last`() {
    let again = [
      plan1, .signUp([ola, liv, per], s8), .withdraw([liv], s8), .signUp([liv], s8),
    ]
    #expect(
      given(again, when: .withdraw([ola], s8))
        == .events([.signupWithdrawn(signup(9)), .signupPromoted(signup(11))]))
  }

  @Test func `a cancelled plan never touches recorded hours`() {
    let ledger = after([
      plan1, .signUp([ola], s8), .logHours([hours(ola, 120, shift: s8)]),
      .cancelShift(s8, .illness),
    ])
    #expect(ledger.state.entries[entry(10)]?.content.minutes == 120)
    #expect(ledger.state.shifts[s8]?.cancelled == .illness)
  }

  @Test func `a plan never becomes hours by itself`() {
    #expect(after([plan1, .signUp([ola], s8)]).state.entries.isEmpty)
  }
}
