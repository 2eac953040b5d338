// Shifts and sign-ups: the plan, as a spreadsheet has it. A shift is known by its activity, day and times,
// a sign-up by its shift and person.

import CommandLineKit
import Domain
import Import
import Wording

extension ImportPlanner {
  // MARK: - Shifts

  mutating func planShifts(_ rows: [ShiftRow]) throws {
    var planned: [ShiftKey: String] = [:]
    for shift in open.state.shifts.values.sorted(by: { $0.id < $1.id }) {
      planned[ShiftKey(shift.activity, shift.plan), default: shift.id.text] = shift.id.text
    }
    var steps: [(line: Int, command: Command, event: Event)] = []
    for row in rows {
      guard let code = activity(row.activity, line: row.line) else { continue }
      let shift = ShiftPlan(on: row.on, start: row.start, end: row.end, places: row.places)
      let key = ShiftKey(code, shift)
      guard let there = planned[key] else {
        planned[key] = ImportWords.line(row.line)
        steps.append(
          (row.line, .planShift(code, shift), .shiftPlanned(activity: code, plan: shift)))
        continue
      }
      plan.there.append(.init(line: row.line, id: there))
      guard let id = ShiftID(text: there), let before = open.state.shifts[id] else { continue }
      let isOther = row.places != nil && row.places != before.plan.places && before.cancelled == nil
      guard isOther else { continue }
      plan.differing.append(
        .init(
          line: row.line, id: there,
          text: ImportWords.places(there, before.plan.places, row.places),
          isChanged: mode == .update))
      if mode == .update {
        steps.append((row.line, .changeShift(id, shift), .shiftChanged(shift: id, plan: shift)))
      }
    }
    var rehearsal = try rehearsal()
    for step in steps { attempt(step.event, line: step.line, in: &rehearsal) }
    try refuseFaults()
    try refusePersonalSource(adding: [])
    plan.activities = newActivities
    plan.commands = steps.map(\.command)
  }

  // MARK: - Sign-ups

  mutating func planSignups(_ rows: [SignupRow]) throws {
    var places: [(line: Int, shift: ShiftID, person: PersonID)] = []
    var seen: Set<SignupKey> = []
    for row in rows {
      guard let shift = shift(row), let person = person(row.person, line: row.line) else {
        continue
      }
      let signups = open.state.shifts[shift]?.signups ?? []
      let mine = signups.filter { $0.person == person }
      if let there = mine.last {
        plan.there.append(.init(line: row.line, id: there.id.text))
        if there.status == .withdrawn {
          plan.notes.append(
            Phrase(
              nb: "linje \(row.line): \(there.id.text) er meldt av, og meldes ikke på igjen",
              en: "line \(row.line): \(there.id.text) was withdrawn, and is not signed up again"))
        }
      } else if seen.insert(SignupKey(shift: shift, person: person)).inserted {
        places.append((row.line, shift, person))
      } else {
        plan.there.append(.init(line: row.line, id: shift.text))
      }
    }
    var rehearsal = try rehearsal()
    for place in places {
      let isFull = rehearsal.state.shifts[place.shift]?.hasFreePlace == false
      attempt(
        .signupMade(shift: place.shift, person: place.person, waiting: isFull), line: place.line,
        in: &rehearsal)
    }
    try refuseFaults()
    try refusePersonalSource(adding: newPersons.map(\.name))
    noteLikenesses()
    try plan.addPersons(newPersons, context, open)
    plan.commands = places.map { .signUp([$0.person], $0.shift) }
  }

  /// Returns the one shift that a row means, or notes why there is none.
  private mutating func shift(_ row: SignupRow) -> ShiftID? {
    switch row.place {
    case .shift(let id):
      if open.state.shifts[id] != nil { return id }
      let column = column(.shift)
      faults.append(
        ImportFault(
          kind: "row", line: row.line, column: column, text: id.text,
          open.rejectionWords.words(.unknownShift(id)).1))
      return nil
    case .planned(let name, let day, let start):
      // An activity that is not there has no shift either.
      switch names.activity(name) {
      case .none:
        names.miss(activity: name, line: row.line)
        return nil
      case .several(let codes):
        names.miss(activity: name, line: row.line, several: codes)
        return nil
      case .one(let code):
        let found = open.state.shifts.values.filter {
          $0.activity == code && $0.plan.on == day && $0.plan.start == start && $0.cancelled == nil
        }
        if found.count == 1 { return found[0].id }
        let column = column(.on)
        faults.append(
          ImportFault(
            kind: "row", line: row.line, column: column, text: text(row.line, column),
            ImportWords.noShift(found.map(\.id).sorted(), code, day, start)))
        return nil
      }
    }
  }
}

/// What makes two rows one shift.
private struct ShiftKey: Hashable {
  let activity: ActivityCode
  let on: Day
  let start: Clock
  let end: Clock

  init(_ activity: ActivityCode, _ plan: ShiftPlan) {
    self.activity = activity
    on = plan.on
    start = plan.start
    end = plan.end
  }
}

/// What makes two rows one sign-up.
private struct SignupKey: Hashable {
  let shift: ShiftID
  let person: PersonID
}
