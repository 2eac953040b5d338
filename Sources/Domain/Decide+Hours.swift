// Warnings about hours: what is allowed, but worth a second look before it is counted.

extension Draft {
  /// Warns when a person would be in two places at once, as far as start times tell, and when the
  /// shift of the entry was cancelled.
  mutating func warnAbout(_ content: HourEntry, except corrected: EntryID?) {
    if let shift = content.shift, state.shifts[shift]?.cancelled != nil {
      warn(.onCancelledShift(shift))
    }
    guard let person = content.who.person, let day = content.on.day else { return }
    let state = state
    for id in (state.entriesOnDay[PersonDay(person: person, day: day)] ?? []).sorted()
    where id != corrected {
      guard let other = state.entries[id]?.content, other.looksLike(content) else { continue }
      warn(.looksDouble(person, day, other: id.seq < firstLine ? id : nil))
    }
    guard let span = content.minuteSpan else { return }
    // An entry over midnight belongs to the day it began, so the day before matters too, and the next.
    for near in [day.adding(-1), day, day.adding(1)] {
      let entries = state.entriesOnDay[PersonDay(person: person, day: near)] ?? []
      for id in entries.sorted() where id != corrected {
        if let other = state.entries[id]?.content.minuteSpan, other.overlaps(span) {
          warn(.overlap(person, day, other: id.seq < firstLine ? id : nil))
        }
      }
    }
  }

  private var firstLine: Int { nextLine - events.count }
}

extension HourEntry {
  /// Whether two entries of one person's day say the same, and no start of either tells them apart.
  fileprivate func looksLike(_ other: HourEntry) -> Bool {
    activity == other.activity && minutes == other.minutes && start == nil && other.start == nil
  }

  /// From start to end in minutes since 1970 by the wall clock, when the entry has a start and its
  /// minutes can be one stretch of a day (what is asked for was not admitted yet).
  package var minuteSpan: Range<Int>? {
    guard let day = on.day, let start, (1...State.dayMinutes).contains(minutes) else { return nil }
    let from = Int(day.number) * State.dayMinutes + Int(start.minutes)
    return from..<(from + minutes)
  }
}
