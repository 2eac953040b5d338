// What a cell of a workbook holds, as the text somebody would have typed for it.

import Domain

/// Turns the contents of cells into text.
struct XlsxValues {
  let strings: [String]
  let styles: [XlsxNumberFormat]
  let isFrom1904: Bool

  /// Returns the text of a number in a style.
  func number(_ text: String, style: Int) -> String {
    guard let value = Double(text), value.isFinite else { return text }
    let format = styles.indices.contains(style) ? styles[style] : .number
    switch format {
    case .number: return Self.decimal(value)
    case .duration: return Self.duration(value) ?? Self.decimal(value)
    case .time where value >= 0 && value < 1: return Self.clock(value)
    case .time: return moment(value, .day, time: true) ?? Self.decimal(value)
    case .day(let shown, let time): return moment(value, shown, time: time) ?? Self.decimal(value)
    }
  }

  /// At most six decimals after a comma, which is never read as a thousand: `1694,5`.
  static func decimal(_ value: Double) -> String {
    // Beyond this a double holds no decimals that mean anything.
    guard value.magnitude < 9e9 else { return "\(value)" }
    let whole = nearest(value.magnitude * 1_000_000)
    let sign = value < 0 && whole > 0 ? "-" : ""
    let fraction = String(1_000_000 + whole % 1_000_000).dropFirst()
    let kept = fraction.reversed().drop { $0 == "0" }.reversed()
    return sign + "\(whole / 1_000_000)" + (kept.isEmpty ? "" : "," + String(kept))
  }

  /// `26:30`, rounded to the minute; nil for a negative or an absurd length.
  private static func duration(_ value: Double) -> String? {
    guard value >= 0, value < 1_000_000 else { return nil }
    let minutes = nearest(value * 1_440)
    return "\(minutes / 60):\(twoDigits(minutes % 60))"
  }

  private static func clock(_ value: Double) -> String {
    let minutes = nearest(value * 1_440) % 1_440
    return "\(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
  }

  /// The day, month or year that is shown, with a time of day if that is shown and not midnight.
  private func moment(_ value: Double, _ shown: XlsxNumberFormat.Shown, time: Bool) -> String? {
    guard value >= 0, value < 2_958_466 else { return nil }  // to the end of year 9999
    var serial = Int(value)
    var minutes = time ? nearest((value - Double(serial)) * 1_440) : 0
    if minutes == 1_440 { (serial, minutes) = (serial + 1, 0) }
    guard let day = day(serial: serial) else { return nil }
    let clock = minutes == 0 ? "" : " \(twoDigits(minutes / 60)):\(twoDigits(minutes % 60))"
    switch shown {
    case .day: return day + clock
    case .month: return String(day.prefix(7))
    case .year: return String(day.prefix(4))
    }
  }

  /// Day 1 is 1900-01-01, day 60 the 29 February that 1900 never had, kept by Excel for the sake of
  /// Lotus 1-2-3; it is written as it stands and is read as no day. From 1904 day 0 is 1904-01-01.
  private func day(serial: Int) -> String? {
    if isFrom1904 { return Self.base1904.map { $0.adding(serial).text } }
    if serial == 60 { return "1900-02-29" }
    return serial < 1
      ? nil : Self.base1900.map { $0.adding(serial < 60 ? serial + 1 : serial).text }
  }

  private static let base1904 = Day(year: 1904, month: 1, day: 1)
  /// The day before day 1, shifted by the day that never was.
  private static let base1900 = Day(year: 1900, month: 1, day: 1)?.adding(-2)
}

/// The nearest whole number of one that is not negative. `rounded` would ask for the C library, which
/// nothing here links.
private func nearest(_ value: Double) -> Int { Int(value + 0.5) }

/// Returns `number` with two digits: `07`.
private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
