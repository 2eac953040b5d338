// What takes something from the ledger is asked about on a terminal: once, and not of a retry.

import Foundation
import Testing

struct AskingTests {
  private static let script = "/usr/bin/script"

  /// Runs with these words on a terminal where somebody types an answer.
  private func answer(_ word: String, _ words: String, in tool: Tool) throws -> Ran {
    try Tool.run(
      "/bin/sh",
      [
        "-c", #"printf '%s\n' "$1" | script -qec "$2" /dev/null"#, "-", word,
        "'\(SpecTests.tool)' \(words)",
      ], in: tool.folder, tool.environment)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "no terminal"))
  func `an import asks only when an update takes something from the ledger`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.sheet("l.csv", ImportHoursTests.rows)
    let first = try answer("n", "import l.csv --update", in: tool)
    #expect(first.code == 0 && !first.out.contains("Do this?"), "\(first.out)")
    try tool.sheet("l.csv", [ImportHoursTests.rows[0], "Tur;Frivillig Alfa;02.03.2024;4"])
    let before = try tool.log()
    let no = try answer("n", "import l.csv --update", in: tool)
    #expect(no.code == 1 && no.out.contains("takes back h"), "\(no.out)")
    #expect(no.out.contains("Do this?") && !no.out.contains("Would record"), "\(no.out)")
    #expect(try tool.log() == before)
    let yes = try answer("y", "import l.csv --update --once the-list.1", in: tool)
    #expect(yes.code == 0 && yes.out.contains("Do this?"), "\(yes.out)")
    let after = try tool.log()
    #expect(after != before)
    let again = try answer("y", "import l.csv --update --once the-list.1", in: tool)
    #expect(again.code == 0 && !again.out.contains("Do this?"), "\(again.out)")
    #expect(try tool.log() == after)
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: script), "no terminal"))
  func `a retry on a terminal is not asked about, and is done already`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let first = try answer("y", "undo --once take.1", in: tool)
    #expect(first.code == 0 && first.out.contains("Do this?"), "\(first.out)")
    let after = try tool.log()
    let second = try answer("y", "undo --once take.1", in: tool)
    #expect(second.code == 0 && !second.out.contains("Do this?"), "\(second.out)")
    #expect(try tool.log() == after)
  }
}
