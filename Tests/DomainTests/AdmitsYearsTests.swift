import Domain
import Testing

/// Closed years: how a year is closed, approved and opened again, and what it takes meanwhile.
struct AdmitsYearsTests {
  private let close = Command.closeYear(closing())
  private let work = Command.logHours([lastYear(ola, 60)])
  private let isClosed = Outcome.rejected(.yearClosed(2023, closing: 8))

  private func set(_ divisor: Int, _ year: Int = 2023) -> Command {
    .setYear(YearSettings(year: year, divisor: divisor))
  }

  // MARK: - Closing

  @Test func `a year is closed when it is over in Oslo`() {
    #expect(given([work], when: close) == .events([.yearClosed(closing())]))
    #expect(
      given(when: .closeYear(closing(2024))) == .rejected(.yearNotOver(2024, today: today)))
    var book = Book.opened()
    book.moment = instant("2023-12-31T22:59:59Z")
    #expect(
      book.refusal(of: .yearClosed(closing())) == .yearNotOver(2023, today: day("2023-12-31")))
    book.moment = instant("2023-12-31T23:00:00Z")
    #expect(book.refusal(of: .yearClosed(closing())) == nil)
  }

  @Test func `a year is closed once, and again when it was opened`() {
    let reopen = Command.reopenYear(2023, .typo, note: nil)
    #expect(given([close], when: .closeYear(closing(divisor: 1_700))) == isClosed)
    #expect(
      given([close], when: .closeYear(closing(2022))) == .events([.yearClosed(closing(2022))]))
    #expect(given([close, reopen], when: close) == .events([.yearClosed(closing())]))
    #expect(
      given([close, reopen, close], when: close) == .rejected(.yearClosed(2023, closing: 10)))
  }

  @Test func `the settings of a closing are its year's, and within their limits`() {
    func refused(_ closing: YearClosing) -> Rejection? {
      Book.opened().refusal(of: .yearClosed(closing))
    }
    #expect(refused(closing(1899)) == .yearOutOfRange(1899))
    #expect(refused(closing(3000)) == .yearOutOfRange(3000))
    var other = closing()
    other.settings.year = 2022
    #expect(refused(other) == .yearOutOfRange(2023))
    #expect(refused(closing(divisor: 0)) == .divisorOutOfRange(0))
    #expect(refused(closing(divisor: 10_001)) == .divisorOutOfRange(10_001))
    #expect(refused(closing(rate: 0)) == .rateOutOfRange(0))
    #expect(refused(closing(rate: 10_000_001)) == .rateOutOfRange(10_000_001))
    #expect(refused(closing(divisor: 10_000, rate: 10_000_000)) == nil)
  }

  @Test func `what is accepted is in order, once each, and has a reason exactly then`() {
    func refused(_ accepted: [ClosingCheck], _ reason: AcceptReason?) -> Rejection? {
      Book.opened().refusal(of: .yearClosed(closing(accepted: accepted, reason: reason)))
    }
    #expect(refused(ClosingCheck.allCases, .board) == nil)
    #expect(refused([.noCategory, .openShifts], .checked) == nil)
    #expect(refused([.noCategory, .unapproved], .checked) == .badAcceptance)
    #expect(refused([.unapproved, .unapproved], .checked) == .badAcceptance)
    #expect(refused([.unapproved], nil) == .badAcceptance)
    #expect(refused([], .other) == .badAcceptance)
  }

  // MARK: - What a closed year takes

  @Test func `ordinary hours of a closed year are refused, naming the closing`() {
    let entry9 = entry(9)
    let both = [close, .logLate([lastYear(ola, 60)]), .logHours([hours(ola, 60)])]
    #expect(given([close], when: work) == isClosed)
    #expect(given([close], when: .logHours([hours(ola, 60), lastYear(ola, 60)])) == isClosed)
    #expect(given(both, when: .correctHours(entry9, lastYear(ola, 90), .typo)) == isClosed)
    #expect(
      given(both, when: .correctHours(entry9, hours(ola, 60), .wrongDay)) == isClosed,
      "nor may hours leave the year")
    #expect(
      given(both, when: .correctHours(entry(10), lastYear(ola, 60), .wrongDay)) == isClosed,
      "nor come to it")
    #expect(given([close], when: .logHours([lastYear(ola, 60, on: "2023")])) == isClosed)
    let open = hours(ola, 60, on: "2024-01-01")
    #expect(given([close], when: .logHours([open])) == .events([.hoursLogged(open)]))
    let before = lastYear(ola, 60, on: "2022-12-31")
    #expect(given([close], when: .logHours([before])) == .events([.hoursLogged(before)]))
  }

  @Test func `late hours are of a closed year only`() {
    let late = lastYear(ola, 60)
    #expect(given([close], when: .logLate([late])) == .events([.lateLogged(late)]))
    #expect(given(when: .logLate([late])) == .rejected(.yearNotClosed(2023)))
    #expect(given([close], when: .logLate([hours(ola, 60)])) == .rejected(.yearNotClosed(2024)))
    #expect(
      given([close, .reopenYear(2023, .typo, note: nil)], when: .logLate([late]))
        == .rejected(.yearNotClosed(2023)))
    let state = after([close, .logLate([late])]).state
    #expect(state.entries[entry(9)]?.content == late)
    #expect(state.minutes(of: ola, on: day("2023-11-01")) == 60)
  }

  @Test func `a late correction keeps the year, and is of one that is closed`() {
    let closed = [work, close]
    let corrected = lastYear(liv, 90, on: "2023-12-24")
    func correct(_ content: HourEntry) -> Command { .correctLate(entry(8), content, .wrongDay) }
    #expect(
      given(closed, when: correct(corrected))
        == .events([.lateCorrected(entry: entry(8), content: corrected, reason: .wrongDay)]))
    #expect(
      given(closed, when: correct(hours(ola, 60)))
        == .rejected(.lateKeepsYear(entry(8), year: 2023)))
    #expect(
      given(closed + [.closeYear(closing(2022))], when: correct(lastYear(ola, 1, on: "2022")))
        == .rejected(.lateKeepsYear(entry(8), year: 2023)))
    #expect(given(closed, when: correct(lastYear(ola, 60))) == .rejected(.nothingChanged))
    #expect(given([work], when: correct(corrected)) == .rejected(.yearNotClosed(2023)))
    #expect(given([close], when: correct(corrected)) == .rejected(.unknownEntry(entry(8))))
    let ledger = after(closed + [.approve([entry(8)]), correct(corrected)])
    #expect(ledger.state.entries[entry(8)]?.content == corrected)
    #expect(ledger.state.entries[entry(8)]?.corrections == [11])
    #expect(ledger.state.entries[entry(8)]?.approval == nil, "it needs approval again")
    #expect(ledger.state.entriesOnDay[PersonDay(person: ola, day: day("2023-11-01"))] == nil)
  }

  @Test func `late hours are held to every rule of hours`() {
    let full = [Command.logHours([lastYear(ola, 1_400)]), close]
    let over = Rejection.dayOver24Hours(ola, day("2023-11-01"), minutes: 1_441)
    #expect(given(full, when: .logLate([lastYear(ola, 41)])) == .rejected(over))
    #expect(
      given(full, when: .correctLate(entry(8), lastYear(ola, 1_441), .typo))
        == .rejected(.minutesOutOfRange(1_441, limit: 1_440)))
    #expect(
      given([close], when: .logLate([lastYear(stranger, 1)]))
        == .rejected(.unknownPerson(stranger)))
    #expect(
      warnings(full, when: .logLate([lastYear(ola, 20), lastYear(ola, 20)]))
        == [.looksDouble(ola, day("2023-11-01"), other: nil)])
    #expect(
      warnings(
        [.logHours([hours(ola, 60, on: "2023-11-01", start: "10:00"), lastYear(liv, 60)]), close],
        when: .correctLate(entry(9), hours(ola, 60, on: "2023-11-01", start: "10:30"), .typo))
        == [.overlap(ola, day("2023-11-01"), other: entry(8))])
  }

  @Test func `a closed year takes no settings, but those it was closed with hold`() {
    let closed: [Command] = [set(1_700), .closeYear(closing(divisor: 1_650, rate: 30_000))]
    #expect(given(closed, when: set(1_800)) == .rejected(.yearClosed(2023, closing: 9)))
    #expect(given(closed, when: set(1_700)) == .rejected(.yearClosed(2023, closing: 9)))
    #expect(given(closed, when: set(1_800, 2024)) != .rejected(.yearClosed(2023, closing: 9)))
    let settings = YearSettings(year: 2023, divisor: 1_650, rate: 30_000)
    #expect(after(closed).state.settings(of: 2023) == settings)
    #expect(after(closed).state.settings(of: 2024).divisor == 1_700)
    let reopened = after(closed + [.reopenYear(2023, .typo, note: nil)]).state
    #expect(reopened.settings(of: 2023).divisor == 1_700)
  }

  @Test func `entries of a closed year are approved, and approvals revoked`() {
    let closed = [work, close]
    let approve = Command.approve([entry(8)])
    #expect(given(closed, when: approve) == .events([.hoursApproved(entry(8))]))
    #expect(
      given(closed + [approve], when: .unapprove([entry(8)]))
        == .events([.hoursUnapproved(entry(8))]))
  }

  // MARK: - Approval and reopening

  @Test func `the annual meeting approves by line and digest`() {
    let approve = Command.approveYear(2023, on: today)
    let approved = Event.yearApproved(year: 2023, closing: 9, digest: digits("d"), on: today)
    #expect(given([work, close], when: approve) == .events([approved]))
    #expect(given([work], when: approve) == .rejected(.yearNotClosed(2023)))
    #expect(
      given([work, close, approve], when: .approveYear(2023, on: today))
        == .rejected(.yearApproved(2023, on: today)))
    let approval = after([work, close, approve]).state.closings[2023]?.approval
    #expect(approval?.seq == 10 && approval?.on == today)

    let book = book([work, close])
    let other = Rejection.otherClosing(2023, closing: 9)
    let wrong: [Event] = [
      .yearApproved(year: 2023, closing: 8, digest: digits("d"), on: today),
      .yearApproved(year: 2023, closing: 9, digest: digits("e"), on: today),
    ]
    for event in wrong { #expect(book.refusal(of: event) == other) }
    #expect(book.refusal(of: approved) == nil)
    #expect(
      book.refusal(of: .yearApproved(year: 2022, closing: 9, digest: digits("d"), on: today))
        == .yearNotClosed(2022))
  }

  @Test func `the meeting was after the year, and not tomorrow`() {
    func approve(_ text: String) -> Outcome {
      given([work, close], when: .approveYear(2023, on: day(text)))
    }
    #expect(
      approve("2023-12-31") == .rejected(.approvedTooEarly(day("2023-12-31"), year: 2023)))
    #expect(
      approve("2024-03-06") == .rejected(.futureDay(day("2024-03-06"), today: today)))
    #expect(
      after([work, close, .approveYear(2023, on: day("2024-01-01"))]).state.closings[2023]?
        .approval?.on == day("2024-01-01"))
  }

  @Test func `a meeting before the day of the closing in Oslo is recorded with a warning`() {
    var book = book([work])
    book.moment = instant("2024-03-05T23:30:00Z")
    book.must(close)
    let (fifth, sixth) = (day("2024-03-05"), day("2024-03-06"))
    func warnings(_ day: Day) -> [Warning]? {
      var copy = book
      return try? copy.run(.approveYear(2023, on: day)).warnings
    }
    #expect(warnings(fifth) == [.approvedBeforeClosing(fifth, closed: sixth)])
    #expect(warnings(sixth) == [])
  }

  @Test func `a closed year is opened again, and then takes what it took before`() {
    let reopen = Command.reopenYear(2023, .wrongMinutes, note: digits("0"))
    let opened = [work, close, .approveYear(2023, on: today), reopen]
    #expect(
      given([work, close], when: reopen)
        == .events([.yearReopened(year: 2023, reason: .wrongMinutes, note: digits("0"))]))
    #expect(given([work], when: reopen) == .rejected(.yearNotClosed(2023)))
    #expect(given(opened, when: reopen) == .rejected(.yearNotClosed(2023)))
    #expect(given(opened, when: work) == .events([.hoursLogged(lastYear(ola, 60))]))
    #expect(
      given(opened, when: .correctHours(entry(8), hours(ola, 60), .wrongDay))
        == .events([
          .hoursCorrected(entry: entry(8), content: hours(ola, 60), reason: .wrongDay)
        ]))
    #expect(given(opened, when: set(1_700)) != .rejected(.yearClosed(2023, closing: 9)))
    #expect(
      given(opened, when: .undo([8], nil, cascade: false))
        == .events([.undone(ranges: ranges(8), reason: nil)]))
  }

  @Test func `closing again needs a new approval`() {
    let approve = Command.approveYear(2023, on: today)
    let again = [close, approve, .reopenYear(2023, .typo, note: nil), close]
    #expect(after(again).state.closings[2023]?.approval == nil)
    #expect(
      given(again, when: approve)
        == .events([.yearApproved(year: 2023, closing: 11, digest: digits("d"), on: today)]))
    #expect(
      book(again).refusal(
        of: .yearApproved(year: 2023, closing: 8, digest: digits("d"), on: today))
        == .otherClosing(2023, closing: 11))
  }

  @Test func `a closed year knows who closed it, when and on which line`() {
    let closed = after([work, close]).state.closings[2023]
    #expect(closed?.seq == 9 && closed?.by == kari && closed?.content == closing())
    #expect(closed?.at.osloDay == today)
  }
}
