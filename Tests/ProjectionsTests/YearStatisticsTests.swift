import Domain
import Projections
import Testing

@Suite struct YearStatisticsTests {
  private func figures(_ log: LogBuilder, of year: Int = 2024) -> YearFigures {
    YearStatistics().folded(over: log.log).figures(of: year)
  }

  @Test func `an empty log has an empty year`() {
    let figures = YearStatistics().folded(over: [Recorded]()).figures(of: 2024)
    #expect(figures.activities.isEmpty && figures.groups.isEmpty && figures.ungrouped == nil)
    #expect(figures.totals.minutes == 0 && figures.totals.distinct == 0)
    #expect(figures.settings == YearSettings(year: 2024, divisor: 1_650))
  }

  @Test func `a person in two activities is two participations and one volunteer`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    log.activity("kafe")
    log.activity("tur")
    log.hours("kafe", .person(kari), 60)
    log.hours("kafe", .person(kari), 30)
    log.hours("tur", .person(kari), 45)
    log.hours("tur", .person(ola), 15)
    let totals = figures(log).totals
    #expect(totals.participations == 3 && totals.distinct == 2 && totals.repeats == 1)
    #expect(totals.entries == 4 && totals.minutes == 150 && totals.headcount == 0)
  }

  @Test func `distinct is a union over groups, not the sum of them`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    log.activity("a", group: "Kafé")
    log.activity("b", group: "Kafé")
    log.activity("c", group: "Tur")
    log.activity("d")
    for code in ["a", "b", "c", "d"] { log.hours(code, .person(kari), 10) }
    log.hours("c", .person(ola), 10)
    let figures = figures(log)
    #expect(figures.groups.map(\.name) == ["Kafé", "Tur"])
    #expect(figures.groups.map(\.figures.distinct) == [1, 2])
    #expect(figures.groups.map(\.figures.participations) == [2, 2])
    #expect(figures.ungrouped?.activities == [activityCode("d")])
    #expect(figures.ungrouped?.figures.distinct == 1)
    #expect(figures.totals.distinct == 2 && figures.totals.participations == 5)
  }

  @Test func `an unnamed group adds hours and heads, and no volunteers`() {
    var log = LogBuilder()
    log.activity("hage")
    log.hours("hage", .unnamed(headcount: 68), 204 * 60)
    let totals = figures(log).totals
    #expect(totals.headcount == 68 && totals.minutes == 12_240 && totals.entries == 1)
    #expect(totals.participations == 0 && totals.distinct == 0)
  }

  @Test func `an activity that is not counted stands outside every sum`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe", group: "Kafé", sector: "Egne")
    log.activity("firma", group: "Kafé", sector: "Egne", counted: false)
    log.hours("kafe", .person(kari), 60)
    log.hours("firma", .person(kari), 600)
    let figures = figures(log)
    #expect(figures.totals.minutes == 60 && figures.totals.participations == 1)
    #expect(figures.groups.map(\.figures.minutes) == [60])
    #expect(figures.sectors.map(\.figures.minutes) == [60])
    #expect(figures.activities.map(\.code.text) == ["kafe"])
    #expect(figures.outside.map(\.code.text) == ["firma"])
    #expect(figures.outside.map(\.figures.minutes) == [600])
  }

  @Test func `an undone entry does not count, and counts again when redone`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    log.hours("kafe", .person(kari), 60)
    let entry = log.hours("kafe", .person(kari), 30)
    let undo = log.undo(entry.seq)
    #expect(figures(log).totals.minutes == 60)
    log.add(.redone(undone: undo))
    #expect(figures(log).totals.minutes == 90)
  }

  @Test func `a correction moves person, activity, minutes and year; its undo moves them back`() {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    log.activity("kafe")
    log.activity("tur")
    let id = log.hours("kafe", .person(kari), 60)
    let correction = log.add(
      .hoursCorrected(
        entry: id, content: entry("tur", .person(ola), 45, on: "2023-12-31"), reason: .wrongDay))
    #expect(figures(log).activities.isEmpty)
    let before = figures(log, of: 2023)
    #expect(before.activities.map(\.code.text) == ["tur"] && before.totals.minutes == 45)
    log.undo(correction)
    #expect(figures(log).activities.map(\.code.text) == ["kafe"])
    #expect(figures(log).totals.minutes == 60)
    #expect(figures(log, of: 2023).totals.entries == 0)
  }

  @Test func `the last of several corrections counts, and an undone entry hides them all`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let id = log.hours("kafe", .person(kari), 60)
    for minutes in [70, 80] {
      log.add(
        .hoursCorrected(
          entry: id, content: entry("kafe", .person(kari), minutes), reason: .wrongMinutes))
    }
    #expect(figures(log).totals.minutes == 80 && figures(log).totals.entries == 1)
    log.undo(id.seq)
    #expect(figures(log).totals.entries == 0)
  }

  @Test func `an activity counts where it belongs now, also for hours recorded before`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe", "Kafe", group: "Gammel", sector: "X")
    log.hours("kafe", .person(kari), 60)
    let change = log.activity("kafe", "Kafé", group: "Ny", changed: true)
    #expect(change.text == "kafe")
    #expect(figures(log).groups.map(\.name) == ["Ny"])
    #expect(figures(log).activities.map(\.details.name) == ["Kafé"])
    #expect(figures(log).sectors.isEmpty && figures(log).withoutSector?.figures.minutes == 60)
    log.undo(log.log.count)
    #expect(figures(log).groups.map(\.name) == ["Gammel"])
  }

  @Test func `activities come in the order they were added`() {
    var log = LogBuilder()
    for code in ["z", "a", "m"] { log.activity(code) }
    for code in ["m", "a", "z"] { log.hours(code, .unnamed(headcount: 1), 10) }
    #expect(figures(log).activities.map(\.code.text) == ["z", "a", "m"])
  }

  @Test func `hours of an activity that nobody added are shown under its code`() {
    var log = LogBuilder()
    log.hours("hull", .unnamed(headcount: 2), 10)
    #expect(figures(log).activities.map(\.details.name) == ["hull"])
    #expect(figures(log).totals.minutes == 10)
  }

  @Test func `years are counted apart, and the divisor is the nearest earlier one`() {
    var log = LogBuilder()
    log.activity("kafe")
    log.add(.yearSet(YearSettings(year: 2023, divisor: 1_700)))
    log.hours("kafe", .unnamed(headcount: 1), 1_700 * 60, on: "2023")
    log.hours("kafe", .unnamed(headcount: 1), 850 * 60, on: "2024")
    let all = YearStatistics().folded(over: log.log)
    #expect(all.years == [2023, 2024])
    #expect(all.figures(of: 2022).settings.divisor == 1_650)
    #expect(all.figures(of: 2024).settings.divisor == 1_700)
    let undo = log.undo(4)
    #expect(figures(log).settings.divisor == 1_650)
    log.add(.redone(undone: undo))
    log.add(.yearSet(YearSettings(year: 2024, divisor: 1_750)))
    #expect(figures(log).settings.divisor == 1_750)
    #expect(figures(log, of: 2023).settings.divisor == 1_700)
  }

  @Test func `a fold for one year leaves the others out`() {
    var log = LogBuilder()
    log.activity("kafe")
    log.hours("kafe", .unnamed(headcount: 1), 10, on: "2023")
    log.hours("kafe", .unnamed(headcount: 1), 20, on: "2024")
    let one = YearStatistics(years: [2024]).folded(over: log.log)
    #expect(one.years == [2024])
    #expect(one.figures(of: 2024) == figures(log))
  }

  @Test func `minutes are kept apart by how they are known`() {
    var log = LogBuilder()
    log.activity("kafe")
    log.hours("kafe", .unnamed(headcount: 1), 1, known: .recorded)
    log.hours("kafe", .unnamed(headcount: 1), 20, known: .estimated)
    log.hours("kafe", .unnamed(headcount: 1), 300, known: .summary)
    let known = figures(log).totals.known
    #expect(known.recorded == 1 && known.estimated == 20 && known.summary == 300)
  }

  @Test func `a log of absurd numbers is read without a trap`() {
    var log = LogBuilder()
    log.activity("kafe")
    for _ in 0..<3 { log.hours("kafe", .unnamed(headcount: .max), .max) }
    #expect(figures(log).totals.minutes == .max && figures(log).totals.headcount == .max)
  }
}
