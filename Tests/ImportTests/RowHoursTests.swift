import Domain
import Import
import Testing

/// The cells of a row of hours, one by one and together.
struct RowHoursTests {
  private func read(_ header: [String], _ row: [String]) -> SheetReadingResult {
    readSheet(Sheet(rows: [header, row]), kind: .hours)
  }

  private func hours(_ cell: String) -> SheetReadingResult {
    read(["Aktivitet", "Navn", "Dato", "Timer"], ["Kafé", "Testperson A", "2024-03-05", cell])
  }

  @Test(arguments: [
    ("3,5", 210), ("3.5", 210), ("2:30", 150), ("2t 30m", 150), ("3,5 t", 210), ("90 min", 90),
    ("1 694", 101_640), ("1\u{A0}694", 101_640), ("1\u{202F}694", 101_640), ("02:30", 150),
    ("26:30", 1_590), ("3,125", 188), ("2 timer", 120),
  ])
  func `hours are read as people write them`(cell: String, minutes: Int) {
    let result = hours(cell)
    #expect(result.hours.map(\.minutes) == [minutes])
    #expect(result.isClean)
  }

  @Test(arguments: ["3.30", "1.694", "0", "0:00", "-2", "to", "3,5,5", "2:60", "1e3", "½"])
  func `what is no amount is refused with its cell`(cell: String) {
    let result = hours(cell)
    #expect(result.hours == [])
    #expect(
      result.cellFaults == [
        CellFault(line: 2, column: "D", header: "Timer", text: cell, expected: .amount)
      ])
  }

  @Test(arguments: ["#N/A", "#I/T", "#VERDI!", "#NAVN?", "#REF!", "#####", "=SUM(A1:A2)"])
  func `a formula without a result is told as one`(cell: String) {
    #expect(hours(cell).cellFaults.map(\.expected) == [.formulaResult])
  }

  @Test(arguments: [
    (["2", ""], 120), (["2", "30"], 150), (["", "30"], 30), (["0", "30"], 30), (["2", "0"], 120),
    (["2,5", "150"], 150), (["2", "120"], 120),
  ])
  func `hours and minutes add up, or say the same`(cells: [String], minutes: Int) {
    let result = read(
      ["Aktivitet", "Navn", "Dato", "Timer", "Minutter"],
      ["Kafé", "Testperson A", "2024-03-05"] + cells)
    #expect(result.hours.map(\.minutes) == [minutes])
  }

  @Test func `hours and minutes that contradict each other are refused`() {
    for cells in [["2,5", "30"], ["2", "90"], ["1", "61"]] {
      let result = read(
        ["Aktivitet", "Navn", "Dato", "Timer", "Minutter"],
        ["Kafé", "Testperson A", "2024-03-05"] + cells)
      #expect(result.cellFaults.map(\.expected) == [.sameAs(.hours)], "\(cells)")
    }
    let nothing = read(
      ["Aktivitet", "Navn", "Dato", "Timer", "Minutter"],
      ["Kafé", "Testperson A", "2024-03-05", "0", "0"])
    #expect(nothing.cellFaults.map(\.expected) == [.amount])
  }

  @Test func `hours of each are multiplied, hours of all are not`() {
    let header = ["Aktivitet", "Antall", "Dato", "Timer hver", "Timer"]
    #expect(read(header, ["Kafé", "5", "2024", "2", ""]).hours.map(\.minutes) == [600])
    #expect(read(header, ["Kafé", "5", "2024", "", "2"]).hours.map(\.minutes) == [120])
    #expect(read(header, ["Kafé", "5", "2024", "2", "10"]).hours.map(\.minutes) == [600])
    #expect(
      read(header, ["Kafé", "5", "2024", "2", "2"]).cellFaults.map(\.expected)
        == [.sameAs(.hoursEach)])
    let most = read(header, ["Kafé", "999999999", "2024", "10000000", ""])
    #expect(most.hours.map(\.minutes) == [600_000_000 * 999_999_999])
  }

  @Test(arguments: [
    ("18-20", "", "", 120, "18:00"), ("kl. 18.00–20.30", "", "", 150, "18:00"),
    ("", "18", "20", 120, "18:00"), ("", "kl 22", "02:00", 240, "22:00"),
    ("", "18:00:00", "18:45:00", 45, "18:00"), ("", "18.30", "24", 330, "18:30"),
  ])
  func `times say how long`(span: String, from: String, to: String, minutes: Int, start: String) {
    let result = read(
      ["Aktivitet", "Navn", "Dato", "Kl.", "Fra kl.", "Til kl."],
      ["Kafé", "Testperson A", "2024-03-05", span, from, to])
    #expect(result.hours.map(\.minutes) == [minutes], "\(result.cellFaults)")
    #expect(result.hours.map(\.start?.text) == [start])
  }

  @Test func `times that say nothing are refused`() {
    func faults(_ cells: [String]) -> [CellFault.Expected] {
      read(
        ["Aktivitet", "Navn", "Dato", "Fra kl.", "Til kl."],
        ["Kafé", "Testperson A", "2024-03-05"] + cells
      ).cellFaults.map(\.expected)
    }
    #expect(faults(["18", "18"]) == [.clock])
    #expect(faults(["18", ""]) == [.length])
    #expect(faults(["", "20"]) == [.value])
    #expect(faults(["25", "20"]) == [.clock, .value])
    #expect(faults(["18-20", "21"]) == [.clock, .value])
    #expect(faults(["", ""]) == [.length])
  }

  @Test func `a break is allowed, more than the times is not`() {
    let header = ["Aktivitet", "Navn", "Antall", "Dato", "Kl.", "Timer"]
    let pause = ["Kafé", "Testperson A", "", "2024-03-05", "18-20", "1,5"]
    #expect(read(header, pause).hours.map(\.minutes) == [90])
    let group = ["Kafé", "", "3", "2024-03-05", "18-20", "6"]
    #expect(read(header, group).hours.map(\.minutes) == [360])
    let more = ["Kafé", "", "3", "2024-03-05", "18-20", "6,25"]
    #expect(read(header, more).cellFaults.map(\.expected) == [.withinSpan])
    let unsaid = ["Kafé", "", "3", "2024-03-05", "18-20", ""]
    #expect(read(header, unsaid).cellFaults.map(\.expected) == [.totalOfGroup])
  }

  @Test(arguments: [
    "Kari, Ola +3", "Kari; Ola", "Kari\nOla", "Kari og Ola", "Kari & Ola", "Kari/Ola", "Kari + 2",
    "Eksempel, Kari", "Kari and Ola",
  ])
  func `several persons in a cell are never split`(name: String) {
    let result = read(
      ["Aktivitet", "Navn", "Dato", "Timer"], ["Kafé", name, "2024-03-05", "2"])
    #expect(result.cellFaults.map(\.expected) == [.onePerson])
    #expect(result.cellFaults.map(\.column) == ["B"])
  }

  @Test func `somebody is a name, and one head beside it is that person`() {
    let header = ["Aktivitet", "Navn", "Antall", "Dato", "Timer"]
    func row(_ name: String, _ count: String) -> SheetReadingResult {
      read(header, ["Kafé", name, count, "2024-03-05", "2"])
    }
    #expect(row("Testperson A", "1").hours.map(\.headcount) == [nil])
    #expect(row("Testperson A", "1").hours.map(\.person) == ["Testperson A"])
    #expect(row("", "1").hours.map(\.headcount) == [1])
    #expect(row("5", "").cellFaults.map(\.expected) == [.name])
    #expect(row("", "0").cellFaults.map(\.expected) == [.count])
    #expect(row("Og Testperson", "").cellFaults.map(\.expected) == [.onePerson])
    #expect(row("Ogmund", "").hours.map(\.person) == ["Ogmund"])
    let two = read(
      ["Aktivitet", "Fornavn", "Etternavn", "Dato", "Timer"],
      ["Kafé", "Kari", "Eksempel", "2024-03-05", "2"])
    #expect(two.hours.map(\.person) == ["Kari Eksempel"])
    let half = read(
      ["Aktivitet", "Fornavn", "Etternavn", "Dato", "Timer"], ["Kafé", "Kari", "", "2024", "2"])
    #expect(half.cellFaults.map(\.column) == ["C"])
  }

  @Test func `how it is known, the voucher and the shift are read`() {
    let header = ["Aktivitet", "Navn", "Dato", "Timer", "Kjent", "Bilag", "Vakt"]
    func row(_ cells: [String]) -> SheetReadingResult {
      read(header, ["Kafé", "Testperson A", "2024-03-05", "2"] + cells)
    }
    for (word, known) in [
      ("ført", HourEntry.Known.recorded), ("Anslått", .estimated), ("summary", .summary),
      ("estimert", .estimated), ("summert", .summary),
    ] {
      #expect(row([word]).hours.map(\.known) == [known])
    }
    #expect(row([]).hours.map(\.known) == [nil])
    #expect(row(["kanskje"]).cellFaults.map(\.expected) == [.known])
    #expect(row(["", "perm 3\nark 12"]).hours.map(\.voucher) == ["perm 3 ark 12"])
    #expect(row(["", "", "s12"]).hours.map(\.shift) == [ShiftID(seq: 12)])
    #expect(row(["", "", "12"]).cellFaults.map(\.expected) == [.shift])
    #expect(row(["", "a\u{7}b"]).cellFaults.map(\.expected) == [.plainText])
  }

  @Test func `a name longer than the log takes is refused`() {
    let long = String(repeating: "å", count: 101)
    let result = read(
      ["Aktivitet", "Navn", "Dato", "Timer"], [long, "Testperson A", "2024-03-05", "2"])
    #expect(result.cellFaults.map(\.expected) == [.shorter(bytesMax: 200)])
  }
}
