// Persons, activities, shifts and sign-ups: what is there is said and left alone.

import Foundation
import Testing

struct ImportPeopleTests {
  @Test func `persons come in once, and the log gets only ids`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let rows = [
      "Frivillig Alfa;;", "Ny Person;1980;frivillig", "Mer Ny;;godkjenner", "Ny Person;1980;",
    ]
    try tool.sheet("medlemmer.csv", rows, header: "Navn;Fødselsår;Rolle")
    let json = try tool.imported("medlemmer.csv")
    #expect(json.items.compactMap { $0.text("id") } == ["i8", "p9", "p10"])
    #expect(json.list("there").compactMap { $0.text("id") } == ["p3", "p9"])
    #expect(try tool.imported("medlemmer.csv")["import"] is NSNull)
    let log = try tool.log()
    for word in ["Ny", "1980", "Alfa"] { #expect(!log.contains(word)) }
    let list = try tool.run("person", "list", "--json").json().items
    #expect(list.compactMap { $0.text("role") }.suffix(2) == ["volunteer", "approver"])
    try tool.done("audit")
    // A grown list of persons needs no choice: a person is known by the name.
    try tool.sheet("medlemmer.csv", rows + ["Enda En;;"], header: "Navn;Fødselsår;Rolle")
    #expect(try tool.imported("medlemmer.csv").items.count == 2)
  }

  @Test func `one name and two years of birth are two persons`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let header = "Navn;Fødselsår"
    try tool.sheet("a.csv", ["Ny Person;1950", "Ny Person;1980"], header: header)
    #expect(try tool.imported("a.csv").items.count == 3)
    #expect(try tool.imported("a.csv")["import"] is NSNull)
    try tool.sheet("a.csv", ["Ny Person;1950", "Ny Person;1990"], header: header)
    #expect(try tool.imported("a.csv").items.compactMap { $0.text("id") } == ["i11", "p12"])
    try tool.sheet("a.csv", ["Ny Person;2990"], header: header)
    #expect(try tool.faults("a.csv").first?.text("column") == "B")
  }

  @Test func `another role is told, since it cannot be changed yet`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", ["Frivillig Alfa;godkjenner"], header: "Navn;Rolle")
    let ran = try tool.done("import", "a.csv", "--update")
    #expect(ran.out.contains("p3 is volunteer, not approver; roles cannot be changed yet"))
    #expect(try tool.lines().count == 7)
  }

  @Test func `a new name that is nearly a known one is said`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", ["Frivilig Alfa", "Noen Andre"], header: "Navn")
    let notes = try tool.imported("a.csv", "--kind", "persons")["notes"] as? [String]
    #expect(
      notes == ["the new person 'Frivilig Alfa' resembles 'Frivillig Alfa', who is there already"])
  }

  @Test func `a log that was cut is not taken for an interrupted import`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let events = tool.folder.appending(path: "events")
    let name = try #require(try FileManager.default.contentsOfDirectory(atPath: events.path).first)
    let kept = try tool.lines().prefix(2).map { $0 + "\n" }.joined()
    try Data(kept.utf8).write(to: events.appending(path: name))
    try tool.sheet("a.csv", ["Ny Person", "Mer Ny"], header: "Navn")
    let ran = try tool.run("import", "a.csv", "--kind", "persons", "--json")
    #expect(ran.code == 3, "\(ran.out)\(ran.err)")
    #expect(ran.err.contains("register-taken"))
    let register = tool.folder.appending(path: "register/persons.json")
    #expect(try String(contentsOf: register, encoding: .utf8).contains("Frivillig Ærlig"))
  }

  @Test func `without the register nobody is new`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try FileManager.default.removeItem(at: tool.folder.appending(path: "register"))
    try tool.sheet("a.csv", ["Frivillig Alfa"], header: "Navn")
    try tool.refused("import", "a.csv", "--kind", "persons", code: "register-lost")
  }

  @Test func `activities are added, told apart, and changed only with update`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let header = "Aktivitet;Kode;Gruppe;Kategori;I summen"
    let rows = ["Kafé;kafe;Annet;;", "Kor;;Sang;kurs;", "Kor og dans;;;;nei", "h4;;;;"]
    try tool.sheet("a.csv", rows, header: header)
    #expect(try tool.faults("a.csv").compactMap { $0.int("line") } == [5])
    try tool.sheet("a.csv", Array(rows.dropLast()), header: header)
    let json = try tool.imported("a.csv")
    #expect(json.items.compactMap { $0.text("id") } == ["i8", "kor", "kor-og-dans"])
    #expect(json.list("differing").compactMap { $0.text("id") } == ["kafe"])
    #expect(try tool.done("import", "a.csv").out.contains("group Møteplasser → Annet"))
    let update = try tool.imported("a.csv", "--update")
    #expect(update.items.compactMap { $0.text("type") } == ["import.made", "activity.changed"])
    #expect(try tool.imported("a.csv", "--update")["import"] is NSNull)
    let list = try tool.run("activity", "list", "--json").json().items
    #expect(list.first { $0.text("code") == "kafe" }?.text("group") == "Annet")
    #expect(list.first { $0.text("code") == "kor-og-dans" }?["counted"] as? Bool == false)
  }

  @Test func `names that would have one code get two`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let rows = ["Språkkafé på biblioteket A", "Språkkafé på biblioteket B", "Kafé 2", "S12."]
    try tool.sheet("a.csv", rows.map { $0 + ";" }, header: "Aktivitet;Gruppe")
    let codes = try tool.imported("a.csv", "--kind", "activities").items.dropFirst()
    #expect(
      codes.compactMap { $0.text("id") } == [
        "sprakkafe-pa-bi", "sprakkafe-pa--2", "kafe-2", "s12-2",
      ])
  }

  @Test func `shifts and sign-ups are known by what they are`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let header = "Aktivitet;Dato;Fra kl.;Til kl.;Plasser"
    try tool.sheet(
      "plan.csv",
      ["Kafé;07.09.2024;18.00;22.00;1", "Kafé;07.09.2024;22;02;", "Kafé;7.9.2024;22.00;02.00;"],
      header: header)
    #expect(
      try tool.imported("plan.csv").items.compactMap { $0.text("id") } == ["i8", "s9", "s10"])
    #expect(try tool.imported("plan.csv")["import"] is NSNull)
    let rows = ["Kafé;7.9.2024;18.00;Frivillig Alfa", "Kafé;7.9.2024;18.00;Frivillig Beta"]
    try tool.sheet("med.csv", rows, header: "Aktivitet;Dato;Fra kl.;Navn")
    #expect(
      try tool.imported("med.csv").items.compactMap { $0.text("id") } == ["i11", "u12", "u13"])
    #expect(try tool.lines().last?.contains(#""waiting":true"#) == true)
    #expect(try tool.imported("med.csv")["import"] is NSNull)
    // Who has withdrawn is not signed up again by an old list.
    try tool.done("signup", "withdraw", "s9", "p4")
    let again = try tool.done("import", "med.csv").out
    #expect(again.contains("u13 was withdrawn, and is not signed up again"), "\(again)")
    try tool.sheet(
      "med.csv", ["Kafé;7.9.2024;19.00;Frivillig Alfa"], header: "Aktivitet;Dato;Fra kl.;Navn")
    #expect(
      try tool.faults("med.csv").first?.text("expected")?.contains("no shift of kafe") == true)
    try tool.sheet("plan.csv", ["Kafé;07.09.2024;18.00;22.00;3"], header: header)
    #expect(try tool.imported("plan.csv")["import"] is NSNull)
    try tool.done("import", "plan.csv", "--update")
    try tool.done("undo", "i8", "--cascade")
    try tool.done("audit")
  }
}
