// Who worked when: the minutes that the data file gives each person in each activity, laid out on
// the activity's days. Nothing here knows of the log.

import Domain

/// One piece of work, not yet recorded.
struct Work: Equatable {
  let activity: ActivityFacts
  /// Number of the person in the data file, from 0; nil for a group without names.
  let person: Int?
  let period: Period
  var minutes: Int

  static func == (left: Work, right: Work) -> Bool {
    (left.activity.code, left.person, left.period, left.minutes)
      == (right.activity.code, right.person, right.period, right.minutes)
  }
}

/// All work of the year.
struct WorkPlan {
  let works: [Work]

  /// A step of time sheets: whole quarters of an hour.
  static let quarter = 15

  init(_ facts: Facts) throws {
    let office = Office(facts: facts)
    var works: [Work] = []
    for activity in facts.activities {
      let slots = try Self.slots(of: activity, facts.ledger.year, office)
      var random = SplitMix64(seed: facts.ledger.seed, for: "days " + activity.code.text)
      if activity.unnamed == true, let each = activity.calendar.minutes {
        let minutes = each * activity.volunteers
        works.append(Work(activity: activity, person: nil, period: slots[0], minutes: minutes))
      }
      let shares = Self.shares(of: activity.code, facts)
      for (place, share) in shares.enumerated() {
        works += Self.spread(share, activity, slots, place, of: shares.count, &random)
      }
    }
    self.works = works
  }

  /// One person's part of an activity.
  struct Share {
    let person: Int
    let minutes: Int
  }

  /// Everybody who takes part in an activity, in the order of the data file.
  static func shares(of code: ActivityCode, _ facts: Facts) -> [Share] {
    var shares: [Share] = []
    var first = 0
    for run in facts.persons {
      if let minutes = run.minutes[code.text] {
        shares += (first..<first + run.persons).map { Share(person: $0, minutes: minutes) }
      }
      first += run.persons
    }
    return shares
  }

  /// Every period in which the activity may be worked in, in order.
  private static func slots(
    of activity: ActivityFacts, _ year: Int, _ office: Office
  ) throws -> [Period] {
    let calendar = activity.calendar
    var slots = (calendar.days ?? []).map { Period($0) }
    slots += (calendar.months ?? []).compactMap { Period(year: year, month: $0) }
    slots += (calendar.ranges ?? []).compactMap { Period(from: $0[0], to: $0[1]) }
    for span in calendar.spans ?? [] {
      for number in span[0].number...span[1].number {
        let day = Day(number: number)
        let isOpen = calendar.breaks == true || !office.isBreak(day)
        if calendar.weekdays?.contains(day.weekday) == true, isOpen, !office.isHoliday(day) {
          slots.append(Period(day))
        }
      }
    }
    guard !slots.isEmpty else { throw Trouble.noDays(activity.code) }
    return slots
  }

  /// Lays a person's minutes out on some of the slots: evenly over the season, each person a little
  /// later than the one before, sessions of about the usual length that add up exactly.
  private static func spread(
    _ share: Share, _ activity: ActivityFacts, _ slots: [Period], _ place: Int, of places: Int,
    _ random: inout SplitMix64
  ) -> [Work] {
    let usual = activity.calendar.minutes
    let wanted = usual.map { (share.minutes + $0 / 2) / $0 } ?? slots.count
    let count = min(max(wanted, 1), slots.count)
    let begins = (0...count).map { ($0 * places + place) * slots.count / (count * places) }
    var sessions = evenly(share.minutes, count)
    // A month differs more from the next than one evening does.
    let stepMax = usual == nil ? 8 : 2
    if activity.estimated != true { vary(&sessions, upTo: stepMax, &random) }
    return sessions.enumerated().map { index, minutes in
      let slotEnd = min(begins[index + 1], slots.count)
      let isLoose = activity.calendar.weekdays != nil && slotEnd > begins[index]
      let slot = isLoose ? random.pick(begins[index]..<slotEnd) : begins[index]
      return Work(activity: activity, person: share.person, period: slots[slot], minutes: minutes)
    }
  }

  /// Returns `count` numbers of whole quarters that add up to `minutes`.
  private static func evenly(_ minutes: Int, _ count: Int) -> [Int] {
    let quarters = minutes / quarter
    return (0..<count).map { ((quarters * ($0 + 1)) / count - (quarters * $0) / count) * quarter }
  }

  /// Moves some quarters from session to session: no two weeks are the same.
  private static func vary(
    _ sessions: inout [Int], upTo quarters: Int, _ random: inout SplitMix64
  ) {
    guard sessions.count > 2 else { return }
    for _ in sessions.indices {
      let from = random.pick(0..<sessions.count)
      let to = random.pick(0..<sessions.count)
      let moved = quarter * random.pick(1..<quarters + 1)
      // Nobody's session falls under an hour or doubles.
      guard sessions[from] - moved >= 60, sessions[to] <= sessions[from] else { continue }
      sessions[from] -= moved
      sessions[to] += moved
    }
  }
}
