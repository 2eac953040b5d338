import Domain
import Import
import Testing

/// Rows of persons, activities, shifts and sign-ups.
struct RowOthersTests {
  private func read(
    _ kind: SheetKind, _ header: [String], _ cells: [String]
  ) -> SheetReadingResult {
    readSheet(Sheet(rows: [header, cells]), kind: kind)
  }

  private func faults(_ kind: SheetKind, _ header: [String], _ cells: [String]) -> [String] {
    read(kind, header, cells).cellFaults.map { "\($0.column ?? "-") \($0.expected)" }
  }

  @Test(arguments: [
    ("1980", 1_980), ("5.3.1980", 1_980), ("1980-03-05", 1_980), ("5. mars 1980", 1_980),
  ])
  func `a year of birth is read from a year or a day`(cell: String, year: Int) {
    #expect(read(.persons, ["Navn", "Født"], ["Kari", cell]).persons.map(\.birthYear) == [year])
  }

  @Test(arguments: ["80", "5.3.80", "05.03.24", "1899", "nitten åtti", "19800305"])
  func `two digits tell no century`(cell: String) {
    #expect(faults(.persons, ["Navn", "Født"], ["Kari", cell]) == ["B birthYear"])
  }

  @Test func `persons have one name and a known role`() {
    let header = ["Navn", "Rolle"]
    #expect(faults(.persons, header, ["Kari og Ola", "sjef"]) == ["A onePerson", "B role"])
    #expect(faults(.persons, header, ["", "frivillig"]) == ["A value"])
    #expect(read(.persons, header, ["Kari", "godkjenner"]).persons.map(\.role) == [.approver])
    let two = read(.persons, ["Fornavn", "Etternavn"], ["Kari", "Eksempel"])
    #expect(two.persons.map(\.name) == ["Kari Eksempel"])
    #expect(faults(.persons, ["Fornavn", "Etternavn"], ["", "Eksempel"]) == ["A value"])
  }

  @Test func `activities are checked cell by cell`() {
    let header = ["Navn", "Kode", "Kategori", "I summen"]
    #expect(
      faults(.activities, header, ["", "Språk Kafé", "moro", "kanskje"])
        == ["A value", "B code", "C category", "D yesOrNo"])
    let row = read(.activities, header, ["Kafé", "kafe", "Sosiale møteplasser", "nei"]).activities
    #expect(row.map(\.category) == [.meetingPlaces])
    #expect(row.map(\.counted) == [false])
    #expect(
      read(.activities, ["Navn", "Kategori"], ["Kafé", "en-til-en"]).activities.map(\.category)
        == [.oneToOne])
    #expect(read(.activities, ["Navn"], ["Kafé"]).activities.map(\.counted) == [nil])
  }

  @Test func `every national category has a name that is read`() {
    for category in Category.allCases {
      let row = read(.activities, ["Navn", "Kategori"], ["Kafé", category.rawValue]).activities
      #expect(row.map(\.category) == [category])
    }
  }

  @Test func `shifts have a day and both times`() {
    let header = ["Aktivitet", "Dato", "Kl.", "Plasser"]
    let row = read(.shifts, header, ["Kafé", "07.09.2024", "18-22", "10"]).shifts
    #expect(row.map { "\($0.start.text) \($0.end.text)" } == ["18:00 22:00"])
    #expect(
      faults(.shifts, header, ["Kafé", "mars 2024", "18", "0"]) == ["B day", "C span", "D count"])
    #expect(faults(.shifts, header, ["Kafé", "07.09.2024", "", ""]) == ["C value"])
    let two = ["Aktivitet", "Dato", "Fra", "Til"]
    #expect(faults(.shifts, two, ["Kafé", "07.09.2024", "18", "18"]) == ["D clock"])
    #expect(faults(.shifts, two, ["Kafé", "07.09.2024", "", ""]) == ["C value", "D value"])
    #expect(
      read(.shifts, two, ["Kafé", "07.09.2024", "kl. 18", "kl. 22.30"]).shifts.map(\.end.text)
        == ["22:30"])
  }

  @Test func `a sign-up names a shift, or an activity, a day and a start`() {
    let header = ["Aktivitet", "Dato", "Fra kl.", "Navn"]
    let planned = read(.signups, header, ["Kafé", "07.09.2024", "18", "Testperson A"])
    let day = Day(text: "2024-09-07")
    let six = Clock(text: "18:00")
    #expect(
      planned.signups.map(\.place)
        == [day, day].prefix(1).compactMap { day in
          guard let day, let six else { return nil }
          return .planned(activity: "Kafé", on: day, start: six)
        })
    #expect(planned.signups.count == 1)
    #expect(faults(.signups, header, ["Kafé", "07.09.2024", "", "Testperson A"]) == ["C value"])
    #expect(
      faults(.signups, header, ["", "i går", "x", ""]) == [
        "D value", "A value", "B day", "C clock",
      ])
    let span = ["Aktivitet", "Dato", "Kl.", "Navn"]
    #expect(
      read(.signups, span, ["Kafé", "07.09.2024", "kl. 18-20", "Testperson A"]).signups.count == 1)
    #expect(faults(.signups, ["Vakt", "Navn"], ["x", "Testperson A"]) == ["A shift"])
    #expect(faults(.signups, ["Vakt", "Navn"], ["", "Testperson A"]) == ["A value"])
  }
}
