import Domain
import Testing

struct RecordingClockTests {
  @Test func `the first line is recorded at the time of the clock`() throws {
    #expect(try RecordingClock.moment(now: noon, last: nil) == noon)
  }

  @Test(arguments: [0, 1, 86_400, 400 * 86_400])
  func `a clock that went on is believed, up to 400 days`(ahead: Int) throws {
    let now = noon.adding(seconds: ahead)
    #expect(try RecordingClock.moment(now: now, last: noon) == now)
  }

  @Test(arguments: [1, 59, 3_600])
  func `a clock behind by up to an hour stands still`(behind: Int) throws {
    let now = noon.adding(seconds: -behind)
    #expect(try RecordingClock.moment(now: now, last: noon) == noon)
  }

  @Test func `a clock further behind is refused with both times`() {
    let now = noon.adding(seconds: -3_601)
    #expect(throws: Rejection.clockBehind(now: now, last: noon)) {
      try RecordingClock.moment(now: now, last: noon)
    }
  }

  @Test func `a clock further ahead is refused with both times`() {
    let now = noon.adding(seconds: 400 * 86_400 + 1)
    #expect(throws: Rejection.clockAhead(now: now, last: noon)) {
      try RecordingClock.moment(now: now, last: noon)
    }
  }
}
