// Words in, a command and its arguments out: the lines that are understood.

import CommandLineKit
import Testing

/// What a line means, in a form that is easy to write down.
struct Meaning: Equatable, CustomTestStringConvertible {
  var path = ["hours", "add"]
  var person: Int? = 12
  var minutes: Int? = 90
  var note: String?
  var tags: [String] = []
  var helpers: [String] = []
  var flags = ""
  var book: String?

  var testDescription: String { "\(path) \(String(describing: minutes)) \(flags)" }
}

struct ParseTests {
  private func meaning(_ words: [String]) throws -> Meaning {
    let match = try parse(words, root: Sample.root)
    let given = match.arguments
    return Meaning(
      path: match.path, person: given[Sample.person], minutes: given[Sample.minutes],
      note: given[Sample.note], tags: given.all(Sample.tag), helpers: given.all(Sample.helpers),
      flags: (given[Sample.quiet] ? "q" : "") + (given[Sample.verbose] ? "v" : ""),
      book: given[Sample.book])
  }

  @Test(arguments: [
    (["hours", "add", "12", "--minutes", "90"], Meaning()),
    (["hours", "add", "12", "--minutes=90"], Meaning()),
    (["hours", "add", "12", "-m", "90"], Meaning()),
    (["hours", "add", "12", "-m90"], Meaning()),
    (["hours", "add", "12", "-m=90"], Meaning()),
    (["hours", "add", "12", "--minutter", "90"], Meaning()),
    (["timer", "ny", "12", "--minutter=90"], Meaning()),
    (["hours", "add", "--minutes", "90", "12"], Meaning()),
    (["--minutes", "90", "hours", "add", "12"], Meaning()),
    (["hours", "-m90", "add", "12"], Meaning()),
    (["hours", "add", "--minutes", "90", "--", "12"], Meaning()),
    (["hours", "add", "--minutes", "90", "-12"], Meaning(person: -12)),
    (["hours", "add", "12", "--minutes", "-90"], Meaning(minutes: -90)),
    (["hours", "add", "12", "-m-90"], Meaning(minutes: -90)),
    (["hours", "add", "12", "-qvm90"], Meaning(flags: "qv")),
    (["hours", "add", "12", "-q", "-v", "-m", "90"], Meaning(flags: "qv")),
    (["hours", "add", "12", "-m90", "--note="], Meaning(note: "")),
    (["hours", "add", "12", "-m90", "--note", ""], Meaning(note: "")),
    (["hours", "add", "12", "-m90", "-n="], Meaning(note: "")),
    (["hours", "add", "12", "-m90", "--note", "-"], Meaning(note: "-")),
    (["hours", "add", "12", "-m90", "--note=--json"], Meaning(note: "--json")),
    (["hours", "add", "12", "-m90", "--note", "help"], Meaning(note: "help")),
    (["hours", "add", "12", "-m90", "--tag", "a", "--tag=b"], Meaning(tags: ["a", "b"])),
    (["hours", "add", "12", "a", "-m90", "-", "help"], Meaning(helpers: ["a", "-", "help"])),
    (["hours", "add", "12", "-m90", "--", "-q", "--"], Meaning(helpers: ["-q", "--"])),
    (["--book", "x", "hours", "add", "12", "-m90"], Meaning(book: "x")),
    (["hours", "add", "12", "-m90", "--bok=x"], Meaning(book: "x")),
  ])
  func `a line means`(words: [String], expected: Meaning) throws {
    #expect(try meaning(words) == expected)
  }

  @Test func `no words at all run the root`() throws {
    let match = try parse([], root: Sample.root)
    let diary = Diary()
    try match.spec.run?(match.arguments, diary)
    #expect(diary.lines == ["status"])
  }

  @Test func `a command reads back what it declared`() throws {
    let match = try parse(["timer", "ny", "12", "-m", "90"], root: Sample.root)
    let diary = Diary()
    try match.spec.run?(match.arguments, diary)
    #expect(diary.lines == ["hours add", "12 90"])
    #expect(match.arguments.has(Sample.minutes) && !match.arguments.has(Sample.note))
    #expect(match.arguments[Sample.json] == false, "a flag of another command was not given")
  }

  @Test func `letters with marks are equal however they are composed`() throws {
    #expect(try parse(["påmelding"], root: Sample.root).path == ["enrolment"])
    #expect(try parse(["pa\u{30A}melding", "ny"], root: Sample.root).path == ["enrolment", "add"])
  }

  @Test func `a noun that runs by itself may stand alone`() throws {
    #expect(try parse(["enrolment"], root: Sample.root).path == ["enrolment"])
  }

  @Test func `an optional operand may be left out`() throws {
    #expect(try parse(["close"], root: Sample.root).arguments[Sample.year] == nil)
    #expect(try parse(["close", "2024"], root: Sample.root).arguments[Sample.year] == 2024)
  }

  @Test func `of one key declared anew below, the nearest counts`() throws {
    let match = try parse(["hours", "correct", "--json", "--most", "5"], root: Sample.root)
    #expect(match.arguments[Sample.json])
    #expect(match.arguments[Sample.most] == 5)
  }

  @Test func `a declaration below replaces the one that is handed down`() throws {
    let place = Parameter.option("place", placeholder: "X")
    let leaf = CommandSpec<Void>(
      "leaf", summary: ".", parameters: [ParameterSpec(place, help: "Mine.")], run: { _, _ in })
    let root = CommandSpec<Void>(
      "root", summary: ".",
      parameters: [ParameterSpec(place, help: "Above.", required: true, everywhere: true)],
      subcommands: [leaf])
    let match = try parse(["leaf"], root: root)
    #expect(match.description.parameters.map(\.help) == ["Mine."])
  }

  @Test func `an operand and an option may have the same name`() throws {
    let operand = Parameter.operand("person")
    let option = Parameter.option("person", placeholder: "ID")
    let root = CommandSpec<Void>(
      "merge", summary: ".",
      parameters: [ParameterSpec(operand, help: "."), ParameterSpec(option, help: ".")],
      run: { _, _ in })
    let given = try parse(["a", "--person", "b"], root: root).arguments
    #expect(given[operand] == "a" && given[option] == "b")
  }

  @Test func `every line of up to three words is understood or refused with a reason`() {
    let alphabet = [
      "hours", "ny", "12", "-m", "-m90", "-qx", "--minutes", "--minutes=", "--note", "--json=1",
      "--tag", "--nope", "--", "-", "-3", "", "help", "-h", "export", "csv", "close", "add",
    ]
    var lines: [[String]] = [[]]
    for length in 1...3 {
      let shorter = lines.filter { $0.count == length - 1 }
      lines += shorter.flatMap { line in alphabet.map { line + [$0] } }
    }
    for line in lines {
      do throws(UsageError) {
        let match = try parse(line, root: Sample.root)
        if !match.helpAsked && match.spec.run == nil { Issue.record("nothing to run: \(line)") }
        if match.path != match.arguments.path { Issue.record("two paths: \(line)") }
      } catch {
        if error.problems.isEmpty { Issue.record("no reason: \(line)") }
      }
    }
  }
}
