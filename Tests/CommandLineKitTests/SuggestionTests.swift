// What resembles what.

import Testing

@testable import CommandLineKit

struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1),
    ("abc", "abd", 1), ("abc", "abcd", 1), ("abc", "bc", 1), ("ca", "abc", 3),
    ("kitten", "sitting", 3), ("påmelding", "pamelding", 1),
  ])
  func `slips are counted, a swap as one`(left: String, right: String, slips: Int) {
    #expect(editDistance(Array(left), Array(right)) == slips)
    #expect(editDistance(Array(right), Array(left)) == slips)
  }

  @Test func `the distance agrees with a plain recursive one on all short words`() {
    func plain(_ left: ArraySlice<Character>, _ right: ArraySlice<Character>) -> Int {
      guard let a = left.last else { return right.count }
      guard let b = right.last else { return left.count }
      var best = min(
        plain(left.dropLast(), right) + 1, plain(left, right.dropLast()) + 1,
        plain(left.dropLast(), right.dropLast()) + (a == b ? 0 : 1))
      if left.dropLast().last == b, right.dropLast().last == a {
        best = min(best, plain(left.dropLast(2), right.dropLast(2)) + 1)
      }
      return best
    }
    var words: [[Character]] = [[]]
    for length in 1...4 {
      words += words.filter { $0.count == length - 1 }.flatMap { [$0 + ["a"], $0 + ["b"]] }
    }
    for left in words {
      for right in words where editDistance(left, right) != plain(left[...], right[...]) {
        Issue.record("\(left) \(right)")
      }
    }
  }

  @Test(arguments: [
    ("sprakafe", ["sprakkafe"]),
    ("SPRAKKAFE", ["sprakkafe"]),
    ("leksehelp", ["leksehjelp"]),
    ("lek", ["leksehjelp"]),
    ("log", []),
    ("l", []),
    ("zzzzzz", []),
    ("besoksven", ["besøksvenn"]),
  ])
  func `codes are found`(word: String, found: [String]) {
    let codes = ["sprakkafe", "leksehjelp", "besøksvenn", "kor", "gåtur"]
    #expect(suggestions(for: word, among: codes) == found)
  }

  @Test func `a short word does not resemble everything`() {
    #expect(suggestions(for: "log", among: ["close", "add", "undo", "redo", "show"]).isEmpty)
    #expect(suggestions(for: "ad", among: ["to", "as", "add"]) == ["add"])
  }

  @Test func `one word of a name is enough`() {
    let names = ["Kari Nordmann", "Ola Nordmann", "Aud Vik"]
    #expect(suggestions(for: "nordman", among: names) == ["Kari Nordmann", "Ola Nordmann"])
    #expect(suggestions(for: "Aud Wik", among: names) == ["Aud Vik"])
  }

  @Test func `the best stand first, no more than asked for, and none twice`() {
    let words = ["reports", "resort", "report", "deport", "report"]
    #expect(suggestions(for: "report", among: words) == ["report", "reports", "resort"])
    #expect(suggestions(for: "report", among: words, limit: 1) == ["report"])
    #expect(suggestions(for: "report", among: words, limit: 0).isEmpty)
  }

  @Test func `a far one is noise beside a near one`() {
    #expect(suggestions(for: "frivillig", among: ["frivilig", "fravilggi"]) == ["frivilig"])
    #expect(suggestions(for: "frivillig", among: ["fravilggi"]) == ["fravilggi"])
  }

  @Test func `of several spellings the nearest is shown`() {
    #expect(
      suggestions(for: "tmer", amongSpellings: [["hours", "timer", "tider"], ["close"]])
        == ["timer"])
    #expect(suggestions(for: "minuter", amongSpellings: [["minutes", "minutter"]]) == ["minutter"])
  }
}
