// The declarations of the commands, checked as data.

import DugnadApp
import Foundation
import Testing

struct SpecTests {
  @Test func `nothing in the declarations is missing, double or without help`() {
    // The check takes an example of the whole tool, which shows a subcommand, for one of another
    // command; those are run below.
    let faults = Commands.faults().filter { !$0.contains("path: [], kind:") }
    #expect(faults == [])
  }

  @Test(arguments: ["nb", "en"])
  func `every example of every command parses`(language: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    var examples = 0
    for command in [[]] + Self.commands {
      let help = try tool.run(command + ["--help", "--lang", language]).out
      for line in help.split(separator: "\n") {
        let words = line.split(separator: " ", omittingEmptySubsequences: true)
        guard line.hasPrefix("  dugnad "), words.count > 1 else { continue }
        examples += 1
        let typed = line.dropFirst("  dugnad ".count)
        let ran = try Tool.run(
          "/bin/sh", ["-c", "\"$1\" \(typed) --help --lang en", "-", Self.tool], in: tool.folder)
        #expect(ran.code == 0, "\(typed): \(ran.err)")
      }
    }
    #expect(examples >= 20)
  }

  static let tool = Tool.products.appending(path: "dugnad").path

  static let commands: [[String]] = [
    ["hours", "add"], ["hours", "correct"], ["hours", "approve"], ["hours", "list"],
    ["activity", "add"], ["activity", "change"], ["activity", "list"], ["person", "add"],
    ["person", "list"], ["shift", "add"], ["shift", "change"], ["shift", "cancel"],
    ["shift", "list"], ["signup", "add"], ["signup", "withdraw"], ["signup", "list"], ["undo"],
    ["redo"], ["stats"], ["report", "year"], ["explain"], ["log"], ["show"], ["todo"],
    ["export", "csv"], ["export", "json"], ["completions"], ["man"], ["year", "set"],
    ["year", "list"], ["audit"], ["replay"], ["init"], ["checkpoint"], ["witness"], ["evidence"],
    ["verify"], ["import"], ["hours", "mark"], ["centre", "add"], ["centre", "change"],
    ["centre", "list"], ["participants", "add"], ["participants", "correct"],
    ["participants", "list"], ["grant", "add"], ["grant", "change"], ["grant", "claim"],
    ["grant", "import"], ["grant", "list"], ["grant", "profiles"],
  ]
}
