// A row of hours. How long is said by hours, by minutes, or by two times of day; by several of them
// only if they agree.

import Domain

extension RowCells {
  /// Reads the row, or notes all that is wrong with it.
  mutating func hoursRow() -> HoursRow? {
    let activity = requiredText(.activity)
    let (person, headcount) = who()
    let when = period()
    let before = faults.count
    let times = times()
    let minutes = length(heads: headcount ?? 1, times, faultsBefore: before)
    let known = read(.known, .known, knownSpelled)
    let voucher = text(.voucher, bytesMax: TextRule.voucherBytesMax)
    let shift = read(.shift, .shift) { ShiftID(text: $0) }
    guard isClean, let activity, let when, let minutes else { return nil }
    return HoursRow(
      line: line, activity: activity, person: person, headcount: headcount, on: when.period,
      minutes: minutes, known: known, start: times?.start ?? when.time, voucher: voucher,
      shift: shift)
  }

  /// Exactly one of a person and a headcount, unless there are faults.
  private mutating func who() -> (person: String?, headcount: Int?) {
    let before = faults.count
    let person = person()
    let headcount = count(.headcount)
    guard faults.count == before else { return (nil, nil) }
    switch (person, headcount) {
    case (nil, nil): expect(.oneOfPersonAndHeadcount)
    // One head beside a name is that person.
    case (_?, 1): return (person, nil)
    case (_?, _?): expect(.oneOfPersonAndHeadcount, .headcount)
    default: break
    }
    return (person, headcount)
  }

  /// From when to when, of one cell or two.
  mutating func times() -> (start: Clock, minutes: Int?)? {
    if let span = span(.span) { return (span.start, span.minutes) }
    let start = clock(.start)
    let end = clock(.end)
    guard let start else {
      if end != nil { expect(.value, .start) }
      return nil
    }
    guard let end else { return (start, nil) }
    if start == end {
      // From a time to the same time is a slip, not a whole day.
      expect(.clock, .end)
      return nil
    }
    let span = Int(end.minutes) - Int(start.minutes)
    return (start, span > 0 ? span : span + 1_440)
  }

  /// The minutes of the row in all.
  private mutating func length(
    heads: Int, _ times: (start: Clock, minutes: Int?)?, faultsBefore: Int
  ) -> Int? {
    let given = givenMinutes(heads: heads)
    guard faults.count == faultsBefore else { return nil }
    if let given {
      // A break between the times is allowed; more than they give is a slip.
      if let most = times?.minutes, given > most * heads {
        expect(.withinSpan, [.hours, .hoursEach, .minutes].first { !self[$0].isEmpty })
      }
      return given
    }
    guard let minutes = times?.minutes else {
      expect(.length, [.hours, .hoursEach, .minutes, .end, .span].first(where: has))
      return nil
    }
    if heads > 1 {
      expect(.totalOfGroup, has(.hours) ? .hours : nil)
      return nil
    }
    return minutes
  }

  /// The minutes that the columns of hours and minutes say.
  private mutating func givenMinutes(heads: Int) -> Int? {
    let total = readZero(.hours)
    // Below 2^30 minutes times 2^30 heads: no overflow.
    let each = amount(.hoursEach).map { $0 * heads }
    let minutes = read(.minutes, .count) { countSpelled($0) ?? (isZero($0) ? 0 : nil) }
    if let total, let each, total != each {
      expect(.sameAs(.hoursEach), .hours)
      return nil
    }
    let hours = total ?? each
    let sum: Int?
    switch (hours, minutes) {
    case (let hours?, let minutes?):
      if hours == minutes || minutes == 0 {
        sum = hours
      } else if hours % 60 == 0, minutes < 60, each == nil {
        sum = hours + minutes  // 2 hours and 30 minutes, in two columns
      } else {
        expect(.sameAs(.hours), .minutes)
        return nil
      }
    case (let known, nil), (nil, let known): sum = known
    }
    if sum == 0 {
      expect(has(.hours) ? .amount : .count, has(.hours) ? .hours : .minutes)
      return nil
    }
    return sum
  }

  /// An amount that may be 0 where minutes stand beside it.
  private mutating func readZero(_ field: ColumnField) -> Int? {
    read(field, .amount) { minutesSpelled($0) ?? (isZero($0) ? 0 : nil) }
  }
}

private func isZero(_ text: String) -> Bool { SpelledAmount(hours: text)?.minutes == 0 }

/// How a figure is known, in the words of reports and of everyday.
private func knownSpelled(_ text: String) -> HourEntry.Known? {
  switch spelledKey(text) {
  case "recorded", "ført", "registrert", "talt": .recorded
  case "estimated", "anslått", "estimert", "anslag", "estimat", "ca", "ca.": .estimated
  case "summary", "summert", "oppsummert", "samlet", "samla", "sum": .summary
  default: nil
  }
}
