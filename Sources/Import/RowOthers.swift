// Rows of persons, activities, shifts and sign-ups, and of a printed table.

import Domain
import Wording

extension RowCells {
  mutating func personRow() -> PersonRow? {
    let name = requiredPerson()
    let role = read(.role, .role, roleSpelled)
    let birthYear = read(.birthYear, .birthYear, birthYearSpelled)
    guard isClean, let name else { return nil }
    return PersonRow(line: line, name: name, role: role, birthYear: birthYear)
  }

  mutating func activityRow() -> ActivityRow? {
    let name = requiredText(.activity)
    let row = ActivityRow(
      line: line, name: name ?? "", code: read(.code, .code) { ActivityCode($0) },
      aliases: texts(.aliases), group: text(.group),
      category: read(.category, .category, categorySpelled), sector: text(.sector),
      recipient: text(.recipient), recipients: texts(.alsoFor), counted: yesOrNo(.counted))
    return isClean && name != nil ? row : nil
  }

  mutating func shiftRow() -> ShiftRow? {
    let activity = requiredText(.activity)
    let on = requiredDay(.on)
    let (start, end) = requiredTimes()
    let places = count(.places)
    guard isClean, let activity, let on, let start, let end else { return nil }
    return ShiftRow(
      line: line, activity: activity, on: on.day, start: start, end: end, places: places)
  }

  mutating func signupRow() -> SignupRow? {
    let person = requiredPerson()
    var place: SignupRow.Place?
    if let shift = read(.shift, .shift, { ShiftID(text: $0) }) {
      place = .shift(shift)
    } else if self[.shift].isEmpty {
      place = plannedPlace()
    }
    guard isClean, let person, let place else { return nil }
    return SignupRow(line: line, place: place, person: person)
  }

  mutating func tableRow() -> PrintedTable.Row? {
    let activity = requiredText(.activity)
    let volunteers = require(.headcount, .count, countSpelled)
    let minutes =
      has(.hours)
      ? require(.hours, .amount, minutesSpelled) : require(.minutes, .count, countSpelled)
    guard isClean, let activity, let volunteers, let minutes else { return nil }
    return PrintedTable.Row(
      line: line, activity: activity, volunteers: volunteers, minutes: minutes)
  }

  private mutating func plannedPlace() -> SignupRow.Place? {
    guard has(.activity) else {
      expect(.value, .shift)
      return nil
    }
    let activity = requiredText(.activity)
    let on = requiredDay(.on)
    let start = has(.span) && !self[.span].isEmpty ? span(.span)?.start : clock(.start)
    guard let start = start ?? on?.time else {
      if self[.span].isEmpty, self[.start].isEmpty {
        expect(.value, has(.start) ? .start : .span)
      }
      return nil
    }
    guard let activity, let on else { return nil }
    return .planned(activity: activity, on: on.day, start: start)
  }

  /// Both ends of a shift, which must be there.
  private mutating func requiredTimes() -> (Clock?, Clock?) {
    if has(.span), !self[.span].isEmpty {
      let span = read(.span, .span) { text -> SpelledSpan? in
        SpelledSpan(text).flatMap { $0.end == nil ? nil : $0 }
      }
      return (span?.start, span?.end)
    }
    if !has(.start) { return (require(.span, .span) { SpelledSpan($0)?.start }, nil) }
    let before = faults.count
    for field in [ColumnField.start, .end] where self[field].isEmpty { expect(.value, field) }
    let (start, end) = (clock(.start), clock(.end))
    if faults.count == before, start == end { expect(.clock, .end) }
    return (start, end)
  }
}

private func roleSpelled(_ text: String) -> Role? {
  switch spelledKey(text) {
  case "volunteer", "frivillig": .volunteer
  case "coordinator", "koordinator", "leder", "daglig leder", "dagleg leiar": .coordinator
  case "approver", "godkjenner", "godkjennar": .approver
  default: nil
  }
}

/// A year of four digits, or the year of a day whose year has four: two digits tell no century.
private func birthYearSpelled(_ text: String) -> Int? {
  if let year = number(text, digits: 4...4) { return Day.years.contains(year) ? year : nil }
  guard let day = CellMoment(text)?.day, text.contains("\(day.year)") else { return nil }
  return day.year
}

/// A category by its key or by its name in any language.
private func categorySpelled(_ text: String) -> Category? {
  let key = searchKey(text)
  let national = NationalCategory.all.first { category in
    category.key == key || Language.allCases.contains { searchKey(category.name($0)) == key }
  }
  return national.flatMap { Category(rawValue: $0.key) }
}
