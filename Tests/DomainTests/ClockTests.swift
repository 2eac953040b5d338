import Domain
import Testing

struct ClockTests {
  @Test func `every minute of a day has one spelling`() {
    var texts: Set<String> = []
    for minute in 0..<1_440 {
      guard let clock = Clock(hour: minute / 60, minute: minute % 60) else {
        Issue.record("minute \(minute) is a time of day")
        continue
      }
      #expect(Int(clock.minutes) == minute)
      #expect(Clock(text: clock.text) == clock)
      texts.insert(clock.text)
    }
    #expect(texts.count == 1_440)
    #expect(clock("00:00") < clock("23:59"))
  }

  @Test(arguments: [
    "", "24:00", "12:60", "1:00", "01:0", "0100", "-1:00", "12.00", "12:000", "１2:00",
  ])
  func `anything else is refused`(text: String) {
    #expect(Clock(text: text) == nil)
  }

  @Test func `a shift that does not end after its start ends the next day`() {
    #expect(evening(nil).minutes == 120)
    let night = ShiftPlan(on: today, start: clock("22:00"), end: clock("02:00"))
    #expect(night.minutes == 240)
    let whole = ShiftPlan(on: today, start: clock("08:00"), end: clock("08:00"))
    #expect(whole.minutes == 1_440)
  }
}
