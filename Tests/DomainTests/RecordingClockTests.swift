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

  @Test func `somebody who looked at the clock is believed about the future, never the past`()
    throws
  {
    let rest = noon.adding(seconds: 3_000 * 86_400)
    #expect(try RecordingClock.moment(now: rest, last: noon, isChecked: true) == rest)
    let behind = noon.adding(seconds: -3_601)
    #expect(throws: Rejection.clockBehind(now: behind, last: noon)) {
      try RecordingClock.moment(now: behind, last: noon, isChecked: true)
    }
    let standing = noon.adding(seconds: -3_600)
    #expect(try RecordingClock.moment(now: standing, last: noon, isChecked: true) == noon)
  }
}
