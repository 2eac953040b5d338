// Work that was done: the limits of an hour entry.

extension State {
  /// Minutes of a day.
  package static let dayMinutes = 1_440

  /// Throws unless the entry may stand; `replacing` is the entry that it corrects.
  func admitsHours(
    _ content: HourEntry, at moment: Instant, replacing corrected: EntryID?
  ) throws(Rejection) {
    _ = try standing(content.activity, on: content.on.last)
    let today = moment.osloDay
    if content.on.last > today { throw .futureDay(content.on.last, today: today) }
    if let voucher = content.voucher {
      try admitsText(voucher, .voucher, bytesMax: TextRule.voucherBytesMax)
    }
    try admitsAmount(content)
    if content.start != nil, content.on.day == nil { throw .startNeedsDay }
    if let shift = content.shift { try admitsShift(shift, of: content, at: moment) }
    if let person = content.who.person {
      if persons[person] == nil { throw .unknownPerson(person) }
      try admitsDay(of: person, content, replacing: corrected)
    }
  }

  private func admitsAmount(_ content: HourEntry) throws(Rejection) {
    let heads = content.who.heads
    guard (1...HourEntry.headcountMax).contains(heads) else { throw .headcountOutOfRange(heads) }
    let limit = Self.dayMinutes * content.on.days * heads
    guard (1...limit).contains(content.minutes) else {
      throw .minutesOutOfRange(content.minutes, limit: limit)
    }
  }

  /// The shift may have been cancelled since: what people did is one thing, what was planned another.
  private func admitsShift(
    _ id: ShiftID, of content: HourEntry, at moment: Instant
  ) throws(Rejection) {
    guard let shift = shifts[id] else { throw .unknownShift(id) }
    if content.on.day == nil { throw .shiftNeedsDay }
    if shift.activity != content.activity {
      throw .shiftOfOtherActivity(id, activity: shift.activity)
    }
    if shift.plan.ends > moment { throw .shiftNotOver(id, ends: shift.plan.ends) }
  }

  private func admitsDay(
    of person: PersonID, _ content: HourEntry, replacing corrected: EntryID?
  ) throws(Rejection) {
    guard let day = content.on.day else { return }
    let sum = minutes(of: person, on: day, except: corrected) + content.minutes
    if sum > Self.dayMinutes { throw .dayOver24Hours(person, day, minutes: sum) }
  }
}

extension HourEntry {
  /// Largest unnamed group: beyond any town, so more is a typing error.
  package static let headcountMax = 1_000_000
}
