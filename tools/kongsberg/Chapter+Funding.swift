import Domain

extension Story {
  /// The day after the approval is recorded, what the report says of money and of the centre's board is
  /// recorded too, so that the full annual report can be printed from the log alone.
  func funding() throws -> [Act] {
    let facts = facts.funding
    let year = self.facts.ledger.year
    let recorded = try day(3, 6, yearsLater: 1)
    let (first, last) = (try day(1, 1), try day(12, 31))
    let centre = CentreDetails(name: self.facts.ledger.name, form: .municipal)
    let details = GrantDetails(
      funder: facts.funder, scheme: facts.scheme, profile: facts.profile, rules: facts.rules,
      from: first, to: last, share: facts.share)
    let grantOre = facts.grant * 100
    let amounts = [
      GrantAmount(
        .accounts, .income, post: facts.grantPost, amount: grantOre, funding: .grant, on: last),
      GrantAmount(
        .accounts, .income, post: facts.netPost, amount: facts.netExpenditure * 100,
        funding: .municipality, on: last),
    ]
    let answers = try facts.met.map { code throws(Trouble) -> GrantFact in
      guard let condition = ActivityCode(code) else { throw .notFound(code) }
      return .answered(condition: condition, met: true)
    }
    let granted = GrantFact.moved(GrantStep(.granted, on: first, amount: grantOre))
    return [
      Act(at: office.moment(recorded, 9, 5, second: 12), by: people.coordinator) { _ in
        .addCentre(centre)
      },
      Act(at: office.moment(recorded, 9, 31, second: 47), by: people.coordinator) { ledger in
        let grant = GrantID(seq: ledger.history.count + 1)
        if ledger.state.closings[year] == nil { throw Trouble.notFound("the closing") }
        return .all([
          .addGrant(details),
          .noteGrant(grant, [granted] + answers + amounts.map { .booked($0) }),
        ])
      },
    ]
  }
}
