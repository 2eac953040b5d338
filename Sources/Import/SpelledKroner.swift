/// An amount of money as people write it: `300`, `300,50`, `498 000`, `498.50`.
package struct SpelledKroner: Hashable, Sendable {
  /// Whole øre.
  package let ore: Int

  /// Returns the amount written, or nil. At most two decimals.
  package init?(_ text: String) {
    let words = text.filter { !$0.isWhitespace }
    let parts = words.split(
      separator: words.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let kroner = number(parts[0], digits: 1...12) else {
      return nil
    }
    var ore = 0
    if parts.count == 2 {
      guard let fraction = number(parts[1], digits: 1...2) else { return nil }
      ore = parts[1].count == 1 ? fraction * 10 : fraction
    }
    self.ore = kroner * 100 + ore
  }
}
