import Domain
import Testing

struct AdmitsHoursTests {
  private func log(_ content: HourEntry, after commands: [Command] = []) -> Outcome {
    given(commands, when: .logHours([content]))
  }

  private func logged(_ content: HourEntry) -> Outcome { .events([.hoursLogged(content)]) }

  @Test func `hours are of a known person in a known activity`() {
    #expect(log(hours(ola, 90)) == logged(hours(ola, 90)))
    #expect(log(hours(stranger, 90)) == .rejected(.unknownPerson(stranger)))
    let kurs = code("kurs")
    #expect(log(hours(ola, 90, kurs)) == .rejected(.unknownActivity(kurs)))
  }

  @Test func `hours are not of tomorrow, as Oslo counts days`() {
    #expect(
      log(hours(ola, 60, on: "2024-03-06"))
        == .rejected(.futureDay(day("2024-03-06"), today: today)))
    #expect(
      log(hours(ola, 60, on: "2024-03")) == .rejected(.futureDay(day("2024-03-31"), today: today)))
    var late = Book.opened()
    late.moment = instant("2024-03-05T23:30:00Z")
    #expect(late.refusal(of: .hoursLogged(hours(ola, 60, on: "2024-03-06"))) == nil)
    late.moment = instant("2024-03-05T22:59:59Z")
    #expect(late.refusal(of: .hoursLogged(hours(ola, 60, on: "2024-03-06"))) != nil)
  }

  @Test func `hours end with the activity`() {
    let end = Command.endActivity(kafe, on: yesterday)
    #expect(log(hours(ola, 60), after: [end]) == .rejected(.activityEnded(kafe, on: yesterday)))
    let last = hours(ola, 60, on: "2024-03-04")
    #expect(log(last, after: [end]) == logged(last))
    let span = hours(ola, 60, on: "2024-03-01..2024-03-05")
    #expect(log(span, after: [end]) == .rejected(.activityEnded(kafe, on: yesterday)))
  }

  @Test(arguments: [
    (unnamed(1, 0), 1_440), (unnamed(1, -1), 1_440), (unnamed(1, 1_441), 1_440),
    (unnamed(3, 4_321), 4_320), (unnamed(2, 2 * 29 * 1_440 + 1, on: "2024-02"), 2 * 29 * 1_440),
    (unnamed(1, Int.max), 1_440), (unnamed(1, Int.min), 1_440),
    (unnamed(1_000_000, Int.max, on: "2023"), 525_600_000_000),
  ])
  func `minutes are at least 1 and at most 24 hours a day and head`(content: HourEntry, limit: Int)
  {
    #expect(log(content) == .rejected(.minutesOutOfRange(content.minutes, limit: limit)))
  }

  @Test func `the most minutes of all are allowed`() {
    let most = unnamed(1_000_000, 1_440 * 365 * 1_000_000, on: "2023")
    #expect(log(most) == logged(most))
  }

  @Test(arguments: [0, -1, Int.min, 1_000_001, LineNumber.limit - 1, Int.max])
  func `a group has 1 to 1 000 000 heads`(heads: Int) {
    #expect(log(unnamed(heads, 60)) == .rejected(.headcountOutOfRange(heads)))
  }

  @Test func `nobody works more than 24 hours a day`() {
    let night = Command.logHours([hours(ola, 1_000)])
    #expect(log(hours(ola, 440), after: [night]) == logged(hours(ola, 440)))
    #expect(
      log(hours(ola, 441, tur), after: [night])
        == .rejected(.dayOver24Hours(ola, today, minutes: 1_441)))
    #expect(log(hours(liv, 1_440), after: [night]) == logged(hours(liv, 1_440)))
    let before = hours(ola, 1_440, on: "2024-03-04")
    #expect(log(before, after: [night]) == logged(before))
    // A period is on no day in particular.
    let span = hours(ola, 4_000, on: "2024-03-01..2024-03-05")
    #expect(log(span, after: [night]) == logged(span))
    #expect(
      given(when: .logHours([hours(ola, 800), hours(ola, 700)]))
        == .rejected(.dayOver24Hours(ola, today, minutes: 1_500)))
  }

  @Test func `a correction does not count what it replaces`() {
    let logged = Command.logHours([hours(ola, 1_000), hours(ola, 400)])
    func correct(_ content: HourEntry) -> Outcome {
      given([logged], when: .correctHours(entry(8), content, .wrongMinutes))
    }
    func corrected(_ content: HourEntry) -> Outcome {
      .events([.hoursCorrected(entry: entry(8), content: content, reason: .wrongMinutes)])
    }
    #expect(correct(hours(ola, 1_040)) == corrected(hours(ola, 1_040)))
    #expect(correct(hours(ola, 1_041)) == .rejected(.dayOver24Hours(ola, today, minutes: 1_441)))
    #expect(correct(hours(liv, 1_440)) == corrected(hours(liv, 1_440)))
    #expect(correct(hours(ola, 1_000)) == .rejected(.nothingChanged))
    #expect(
      given([logged], when: .correctHours(entry(10), hours(ola, 1), .typo))
        == .rejected(.unknownEntry(entry(10))))
  }

  @Test func `start and shift are of a single day`() {
    #expect(
      log(hours(ola, 60, on: "2024-02", start: "10:00")) == .rejected(.startNeedsDay))
    let plan = Command.planShift(kafe, evening(nil))
    #expect(
      log(hours(ola, 60, on: "2024-02", shift: shift(8)), after: [plan])
        == .rejected(.shiftNeedsDay))
    #expect(
      log(hours(ola, 60, shift: shift(9)), after: [plan]) == .rejected(.unknownShift(shift(9))))
    #expect(
      log(hours(ola, 60, tur, shift: shift(8)), after: [plan])
        == .rejected(.shiftOfOtherActivity(shift(8), activity: kafe)))
    let worked = hours(ola, 60, shift: shift(8))
    #expect(log(worked, after: [plan]) == logged(worked))
    #expect(log(worked, after: [plan, .cancelShift(shift(8), .weather)]) == logged(worked))
  }

  @Test func `hours of a shift are recorded when it is over`() {
    func refused(_ plan: ShiftPlan, at moment: String, on day: String) -> Rejection? {
      var book = book([.planShift(kafe, plan)])
      book.moment = instant(moment)
      return book.refusal(of: .hoursLogged(hours(ola, 60, on: day, shift: shift(8))))
    }
    let early = Rejection.shiftNotOver(shift(8), ends: instant("2024-03-05T19:00:00Z"))
    #expect(refused(evening(1), at: "2024-03-05T18:59:59Z", on: "2024-03-05") == early)
    #expect(refused(evening(1), at: "2024-03-05T19:00:00Z", on: "2024-03-05") == nil)
    var night = evening(1)
    night.end = clock("02:00")
    let late = Rejection.shiftNotOver(shift(8), ends: instant("2024-03-06T01:00:00Z"))
    #expect(refused(night, at: "2024-03-06T00:59:59Z", on: "2024-03-05") == late)
    #expect(refused(night, at: "2024-03-06T01:00:00Z", on: "2024-03-05") == nil)
    night.end = night.start
    #expect(night.ends == instant("2024-03-06T17:00:00Z") && night.minutes == 1_440)
  }

  @Test func `a correction and late hours ask whether the shift is over, too`() {
    let next = evening(1, on: day("2024-03-06"))
    let commands = [Command.logHours([hours(ola, 60)]), .planShift(kafe, next)]
    let early = Rejection.shiftNotOver(shift(9), ends: instant("2024-03-06T19:00:00Z"))
    #expect(
      given(
        commands, when: .correctHours(entry(8), hours(ola, 60, shift: shift(9)), .typo))
        == .rejected(early))
    let late = hours(ola, 60, on: "2023-11-01", shift: shift(8))
    #expect(
      given([.planShift(kafe, next), .closeYear(closing())], when: .logLate([late]))
        == .rejected(.shiftNotOver(shift(8), ends: instant("2024-03-06T19:00:00Z"))))
  }

  @Test func `hours need the change that moved their shift to before them`() {
    let moved: [Command] = [
      .planShift(kafe, evening(1, on: day("2024-03-20"))), .changeShift(shift(8), evening(1)),
      .logHours([hours(ola, 60, shift: shift(8))]),
    ]
    let because = Rejection.shiftNotOver(shift(8), ends: instant("2024-03-20T19:00:00Z"))
    #expect(
      given(moved, when: .undo([9], nil, cascade: false))
        == .rejected(.neededBy([Dependent(seq: 10, because: because)])))
  }

  @Test func `a voucher is a text of at most 40 bytes`() {
    var content = hours(ola, 60)
    content.voucher = String(repeating: "x", count: 41)
    #expect(log(content) == .rejected(.badText(field: .voucher, .tooLong(bytesMax: 40))))
    content.voucher = "perm 3, ark 12"
    #expect(log(content) == logged(content))
  }

  @Test func `approval and revocation come in turn, and a correction ends an approval`() {
    let logged = Command.logHours([hours(ola, 60)])
    let approve = Command.approve([entry(8)])
    let revoke = Command.unapprove([entry(8)])
    #expect(given(when: approve) == .rejected(.unknownEntry(entry(8))))
    #expect(given([logged], when: approve) == .events([.hoursApproved(entry(8))]))
    #expect(given([logged, approve], when: approve) == .rejected(.alreadyApproved(entry(8))))
    #expect(
      given([logged], when: .approve([entry(8), entry(8)])) == .rejected(.alreadyApproved(entry(8)))
    )
    #expect(given([logged], when: revoke) == .rejected(.notApproved(entry(8))))
    #expect(given([logged, approve, revoke], when: approve) == .events([.hoursApproved(entry(8))]))
    let correct = Command.correctHours(entry(8), hours(ola, 90), .wrongMinutes)
    let ledger = after([logged, approve, correct])
    #expect(ledger.state.entries[entry(8)]?.approval == nil)
    #expect(ledger.state.entries[entry(8)]?.corrections == [10])
    #expect(given([logged, approve, correct], when: revoke) == .rejected(.notApproved(entry(8))))
    #expect(
      given([logged, approve, correct], when: approve) == .events([.hoursApproved(entry(8))]))
  }
}
