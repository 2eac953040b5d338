// Facts become sentences with the words that are passed in.

import CommandLineKit
import Testing

struct UsageErrorTextTests {
  private func text(_ words: [String]) -> String {
    do throws(UsageError) {
      _ = try parse(words, root: Sample.root)
      return ""
    } catch {
      return error.text(words: .short, program: "sample").joined(separator: "\n")
    }
  }

  @Test func `three unknown options make one message`() {
    #expect(
      text(["hours", "correct", "--minuter=1", "--yyy", "-z"]) == """
        no option --minuter. Perhaps --minutter?
        no option --yyy.
        no option -z.
        Usage: sample hours correct [options]
        See sample hours correct --help
        """)
  }

  @Test(arguments: [
    (["hous"], "no command hous. Perhaps hours?"),
    (["hours", "sub"], "no command sub after hours."),
    (["add"], "no command add. Perhaps hours add or enrolment add?"),
    (["hours"], "hours needs one of add, correct."),
    (["hours", "correct", "--minutes"], "--minutes needs N."),
    (["hours", "correct", "--minutes", "--json"], "--minutes needs N, not --json."),
    (["hours", "correct", "--json=1"], "--json takes no value, not 1."),
    (["hours", "correct", "-m1", "-m1"], "-m stands twice."),
    (["hours", "correct", "-mx"], "-m: 'x' is not a whole number."),
    (["export", "cvs"], "FORM: 'cvs' is none of csv, json, ics. Perhaps csv?"),
    (["hours", "add"], "missing: PERSON, --minutes N."),
    (["close", "1", "2", "3"], "too much: 2, 3."),
  ])
  func `each problem has its sentence`(words: [String], sentence: String) {
    #expect(text(words).split(separator: "\n").first.map(String.init) == sentence)
  }

  @Test func `at the root the usage line names the program alone`() {
    #expect(
      text(["zzzz"]) == """
        no command zzzz.
        Usage: sample [COMMAND] [options]
        See sample --help
        """)
  }
}
