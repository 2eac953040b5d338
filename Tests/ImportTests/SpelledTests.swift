import Domain
import Import
import Testing

/// What people write, and what it means.
struct SpelledTests {
  static let today = Day(year: 2024, month: 11, day: 2)

  @Test(arguments: [
    ("2024-11-01", "2024-11-01"), ("1.11.2024", "2024-11-01"), ("01.11.24", "2024-11-01"),
    ("igår", "2024-11-01"), ("i går", "2024-11-01"), ("I GÅR", "2024-11-01"),
    ("yesterday", "2024-11-01"), ("i dag", "2024-11-02"), ("idag", "2024-11-02"),
    ("iforgårs", "2024-10-31"), ("29.2.2024", "2024-02-29"), ("i morgen", "2024-11-03"),
    ("5. mars 2024", "2024-03-05"), ("5 March 2024", "2024-03-05"), ("05-MAR-2024", "2024-03-05"),
    ("1. sept. 2024", "2024-09-01"),
  ])
  func `a day is understood`(text: String, expected: String) throws {
    let today = try #require(Self.today)
    #expect(SpelledDay(text)?.day(today: today).text == expected)
  }

  @Test(arguments: [
    "", "32.1.2024", "29.2.2023", "1.13.2024", "1/11/2024", "2024-1-1", "1.11", "..",
    "1..2024", "5. mars", "31. april 2024", "5. mårs 2024", "5. mars 24", "mars 5 2024",
  ])
  func `what is no day is refused`(text: String) {
    #expect(SpelledDay(text) == nil)
  }

  @Test(arguments: [
    ("2024", "2024"), ("2024-03", "2024-03"), ("3.2024", "2024-03"), ("mars 2024", "2024-03"),
    ("March 2024", "2024-03"), ("mar. 2024", "2024-03"), ("okt 2024", "2024-10"),
    ("1.3.2024..15.3.2024", "2024-03-01..2024-03-15"),
    ("2024-03-01–2024-03-31", "2024-03"), ("1.1.2024 - 31.12.2024", "2024"),
    ("1.10.2024..i går", "2024-10-01..2024-11-01"),
  ])
  func `a period is understood, and has one spelling`(text: String, expected: String) throws {
    let today = try #require(Self.today)
    #expect(SpelledPeriod(text)?.period(today: today)?.text == expected)
  }

  @Test func `a period ends after it begins, in one year`() throws {
    let today = try #require(Self.today)
    #expect(SpelledPeriod("2.3.2024..1.3.2024")?.period(today: today) == nil)
    #expect(SpelledPeriod("1.12.2023..1.1.2024")?.period(today: today) == nil)
  }

  @Test(arguments: [
    ("3,5", 210), ("3.5", 210), ("2:30", 150), ("2t 30m", 150), ("2 t 30 min", 150),
    ("3,5 t", 210), ("90 min", 90), ("1 694", 101_640), ("1\u{A0}694", 101_640), ("0,33", 20),
    ("2 timer", 120), ("1 time", 60), ("2h", 120), ("0,25", 15), ("8", 480), ("1 timar", 60),
  ])
  func `an amount of hours is understood`(text: String, minutes: Int) {
    #expect(SpelledAmount(hours: text)?.minutes == minutes)
  }

  @Test(arguments: [
    "", "-1", "3,5,5", "2:60", "2:3", "tre", "t", "1e3", "99999999999", "3 kr", ",",
  ])
  func `what is no amount is refused`(text: String) {
    #expect(SpelledAmount(hours: text) == nil)
  }

  @Test(arguments: [
    ("18-20", "18:00", 120), ("18.00–20.30", "18:00", 150), ("22-02", "22:00", 240),
    ("9-9.45", "09:00", 45), ("18-24", "18:00", 360),
  ])
  func `a span gives start and minutes, over midnight too`(
    text: String, start: String, minutes: Int
  ) {
    #expect(SpelledSpan(text)?.start.text == start)
    #expect(SpelledSpan(text)?.minutes == minutes)
  }

  @Test func `a start alone has no minutes`() {
    #expect(SpelledSpan("18.30")?.start.text == "18:30")
    #expect(SpelledSpan("18.30")?.minutes == nil)
    for text in ["", "25", "18-", "18-20-22", "18.7", "kl 18"] { #expect(SpelledSpan(text) == nil) }
  }

  @Test(arguments: [("300", 30_000), ("300,50", 30_050), ("498 000", 49_800_000), ("0,5", 50)])
  func `kroner become øre`(text: String, ore: Int) {
    #expect(SpelledKroner(text)?.ore == ore)
  }

  @Test(arguments: ["", "-1", "1,234", "kr 300"])
  func `what is no money is refused`(text: String) {
    #expect(SpelledKroner(text) == nil)
  }
}
