/// A set of line numbers as rising ranges with a gap between neighbours: one set, one spelling.
package struct LineRanges: Hashable, Sendable {
  package let ranges: [ClosedRange<Int>]

  /// Returns the set of the given line numbers, in any order.
  package init(_ lines: some Sequence<Int>) {
    var ranges: [ClosedRange<Int>] = []
    for line in lines.sorted() {
      if let last = ranges.last, line <= last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...max(line, last.upperBound)
      } else {
        ranges.append(line...line)
      }
    }
    self.ranges = ranges
  }

  /// Returns the set, or nil unless the ranges rise with a gap between neighbours, from line 1.
  package init?(canonical ranges: [ClosedRange<Int>]) {
    var next = 1
    for range in ranges {
      guard range.lowerBound >= next else { return nil }
      next = range.upperBound + 2
    }
    guard !ranges.isEmpty else { return nil }
    self.ranges = ranges
  }

  /// How many lines are in the set.
  package var count: Int { ranges.reduce(0) { $0 + $1.count } }
  /// The lines in rising order, made as they are asked for.
  package var lines: some Sequence<Int> { ranges.lazy.flatMap { $0 } }
  package var first: Int? { ranges.first?.lowerBound }
  package var last: Int? { ranges.last?.upperBound }
}
