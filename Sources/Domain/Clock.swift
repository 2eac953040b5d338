/// A time of day on the wall in Oslo, in minutes since midnight, 0 to 1 439.
package struct Clock: Hashable, Comparable, Sendable {
  package let minutes: Int16

  /// Returns the time, or nil unless it is a time of day.
  package init?(hour: Int, minute: Int) {
    guard (0...23).contains(hour), (0...59).contains(minute) else { return nil }
    minutes = Int16(hour * 60 + minute)
  }

  package var hour: Int { Int(minutes) / 60 }
  package var minute: Int { Int(minutes) % 60 }

  /// `hh:mm`.
  package var text: String { "\(twoDigits(hour)):\(twoDigits(minute))" }

  /// Returns the time spelled `hh:mm`, or nil.
  package init?(text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 5, bytes[2] == 58, let hour = digits(bytes[0..<2]),
      let minute = digits(bytes[3..<5])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  package static func < (left: Clock, right: Clock) -> Bool { left.minutes < right.minutes }
}
