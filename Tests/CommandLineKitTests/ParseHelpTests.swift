// Help may be asked for anywhere, and an incomplete line is then no fault.

import CommandLineKit
import Testing

struct ParseHelpTests {
  @Test(arguments: [
    (["--help"], []),
    (["-h"], []),
    (["help"], []),
    (["hjelp"], []),
    (["--hjelp"], []),
    (["hours", "--help"], ["hours"]),
    (["--help", "hours", "add"], ["hours", "add"]),
    (["hours", "-h", "add"], ["hours", "add"]),
    (["hours", "add", "--help"], ["hours", "add"]),
    (["timer", "ny", "-qh"], ["hours", "add"]),
    (["hours", "add", "--note", "--help"], ["hours", "add"]),
    (["hours", "add", "--nonsense", "-h", "--minutes", "x"], ["hours", "add"]),
    (["hours", "add", "12", "13", "--help"], ["hours", "add"]),
    (["help", "hours"], ["hours"]),
    (["help", "hours", "add"], ["hours", "add"]),
    (["hjelp", "timer", "ny"], ["hours", "add"]),
    (["help", "close", "2024"], ["close"]),
    (["help", "help"], ["help"]),
    (["help", "--man", "--help"], ["help"]),
  ])
  func `help is asked for`(words: [String], path: [String]) throws {
    let match = try parse(words, root: Sample.root)
    #expect(match.helpAsked)
    #expect(match.path == path)
  }

  @Test func `after two dashes it is a word`() throws {
    let match = try parse(["hours", "add", "-m1", "12", "--", "--help"], root: Sample.root)
    #expect(!match.helpAsked)
    #expect(match.arguments.all(Sample.helpers) == ["--help"])
  }

  @Test func `what can be read is there, so that help may speak the language asked for`() throws {
    let match = try parse(["hours", "add", "--bok", "x", "--help"], root: Sample.root)
    #expect(match.arguments[Sample.book] == "x")
  }

  @Test func `a declared help command runs when it is given a parameter of its own`() throws {
    let man = try parse(["help", "--man"], root: Sample.root)
    #expect(!man.helpAsked && man.path == ["help"])
    let script = try parse(["hjelp", "--completions", "bash"], root: Sample.root)
    #expect(script.arguments[Sample.shell] == "bash")
    let common = try parse(["help", "--book", "x", "hours"], root: Sample.root)
    #expect(common.helpAsked && common.path == ["hours"])
  }

  @Test func `help on a misspelled command says so`() {
    #expect(
      problems(["help", "huors"])
        == [.unknownCommand("huors", path: [], suggestions: ["hours"])])
    #expect(
      problems(["hours", "ad", "--help"])
        == [.unknownCommand("ad", path: ["hours"], suggestions: ["add"])])
  }
}
