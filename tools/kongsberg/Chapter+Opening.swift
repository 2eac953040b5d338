import Domain

extension Story {
  /// The first days of January: the ledger, its people, its activities and the divisor of the year.
  func opening() throws -> [Act] {
    let desk = try day(1, 2)
    let coordinator = people.coordinator
    let opened = LedgerOpened(
      origin: facts.ledger.origin, name: facts.ledger.name, reconstruction: true)
    let volunteers = [PersonRegistered](
      repeating: PersonRegistered(role: .volunteer), count: people.count)
    return [
      Act(at: office.moment(desk, 9, 5, second: 12), by: coordinator) { _ in
        .open(opened, founder: PersonRegistered(role: .coordinator))
      },
      Act(at: office.moment(desk, 9, 21, second: 40), by: coordinator) { _ in
        .registerPersons([PersonRegistered(role: .approver)] + volunteers)
      },
      Act(at: office.moment(desk, 10, 48, second: 3), by: coordinator) { _ in
        .all(facts.activities.map { .addActivity($0.details) })
      },
      Act(at: office.moment(desk, 11, 2, second: 31), by: coordinator) { _ in
        .setYear(YearSettings(year: facts.ledger.year, divisor: facts.ledger.divisor))
      },
    ]
  }

  /// Every list on paper, recorded as it is; Elvelangs and the one that was typed wrong are told
  /// elsewhere.
  func recording() -> [Act] {
    sheets.filter { $0.activity.code != Self.festival }.map { sheet in
      Act(at: sheet.at, by: people.coordinator) { _ in
        .logHours(sheet.entries(people).map(typed))
      }
    }
  }
}
