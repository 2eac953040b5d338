import Domain
import Projections
import Testing

@Suite struct GrantReviewTests {
  private func review(_ log: LogBuilder, _ grant: GrantID, today: String = "2024-04-01")
    throws -> GrantReview
  {
    let state = log.state
    return GrantReview(
      try #require(GrantFigures(of: grant, in: state)), in: state, today: day(today))
  }

  /// Every procedure that found something, with its finding and entries.
  private func found(_ review: GrantReview) -> [String] {
    review.checks.filter { $0.finding != .clean && $0.procedure != .otherLedgers }.map {
      "\($0.procedure.rawValue) \($0.finding) \($0.entries.map(\.seq)) \($0.minutes)"
    }
  }

  private struct Sample {
    var log = LogBuilder()
    let kari: PersonID
    let approver: PersonID
    let grant: GrantID

    init(_ change: (inout GrantDetails) -> Void = { _ in }) {
      kari = log.person()
      approver = log.person(.approver)
      log.activity("kafe")
      log.activity("tur")
      grant = log.grant(change)
    }

    mutating func work(_ minutes: Int = 60, by approver: PersonID? = nil) -> EntryID {
      let id = log.hours("kafe", .person(kari), minutes)
      log.author = approver ?? self.approver
      log.add(.hoursApproved(id))
      log.author = PersonID(seq: 2)
      log.claim(id, on: grant, minutes)
      return id
    }
  }

  @Test func `ordinary work leaves nothing to note but what nobody can see`() throws {
    var sample = Sample()
    _ = sample.work()
    let review = try review(sample.log, sample.grant)
    #expect(found(review) == [] && review.isClean)
    #expect(review.checks.map(\.procedure) == GrantCheck.Procedure.allCases)
    #expect(review[.otherLedgers]?.finding == .unknown)
  }

  @Test func `more than an entry has is a deviation`() throws {
    var sample = Sample()
    let id = sample.work()
    sample.log.claim(id, on: sample.log.grant(), 1)
    #expect(try found(review(sample.log, sample.grant)) == ["claims failed [\(id.seq)] 60"])
    #expect(try !review(sample.log, sample.grant).isClean)
  }

  @Test func `outside the days or the activities is a deviation`() throws {
    var sample = Sample { $0.to = day("2024-03-04") }
    let id = sample.work()
    #expect(try found(review(sample.log, sample.grant)) == ["scope failed [\(id.seq)] 60"])
    sample = Sample()
    let other = sample.work()
    sample.log.include(sample.grant, "tur")
    #expect(try found(review(sample.log, sample.grant)) == ["scope failed [\(other.seq)] 60"])
  }

  @Test func `what was marked after the claim is a deviation, when the grant leaves it out`() throws
  {
    var sample = Sample { $0.excluded = [.travel] }
    let (paid, travel, board) = (sample.work(), sample.work(61), sample.work(62))
    sample.log.add(.hoursMarked(board, [.board]))
    #expect(try found(review(sample.log, sample.grant)) == [])
    sample.log.add(.hoursMarked(paid, [.paid]))
    sample.log.add(.hoursMarked(travel, [.board, .travel]))
    let ids = [paid.seq, travel.seq]
    #expect(try found(review(sample.log, sample.grant)) == ["excluded failed \(ids) 121"])
    sample.log.add(.activityMarked(activityCode("kafe"), [.travel]))
    #expect(try review(sample.log, sample.grant)[.excluded]?.entries.count == 3)
  }

  @Test func `approval by the recorder or the volunteer is noted, and approval that fell`() throws {
    var sample = Sample()
    let own = sample.work(by: PersonID(seq: 2))
    let selfish = sample.work(61, by: sample.kari)
    let ids = [own.seq, selfish.seq]
    #expect(try found(review(sample.log, sample.grant)) == ["own-approval noted \(ids) 121"])
    #expect(try review(sample.log, sample.grant).isClean)
    sample.log.correct(own, to: entry("kafe", .person(sample.kari), 70))
    #expect(
      try found(review(sample.log, sample.grant)) == [
        "unapproved noted [\(own.seq)] 60", "own-approval noted [\(selfish.seq)] 61",
      ])
  }

  @Test func `what came after the closing is noted, while that closing holds`() throws {
    var sample = Sample()
    let early = sample.work()
    sample.log.close(2024)
    let late = sample.log.late("kafe", .person(sample.kari), 30)
    sample.log.claim(late, on: sample.grant, 30)
    #expect(try review(sample.log, sample.grant)[.late]?.entries == [late])
    sample.log.correct(early, to: entry("kafe", .person(sample.kari), 65), late: true)
    #expect(try review(sample.log, sample.grant)[.late]?.entries == [early, late])
    sample.log.reopen(2024)
    #expect(try review(sample.log, sample.grant)[.late]?.finding == .clean)
  }

  @Test func `work recorded more than thirty days after its last day is noted`() throws {
    for (moment, isLate) in [("2024-04-04T10:00:00Z", false), ("2024-04-05T10:00:00Z", true)] {
      var sample = Sample()
      sample.log.clock = instant(moment)
      let id = sample.work()
      let expected = isLate ? ["entered-late noted [\(id.seq)] 60"] : []
      let found = found(try review(sample.log, sample.grant))
      #expect(found == expected, "\(moment)")
    }
  }

  @Test func `estimates and summaries are noted with their hours`() throws {
    var sample = Sample()
    let minutes = HourEntry.Known.allCases.enumerated().map { index, known in
      sample.log.author = sample.kari
      let id = sample.log.hours("kafe", .unnamed(headcount: 2), 10 + index, known: known)
      sample.log.author = sample.approver
      sample.log.add(.hoursApproved(id))
      sample.log.claim(id, on: sample.grant, 10 + index)
      return 10 + index
    }
    #expect(try review(sample.log, sample.grant)[.estimated]?.minutes == minutes[1] + minutes[2])
  }

  @Test func `the local share is held against what is asked for`() throws {
    var sample = Sample { $0.share = 40 }
    #expect(try review(sample.log, sample.grant)[.share]?.finding == .unknown)
    sample.log.book(sample.grant, .accounts, .income, "a", 60, from: .grant)
    #expect(try review(sample.log, sample.grant)[.share]?.finding == .failed)
    sample.log.book(sample.grant, .accounts, .income, "b", 40, from: .municipality)
    #expect(try review(sample.log, sample.grant)[.share]?.finding == .clean)
    let free = Sample()
    #expect(try review(free.log, free.grant)[.share]?.finding == .clean)
  }

  @Test func `a deadline counts while its state waits for it, from the day after`() throws {
    var sample = Sample {
      $0.deadline = day("2024-02-01")
      $0.report = day("2025-01-31")
    }
    func missed(_ today: String) throws -> Day? {
      let check = try review(sample.log, sample.grant, today: today)[.deadline]
      #expect((check?.day != nil) == (check?.finding == .noted))
      return check?.day
    }
    #expect(try missed("2024-02-01") == nil)
    #expect(try missed("2024-02-02") == day("2024-02-01"))
    sample.log.note(sample.grant, .moved(GrantStep(.applied, on: day("2024-01-31"))))
    #expect(try missed("2025-06-01") == nil)
    sample.log.note(sample.grant, .moved(GrantStep(.granted, on: day("2024-02-20"))))
    #expect(try missed("2025-01-31") == nil)
    #expect(try missed("2025-02-01") == day("2025-01-31"))
    sample.log.note(sample.grant, .moved(GrantStep(.reported, on: day("2025-01-20"))))
    #expect(try missed("2025-02-01") == nil)
  }
}
