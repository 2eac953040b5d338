// A ledger that may only be read: on a memory stick, in the auditor's hands.

import Foundation
import Testing

struct ReadOnlyTests {
  /// Whom nothing is forbidden must step down to be forbidden something.
  static let steps: [String] =
    NSUserName() == "root" ? ["/usr/bin/setpriv", "--reuid=65534", "--clear-groups"] : []
  static let canStepDown =
    steps.isEmpty || FileManager.default.isExecutableFile(atPath: steps[0])

  @Test(.enabled(if: canStepDown, "SKIPPED: root without setpriv cannot be refused a file"))
  func `everything that reads works, and what writes is refused with the file named`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60")
    try FileManager.default.removeItem(at: tool.folder.appending(path: "register"))
    _ = try Tool.run("/bin/chmod", ["-R", "a-w,a+rX", tool.folder.path], in: tool.folder)
    defer { _ = try? Tool.run("/bin/chmod", ["-R", "u+w", tool.folder.path], in: tool.folder) }
    let program = try Self.reachable()
    defer { try? FileManager.default.removeItem(atPath: program) }
    let ask = { (words: [String]) in
      let all = Self.steps + [program] + words
      return try Tool.run(all[0], Array(all.dropFirst()), in: tool.folder, tool.environment)
    }
    let before = try tool.contents()
    for words in [
      ["stats", "2024"], ["report", "year", "2024"], ["explain", "2024/hours"], ["log"],
      ["show", "h8"], ["audit"], ["replay"], ["person", "list"], [], ["undo", "--dry-run"],
    ] {
      let ran = try ask(words)
      #expect(ran.code == 0, "\(words): \(ran.err)")
    }
    for words in [
      ["undo"], ["hours", "add", "kafe", "-p", "p3", "-m", "1"], ["person", "add", "A"],
    ] {
      let ran = try ask(words)
      #expect(ran.code == 1, "\(words): \(ran.out)\(ran.err)")
      #expect(ran.err.contains(tool.folder.path), "\(ran.err)")
    }
    #expect(try tool.contents() == before)
  }

  /// A copy of the tool that anybody may run, wherever the package was built.
  private static func reachable() throws -> String {
    let copy = FileManager.default.temporaryDirectory
      .appending(path: "dugnad-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: SpecTests.tool, toPath: copy)
    _ = try Tool.run("/bin/chmod", ["755", copy], in: FileManager.default.temporaryDirectory)
    return copy
  }
}
