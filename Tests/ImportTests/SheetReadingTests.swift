import Domain
import Import
import Testing

/// Whole sheets: rows, sums, remarks, faults.
struct SheetReadingTests {
  private typealias Expected = CellFault.Expected

  @Test(arguments: ["kongsberg-2024.tsv", "kongsberg-2024.csv", "kongsberg-2024.xlsx"])
  func `the printed table of Kongsberg is read, and its sums are checked`(name: String) throws {
    let sheet =
      name.hasSuffix("xlsx") ? try SheetFixtures.firstSheet(name) : try SheetFixtures.sheet(name)
    let result = readSheet(sheet)
    #expect(result.kind == .table)
    #expect(result.isClean, "\(result.headerFaults) \(result.cellFaults)")
    #expect(result.columns.map(\.how) == [.place, .word, .word])
    let table = try #require(result.table)
    #expect(table.rows.count == 32)
    #expect(table.volunteers == 263)
    #expect(table.minutes == 5_893 * 60)
    #expect(
      result.sums == [
        SumCheck(line: 34, field: .headcount, printed: 225, computed: 263),
        SumCheck(line: 34, field: .hours, printed: 5_893 * 60, computed: 5_893 * 60),
      ])
    #expect(result.sums.map(\.agrees) == [false, true])
    #expect(
      result.trailingTexts == [
        TrailingText(line: 35, text: "Et frivillig årsverk er 1650 timer, = 3,6 årsvek")
      ])
    #expect(table.divisor == 1_650)
    #expect(
      table.outside == [
        .init(line: 36, activity: "Hagearbeid FMC", volunteers: 68, minutes: 12_240)
      ])
    #expect(
      table.rows[12] == .init(line: 14, activity: "Nymoens kafé", volunteers: 5, minutes: 101_640))
  }

  @Test func `every fault of a sheet is found at once, each in its place`() throws {
    let result = readSheet(try SheetFixtures.sheet("hours-faults.csv"))
    #expect(result.kind == .hours)
    let found = result.cellFaults.map { "\($0.line) \($0.column ?? "-") \($0.expected)" }
    #expect(
      found == [
        "2 E amount", "3 D period", "4 B onePerson", "5 A value", "6 C oneOfPersonAndHeadcount",
        "7 - oneOfPersonAndHeadcount", "8 C count", "9 - noText", "10 E formulaResult",
        "11 E withinSpan", "12 E totalOfGroup", "13 E length", "14 H shorter(bytesMax: 40)",
        "15 I nothing",
      ])
    #expect(
      result.cellFaults.first
        == CellFault(line: 2, column: "E", header: "Timer", text: "3.30", expected: .amount))
    #expect(result.hours.map(\.line) == [15, 16])
    #expect(result.hours.last?.minutes == 120)
    #expect(result.hours.last?.start?.text == "18:00")
  }

  @Test func `titles above the header are passed over`() throws {
    let result = readSheet(try SheetFixtures.sheet("hours-excel-utf8.csv"))
    #expect(result.headerLine == 3)
    #expect(result.hours.map(\.line) == [5, 6, 7, 8, 9])
    #expect(result.hours.last?.activity == "Filming \"Ny på Kongsberg\"")
  }

  @Test func `the answers of a form are read by the one word in each question`() throws {
    let result = readSheet(try SheetFixtures.sheet("forms-google.csv"))
    #expect(result.isClean, "\(result.headerFaults) \(result.cellFaults)")
    #expect(result.kind == .hours)
    #expect(result.columns.map(\.field) == [.person, .activity, .on, .hours])
    #expect(result.columns.allSatisfy { $0.how == .contained })
    #expect(result.ignored.map(\.letters) == ["A", "F"])
    #expect(result.hours.map(\.minutes) == [150, 90])
  }

  @Test func `the other kinds are told by their headers`() throws {
    let persons = readSheet(try SheetFixtures.sheet("persons.csv"))
    #expect(
      persons.persons == [
        PersonRow(line: 2, name: "Testperson A", role: .volunteer, birthYear: 1_980),
        PersonRow(line: 3, name: "Testperson B", birthYear: 1_975),
        PersonRow(line: 4, name: "Testperson C", role: .coordinator),
      ])
    let activities = readSheet(try SheetFixtures.sheet("activities.csv"))
    #expect(
      activities.activities == [
        ActivityRow(
          line: 2, name: "Språkkafé", code: ActivityCode("sprakkafe"),
          aliases: ["Språkkafe", "Språktrenere"], group: "Språkkaféer", category: .inclusion,
          sector: "Egne møteplasser", recipient: "Frivilligsentralen", counted: true),
        ActivityRow(
          line: 3, name: "Hagearbeid FMC", category: .other,
          recipients: ["Biblioteket", "Ung kultur"], counted: false),
      ])
    let shifts = readSheet(try SheetFixtures.sheet("shifts.csv"))
    #expect(shifts.shifts.map(\.places) == [10, nil])
    #expect(
      shifts.shifts.map { "\($0.on.text) \($0.start.text) \($0.end.text)" } == [
        "2024-09-07 18:00 22:00", "2024-09-07 22:00 02:00",
      ])
    let signups = readSheet(try SheetFixtures.sheet("signups.csv"))
    #expect(
      signups.signups
        == ["Testperson A", "Testperson B"].enumerated().map {
          SignupRow(line: $0.offset + 2, place: .shift(ShiftID(seq: 12)), person: $0.element)
        })
  }

  // MARK: - Sums and remarks

  private static let header = "Aktivitet;Navn;Dato;Timer;Minutter"
  private static let row = "Språkkafé;Testperson A;05.03.2024;2;30"

  @Test(arguments: [
    "Sum", "SUM:", "Totalt", "I alt", "Sum timer", "Til sammen", "Total", "Til saman",
  ])
  func `a sum row is compared and never imported`(word: String) throws {
    let sheet = try SheetFixtures.sheet(
      lines: Self.header, Self.row, Self.row, "\(word);;;4;61", "")
    let result = readSheet(sheet)
    #expect(result.isClean && result.hours.count == 2)
    #expect(
      result.sums == [
        SumCheck(line: 4, field: .hours, printed: 240, computed: 240),
        SumCheck(line: 4, field: .minutes, printed: 61, computed: 60),
      ])
  }

  @Test func `a last row of numbers alone is a sum row; elsewhere it is a fault`() throws {
    let last = readSheet(
      try SheetFixtures.sheet(lines: Self.header, Self.row, ";;;2;", "Kontrollert av styret den 3.")
    )
    #expect(last.isClean && last.sums.map(\.computed) == [120])
    #expect(last.trailingTexts.map(\.line) == [4])
    let middle = readSheet(try SheetFixtures.sheet(lines: Self.header, Self.row, ";;;2;", Self.row))
    #expect(middle.sums.isEmpty)
    #expect(middle.cellFaults.map(\.line) == [3, 3, 3])
  }

  @Test func `subtotals are compared with their block, the last sum with all`() throws {
    let sheet = try SheetFixtures.sheet(
      lines: Self.header, Self.row, "Delsum;;;2;", Self.row, Self.row, "Delsum;;;4;", "Sum;;;6;",
      "Sum;;;7;")
    let result = readSheet(sheet)
    #expect(result.isClean && result.hours.count == 3)
    #expect(result.sums.map(\.printed) == [120, 240, 360, 420])
    #expect(result.sums.map(\.agrees) == [true, true, true, false])
  }

  @Test func `a row after the sum row is a fault, since nobody can tell what it belongs to`() throws
  {
    let result = readSheet(
      try SheetFixtures.sheet(lines: Self.header, Self.row, "Sum;;;2;", Self.row))
    #expect(result.cellFaults.map(\.expected) == [.beforeSum])
    #expect(result.cellFaults.map(\.line) == [4])
    #expect(result.hours.count == 1)
  }

  @Test func `an activity called Total is an activity where the row says more`() throws {
    let result = readSheet(
      try SheetFixtures.sheet(lines: Self.header, "Total;Testperson A;05.03.2024;2;"))
    #expect(result.hours.map(\.activity) == ["Total"])
  }

  @Test func `a remark below the rows is told; a row half filled in is a fault`() throws {
    let remark = readSheet(
      try SheetFixtures.sheet(lines: Self.header, Self.row, "Et frivillig årsverk er 1650 timer"))
    #expect(remark.isClean)
    #expect(remark.trailingTexts == [.init(line: 3, text: "Et frivillig årsverk er 1650 timer")])
    let half = readSheet(try SheetFixtures.sheet(lines: Self.header, Self.row, "Språkkafé"))
    #expect(half.trailingTexts.isEmpty)
    #expect(half.cellFaults.map(\.expected) == [.oneOfPersonAndHeadcount, .value, .length])
    let short = readSheet(
      try SheetFixtures.sheet(lines: Self.header, Self.row, "Sum;;;2;", "Godkjent"))
    #expect(short.isClean && short.trailingTexts.map(\.text) == ["Godkjent"])
  }

  @Test(arguments: [
    ("Et frivillig årsverk er 1650 timer, = 3,6 årsvek", 1_650 as Int?),
    ("1 årsverk = 1 695 timer", 1_695), ("Årsverk: 1750 timar.", 1_750),
    ("3,6 årsverk", nil), ("Vi ga 5893 timer", nil), ("årsverk timer", nil),
  ])
  func `the divisor is found in a remark`(text: String, divisor: Int?) throws {
    let sheet = Sheet(rows: [
      ["Aktivitet", "Antall frivillige", "Timer"], ["A", "1", "2"], ["Sum", "1", "2"], [text],
    ])
    #expect(readSheet(sheet).table?.divisor == divisor)
  }

  @Test func `a table with a person or a day is no printed table`() {
    // The first column would do for a table, if it were not for the fourth.
    let named = Sheet(rows: [["Hva", "Antall", "Timer", "Navn"], ["A", "2", "3", "x"]])
    #expect(readSheet(named).kind == .hours)
    for other in ["Navn", "Dato", "Måned"] {
      let sheet = Sheet(rows: [["Aktivitet", "Antall", "Timer", other], ["A", "2", "3", "x"]])
      #expect(readSheet(sheet).kind == .hours)
    }
    #expect(
      readSheet(Sheet(rows: [["Navn", "Antall", "Timer"], ["A", "2", "3"]])).kind == .hours)
  }

  @Test func `letters alone need no header`() {
    let map = zip("ABCD", [ColumnField.activity, .person, .on, .hours]).map {
      ColumnChoice(column: String($0), field: $1)
    }
    let row = ["Kafé", "Testperson A", "1.3.2024", "2"]
    func read(_ rows: [[String]]) -> SheetReadingResult {
      readSheet(Sheet(rows: rows), kind: .hours, map: map)
    }
    #expect(read([row, row]).hours.map(\.line) == [1, 2])
    #expect(read([row, row]).headerLine == nil)
    #expect(read([row, row]).columns.map(\.header) == ["", "", "", ""])
    // A title is no header; a header with a gap is one, also when a row below has more cells.
    #expect(read([["Timer i mars"], row, row]).hours.map(\.line) == [2, 3])
    let gap = read([["Hva", "Hvem", "", "Lengde"], row, row])
    #expect(gap.headerLine == 1 && gap.hours.map(\.line) == [2, 3])
    #expect(gap.columns.first?.header == "Hva")
    let plain = read([["Hva", "Hvem", "Når da", "Lengde"], row])
    #expect(plain.headerLine == 1 && plain.hours.map(\.line) == [2])
  }
}
