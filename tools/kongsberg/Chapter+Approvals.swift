import Domain

extension Story {
  /// Month by month, when the lists of the month are in: December's in January of the next year.
  func approvals() throws -> [Act] {
    try (1...12).map { month in
      let last = try day(month, Day.daysIn(month: month, of: facts.ledger.year))
      // All lists of a month are in after four working days.
      let sitting = office.workday(8, after: last)
      let at = office.someMoment(sitting, for: "approval \(month)")
      return Act(at: at, by: people.approver) { ledger in
        let waiting = ledger.state.entries.values.filter {
          $0.approval == nil && $0.content.on.last <= last
        }
        return .approve(waiting.map(\.id).sorted())
      }
    }
  }
}
