import Domain
import Import
import Testing
import Wording

/// From header words to columns.
struct ColumnMatchTests {
  private func read(
    _ header: [String], kind: SheetKind? = nil, map: [ColumnChoice] = []
  ) -> SheetReadingResult {
    readSheet(Sheet(rows: [header]), kind: kind, map: map)
  }

  private func fields(_ header: [String], kind: SheetKind? = nil) -> [ColumnField?] {
    read(header, kind: kind).columns.map(\.field)
  }

  @Test(arguments: [
    (["Aktivitet", "Navn", "Dato", "Timer"], [ColumnField.activity, .person, .on, .hours]),
    (
      ["AKTIVITET:", " namn ", "dato (dd.mm.åååå)", "Antall timer*"],
      [.activity, .person, .on, .hours]
    ),
    (["Activity", "Volunteer", "Date", "Hours"], [.activity, .person, .on, .hours]),
    (
      ["Tiltak", "Fornavn", "Etternavn", "Måned", "År", "Timar"],
      [.activity, .firstName, .lastName, .month, .year, .hours]
    ),
    (
      ["Aktivitet", "Antall\nfrivillige", "Fra dato", "Til dato", "Timer hver", "Perm/ark"],
      [.activity, .headcount, .firstDay, .lastDay, .hoursEach, .voucher]
    ),
    (
      ["Aktivitet", "Person", "Periode", "Fra kl.", "Til kl."],
      [.activity, .person, .on, .start, .end]
    ),
  ])
  func `header words mean columns`(header: [String], fields: [ColumnField]) {
    #expect(self.fields(header, kind: .hours) == fields)
    #expect(read(header, kind: .hours).headerFaults == [])
  }

  @Test(arguments: [
    (["Aktivitet", "Navn", "Dato", "Timer"], SheetKind.hours),
    (["Aktivitet", "Antall", "Timer"], .table), (["Aktivitet", "Antall", "Timer", "År"], .hours),
    (["Vakt", "Navn"], .signups), (["Navn", "Fødselsår"], .persons), (["Navn", "Rolle"], .persons),
    (["Fornavn", "Etternavn"], .persons), (["Navn", "Kode", "Gruppe"], .activities),
    (["Aktivitet"], .activities), (["Aktivitet", "Dato", "Fra", "Til"], .shifts),
    (["Aktivitet", "Dato", "Kl.", "Plasser"], .shifts),
    (["Aktivitet", "Dato", "Fra", "Til", "Navn", "Timer"], .hours),
  ])
  func `the header tells the kind`(header: [String], kind: SheetKind) {
    let result = read(header)
    #expect(result.kind == kind)
    #expect(result.headerFaults == [])
  }

  @Test func `where two kinds fit equally well, somebody must say`() {
    #expect(read(["Navn"]).headerFaults == [.kindUnclear([.persons, .activities])])
    #expect(read(["Navn"]).kind == nil)
    let roster = ["Aktivitet", "Dato", "Fra", "Til", "Navn"]
    #expect(read(roster).headerFaults == [.kindUnclear([.hours, .signups])])
    #expect(read(roster, kind: .signups).headerFaults == [])
    #expect(read(["Navn"], kind: .persons).headerFaults == [])
  }

  @Test func `nothing known is no header`() {
    #expect(read(["foo", "bar"]).headerFaults == [.noHeader])
    #expect(readSheet(Sheet(rows: [])).headerFaults == [.noHeader])
  }

  @Test func `a near miss is told and never taken`() throws {
    let result = read(["Aktivite", "Navn", "Dato", "Timer"])
    #expect(result.kind == .hours)
    let column = SheetColumn(letters: "A", header: "Aktivite")
    #expect(
      result.headerFaults == [
        .missing(
          [[.activity]],
          nearMisses: [NearMiss(column: column, field: .activity, word: "Aktivitet")])
      ])
    #expect(result.ignored == [column])
    #expect(result.rows == .none)
    for (word, field) in [("Timmer", ColumnField.hours), ("Dtao", .on)] {
      let faults = read(["Aktivitet", "Navn", word], kind: .hours).headerFaults
      let misses = faults.flatMap { fault -> [NearMiss] in
        if case .missing(_, let misses) = fault { misses } else { [] }
      }
      #expect(misses.map(\.field) == [field], "\(word)")
    }
  }

  @Test func `all that is missing is told at once`() {
    let faults = read(["Aktivitet", "Bilag"], kind: .hours).headerFaults
    #expect(
      faults == [
        .missing([[.person], [.firstName, .lastName], [.headcount]], nearMisses: []),
        .missing([[.on], [.month], [.year], [.firstDay, .lastDay]], nearMisses: []),
        .missing(
          [[.hours], [.hoursEach], [.minutes], [.span], [.start, .end]], nearMisses: []),
      ])
  }

  @Test func `two columns for one thing are both named`() {
    let result = read(["Aktivitet", "Navn", "Dato", "Timer", "Antall timer"])
    let claims = ["D": "Timer", "E": "Antall timer"].sorted { $0.key < $1.key }.map {
      SheetColumn(letters: $0.key, header: $0.value, field: .hours, how: .word)
    }
    #expect(result.headerFaults == [.twoColumns(.hours, claims)])
    let chosen = read(
      ["Aktivitet", "Navn", "Dato", "Timer", "Antall timer"],
      map: [ColumnChoice(column: "D", field: nil)])
    #expect(chosen.headerFaults == [])
    #expect(chosen.ignored.map(\.letters) == ["D"])
  }

  @Test func `a question with two known words is asked again`() {
    let header = ["Navn", "Dato", "Aktivitet", "Hvor mange timer og minutter var det?"]
    let faults = read(header, kind: .hours).headerFaults
    let column = SheetColumn(letters: "D", header: header[3])
    #expect(faults.first == .unclearHeader(column, [.hours, .minutes]))
    let map = [ColumnChoice(column: header[3], field: .hours)]
    #expect(read(header, kind: .hours, map: map).headerFaults == [])
  }

  @Test func `a word in a question yields to a column of that word`() {
    let header = ["Navn", "Dato", "Aktivitet", "Timer", "Hva gjorde du i disse timene, i timer?"]
    let result = read(header)
    #expect(result.headerFaults == [])
    #expect(result.columns.map(\.letters) == ["A", "B", "C", "D"])
  }

  @Test func `choices go before headers`() {
    let header = ["Tidsmerke", "Hvem?", "Timer", "Hva", "Dato"]
    let map = [
      ColumnChoice(column: "Hvem", field: .person), ColumnChoice(column: "d", field: .activity),
    ]
    let result = read(header, map: map)
    #expect(result.headerFaults == [])
    #expect(result.columns.map(\.field) == [.person, .hours, .activity, .on])
    #expect(result.columns.map(\.how) == [.chosen, .word, .chosen, .word])
    // The chosen column displaces the one that its header names.
    let other = read(
      ["Aktivitet", "Navn", "Dato", "Timer", "Egentlige"], kind: .hours,
      map: [ColumnChoice(column: "E", field: .hours)])
    #expect(other.headerFaults == [])
    #expect(other.ignored.map(\.letters) == ["D"])
  }

  @Test func `a choice that fits nothing is told`() {
    let header = ["Aktivitet", "Navn", "Dato", "Timer"]
    let nowhere = ColumnChoice(column: "Kommentar", field: .voucher)
    let beyond = ColumnChoice(column: "E", field: .voucher)
    let useless = ColumnChoice(column: "A", field: .birthYear)
    #expect(
      read(header, kind: .hours, map: [nowhere, beyond, useless]).headerFaults == [
        .unknownChoice(nowhere), .unknownChoice(beyond), .uselessChoice(useless),
      ])
  }

  @Test(arguments: [
    ("Hvem=person", ColumnChoice(column: "Hvem", field: .person)),
    ("C = Timer", ColumnChoice(column: "C", field: .hours)),
    ("F=-", ColumnChoice(column: "F", field: nil)),
    ("a=b=dato", ColumnChoice(column: "a=b", field: .on)),
    ("X=hourseach", ColumnChoice(column: "X", field: .hoursEach)),
  ])
  func `a choice is spelled as column and field`(text: String, choice: ColumnChoice) {
    #expect(ColumnChoice(text) == choice)
  }

  @Test(arguments: ["", "=timer", "C=", "C=tull", "C"])
  func `what is no choice is refused`(text: String) { #expect(ColumnChoice(text) == nil) }

  @Test func `kinds have names in every language`() {
    for (word, kind) in [
      ("timer", SheetKind.hours), ("Timar", .hours), ("påmeldinger", .signups),
      ("people", .persons), ("aktivitetar", .activities), ("Vakter", .shifts), ("table", .table),
    ] {
      #expect(SheetKind(word: word) == kind)
    }
    #expect(SheetKind(word: "tull") == nil)
  }

  @Test func `no header word means two things in one kind`() {
    for kind in SheetKind.allCases {
      for field in kind.fields {
        for word in [field.heading(.nb), field.heading(.nn), field.heading(.en)] {
          if kind == .activities, field == .activity { continue }
          #expect(ColumnField(word: word, kind: kind) == field, "\(word) in \(kind)")
        }
      }
    }
  }
}
