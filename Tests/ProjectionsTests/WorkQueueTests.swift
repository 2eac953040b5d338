import Domain
import Projections
import Testing

@Suite struct WorkQueueTests {
  private let now = instant("2025-02-01T12:00:00Z")

  private func items(_ log: LogBuilder, _ now: Instant? = nil) -> [WorkQueue.Item] {
    WorkQueue(log.state, now: now ?? self.now).items
  }

  private func code(_ text: String) -> ActivityCode { activityCode(text) }

  @Test func `an empty ledger has nothing to do`() {
    #expect(items(LogBuilder()).isEmpty)
  }

  @Test func `what is lost first comes first`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    for name in ["kafe", "tur"] { log.activity(name) }
    let (late, early) = (
      log.shift("kafe", on: "2025-01-20"), log.shift("tur", on: "2024-11-01")
    )
    for shift in [late, early] { log.signup(shift, kari) }
    log.signup(late, ola)
    let (first, second) = (
      log.hours("kafe", .person(kari), 60), log.hours("kafe", .person(kari), 60)
    )
    let older = log.hours("tur", .person(ola), 30, on: "2023-06")
    let closing = log.close(2022)
    #expect(
      items(log) == [
        .shiftWithoutHours(early, people: 1), .shiftWithoutHours(late, people: 2),
        .approve(activity: code("tur"), entries: [older], minutes: 30),
        .approve(activity: code("kafe"), entries: [first, second], minutes: 120),
        .setCategory(code("kafe")), .setCategory(code("tur")),
        .lookAt(Implausible(entry: second, why: .looksDouble(first))),
        .closeYear(2023, blockedBy: [.unapproved: 1, .noCategory: 1]),
        .closeYear(
          2024, blockedBy: [.unapproved: 2, .noCategory: 1, .implausible: 1, .openShifts: 1]),
        .approveYear(2022, closing: closing),
      ])
  }

  @Test func `a year that runs has no closing, and no category or oddity to see to`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let ids = (0..<2).map { _ in log.hours("kafe", .person(kari), 600) }
    let wait: [WorkQueue.Item] = [.approve(activity: code("kafe"), entries: ids, minutes: 1_200)]
    // The year ends at midnight in Oslo.
    #expect(items(log, instant("2024-12-31T22:59:59Z")) == wait)
    #expect(items(log, instant("2024-12-31T23:00:00Z")).count == 5)
  }

  @Test func `a year with nothing in the way is ready to be closed, and then approved`() {
    var log = LogBuilder()
    let kari = log.person()
    log.add(
      .activityAdded(ActivityDetails(code: code("kafe"), name: "Kafé", category: .meetingPlaces)))
    log.add(.hoursApproved(log.hours("kafe", .person(kari), 60)))
    #expect(items(log) == [.closeYear(2024, blockedBy: [:])])
    let closing = log.close(2024)
    #expect(items(log) == [.approveYear(2024, closing: closing)])
    log.approve(2024, closing: closing)
    #expect(items(log).isEmpty)
    log.reopen(2024)
    #expect(items(log) == [.closeYear(2024, blockedBy: [:])])
  }

  @Test func `what was open when a year was closed was accepted; what comes late waits`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    log.signup(log.shift("kafe", on: "2024-03-05"), kari)
    let (one, two) = (log.hours("kafe", .person(kari), 600), log.hours("kafe", .person(kari), 600))
    log.approve(2024, closing: log.close(2024))
    #expect(items(log).isEmpty)
    let late = log.late("kafe", .person(kari), 15)
    log.correct(two, to: entry("kafe", .person(kari), 500), late: true)
    #expect(
      items(log) == [.approve(activity: code("kafe"), entries: [two, late], minutes: 515)])
    log.add(.hoursApproved(late))
    log.add(.hoursApproved(two))
    #expect(items(log).isEmpty)
    _ = one
  }
}
