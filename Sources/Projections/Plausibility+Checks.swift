// The checks themselves: what single entries show, and what only many show together. Two patterns are
// not looked for in hours on a shift, since the plan says why they are alike.

import Domain

extension Plausibility {
  /// What the closing of a year asks about too; several of one kind at an entry become one.
  static func implausible(_ entries: [Entry]) -> [Found] {
    var found: [Found] = []
    for implausible in Implausible.all(among: entries) {
      let (facts, others) = (implausible.why.facts, implausible.why.other.map { [$0] } ?? [])
      // They come by entry, and by kind within it.
      if let last = found.last, last.0 == implausible.entry, last.1.id == facts.id {
        found[found.count - 1].2 = (last.2 + others).sorted()
      } else {
        found.append((implausible.entry, facts, others))
      }
    }
    return found
  }

  /// What an entry shows by itself.
  static func facts(
    of entry: Entry, in state: State, _ author: (Int) -> PersonID?
  ) -> [PlausibilityFinding.Facts] {
    [
      shift(of: entry, in: state), approval(of: entry, author), claim(on: entry, in: state),
      entry.approval == nil ? entry.claims.first.map { .claimUnapproved($0.id, $0.grant) } : nil,
      lateness(of: entry),
    ].compactMap { $0 }
  }

  private static func shift(of entry: Entry, in state: State) -> PlausibilityFinding.Facts? {
    guard let shift = entry.content.shift.flatMap({ state.shifts[$0] }) else { return nil }
    if shift.cancelled != nil { return .cancelledShift(shift.id) }
    guard let person = entry.content.who.person else { return nil }
    return shift.signup(of: person)?.status == .placed ? nil : .noSignup(person, shift.id)
  }

  private static func approval(
    of entry: Entry, _ author: (Int) -> PersonID?
  ) -> PlausibilityFinding.Facts? {
    guard let by = entry.approval?.by else { return nil }
    if by == entry.content.who.person { return .ownApproval(by, isVolunteer: true) }
    let wrote = by == entry.recordedBy || entry.corrections.contains { author($0) == by }
    return wrote ? .ownApproval(by, isVolunteer: false) : nil
  }

  /// The first claim of a grant that leaves out what the entry, or its activity, is marked as.
  private static func claim(on entry: Entry, in state: State) -> PlausibilityFinding.Facts? {
    let marks = entry.marks + (state.activities[entry.content.activity]?.marks ?? [])
    for claim in entry.claims {
      let excluded = [.paid] + (state.grants[claim.grant]?.details.excluded ?? [])
      if let mark = marks.sorted().first(where: excluded.contains) {
        return .claimExcluded(mark, claim.id, claim.grant)
      }
    }
    return nil
  }

  /// A figure of an older paper is late by its nature, and says so.
  private static func lateness(of entry: Entry) -> PlausibilityFinding.Facts? {
    if entry.content.known == .summary { return nil }
    let days = Int(entry.recordedAt.osloDay.number) - Int(entry.content.on.last.number)
    return days > PlausibilityLimit.lateDays ? .enteredLate(days: days) : nil
  }

  // MARK: - What many entries show together

  static func patterns(among entries: [Entry]) -> [Found] {
    // An estimate says itself that it is one.
    let recorded = entries.filter { $0.content.known == .recorded && $0.content.shift == nil }
    return rounding(among: recorded) + blocks(among: recorded)
  }

  private static func rounding(among entries: [Entry]) -> [Found] {
    let years = Dictionary(grouping: entries) {
      ActivityYear(activity: $0.content.activity, year: $0.content.on.year)
    }
    return years.compactMap { key, entries -> Found? in
      let round = entries.filter { $0.content.minutes % 60 == 0 }.map(\.id)
      guard entries.count >= PlausibilityLimit.roundEntries,
        round.count * 100 >= entries.count * PlausibilityLimit.roundShare, let first = round.first
      else { return nil }
      return (
        first,
        .roundPadding(key.activity, year: key.year, round: round.count, entries: entries.count),
        Array(round.dropFirst())
      )
    }
  }

  private static func blocks(among entries: [Entry]) -> [Found] {
    var found: [Found] = []
    var named: [Block: [Entry]] = [:]
    for entry in entries {
      let content = entry.content
      guard let day = content.on.day else { continue }
      guard case .unnamed(let heads) = content.who else {
        named[Block(activity: content.activity, day: day, minutes: content.minutes), default: []]
          .append(entry)
        continue
      }
      guard heads >= PlausibilityLimit.blockHeads, content.minutes % heads == 0 else { continue }
      let each = content.minutes / heads
      if each % PlausibilityLimit.blockStep == 0 {
        found.append((entry.id, .equalBlock(heads: heads, minutes: each), []))
      }
    }
    for (block, entries) in named {
      let heads = Set(entries.compactMap(\.content.who.person)).count
      guard heads >= PlausibilityLimit.blockHeads, let first = entries.first else { continue }
      found.append(
        (
          first.id, .equalBlock(heads: heads, minutes: block.minutes),
          entries.dropFirst().map(\.id)
        ))
    }
    return found
  }
}

private struct ActivityYear: Hashable {
  let activity: ActivityCode
  let year: Int
}

private struct Block: Hashable {
  let activity: ActivityCode
  let day: Day
  let minutes: Int
}
