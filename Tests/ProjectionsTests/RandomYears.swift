// Logs with closed years that nobody thought of: random, but the same for the same seed.

import Domain

/// Returns a log of hours over three years with closings, approvals, reopenings, late lines,
/// changed activities and settings, undos and redos.
///
/// - Parameter admitted: only lines that the rules admit; else any line that can be spelled.
func randomYears(seed: UInt64, lines: Int = 150, admitted: Bool) -> [Recorded] {
  var random = SeededGenerator(seed: seed)
  var log = LogBuilder()
  log.clock = instant("2026-01-10T12:00:00Z")
  let persons = log.persons(4)
  let codes = (0..<4).map { "a\($0)" }
  for code in codes { log.activity(code, group: "G\(code)") }
  var ledger = Ledger(log.log)
  func any<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &random)]
  }
  func content() -> HourEntry {
    let isNamed = Int.random(in: 0..<4, using: &random) > 0
    let year = Int.random(in: 2022...2024, using: &random)
    return entry(
      any(codes), isNamed ? .person(any(persons)) : .unnamed(headcount: any([1, 5, 40])),
      Int.random(in: 1...300, using: &random), on: any(["\(year)", "\(year)-05", "\(year)-05-17"]),
      known: any(HourEntry.Known.allCases))
  }
  var (entries, undos, closings): ([EntryID], [Int], [(year: Int, seq: Int)]) = ([], [], [])
  for _ in 0..<lines {
    let year = Int.random(in: 2022...2024, using: &random)
    let last = log.log.count
    var events: [Event]
    switch Int.random(in: 0..<20, using: &random) {
    case 0...3: events = [.hoursLogged(content()), .lateLogged(content())]
    case 4...8:
      guard !entries.isEmpty else { continue }
      let (entry, content) = (any(entries), content())
      events = [
        .hoursCorrected(entry: entry, content: content, reason: .typo),
        .lateCorrected(entry: entry, content: content, reason: .typo),
      ]
    case 9...11:
      let first = Int.random(in: 3...last, using: &random)
      events = [.undone(ranges: LineRanges(first...min(first + any([0, 2]), last)), reason: nil)]
    case 12:
      guard !undos.isEmpty else { continue }
      events = [.redone(undone: any(undos))]
    case 13, 14:
      let totals = YearClosing.Totals(
        entries: 0, minutes: 0, participations: 0, distinct: 0, headcount: 0)
      // A right closing freezes what holds.
      events = [
        .yearClosed(
          YearClosing(
            year: year, settings: ledger.state.settings(of: year), totals: totals, root: "r",
            digest: "d"))
      ]
    case 15:
      guard !closings.isEmpty else { continue }
      let closing = any(closings)
      events = [
        .yearApproved(
          year: closing.year, closing: closing.seq, digest: "d", on: day("2026-01-10"))
      ]
    case 16: events = [.yearReopened(year: year, reason: .typo, note: nil)]
    case 17: events = [.yearSet(YearSettings(year: year, divisor: any([1_600, 1_700])))]
    default:
      let code = activityCode(any(codes))
      events = [
        .activityChanged(
          ActivityDetails(
            code: code, name: code.text, group: any([nil, "Ga0", "Ute"]),
            counted: any([true, false])
          ))
      ]
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
      case .undone: undos.append(seq)
      case .yearClosed(let closing): closings.append((closing.year, seq))
      default: break
      }
    }
  }
  return log.log
}
