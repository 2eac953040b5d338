import Domain
import Projections
import Testing

@Suite struct TrailTests {
  private func lines(_ log: LogBuilder, _ thing: Thing, _ relation: Relation) -> [Int] {
    Trail(thing).folded(over: log.log).lines(relation).map(\.recorded.seq)
  }

  @Test func `an id names a thing before a code does`() {
    #expect(Thing.named("h731") == [.entry(EntryID(seq: 731)), .activity(activityCode("h731"))])
    #expect(Thing.named("731") == [.line(731), .activity(activityCode("731"))])
    #expect(Thing.named("sprakkafe") == [.activity(activityCode("sprakkafe"))])
    #expect(Thing.named("Språkkafé").isEmpty)
  }

  @Test func `an entry is shaped by its corrections and approvals`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    log.activity("kafe")
    log.activity("tur")
    let id = log.hours("kafe", .person(kari), 60)
    let other = log.hours("kafe", .person(kari), 60)
    let correction = log.add(
      .hoursCorrected(entry: id, content: entry("tur", .person(ola), 45), reason: .typo))
    let approval = log.add(.hoursApproved(id))
    #expect(lines(log, .entry(id), .shapes) == [id.seq, correction, approval])
    // Kari's entry became Ola's: both have the whole story from where it concerns them.
    #expect(
      lines(log, .person(kari), .mentions) == [id.seq, other.seq, correction, approval])
    #expect(lines(log, .person(ola), .mentions) == [correction, approval])
    #expect(lines(log, .activity(activityCode("tur")), .mentions) == [correction, approval])
    #expect(Trail(.entry(id)).folded(over: log.log).state.entries[id]?.content.minutes == 45)
  }

  @Test func `a shift has its sign-ups, and a sign-up its promotion`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("tur")
    guard let clock = Clock(hour: 10, minute: 0) else { return }
    let plan = ShiftPlan(on: day("2024-03-09"), start: clock, end: clock)
    let shift = ShiftID(seq: log.add(.shiftPlanned(activity: activityCode("tur"), plan: plan)))
    let signup = SignupID(
      seq: log.add(.signupMade(shift: shift, person: kari, waiting: true)))
    let promoted = log.add(.signupPromoted(signup))
    let cancelled = log.add(.shiftCancelled(shift: shift, reason: .weather))
    #expect(lines(log, .shift(shift), .shapes) == [shift.seq, cancelled])
    #expect(lines(log, .shift(shift), .mentions) == [signup.seq, promoted])
    #expect(lines(log, .signup(signup), .shapes) == [signup.seq, promoted])
    #expect(lines(log, .person(kari), .mentions) == [signup.seq, promoted])
    #expect(
      lines(log, .activity(activityCode("tur")), .mentions)
        == [shift.seq, signup.seq, promoted, cancelled])
  }

  @Test func `an undo that reaches past itself takes nothing, and is no line's fate`() {
    var log = LogBuilder()
    log.activity("kafe")
    let id = log.hours("kafe", .unnamed(headcount: 1), 60)
    log.add(.undone(ranges: LineRanges(id.seq...9), reason: nil))
    let line = LogListing().folded(over: log.log).lines[id.seq - 1]
    #expect(line.stands && line.fate.isEmpty)
  }

  @Test func `an undone line says who undid it, and when`() throws {
    var log = LogBuilder()
    log.activity("kafe")
    let id = log.hours("kafe", .unnamed(headcount: 1), 60)
    log.author = PersonID(seq: 9)
    let first = log.undo(id.seq)
    let redo = log.add(.redone(undone: first))
    let redone = try #require(Trail(.entry(id)).folded(over: log.log).lines(.shapes).first)
    #expect(redone.stands && redone.undoneBy == nil)
    #expect(redone.fate.map(\.seq) == [first, redo] && redone.fate.map(\.isUndo) == [true, false])
    let last = log.add(.undone(ranges: LineRanges([id.seq]), reason: .duplicate))
    let undone = try #require(Trail(.entry(id)).folded(over: log.log).lines(.shapes).first)
    #expect(!undone.stands && undone.undoneBy?.seq == last)
    #expect(undone.undoneBy?.by == PersonID(seq: 9) && undone.undoneBy?.reason == .duplicate)
    #expect(undone.undoneBy?.at == log.log[last - 1].at)
  }

  @Test func `what no line made is not known`() {
    let log = LogBuilder()
    #expect(!Trail(.entry(EntryID(seq: 2))).folded(over: log.log).isKnown)
    #expect(Trail(.person(PersonID(seq: 2))).folded(over: log.log).isKnown)
    #expect(!Trail(.line(3)).folded(over: log.log).isKnown)
  }
}

@Suite struct LogFilterTests {
  private let log: LogBuilder
  private let kari: PersonID
  private let entry: EntryID
  private let undo: Int

  init() {
    var log = LogBuilder()
    kari = log.person()  // 3
    let ola = log.person()  // 4
    log.activity("kafe")  // 5
    log.activity("tur")  // 6
    entry = log.hours("kafe", .person(kari), 60, on: "2024-03-01..2024-03-15")  // 7
    log.hours("tur", .person(ola), 60, on: "2024-04-01")  // 8
    log.author = ola
    log.clock = log.clock.adding(seconds: 86_400)
    log.add(.hoursApproved(entry))  // 9
    undo = log.undo(entry.seq)  // 10
    log.add(.redone(undone: undo))  // 11
    log.undo(8)  // 12
    self.log = log
  }

  private func lines(_ change: (inout LogQuery) -> Void) -> [Int] {
    var query = LogQuery()
    change(&query)
    return LogListing(query).folded(over: log.log).lines.map(\.recorded.seq)
  }

  @Test func `nothing asked is the whole log`() {
    #expect(lines { _ in } == Array(1...12))
  }

  @Test func `a person is followed to approvals and undos`() {
    #expect(lines { $0.person = kari } == [3, 7, 9, 10, 11])
  }

  @Test func `an activity, and a day inside a period`() {
    #expect(lines { $0.activity = activityCode("tur") } == [6, 8, 12])
    #expect(lines { $0.worked = day("2024-03-10")...day("2024-03-10") } == [7, 9, 10, 11])
    #expect(lines { $0.worked = day("2024-03-16")...day("2024-04-01") } == [8, 12])
  }

  @Test func `type, author and day of recording are of the line itself`() {
    #expect(lines { $0.types = [.hoursLogged, .undone] } == [7, 8, 10, 12])
    #expect(lines { $0.author = PersonID(seq: 4) } == [9, 10, 11, 12])
    #expect(lines { $0.recorded = day("2024-03-05")...day("2024-03-05") } == Array(1...8))
    #expect(lines { $0.recorded = day("2024-03-06")...day("2024-03-06") } == Array(9...12))
  }

  @Test func `everything asked must hold`() {
    let found = lines { query in
      query.person = kari
      query.activity = activityCode("kafe")
      query.types = [.undone]
      query.author = PersonID(seq: 4)
    }
    #expect(found == [undo])
    #expect(
      lines { query in
        query.person = kari
        query.activity = activityCode("tur")
      }.isEmpty)
  }
}
