// First stage: words by their looks.

import Testing

@testable import CommandLineKit

struct TokensTests {
  @Test(arguments: [
    (["hours"], [Token.word("hours")]),
    (["-"], [.word("-")]),
    ([""], [.word("")]),
    (["-30"], [.word("-30")]),
    (["-.5"], [.word("-.5")]),
    (["-,5"], [.word("-,5")]),
    (["-."], [.short(letters: ".")]),
    (["--minutes"], [.long(name: "minutes", value: nil)]),
    (["--minutes=90"], [.long(name: "minutes", value: "90")]),
    (["--note="], [.long(name: "note", value: "")]),
    (["--note=a=b"], [.long(name: "note", value: "a=b")]),
    (["--=x"], [.long(name: "", value: "x")]),
    (["---"], [.long(name: "-", value: nil)]),
    (["-qvm90"], [.short(letters: "qvm90")]),
    (
      ["a", "--", "--b", "--", "-c"],
      [
        .word("a"), .terminator, .literal("--b"), .literal("--"), .literal("-c"),
      ]
    ),
  ])
  func `words become tokens by their looks`(words: [String], tokens: [Token]) {
    #expect(split(words) == tokens)
  }

  @Test func `a combining mark after the equals sign belongs to the value`() {
    #expect(split(["--note=\u{301}x"]) == [.long(name: "note", value: "\u{301}x")])
  }

  @Test func `a dash with a combining mark is still an option`() {
    #expect(split(["-\u{301}x"]) == [.short(letters: "\u{301}x")])
  }
}
