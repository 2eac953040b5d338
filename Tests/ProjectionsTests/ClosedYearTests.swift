import Domain
import Projections
import Testing

@Suite struct ClosedYearTests {
  private func figures(_ log: LogBuilder, of year: Int = 2024) -> YearFigures {
    YearStatistics().folded(over: log.log).figures(of: year)
  }

  @Test func `a closed year says its closing, with the approval; an open one none`() {
    var log = LogBuilder()
    log.activity("kafe")
    log.hours("kafe", .unnamed(headcount: 1), 60)
    #expect(figures(log).closing == nil)
    let line = log.close(2024)
    #expect(figures(log).closing?.seq == line && figures(log, of: 2023).closing == nil)
    #expect(figures(log).closing?.approval == nil)
    let approval = log.approve(2024, closing: line)
    #expect(figures(log).closing?.approval?.seq == approval)
    log.reopen(2024)
    #expect(figures(log).closing == nil)
  }

  @Test func `the totals of a closing are those of the counted activities`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    for code in ["a", "b"] { log.activity(code) }
    log.activity("firma", counted: false)
    log.hours("a", .person(kari), 60)
    log.hours("b", .person(kari), 30)
    log.hours("b", .person(ola), 15)
    log.hours("b", .unnamed(headcount: 7), 5)
    log.hours("firma", .unnamed(headcount: 9), 1_000)
    #expect(
      figures(log).closingTotals
        == YearClosing.Totals(
          entries: 4, minutes: 110, participations: 3, distinct: 2, headcount: 7))
    #expect(figures(log).outsideTotals.minutes == 1_000)
  }

  @Test func `every closing is found, with approvals, also those reopened`() {
    var log = LogBuilder()
    let first = log.close(2024)
    log.approve(2024, closing: first)
    let other = log.close(2023)
    log.reopen(2024)
    var closings = Closings().folded(over: log.log)
    #expect(closings.all.map(\.seq) == [first, other])
    #expect(closings.latest(of: 2024) == nil && closings.latest(of: 2023)?.seq == other)
    #expect(closings.earlier(of: 2024).map(\.seq) == [first])
    #expect(closings.earlier(of: 2024).first?.approval?.on == day("2026-03-04"))
    let second = log.close(2024)
    let approval = log.approve(2024, closing: second)
    closings = Closings().folded(over: log.log)
    #expect(closings.all.map(\.seq) == [first, other, second])
    #expect(closings.all.map { $0.approval?.seq } == [first + 1, nil, approval])
    #expect(closings.latest(of: 2024)?.seq == second)
    #expect(closings.earlier(of: 2024).map(\.seq) == [first] && closings.earlier(of: 2023).isEmpty)
    #expect(closings.latest(of: 2024) == log.state.closings[2024])
  }

  @Test func `a closed year as closed leaves out what came late; as known now has it`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    log.activity("kafe")
    let id = log.hours("kafe", .person(kari), 60)
    let line = log.close(2024)
    log.correct(id, to: entry("kafe", .person(kari), 90), late: true)
    let late = log.late("kafe", .person(ola), 15)
    let closed = YearStatistics().folded(over: log.log.prefix(line - 1)).figures(of: 2024)
    #expect(closed.totals.minutes == 60 && closed.totals.distinct == 1)
    #expect(figures(log).totals.minutes == 105 && figures(log).totals.distinct == 2)
    let records = HourRecords(year: 2024).folded(over: log.log).entries
    #expect(records.map(\.id) == [id, late] && records.map(\.content.minutes) == [90, 15])
    #expect(records.map(\.isCorrected) == [true, false])
    log.undo(late.seq)
    #expect(figures(log).totals.minutes == 90)
  }

  @Test func `a correction of what is no entry, or not yet one, is none`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    log.correct(EntryID(seq: 3), to: entry("kafe", .person(kari), 10), late: true)
    log.correct(EntryID(seq: 7), to: entry("kafe", .person(kari), 20))
    log.hours("kafe", .person(kari), 30)
    #expect(figures(log).totals.minutes == 30 && figures(log).totals.entries == 1)
    #expect(log.state.entries.values.map(\.content.minutes) == [30])
  }

  @Test func `late lines are followed by person, activity, day and entry`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())  // 3, 4
    log.activity("kafe")  // 5
    log.activity("tur")  // 6
    log.close(2024)  // 7
    let late = log.late("kafe", .person(kari), 15, on: "2024-05-01")  // 8
    log.correct(late, to: entry("tur", .person(ola), 20, on: "2024-06-01"), late: true)  // 9
    func lines(_ change: (inout LogQuery) -> Void) -> [Int] {
      var query = LogQuery()
      change(&query)
      return LogListing(query).folded(over: log.log).lines.map(\.recorded.seq)
    }
    #expect(lines { $0.person = kari } == [3, 8, 9] && lines { $0.person = ola } == [4, 9])
    #expect(lines { $0.activity = activityCode("tur") } == [6, 9])
    #expect(lines { $0.worked = day("2024-06-01")...day("2024-06-01") } == [9])
    #expect(lines { $0.types = [.lateCorrected] } == [9])
    let trail = Trail(.entry(late)).folded(over: log.log)
    #expect(trail.lines(.shapes).map(\.recorded.seq) == [8, 9])
    #expect(trail.state.entries[late]?.content.minutes == 20)
  }
}

@Suite struct DistinctBoundsTests {
  private func bounds(_ log: LogBuilder, of year: Int = 2019) -> ClosedRange<Int>? {
    YearStatistics().folded(over: log.log).figures(of: year).distinctBounds
  }

  private func log() -> LogBuilder {
    var log = LogBuilder()
    for code in ["a", "b", "c"] { log.activity(code) }
    return log
  }

  @Test func `a year without unnamed summaries has a number and no bounds`() {
    var log = log()
    let kari = log.person()
    log.hours("a", .person(kari), 60, on: "2019", known: .summary)
    log.hours("a", .unnamed(headcount: 68), 60, on: "2019", known: .estimated)
    #expect(bounds(log) == nil)
  }

  @Test func `at least the largest row, at most all rows`() {
    var log = log()
    log.table(2019, claims: nil, [("a", 17), ("b", 10), ("c", 5)])
    #expect(bounds(log) == 17...32)
    #expect(bounds(log, of: 2020) == nil)
    // An activity that is printed on two rows.
    log.table(2019, claims: nil, [("a", 3)])
    #expect(bounds(log) == 17...35)
  }

  @Test func `named persons may be among the rows or beside them`() {
    var log = log()
    let persons = log.persons(3)
    log.table(2019, claims: nil, [("a", 2), ("b", 1)])
    for person in persons { log.hours("a", .person(person), 60, on: "2019-05-01") }
    #expect(bounds(log) == 3...6)
    // A company's day in the garden is headcount, and nothing here.
    log.hours("a", .unnamed(headcount: 68), 60, on: "2019-06-01")
    #expect(bounds(log) == 3...6)
  }

  @Test(arguments: [
    (17, 17...17), (25, 17...25), (32, 17...32), (16, 17...32), (33, 17...32),
  ])
  func `a claim is the upper bound when it is possible`(
    _ claim: (distinct: Int, bounds: ClosedRange<Int>)
  ) {
    var log = log()
    log.table(2019, claims: claim.distinct, [("a", 17), ("b", 10), ("c", 5)])
    #expect(bounds(log) == claim.bounds)
  }

  @Test func `of several claims the last that stands holds`() {
    var log = log()
    log.table(2019, claims: 30, [("a", 17)])
    let second = log.log.count + 1
    log.table(2019, claims: 25, [("b", 15)])
    log.table(2019, claims: nil, [("c", 1)])
    log.table(2018, claims: 1, [("c", 1)])
    #expect(bounds(log) == 17...25)
    log.undo(second)
    #expect(bounds(log) == 17...30)
  }

  @Test func `rows outside the sum bound nothing`() {
    var log = log()
    log.activity("hage", counted: false)
    log.table(2019, claims: nil, [("a", 17), ("hage", 68)])
    #expect(bounds(log) == 17...17)
  }
}
