import Domain
import Testing

struct InstantTests {
  /// The days in March and October, less 25, on which the clocks change in Oslo from 1996 to 2099, as
  /// Python's zoneinfo has them. In every one of these years there are exactly two changes, and both
  /// are at 01:00 UTC.
  ///
  ///     z = ZoneInfo("Europe/Oslo"); off = lambda t: t.astimezone(z).utcoffset()
  ///     for y in range(1996, 2100): every hour t of the year where off(t) != off(t - 1 h)
  private let march =
    "65431065321054320654210643216543106532105432065421064321"
    + "654310653210543206542106432165431065321054320654"
  private let october =
    "21064321654310653210543206542106432165431065321054320654"
    + "210643216543106532105432065421064321654310653210"

  @Test func `both changes of clocks fall where zoneinfo has them from 1996 to 2099`() {
    #expect(march.utf8.count == 104 && october.utf8.count == 104)
    for (index, (spring, autumn)) in zip(march.utf8, october.utf8).enumerated() {
      let year = 1996 + index
      let summer = instant("\(year)-03-\(25 + Int(spring) - 48)T01:00:00Z")
      let winter = instant("\(year)-10-\(25 + Int(autumn) - 48)T01:00:00Z")
      #expect(summer.adding(seconds: -1).osloOffset == 3_600, "\(summer.text)")
      #expect(summer.osloOffset == 7_200, "\(summer.text)")
      #expect(winter.adding(seconds: -1).osloOffset == 7_200, "\(winter.text)")
      #expect(winter.osloOffset == 3_600, "\(winter.text)")
      for moment in [summer, winter] {
        // No other change on the days around, nor at the turn of the year.
        #expect(moment.adding(seconds: -86_400).osloOffset + moment.osloOffset == 10_800)
        #expect(moment.adding(seconds: 86_400).osloOffset == moment.osloOffset)
      }
      #expect(instant("\(year)-01-01T00:00:00Z").osloOffset == 3_600)
      #expect(instant("\(year)-07-01T00:00:00Z").osloOffset == 7_200)
      #expect(instant("\(year)-12-31T23:59:59Z").osloOffset == 3_600)
    }
  }

  @Test(arguments: [
    ("2024-03-31T00:59:59Z", "2024-03-31", "01:59"),
    ("2024-03-31T01:00:00Z", "2024-03-31", "03:00"),
    ("2024-10-27T00:30:00Z", "2024-10-27", "02:30"),
    ("2024-10-27T01:30:00Z", "2024-10-27", "02:30"),
    ("2024-12-31T22:59:59Z", "2024-12-31", "23:59"),
    ("2024-12-31T23:00:00Z", "2025-01-01", "00:00"),
    ("2024-06-30T21:59:59Z", "2024-06-30", "23:59"),
    ("2024-06-30T22:00:00Z", "2024-07-01", "00:00"),
    ("1969-12-31T22:59:59Z", "1969-12-31", "23:59"),
    ("1955-01-02T03:04:05Z", "1955-01-02", "04:04"),
  ])
  func `a moment has a day and a time on the wall in Oslo`(
    moment: String, day: String, wall: String
  ) {
    #expect(instant(moment).osloDay.text == day)
    #expect(instant(moment).osloClock.text == wall)
  }

  // As Python has them, datetime(…, tzinfo=ZoneInfo("Europe/Oslo"), fold=0): 02:30 in spring too.
  @Test(arguments: [
    ("2024-03-05", "13:00", "2024-03-05T12:00:00Z"),
    ("2024-07-01", "00:00", "2024-06-30T22:00:00Z"),
    ("2024-12-31", "23:59", "2024-12-31T22:59:00Z"),
    ("1969-12-31", "23:59", "1969-12-31T22:59:00Z"),
    ("2024-03-31", "01:59", "2024-03-31T00:59:00Z"),
    ("2024-03-31", "02:30", "2024-03-31T01:30:00Z"),
    ("2024-03-31", "03:00", "2024-03-31T01:00:00Z"),
    ("2024-10-27", "01:59", "2024-10-26T23:59:00Z"),
    ("2024-10-27", "02:30", "2024-10-27T00:30:00Z"),
    ("2024-10-27", "03:00", "2024-10-27T02:00:00Z"),
  ])
  func `a wall clock in Oslo is a moment`(onDay: String, wall: String, moment: String) {
    #expect(Instant(on: day(onDay), at: clock(wall)).text == moment)
  }

  @Test func `every moment is the one of its day and its clock, but in the hour that comes twice`()
  {
    for minute in stride(from: 1_704_067_200, to: 1_704_067_200 + 366 * 86_400, by: 900) {
      let moment = Instant(seconds: minute)
      let again = Instant(on: moment.osloDay, at: moment.osloClock)
      let isTwice = moment.text.hasPrefix("2024-10-27T01:")
      #expect(again == (isTwice ? moment.adding(seconds: -3_600) : moment), "\(moment.text)")
    }
  }

  @Test func `the end of a day is its last second in Oslo, in every hour of the year`() {
    for number in Int32(19_700)..<20_500 {
      let day = Day(number: number)
      let end = Instant.endOfDay(day)
      #expect(end.osloDay == day && end.adding(seconds: 1).osloDay == day.adding(1), "\(day.text)")
    }
    #expect(Instant.endOfDay(Domain.Day(number: 19_813)).text == "2024-03-31T21:59:59Z")
    #expect(Instant.endOfDay(Domain.Day(number: 20_023)).text == "2024-10-27T22:59:59Z")
  }

  @Test(arguments: [
    "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2024-02-29T12:34:56Z", "2999-12-31T23:59:59Z",
    "1900-01-01T00:00:00Z",
  ])
  func `a moment is read as it is written`(text: String) {
    #expect(instant(text).text == text)
  }

  @Test(arguments: [
    "", "2024-03-05T12:00:00", "2024-03-05T12:00:00+00:00", "2024-03-05 12:00:00Z",
    "2024-03-05T24:00:00Z", "2024-03-05T12:60:00Z", "2024-03-05T12:00:60Z", "2023-02-29T12:00:00Z",
    "2024-03-05t12:00:00z", "2024-03-05T1２:00:0Z", "2024-03-05T12:00:0 Z", "3000-01-01T00:00:00Z",
  ])
  func `anything else is refused`(text: String) {
    #expect(Instant(text: text) == nil)
  }

  @Test func `seconds since 1970 are those of Python`() {
    #expect(instant("2024-03-05T12:00:00Z").seconds == 1_709_640_000)
    #expect(instant("1900-01-01T00:00:00Z").seconds == -2_208_988_800)
  }
}
