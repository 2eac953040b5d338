import Domain
import Reports
import Testing
import Wording

@Suite struct ExportTests {
  private func export(named: Bool = false, _ language: Language = .nb) -> Export {
    let name: @Sendable (PersonID) -> String? = { $0.seq == 4 ? "Testperson A" : nil }
    return Export(activities: [:], name: named ? name : nil, language) { column, kind in
      column.ownHeading(language) ?? "\(kind.rawValue).\(column.rawValue)"
    }
  }

  /// p4 and p5 are volunteers; h6 is one of p4, h7 one of four unnamed people.
  private let state: State = {
    var log = LogBuilder()
    log.activity("kafe")
    _ = log.persons(2)
    log.hours("kafe", .person(PersonID(seq: 4)), 100, on: "2024-03-05")
    log.hours("kafe", .unnamed(headcount: 4), 60, on: "2024-03")
    return Ledger(log.log).state
  }()

  private var entries: [Entry] { state.entries.values.sorted { $0.id < $1.id } }
  private var persons: [Person] { state.persons.values.sorted { $0.id < $1.id } }

  private func cells(_ report: Report) -> [String] {
    report.csv(section: Export.section).split(separator: "\r\n").map(String.init)
  }

  @Test func `an entry as a row, with the person's id and no name`() {
    let rows = cells(export().entries(entries, late: [EntryID(seq: 7)]))
    #expect(rows[1] == "h6;kafe;kafe;p4;;05.03.2024;1,67;;ført;;;p2;05.03.2024 18:09;;nei")
    #expect(rows[2] == "h7;kafe;kafe;;4;2024-03;1;;ført;;;p2;05.03.2024 18:10;;ja")
  }

  @Test func `names stand in a column of their own, and only when they are handed in`() {
    let bare = export().entries(entries, late: []).sections[0].columns.map(\.key)
    let named = export(named: true).entries(entries, late: []).sections[0].columns.map(\.key)
    #expect(!bare.contains("person"))
    #expect(named.filter { $0 != "person" } == bare)
    #expect(cells(export().persons(persons) { _ in 1950 })[2] == "p4;frivillig")
    let rows = cells(export(named: true).persons(persons) { $0.seq == 4 ? 1950 : nil })
    #expect(
      rows[1...] == ["p2;;;koordinator", "p4;Testperson A;1950;frivillig", "p5;;;frivillig"])
  }

  @Test(arguments: Language.allCases)
  func `no two columns of a table have the same heading`(language: Language) {
    let export = export(named: true, language)
    let reports = [
      export.entries([], late: []), export.persons([]) { _ in nil }, export.activities([]),
      export.shifts([]),
    ]
    for report in reports {
      let headings = report.sections[0].columns.map(\.heading)
      #expect(Set(headings).count == headings.count, "\(headings)")
      #expect(headings.allSatisfy { !$0.isEmpty })
      #expect(report.sections[0].rows.isEmpty)
    }
    #expect(reports.map(\.key) == ExportKind.allCases.map(\.rawValue))
  }
}
