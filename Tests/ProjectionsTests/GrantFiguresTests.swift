import Domain
import Projections
import Testing

@Suite struct GrantFiguresTests {
  private func figures(_ log: LogBuilder, _ grant: GrantID) throws -> GrantFigures {
    try #require(GrantFigures(of: grant, in: log.state))
  }

  @Test func `only what is claimed on the grant is counted, in all and per activity`() throws {
    var log = LogBuilder()
    let people = log.persons(3)
    for code in ["kafe", "tur", "tom", "annen"] { log.activity(code) }
    let grant = log.grant()
    let other = log.grant()
    for code in ["tur", "kafe", "tom"] { log.include(grant, code) }
    let first = log.claimed("kafe", .person(people[0]), 100, of: grant, claim: 60)
    log.claim(first, on: other, 40)
    log.claimed("kafe", .person(people[1]), 30, of: grant, known: .estimated)
    log.claimed("tur", .person(people[0]), 20, of: grant)
    log.claimed("tur", .unnamed(headcount: 7), 70, of: grant, known: .summary)
    log.hours("kafe", .person(people[2]), 500)
    log.claimed("annen", .person(people[2]), 11, of: other)
    let figures = try figures(log, grant)
    #expect(figures.entries.map(\.minutes) == [60, 30, 20, 70])
    #expect(figures.totals.minutes == 180 && figures.totals.entries == 4)
    #expect(figures.totals.distinct == 2 && figures.totals.participations == 3)
    #expect(figures.totals.headcount == 7)
    #expect(figures.totals.known.recorded == 80 && figures.totals.known.estimated == 30)
    #expect(figures.totals.known.summary == 70)
    #expect(figures.activities.map(\.code.text) == ["tur", "kafe", "tom"])
    #expect(figures.activities.map(\.figures.minutes) == [90, 90, 0])
    #expect(figures.activities.map(\.isIncluded) == [true, true, true])
  }

  @Test func `a grant without activities takes those that are claimed, in the order added`() throws
  {
    var log = LogBuilder()
    let kari = log.person()
    for code in ["b", "a"] { log.activity(code) }
    let grant = log.grant()
    log.claimed("a", .person(kari), 5, of: grant)
    log.claimed("b", .person(kari), 6, of: grant)
    let figures = try figures(log, grant)
    #expect(figures.activities.map(\.code.text) == ["b", "a"])
    #expect(figures.activities.map(\.isIncluded) == [false, false])
  }

  @Test func `kinds are the funder's words, those without one last`() throws {
    var log = LogBuilder()
    let people = log.persons(2)
    let grant = log.grant()
    for (code, kind) in [("a", nil), ("b", "ferie"), ("c", "fritid"), ("d", "ferie")] {
      log.activity(code)
      log.include(grant, code, kind: kind)
      log.claimed(code, .person(people[0]), 10, of: grant)
    }
    log.claimed("d", .person(people[1]), 1, of: grant)
    let figures = try figures(log, grant)
    #expect(figures.kinds.map(\.name) == ["ferie", "fritid", nil])
    #expect(figures.kinds.map { $0.activities.map(\.text) } == [["b", "d"], ["c"], ["a"]])
    #expect(figures.kinds.map(\.figures.minutes) == [21, 10, 10])
    #expect(figures.kinds[0].figures.distinct == 2)
  }

  @Test func `what lost its approval by a correction is counted apart`() throws {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let grant = log.grant()
    let id = log.claimed("kafe", .person(kari), 60, of: grant, claim: 40)
    log.claimed("kafe", .person(kari), 7, of: grant)
    let line = log.correct(id, to: entry("kafe", .person(kari), 50))
    var figures = try figures(log, grant)
    #expect(figures.unapproved.entries == 1 && figures.unapproved.minutes == 40)
    #expect(figures.entries[0].contentLine == line && figures.entries[0].approvalLine == 0)
    let approval = log.add(.hoursApproved(id))
    figures = try self.figures(log, grant)
    #expect(figures.unapproved.entries == 0 && figures.entries[0].approvalLine == approval)
  }

  @Test func `participants stand in the grant's bands where theirs fits inside one`() throws {
    var log = LogBuilder()
    for code in ["kafe", "tur", "annen"] { log.activity(code) }
    let grant = log.grant { $0.ages = [band("0-12"), band("13-19")] }
    log.include(grant, "kafe")
    log.include(grant, "tur")
    log.count("kafe", 3, age: "0-12")
    log.count("kafe", 4, age: "6-10")
    log.count("kafe", 5, age: "10-15")
    log.count("kafe", 6, age: "20-25")
    log.count("kafe", 7)
    log.count("tur", 8, .different, age: "13-13", on: "2024-03")
    log.count("annen", 100)
    log.count("kafe", 100, on: "2023-12-31")
    let figures = try figures(log, grant)
    #expect(
      figures.participants == [
        sum("kafe", .attendances, .band(band("0-12")), 7),
        sum("kafe", .attendances, .otherBands, 11),
        sum("kafe", .attendances, .unknown, 7),
        sum("tur", .different, .band(band("13-19")), 8),
      ])
    #expect(figures.participants(.attendances) == 25 && figures.participants(.different) == 8)
    #expect(figures.participants(.attendances, in: activityCode("tur")) == 0)
  }

  @Test func `without bands of the grant every age stays as it was told`() {
    #expect(ParticipantAge(band("3-5"), in: []) == .band(band("3-5")))
    #expect(ParticipantAge(nil, in: []) == .unknown)
    #expect(ParticipantAge(nil, in: [band("0-150")]) == .unknown)
  }

  @Test func `an age fits a band when both its ends do`() {
    let bands = [band("0-12"), band("13-19"), band("26-64")]
    for from in 0...30 {
      for to in from...30 {
        let told = AgeBand(from: from, to: to)
        let fits = bands.first {
          ($0.from...$0.to).contains(from) && ($0.from...$0.to).contains(to)
        }
        #expect(
          ParticipantAge(told, in: bands) == (fits.map { .band($0) } ?? .otherBands),
          "\(from)-\(to)")
      }
    }
  }

  private func sum(
    _ code: String, _ measure: ParticipantCount.Measure, _ age: ParticipantAge, _ count: Int
  ) -> ParticipantSum {
    ParticipantSum(activity: activityCode(code), measure: measure, age: age, count: count)
  }

  @Test func `goals are measured over claimed work and over participants`() throws {
    var log = LogBuilder()
    let people = log.persons(2)
    for code in ["kafe", "tur", "tom"] { log.activity(code) }
    let grant = log.grant()
    for code in ["kafe", "tur", "tom"] { log.include(grant, code) }
    log.add(.activityMarked(activityCode("kafe"), [.openPlace]))
    log.add(.activityMarked(activityCode("tom"), [.openPlace]))
    log.claimed("kafe", .person(people[0]), 100, of: grant, claim: 90)
    log.claimed("tur", .person(people[1]), 10, of: grant)
    log.hours("kafe", .person(people[1]), 999)
    log.count("kafe", 5, on: "2024-03-05")
    log.count("kafe", 6, on: "2024-03-05")
    log.count("kafe", 7, on: "2024-03-06")
    log.count("kafe", 8, .different, on: "2024-03")
    let kafe = activityCode("kafe")
    for measure in GrantGoal.Measure.allCases {
      log.note(grant, .aimed(GrantGoal(measure, target: 90)))
      log.note(grant, .aimed(GrantGoal(measure, of: kafe, target: 90)))
    }
    let figures = try figures(log, grant)
    let attained = Dictionary(
      uniqueKeysWithValues: figures.goals.filter { $0.goal.activity == nil }.map {
        ($0.goal.measure, $0.attained)
      })
    #expect(
      attained == [
        .hours: 100, .volunteers: 2, .attendances: 18, .participants: 8, .days: 2, .activities: 2,
        .openPlaces: 1,
      ])
    let ofCafe = figures.goals.filter { $0.goal.activity == kafe }
    #expect(ofCafe.map(\.attained) == [90, 1, 18, 8, 2, 1, 1])
    #expect(ofCafe.map(\.isReached) == [true, false, false, false, false, false, false])
    #expect(figures.attained(.activities, in: activityCode("tom")) == 0)
    #expect(figures.activeOpenPlaces.map(\.text) == ["kafe"])
  }

  @Test func `money stands per post and flow, and the local share is all but the grant`() throws {
    var log = LogBuilder()
    let grant = log.grant { $0.share = 40 }
    #expect(try figures(log, grant).localShare(.accounts) == nil)
    log.book(grant, .budget, .cost, "lønn", 500)
    log.book(grant, .budget, .income, "tilskudd", 600, from: .grant)
    log.book(grant, .accounts, .income, "tilskudd", 598, from: .grant)
    log.book(grant, .accounts, .income, "tilskudd", 3, from: .own)
    log.book(grant, .accounts, .cost, "lønn", 200)
    log.book(grant, .accounts, .cost, "lønn", 150)
    #expect(try figures(log, grant).localShare(.budget)?.local == 0)
    log.book(grant, .accounts, .income, "kommunen", 399, from: .municipality)
    let figures = try figures(log, grant)
    #expect(
      figures.posts.map { "\($0.flow) \($0.name) \($0.budget) \($0.accounts)" } == [
        "income tilskudd 600 598", "income tilskudd 0 3", "income kommunen 0 399",
        "cost lønn 500 350",
      ])
    #expect(figures.sum(.accounts, .income) == 1_000 && figures.sum(.budget, .cost) == 500)
    let share = try #require(figures.localShare(.accounts))
    #expect(share == LocalShare(local: 402, all: 1_000))
    #expect(share.isAtLeast(percent: 40) && !share.isAtLeast(percent: 41))
    #expect(LocalShare(local: 2, all: 5).isAtLeast(percent: 40))
    #expect(!LocalShare(local: .max - 1, all: .max).isAtLeast(percent: 100))
  }

  @Test func `an hour is worth the grant's rate, else that of its year, and årsverk likewise`()
    throws
  {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    log.add(.yearSet(YearSettings(year: 2023, divisor: 1_600, rate: 101)))
    log.add(.yearSet(YearSettings(year: 2024, divisor: 1_700, rate: 200)))
    let long = { (details: inout GrantDetails) in details.from = day("2023-01-01") }
    let plain = log.grant(long)
    let own = log.grant {
      long(&$0)
      ($0.rate, $0.divisor) = (300, 1_850)
    }
    for grant in [plain, own] {
      log.claimed("kafe", .person(kari), 31, of: grant, on: "2023-05-05")
      log.claimed("kafe", .person(kari), 60, of: grant)
    }
    let (first, second) = (try figures(log, plain), try figures(log, own))
    #expect(
      first.years.map(\.minutes) == [31, 60] && first.years.map(\.divisor) == [1_600, 1_700])
    // 31 × 101 + 60 × 200 = 15 131; ÷ 60 = 252,2
    #expect(first.value == 252 && first.parts.count == 2)
    #expect(second.years.map(\.rate) == [300, 300] && second.value == 455)
    #expect(second.parts.map(\.minutes) == [91] && second.parts.map(\.divisor) == [1_850])
  }

  @Test func `without a rate there is no value`() throws {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let grant = log.grant()
    #expect(try figures(log, grant).value == nil)
    log.claimed("kafe", .person(kari), 60, of: grant)
    #expect(try figures(log, grant).value == nil)
    log.add(.yearSet(YearSettings(year: 2024, divisor: 1_650, rate: 5)))
    #expect(try figures(log, grant).value == 5)
  }

  @Test func `an unknown grant has no figures, nor one that was undone`() {
    var log = LogBuilder()
    #expect(GrantFigures(of: GrantID(seq: 9), in: log.state) == nil)
    let grant = log.grant()
    #expect(GrantFigures(of: grant, in: log.state) != nil)
    log.undo(grant.seq)
    #expect(GrantFigures(of: grant, in: log.state) == nil)
  }

  @Test func `the reports that were sent are the grant's own`() throws {
    var log = LogBuilder()
    let (grant, other) = (log.grant(), log.grant())
    let sent = [SentReport.Scope.grant(grant), .year(2024), .grant(other), .grant(grant)].map {
      log.send($0)
    }
    #expect(try figures(log, grant).sent.map(\.id) == [sent[0], sent[3]])
  }
}
