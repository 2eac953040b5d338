import Domain
import Projections
import Testing

@Suite struct PropertyTests {
  @Test(arguments: seeds)
  func `every figure is explained exactly`(seed: UInt64) throws {
    let log = randomLog(seed: seed)
    for year in 2022...2025 {
      let explainer = Explainer(year: year).folded(over: log).explained
      let figures = explainer.figures
      for address in figures.addresses {
        #expect(try FigureAddress(address.text) == address)
        let explanation = try explainer.explain(address)
        #expect(explanation.addsUp, "seed \(seed), \(address.text)")
        let counting = explanation.counting
        let sum: FigureValue =
          switch address.measure {
          case .hours: .minutes(counting.reduce(0) { $0 + $1.content.minutes })
          case .entries: .count(counting.count)
          case .headcount: .count(counting.reduce(0) { $0 + $1.content.who.heads })
          case .distinct: .count(Set(counting.compactMap(\.content.who.person)).count)
          case .participations:
            .count(Set(counting.map { "\($0.content.activity) \($0.content.who)" }).count)
          case .fte:
            .fullTime(
              minutes: counting.reduce(0) { $0 + $1.content.minutes },
              divisor: explanation.settings.divisor)
          }
        #expect(explanation.value == sum, "seed \(seed), \(address.text)")
        #expect(try figures.value(at: address) == sum, "seed \(seed), \(address.text)")
      }
    }
  }

  @Test(arguments: seeds)
  func `the sum is the same over activities, groups and sectors`(seed: UInt64) {
    let statistics = YearStatistics().folded(over: randomLog(seed: seed))
    for year in statistics.years {
      let figures = statistics.figures(of: year)
      let groups = figures.groups + (figures.ungrouped.map { [$0] } ?? [])
      let sectors = figures.sectors + (figures.withoutSector.map { [$0] } ?? [])
      let totals = figures.totals
      for rows in [
        figures.activities.map(\.figures), groups.map(\.figures), sectors.map(\.figures),
      ] {
        let sum = { (of: (Figures) -> Int) in rows.reduce(0) { $0 + of($1) } }
        #expect(sum(\.minutes) == totals.minutes, "seed \(seed), \(year)")
        #expect(sum(\.entries) == totals.entries, "seed \(seed), \(year)")
        #expect(sum(\.headcount) == totals.headcount, "seed \(seed), \(year)")
        #expect(sum(\.participations) == totals.participations, "seed \(seed), \(year)")
        // Each person is in one row at least and in all of them at most.
        #expect(sum(\.distinct) >= totals.distinct, "seed \(seed), \(year)")
        #expect(rows.allSatisfy { $0.distinct <= totals.distinct }, "seed \(seed), \(year)")
      }
      #expect(
        totals.known.recorded + totals.known.estimated + totals.known.summary == totals.minutes)
    }
  }

  @Test(arguments: seeds)
  func `the figures are those of the state`(seed: UInt64) {
    let log = randomLog(seed: seed)
    let standing = Standing(log)
    var state = State()
    for recorded in log where standing.stands(recorded.seq) { state.evolve(recorded) }
    for year in 2022...2025 {
      let entries = state.entries.values.filter { $0.content.on.year == year }
      let counted = entries.filter {
        state.activities[$0.content.activity]?.details.counted ?? true
      }
      let totals = YearStatistics().folded(over: log).figures(of: year).totals
      #expect(totals.minutes == counted.reduce(0) { $0 + $1.content.minutes }, "seed \(seed)")
      #expect(totals.distinct == Set(counted.compactMap(\.content.who.person)).count)
      let records = HourRecords(year: year).folded(over: log).entries
      #expect(records.map(\.id) == entries.map(\.id).sorted(), "seed \(seed)")
      for record in records {
        let entry = state.entries[record.id]
        #expect(record.content == entry?.content, "seed \(seed), \(record.id.text)")
        #expect(record.approval?.seq == entry?.approval?.seq, "seed \(seed), \(record.id.text)")
        #expect(record.source.seq == entry?.corrections.last ?? record.id.seq)
      }
    }
  }

  @Test(arguments: seeds)
  func `a log folded in parts has the same figures`(seed: UInt64) {
    let log = randomLog(seed: seed)
    let standing = Standing(log)
    var random = SeededGenerator(seed: seed)
    let cuts = (0..<3).map { _ in Int.random(in: 0...log.count, using: &random) }.sorted()
    var merged = Explainer(year: 2024)
    for (from, to) in zip([0] + cuts, cuts + [log.count]) {
      var part = Explainer(year: 2024)
      for recorded in log[from..<to] { part.apply(recorded, standing: standing) }
      merged.merge(part)
    }
    let whole = Explainer(year: 2024).folded(over: log)
    #expect(merged.explained == whole.explained, "seed \(seed)")
  }

  @Test(arguments: seeds)
  func `a line of a trail stands as the log says`(seed: UInt64) {
    let log = randomLog(seed: seed)
    let standing = Standing(log)
    for line in LogListing().folded(over: log).lines {
      #expect(line.stands == standing.stands(line.recorded.seq), "seed \(seed)")
      switch line.recorded.event {
      case .undone, .redone: continue  // these always stand: they say what happened
      default:
        let isUndone = line.fate.last?.isUndo ?? false
        #expect(line.stands != isUndone, "seed \(seed), line \(line.recorded.seq)")
      }
    }
  }
}
