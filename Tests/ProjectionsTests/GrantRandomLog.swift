// Logs with grants that nobody thought of: random, but the same for the same seed.

import Domain

/// Returns a log of hours, claims, releases, participants, grants and their facts, marks, reports that
/// were sent, closings, undos and redos.
///
/// - Parameter admitted: only lines that the rules admit; else any line that can be spelled.
func randomGrants(seed: UInt64, lines: Int = 220, admitted: Bool) -> [Recorded] {
  var random = SeededGenerator(seed: seed)
  var log = LogBuilder()
  log.clock = instant("2026-01-10T12:00:00Z")
  let persons = log.persons(3)
  let codes = (0..<3).map { activityCode("a\($0)") }
  for code in codes { log.activity(code.text, group: "G\(code.text)") }
  var grants = (0..<2).map { index in
    log.grant {
      $0.from = day("2023-01-01")
      ($0.ages, $0.rate) = ([band("0-12"), band("13-19")], index == 0 ? nil : 30_000)
    }
  }
  var ledger = Ledger(log.log)
  func any<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }
  func content() -> HourEntry {
    let isNamed = Int.random(in: 0..<4, using: &random) > 0
    let year = Int.random(in: 2022...2024, using: &random)
    return entry(
      any(codes).text, isNamed ? .person(any(persons)) : .unnamed(headcount: any([1, 5, 40])),
      Int.random(in: 1...300, using: &random), on: any(["\(year)", "\(year)-05", "\(year)-05-17"]),
      known: any(HourEntry.Known.allCases))
  }
  func counted() -> ParticipantCount {
    ParticipantCount(
      activity: any(codes), on: period(any(["2024-05-17", "2024-05", "2023", "2022-02-03"])),
      measure: any(ParticipantCount.Measure.allCases),
      age: any([nil, "0-12", "3-5", "10-15"]).flatMap { AgeBand(text: $0) },
      count: Int.random(in: 1...50, using: &random))
  }
  func fact() -> GrantFact {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: return .included(any(codes), kind: any([nil, "ferie", "fritid"]))
    case 1:
      return .aimed(
        GrantGoal(
          any(GrantGoal.Measure.allCases), of: any([nil, any(codes)]),
          target: Int.random(in: 1...99, using: &random)))
    case 2:
      return .moved(
        GrantStep(
          any(GrantStatus.allCases), on: day("2024-06-01"), amount: any([nil, 100]),
          minutes: any([nil, 600])))
    case 3: return .answered(condition: any(codes), met: any([true, false]))
    default:
      let (book, flow) = (any(GrantAmount.Book.allCases), any(GrantAmount.Flow.allCases))
      return .booked(
        GrantAmount(
          book, flow, post: any(["a", "b"]), amount: Int.random(in: 1...999, using: &random),
          funding: flow == .cost ? nil : any(GrantAmount.Funding.allCases),
          on: book == .accounts ? day("2024-06-01") : nil))
    }
  }
  var (entries, claims, counts): ([EntryID], [ClaimID], [ParticipantsID]) = ([], [], [])
  var undos: [Int] = []
  for _ in 0..<lines {
    let last = log.log.count
    var events: [Event]
    switch Int.random(in: 0..<24, using: &random) {
    case 0...3: events = [.hoursLogged(content()), .lateLogged(content())]
    case 4...6:
      guard !entries.isEmpty else { continue }
      events = [.hoursApproved(any(entries))]
    case 7...11:
      guard !entries.isEmpty else { continue }
      events = [
        .hoursClaimed(
          any(entries), grant: any(grants), minutes: Int.random(in: 1...150, using: &random))
      ]
    case 12:
      guard !claims.isEmpty else { continue }
      events = [.claimReleased(any(claims), reason: .typo)]
    case 13, 14:
      guard !entries.isEmpty else { continue }
      let id = any(entries)
      var content = content()
      if let before = ledger.state.entries[id]?.content, Bool.random(using: &random) {
        (content.activity, content.on) = (before.activity, before.on)
      }
      events = [
        .hoursCorrected(entry: id, content: content, reason: .typo),
        .lateCorrected(entry: id, content: content, reason: .typo),
      ]
    case 15:
      guard !entries.isEmpty else { continue }
      events = [.hoursMarked(any(entries), any([[], [.paid], [.travel, .board]]))]
    case 16: events = [.participantsAdded(counted())]
    case 17:
      guard !counts.isEmpty else { continue }
      events = [.participantsCorrected(any(counts), content: counted(), reason: .typo)]
    case 18: events = [.grantNoted(any(grants), fact())]
    case 19:
      let details = GrantDetails(
        funder: "F", scheme: "S", from: day(any(["2022-01-01", "2023-06-01"])),
        to: day(any(["2024-12-31", "2024-05-16"])), excluded: any([[], [.travel]]))
      events = any([[.grantChanged(any(grants), details)], [.grantAdded(details)]])
    case 20:
      let year = Int.random(in: 2022...2024, using: &random)
      let totals = YearClosing.Totals(
        entries: 0, minutes: 0, participations: 0, distinct: 0, headcount: 0)
      events = [
        any([
          .yearClosed(
            YearClosing(
              year: year, settings: ledger.state.settings(of: year), totals: totals, root: "r",
              digest: "d")),
          .yearReopened(year: year, reason: .typo, note: nil),
          .activityMarked(any(codes), any([[], [.openPlace], [.board]])),
        ])
      ]
    case 21:
      guard !undos.isEmpty else { continue }
      events = [.redone(undone: any(undos))]
    default:
      let first = Int.random(in: 3...last, using: &random)
      events = [.undone(ranges: LineRanges(first...min(first + any([0, 2]), last)), reason: nil)]
    }
    if !admitted { events = [any(events)] }
    for event in events {
      var longer = log
      let seq = longer.add(event)
      guard let line = longer.log.last, !admitted || (try? ledger.check(line)) != nil else {
        continue
      }
      log = longer
      ledger.apply(line)
      switch event {
      case .hoursLogged, .lateLogged: entries.append(EntryID(seq: seq))
      case .hoursClaimed: claims.append(ClaimID(seq: seq))
      case .participantsAdded: counts.append(ParticipantsID(seq: seq))
      case .grantAdded: grants.append(GrantID(seq: seq))
      case .undone: undos.append(seq)
      default: break
      }
    }
  }
  return log.log
}
