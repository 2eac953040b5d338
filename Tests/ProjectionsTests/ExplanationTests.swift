import Domain
import Projections
import Testing

@Suite struct ExplanationTests {
  @Test func `who is counted more than once is named, with where`() throws {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    for code in ["a", "b", "c"] { log.activity(code) }
    for code in ["c", "a", "b"] { log.hours(code, .person(kari), 10) }
    log.hours("a", .person(ola), 10)
    log.hours("a", .unnamed(headcount: 5), 10)
    let explainer = Explainer(year: 2024).folded(over: log.log).explained
    let explanation = try explainer.explain(FigureAddress("2024/distinct"))
    #expect(explanation.value == .count(2))
    #expect(explanation.persons.map(\.id) == [kari, ola])
    #expect(explanation.repeating.map(\.id) == [kari])
    #expect(explanation.repeating[0].activities.map(\.code.text) == ["a", "b", "c"])
    #expect(explanation.repeating[0].repeats == explanation.figures.repeats)
    #expect(explanation.counting.count == 4 && explanation.entries.count == 5)
    #expect(explanation.headcount == 5)
  }

  @Test func `an entry shows its correction and its approval, until it is corrected again`() throws
  {
    var log = LogBuilder()
    let kari = log.person()
    log.activity("a")
    let id = log.hours("a", .person(kari), 10)
    log.add(.hoursApproved(id))
    func record() throws -> HourRecord {
      let records = HourRecords(year: 2024).folded(over: log.log).entries
      return try #require(records.first)
    }
    #expect(try record().approval?.seq == id.seq + 1 && record().isCorrected == false)
    let correction = log.add(
      .hoursCorrected(entry: id, content: entry("a", .person(kari), 20), reason: .typo))
    #expect(try record().approval == nil && record().source.seq == correction)
    let approval = log.add(.hoursApproved(id))
    #expect(try record().approval?.seq == approval)
    log.add(.hoursUnapproved(id))
    #expect(try record().approval == nil)
    // Without the correction the first approval holds again, and the revocation after it too.
    log.undo(correction)
    #expect(try record().approval == nil && record().isCorrected == false)
    log.undo(approval + 1)
    #expect(try record().approval?.seq == approval)
  }
}
