import Domain
import Testing

struct GrantTests {
  /// The way of a grant, pair by pair.
  static let steps: Set<[GrantStatus]> = [
    [.planned, .applied], [.planned, .granted], [.planned, .refused],
    [.applied, .applied], [.applied, .granted], [.applied, .refused],
    [.granted, .granted], [.granted, .reported],
    [.refused, .applied], [.refused, .granted],
    [.reported, .reported], [.reported, .granted], [.reported, .settled],
  ]

  @Test func `of all pairs of states these follow each other`() {
    for from in GrantStatus.allCases {
      for to in GrantStatus.allCases {
        #expect(from.next.contains(to) == Self.steps.contains([from, to]), "\(from) to \(to)")
      }
      #expect(Set(from.next).count == from.next.count)
    }
  }

  @Test func `every state is reached from planned, which is never come back to`() {
    var reached: Set<GrantStatus> = [.planned]
    for _ in GrantStatus.allCases { reached.formUnion(reached.flatMap(\.next)) }
    #expect(reached == Set(GrantStatus.allCases))
    #expect(!GrantStatus.allCases.contains { $0.next.contains(.planned) })
  }

  @Test func `a refused and a settled grant take no claims`() {
    #expect(
      GrantStatus.allCases.filter(\.takesClaims) == [.planned, .applied, .granted, .reported])
  }

  @Test func `a band of ages is two of 0 to 150 in order, and its text is read back`() {
    var bands = 0
    for from in -2...152 {
      for to in -2...152 {
        let isBand = 0 <= from && from <= to && to <= 150
        guard let band = AgeBand(from: from, to: to) else {
          #expect(!isBand, "\(from)-\(to)")
          #expect(AgeBand(text: "\(from)-\(to)") == nil)
          continue
        }
        bands += 1
        if !isBand || band.text != "\(from)-\(to)" || AgeBand(text: band.text) != band {
          Issue.record("\(from)-\(to)")
        }
      }
    }
    #expect(bands == 151 * 152 / 2)
  }

  @Test(arguments: [
    "", "-", "0", "0-", "-12", "00-12", "0-012", "+0-12", "0-+12", "0--12", "0-12-15", " 0-12",
    "0-12 ", "0–12", "0-1e1", "12-0", "0-151", "0-9999", "٠-١",
  ])
  func `anything else is no band of ages`(text: String) {
    #expect(AgeBand(text: text) == nil)
  }

  @Test func `bands are in order by where they begin, then by where they end`() {
    #expect(
      band("0-5") < band("0-12") && band("0-12") < band("6-7") && !(band("6-7") < band("6-7")))
    #expect(band("9-10") < band("10-12"))
  }

  @Test func `a grant covers a period that is in its days from end to end`() {
    let spring = details("2024-03-01", "2024-03-31")
    for inside in ["2024-03", "2024-03-01", "2024-03-31", "2024-03-02..2024-03-30"] {
      #expect(spring.covers(period(inside)), "\(inside)")
    }
    for outside in ["2024", "2024-02-29", "2024-04-01", "2024-02-29..2024-03-01"] {
      #expect(!spring.covers(period(outside)), "\(outside)")
    }
    #expect(!spring.covers(period("2024-03-31..2024-04-01")))
    #expect(details("2023-07-01", "2024-06-30").covers(period("2023-12-31")), "over the new year")
  }
}
