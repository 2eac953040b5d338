// The festival is planned: two evenings with limited places, a waiting list, one who moves to the
// other evening, and hours that refer to the shift.

import Domain

extension Story {
  static let festival = ActivityCode("elvelangs")

  func elvelangs() throws -> [Act] {
    let evenings = try FestivalEvenings(self)
    let (friday, saturday, crew) = (evenings.friday, evenings.saturday, evenings.crew)
    // One who has a place on Friday cannot come after all; the first of the two who wait gets it.
    // Both the one who moves and the one who still waits take Saturday.
    let (moves, waits) = (crew[5], crew[15])
    let move = Act(
      at: office.moment(try day(9, 3), 13, 4, second: 55),
      [
        .init(by: people.coordinator) { .withdraw([moves], try evenings.shift(friday, $0)) },
        .init(by: people.coordinator, after: 140) {
          .signUp([moves], try evenings.shift(saturday, $0))
        },
        .init(by: people.coordinator, after: 1_520) {
          .signUp([waits], try evenings.shift(saturday, $0))
        },
      ])
    return [
      Act(at: office.moment(try day(8, 14), 10, 15, second: 22), by: people.coordinator) { _ in
        evenings.plan
      },
      signUp(crew[0..<8], evenings, friday, try day(8, 16)),
      signUp(crew[16..<23], evenings, saturday, try day(8, 20)),
      signUp(crew[8..<14], evenings, friday, try day(8, 22)),
      signUp(crew[14..<16], evenings, friday, try day(8, 26)),
      signUp(crew[23..<28], evenings, saturday, try day(8, 28)),
      move,
      Act(at: evenings.recordedAt, by: people.coordinator) { evenings.hours($0, people) },
    ]
  }

  private func signUp(
    _ persons: ArraySlice<PersonID>, _ evenings: FestivalEvenings, _ evening: Day, _ on: Day
  ) -> Act {
    Act(at: office.someMoment(on, for: "elvelangs \(on.text)"), by: people.coordinator) {
      .signUp(Array(persons), try evenings.shift(evening, $0))
    }
  }
}

/// The two evenings and who was there.
private struct FestivalEvenings {
  let activity: ActivityCode
  let friday: Day
  let saturday: Day
  /// Everybody, in the order they signed up.
  let crew: [PersonID]
  /// On a working day after both, from the lists of both.
  let recordedAt: Instant
  /// Both evenings on the wall clock.
  private let start: Clock
  private let end: Clock
  private let lists: [Sheet]

  /// Places on each evening: the 28 of the report fill both.
  private static let places = 14

  init(_ story: Story) throws {
    lists = story.sheets.filter { $0.activity.code == Story.festival }
    guard let calendar = lists.first?.activity.calendar, let activity = Story.festival,
      let days = calendar.days, days.count == 2, let start = calendar.start,
      let end = Clock(hour: 22, minute: 45), let last = lists.last
    else { throw Trouble.notFound("the evenings of Elvelangs") }
    (self.activity, self.start, self.end) = (activity, start, end)
    (friday, saturday) = (days[0], days[1])
    recordedAt = last.at
    let people = story.people
    crew = WorkPlan.shares(of: activity, story.facts).map { people.volunteer($0.person) }
    guard crew.count == 2 * Self.places else { throw Trouble.notFound("the crew of Elvelangs") }
  }

  var plan: Command {
    .all(
      [friday, saturday].map {
        .planShift(activity, ShiftPlan(on: $0, start: start, end: end, places: Self.places))
      })
  }

  func shift(_ evening: Day, _ ledger: Ledger) throws -> ShiftID {
    guard let shift = ledger.state.shifts.values.first(where: { $0.plan.on == evening }) else {
      throw Trouble.notFound("the shift on \(evening.text)")
    }
    return shift.id
  }

  /// Everybody on the evening they had a place on.
  func hours(_ ledger: Ledger, _ people: People) -> Command {
    let contents = lists.flatMap { $0.entries(people) }
    let shifts = ledger.state.shifts.values.sorted { $0.id < $1.id }
    return .logHours(
      shifts.flatMap { shift in
        let there = shift.signups.filter { $0.status == .placed }.map(\.person)
        let voucher = lists.first { $0.works.first?.period.day == shift.plan.on }?.voucher
        return contents.filter { $0.who.person.map(there.contains) ?? false }.map { content in
          var content = content
          content.on = Period(shift.plan.on)
          content.shift = shift.id
          content.voucher = voucher
          return content
        }
      })
  }
}
