import Domain
import Evidence
import Projections

extension Story {
  /// The year is closed when December's lists are approved, and the annual meeting approves the report
  /// of it on 4 March 2025.
  func closing() throws -> [Act] {
    let year = facts.ledger.year
    let closing = office.moment(try day(2, 6, yearsLater: 1), 10, 12, second: 31)
    let meeting = try day(3, 4, yearsLater: 1)
    let recorded = office.moment(try day(3, 5, yearsLater: 1), 9, 20, second: 4)
    return [
      Act(
        at: closing,
        [
          Act.Step(closingBy: people.coordinator) { desk in
            let review = ClosingReview(of: year, in: desk.ledger.state, now: closing)
            if !review.open.isEmpty { throw Trouble.notReadyToClose(review.open) }
            let log = HashedLog(records: desk.ledger.history.log, hashes: desk.hashes)
            guard let closing = log.closing(of: year, before: log.records.count + 1) else {
              throw Trouble.notFound("the figure set")
            }
            return .closeYear(closing)
          }
        ]),
      Act(at: recorded, by: people.coordinator) { _ in .approveYear(year, on: meeting) },
    ]
  }
}
