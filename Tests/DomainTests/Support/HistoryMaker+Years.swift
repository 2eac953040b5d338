// Random commands about closed years and about lists that are imported again and again.

import Domain

extension HistoryMaker {
  mutating func settings() -> YearSettings {
    YearSettings(year: 2022 + random.below(3), divisor: 1_600 + random.below(3))
  }

  /// Mostly what the year can take: close, work late, approve, reopen.
  mutating func aboutYears() -> Command {
    let state = book.ledger.state
    let year = random.pick([2022, 2023, 2023])
    guard let closed = state.closings[year] else {
      return random.chance(70) ? .closeYear(closing(year)) : stray(year)
    }
    switch random.below(13) {
    case ..<4: return .logLate([late(year)])
    case ..<7:
      let entries = state.entries.values.filter { $0.content.on.year == year }.map(\.id).sorted()
      if entries.isEmpty { return .logLate([late(year)]) }
      let content = random.chance(60) ? late(year) : work()
      return .correctLate(random.pick(entries), content, .wrongMinutes)
    case ..<9:
      return .approveYear(year, on: closed.approval == nil ? today : someDay())
    case ..<11: return .reopenYear(year, .wrongMinutes, note: nil)
    default: return stray(year)
    }
  }

  /// What may be wrong just now.
  private mutating func stray(_ year: Int) -> Command {
    switch random.below(6) {
    case 0: .closeYear(closing(2024))
    case 1: .closeYear(closing(year))
    case 2: .approveYear(year, on: someDay())
    case 3: .reopenYear(year, .other, note: nil)
    case 4: .logLate([work()])
    default: .correctLate(someEntry(), work(), .wrongDay)
    }
  }

  private mutating func late(_ year: Int) -> HourEntry {
    var content = work()
    content.on = Period(year == 2022 ? day("2022-05-01") : day("2023-12-30"))
    (content.start, content.shift) = (nil, nil)
    return content
  }

  /// A list that is new, or that has grown since: rows that are gone, rows that were mended, rows that
  /// came, and sometimes somebody or something new.
  mutating func list() -> Command {
    let state = book.ledger.state
    let source = random.pick(["liste a", "liste b"])
    let newest = random.chance(92) ? state.sources[source]?.last?.id.seq : random.pick([nil, 8])
    var commands: [Command] = [.noteImport(imported(source, after: newest))]
    let rows = (state.sources[source] ?? []).flatMap { book.ledger.rows(ofImportAt: $0.id.seq) }
      .map(entry).filter { state.entries[$0] != nil }
    if !rows.isEmpty, random.chance(60) {
      commands.append(.takeBack([random.pick(rows)], random.chance(50) ? .other : nil))
    }
    if !rows.isEmpty, random.chance(30) {
      commands.append(.correctHours(random.pick(rows), work(), .wrongMinutes))
    }
    var entries = [work(), work()]
    // Short ones, so that a day is seldom full: lists are long, and one row refuses the whole.
    for index in entries.indices { entries[index].minutes = random.pick([30, 45, 200]) }
    if random.chance(60) {
      let line = book.nextLine + 1
      if commands.count == 1 { entries[0].who = .person(PersonID(seq: line)) }
      commands.insert(.registerPersons([PersonRegistered(role: .volunteer)]), at: 1)
    }
    if random.chance(10) { commands.append(.addActivity(activity(newCode()))) }
    return .all(commands + [.logHours(entries)])
  }

  /// The line of an import that stands, mostly the newest of its source.
  mutating func someImport() -> [Int]? {
    let imports = book.ledger.state.sources.values.map { $0.map(\.id.seq) }.sorted { $0[0] < $1[0] }
    if imports.isEmpty { return nil }
    let source = random.pick(imports)
    return [random.chance(75) ? source[source.count - 1] : random.pick(source)]
  }

  /// Entries that are taken back by themselves.
  mutating func takeBack() -> Command { .takeBack([someEntry()], nil) }
}
