// Which entries a claim is about: those that were named, or all that fit. Whether an entry may be
// claimed is asked of the ledger itself, entry by entry, so that there is one rule.

import CommandLineKit
import Domain
import Import
import Wording

/// What is to be claimed, as it was typed.
struct GrantClaimChoice {
  /// Empty: whatever fits.
  let named: [EntryID]
  /// Of each entry; nil: what is left.
  let minutes: Int?

  init(_ arguments: Arguments, named: [EntryID]) throws {
    self.named = named
    let isBulk =
      arguments[HoursApprove.all] || arguments.has(GrantClaim.activities)
      || arguments.has(Common.person) || arguments.has(Grants.from) || arguments.has(Grants.to)
    if named.isEmpty != isBulk {
      throw Failure.usage(
        "entries-or-choice",
        nb: "Si hvilke: føringer med id, eller --aktivitet, --person, --fra, --til eller --alle.",
        en: "say which: entries by id, or --activity, --person, --from, --to or --all")
    }
    let given = [arguments[Hours.minutes], arguments[Hours.hours]?.minutes].compactMap { $0 }
    if given.count > 1 {
      throw Failure.usage(
        "minutes-twice", nb: "Si --minutter eller --timer, ikke begge.",
        en: "say --minutes or --hours, not both")
    }
    if isBulk, !given.isEmpty {
      throw Failure.usage(
        "minutes-of-each", nb: "--minutter og --timer gjelder føringer med id.",
        en: "--minutes and --hours are for entries by id")
    }
    minutes = given.first
  }

  /// The entries to claim, by number, and those that were passed over.
  func entries(
    for grant: Grant, _ context: Context, _ open: OpenLedger
  ) throws -> (entries: [EntryID], passed: GrantClaimPassed) {
    var passed = GrantClaimPassed()
    // What was named is claimed or refused as a whole, with the first reason.
    if !named.isEmpty { return (named, passed) }
    if !grant.status.takesClaims { throw open.failure(.grantTakesNone(grant.id, grant.status)) }
    var chosen: [EntryID] = []
    for entry in try candidates(for: grant, context, open) {
      if let reason = open.reasonNotToClaim(entry, grant) {
        passed.note(entry, reason)
      } else {
        chosen.append(entry.id)
      }
    }
    return (chosen, passed)
  }

  /// All that `--activity`, `--person`, `--from` and `--to` ask for, by number. Where no activity is
  /// asked for it is those of the grant, and where no day is, all its days.
  private func candidates(
    for grant: Grant, _ context: Context, _ open: OpenLedger
  ) throws -> [Entry] {
    let arguments = context.arguments
    let codes = try Set(
      arguments.all(GrantClaim.activities).map { try open.activity($0).details.code })
    for code in codes.sorted() where !grant.includes(code) {
      throw open.failure(.activityNotOfGrant(code, grant.id))
    }
    let person = try arguments[Common.person].map { try open.person($0) }
    let from = arguments[Grants.from]?.day(today: context.today)
    let to = arguments[Grants.to]?.day(today: context.today)
    if let from, let to, to < from {
      throw Failure.usage(
        "bad-period", nb: "Perioden må slutte etter at den begynner.",
        en: "a period must end after it begins")
    }
    let isNarrow = !codes.isEmpty || person != nil || from != nil || to != nil
    return open.state.entries.values.filter { entry in
      let content = entry.content
      guard codes.isEmpty ? grant.includes(content.activity) : codes.contains(content.activity),
        person == nil || content.who.person == person,
        from.map({ $0 <= content.on.first }) ?? true, to.map({ content.on.last <= $0 }) ?? true
      else { return false }
      // `--all` is about the grant's own time; whoever asks for more is told what lies outside.
      return isNarrow || grant.details.covers(content.on)
    }.sorted { $0.id < $1.id }
  }
}

extension OpenLedger {
  /// Why what is left of an entry may not be claimed on a grant; nil if it may.
  fileprivate func reasonNotToClaim(_ entry: Entry, _ grant: Grant) -> Rejection? {
    let left = max(entry.content.minutes - entry.claimedMinutes, 1)
    guard let last = ledger.history.last, let command = CommandID("claim") else { return nil }
    let claim = Recorded(
      seq: last.seq + 1, at: last.at, by: last.by, command: command, left: 0,
      event: .hoursClaimed(entry.id, grant: grant.id, minutes: left))
    do throws(Rejection) {
      try ledger.check(claim)
      return nil
    } catch {
      return error
    }
  }
}
