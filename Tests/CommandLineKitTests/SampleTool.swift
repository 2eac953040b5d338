// A small tool with everything a tool may have, and a short set of English words.

import CommandLineKit

/// What ran: commands write their path and what they got.
final class Diary {
  var lines: [String] = []
}

enum Sample {
  static let book = Parameter.option("book", aliases: ["bok"], placeholder: "DIR")
  static let json = Parameter.flag("json")
  static let quiet = Parameter.flag("quiet", short: "q")
  static let verbose = Parameter.flag("verbose", short: "v")
  static let minutes = Parameter<Int>.option(
    "minutes", short: "m", aliases: ["minutter"], placeholder: "N", parse: number)
  static let most = Parameter.option(
    "most", placeholder: "N", expected: "number", parse: { Int($0) })
  static let note = Parameter.option("note", short: "n", aliases: ["merknad"], placeholder: "TEXT")
  static let tag = Parameter.option("tag", placeholder: "WORD", repeats: true)
  static let person = Parameter<Int>.operand("person", parse: number)
  static let helpers = Parameter.operand("helper", optional: true, repeats: true)
  static let form = Parameter.operand("form", choices: ["csv", "json", "ics"])
  static let year = Parameter.operand("år", optional: true) { text throws(BadValue) in
    guard let year = Int(text), year > 0 else { throw BadValue(expected: "number") }
    return year
  }
  static let man = Parameter.flag("man")
  static let shell = Parameter.option(
    "completions", placeholder: "SHELL", choices: ["bash", "zsh", "fish"])

  @Sendable static func number(_ text: String) throws(BadValue) -> Int {
    guard let number = Int(text) else { throw BadValue(expected: "number") }
    return number
  }

  static let hoursAdd = CommandSpec<Diary>(
    "add", aliases: ["ny"], summary: "Note time given.",
    discussion: "The time is noted as it stands.\nNothing is rounded.",
    parameters: [
      ParameterSpec(person, help: "Who gave the time."),
      ParameterSpec(helpers, help: "Who helped."),
      ParameterSpec(minutes, help: "How long.", required: true),
      ParameterSpec(note, help: "A line to remember it by.", defaultText: "none"),
      ParameterSpec(tag, help: "A word to find it by."),
      ParameterSpec(quiet, help: "Say nothing when all is well."),
      ParameterSpec(verbose, help: "Say more."),
    ],
    examples: [
      Example("hours add 12 --minutes 90", "Ninety minutes for number twelve."),
      Example("timer ny 12 -m90 --note 'in the rain' | less", "The same, with a note."),
    ]
  ) { arguments, diary in
    diary.lines.append(arguments.path.joined(separator: " "))
    diary.lines.append("\(arguments[person] ?? 0) \(arguments[minutes] ?? 0)")
  }

  static let root = CommandSpec<Diary>(
    "sample", summary: "Shows what waits.",
    parameters: [
      ParameterSpec(book, help: "Where the book is.", everywhere: true),
      ParameterSpec(json, help: "Answer in JSON."),
    ],
    subcommands: [
      CommandSpec(
        "hours", aliases: ["timer"], group: "Time", summary: "Time given.",
        subcommands: [
          hoursAdd,
          CommandSpec(
            "correct", aliases: ["rett"], summary: "Replace an entry.",
            parameters: [
              ParameterSpec(minutes, help: "How long it was."),
              ParameterSpec(most, help: "How long at most."),
              ParameterSpec(json, help: "Answer in JSON."),
            ], run: { _, _ in }),
        ]),
      CommandSpec(
        "enrolment", aliases: ["påmelding"], group: "Time", summary: "Who comes.",
        subcommands: [CommandSpec("add", aliases: ["ny"], summary: "Enrol.", run: { _, _ in })],
        run: { _, _ in }),
      CommandSpec(
        "close", aliases: ["avslutt"], summary: "Close a year.",
        parameters: [ParameterSpec(year, help: "Which year.")], run: { _, _ in }),
      CommandSpec(
        "export", summary: "Write a file.", parameters: [ParameterSpec(form, help: "The form.")],
        run: { _, _ in }),
      CommandSpec(
        "help", aliases: ["hjelp"], summary: "Show help.",
        parameters: [
          ParameterSpec(man, help: "Write the manual page."),
          ParameterSpec(shell, help: "Write a completion script."),
        ], run: { _, _ in }),
    ],
    run: { _, diary in diary.lines.append("status") })
}

extension KitWords {
  static let short = KitWords(
    help: HelpWords(
      usage: "Usage", commands: "Commands", operands: "Words", options: "Options",
      commonOptions: "Everywhere", examples: "Examples", otherNames: "Also",
      commandPlaceholder: "COMMAND", optionsPlaceholder: "options", helpOption: "Show this.",
      required: "required", repeats: "repeats", defaultsTo: { "default \($0)" },
      oneOf: { "one of " + $0.joined(separator: ", ") }, moreHelp: { "More: \($0)" }),
    problems: ProblemWords(
      unknownCommand: { $1.isEmpty ? "no command \($0)." : "no command \($0) after \($1)." },
      missingCommand: { "\($0) needs one of \($1.joined(separator: ", "))." },
      unknownOption: { "no option \($0)." },
      missingValue: { "\($0) needs \($1)" + ($2.map { ", not \($0)." } ?? ".") },
      unexpectedValue: { "\($0) takes no value, not \($1)." },
      repeated: { "\($0) stands twice." },
      badValue: { "\($0): '\($1)' is not \($2)." },
      notAChoice: { "\($0): '\($1)' is none of \($2.joined(separator: ", "))." },
      missing: { "missing: \($0.joined(separator: ", "))." },
      surplus: { "too much: \($0.joined(separator: ", "))." },
      didYouMean: { "Perhaps \($0.joined(separator: " or "))?" }, seeHelp: { "See \($0)" }),
    expected: { $0 == "number" ? "a whole number" : $0 })
}

/// Returns the problems in `words`; none when they are understood.
func problems(_ words: [String]) -> [UsageError.Problem] {
  do throws(UsageError) {
    _ = try parse(words, root: Sample.root)
    return []
  } catch {
    return error.problems
  }
}
