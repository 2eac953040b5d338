import Domain
import Projections
import Testing

/// Fewer than elsewhere: each log is judged line by line, and read again for each of its closings.
private let someSeeds = seeds.prefix(16)

@Suite struct YearPropertyTests {
  private func figures(_ log: some Collection<Recorded>, of year: Int) -> YearFigures {
    YearStatistics(years: [year]).folded(over: log).figures(of: year)
  }

  @Test(arguments: someSeeds, [true, false])
  func `the causes add up to the difference, and every difference is told`(
    seed: UInt64, admitted: Bool
  ) {
    let log = randomYears(seed: seed, admitted: admitted)
    for closed in Closings().folded(over: log).all {
      let year = closed.content.year
      let restatement = Restatement(closed, log: log)
      let was = figures(log.prefix(closed.seq - 1), of: year)
      let isNow = figures(log, of: year)
      let minutes = { (figures: YearFigures) in
        figures.totals.minutes + figures.outsideTotals.minutes
      }
      #expect(
        restatement.causes.reduce(0) { $0 + $1.minutes } == minutes(isNow) - minutes(was),
        "seed \(seed), line \(closed.seq)")
      #expect(restatement.causes.map(\.recorded.seq).allSatisfy { $0 > closed.seq })
      let told = Dictionary(uniqueKeysWithValues: restatement.changes.map { ($0.address, $0) })
      for address in Set(was.addresses).union(isNow.addresses) {
        let (before, after) = (try? was.value(at: address), try? isNow.value(at: address))
        guard let change = told[address] else {
          let same = before == after || isNothing(before) && isNothing(after)
          #expect(same, "seed \(seed), \(address.text)")
          continue
        }
        #expect(change.was == before && change.isNow == after && before != after)
      }
      if !told.isEmpty { #expect(!restatement.causes.isEmpty, "seed \(seed), \(closed.seq)") }
      #expect(Restatement(closed, log: log.prefix(closed.seq)).isEmpty)
    }
  }

  private func isNothing(_ value: FigureValue?) -> Bool {
    value == nil || value == .count(0) || value == .minutes(0)
  }

  @Test(arguments: someSeeds)
  func `while a year is closed, only late lines bring hours to it`(seed: UInt64) throws {
    let log = randomYears(seed: seed, admitted: true)
    let closings = Closings().folded(over: log)
    let state = Ledger(log).state
    for year in 2022...2024 {
      #expect(closings.latest(of: year) == state.closings[year], "seed \(seed)")
      #expect(figures(log, of: year).closing == state.closings[year])
      guard let closed = closings.latest(of: year) else { continue }
      let restatement = Restatement(closed, log: log)
      for cause in restatement.causes {
        switch cause.recorded.event {
        case .lateLogged, .lateCorrected: break
        default: #expect(cause.minutes == 0, "seed \(seed), line \(cause.recorded.seq)")
        }
      }
      let ids = restatement.late.map(\.id)
      let late = state.entries.values.filter { entry in
        entry.content.on.year == year && max(entry.id.seq, entry.corrections.last ?? 0) > closed.seq
      }
      #expect(ids == late.map(\.id).sorted(), "seed \(seed)")
    }
  }

  @Test(arguments: someSeeds)
  func `the figure set is of the lines above it, and of nothing that has no figure`(
    seed: UInt64
  ) throws {
    let log = randomYears(seed: seed, admitted: true)
    for closed in Closings().folded(over: log).all {
      let year = closed.content.year
      let above = Array(log.prefix(closed.seq - 1))
      let text = FigureSet.text(of: figures(above, of: year))
      // Who is registered, what is approved, and other names move no figure.
      var more = above
      let state = Ledger(above).state
      var events: [Event] = [.personRegistered(PersonRegistered(role: .approver))]
      events += state.entries.keys.sorted().map { .hoursApproved($0) }
      events += state.activities.values.map { activity in
        var details = activity.details
        (details.name, details.category) = ("Annet", .lending)
        details.group = details.group.map { $0 + " (ny)" }
        return .activityChanged(details)
      }
      for event in events {
        var line = log[0]
        (line.seq, line.event) = (more.count + 1, event)
        more.append(line)
      }
      #expect(FigureSet.text(of: figures(more, of: year)) == text, "seed \(seed)")
    }
  }

  @Test(arguments: someSeeds)
  func `the figure set does not know in what order activities were added`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let codes = (0..<6).map { "a\($0)" }
    let work = (0..<30).map { _ in
      entry(
        codes[Int.random(in: 0..<6, using: &random)],
        Bool.random(using: &random)
          ? .person(PersonID(seq: Int.random(in: 2...5, using: &random)))
          : .unnamed(headcount: Int.random(in: 1...9, using: &random)),
        Int.random(in: 1...99, using: &random),
        known: HourEntry.Known.allCases.randomElement(using: &random) ?? .recorded)
    }
    func folded(_ order: [String]) -> YearFigures {
      var log = LogBuilder()
      for code in order {
        let number = Int(code.dropFirst()) ?? 0
        log.activity(
          code, group: ["X", "Y", nil][number % 3], sector: number < 4 ? "S" : nil,
          counted: number != 5)
      }
      for content in work { log.add(.hoursLogged(content)) }
      return figures(log.log, of: 2024)
    }
    let (one, other) = (folded(codes), folded(codes.reversed()))
    #expect(FigureSet.text(of: one) == FigureSet.text(of: other), "seed \(seed)")
    #expect(one.activities.map(\.code) != other.activities.map(\.code))
  }

  @Test(arguments: someSeeds, [true, false])
  func `the parts of a year make its sums`(seed: UInt64, admitted: Bool) {
    let log = randomYears(seed: seed, admitted: admitted)
    for year in 2022...2024 {
      let figures = figures(log, of: year)
      #expect(
        figures.outside.reduce(0) { $0 + $1.figures.minutes } == figures.outsideTotals.minutes)
      #expect(figures.totals.summaries.sum <= figures.totals.headcount)
      #expect((figures.distinctBounds == nil) == (figures.totals.summaries.entries == 0))
      if let bounds = figures.distinctBounds {
        #expect(bounds.lowerBound >= figures.totals.distinct)
        #expect(bounds.upperBound <= figures.totals.distinct + figures.totals.headcount)
      }
      // The state sees the same entries, however odd the log.
      let entries = Ledger(log).state.entries.values.filter { $0.content.on.year == year }
      #expect(
        entries.reduce(0) { $0 + $1.content.minutes }
          == figures.totals.minutes + figures.outsideTotals.minutes, "seed \(seed)")
    }
  }
}
