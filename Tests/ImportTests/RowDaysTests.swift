import Domain
import Import
import Testing

/// When work was done, in one cell or several.
struct RowDaysTests {
  private func read(_ header: [String], _ cells: [String]) -> SheetReadingResult {
    readSheet(
      Sheet(rows: [
        ["Aktivitet", "Navn", "Timer"] + header, ["Kafé", "Testperson A", "2"] + cells,
      ]), kind: .hours)
  }

  private func faults(_ header: [String], _ cells: [String]) -> [String] {
    read(header, cells).cellFaults.map { "\($0.column ?? "-") \($0.expected)" }
  }

  @Test(arguments: [
    ("05.03.2024", "2024-03-05"), ("5.3.24", "2024-03-05"), ("2024-03-05", "2024-03-05"),
    ("5. mars 2024", "2024-03-05"), ("5 March 2024", "2024-03-05"), ("05-mar-2024", "2024-03-05"),
    ("5. sept. 2024", "2024-09-05"), ("17. mai 2024", "2024-05-17"), ("1. des. 2024", "2024-12-01"),
    ("2024-03-05 00:00:00", "2024-03-05"), ("mars 2024", "2024-03"), ("03.2024", "2024-03"),
    ("2024", "2024"), ("1.3.2024–15.3.2024", "2024-03-01..2024-03-15"),
    ("2024-01-01 - 2024-12-31", "2024"),
  ])
  func `a period is read as people write it`(cell: String, expected: String) {
    let result = read(["Dato"], [cell])
    #expect(result.hours.map(\.on.text) == [expected], "\(result.cellFaults)")
    #expect(result.hours.first?.start == nil)
  }

  @Test(arguments: [
    "31.02.2024", "3/5/2024", "5. mars", "i går", "i dag", "mars", "45356", "1.12.2023–5.1.2024",
    "5.3.2024 og 6.3.2024", "2024-03-05 25:00", "1900-02-29", "32. mars 2024", "5. mas 2024",
  ])
  func `what is no period is refused`(cell: String) {
    #expect(faults(["Dato"], [cell]) == ["D period"])
  }

  @Test func `a time beside the day is the start, unless a column says it`() {
    #expect(read(["Dato"], ["05.03.2024 18:00:00"]).hours.map(\.start?.text) == ["18:00"])
    #expect(read(["Dato"], ["05.03.2024 18.30"]).hours.map(\.start?.text) == ["18:30"])
    let both = read(["Dato", "Fra kl."], ["05.03.2024 18:00", "19"])
    #expect(both.hours.map(\.start?.text) == ["19:00"])
  }

  @Test(arguments: [
    (["mars", "2024"], "2024-03"), (["3", "2024"], "2024-03"), (["Mar.", "2024"], "2024-03"),
    (["desember 2024", ""], "2024-12"), (["2024-03", "2024"], "2024-03"), (["", "2024"], "2024"),
    (["okt", "2024"], "2024-10"),
  ])
  func `month and year make a period`(cells: [String], expected: String) {
    #expect(read(["Måned", "År"], cells).hours.map(\.on.text) == [expected])
  }

  @Test func `a month needs its year`() {
    #expect(faults(["Måned", "År"], ["mars", ""]) == ["E value"])
    #expect(faults(["Måned"], ["mars"]) == ["D month"])
    #expect(faults(["Måned", "År"], ["13", "2024"]) == ["D month"])
    #expect(faults(["Måned", "År"], ["mars", "24"]) == ["E year"])
    #expect(faults(["Måned", "År"], ["", ""]) == ["D value"])
    #expect(
      faults(["Måned", "År"], ["mars 2024", "2023"]) == ["E sameAs(Import.ColumnField.month)"])
  }

  @Test func `a day agrees with the month and year beside it`() {
    let header = ["Dato", "Måned", "År"]
    #expect(read(header, ["05.03.2024", "mars", "2024"]).hours.count == 1)
    #expect(read(header, ["05.03.2024", "2024-03", ""]).hours.count == 1)
    #expect(faults(header, ["05.03.2024", "april", ""]) == ["E sameAs(Import.ColumnField.on)"])
    #expect(faults(header, ["05.03.2024", "2024-04", ""]) == ["E sameAs(Import.ColumnField.on)"])
    #expect(faults(header, ["05.03.2024", "", "2023"]) == ["F sameAs(Import.ColumnField.on)"])
  }

  @Test func `first and last day make a period in one year`() {
    let header = ["Fra dato", "Til dato"]
    #expect(read(header, ["1.3.2024", "31.3.2024"]).hours.map(\.on.text) == ["2024-03"])
    #expect(faults(header, ["2.3.2024", "1.3.2024"]) == ["E sameYear"])
    #expect(faults(header, ["1.12.2023", "1.1.2024"]) == ["E sameYear"])
    #expect(faults(header, ["1.3.2024", ""]) == ["E value"])
    #expect(faults(header, ["", "1.3.2024"]) == ["D value"])
    #expect(faults(header, ["mars", "tull"]) == ["D day", "E day"])
    #expect(faults(header, ["", ""]) == ["D value"])
  }
}
