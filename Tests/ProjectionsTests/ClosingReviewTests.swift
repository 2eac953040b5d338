import Domain
import Projections
import Testing

@Suite struct ClosingReviewTests {
  private let now = instant("2026-01-10T12:00:00Z")

  private func review(_ log: LogBuilder, _ now: Instant? = nil) -> ClosingReview {
    ClosingReview(of: 2024, in: log.state, now: now ?? self.now)
  }

  @Test func `an empty year meets every check`() {
    let review = review(LogBuilder())
    #expect(review.open.isEmpty)
    #expect(ClosingCheck.allCases.allSatisfy { review.count($0) == 0 })
  }

  @Test func `entries of the year without approval are found, also corrected and late ones`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let approved = log.hours("kafe", .person(kari), 60)
    let open = log.hours("kafe", .person(kari), 30)
    let corrected = log.hours("kafe", .person(kari), 20)
    log.hours("kafe", .person(kari), 10, on: "2023-03-05")
    let undone = log.hours("kafe", .person(kari), 5)
    log.add(.hoursApproved(approved))
    log.add(.hoursApproved(corrected))
    log.correct(corrected, to: entry("kafe", .person(kari), 25))
    log.undo(undone.seq)
    #expect(review(log).unapproved == [open, corrected])
    #expect(review(log).count(.unapproved) == 2)
  }

  @Test func `activities with hours in the year and no category are found, in their order`() {
    var log = LogBuilder()
    for code in ["z", "a", "m", "ingen"] { log.activity(code) }
    log.activity("ute", counted: false)
    log.add(
      .activityChanged(
        ActivityDetails(code: activityCode("m"), name: "m", category: .courses)))
    for code in ["m", "a", "ute", "z", "hull"] { log.hours(code, .unnamed(headcount: 1), 10) }
    log.hours("ingen", .unnamed(headcount: 1), 10, on: "2023")
    #expect(review(log).noCategory.map(\.text) == ["z", "a", "ute", "hull"])
  }

  @Test func `a shift is open when it is over and people came, and nobody said how long`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let late = log.shift("kafe", on: "2024-03-07")
    let early = log.shift("kafe", on: "2024-03-05")
    let (done, cancelled, empty) = (log.shift("kafe"), log.shift("kafe"), log.shift("kafe"))
    let (waiting, left, next) = (
      log.shift("kafe"), log.shift("kafe"), log.shift("kafe", on: "2025-03-05")
    )
    for shift in [late, early, done, cancelled, next] { log.signup(shift, kari) }
    log.signup(waiting, kari, waiting: true)
    log.add(.signupWithdrawn(log.signup(left, kari)))
    log.add(.shiftCancelled(shift: cancelled, reason: .weather))
    var content = entry("kafe", .person(kari), 120)
    content.shift = done
    let hours = log.add(.hoursLogged(content))
    _ = empty
    #expect(review(log).openShifts == [early, late])
    // 19:00 in Oslo is 18:00 UTC: over in that second.
    #expect(review(log, instant("2024-03-05T17:59:59Z")).openShifts == [])
    #expect(review(log, instant("2024-03-05T18:00:00Z")).openShifts == [early])
    log.undo(hours)
    #expect(review(log).openShifts == [early, done, late])
  }

  @Test func `checks that are not met come in the order of the format`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    log.signup(log.shift("kafe"), kari)
    for _ in 0..<2 { log.hours("kafe", .person(kari), 600) }
    let review = review(log)
    #expect(review.open == [.unapproved, .noCategory, .implausible, .openShifts])
    #expect(ClosingCheck.allCases.map(review.count) == [2, 1, 2, 1])
  }
}

@Suite struct ImplausibleTests {
  private func found(_ contents: [HourEntry]) -> [Implausible] {
    var log = LogBuilder()
    for content in contents { log.add(.hoursLogged(content)) }
    return ClosingReview(of: 2024, in: log.state, now: instant("2026-01-10T12:00:00Z")).implausible
  }

  /// The id of the entry that is the n-th of a log, from 0.
  private func id(_ place: Int) -> EntryID { EntryID(seq: 3 + place) }

  private let kari = HourEntry.Who.person(PersonID(seq: 2))
  private let ola = HourEntry.Who.person(PersonID(seq: 5))

  private func work(
    _ minutes: Int, _ code: String = "kafe", _ who: HourEntry.Who? = nil,
    on period: String = "2024-03-05", at start: String? = nil, shift: Int? = nil,
    voucher: String? = nil
  ) -> HourEntry {
    var content = entry(code, who ?? kari, minutes, on: period, voucher: voucher)
    content.start = start.map { time($0) }
    content.shift = shift.map { ShiftID(seq: $0) }
    return content
  }

  @Test func `more than sixteen hours of a person on a day, in all, at the longest entry`() {
    #expect(found([work(500, "a"), work(460, "b")]).isEmpty)
    #expect(
      found([work(400, "a"), work(461, "b"), work(100, "c")])
        == [Implausible(entry: id(1), why: .longDay(minutes: 961))])
    #expect(found([work(500, "a"), work(461, "b", ola)]).isEmpty)
    #expect(found([work(500, "a"), work(461, "b", on: "2024-03-06")]).isEmpty)
    #expect(found([work(961, "a", on: "2023-03-05")]).isEmpty)
  }

  @Test func `a period and a group are long when somebody must have been there so long`() {
    #expect(found([work(960 * 31, on: "2024-03")]).isEmpty)
    #expect(
      found([work(960 * 31 + 1, on: "2024-03")])
        == [Implausible(entry: id(0), why: .longDay(minutes: 961))])
    #expect(found([work(960 * 4, "a", .unnamed(headcount: 4))]).isEmpty)
    #expect(
      found([work(4_500, "a", .unnamed(headcount: 4))])
        == [Implausible(entry: id(0), why: .longDay(minutes: 1_125))])
  }

  @Test func `one person in two places at once, at the entry that was recorded later`() {
    let overlap = [Implausible(entry: id(1), why: .overlap(id(0)))]
    #expect(found([work(60, "a", at: "17:00"), work(90, "b", at: "17:59")]) == overlap)
    #expect(found([work(90, "b", at: "17:59"), work(60, "a", at: "17:00")]) == overlap)
    #expect(found([work(60, "a", at: "17:00"), work(90, "b", at: "18:00")]).isEmpty)
    #expect(found([work(60, "a", at: "17:00"), work(90, "b", ola, at: "17:00")]).isEmpty)
    #expect(found([work(60, "a", at: "17:00"), work(90, "b")]).isEmpty)
    #expect(
      found([work(120, "a", at: "23:00"), work(30, "b", on: "2024-03-06", at: "00:59")]) == overlap)
  }

  @Test func `a long entry is held against each that lies in it`() {
    #expect(
      found([
        work(300, "a", at: "10:00"), work(30, "b", at: "11:00"), work(30, "c", at: "12:00"),
      ]) == [
        Implausible(entry: id(1), why: .overlap(id(0))),
        Implausible(entry: id(2), why: .overlap(id(0))),
      ])
  }

  @Test func `the same work twice looks double, unless something tells the two apart`() {
    let double = [Implausible(entry: id(1), why: .looksDouble(id(0)))]
    #expect(found([work(60), work(60)]) == double)
    #expect(found([work(60, at: "17:00"), work(60)]) == double)
    #expect(found([work(60), work(60, shift: 9)]) == double)
    #expect(found([work(60, voucher: "ark 1"), work(60, voucher: "ark 1")]) == double)
    #expect(
      found([work(60, "a", .unnamed(headcount: 3)), work(60, "a", .unnamed(headcount: 3))])
        == double)
    for other in [
      work(61), work(60, "tur"), work(60, "kafe", ola), work(60, on: "2024-03-06"),
      work(60, "kafe", .unnamed(headcount: 1)),
    ] {
      #expect(found([work(60), other]).isEmpty)
    }
    #expect(found([work(60, at: "17:00"), work(60, at: "18:00")]).isEmpty)
    #expect(found([work(60, voucher: "ark 1"), work(60, voucher: "ark 2")]).isEmpty)
    #expect(found([work(60, shift: 9), work(60, shift: 10)]).isEmpty)
  }

  @Test func `three times the same are two doubles of the first`() {
    #expect(
      found([work(60, at: "17:00"), work(60, at: "19:00"), work(60), work(60)]) == [
        Implausible(entry: id(2), why: .looksDouble(id(0))),
        Implausible(entry: id(3), why: .looksDouble(id(0))),
      ])
    #expect(
      found([work(60), work(60, at: "19:00"), work(60, at: "19:00")]) == [
        Implausible(entry: id(1), why: .looksDouble(id(0))),
        Implausible(entry: id(2), why: .looksDouble(id(1))),
      ])
  }

  @Test func `what is entered twice at one time is said once`() {
    #expect(
      found([work(60, at: "17:00"), work(60, at: "17:00")])
        == [Implausible(entry: id(1), why: .looksDouble(id(0)))])
  }
}
