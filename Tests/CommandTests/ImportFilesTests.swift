// Files as people have them: those that are sheets, and those that are not.

import Foundation
import Testing

struct ImportFilesTests {
  static let sheets = ImportTableTests.sheets

  /// The four rows that several programs have saved.
  @Test(arguments: [
    "hours-excel-1252.csv", "hours-excel-utf8.csv", "hours-excel-unicode.txt", "hours-google.csv",
    "hours-mac.csv",
  ])
  func `Norwegian Excel and its relatives are read as they are`(name: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done(
      "import", Self.sheets.appending(path: name).path, "--add-persons", "--add-activities")
    let rows = try tool.standing().map {
      $0.split(separator: " ").dropFirst(2).joined(separator: " ")
    }
    #expect(Set(rows).isSuperset(of: ["2024-03-05 150", "2024-03 101640"]), "\(rows)")
    try tool.done("audit")
  }

  @Test func `a form's answers are read by the words in its questions`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let file = Self.sheets.appending(path: "forms-google.csv").path
    let ran = try tool.done("import", file, "--add-persons", "--add-activities")
    #expect(ran.out.contains("Not read: A 'Tidsmerke'"))
    #expect(try tool.standing().count == 2)
  }

  @Test func `a workbook is read through unzip, and without it there is a way`() throws {
    var tool = try Tool.small()
    defer { tool.remove() }
    let file = Self.sheets.appending(path: "hours-1904.xlsx").path
    let words = ["import", file, "--add-persons", "--add-activities"]
    tool.environment["PATH"] = tool.folder.path
    let without = try tool.run(words + ["--json"])
    #expect(without.code == 1)
    #expect(without.err.contains(#""code":"no-unzip""#), "\(without.err)")
    #expect(try tool.run(words).err.contains("File → Save As → CSV UTF-8"))
    #expect(try tool.run(words + ["--lang", "nb"]).err.contains("Fil → Lagre som → CSV UTF-8"))
    tool.environment["PATH"] = "/usr/bin:/bin"
    #expect(try tool.run(words).code == 0)
    #expect(try tool.standing() == ["sprakkafe p9 2024-03-05 150"])
  }

  @Test func `a workbook of several sheets is asked which, and each is a list of its own`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let file = Self.sheets.appending(path: "hours.xlsx").path
    let error = try tool.refused("import", file, code: "which-sheet")
    #expect(error.text("message")?.contains("«Timer»") == true)
    try tool.refused("import", file, "--sheet", "Tull", code: "no-such-sheet")
    let faults = try tool.faults(file, "--sheet", "timer", "--add-persons", "--add-activities")
    #expect(faults.count >= 2, "errors and formulas that nobody computed: \(faults)")
    #expect(try tool.run("import", file, "--sheet", "timer").err.contains("\n  row "))
  }

  @Test(arguments: [
    ("a.pdf", "%PDF-1.4 x", "not-a-sheet"), ("a.xls", "\u{D0}", "unclear-header"),
    ("a.csv", "", "unreadable-sheet"), ("a.csv", "Aktivitet;\"Navn\nx", "unreadable-sheet"),
    ("a.jsonl", "{\"seq\":1}", "not-a-sheet"), ("a.csv", "Aktivitet;Navn;Dato;Timer\n", "no-rows"),
    ("a.png", "GIF89a", "not-a-sheet"), ("a.zip", "PK\u{3}\u{4}tull", "broken-workbook"),
  ])
  func `what is no sheet is told what it is`(name: String, text: String, code: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try Data(text.utf8).write(to: tool.folder.appending(path: name))
    try tool.refused("import", name, code: code)
  }

  @Test func `old Excel, folders, links and missing files`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    try Data(old).write(to: tool.folder.appending(path: "a.xls"))
    let error = try tool.refused("import", "a.xls", code: "not-a-sheet")
    #expect(error.text("message")?.contains("password") == true)
    try tool.refused("import", "events", code: "no-file")
    try tool.refused("import", "nope.csv", code: "no-file")
    try tool.refused("import", code: "no-file", exit: 2)
    try FileManager.default.createSymbolicLink(
      atPath: tool.folder.appending(path: "l.csv").path, withDestinationPath: "a.xls")
    #expect(try tool.run("import", "l.csv").err.contains("that is a link"))
    let segment = try FileManager.default
      .contentsOfDirectory(atPath: tool.folder.appending(path: "events").path)[0]
    try tool.refused("import", "events/\(segment)", code: "not-a-sheet")
  }

  @Test func `a name that unzip would take for a pattern is not opened`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let source = Self.sheets.appending(path: "hours-1904.xlsx")
    try FileManager.default.copyItem(at: source, to: tool.folder.appending(path: "timer [1].xlsx"))
    try tool.refused("import", "timer [1].xlsx", code: "bad-file-name")
  }

  @Test(arguments: ["hours", "signups", "persons", "activities", "shifts", "table"])
  func `a template reads back`(kind: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    for language in ["nb", "nn", "en"] {
      let out = try tool.run("import", "--template", kind, "--lang", language).out
      #expect(out.hasPrefix("\u{FEFF}"))
      #expect(out.hasSuffix("\r\n"))
      #expect(out.split(separator: "\r\n").count == 2)
    }
    try tool.done("import", "--template", kind, "-o", "mal.csv")
    #expect(FileManager.default.fileExists(atPath: tool.folder.appending(path: "mal.csv").path))
  }

  @Test func `a template is filled in and imported`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("import", "--template", "hours", "-o", "mine timer.csv", "--lang", "nb")
    try tool.done("import", "mine timer.csv", "--add-persons", "--add-activities")
    #expect(try tool.standing() == ["sprakkafe p9 2024-03-05 150"])
    try tool.refused(
      "import", "--template", "hours", "-o", "events/2024.jsonl", code: "output-in-ledger", exit: 2)
    try tool.refused("import", "x.csv", "--template", "hours", code: "template-alone", exit: 2)
    try tool.refused("import", "x.csv", "--new", "--all", code: "one-way", exit: 2)
  }

  @Test func `a dry run writes nothing, and shows the figures after it`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("a.csv", ImportHoursTests.rows + ["Kafé;Helt Ny;05.03.2024;1"])
    let before = try tool.contents()
    let ran = try tool.done("import", "a.csv", "--add-persons", "--dry-run")
    #expect(ran.out.contains("2024/hours: 0 → 7.5"), "\(ran.out)")
    #expect(try tool.contents() == before)
    let json = try tool.imported("a.csv", "--add-persons", "--dry-run")
    #expect(json["dryRun"] as? Bool == true)
    #expect(json.list("changes").contains { $0.text("figure") == "2024/distinct" })
    #expect(json.items.count == 6)
  }
}
