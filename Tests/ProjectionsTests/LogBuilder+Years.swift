import Domain

extension LogBuilder {
  /// Closes a year on what the lines so far say; root and digest are not what these tests are
  /// about.
  @discardableResult
  mutating func close(_ year: Int, divisor: Int = 1_650, digest: String = "d") -> Int {
    add(
      .yearClosed(
        YearClosing(
          year: year, settings: YearSettings(year: year, divisor: divisor),
          totals: .init(entries: 0, minutes: 0, participations: 0, distinct: 0, headcount: 0),
          root: "r", digest: digest)))
  }

  @discardableResult
  mutating func approve(_ year: Int, closing: Int, digest: String = "d") -> Int {
    add(.yearApproved(year: year, closing: closing, digest: digest, on: day("2026-03-04")))
  }

  @discardableResult
  mutating func reopen(_ year: Int) -> Int {
    add(.yearReopened(year: year, reason: .typo, note: nil))
  }

  @discardableResult
  mutating func late(
    _ code: String, _ who: HourEntry.Who, _ minutes: Int, on period: String = "2024-03-05"
  ) -> EntryID {
    EntryID(seq: add(.lateLogged(entry(code, who, minutes, on: period))))
  }

  @discardableResult
  mutating func correct(
    _ id: EntryID, to content: HourEntry, late isLate: Bool = false
  ) -> Int {
    add(
      isLate
        ? .lateCorrected(entry: id, content: content, reason: .wrongMinutes)
        : .hoursCorrected(entry: id, content: content, reason: .wrongMinutes))
  }

  /// Takes in a printed table with one unnamed summary per activity.
  mutating func table(_ year: Int, claims distinct: Int?, _ rows: [(String, heads: Int)]) {
    add(
      .importMade(
        ImportMade(
          source: "tabell \(year) \(log.count)", kind: .table, digest: "f", rows: rows.count,
          table: .init(year: year, distinct: distinct))))
    for (code, heads) in rows {
      hours(code, .unnamed(headcount: heads), 60 * heads, on: "\(year)", known: .summary)
    }
  }

  @discardableResult
  mutating func shift(
    _ code: String, on text: String = "2024-03-05", from start: String = "17:00",
    to end: String = "19:00"
  ) -> ShiftID {
    let plan = ShiftPlan(on: day(text), start: time(start), end: time(end))
    return ShiftID(seq: add(.shiftPlanned(activity: activityCode(code), plan: plan)))
  }

  @discardableResult
  mutating func signup(_ shift: ShiftID, _ person: PersonID, waiting: Bool = false) -> SignupID {
    SignupID(seq: add(.signupMade(shift: shift, person: person, waiting: waiting)))
  }

  var state: State { Ledger(log).state }
}

func time(_ text: String) -> Clock {
  guard let time = Clock(text: text) else { preconditionFailure("no clock: \(text)") }
  return time
}

func instant(_ text: String) -> Instant {
  guard let instant = Instant(text: text) else { preconditionFailure("no instant: \(text)") }
  return instant
}
