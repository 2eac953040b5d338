import Domain
import Projections
import Testing

@Suite struct GrantFigureSetTests {
  private func text(_ log: LogBuilder, _ grant: GrantID) -> String? {
    GrantFigures(of: grant, in: log.state).flatMap { GrantFigureSet.text(of: $0) }
  }

  /// Written by hand from events/README.md, section 5.
  @Test func `the text is that of the format page`() {
    var log = LogBuilder()
    let people = log.persons(3)
    for code in ["tur", "kafe-2", "kafe"] { log.activity(code) }
    let grant = log.grant { $0.ages = [band("0-12")] }
    for code in ["tur", "kafe", "kafe-2"] { log.include(grant, code) }
    log.note(grant, .moved(GrantStep(.applied, on: day("2024-01-02"), amount: 5, minutes: 60)))
    log.note(grant, .moved(GrantStep(.applied, on: day("2024-01-03"), amount: 9)))
    log.note(grant, .moved(GrantStep(.granted, on: day("2024-02-03"), minutes: 77)))
    let first = log.claimed("tur", .person(people[0]), 60, of: grant, claim: 50)
    log.claimed("tur", .person(people[1]), 10, of: grant, known: .estimated)
    log.claimed("kafe", .unnamed(headcount: 4), 40, of: grant, known: .summary)
    log.claimed("kafe", .person(people[0]), 7, of: grant)
    log.correct(first, to: entry("tur", .person(people[2]), 55))
    log.count("tur", 3, age: "6-10")
    log.count("tur", 4, age: "6-10")
    log.count("tur", 5, age: "0-12")
    log.count("kafe", 6, .different)
    log.note(grant, .aimed(GrantGoal(.hours, target: 600)))
    log.note(grant, .aimed(GrantGoal(.activities, of: activityCode("tur"), target: 1)))
    log.note(grant, .aimed(GrantGoal(.days, of: activityCode("tur"), target: 9)))
    log.note(grant, .aimed(GrantGoal(.days, target: 2)))
    log.book(grant, .budget, .income, "a", 100, from: .own)
    log.book(grant, .budget, .income, "b", 11, from: .own)
    log.book(grant, .budget, .cost, "c", 5)
    log.book(grant, .accounts, .income, "a", 3, from: .grant)
    #expect(
      text(log, grant) == """
        grant:1
        grant \(grant.text)
        period 2024-01-01 2024-12-31
        status granted
        applied 9 0
        granted 0 77
        total 4 107 3 4
        known 57 10 40
        unapproved 1 50
        activity kafe 2 47 1 4
        activity kafe-2 0 0 0 0
        activity tur 2 60 2 0
        participants kafe different - 6
        participants tur attendances 0-12 5
        participants tur attendances 6-10 7
        goal activities tur 1
        goal days - 2
        goal days tur 9
        goal hours - 600
        budget cost - 5
        budget income own 111
        accounts income grant 3

        """)
  }

  @Test func `a new grant has a text, and names and ages of a funder move nothing`() {
    var log = LogBuilder()
    let grant = log.grant()
    let empty = """
      grant:1
      grant \(grant.text)
      period 2024-01-01 2024-12-31
      status planned
      total 0 0 0 0
      known 0 0 0
      unapproved 0 0

      """
    #expect(text(log, grant) == empty)
    var details = GrantDetails(
      funder: "En annen", scheme: "Annen", from: day("2024-01-01"), to: day("2024-12-31"))
    (details.ages, details.rate, details.share) = ([band("0-24")], 500, 40)
    log.add(.grantChanged(grant, details))
    #expect(text(log, grant) == empty)
  }

  @Test func `a version that is not known has no text`() throws {
    var log = LogBuilder()
    let grant = log.grant()
    let figures = try #require(GrantFigures(of: grant, in: log.state))
    #expect(GrantFigureSet.text(of: figures, version: 0) == nil)
    #expect(GrantFigureSet.text(of: figures, version: GrantFigureSet.current + 1) == nil)
  }

  @Test func `the tree has a leaf for each grant, and in it one for each claimed entry`() {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe")
    let (first, gone, empty) = (log.grant(), log.grant(), log.grant())
    log.undo(gone.seq)
    let one = log.claimed("kafe", .person(kari), 60, of: first, claim: 20)
    log.claim(one, on: first, 5)
    let two = log.claimed("kafe", .person(kari), 30, of: first)
    let line = log.correct(two, to: entry("kafe", .person(kari), 31))
    let leaves = GrantLeaves.all(in: log.state)
    #expect(leaves.map(\.grant) == [first, empty])
    #expect(
      leaves.map(\.entries) == [
        ["\(one.text) 25 \(one.seq) \(one.seq + 1)", "\(two.text) 30 \(line) 0"], [],
      ])
    let texts = leaves.map { $0.text { "root-of-\($0.count)" } }
    #expect(texts == ["\(first.text) 2 55 root-of-2", "\(empty.text) 0 0 root-of-0"])
  }
}
