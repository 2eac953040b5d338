import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct SentChangesReportTests {
  private let sample = GrantReportSample.shared

  @Test(arguments: Language.allCases)
  func `what has changed since a report was sent`(_ language: Language) throws {
    let sent = try #require(sample.state.sent[sample.sent])
    let report = SentChangesReport(
      try #require(sample.changes), since: sent, basis: sample.basis, language
    ).report
    try expectGolden(report.table(), "since-\(language)")
  }

  @Test(arguments: Language.allCases)
  func `every reason for a change has words`(_ language: Language) throws {
    var log = LogBuilder()
    let (kari, ola) = (log.person(), log.person())
    log.activity("kafe")
    log.activity("tur")
    let grant = log.grant()
    let ids = (0..<4).map { log.claimed("kafe", .person(kari), 60 + $0, of: grant, claim: 30) }
    let sent = log.send(.grant(grant))
    let size = log.log.count
    log.claim(ids[0], on: grant, 5)
    log.add(.claimReleased(ClaimID(seq: ids[1].seq + 2), reason: .duplicate))
    log.add(.hoursUnapproved(ids[2]))
    log.correct(ids[2], to: entry("kafe", .person(ola), 50, known: .estimated))
    let undo = log.add(.undone(ranges: LineRanges([ids[3].seq + 2]), reason: .typo))
    log.undo(ids[3].seq + 1)
    log.add(.redone(undone: undo))
    let year = log.close(2024)
    log.late("tur", .person(ola), 7)
    log.correct(ids[0], to: entry("kafe", .person(kari), 66), late: true)
    #expect(year > size)
    let state = log.state
    func table(_ scope: SentReport.Scope) throws -> String {
      let record = try #require(state.sent[sent])
      var content = record.content
      content.scope = scope
      return SentChangesReport(
        SentChanges(since: content, log: log.log), since: record,
        basis: ReportBasis(opening: state.opening, through: log.log.count, hash: "h"), language
      ).report.table()
    }
    try expectGolden(
      try table(.grant(grant)) + "\n" + table(.year(2024)), "since-reasons-\(language)")
  }

  @Test func `nothing new is said so`() throws {
    var log = LogBuilder()
    let sent = log.send(.grant(log.grant()))
    let state = log.state
    let report = SentChangesReport(
      SentChanges(since: log.sent(sent), log: log.log), since: try #require(state.sent[sent]),
      basis: ReportBasis(opening: state.opening, through: log.log.count, hash: "h"), .nn
    ).report
    #expect(report.sections.isEmpty && report.header.last == "Ingenting er endra.")
  }
}
