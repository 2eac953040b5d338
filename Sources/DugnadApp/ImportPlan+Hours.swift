// Hours: every row is compared with what the source has brought before, and only what is asked for is
// recorded.

import CommandLineKit
import Domain
import Import
import Register
import Wording

extension ImportPlanner {
  mutating func planHours(_ rows: [HoursRow]) throws {
    let known = context.arguments[Hours.known].flatMap(HourEntry.Known.init) ?? .recorded
    var read: [FileRow] = []
    for row in rows {
      let code = activity(row.activity, line: row.line)
      let who: HourEntry.Who?
      if let name = row.person {
        who = person(name, line: row.line).map { .person($0) }
      } else {
        who = .unnamed(headcount: row.headcount ?? 1)
      }
      guard let code, let who else { continue }
      read.append(
        FileRow(
          line: row.line,
          content: HourEntry(
            activity: code, on: row.on, who: who, minutes: row.minutes,
            known: row.known ?? known, start: row.start, shift: row.shift,
            voucher: row.voucher)))
    }
    try planEntries(read)
  }

  /// Compares entries with the ledger and plans those that are asked for.
  mutating func planEntries(_ rows: [FileRow]) throws {
    let known = open.knownRows()
    let own = known[source] ?? []
    let comparison = Comparison(file: rows, known: mode == .all ? [] : own)
    // Names that nobody knows make rows look new, so nothing is said of what is new before they are.
    if names.missingPersons.isEmpty, names.missingActivities.isEmpty, faults.isEmpty {
      try refuseOtherSource(comparison.new, known)
      try refuseGrown(comparison, isKnown: !own.isEmpty)
    }
    plan.comparison = comparison
    plan.entries = comparison.new
    if mode == .update {
      plan.corrections = comparison.changed.map {
        ImportPlan.Correction(entry: $0.entry, before: $0.now, row: $0.row)
      }
      plan.vanished = comparison.vanished
    }
    keepOnlyUsed()
    try rehearseEntries()
    try refuseFaults()
    let added = newPersons.map(\.name)
    try refusePersonalSource(adding: added)
    try plan.addPersons(newPersons, context, open)
    noteLikenesses()
    plan.activities = newActivities
    plan.commands = commands()
  }

  /// Throws when the list is known and the file has more or other rows: somebody must say what to do.
  private func refuseGrown(_ comparison: Comparison, isKnown: Bool) throws {
    guard mode == .first, isKnown else { return }
    if comparison.new.isEmpty, comparison.changed.isEmpty, comparison.vanished.isEmpty { return }
    var failure = Failure(
      "import-grown", place: file.title(context.language),
      ImportWords.grown(comparison, of: plan.made.rows, source, plan.made.after))
    let unit = ImportWords.unit(of: file.sheet)
    failure.items =
      comparison.changed.map { ImportWords.changed($0, unit, open) }
      + comparison.vanished.map { ImportWords.vanished($0, open) }
    failure.hints = ImportWords.ways(comparison)
    throw failure
  }

  /// Drops persons and activities that no planned row needs, and gives the persons left their ids.
  private mutating func keepOnlyUsed() {
    let contents = plan.entries.map(\.content) + plan.corrections.map(\.row.content)
    let used = Set(contents.compactMap(\.who.person))
    let codes = Set(contents.map(\.activity))
    newActivities = newActivities.filter { codes.contains($0.code) }
    var ids: [PersonID: PersonID] = [:]
    newPersons = newPersons.filter { used.contains($0.id) }
    for place in newPersons.indices {
      let id = PersonID(seq: plan.line + 1 + place)
      ids[newPersons[place].id] = id
      newPersons[place].id = id
    }
    plan.entries = plan.entries.map { $0.renamed(ids) }
    plan.corrections = plan.corrections.map { $0.renamed(ids) }
  }

  private mutating func rehearseEntries() throws {
    var rehearsal = try rehearsal(
      plan.vanished.isEmpty ? [] : [.takeBack(plan.vanished, nil)])
    var closed: [Int: [Int]] = [:]
    var admitted: [ImportPlan.Correction] = []
    var waiting: [ImportPlan.Correction] = []
    for change in plan.corrections {
      if let year = closedYear(change.row.content) ?? closedYear(change.before),
        !has(Common.late)
      {
        closed[year, default: []].append(change.row.line)
      } else {
        waiting.append(change)
      }
    }
    // Hours that go from one entry of a day to another must leave the first before they fill the
    // second: a correction that is refused waits until the others are made.
    var isMoving = true
    while isMoving {
      isMoving = false
      waiting = waiting.filter { change in
        guard rehearsal.admits(event(of: change)) else { return true }
        admitted.append(change)
        isMoving = true
        return false
      }
    }
    for change in waiting { attempt(event(of: change), line: change.row.line, in: &rehearsal) }
    plan.corrections = admitted
    for row in plan.entries {
      if let year = closedYear(row.content), !has(Common.late) {
        closed[year, default: []].append(row.line)
        continue
      }
      attempt(
        closedYear(row.content) == nil ? .hoursLogged(row.content) : .lateLogged(row.content),
        line: row.line, in: &rehearsal)
    }
    // A closed year is not a fault of single rows.
    if faults.isEmpty, names.missingPersons.isEmpty, names.missingActivities.isEmpty,
      let (year, lines) = closed.min(by: { $0.key < $1.key }),
      let closing = open.state.closings[year]
    {
      var failure = open.failure(.yearClosed(year, closing: closing.seq))
      let shown = lines.prefix(10).map(String.init).joined(separator: ", ")
      let more = lines.count > 10 ? ", …" : ""
      failure.hints.insert(
        Phrase(
          nb: "det gjelder \(lines.count) av radene (\(shown)\(more)); ingenting er ført",
          en: "it is about \(lines.count) of the rows (\(shown)\(more)); nothing was recorded"),
        at: 0)
      throw failure
    }
  }

  private func event(of change: ImportPlan.Correction) -> Event {
    closedYear(change.row.content) == nil
      ? .hoursCorrected(entry: change.entry, content: change.row.content, reason: change.reason)
      : .lateCorrected(entry: change.entry, content: change.row.content, reason: change.reason)
  }

  private func closedYear(_ content: HourEntry) -> Int? {
    open.state.closings[content.on.year] == nil ? nil : content.on.year
  }

  private func commands() -> [Command] {
    var commands: [Command] = []
    if !plan.vanished.isEmpty { commands.append(.takeBack(plan.vanished, nil)) }
    commands += plan.corrections.map { change in
      closedYear(change.row.content) == nil
        ? .correctHours(change.entry, change.row.content, change.reason)
        : .correctLate(change.entry, change.row.content, change.reason)
    }
    let contents = plan.entries.map(\.content)
    let ordinary = contents.filter { closedYear($0) == nil }
    let late = contents.filter { closedYear($0) != nil }
    if !ordinary.isEmpty { commands.append(.logHours(ordinary)) }
    if !late.isEmpty { commands.append(.logLate(late)) }
    return commands
  }

  /// Says so when a new name nearly is that of somebody known: it may be the same person twice.
  mutating func noteLikenesses() {
    for person in newPersons.prefix(ImportNames.nearMax) {
      if let like = names.likeness(of: person.name) {
        plan.notes.append(
          Phrase(
            nb: "ny person «\(person.name)» ligner «\(like)», som er der fra før",
            en: "the new person '\(person.name)' resembles '\(like)', who is there already"))
      }
    }
  }
}

extension ImportPlan.Correction {
  var reason: Reason { Reason(changing: before, to: row.content) }

  /// With persons under their final ids.
  fileprivate func renamed(_ ids: [PersonID: PersonID]) -> ImportPlan.Correction {
    ImportPlan.Correction(entry: entry, before: before, row: row.renamed(ids))
  }
}

extension FileRow {
  fileprivate func renamed(_ ids: [PersonID: PersonID]) -> FileRow {
    guard let person = content.who.person, let id = ids[person] else { return self }
    var content = content
    content.who = .person(id)
    return FileRow(line: line, content: content)
  }
}
