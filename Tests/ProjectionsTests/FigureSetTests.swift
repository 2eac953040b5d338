import Domain
import Projections
import Testing

@Suite struct FigureSetTests {
  private func text(_ log: LogBuilder, of year: Int = 2024) -> String? {
    FigureSet.text(of: YearStatistics().folded(over: log.log).figures(of: year))
  }

  /// Written by hand from events/README.md, section 5.
  @Test func `the text is that of the format page`() {
    var log = LogBuilder()
    let persons = log.persons(4)
    log.activity("tur", group: "Ute", sector: "Egne")
    log.activity("kafe-2", group: "Kafé", sector: "Egne")
    log.activity("kafe", group: "Kafé", sector: "Kommune")
    log.activity("firma", group: "Kafé", sector: "Egne", counted: false)
    log.activity("dugnad", counted: false)
    log.activity("uten")
    log.activity("tom", group: "Ute")
    log.add(.yearSet(YearSettings(year: 2023, divisor: 1_700, rate: 30_000)))
    log.hours("tur", .person(persons[0]), 60)
    log.hours("tur", .person(persons[0]), 30, known: .estimated)
    log.hours("tur", .person(persons[1]), 45)
    log.hours("kafe", .person(persons[0]), 15)
    log.hours("kafe", .unnamed(headcount: 33), 3_000, on: "2024", known: .summary)
    log.hours("kafe-2", .person(persons[2]), 10, on: "2024-05")
    log.hours("uten", .person(persons[2]), 7)
    log.hours("firma", .person(persons[3]), 600)
    log.hours("firma", .unnamed(headcount: 68), 12_240, known: .summary)
    log.hours("dugnad", .person(persons[3]), 100)
    log.hours("ukjent", .person(persons[3]), 1)
    log.hours("tur", .person(persons[3]), 999, on: "2023-12-31")
    #expect(
      text(log) == """
        statistics:1
        year 2024
        divisor 1700
        rate 30000
        total 8 3168 6 4 33
        known 138 30 3000
        outside 3 12940 2 1 68
        activity dugnad 0 1 100 1 0
        activity firma 0 2 12840 1 68
        activity kafe 1 2 3015 1 33
        activity kafe-2 1 1 10 1 0
        activity tur 1 3 135 2 0
        activity ukjent 1 1 1 1 0
        activity uten 1 1 7 1 0
        group kafe,kafe-2 3 3025 2 2 33
        group tur 3 135 2 2 0
        sector kafe 2 3015 1 1 33
        sector kafe-2,tur 4 145 3 3 0

        """)
  }

  @Test func `sectors and groups are named by sorted codes, and sorted by them`() {
    var log = LogBuilder()
    for (code, group) in [("b", "X"), ("a-1", "Y"), ("a", "Z"), ("c", "Z")] {
      log.activity(code, group: group)
      log.hours(code, .unnamed(headcount: 1), 10)
    }
    #expect(text(log)?.contains("\ngroup a,c 2 20 0 0 2\ngroup a-1 1 10 0 0 1\ngroup b ") == true)
  }

  @Test func `an empty year has a text, without a rate where there is none`() {
    #expect(
      text(LogBuilder(), of: 2019) == """
        statistics:1
        year 2019
        divisor 1650
        total 0 0 0 0 0
        known 0 0 0
        outside 0 0 0 0 0

        """)
  }

  @Test func `a reopened year is what its lines say now, with its own settings`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe", group: "Kafé")
    let id = log.hours("kafe", .person(kari), 60)
    log.close(2024, divisor: 1_700)
    // While it is closed the divisor is that of the closing.
    #expect(text(log)?.contains("divisor 1700") == true)
    log.reopen(2024)
    log.add(.yearSet(YearSettings(year: 2024, divisor: 1_750, rate: 100)))
    log.correct(id, to: entry("kafe", .person(kari), 90))
    log.hours("kafe", .unnamed(headcount: 3), 30, known: .estimated)
    #expect(
      text(log) == """
        statistics:1
        year 2024
        divisor 1750
        rate 100
        total 2 120 1 1 3
        known 90 30 0
        outside 0 0 0 0 0
        activity kafe 1 2 120 1 3
        group kafe 2 120 1 1 3

        """)
  }

  @Test func `a version that is not known has no text`() {
    let figures = YearStatistics().folded(over: LogBuilder().log).figures(of: 2024)
    #expect(FigureSet.text(of: figures, version: 0) == nil)
    #expect(FigureSet.text(of: figures, version: FigureSet.current + 1) == nil)
    #expect(FigureSet.text(of: figures, version: 1) == FigureSet.text(of: figures))
  }
}
