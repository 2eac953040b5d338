// The small world that the tests speak about. `Book.opened()` makes it: lines 1 to 7, so that the first
// line of a test is 8.

import Domain

/// Line 2: the founder, a coordinator.
let kari = PersonID(seq: 2)
/// Lines 3, 4 and 5: volunteers.
let ola = PersonID(seq: 3)
let liv = PersonID(seq: 4)
let per = PersonID(seq: 5)
/// Nobody.
let stranger = PersonID(seq: 999)

/// Lines 6 and 7.
let kafe = code("kafe")
let tur = code("tur")

/// The line that the first command of a test writes.
let firstLine = 8

/// 13:00 in Oslo on a Tuesday.
let noon = instant("2024-03-05T12:00:00Z")
/// 21:00 the same day, when the shift of the evening is over: the moment of the first command.
let tonight = instant("2024-03-05T20:00:00Z")
let today = day("2024-03-05")
let yesterday = day("2024-03-04")

let opening = LedgerOpened(origin: "test-origin", name: "Frivilligsentralen", reconstruction: false)

// Values from their spelling; a wrong spelling is a mistake in the test.

func code(_ text: String) -> ActivityCode { known(ActivityCode(text), text) }
func day(_ text: String) -> Day { known(Day(text: text), text) }
func instant(_ text: String) -> Instant { known(Instant(text: text), text) }
func period(_ text: String) -> Period { known(Period(text: text), text) }
func band(_ text: String) -> AgeBand { known(AgeBand(text: text), text) }
func clock(_ text: String) -> Clock { known(Clock(text: text), text) }
func commandID(_ text: String) -> CommandID { known(CommandID(text), text) }

private func known<Value>(_ value: Value?, _ text: String) -> Value {
  guard let value else { preconditionFailure("the test spells a value wrongly: \(text)") }
  return value
}

func activity(_ code: ActivityCode, _ name: String = "Språkkafé") -> ActivityDetails {
  ActivityDetails(code: code, name: name)
}

/// A shift from 18 to 20 today.
func evening(_ places: Int?, on day: Day = today) -> ShiftPlan {
  ShiftPlan(on: day, start: clock("18:00"), end: clock("20:00"), places: places)
}

/// Hours of one person on a day, today unless said.
func hours(
  _ person: PersonID, _ minutes: Int, _ activity: ActivityCode = kafe, on: String = "2024-03-05",
  start: String? = nil, shift: ShiftID? = nil
) -> HourEntry {
  HourEntry(
    activity: activity, on: period(on), who: .person(person), minutes: minutes,
    start: start.map(clock), shift: shift)
}

/// Hours of people without names.
func unnamed(_ heads: Int, _ minutes: Int, on: String = "2024-03-05") -> HourEntry {
  HourEntry(activity: kafe, on: period(on), who: .unnamed(headcount: heads), minutes: minutes)
}

/// Hours of a person in the year before, which is over and may be closed.
func lastYear(_ person: PersonID, _ minutes: Int, on: String = "2023-11-01") -> HourEntry {
  hours(person, minutes, on: on)
}

/// What a year is closed with; the figures are not looked at by the rules.
func closing(
  _ year: Int = 2023, divisor: Int = 1_650, rate: Int? = nil, accepted: [ClosingCheck] = [],
  reason: AcceptReason? = nil
) -> YearClosing {
  YearClosing(
    year: year, settings: YearSettings(year: year, divisor: divisor, rate: rate),
    totals: .init(entries: 1, minutes: 60, participations: 1, distinct: 1, headcount: 0),
    root: digits("a"), digest: digits("d"), accepted: accepted, reason: reason)
}

/// An import of the list of hours, or of another source.
func imported(
  _ source: String = "timeliste", _ kind: ImportMade.Kind = .hours, after: Int? = nil,
  table: ImportMade.Table? = nil
) -> ImportMade {
  ImportMade(
    source: source, kind: kind, digest: digits("f"), rows: 2,
    after: after.map { ImportID(seq: $0) }, table: table)
}

/// A grant of this year, of Språkkafé and all else.
func details(
  _ from: String = "2024-01-01", _ to: String = "2024-12-31", excluded: [WorkMark] = [],
  ages: [AgeBand] = []
) -> GrantDetails {
  GrantDetails(
    funder: "Fylket", scheme: "Inkludering", from: day(from), to: day(to), excluded: excluded,
    ages: ages)
}

/// A count of participants, today unless said.
func counted(
  _ count: Int, _ activity: ActivityCode = kafe, on: String = "2024-03-05",
  _ measure: ParticipantCount.Measure = .attendances, age: AgeBand? = nil
) -> ParticipantCount {
  ParticipantCount(activity: activity, on: period(on), measure: measure, age: age, count: count)
}

/// A report that was sent of a grant or a year; the digests are not looked at by the rules.
func sent(_ scope: SentReport.Scope, size: Int, on: Day = today, to: String = "Fylket")
  -> SentReport
{
  SentReport(
    scope, to: to, on: on, size: size, digest: digits("d"), grants: digits("e"), form: .html,
    file: digits("f"))
}

/// 64 hex digits.
func digits(_ digit: Character) -> String { String(repeating: digit, count: 64) }

func shift(_ seq: Int) -> ShiftID { ShiftID(seq: seq) }
func signup(_ seq: Int) -> SignupID { SignupID(seq: seq) }
func entry(_ seq: Int) -> EntryID { EntryID(seq: seq) }
func grant(_ seq: Int) -> GrantID { GrantID(seq: seq) }
func claim(_ seq: Int) -> ClaimID { ClaimID(seq: seq) }

/// The lines as ranges: `ranges(8, 10...12)`.
func ranges(_ parts: any LinePart...) -> LineRanges { LineRanges(parts.flatMap(\.lines)) }

protocol LinePart { var lines: [Int] { get } }
extension Int: LinePart { var lines: [Int] { [self] } }
extension ClosedRange<Int>: LinePart { var lines: [Int] { Array(self) } }
