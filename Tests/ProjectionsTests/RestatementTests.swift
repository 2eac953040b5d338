import Domain
import Projections
import Testing

@Suite struct RestatementTests {
  /// A closed 2024: Kari 60 minutes in the café of a group, 30 in a walk without one.
  private struct Closed {
    var log = LogBuilder()
    let kari: PersonID
    let ola: PersonID
    let cafe: EntryID
    let walk: EntryID
    let line: Int

    init() {
      (kari, ola) = (log.person(), log.person())
      log.activity("kafe", group: "Kafé")
      log.activity("tur")
      cafe = log.hours("kafe", .person(kari), 60)
      walk = log.hours("tur", .person(kari), 30)
      line = log.close(2024)
    }

    /// The first closing against the log as it is now.
    func restatement(of line: Int? = nil) throws -> Restatement {
      let closings = Closings().folded(over: log.log).all
      let closed = try #require(closings.first { $0.seq == line ?? self.line })
      return Restatement(closed, log: log.log)
    }
  }

  private func spelled(_ restatement: Restatement) -> [String] {
    func text(_ value: FigureValue?) -> String {
      switch value {
      case .count(let count): "\(count)"
      case .minutes(let minutes): "\(minutes)m"
      case .fullTime(let minutes, let divisor): "\(minutes)m/\(divisor)"
      case nil: "-"
      }
    }
    return restatement.changes.map { "\($0.address.text) \(text($0.was)) \(text($0.isNow))" }
  }

  private func causes(_ restatement: Restatement) -> [[Int]] {
    restatement.causes.map { [$0.recorded.seq, $0.minutes] }
  }

  @Test func `nothing that is about the year leaves nothing to tell`() throws {
    var closed = Closed()
    #expect(try closed.restatement().isEmpty)
    closed.log.approve(2024, closing: closed.line)
    closed.log.add(.hoursApproved(closed.cafe))
    closed.log.activity("ny", group: "Kafé")
    closed.log.hours("ny", .person(closed.ola), 60, on: "2025-01-05")
    closed.log.activity("kafe", "Kaféen", group: "Kafé", changed: true)
    closed.log.add(.yearSet(YearSettings(year: 2023, divisor: 1_000)))
    #expect(try closed.restatement().isEmpty)
  }

  @Test func `a late entry adds to the figures it touches, and is listed`() throws {
    var closed = Closed()
    let late = closed.log.late("kafe", .person(closed.ola), 15)
    let restatement = try closed.restatement()
    #expect(
      spelled(restatement) == [
        "2024/distinct 1 2", "2024/hours 90m 105m", "2024/participations 2 3", "2024/entries 2 3",
        "2024/fte 90m/1650 105m/1650", "2024/group/Kafé/distinct 1 2",
        "2024/group/Kafé/hours 60m 75m", "2024/group/Kafé/participations 1 2",
        "2024/group/Kafé/entries 1 2", "2024/sector//distinct 1 2", "2024/sector//hours 90m 105m",
        "2024/sector//participations 2 3", "2024/sector//entries 2 3", "2024/kafe/distinct 1 2",
        "2024/kafe/hours 60m 75m", "2024/kafe/participations 1 2", "2024/kafe/entries 1 2",
      ])
    #expect(causes(restatement) == [[late.seq, 15]])
    #expect(restatement.late.map(\.id) == [late] && !restatement.isEmpty)
  }

  @Test func `a late correction counts up and down, each line what it changed`() throws {
    var closed = Closed()
    let up = closed.log.correct(
      closed.cafe, to: entry("kafe", .person(closed.kari), 100), late: true)
    let down = closed.log.correct(
      closed.walk, to: entry("tur", .person(closed.kari), 5), late: true)
    let again = closed.log.correct(
      closed.cafe, to: entry("kafe", .person(closed.kari), 90), late: true)
    #expect(try causes(closed.restatement()) == [[up, 40], [down, -25], [again, -10]])
    #expect(try spelled(closed.restatement()).contains("2024/hours 90m 95m"))
    #expect(try closed.restatement().late.map(\.content.minutes) == [90, 5])
    // Without the first the other says more.
    closed.log.undo(up)
    #expect(try causes(closed.restatement()) == [[down, -25], [again, 30]])
  }

  @Test func `a late correction that moves no minutes is told with none`() throws {
    var closed = Closed()
    let line = closed.log.correct(
      closed.cafe, to: entry("kafe", .person(closed.ola), 60), late: true)
    let restatement = try closed.restatement()
    #expect(causes(restatement) == [[line, 0]])
    #expect(spelled(restatement) == ["2024/distinct 1 2", "2024/sector//distinct 1 2"])
  }

  @Test func `an activity that moves to another group, or out of the sum, moves its figures`()
    throws
  {
    var closed = Closed()
    closed.log.activity("tur", group: "Ute", changed: true)
    let move = closed.log.log.count
    let restatement = try closed.restatement()
    #expect(
      spelled(restatement) == [
        "2024/group/Ute/distinct - 1", "2024/group/Ute/hours - 30m",
        "2024/group/Ute/participations - 1", "2024/group/Ute/entries - 1",
        "2024/group//distinct 1 0", "2024/group//hours 30m 0m", "2024/group//participations 1 0",
        "2024/group//entries 1 0",
      ])
    #expect(causes(restatement) == [[move, 0]] && restatement.late.isEmpty)
    closed.log.activity("kafe", group: "Kafé", counted: false, changed: true)
    let out = try closed.restatement()
    #expect(causes(out) == [[move, 0], [move + 1, 0]])
    #expect(spelled(out).contains("2024/hours 90m 30m"))
    #expect(!spelled(out).contains { $0.hasPrefix("2024/kafe/") })
  }

  @Test func `an activity change that is undone, also one from before the closing`() throws {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("kafe", group: "Gammel")
    log.activity("kafe", group: "Ny", changed: true)
    let change = log.log.count
    log.hours("kafe", .person(kari), 60)
    let line = log.close(2024)
    let undo = log.undo(change)
    func restatement() throws -> Restatement {
      let closed = try #require(Closings().folded(over: log.log).all.first { $0.seq == line })
      return Restatement(closed, log: log.log)
    }
    #expect(try causes(restatement()) == [[undo, 0]])
    #expect(try spelled(restatement()).contains("2024/group/Ny/hours 60m -"))
    log.add(.redone(undone: undo))
    #expect(try restatement().isEmpty)
  }

  @Test func `a late entry that was undone is left out, until it is redone`() throws {
    var closed = Closed()
    let late = closed.log.late("kafe", .person(closed.ola), 15)
    let undo = closed.log.undo(late.seq)
    #expect(try closed.restatement().isEmpty)
    closed.log.add(.redone(undone: undo))
    #expect(try causes(closed.restatement()) == [[late.seq, 15]])
  }

  @Test func `a reopened year tells its hours lines, and what an undo took from above`() throws {
    var closed = Closed()
    closed.log.reopen(2024)
    let added = closed.log.hours("tur", .person(closed.ola), 10)
    let moved = closed.log.correct(
      closed.cafe, to: entry("kafe", .person(closed.kari), 60, on: "2023-12-31"))
    let undo = closed.log.undo(closed.walk.seq)
    let set = closed.log.add(.yearSet(YearSettings(year: 2024, divisor: 1_700)))
    let restatement = try closed.restatement()
    #expect(causes(restatement) == [[added.seq, 10], [moved, -60], [undo, -30], [set, 0]])
    #expect(restatement.late.isEmpty)
    #expect(spelled(restatement).contains("2024/fte 90m/1650 10m/1700"))
    // An undo of an undo's part above the closing is told only where something is another now.
    closed.log.add(.redone(undone: undo))
    #expect(try causes(closed.restatement()) == [[added.seq, 10], [moved, -60], [set, 0]])
  }

  @Test func `a year closed again is compared with either closing`() throws {
    var closed = Closed()
    let between = closed.log.late("kafe", .person(closed.ola), 15)
    closed.log.reopen(2024)
    closed.log.correct(closed.walk, to: entry("tur", .person(closed.kari), 20))
    let second = closed.log.close(2024)
    let after = closed.log.late("tur", .person(closed.ola), 5)
    let first = try closed.restatement()
    #expect(causes(first) == [[between.seq, 15], [second - 1, -10], [after.seq, 5]])
    #expect(first.late.map(\.id) == [between, after])
    let latest = try closed.restatement(of: second)
    #expect(causes(latest) == [[after.seq, 5]] && latest.late.map(\.id) == [after])
    #expect(spelled(latest).contains("2024/hours 95m 100m"))
  }

  @Test func `the settings of an earlier year reach a year that was reopened`() throws {
    var closed = Closed()
    let set = closed.log.add(.yearSet(YearSettings(year: 2022, divisor: 1_000)))
    #expect(try closed.restatement().isEmpty)
    closed.log.reopen(2024)
    let restatement = try closed.restatement()
    #expect(causes(restatement) == [[set, 0]])
    #expect(spelled(restatement) == ["2024/fte 90m/1650 90m/1000"])
  }

  @Test func `a log that ends above the closing is read without a trap`() throws {
    let closed = Closed()
    let year = try closed.restatement().closed
    #expect(Restatement(year, log: closed.log.log.prefix(4)).causes.isEmpty)
    #expect(Restatement(year, log: [Recorded]().prefix(0)).isEmpty)
  }
}
