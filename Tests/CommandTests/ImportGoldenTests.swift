// What people read before they import: the dry runs of sheets as programs save them.

import Foundation
import Testing

struct ImportGoldenTests {
  @Test(
    arguments: [
      ("excel-1252", "hours-excel-1252.csv", "nb", []),
      ("excel-1252", "hours-excel-1252.csv", "nn", []),
      ("excel-1252", "hours-excel-1252.csv", "en", []),
      ("excel-utf8", "hours-excel-utf8.csv", "nb", []),
      ("google-forms", "forms-google.csv", "nb", []),
      ("printed-table", "kongsberg-2024.tsv", "nb", ["--year", "2019"]),
      ("printed-table", "kongsberg-2024.tsv", "en", ["--year", "2019"]),
      ("workbook", "kongsberg-2024.xlsx", "nb", ["--year", "2019"]),
      ("persons", "persons.csv", "nb", []), ("activities", "activities.csv", "nb", []),
      ("faults", "hours-faults.csv", "nb", []), ("faults", "hours-faults.csv", "en", []),
    ] as [(String, String, String, [String])])
  func `dry runs`(name: String, file: String, language: String, words: [String]) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let path = ImportTableTests.sheets.appending(path: file).path
    let ran = try tool.run(
      ["import", path, "--dry-run", "--add-persons", "--add-activities", "--lang", language] + words
    )
    try expectGolden(ran.out + ran.err, "import-\(name)-\(language).txt")
  }
}
