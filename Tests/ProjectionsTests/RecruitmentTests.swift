import Domain
import Testing

@testable import Projections

/// Who the volunteers of a year are, and how their hours are vouched for.
struct RecruitmentTests {
  /// p3 in two activities of 2024 and in 2023; p4 in one; p5 only outside the sum.
  private func log() -> LogBuilder {
    var log = LogBuilder()
    let (old, new, outside) = (log.person(), log.person(), log.person())
    log.activity("kafe", "Kafé")
    log.activity("tur", "Tur")
    log.activity("hage", "Hage", counted: false)
    log.hours("kafe", .person(old), 60, on: "2023-05-01")
    log.hours("kafe", .person(old), 60, on: "2024-02-01")
    log.hours("tur", .person(old), 60, on: "2024-02-02")
    log.hours("tur", .person(old), 60, on: "2024-02-03")
    log.hours("kafe", .person(new), 90, on: "2024-02-01")
    log.hours("kafe", .unnamed(headcount: 4), 240, on: "2024-02-01")
    log.hours("hage", .person(outside), 30, on: "2024-02-01")
    return log
  }

  @Test func `persons by how many activities, and who was here before`() {
    let found = Recruitment(of: 2024, in: Ledger(log().log).state)
    #expect(found.byActivities == [1: 1, 2: 1])
    #expect(found.returning == 1)
    #expect(found.new == 1)
  }

  @Test func `without an earlier year nobody is called new`() {
    let found = Recruitment(of: 2023, in: Ledger(log().log).state)
    #expect(found.byActivities == [1: 1])
    #expect(found.returning == 0)
    #expect(found.new == nil)
  }

  @Test func `what is vouched for, by whom, and how late`() {
    var log = log()
    let late = log.hours("kafe", .person(PersonID(seq: 3)), 120, on: "2024-01-01")
    let own = log.hours("kafe", .person(PersonID(seq: 4)), 30, on: "2024-03-01")
    log.add(.hoursApproved(late))
    log.author = PersonID(seq: 4)
    log.add(.hoursApproved(own))
    let vouched = Vouched(of: 2024, in: Ledger(log.log).state)
    #expect(vouched.entries == 7)
    #expect(vouched.minutes == 660)
    #expect(vouched.approved == 2)
    #expect(vouched.approvedMinutes == 150)
    // p2 recorded both; p2 approved the one, and p4 their own.
    #expect(vouched.ownApproved == 2)
    #expect(vouched.ownApprovedMinutes == 150)
    #expect(vouched.recorders == [PersonID(seq: 2)])
    #expect(vouched.approvers == [PersonID(seq: 2), PersonID(seq: 4)])
  }

  @Test(arguments: [(30, 0), (31, 1)])
  func `an entry is late from the thirty-first day`(days: Int, late: Int) throws {
    var log = LogBuilder()
    let person = log.person()
    log.activity("kafe", "Kafé")
    let recorded = try #require(log.log.last).at.osloDay
    let day = recorded.adding(-days)
    log.add(
      .hoursLogged(
        HourEntry(
          activity: activityCode("kafe"), on: Period(day), who: .person(person), minutes: 60)))
    #expect(Vouched(of: day.year, in: Ledger(log.log).state).enteredLate == late)
  }
}
