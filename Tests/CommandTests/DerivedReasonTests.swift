// The reason of a correction, where nobody says one: what changed speaks for it, on both roads.

import Foundation
import Testing

struct DerivedReasonTests {
  /// The words of the correction, the row of the list, and the reason they come to.
  static let changes: [([String], String, String)] = [
    (["--activity", "tur"], "Tur;Frivillig Alfa;01.03.2024;1", "wrong-activity"),
    (["-p", "p4"], "Kafé;Frivillig Beta;01.03.2024;1", "wrong-person"),
    (["--on", "2024-03-02"], "Kafé;Frivillig Alfa;02.03.2024;1", "wrong-day"),
    (["-m", "90"], "Kafé;Frivillig Alfa;01.03.2024;1,5", "wrong-minutes"),
    (["--on", "2024-03-02", "-m", "90"], "Kafé;Frivillig Alfa;02.03.2024;1,5", "other"),
  ]

  @Test(arguments: changes)
  func `what changed speaks for the reason`(words: [String], row: String, reason: String) throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60")
    #expect(try tool.run(["hours", "correct", "h8"] + words).code == 0)
    #expect(try tool.log().endsWithLine(saying: #""reason":"\#(reason)""#), "by hand")

    // In a list, a row with two changes is another row: the old one is taken back.
    if reason == "other" { return }
    let other = try Tool.small()
    defer { other.remove() }
    let kept = "Tur;Frivillig Ærlig;05.03.2024;2"
    try other.sheet("l.csv", ["Kafé;Frivillig Alfa;01.03.2024;1", kept])
    try other.done("import", "l.csv")
    try other.sheet("l.csv", [row, kept])
    try other.done("import", "l.csv", "--update")
    #expect(try other.log().endsWithLine(saying: #""reason":"\#(reason)""#), "by a list")
  }
}

extension String {
  /// Whether the last line has this in it.
  fileprivate func endsWithLine(saying text: String) -> Bool {
    split(separator: "\n").last?.contains(text) ?? false
  }
}
