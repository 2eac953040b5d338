/// What moment an event is recorded at. `at` never goes backwards, and a clock that is far off is
/// refused rather than believed; the log says what the centre's own clock said.
package enum RecordingClock {
  /// A clock behind the last line by no more than this is taken to stand still: an hour covers a
  /// machine that was set an hour wrong at a change of clocks.
  package static let behindMax = 3_600
  /// Further ahead of the last line than this is more likely a wrong clock than a long rest: somebody
  /// must have looked at it.
  package static let aheadMax = 400 * 86_400

  /// Returns the moment to record at, not before `last`, or throws with both times.
  ///
  /// - Parameter isChecked: a person says that the clock is right, however long the ledger rested.
  package static func moment(
    now: Instant, last: Instant?, isChecked: Bool = false
  ) throws(Rejection) -> Instant {
    guard let last else { return now }
    let ahead = now.seconds - last.seconds
    if ahead < -behindMax { throw .clockBehind(now: now, last: last) }
    if ahead > aheadMax, !isChecked { throw .clockAhead(now: now, last: last) }
    return max(now, last)
  }
}
