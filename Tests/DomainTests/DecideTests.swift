import Domain
import Testing

struct DecideTests {
  @Test func `a command that comes to nothing is refused, for a decision is never empty`() {
    let nothing: [Command] = [
      .registerPersons([]), .logHours([]), .approve([]), .unapprove([]), .all([]),
      .signUp([], shift(8)), .withdraw([], shift(8)), .all([.all([]), .logHours([])]),
    ]
    for command in nothing {
      #expect(given([.planShift(kafe, evening(1))], when: command) == .rejected(.nothingChanged))
    }
  }

  @Test func `several commands are one transaction, each decided after the one before`() {
    let kurs = code("kurs")
    let ledger = after([
      .all([
        .addActivity(activity(kurs, "Kurs")), .planShift(kurs, evening(1)),
        .signUp([ola, liv], shift(9)),
        .withdraw([ola], shift(9)), .logHours([hours(liv, 120, kurs, shift: shift(9))]),
        .approve([entry(14)]),
      ])
    ])
    #expect(ledger.history.transactions.last?.lines == 8...15)
    #expect(ledger.state.shifts[shift(9)]?.signup(of: liv)?.status == .placed)
    #expect(ledger.state.entries[entry(14)]?.approval?.seq == 15)
  }

  @Test func `one part that is refused refuses the whole`() {
    #expect(
      given(when: .all([.logHours([hours(ola, 60)]), .approve([entry(9)])]))
        == .rejected(.unknownEntry(entry(9))))
  }

  @Test func `an undo is a transaction of its own`() {
    let parts: [Command] = [
      .undo([7], nil, cascade: false), .undoNewest(nil), .redo(8), .redoNewest,
    ]
    for part in parts {
      #expect(
        given(when: .all([.registerPersons([PersonRegistered(role: .volunteer)]), part]))
          == .rejected(.undoAndOthersTogether(line: 9)))
    }
  }

  @Test func `every event gets the envelope of its command, counted down`() {
    let stamp = Stamp(at: noon, by: kari, command: commandID("abc"))
    let decision = Decision(events: [.hoursApproved(entry(1)), .hoursApproved(entry(2))])
    let lines = decision.recorded(after: 40, stamp)
    #expect(lines.map(\.seq) == [41, 42])
    #expect(lines.map(\.left) == [1, 0])
    #expect(lines.allSatisfy { $0.at == noon && $0.by == kari && $0.command == stamp.command })
  }

  @Test func `the settings of a year are its own, else the nearest earlier ones`() {
    let state = after([
      .setYear(YearSettings(year: 2020, divisor: 1_700, rate: 300)),
      .setYear(YearSettings(year: 2022, divisor: 1_800)),
    ]).state
    #expect(state.settings(of: 2019) == YearSettings(year: 2019, divisor: 1_650))
    #expect(state.settings(of: 2021) == YearSettings(year: 2021, divisor: 1_700, rate: 300))
    #expect(state.settings(of: 2022) == YearSettings(year: 2022, divisor: 1_800))
    #expect(state.settings(of: 2999) == YearSettings(year: 2999, divisor: 1_800))
  }
}
