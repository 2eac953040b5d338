// bash with the script loaded: asked directly, and typed at with tabs.

import CommandLineKit
import Foundation
import Testing

@Suite(.enabled(if: installed("bash") != nil, "bash is not installed"))
struct CompletionBashTests {
  /// Calls the function as readline does: the pieces it cuts, which stand between `|`; a space
  /// after a `|` is one on the line. Returns the candidates.
  private func candidates(_ pieces: String, _ shop: Workshop, type: Int = 9) throws -> [String] {
    let cut = pieces.split(separator: "|", omittingEmptySubsequences: false)
      .map { $0.hasPrefix(" ") ? String($0.dropFirst()) : String($0) }
    let line = pieces.filter { $0 != "|" }
    let program = #"""
      source "$NOTES/script"
      compopt() { :; }
      COMP_LINE=$1 COMP_POINT=${#1} COMP_TYPE=$2
      shift 2
      COMP_WORDS=("$@")
      COMP_CWORD=$(($# - 1))
      _dugtest "$1"
      for word in "${COMPREPLY[@]}"; do printf '%s\n' "$word"; done
      """#
    return try shop.run(
      #require(installed("bash")),
      ["--norc", "-c", program, "-", line, String(type)] + cut
    ).split(separator: "\n").map { String($0) }
  }

  @Test(arguments: [
    ("dugtest| ", ["timer", "påmelding", "eksport", "help"]),
    ("dugtest| p", ["påmelding"]),
    ("dugtest| hours| ", ["ny", "rett"]),
    ("dugtest| signup| -", ["--book", "--lang", "--help"]),
    ("dugtest| timer| ny| --p", ["--person"]),
    ("dugtest| timer| rett| --when| ", ["later"]),
    ("dugtest| timer| ny| --when| å", ["år"]),
    ("dugtest| --språk| ", ["nb", "nn", "en"]),
    ("dugtest| --lang|=", ["nb", "nn", "en"]),
    ("dugtest| --lang|=|n", ["nb", "nn"]),
    ("dugtest| --lang| =|n", []),
    ("dugtest| timer| ny| --when|=|kl.\\ 18|:|3", ["30"]),
    ("dugtest| --minutes| -5| eksport| ", ["csv", "json"]),
    ("dugtest| -qm| 5| eksport| ", ["csv", "json"]),
    ("dugtest| -qm5| eksport| ", ["csv", "json"]),
    ("dugtest| eksport| csv| fil\\ ", ["fil én.csv"]),
    ("dugtest| eksport| csv| x| ", []),
    ("dugtest| eksport| --| --lang| ", ["fil én.csv", "mappe én"]),
    ("dugtest| eksport| --| ", ["csv", "json"]),
    ("dugtest| timer| ny| kafe| x| y| O", ["Ola\\ Test"]),
    ("dugtest| -p| \"O", ["Ola Test"]),
    ("dugtest| hjelp| --c", ["--completions"]),
    ("dugtest| hjelp| --completions| ", ["bash", "zsh", "fish"]),
    ("dugtest| help| timer| ", ["ny", "rett"]),
    ("dugtest| nothing| ", []),
  ])
  func `a line has its candidates`(pieces: String, expected: [String]) throws {
    let shop = try Workshop(for: .bash)
    defer { shop.remove() }
    #expect(try candidates(pieces, shop).sorted() == expected.sorted())
  }

  @Test func `a list shows the words about candidates, a completion does not`() throws {
    let shop = try Workshop(for: .bash)
    defer { shop.remove() }
    let line = "dugtest| timer| ny| -p| "
    #expect(
      try candidates(line, shop, type: 63) == ["Kari  (p1)", "Ola Test  (p2: den eldste)", "Åse"])
    #expect(try candidates(line, shop) == ["Kari", "Ola\\ Test", "Åse"])
  }

  @Test func `the tool is asked with the options of the root`() throws {
    let shop = try Workshop(for: .bash)
    defer { shop.remove() }
    _ = try candidates("dugtest| --bok| ~/x| --lang|=|en| -m| 5| timer| ny| -p| ", shop)
    #expect(shop.read("asked") == "<persons><--bok=\(shop.folder.path)/house/x><--lang=en>\n")
  }

  @Test(.enabled(if: installed("script") != nil, "script is not installed"))
  func `what is completed at a terminal reaches the tool as it was meant`() throws {
    let shop = try Workshop(for: .bash)
    defer { shop.remove() }
    let got = try shop.typed(
      TypedLine.all.map { "dugtest " + $0.keys }, in: "bash --norc --noprofile -i",
      loading: "source $NOTES/script")
    #expect(got == TypedLine.all.map(\.got))
    #expect(!shop.read("printed").contains("this goes nowhere"))
  }
}
