// Closed years: what may still be recorded, and how a year is closed, approved and opened again.
//
// 1. While a year is closed, its entries and minutes change by late events only, and those are in none
//    of its closed figures: they come after the line that closed it.
// 2. A late correction stays in its year, so that no hour is in two years at once.

extension State {
  /// Throws when an ordinary line would change a closed year.
  func admitsOpenYear(of content: HourEntry, replacing before: Entry?) throws(Rejection) {
    for year in [content.on.year, before?.content.on.year].compactMap({ $0 }) {
      if let closed = closings[year] { throw .yearClosed(year, closing: closed.seq) }
    }
  }

  /// Throws unless a late line is about a closed year.
  func admitsClosedYear(of content: HourEntry, replacing before: Entry?) throws(Rejection) {
    let year = content.on.year
    if let before, before.content.on.year != year {
      throw .lateKeepsYear(before.id, year: before.content.on.year)
    }
    if closings[year] == nil { throw .yearNotClosed(year) }
  }

  func admitsClosing(_ closing: YearClosing, at moment: Instant) throws(Rejection) {
    guard Day.years.contains(closing.year), closing.settings.year == closing.year else {
      throw .yearOutOfRange(closing.year)
    }
    try admitsFigures(closing.settings)
    if let closed = closings[closing.year] { throw .yearClosed(closing.year, closing: closed.seq) }
    let today = moment.osloDay
    if today.year <= closing.year { throw .yearNotOver(closing.year, today: today) }
    guard closing.accepted == closing.accepted.sorted(),
      Set(closing.accepted).count == closing.accepted.count,
      closing.accepted.isEmpty == (closing.reason == nil)
    else { throw .badAcceptance }
  }

  func admitsApproval(
    of year: Int, closing: Int, digest: String, on day: Day, at moment: Instant
  ) throws(Rejection) {
    guard let closed = closings[year] else { throw .yearNotClosed(year) }
    guard closed.seq == closing, closed.content.digest == digest else {
      throw .otherClosing(year, closing: closed.seq)
    }
    if let approval = closed.approval { throw .yearApproved(year, on: approval.on) }
    let today = moment.osloDay
    if day > today { throw .futureDay(day, today: today) }
    if day.year <= year { throw .approvedTooEarly(day, year: year) }
  }

  func admitsImport(_ made: ImportMade) throws(Rejection) {
    try admitsText(made.source, .source, bytesMax: TextRule.sourceBytesMax)
    let newest = sources[made.source]?.last?.id
    if newest != made.after { throw .sourceMoved(made.source, newest: newest) }
    guard (made.table != nil) == (made.kind == .table) else { throw .badTable }
    if let year = made.table?.year, !Day.years.contains(year) { throw .yearOutOfRange(year) }
  }
}
