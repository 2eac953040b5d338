// fish with the script loaded, asked with `complete -C`.

import CommandLineKit
import Foundation
import Testing

@Suite(.enabled(if: installed("fish") != nil, "fish is not installed"))
struct CompletionFishTests {
  private func candidates(_ line: String, _ shop: Workshop) throws -> [String] {
    try shop.run(
      #require(installed("fish")),
      ["--no-config", "-c", "source $NOTES/script; complete -C $argv[1]", line]
    ).split(separator: "\n").map { String($0) }
  }

  @Test(arguments: [
    (
      "dugtest ",
      [
        "eksport\tSkriv en fil.", "help\tVis hjelp.", "påmelding\tHvem som kommer.",
        "timer\tTid som er gitt.",
      ]
    ),
    ("dugtest hours n", ["ny\tFør tid: én gang."]),
    (
      "dugtest signup --",
      ["--book\tHvor boka er.", "--help\tShow this.", "--lang\tSpråket: nb, nn eller en."]
    ),
    ("dugtest timer ny -", CompletionFishTests.options),
    ("dugtest timer rett --when ", ["later"]),
    ("dugtest timer ny --when=kl", ["--when=kl. 18:30"]),
    ("dugtest timer ny --when å", ["år"]),
    ("dugtest --språk=n", ["--språk=nb", "--språk=nn"]),
    ("dugtest -m -5 eksport ", ["csv", "json"]),
    ("dugtest -qm 5 eksport c", ["csv"]),
    ("dugtest eksport csv fil\\ ", ["fil én.csv"]),
    ("dugtest eksport -5 f", ["fil én.csv"]),
    ("dugtest eksport csv x ", []),
    ("dugtest eksport -- c", ["csv"]),
    ("dugtest --bok=ma", ["--bok=mappe én/"]),
    ("dugtest --bok fil", []),
    ("dugtest timer ny kafe x Ol", ["Ola Test\tp2: den eldste"]),
    ("dugtest timer ny Ku", [Workshop.awkward]),
    ("dugtest timer ny \"Språkkafé i", ["Språkkafé i parken"]),
    ("dugtest -p Å", ["Åse"]),
    ("dugtest hjelp timer r", ["rett\tRett en føring."]),
    ("dugtest hjelp --completions z", ["zsh"]),
    ("dugtest nothing ", []),
  ])
  func `a line has its candidates`(line: String, expected: [String]) throws {
    let shop = try Workshop(for: .fish)
    defer { shop.remove() }
    #expect(try candidates(line, shop).sorted() == expected.sorted())
    #expect(!shop.read("asked").contains("nowhere"))
  }

  static let options = [
    "-m\tHvor lenge.", "-o\tHvor til.", "-p\tHvem.", "-q\tSi ingenting.", "--book\tHvor boka er.",
    "--help\tShow this.", "--lang\tSpråket: nb, nn eller en.", "--minutes\tHvor lenge.",
    "--output\tHvor til.", "--person\tHvem.", "--quiet\tSi ingenting.", "--when\tNår.",
  ]

  @Test func `the tool is asked with the options of the root`() throws {
    let shop = try Workshop(for: .fish)
    defer { shop.remove() }
    _ = try candidates("dugtest --bok ~/x --lang=en -m 5 timer ny -p ", shop)
    #expect(shop.read("asked") == "<persons><--bok=\(shop.folder.path)/house/x><--lang=en>\n")
  }
}
