// Random commands, drawn so that they collide: few persons, three days near 24 hours, small shifts,
// four codes, two or three authors, and a good part of all commands taking back or putting back. Two
// years are over, so that they are closed and opened again, two lists grow, and grants ask for the same
// hours. (`HistoryMaker+Years` makes what is about years and lists, `+Grants` what is about grants.)

import Domain

struct HistoryMaker {
  var random: Random
  var book = Book.opened()
  /// What happened, so that a test can insist that it did.
  var tally = Tally()
  /// Who is at the keyboard; seldom changes, or plain undo would always be refused.
  private(set) var author = kari
  private let authors: [PersonID]

  /// What a history is mostly about, as numbers of `ordinary`: anything, shifts, hours, years, lists or
  /// grants.
  private let theme: [Int]

  init(_ random: Random, authors: [PersonID] = [kari, ola, liv]) {
    self.random = random
    self.authors = authors
    theme = self.random.pick([
      Array(0..<100), Array(0..<10), Array(14..<42), Array(14..<42),
      Array(42..<62),
      Array(45..<77), Array(42..<62) + Array(77..<84) + Array(77..<84),
      Array(0..<2) + Array(42..<61) + Array(77..<84) + Array(77..<84) + Array(77..<84),
      Array(0..<2) + Array(42..<61) + Array(77..<84) + Array(77..<84) + Array(77..<84),
      Array(84..<100), Array(84..<100), Array(64..<71) + Array(84..<100),
    ])
    book.must(.registerPersons(Array(repeating: PersonRegistered(role: .volunteer), count: 3)))
  }

  /// Makes one command and tries to run it.
  mutating func step() {
    let isKnown = book.ledger.state.persons[author] != nil
    if random.chance(isKnown ? 12 : 70) { author = random.pick(authors) }
    let command = command()
    let before = book.ledger
    if case .undo(let lines, let reason, cascade: true) = command {
      do {
        _ = try before.decide(.undo(lines, reason, cascade: false), book.stamp(by: author))
      } catch {
        tally.noteNeeds(error, before)
      }
    }
    do {
      let decision = try book.run(command, by: author)
      tally.note(command, decision, before)
    } catch {
      tally.note(command, error)
      tally.noteNeeds(error, before)
    }
  }

  private mutating func command() -> Command {
    switch random.below(100) {
    case ..<64: ordinary()
    case ..<66: .all([ordinary(), ordinary()])
    case ..<67: takeBack()
    case ..<74: .undoNewest(nil)
    case ..<78: .undo(someLines(), .typo, cascade: false)
    case ..<81: .undo(someImport() ?? someLines(), nil, cascade: random.chance(20))
    case ..<87: .undo(someLines(), nil, cascade: true)
    case ..<92: .redoNewest
    default: backByLine()
    }
  }

  private mutating func ordinary() -> Command {
    // Nothing is planned or logged yet, or all of it was taken back: then that comes first.
    let state = book.ledger.state
    let hasShift = state.shifts.values.contains { $0.cancelled == nil }
    if !hasShift, random.chance(40) { return .planShift(someCode(), plan()) }
    if state.entries.isEmpty, random.chance(20) { return .logHours([work()]) }

    let isOnTheme = random.chance(75)
    return switch isOnTheme ? random.pick(theme) : random.below(100) {
    case ..<2: .registerPersons([PersonRegistered(role: .volunteer)])
    case ..<6: .addActivity(details(newCode()))
    case ..<9: .changeActivity(details(someCode()))
    case ..<10: .endActivity(someCode(), on: random.chance(70) ? today : someDay())
    case ..<15: .planShift(someCode(), plan())
    case ..<19: .changeShift(someShift(), plan())
    case ..<20: .cancelShift(someShift(), .weather)
    case ..<34:
      .signUp(random.chance(70) ? [somePerson()] : [somePerson(), somePerson()], someShift())
    case ..<42: withdrawal()
    case ..<51: .logHours(random.chance(75) ? [work()] : [work(), work()])
    case ..<57: .correctHours(someEntry(), work(), .wrongDay)
    case ..<61: .approve([someEntry()])
    case ..<62: .unapprove([someEntry()])
    case ..<64: .setYear(settings())
    case ..<77: aboutYears()
    case ..<84: list()
    default: aboutGrants()
    }
  }

  mutating func somePerson() -> PersonID {
    let persons = book.ledger.state.persons.keys.sorted()
    if random.chance(72) { return random.pick(Array(persons.prefix(random.pick([3, 7])))) }
    return random.pick(random.chance(50) ? persons : Array(persons.suffix(2)))
  }

  /// Mostly an activity that stands.
  mutating func someCode() -> ActivityCode {
    let codes = book.ledger.state.activities.keys.sorted()
    if codes.isEmpty || random.chance(8) { return newCode() }
    return random.pick(codes)
  }

  mutating func newCode() -> ActivityCode {
    random.pick([kafe, tur, code("kurs"), code("bibliotek")])
  }

  private mutating func details(_ code: ActivityCode) -> ActivityDetails {
    activity(code, random.pick(["Språkkafé", "Turgruppe", "Datahjelp"]))
  }

  mutating func someDay() -> Day { random.pick([today, yesterday, day("2024-03-03")]) }

  /// Of this year, of the one before, or of the one before that.
  private mutating func workDay() -> Day {
    random.chance(60) ? someDay() : random.pick([day("2023-12-30"), day("2022-05-01")])
  }

  private mutating func plan() -> ShiftPlan {
    var plan = evening(random.pick([1, 1, 1, 2, 2, 2, 3, nil]), on: someDay())
    // Over midnight, so that today's is not over.
    if random.chance(40) { plan.end = clock("02:00") }
    return plan
  }

  /// Mostly one that takes sign-ups and is new; else a number from the air.
  private mutating func someShift() -> ShiftID {
    let shifts = book.ledger.state.shifts.values.filter { $0.cancelled == nil }.map(\.id).sorted()
    if shifts.isEmpty || random.chance(4) { return shift(anyLine()) }
    return random.pick(Array(shifts.suffix(2)))
  }

  mutating func someEntry() -> EntryID {
    let entries = book.ledger.state.entries.keys.sorted()
    if entries.isEmpty || random.chance(4) { return entry(anyLine()) }
    return random.pick(Array(entries.suffix(8)))
  }

  private mutating func withdrawal() -> Command {
    let id = someShift()
    let signed = (book.ledger.state.shifts[id]?.signups ?? []).filter { $0.status != .withdrawn }
    if signed.isEmpty { return .withdraw([somePerson()], id) }
    // Who has a place makes room, if somebody waits.
    let first = random.chance(60) ? signed[0] : random.pick(signed)
    return .withdraw([first.person], id)
  }

  mutating func work() -> HourEntry {
    if random.chance(10) {
      let on = workDay().text
      return unnamed(1 + random.below(5), 60 + random.below(600), on: on)
    }
    var content = hours(somePerson(), random.pick([30, 200, 480, 700, 960, 1_440]), someCode())
    content.on = random.chance(85) ? Period(workDay()) : period(random.pick(["2024-02", "2023"]))
    if content.on.day != nil {
      if random.chance(20) {
        let id = someShift()
        content.shift = id
        if let shift = book.ledger.state.shifts[id] { content.activity = shift.activity }
      }
      if random.chance(30) { content.start = random.pick([clock("10:00"), clock("23:30")]) }
    }
    return content
  }

  mutating func anyLine() -> Int { 1 + random.below(book.nextLine) }

  /// One to three lines, mostly such as may be undone, and seldom those of the opened book, with
  /// which nearly everything would go.
  mutating func someLines() -> [Int] {
    let ledger = book.ledger
    let wanted = (1...book.ledger.history.count).filter {
      ledger.history.stands($0) && ledger.isUndoable($0)
    }
    if wanted.isEmpty || random.chance(3) { return [anyLine()] }
    if let line = lineBeneathClaim(wanted), random.chance(50) { return [line] }
    let own = wanted.filter { $0 >= firstLine }
    return (0..<random.pick([1, 1, 1, 2, 3])).map { _ in
      if own.isEmpty || random.chance(5) { return random.pick(wanted) }
      return random.chance(50) ? random.pick(Array(own.suffix(12))) : random.pick(own)
    }
  }

  /// Takes back an undo or a redo by its line; often one whose lines are still away, with much
  /// written since.
  private mutating func backByLine() -> Command {
    let lines = book.ledger.history.log.filter {
      switch $0.event {
      case .undone, .redone: true
      default: false
      }
    }
    if lines.isEmpty { return .undo([anyLine()], nil, cascade: false) }
    let away = lines.filter {
      guard case .undone(let ranges, _) = $0.event, let first = ranges.first else { return false }
      return !book.ledger.history.stands(first)
    }
    if let undo = correctionAway(away), random.chance(40) { return .redo(undo) }
    if !away.isEmpty, random.chance(60) { return .redo(random.pick(away).seq) }
    return .undo([random.pick(lines.suffix(6)).seq], nil, cascade: random.chance(30))
  }
}
