import Domain
import Testing

struct LineRangesTests {
  @Test func `lines in any order become rising ranges with gaps`() {
    #expect(LineRanges([5, 3, 4, 9, 9, 1]).ranges == [1...1, 3...5, 9...9])
    #expect(LineRanges([Int]()).ranges.isEmpty)
  }

  @Test func `every set of small numbers is itself again`() {
    for bits in 0..<1_024 {
      let lines = (1...10).filter { bits & (1 << ($0 - 1)) != 0 }
      let ranges = LineRanges(lines.shuffled())
      #expect(Array(ranges.lines) == lines)
      #expect(ranges.count == lines.count)
      #expect(ranges.first == lines.first && ranges.last == lines.last)
      #expect(lines.isEmpty || LineRanges(canonical: ranges.ranges) == ranges)
    }
  }

  @Test(arguments: [
    [], [0...1], [-1...1], [1...2, 3...4], [1...2, 2...4], [5...6, 1...2], [1...5, 2...3],
    [3...3, 3...3],
  ])
  func `any other spelling of a set is refused`(ranges: [ClosedRange<Int>]) {
    #expect(LineRanges(canonical: ranges) == nil)
  }

  @Test(.timeLimit(.minutes(1))) func `a range as long as numbers go costs nothing`() {
    let huge = LineRanges(canonical: [1...1, 3...(LineNumber.limit - 1)])
    #expect(huge?.count == LineNumber.limit - 2)
    #expect(huge?.last == LineNumber.limit - 1)
    #expect(huge.map { Array($0.lines.prefix(3)) } == [1, 3, 4])
  }
}
