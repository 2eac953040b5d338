// What a closing says of a year's figures, and what is known of the number of volunteers when a
// year, or a part of it, is only known from a printed table.

package import Domain

extension YearFigures {
  /// The totals that a closing of the year on these figures says.
  package var closingTotals: YearClosing.Totals {
    YearClosing.Totals(
      entries: totals.entries, minutes: totals.minutes, participations: totals.participations,
      distinct: totals.distinct, headcount: totals.headcount)
  }

  /// How many different volunteers the counted activities of the year had: at least … at most …;
  /// nil when it has no unnamed summary, since `totals.distinct` is the number then.
  ///
  /// A printed table of an older year is imported as one unnamed summary per activity, with as many
  /// heads as it prints volunteers.
  ///
  /// 1. The heads of one summary are different people, so there were as many as the largest has.
  ///    The named persons are different people too. Any of the two may be among the other, so they
  ///    are not added: at least the larger.
  /// 2. If nobody was in two summaries and no named person was in any, there were as many as all of
  ///    them together: at most their sum.
  /// 3. Who made the table knew the people. The number that it claims is the upper bound when it is
  ///    possible by 1 and 2. It cannot lift the lower bound: "different" may have been counted per
  ///    group and then added, as Kongsberg's 225 was. A claim that is not possible bounds nothing.
  ///
  /// Other unnamed entries (a company's day in the garden) are headcount, and neither volunteers
  /// here nor in any other figure.
  package var distinctBounds: ClosedRange<Int>? {
    let summaries = totals.summaries
    guard summaries.entries > 0 else { return nil }
    let least = max(totals.distinct, summaries.largest)
    var most = totals.distinct
    most.addClamped(summaries.sum)
    let possible = least...max(least, most)
    guard let claimed = claimedDistinct, possible.contains(claimed) else { return possible }
    return least...claimed
  }
}

extension State {
  /// The volunteers that the last standing printed table of the year which claims any does claim.
  func claimedDistinct(in year: Int) -> Int? {
    let tables = sources.values.joined().filter { source in
      source.made.table?.year == year && source.made.table?.distinct != nil
    }
    return tables.max { $0.id < $1.id }?.made.table?.distinct
  }
}
