import Domain

// The data of every event, version 1, as events/README.md section 4 gives it. The order of the calls
// is the order of the keys, and it stands only here: `WritingPass` and `ScanningPass` both follow it.
//
// Swift evaluates arguments from left to right, so a call of an initialiser is a list of keys.
// A shipped description is never changed: see EventLine+Upcast.swift.

/// The keys of each event's data, in order.
enum EventFields {
  /// Counts start at 1 and end where every JSON reader still holds whole numbers exactly.
  static let counts = 1...(LineNumber.limit - 1)

  static func opening<Pass: FieldPass>(
    _ pass: inout Pass, _ given: LedgerOpened?
  ) throws(FormatError) -> LedgerOpened {
    LedgerOpened(
      origin: try pass.characters("origin", given?.origin, .origin),
      name: try pass.text("name", given?.name, bytesMax: TextRule.nameBytesMax),
      reconstruction: try pass.boolean("reconstruction", given?.reconstruction))
  }

  static func person<Pass: FieldPass>(
    _ pass: inout Pass, _ given: PersonRegistered?
  ) throws(FormatError) -> PersonRegistered {
    PersonRegistered(
      role: try pass.word("role", given?.role),
      commitment: try pass.optionalCharacters("commitment", given?.commitment, .hexDigits))
  }

  static func activity<Pass: FieldPass>(
    _ pass: inout Pass, _ given: ActivityDetails?
  ) throws(FormatError) -> ActivityDetails {
    let bytesMax = TextRule.nameBytesMax
    return ActivityDetails(
      code: try pass.code("code", given?.code),
      name: try pass.text("name", given?.name, bytesMax: bytesMax),
      aliases: try pass.texts("aliases", given?.aliases, bytesMax: bytesMax),
      group: try pass.optionalText("group", given?.group, bytesMax: bytesMax),
      category: try pass.optionalWord("category", given?.category),
      sector: try pass.optionalText("sector", given?.sector, bytesMax: bytesMax),
      recipient: try pass.optionalText("recipient", given?.recipient, bytesMax: bytesMax),
      recipients: try pass.texts("recipients", given?.recipients, bytesMax: bytesMax),
      counted: try pass.boolean("counted", given?.counted))
  }

  static func activityEnd<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (code: ActivityCode, on: Day)?
  ) throws(FormatError) -> (code: ActivityCode, on: Day) {
    (code: try pass.code("code", given?.code), on: try pass.day("on", given?.on))
  }

  static func shift<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (activity: ActivityCode, plan: ShiftPlan)?
  ) throws(FormatError) -> (activity: ActivityCode, plan: ShiftPlan) {
    (activity: try pass.code("activity", given?.activity), plan: try plan(&pass, given?.plan))
  }

  static func shiftChange<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (shift: ShiftID, plan: ShiftPlan)?
  ) throws(FormatError) -> (shift: ShiftID, plan: ShiftPlan) {
    (shift: try pass.id("shift", given?.shift), plan: try plan(&pass, given?.plan))
  }

  private static func plan<Pass: FieldPass>(
    _ pass: inout Pass, _ given: ShiftPlan?
  ) throws(FormatError) -> ShiftPlan {
    ShiftPlan(
      on: try pass.day("on", given?.on),
      start: try pass.clock("start", given?.start),
      end: try pass.clock("end", given?.end),
      places: try pass.optionalNumber("places", given?.places, in: counts))
  }

  static func shiftCancelling<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (shift: ShiftID, reason: Reason)?
  ) throws(FormatError) -> (shift: ShiftID, reason: Reason) {
    (shift: try pass.id("shift", given?.shift), reason: try pass.word("reason", given?.reason))
  }

  static func signup<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (shift: ShiftID, person: PersonID, waiting: Bool)?
  ) throws(FormatError) -> (shift: ShiftID, person: PersonID, waiting: Bool) {
    (
      shift: try pass.id("shift", given?.shift), person: try pass.id("person", given?.person),
      waiting: try pass.boolean("waiting", given?.waiting)
    )
  }

  static func hours<Pass: FieldPass>(
    _ pass: inout Pass, _ given: HourEntry?
  ) throws(FormatError) -> HourEntry {
    HourEntry(
      activity: try pass.code("activity", given?.activity),
      on: try pass.period("on", given?.on),
      who: try who(&pass, given?.who),
      minutes: try pass.number("minutes", given?.minutes, in: counts),
      known: try pass.word("known", given?.known),
      start: try pass.optionalClock("start", given?.start),
      shift: try pass.optionalID("shift", given?.shift),
      voucher: try pass.optionalText(
        "voucher", given?.voucher, bytesMax: TextRule.voucherBytesMax))
  }

  /// Either key, never both: after one of them only `minutes` may follow.
  private static func who<Pass: FieldPass>(
    _ pass: inout Pass, _ given: HourEntry.Who?
  ) throws(FormatError) -> HourEntry.Who {
    if let person = try pass.optionalID("person", given?.person) { return .person(person) }
    return .unnamed(headcount: try pass.number("headcount", given?.heads, in: counts))
  }

  static func correction<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (entry: EntryID, content: HourEntry, reason: Reason)?
  ) throws(FormatError) -> (entry: EntryID, content: HourEntry, reason: Reason) {
    (
      entry: try pass.id("entry", given?.entry), content: try hours(&pass, given?.content),
      reason: try pass.word("reason", given?.reason)
    )
  }

  static func year<Pass: FieldPass>(
    _ pass: inout Pass, _ given: YearSettings?
  ) throws(FormatError) -> YearSettings {
    YearSettings(
      year: try pass.number("year", given?.year, in: Day.years),
      divisor: try pass.number("divisor", given?.divisor, in: YearSettings.divisorRange),
      rate: try pass.optionalNumber("rate", given?.rate, in: YearSettings.rateRange))
  }

  static func undoing<Pass: FieldPass>(
    _ pass: inout Pass, _ given: (ranges: LineRanges, reason: Reason?)?
  ) throws(FormatError) -> (ranges: LineRanges, reason: Reason?) {
    (
      ranges: try pass.ranges("ranges", given?.ranges),
      reason: try pass.optionalWord("reason", given?.reason)
    )
  }
}
