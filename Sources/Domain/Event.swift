// What may have happened, in the past tense. Names and keys are storage format: they are specified in
// events/README.md and never change; a new shape is a new version of the event.

/// A fact that was recorded.
package enum Event: Hashable, Sendable {
  indirect case ledgerOpened(LedgerOpened)
  case personRegistered(PersonRegistered)
  indirect case activityAdded(ActivityDetails)
  indirect case activityChanged(ActivityDetails)
  case activityEnded(code: ActivityCode, on: Day)
  case shiftPlanned(activity: ActivityCode, plan: ShiftPlan)
  case shiftChanged(shift: ShiftID, plan: ShiftPlan)
  case shiftCancelled(shift: ShiftID, reason: Reason)
  case signupMade(shift: ShiftID, person: PersonID, waiting: Bool)
  case signupWithdrawn(SignupID)
  case signupPromoted(SignupID)
  case hoursLogged(HourEntry)
  case hoursCorrected(entry: EntryID, content: HourEntry, reason: Reason)
  case hoursApproved(EntryID)
  case hoursUnapproved(EntryID)
  /// Hours of a closed year: known, and in no closed figure.
  case lateLogged(HourEntry)
  case lateCorrected(entry: EntryID, content: HourEntry, reason: Reason)
  indirect case importMade(ImportMade)
  case yearSet(YearSettings)
  indirect case yearClosed(YearClosing)
  /// The annual meeting has approved the closing at a line.
  case yearApproved(year: Int, closing: Int, digest: String, on: Day)
  /// `note` is a salted commitment to words in the register, 64 hex digits.
  case yearReopened(year: Int, reason: Reason, note: String?)
  case centreAdded(CentreDetails)
  case centreChanged(CentreID, CentreDetails)
  /// The marks of an activity, or of an entry, as they are from now on.
  case activityMarked(ActivityCode, [WorkMark])
  case hoursMarked(EntryID, [WorkMark])
  case participantsAdded(ParticipantCount)
  case participantsCorrected(ParticipantsID, content: ParticipantCount, reason: Reason)
  indirect case grantAdded(GrantDetails)
  indirect case grantChanged(GrantID, GrantDetails)
  indirect case grantNoted(GrantID, GrantFact)
  case hoursClaimed(EntryID, grant: GrantID, minutes: Int)
  case claimReleased(ClaimID, reason: Reason)
  /// A finding of the plausibility audit about an entry as it is now.
  case findingWaived(EntryID, finding: String, reason: AcceptReason)
  indirect case reportSent(SentReport)
  case undone(ranges: LineRanges, reason: Reason?)
  case redone(undone: Int)
}

/// The first fact of every ledger.
package struct LedgerOpened: Hashable, Sendable {
  /// 8 to 64 of `a–z 0–9 . -`, random: names this ledger for ever.
  package var origin: String
  /// The centre's name.
  package var name: String
  /// Persons and days are invented: every report says so.
  package var reconstruction: Bool

  package init(origin: String, name: String, reconstruction: Bool) {
    self.origin = origin
    self.name = name
    self.reconstruction = reconstruction
  }
}

package struct PersonRegistered: Hashable, Sendable {
  package var role: Role
  /// SHA-256 of salt and identity, 64 hex digits; absent when there is nobody behind the id.
  package var commitment: String?

  package init(role: Role, commitment: String? = nil) {
    self.role = role
    self.commitment = commitment
  }
}

package enum Role: String, CaseIterable, Sendable {
  case volunteer, coordinator, approver
}

/// An activity as it is from now on.
package struct ActivityDetails: Hashable, Sendable {
  package var code: ActivityCode
  package var name: String
  /// Other names that people and older papers use for it.
  package var aliases: [String]
  /// The group of the recruitment table.
  package var group: String?
  package var category: Category?
  package var sector: String?
  /// The one unit that the hours are counted for.
  package var recipient: String?
  /// Further units it is for; hours are still counted once.
  package var recipients: [String]
  /// Belongs to the sum of the year; otherwise it is printed below it.
  package var counted: Bool

  package init(
    code: ActivityCode, name: String, aliases: [String] = [], group: String? = nil,
    category: Category? = nil, sector: String? = nil, recipient: String? = nil,
    recipients: [String] = [], counted: Bool = true
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.group = group
    self.category = category
    self.sector = sector
    self.recipient = recipient
    self.recipients = recipients
    self.counted = counted
  }
}

/// The nine activity categories of the national statistics of volunteer centres.
package enum Category: String, CaseIterable, Sendable {
  case meetingPlaces = "sosiale-moteplasser"
  case oneToOne = "en-til-en"
  case physical = "fysisk-aktivitet"
  case other = "annet"
  case inclusion = "inkludering"
  case event = "arrangement"
  case courses = "kurs"
  case craft = "handverk"
  case lending = "utlan"
}

/// When a shift is and how many it takes.
package struct ShiftPlan: Hashable, Sendable {
  package var on: Day
  package var start: Clock
  /// Not after `start` means the next day.
  package var end: Clock
  /// Absent: no limit.
  package var places: Int?

  package init(on: Day, start: Clock, end: Clock, places: Int? = nil) {
    self.on = on
    self.start = start
    self.end = end
    self.places = places
  }

  /// Length in minutes, 1 to 1 440.
  package var minutes: Int {
    let span = Int(end.minutes) - Int(start.minutes)
    return span > 0 ? span : span + 1_440
  }

  /// When it is over. (In the night the clocks change, a shift is as long as the wall clock says.)
  package var ends: Instant {
    Instant(on: end > start ? on : on.adding(1), at: end)
  }
}

/// Work that was done: the whole content of an hour entry.
package struct HourEntry: Hashable, Sendable {
  package var activity: ActivityCode
  package var on: Period
  package var who: Who
  /// The total of the entry, whatever the headcount; at least 1.
  package var minutes: Int
  package var known: Known
  package var start: Clock?
  package var shift: ShiftID?
  /// Where the paper is: "perm 3, ark 12".
  package var voucher: String?

  package init(
    activity: ActivityCode, on: Period, who: Who, minutes: Int, known: Known = .recorded,
    start: Clock? = nil, shift: ShiftID? = nil, voucher: String? = nil
  ) {
    self.activity = activity
    self.on = on
    self.who = who
    self.minutes = minutes
    self.known = known
    self.start = start
    self.shift = shift
    self.voucher = voucher
  }

  package enum Who: Hashable, Sendable {
    case person(PersonID)
    /// A group without names: it adds hours and a headcount, and nothing to distinct persons.
    case unnamed(headcount: Int)

    package var person: PersonID? { if case .person(let person) = self { person } else { nil } }
    /// People in the entry: 1 for a person.
    package var heads: Int { if case .unnamed(let heads) = self { heads } else { 1 } }
  }

  /// How the figure is known.
  package enum Known: String, CaseIterable, Sendable { case recorded, estimated, summary }
}

package struct YearSettings: Hashable, Sendable {
  package var year: Int
  /// Whole hours of one årsverk, 1 to 10 000.
  package var divisor: Int
  /// Øre an hour, 1 to 10 000 000.
  package var rate: Int?

  package init(year: Int, divisor: Int, rate: Int? = nil) {
    self.year = year
    self.divisor = divisor
    self.rate = rate
  }

  /// The divisor where a ledger says nothing: the one Kongsberg prints.
  package static let divisorDefault = 1_650
  package static let divisorRange = 1...10_000
  package static let rateRange = 1...10_000_000
}

/// Why something was corrected, cancelled or undone: a code, since free text is where names leak.
package enum Reason: String, CaseIterable, Sendable {
  case typo, duplicate
  case wrongPerson = "wrong-person"
  case wrongActivity = "wrong-activity"
  case wrongDay = "wrong-day"
  case wrongMinutes = "wrong-minutes"
  case cancelled
  case fewSignups = "few-signups"
  case weather, illness, other
}
