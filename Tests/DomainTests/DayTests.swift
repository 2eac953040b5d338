import Domain
import Testing

struct DayTests {
  @Test func `every day from 1900 to 2999 follows the day before`() {
    guard var next = Day(year: 1900, month: 1, day: 1) else {
      Issue.record("there is a first day")
      return
    }
    var days = 0
    for year in Day.years {
      for month in 1...12 {
        for dayOfMonth in 1...Day.daysIn(month: month, of: year) {
          let day = Day(year: year, month: month, day: dayOfMonth)
          let parts = next.parts
          if day != next || parts != (year, month, dayOfMonth) {
            Issue.record("\(year)-\(month)-\(dayOfMonth) is \(String(describing: day)), \(parts)")
            return
          }
          next = next.adding(1)
          days += 1
        }
      }
    }
    // 1 100 years of 365 days, and the leap days: Python, date(2999,12,31) − date(1900,1,1) + 1.
    #expect(days == 401_767)
  }

  @Test(arguments: [
    // Python: (date.fromisoformat(text) - date(1970, 1, 1)).days, .weekday()
    ("1900-01-01", -25_567, 0), ("1969-12-31", -1, 2), ("1970-01-01", 0, 3),
    ("2000-02-29", 11_016, 1), ("2024-03-05", 19_787, 1), ("2999-12-31", 376_199, 1),
  ])
  func `a day has the number and the weekday that Python gives it`(
    text: String, number: Int32, weekday: Int
  ) {
    #expect(day(text).number == number)
    #expect(day(text).weekday == weekday)
    #expect(Day(number: number).text == text)
  }

  @Test(arguments: [
    "", "2024", "2024-3-5", "2024-03-5", "24-03-05", "2024-00-10", "2024-13-01", "2024-02-30",
    "2023-02-29", "1900-02-29", "2024-04-31", "2024-03-00", "1899-12-31", "3000-01-01",
    "2024/03/05", "2024-03-05 ", " 2024-03-05", "+024-03-05", "２024-03-05", "2024-03-0５",
    "2024-0e-05", "2024-03--5", "\r\n024-03-05",
  ])
  func `anything but a real day in its one spelling is refused`(text: String) {
    #expect(Day(text: text) == nil)
  }

  @Test func `the year of a day is right at both ends`() {
    #expect(day("2024-12-31").year == 2024)
    #expect(day("2025-01-01").year == 2025)
    #expect(day("2024-12-31").adding(1) == day("2025-01-01"))
    #expect(day("2024-12-31") < day("2025-01-01"))
  }
}
