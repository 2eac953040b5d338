// Rows as they were read: typed, complete, and with names that nobody has looked up yet. What the
// ledger admits is judged elsewhere.

package import Domain

/// Work that was done.
package struct HoursRow: Hashable, Sendable {
  package var line: Int
  package var activity: String
  /// Exactly one of `person` and `headcount` is there.
  package var person: String?
  package var headcount: Int?
  package var on: Period
  /// The total of the row, at least 1.
  package var minutes: Int
  package var known: HourEntry.Known?
  package var start: Clock?
  package var voucher: String?
  package var shift: ShiftID?

  package init(
    line: Int, activity: String, person: String? = nil, headcount: Int? = nil, on: Period,
    minutes: Int, known: HourEntry.Known? = nil, start: Clock? = nil, voucher: String? = nil,
    shift: ShiftID? = nil
  ) {
    self.line = line
    self.activity = activity
    self.person = person
    self.headcount = headcount
    self.on = on
    self.minutes = minutes
    self.known = known
    self.start = start
    self.voucher = voucher
    self.shift = shift
  }
}

/// Somebody on a shift.
package struct SignupRow: Hashable, Sendable {
  package var line: Int
  package var place: Place
  package var person: String

  package init(line: Int, place: Place, person: String) {
    self.line = line
    self.place = place
    self.person = person
  }

  /// Which shift.
  package enum Place: Hashable, Sendable {
    case shift(ShiftID)
    case planned(activity: String, on: Day, start: Clock)
  }
}

/// Somebody to register.
package struct PersonRow: Hashable, Sendable {
  package var line: Int
  package var name: String
  package var role: Role?
  package var birthYear: Int?

  package init(line: Int, name: String, role: Role? = nil, birthYear: Int? = nil) {
    self.line = line
    self.name = name
    self.role = role
    self.birthYear = birthYear
  }
}

/// An activity to add.
package struct ActivityRow: Hashable, Sendable {
  package var line: Int
  package var name: String
  package var code: ActivityCode?
  package var aliases: [String]
  package var group: String?
  package var category: Category?
  package var sector: String?
  package var recipient: String?
  package var recipients: [String]
  package var counted: Bool?

  package init(
    line: Int, name: String, code: ActivityCode? = nil, aliases: [String] = [],
    group: String? = nil, category: Category? = nil, sector: String? = nil,
    recipient: String? = nil, recipients: [String] = [], counted: Bool? = nil
  ) {
    self.line = line
    self.name = name
    self.code = code
    self.aliases = aliases
    self.group = group
    self.category = category
    self.sector = sector
    self.recipient = recipient
    self.recipients = recipients
    self.counted = counted
  }
}

/// A shift to plan.
package struct ShiftRow: Hashable, Sendable {
  package var line: Int
  package var activity: String
  package var on: Day
  package var start: Clock
  /// Not after `start` means the next day.
  package var end: Clock
  package var places: Int?

  package init(
    line: Int, activity: String, on: Day, start: Clock, end: Clock, places: Int? = nil
  ) {
    self.line = line
    self.activity = activity
    self.on = on
    self.start = start
    self.end = end
    self.places = places
  }
}
