import Domain
import Testing

/// Warnings: allowed, but worth a second look.
struct DecideHoursTests {
  private let evening18 = Command.logHours([hours(ola, 120, start: "18:00")])

  @Test func `a person in two places at once is warned about`() {
    let also = Command.logHours([hours(ola, 60, tur, start: "19:59")])
    #expect(warnings([evening18], when: also) == [.overlap(ola, today, other: entry(8))])
    let next = Command.logHours([hours(ola, 60, tur, start: "20:00")])
    #expect(warnings([evening18], when: next) == [])
    let other = Command.logHours([hours(liv, 60, tur, start: "19:00")])
    #expect(warnings([evening18], when: other) == [])
    #expect(warnings([evening18], when: .logHours([hours(ola, 60)])) == [], "no start is told")
  }

  @Test func `an overlap within one command names no line`() {
    let both = Command.logHours([hours(ola, 120, start: "18:00"), hours(ola, 30, start: "18:30")])
    #expect(warnings([], when: both) == [.overlap(ola, today, other: nil)])
  }

  @Test func `work over midnight overlaps the morning after`() {
    let night = Command.logHours([hours(ola, 240, on: "2024-03-04", start: "22:00")])
    let morning = Command.logHours([hours(ola, 60, start: "01:00")])
    #expect(warnings([night], when: morning) == [.overlap(ola, today, other: entry(8))])
    #expect(warnings([morning], when: night) == [.overlap(ola, yesterday, other: entry(8))])
  }

  @Test func `a correction does not overlap itself`() {
    let moved = Command.correctHours(entry(8), hours(ola, 120, start: "18:30"), .typo)
    #expect(warnings([evening18], when: moved) == [])
  }

  @Test func `hours on a cancelled shift are warned about`() {
    let cancelled: [Command] = [.planShift(kafe, evening(1)), .cancelShift(shift(8), .weather)]
    #expect(
      warnings(cancelled, when: .logHours([hours(ola, 60, shift: shift(8))]))
        == [.onCancelledShift(shift(8))])
  }

  @Test(arguments: [0, -1, -120, Int.min, 1_441, LineNumber.limit, Int.max])
  func `minutes that cannot be are refused and not reckoned with`(minutes: Int) {
    let command = Command.logHours([hours(ola, minutes, start: "18:00")])
    #expect(
      given([evening18], when: command)
        == .rejected(.minutesOutOfRange(minutes, limit: 1_440)))
  }
}
