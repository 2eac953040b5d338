// Persons and activities: what is there already, by its name or code, is said and left alone.

import CommandLineKit
import Domain
import Import
import Register
import Wording

/// A person that comes with a file.
struct NewPerson: Hashable {
  var id: PersonID
  let name: String
  var role = Role.volunteer
  var birthYear: Int?
}

extension ImportPlanner {
  // MARK: - Persons

  mutating func planPersons(_ rows: [PersonRow]) throws {
    for row in rows {
      if let born = row.birthYear, born > context.today.year {
        let column = column(.birthYear)
        faults.append(
          ImportFault(
            kind: "cell", line: row.line, column: column, text: text(row.line, column),
            ImportWords.expected(.birthYear)))
        continue
      }
      if let there = known(row) {
        plan.there.append(.init(line: row.line, id: there.text))
        noteDifference(row, there)
        continue
      }
      // Two of one name are two only if they were born in different years.
      let key = searchKey(row.name) + (row.birthYear.map { "/\($0)" } ?? "")
      let before = newPersons.count
      let id = newPerson(
        row.name, line: row.line, role: row.role ?? .volunteer, born: row.birthYear, key: key)
      if let id, newPersons.count == before {
        plan.there.append(.init(line: row.line, id: id.text))
      }
    }
    try refuseFaults()
    try refusePersonalSource(adding: newPersons.map(\.name))
    noteLikenesses()
    try plan.addPersons(newPersons, context, open)
  }

  /// Returns the person of a row who is in the ledger: of this name, and not of another year.
  private func known(_ row: PersonRow) -> PersonID? {
    let ids: [PersonID]
    switch names.person(row.name) {
    case .one(let id): ids = [id]
    case .several(let several): ids = several
    case .none: return nil
    }
    return ids.first { id in
      guard let born = open.register.profile(of: id)?.birthYear, let said = row.birthYear
      else { return true }
      return born == said
    }
  }

  private mutating func noteDifference(_ row: PersonRow, _ id: PersonID) {
    if let role = row.role, let now = open.state.persons[id]?.role, role != now {
      plan.differing.append(
        .init(
          line: row.line, id: id.text,
          text: Phrase(
            nb: "\(id.text) er \(now.rawValue), ikke \(role.rawValue); roller kan ikke endres ennå",
            en: "\(id.text) is \(now.rawValue), not \(role.rawValue); roles cannot be changed yet"),
          isChanged: false))
    }
    if let born = row.birthYear, open.register.profile(of: id)?.birthYear == nil {
      plan.differing.append(
        .init(
          line: row.line, id: id.text,
          text: Phrase(
            nb:
              "\(id.text) har ikke fødselsår i registeret; det kan ikke legges til ennå (\(born))",
            en: "\(id.text) has no year of birth in the register; it cannot be added yet (\(born))"),
          isChanged: false))
    }
  }

  // MARK: - Activities

  mutating func planActivities(_ rows: [ActivityRow]) throws {
    var changes: [(line: Int, details: ActivityDetails)] = []
    for row in rows {
      switch known(row) {
      case .several(let codes):
        names.miss(activity: row.name, line: row.line, several: codes)
      case .one(let code):
        plan.there.append(.init(line: row.line, id: code.text))
        guard let before = open.state.activities[code]?.details else { continue }
        let after = row.applied(to: before)
        if after == before { continue }
        plan.differing.append(
          .init(
            line: row.line, id: code.text, text: ImportWords.difference(before, after),
            isChanged: mode == .update))
        if mode == .update { changes.append((row.line, after)) }
      case .none:
        let before = newActivities.count
        guard
          let code = newActivity(
            row.name, line: row.line, counted: row.counted ?? true, code: row.code)
        else { continue }
        if newActivities.count == before {
          plan.there.append(.init(line: row.line, id: code.text))
        } else {
          newActivities[before] = row.applied(to: newActivities[before])
          added.append(row.line)
        }
      }
    }
    try rehearseActivities(changes)
    try refuseFaults()
    try refusePersonalSource(adding: [])
    plan.activities = newActivities
    plan.commands = changes.map { .changeActivity($0.details) }
  }

  private mutating func rehearseActivities(
    _ changes: [(line: Int, details: ActivityDetails)]
  ) throws {
    let all = newActivities
    newActivities = []
    var rehearsal = try rehearsal()
    newActivities = all
    for (details, line) in zip(all, added) {
      attempt(.activityAdded(details), line: line, in: &rehearsal)
    }
    for change in changes {
      attempt(.activityChanged(change.details), line: change.line, in: &rehearsal)
    }
  }

  /// Returns the activity of a row that is in the ledger: by its code, else by its name or an alias.
  private func known(_ row: ActivityRow) -> ImportNames.Found<ActivityCode> {
    if let code = row.code, open.state.activities[code] != nil { return .one(code) }
    return names.activity(row.name)
  }
}

extension ImportPlan {
  /// Takes in new persons with salts of their own; a retry takes those of the first run, so that it comes
  /// to the same commitments.
  mutating func addPersons(
    _ new: [NewPerson], _ context: Context, _ open: OpenLedger
  ) throws {
    let isLost =
      open.register.profiles.isEmpty && open.state.persons.values.contains { $0.commitment != nil }
    if isLost, !new.isEmpty {
      throw Failure(
        "register-lost",
        Phrase(
          nb: "Registeret over personer mangler; da kan ingen vite hvem som er nye.",
          en: "the register of persons is missing; nobody can know then who is new"),
        hints: [
          Phrase(
            nb: "legg tilbake register/ fra en kopi", en: "restore register/ from a copy")
        ])
    }
    for person in new {
      let before = open.register.profile(of: person.id)
      let salt = before?.name == person.name ? before?.salt : nil
      persons.append(
        try context.profile(
          person.id, person.name, born: person.birthYear,
          salt: salt ?? context.world.random(PersonProfile.saltBytes)))
      roles.append(person.role)
    }
  }
}

extension ActivityRow {
  /// Returns the activity with what the row says; what it leaves empty stays.
  fileprivate func applied(to before: ActivityDetails) -> ActivityDetails {
    var details = before
    let name = name.asStored
    let known = Set(([details.name] + details.aliases).map(searchKey))
    if !known.contains(searchKey(name)) {
      // Older papers and habits still say the old name.
      details.aliases.append(details.name)
      details.name = name
    }
    for alias in aliases.map(\.asStored)
    where alias != details.name && !details.aliases.contains(alias) {
      details.aliases.append(alias)
    }
    for unit in recipients.map(\.asStored) where !details.recipients.contains(unit) {
      details.recipients.append(unit)
    }
    if let group { details.group = group.asStoredOrNil }
    if let category { details.category = category }
    if let sector { details.sector = sector.asStoredOrNil }
    if let recipient { details.recipient = recipient.asStoredOrNil }
    if let counted { details.counted = counted }
    return details
  }
}
