import Domain
import Import
import Testing
import Wording

/// Templates: what we hand out, we read.
struct SheetTemplateTests {
  @Test(arguments: SheetKind.allCases, Language.allCases)
  func `a template's header maps completely, and its example reads back`(
    kind: SheetKind, language: Language
  ) {
    let header = SheetTemplate.header(kind, language)
    let example = SheetTemplate.example(kind, language)
    #expect(header.count == example.count)
    let result = readSheet(Sheet(rows: [header, example]), kind: kind)
    #expect(result.headerFaults == [])
    #expect(result.ignored == [])
    #expect(result.columns.allSatisfy { $0.how == .word })
    #expect(result.cellFaults == [])
    #expect(count(result) == 1)
  }

  @Test(arguments: SheetKind.allCases.filter { $0 != .table }, Language.allCases)
  func `a template tells its kind itself`(kind: SheetKind, language: Language) {
    let sheet = Sheet(rows: [SheetTemplate.header(kind, language)])
    #expect(readSheet(sheet).kind == kind)
  }

  private func count(_ result: SheetReadingResult) -> Int {
    result.hours.count + result.signups.count + result.persons.count + result.activities.count
      + result.shifts.count + (result.table?.rows.count ?? 0)
  }
}
