import Domain
import Projections
import Testing

@Suite struct GrantQueueTests {
  private let now = instant("2024-11-01T12:00:00Z")

  private func items(_ log: LogBuilder, _ now: Instant? = nil) -> [WorkQueue.Item] {
    WorkQueue(log.state, now: now ?? self.now).items
  }

  private func grant(
    _ log: inout LogBuilder, to end: String = "2024-12-31", deadline: String? = nil,
    report: String? = nil
  ) -> GrantID {
    GrantID(
      seq: log.add(
        .grantAdded(
          GrantDetails(
            funder: "Fond", scheme: "Gaver", from: day("2024-01-01"), to: day(end),
            deadline: deadline.map(day), report: report.map(day)))))
  }

  private func move(
    _ log: inout LogBuilder, _ grant: GrantID, _ status: GrantStatus, minutes: Int? = nil
  ) {
    log.add(
      .grantNoted(grant, .moved(GrantStep(status, on: day("2024-01-02"), minutes: minutes))))
  }

  @Test func `a deadline is told within sixty days, and the nearest first`() {
    var log = LogBuilder()
    let far = grant(&log, deadline: "2024-12-31")
    let near = grant(&log, deadline: "2024-11-02")
    _ = grant(&log, deadline: "2025-01-01")
    let late = grant(&log, deadline: "2024-10-31")
    _ = grant(&log)
    #expect(
      items(log) == [
        .applyForGrant(near, deadline: day("2024-11-02"), days: 1),
        .applyForGrant(far, deadline: day("2024-12-31"), days: 60),
        .applyForGrant(late, deadline: day("2024-10-31"), days: -1),
      ])
    // The day is Oslo's.
    #expect(
      items(log, instant("2024-11-01T23:00:00Z")).first
        == .applyForGrant(near, deadline: day("2024-11-02"), days: 0))
  }

  @Test func `an application waits no longer when it is made; a report waits until it is sent`() {
    var log = LogBuilder()
    let id = grant(&log, deadline: "2024-11-02", report: "2024-10-01")
    move(&log, id, .applied)
    #expect(items(log).isEmpty)
    move(&log, id, .granted)
    #expect(items(log) == [.reportGrant(id, deadline: day("2024-10-01"), days: -31)])
    move(&log, id, .reported)
    #expect(items(log).isEmpty)
  }

  @Test func `agreed hours that are missing are told near the end, and those not approved at once`()
  {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let one = log.hours("kafe", .person(kari), 60)
    let id = grant(&log)
    move(&log, id, .granted, minutes: 100)
    log.add(.hoursApproved(one))
    log.add(.hoursClaimed(one, grant: id, minutes: 60))
    let early = instant("2024-11-01T22:59:59Z")
    #expect(items(log, early) == [.claimHours(id, agreed: 100, claimed: 60)])
    #expect(items(log, instant("2024-10-31T12:00:00Z")).isEmpty)
    log.add(
      .hoursCorrected(entry: one, content: entry("kafe", .person(kari), 90), reason: .typo))
    #expect(
      items(log, instant("2024-10-31T12:00:00Z")) == [
        .approve(activity: activityCode("kafe"), entries: [one], minutes: 90),
        .approveClaimed(id, entries: [one], minutes: 60),
      ])
    log.add(.hoursApproved(one))
    log.add(.hoursClaimed(one, grant: id, minutes: 30))
    let two = log.hours("kafe", .person(kari), 10, on: "2024-04-01")
    log.add(.hoursApproved(two))
    #expect(items(log) == [.claimHours(id, agreed: 100, claimed: 90)])
    log.add(.hoursClaimed(two, grant: id, minutes: 10))
    #expect(items(log).isEmpty)
  }
}
