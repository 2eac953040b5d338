// What is true of every ledger between transactions. `faults(of:)` is asked after every step of the
// random and the exhaustive histories.

import Domain

/// Returns every invariant that is broken, in words.
func faults(of ledger: Ledger) -> [String] {
  let literal = Literal(ledger.history.log)
  var faults: [String] = []
  if literal.state != ledger.state {
    faults.append("state differs from the literal fold:\n\(ledger.state)\n\(literal.state)")
  }
  for line in literal.refused {
    faults.append("line \(line.seq) stands, but is not admitted where it stands: \(line.rejection)")
  }
  return faults + shiftFaults(ledger.state) + entryFaults(ledger.state) + standingFaults(ledger)
    + historyFaults(ledger.history) + closingFaults(ledger) + importFaults(ledger)
    + claimFaults(ledger)
}

/// While a year is closed, what the lines above its closing say of it does not change: of those lines,
/// the ones that stand now give the hours and the settings that the ones that stood then gave. What
/// else there is of the year is late.
private func closingFaults(_ ledger: Ledger) -> [String] {
  var faults: [String] = []
  let log = ledger.history.log
  let undone = Literal.undoneLines(log)
  for (year, closed) in ledger.state.closings {
    let above = log.prefix(closed.seq - 1)
    let then = Literal.unjudged(Array(above))
    let now = Literal.unjudged(above) { !undone.contains($0) }
    if Literal.hours(of: year, in: now) != Literal.hours(of: year, in: then) {
      faults.append("hours of \(year) changed though line \(closed.seq) closed it")
    }
    if now.years[year] != then.years[year] { faults.append("settings of \(year) changed") }

    let late = log.dropFirst(closed.seq).compactMap { recorded in
      switch recorded.event {
      case .lateLogged: EntryID(seq: recorded.seq)
      case .lateCorrected(let entry, _, _): entry
      default: nil
      }
    }
    let ordinary = Literal.hours(of: year, in: ledger.state).filter { !late.contains($0.key) }
    if ordinary != Literal.hours(of: year, in: then).filter({ !late.contains($0.key) }) {
      faults.append("hours of \(year) that are not late are not those of the closing")
    }
  }
  return faults
}

/// The imports of a source are a chain, and no row stands without its import.
private func importFaults(_ ledger: Ledger) -> [String] {
  var faults: [String] = []
  for (source, imports) in ledger.state.sources {
    for (before, next) in zip([nil] + imports.map(\.id), imports) where next.made.after != before {
      faults.append("\(next.id.text) of \(source) does not follow \(before?.text ?? "nothing")")
    }
  }
  for id in ledger.state.entries.keys {
    if let made = ledger.importLine(of: id.seq), !ledger.history.stands(made) {
      faults.append("\(id.text) stands without i\(made)")
    }
  }
  return faults
}

/// Capacity, order of the waiting list, one sign-up a person, the index of sign-ups.
private func shiftFaults(_ state: State) -> [String] {
  var faults: [String] = []
  var shiftOfSignup: [SignupID: ShiftID] = [:]
  for shift in state.shifts.values {
    let name = shift.id.text
    for signup in shift.signups { shiftOfSignup[signup.id] = shift.id }
    let placed = shift.signups.filter { $0.status == .placed }
    let waiting = shift.signups.filter { $0.status == .waiting }
    let places = shift.plan.places ?? Int.max
    if placed.count > places { faults.append("\(name) has \(placed.count) on \(places) places") }
    if shift.cancelled == nil, placed.count < places, let first = waiting.first {
      faults.append("\(first.id.text) waits though \(name) has a free place")
    }
    if let last = placed.last, let first = waiting.first, first.id < last.id {
      faults.append("\(last.id.text) passed \(first.id.text), who waits on \(name)")
    }
    let persons = (placed + waiting).map(\.person)
    if Set(persons).count != persons.count { faults.append("\(name) has a person twice") }
    if shift.signups.map(\.id) != shift.signups.map(\.id).sorted() {
      faults.append("sign-ups of \(name) are out of order")
    }
  }
  if shiftOfSignup != state.shiftOfSignup { faults.append("the index of sign-ups differs") }
  return faults
}

/// 24 hours a day, the index by day, and equal sums however the minutes are grouped.
private func entryFaults(_ state: State) -> [String] {
  var faults: [String] = []
  var onDay: [PersonDay: Set<EntryID>] = [:]
  var (all, byDay) = (0, 0)
  for entry in state.entries.values {
    guard let person = entry.content.who.person, let day = entry.content.on.day else { continue }
    onDay[PersonDay(person: person, day: day), default: []].insert(entry.id)
    all += entry.content.minutes
  }
  if onDay != state.entriesOnDay { faults.append("the index of entries by day differs") }
  for day in onDay.keys {
    let minutes = state.minutes(of: day.person, on: day.day)
    byDay += minutes
    if minutes > 1_440 { faults.append("\(day.person.text) has \(minutes) min on \(day.day.text)") }
  }
  if all != byDay { faults.append("minutes: \(all) by entry, \(byDay) by day") }
  return faults
}

/// The two passes of a projection see the entries that the state holds.
private func standingFaults(_ ledger: Ledger) -> [String] {
  var faults: [String] = []
  let standing = Standing(ledger.history.log)
  var entries: [EntryID: HourEntry] = [:]
  var (byActivity, byWho) = ([ActivityCode: Int](), [HourEntry.Who: Int]())
  for recorded in ledger.history.log {
    if standing.stands(recorded.seq) != ledger.history.stands(recorded.seq) {
      faults.append("Standing and History differ about line \(recorded.seq)")
    }
    guard let (id, content) = standing.entry(recorded) else { continue }
    if entries.updateValue(content, forKey: id) != nil { faults.append("\(id.text) comes twice") }
    byActivity[content.activity, default: 0] += content.minutes
    byWho[content.who, default: 0] += content.minutes
  }
  if entries != ledger.state.entries.mapValues(\.content) {
    faults.append("the entries of the two passes differ from the state's")
  }
  let sums = [
    byActivity.values.reduce(0, +), byWho.values.reduce(0, +),
    ledger.state.entries.values.reduce(0) { $0 + $1.content.minutes },
  ]
  if Set(sums).count != 1 { faults.append("minutes by activity, by person and in all: \(sums)") }
  return faults
}

/// Lines are numbered without gaps, every line is in one transaction, and what can be redone is undone.
private func historyFaults(_ history: History) -> [String] {
  var faults: [String] = []
  if history.log.map(\.seq) != Array(1..<(history.count + 1)) { faults.append("numbers have gaps") }
  if history.transactions.flatMap({ Array($0.lines) }) != history.log.map(\.seq) {
    faults.append("transactions do not cover the log")
  }
  let undone = Literal.undoneLines(history.log)
  if undone != Set(history.log.map(\.seq).filter { !history.stands($0) }) {
    faults.append("what stands differs from the literal reading")
  }
  return faults
}
