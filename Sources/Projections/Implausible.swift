// What is hard to believe of hour entries, so that a year is not closed before somebody has looked.
// Nothing here is forbidden: `admits` refuses what cannot be, and this names what somebody should look
// at against the paper. (`Plausibility` is what an auditor looks for besides.)

package import Domain

/// An entry that is hard to believe, with why.
package struct Implausible: Hashable, Sendable {
  package let entry: EntryID
  package let why: Why

  package init(entry: EntryID, why: Why) {
    self.entry = entry
    self.why = why
  }

  package enum Why: Hashable, Sendable {
    /// Somebody worked over 16 hours on one day, in all entries of that day. Where only a period or
    /// a group is known, `minutes` is the average of a person and day, rounded up.
    case longDay(minutes: Int)
    /// The same person is in another, earlier recorded entry at the same time.
    case overlap(EntryID)
    /// An earlier recorded entry says the same: it may be entered twice.
    case looksDouble(EntryID)

    /// The same, as a plausibility finding.
    package var facts: PlausibilityFinding.Facts {
      switch self {
      case .longDay(let minutes): .longDay(minutes: minutes)
      case .overlap: .overlap
      case .looksDouble: .duplicateLooking
      }
    }

    /// The other entry it is about.
    package var other: EntryID? {
      switch self {
      case .longDay: nil
      case .overlap(let other), .looksDouble(let other): other
      }
    }
  }

  /// Minutes of a day that a person is hardly at work beyond: 16 hours.
  package static let dayMinutes = 960

  /// Returns what is hard to believe of entries, looked at together, and nobody stands by, by the
  /// number of the entry.
  static func found(among entries: [Entry]) -> [Implausible] {
    var waived: [EntryID: Set<String>] = [:]
    for entry in entries where !entry.waivers.isEmpty {
      waived[entry.id] = Set(entry.waivers.map(\.finding))
    }
    return all(among: entries).filter { found in
      waived[found.entry]?.contains(found.why.facts.id.rawValue) != true
    }
  }

  /// The same, also what somebody stands by.
  static func all(among entries: [Entry]) -> [Implausible] {
    let entries = entries.sorted { $0.id < $1.id }
    let doubles = doubles(among: entries)
    let pairs = Set(doubles.map { [$0.entry, $0.other] })
    // What is entered twice is there at the same time too: that is said once.
    let overlaps = overlaps(among: entries).filter { !pairs.contains([$0.entry, $0.other]) }
    let found =
      longDays(among: entries)
      + overlaps.map { Implausible(entry: $0.entry, why: .overlap($0.other)) }
      + doubles.map { Implausible(entry: $0.entry, why: .looksDouble($0.other)) }
    // (The order of what one entry shows is the order above.)
    return found.enumerated().sorted {
      ($0.element.entry, $0.offset) < ($1.element.entry, $1.offset)
    }.map(\.element)
  }

  /// Of the entries that make a day long it is the longest that is named: minutes typed for hours.
  private static func longDays(among entries: [Entry]) -> [Implausible] {
    var found: [Implausible] = []
    var days: [PersonDay: (minutes: Int, longest: Entry)] = [:]
    for entry in entries {
      let content = entry.content
      guard let person = content.who.person, let day = content.on.day else {
        // Somebody had at least the average of all heads and days.
        let average = (content.minutes - 1) / content.on.days / max(content.who.heads, 1) + 1
        if average > dayMinutes {
          found.append(Implausible(entry: entry.id, why: .longDay(minutes: average)))
        }
        continue
      }
      let key = PersonDay(person: person, day: day)
      var sum = days[key] ?? (0, entry)
      sum.minutes.addClamped(content.minutes)
      if content.minutes >= sum.longest.content.minutes { sum.longest = entry }
      days[key] = sum
    }
    for sum in days.values where sum.minutes > dayMinutes {
      found.append(Implausible(entry: sum.longest.id, why: .longDay(minutes: sum.minutes)))
    }
    return found
  }

  /// An entry, and an earlier recorded one.
  private typealias Pair = (entry: EntryID, other: EntryID)

  /// Each entry is held against the one that lasts longest of those that began before it, so that a
  /// day of many entries gives no more findings than entries.
  private static func overlaps(among entries: [Entry]) -> [Pair] {
    var spans: [PersonID: [(start: Int, end: Int, id: EntryID)]] = [:]
    for entry in entries {
      let content = entry.content
      guard let person = content.who.person, let day = content.on.day, let clock = content.start
      else { continue }
      let start = Int(day.number) * State.dayMinutes + Int(clock.minutes)
      var end = start
      end.addClamped(content.minutes)
      spans[person, default: []].append((start, end, entry.id))
    }
    return spans.values.flatMap { spans in
      var pairs: [Pair] = []
      var longest: (end: Int, id: EntryID)?
      for span in spans.sorted(by: { ($0.start, $0.id) < ($1.start, $1.id) }) {
        if let longest, span.start < longest.end {
          pairs.append((max(span.id, longest.id), min(span.id, longest.id)))
        }
        if span.end > longest?.end ?? .min { longest = (span.end, span.id) }
      }
      return pairs
    }
  }

  /// Two entries look double when activity, time, people and minutes are the same and nothing tells
  /// them apart: start, shift and voucher are the same too, or one of the two has none of them.
  private static func doubles(among entries: [Entry]) -> [Pair] {
    var seen: [Work: (first: EntryID, bare: EntryID?, detailed: [Details: EntryID])] = [:]
    var pairs: [Pair] = []
    for entry in entries {
      let work = Work(entry.content)
      let details = Details(entry.content)
      var before = seen[work] ?? (entry.id, nil, [:])
      let other =
        details.isNone ? before.first : before.detailed[details] ?? before.bare ?? entry.id
      if other != entry.id { pairs.append((entry.id, other)) }
      if details.isNone {
        before.bare = before.bare ?? entry.id
      } else if before.detailed[details] == nil {
        before.detailed[details] = entry.id
      }
      seen[work] = before
    }
    return pairs
  }

  private struct Work: Hashable {
    let activity: ActivityCode
    let on: Period
    let who: HourEntry.Who
    let minutes: Int

    init(_ content: HourEntry) {
      activity = content.activity
      on = content.on
      who = content.who
      minutes = content.minutes
    }
  }

  private struct Details: Hashable {
    let start: Clock?
    let shift: ShiftID?
    let voucher: String?

    init(_ content: HourEntry) {
      start = content.start
      shift = content.shift
      voucher = content.voucher
    }

    var isNone: Bool { start == nil && shift == nil && voucher == nil }
  }
}
