// The lines that are refused, and with which facts.

import CommandLineKit
import Testing

struct ParseErrorTests {
  @Test(arguments: [
    // Commands.
    (["hous"], [UsageError.Problem.unknownCommand("hous", path: [], suggestions: ["hours"])]),
    (["hours", "dad"], [.unknownCommand("dad", path: ["hours"], suggestions: ["add"])]),
    (["pamelding"], [.unknownCommand("pamelding", path: [], suggestions: ["påmelding"])]),
    (["zzz", "--nonsense"], [.unknownCommand("zzz", path: [], suggestions: [])]),
    ([""], [.unknownCommand("", path: [], suggestions: [])]),
    (["add", "hours"], [.unknownCommand("add", path: [], suggestions: ["hours add"])]),
    (["add"], [.unknownCommand("add", path: [], suggestions: ["hours add", "enrolment add"])]),
    (["hours"], [.missingCommand(path: ["hours"], choices: ["add", "correct"])]),
    (["hours", "help"], [.unknownCommand("help", path: ["hours"], suggestions: [])]),
    (["--", "hours"], [.surplus(["hours"])]),
    // Options.
    (
      ["hours", "correct", "--minut", "3"],
      [
        .unknownOption("--minut", suggestions: ["--minutes"])
      ]
    ),
    (
      ["hours", "correct", "--minuter=3"],
      [
        .unknownOption("--minuter", suggestions: ["--minutter"])
      ]
    ),
    (
      ["hours", "correct", "--xx", "--yyy=1", "-z"],
      [
        .unknownOption("--xx", suggestions: []), .unknownOption("--yyy", suggestions: []),
        .unknownOption("-z", suggestions: []),
      ]
    ),
    (["hours", "correct", "--xx", "--xx"], [.unknownOption("--xx", suggestions: [])]),
    (["hours", "correct", "-zqx"], [.unknownOption("-z", suggestions: [])]),
    (["hours", "correct", "-M", "3"], [.unknownOption("-M", suggestions: ["-m"])]),
    (
      ["hours", "correct", "-minutes", "3"],
      [
        .unknownOption("-minutes", suggestions: ["--minutes"])
      ]
    ),
    (
      ["hours", "correct", "-minutes=3"],
      [
        .unknownOption("-minutes", suggestions: ["--minutes"])
      ]
    ),
    (["hours", "correct", "--note", "x"], [.unknownOption("--note", suggestions: [])]),
    (["close", "--json"], [.unknownOption("--json", suggestions: [])]),
    (["hours", "correct", "--json=yes"], [.unexpectedValue("--json", value: "yes")]),
    (["hours", "correct", "--json="], [.unexpectedValue("--json", value: "")]),
    (["hours", "add", "1", "-m1", "-q=1"], [.unexpectedValue("-q", value: "1")]),
    (["hours", "correct", "--minutes", "1", "--minutes", "2"], [.repeated("--minutes")]),
    (["hours", "correct", "--minutes", "1", "-m2", "-m3"], [.repeated("-m")]),
    (["hours", "correct", "--minutes=1", "--minutter=1"], [.repeated("--minutter")]),
    (["hours", "correct", "--json", "--json"], [.repeated("--json")]),
    (
      ["hours", "correct", "--minutes"],
      [
        .missingValue("--minutes", placeholder: "N", next: nil)
      ]
    ),
    (
      ["hours", "correct", "--minutes", "--json"],
      [
        .missingValue("--minutes", placeholder: "N", next: "--json")
      ]
    ),
    (
      ["hours", "correct", "-m", "--", "3"],
      [
        .missingValue("-m", placeholder: "N", next: "--"), .surplus(["3"]),
      ]
    ),
    (
      ["hours", "correct", "--minutes=", "3"],
      [
        .badValue("--minutes", text: "", expected: "number"), .surplus(["3"]),
      ]
    ),
    (
      ["hours", "correct", "--most=x"],
      [.badValue("--most", text: "x", expected: "number")]
    ),
    (["hours", "correct", "-mx"], [.badValue("-m", text: "x", expected: "number")]),
    // Operands.
    (["hours", "correct", "3", "4"], [.surplus(["3", "4"])]),
    (["close", "x"], [.badValue("ÅR", text: "x", expected: "number")]),
    (["export"], [.missing(["FORM"])]),
    (
      ["export", "cvs"],
      [
        .notAChoice("FORM", text: "cvs", choices: ["csv", "json", "ics"], suggestions: ["csv"])
      ]
    ),
    (["hours", "add"], [.missing(["PERSON", "--minutes N"])]),
    (
      ["help", "--completions", "bsh"],
      [
        .notAChoice(
          "--completions", text: "bsh", choices: ["bash", "zsh", "fish"],
          suggestions: ["bash", "zsh"])
      ]
    ),
    // Several at once, but none that follows from another.
    (
      ["hours", "add", "x", "-my", "--json"],
      [
        .badValue("-m", text: "y", expected: "number"), .unknownOption("--json", suggestions: []),
      ]
    ),
    (
      ["hours", "add", "--minuts", "90", "12"],
      [
        .unknownOption("--minuts", suggestions: ["--minutes"])
      ]
    ),
    (
      ["hours", "add", "x", "--xx=1"],
      [
        .unknownOption("--xx", suggestions: []), .badValue("PERSON", text: "x", expected: "number"),
        .missing(["--minutes N"]),
      ]
    ),
  ])
  func `a line is refused`(words: [String], expected: [UsageError.Problem]) {
    #expect(problems(words) == expected)
  }

  @Test func `an error keeps what could be read, and the command it was found in`() throws {
    let error = #expect(throws: UsageError.self) {
      try parse(["timer", "rett", "--json", "--book=x", "--nope"], root: Sample.root)
    }
    #expect(error?.understood[Sample.json] == true)
    #expect(error?.understood[Sample.book] == "x")
    #expect(error?.command.path == ["hours", "correct"])
  }

  @Test func `an unknown command keeps the common options too`() throws {
    let error = #expect(throws: UsageError.self) {
      try parse(["nonsense", "--book", "x"], root: Sample.root)
    }
    #expect(error?.understood[Sample.book] == "x")
  }
}
