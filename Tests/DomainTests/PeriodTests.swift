import Domain
import Testing

struct PeriodTests {
  @Test(arguments: [
    ("2024-03-05", "2024-03-05", "2024-03-05", 1), ("2024-02", "2024-02-01", "2024-02-29", 29),
    ("2024", "2024-01-01", "2024-12-31", 366), ("2023", "2023-01-01", "2023-12-31", 365),
    ("2024-03-01..2024-03-15", "2024-03-01", "2024-03-15", 15),
    ("2024-01-01..2024-11-30", "2024-01-01", "2024-11-30", 335),
    ("2024-02-01..2024-02-28", "2024-02-01", "2024-02-28", 28),
    ("2024-02-02..2024-02-29", "2024-02-02", "2024-02-29", 28),
  ])
  func `a period is read as it is written`(text: String, first: String, last: String, days: Int) {
    #expect(period(text).first == day(first))
    #expect(period(text).last == day(last))
    #expect(period(text).days == days)
    #expect(period(text).text == text)
    #expect(period(text).year == day(first).year)
  }

  @Test(arguments: [
    // A second spelling of a day, a month and a year
    "2024-03-05..2024-03-05", "2024-02-01..2024-02-29", "2024-01-01..2024-12-31",
    // Backwards, over the turn of a year, no such day
    "2024-03-05..2024-03-04", "2024-12-31..2025-01-01", "2024-02-01..2024-02-30",
    "", "1899", "3000", "2024-13", "2024-00", "2024-1", "24", "2024-03-01...2024-03-15",
    "2024-03-01.2024-03-15", "2024-03-01,,2024-03-15", "2024-03..2024-04-15", "202a", "2024-W1",
  ])
  func `anything else is refused, also a second spelling`(text: String) {
    #expect(Period(text: text) == nil)
  }

  @Test func `a period made of its days is the same as the one that was read`() {
    #expect(Period(from: day("2024-02-01"), to: day("2024-02-29")) == period("2024-02"))
    #expect(Period(from: day("2024-01-01"), to: day("2024-12-31")) == Period(year: 2024))
    #expect(Period(from: today, to: today) == Period(today))
    #expect(Period(from: today, to: yesterday) == nil)
    #expect(Period(from: day("2023-12-31"), to: day("2024-01-01")) == nil)
    #expect(Period(year: 2024, month: 13) == nil)
    #expect(Period(year: 3000) == nil)
  }

  @Test func `only a single day is a day`() {
    #expect(period("2024-03-05").day == today)
    #expect(period("2024-03").day == nil)
  }

  @Test func `every span of days in a leap year has one spelling, which is read back`() {
    var texts: Set<String> = []
    let start = day("2024-01-01")
    for first in stride(from: 0, to: 366, by: 5) {
      for last in first..<366 {
        guard let span = Period(from: start.adding(first), to: start.adding(last)) else {
          Issue.record("days \(first) to \(last) are a period")
          continue
        }
        if Period(text: span.text) != span { Issue.record("\(span.text) is not read back") }
        texts.insert(span.text)
      }
    }
    #expect(texts.count == stride(from: 0, to: 366, by: 5).reduce(0) { $0 + 366 - $1 })
  }

  @Test func `periods are ordered by their first day and then their last`() {
    let sorted = ["2023", "2024-01-01", "2024-01", "2024", "2024-01-02"].map(period)
    #expect(sorted.sorted() == sorted)
  }
}
