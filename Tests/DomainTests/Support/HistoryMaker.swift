// Random commands, drawn so that they collide: few persons, three days near 24 hours, small shifts,
// four codes, two or three authors, and a good part of all commands taking back or putting back.

import Domain

struct HistoryMaker {
  var random: Random
  var book = Book.opened()
  /// What happened, so that a test can insist that it did.
  var tally = Tally()
  /// Who is at the keyboard; seldom changes, or plain undo would always be refused.
  private var author = kari
  private let authors: [PersonID]

  init(_ random: Random, authors: [PersonID] = [kari, ola, liv]) {
    self.random = random
    self.authors = authors
  }

  /// Makes one command and tries to run it.
  mutating func step() {
    if random.chance(12) { author = random.pick(authors) }
    let command = command()
    let before = book.ledger
    do {
      let decision = try book.run(command, by: author)
      tally.note(command, decision, before)
    } catch {
      tally.note(command, error)
    }
  }

  private mutating func command() -> Command {
    switch random.below(100) {
    case ..<64: ordinary()
    case ..<65: .all([ordinary(), ordinary()])
    case ..<75: .undoNewest(nil)
    case ..<82: .undo(someLines(), .typo, cascade: false)
    case ..<88: .undo(someLines(), nil, cascade: true)
    case ..<95: .redoNewest
    case ..<98: backByLine()
    default: .redo(anyLine())
    }
  }

  private mutating func ordinary() -> Command {
    switch random.below(64) {
    case ..<2: .registerPersons([PersonRegistered(role: .volunteer)])
    case ..<6: .addActivity(details())
    case ..<9: .changeActivity(details())
    case ..<10: .endActivity(someCode(), on: someDay())
    case ..<17: .planShift(someCode(), plan())
    case ..<22: .changeShift(someShift(), plan())
    case ..<23: .cancelShift(someShift(), .weather)
    case ..<35: .signUp(random.chance(70) ? [somePerson()] : [somePerson(), somePerson()], someShift())
    case ..<42: withdrawal()
    case ..<51: .logHours(random.chance(75) ? [work()] : [work(), work()])
    case ..<57: .correctHours(someEntry(), work(), .wrongDay)
    case ..<61: .approve([someEntry()])
    case ..<62: .unapprove([someEntry()])
    default:
      .setYear(YearSettings(year: 2023 + random.below(2), divisor: 1_600 + random.below(3)))
    }
  }

  private mutating func somePerson() -> PersonID {
    let persons = book.ledger.state.persons.keys.sorted()
    return random.chance(80) ? random.pick(Array(persons.prefix(4))) : random.pick(persons)
  }

  private mutating func someCode() -> ActivityCode {
    random.pick([kafe, kafe, tur, code("kurs"), code("bibliotek")])
  }

  private mutating func details() -> ActivityDetails {
    activity(someCode(), random.pick(["Språkkafé", "Turgruppe", "Datahjelp"]))
  }

  private mutating func someDay() -> Day { random.pick([today, yesterday, day("2024-03-03")]) }

  private mutating func plan() -> ShiftPlan {
    evening(random.pick([1, 1, 2, 2, 3, nil]), on: someDay())
  }

  /// Mostly one that exists and is new; else a number from the air.
  private mutating func someShift() -> ShiftID {
    let shifts = book.ledger.state.shifts.keys.sorted()
    if shifts.isEmpty || random.chance(4) { return shift(anyLine()) }
    return random.pick(Array(shifts.suffix(3)))
  }

  private mutating func someEntry() -> EntryID {
    let entries = book.ledger.state.entries.keys.sorted()
    if entries.isEmpty || random.chance(4) { return entry(anyLine()) }
    return random.pick(Array(entries.suffix(8)))
  }

  private mutating func withdrawal() -> Command {
    let id = someShift()
    let signed = (book.ledger.state.shifts[id]?.signups ?? []).filter { $0.status != .withdrawn }
    return .withdraw([signed.isEmpty ? somePerson() : random.pick(signed).person], id)
  }

  private mutating func work() -> HourEntry {
    if random.chance(10) { return unnamed(1 + random.below(5), 60 + random.below(600)) }
    var content = hours(somePerson(), random.pick([30, 200, 480, 700, 960, 1_440]), someCode())
    content.on = random.chance(85) ? Period(someDay()) : period("2024-02")
    if content.on.day != nil {
      if random.chance(20) { content.shift = someShift() }
      if random.chance(30) { content.start = random.pick([clock("10:00"), clock("23:30")]) }
    }
    return content
  }

  private mutating func anyLine() -> Int { 1 + random.below(book.nextLine) }

  /// One to three lines, mostly such as may be undone.
  mutating func someLines() -> [Int] {
    let ledger = book.ledger
    let wanted = (1...book.ledger.history.count).filter {
      ledger.history.stands($0) && ledger.isUndoable($0)
    }
    if wanted.isEmpty || random.chance(3) { return [anyLine()] }
    return (0..<random.pick([1, 1, 1, 2, 3])).map { _ in
      random.chance(50) ? random.pick(Array(wanted.suffix(12))) : random.pick(wanted)
    }
  }

  /// The line of an undo or of a redo, to be taken back by its number.
  private mutating func backByLine() -> Command {
    let lines = book.ledger.history.log.filter {
      switch $0.event {
      case .undone, .redone: true
      default: false
      }
    }
    if lines.isEmpty { return .undo([anyLine()], nil, cascade: false) }
    return .undo([random.pick(lines.suffix(6)).seq], nil, cascade: random.chance(30))
  }
}
