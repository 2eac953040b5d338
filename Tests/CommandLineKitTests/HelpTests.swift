// Help as people see it: golden texts, and the promises about width.

import Testing

@testable import CommandLineKit

struct HelpTests {
  private func help(_ words: [String], width: Int = 80) throws -> String {
    try parse(words + ["--help"], root: Sample.root).description
      .help(words: .short, program: "sample", width: width).joined(separator: "\n")
  }

  @Test func `the overview groups the commands`() throws {
    #expect(
      try help([]) == """
        Usage: sample [COMMAND] [options]

        Shows what waits.

        Time:
          hours add      Note time given. (timer ny)
          hours correct  Replace an entry. (timer rett)
          enrolment      Who comes. (påmelding)
          enrolment add  Enrol. (påmelding ny)

        Commands:
          close          Close a year. (avslutt)
          export         Write a file.
          help           Show help. (hjelp)

        Options:
              --book, --bok DIR  Where the book is.
              --json             Answer in JSON.
          -h, --help             Show this.

        More: sample help COMMAND
        """)
  }

  @Test func `a noun shows its verbs and what it inherits`() throws {
    #expect(
      try help(["hours"]) == """
        Usage: sample hours COMMAND [options]

        Time given.

        Commands:
          add      Note time given. (ny)
          correct  Replace an entry. (rett)

        Options:
          -h, --help             Show this.

        Everywhere:
              --book, --bok DIR  Where the book is.

        Also: timer

        More: sample help hours COMMAND
        """)
  }

  @Test func `a command has a page`() throws {
    #expect(
      try help(["hours", "add"]) == """
        Usage: sample hours add --minutes N [options] PERSON [HELPER…]

        Note time given.

        The time is noted as it stands.
        Nothing is rounded.

        Words:
          PERSON                       Who gave the time.
          HELPER                       Who helped. (repeats)

        Options:
          -m, --minutes, --minutter N  How long. (required)
          -n, --note, --merknad TEXT   A line to remember it by. (default none)
              --tag WORD               A word to find it by. (repeats)
          -q, --quiet                  Say nothing when all is well.
          -v, --verbose                Say more.
          -h, --help                   Show this.

        Everywhere:
              --book, --bok DIR        Where the book is.

        Examples:
          sample hours add 12 --minutes 90
              Ninety minutes for number twelve.
          sample timer ny 12 -m90 --note 'in the rain' | less
              The same, with a note.

        Also: timer ny
        """)
  }

  @Test func `a narrow page breaks the usage line and sets long names apart`() throws {
    let text = try help(["hours", "add"], width: 44)
    #expect(
      text.hasPrefix(
        """
        Usage: sample hours add --minutes N
                      [options] PERSON [HELPER…]

        """))
    #expect(
      text.contains(
        """

          -n, --note, --merknad TEXT
                          A line to remember it by.
                          (default none)
              --tag WORD  A word to find it by.
                          (repeats)

        """))
  }

  @Test(arguments: [40, 44, 60, 79, 80, 100])
  func `lines are no longer than asked for`(width: Int) throws {
    for words in [[], ["hours"], ["hours", "add"], ["export"]] {
      for line in try help(words, width: width).split(separator: "\n")
      where !line.contains("less") {
        #expect(line.count <= width, "\(line)")
      }
    }
  }

  @Test func `choices stand in the usage line while they are short`() throws {
    #expect(try help(["export"]).hasPrefix("Usage: sample export [options] csv|json|ics\n"))
    #expect(try help(["export"]).contains("The form. (one of csv, json, ics)\n"))
  }

  @Test(arguments: [
    ("", 10, [""]), ("one two", 7, ["one two"]), ("one two", 6, ["one", "two"]),
    ("one two three", 8, ["one two", "three"]), ("abcdefghijkl m", 5, ["abcdefghijkl", "m"]),
    ("one\n\ntwo", 9, ["one", "", "two"]), ("5\u{A0}893 timer", 7, ["5\u{A0}893", "timer"]),
    ("pa\u{30A} a\u{30A}r", 5, ["på år"]), ("a   b", 9, ["a b"]),
  ])
  func `text is wrapped at spaces, counted in letters`(text: String, width: Int, lines: [String]) {
    #expect(wrap(text, width: width) == lines)
  }
}
