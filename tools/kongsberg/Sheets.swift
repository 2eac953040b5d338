// The paper between the work and the log: one list of one activity for a day, a week or a month,
// which the coordinator records in one transaction some days later.

import Domain

/// One list on paper.
struct Sheet {
  let activity: ActivityFacts
  let works: [Work]
  /// When it is recorded.
  let at: Instant
  /// "perm 2, ark 7", if it was kept.
  var voucher: String?

  /// Returns the entries as they are recorded.
  func entries(_ people: People) -> [HourEntry] {
    works.map { work in
      HourEntry(
        activity: activity.code, on: work.period,
        who: work.person.map { .person(people.volunteer($0)) }
          ?? .unnamed(headcount: activity.volunteers),
        minutes: work.minutes, known: activity.estimated == true ? .estimated : .recorded,
        start: work.period.day == nil ? nil : activity.calendar.start, voucher: voucher)
    }
  }
}

/// Whose line is whose: persons are registered first, so their ids are known.
struct People {
  let count: Int

  let coordinator = PersonID(seq: 2)
  let approver = PersonID(seq: 3)

  /// Returns the id of a volunteer by the place in the data file, from 0.
  func volunteer(_ number: Int) -> PersonID { PersonID(seq: 4 + number) }
}

extension Sheet {
  /// Returns every list of the year in the order of recording.
  static func all(of plan: WorkPlan, _ facts: Facts) -> [Sheet] {
    let office = Office(facts: facts)
    var groups: [Key: [Work]] = [:]
    for work in plan.works { groups[Key(work), default: []].append(work) }
    let keys = groups.keys.sorted()
    var sheets = keys.compactMap { key -> Sheet? in
      guard let works = groups[key], let first = works.first else { return nil }
      let sorted = works.enumerated().sorted {
        ($0.element.period, $0.offset) < ($1.element.period, $1.offset)
      }
      let at = recordingMoment(key, first.activity.calendar.sheet, facts.ledger.seed, office)
      return Sheet(activity: first.activity, works: sorted.map(\.element), at: at)
    }
    // `keys` is sorted, so two sheets of the same second keep one order.
    sheets = sheets.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
      .map(\.element)
    return numbered(sheets)
  }

  /// A list is brought in, and recorded on one of the next working days.
  private static func recordingMoment(
    _ key: Key, _ kind: WorkCalendar.SheetKind, _ seed: UInt64, _ office: Office
  ) -> Instant {
    var random = SplitMix64(seed: seed, for: "sheet \(key)")
    let daysLater = kind == .month ? random.pick(1..<5) : random.pick(1..<3)
    let day = office.workday(daysLater, after: key.lastDay)
    return office.someMoment(day, for: "sheet \(key)")
  }

  /// Gives the lists that are kept their place: binders are filled in the order of recording.
  private static func numbered(_ sheets: [Sheet]) -> [Sheet] {
    var filled: [Int: Int] = [:]
    return sheets.map { sheet in
      guard let binder = sheet.activity.calendar.binder else { return sheet }
      let page = filled[binder, default: 0] + 1
      filled[binder] = page
      var kept = sheet
      kept.voucher = "perm \(binder), ark \(page)"
      return kept
    }
  }

  /// Works of one key are on one list.
  private struct Key: Hashable, Comparable, CustomStringConvertible {
    let code: ActivityCode
    /// The last day that the list covers.
    let lastDay: Day

    init(_ work: Work) {
      code = work.activity.code
      let worked = work.period.last
      switch work.activity.calendar.sheet {
      case .day: lastDay = worked
      case .week: lastDay = worked.adding(6 - worked.weekday)
      case .month:
        let (year, month, day) = worked.parts
        lastDay = worked.adding(Day.daysIn(month: month, of: year) - day)
      }
    }

    var description: String { "\(code.text) \(lastDay.text)" }

    static func < (left: Key, right: Key) -> Bool {
      (left.lastDay, left.code) < (right.lastDay, right.code)
    }
  }
}
