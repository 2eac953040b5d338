// zsh with the script loaded, typed at with tabs: its completion works in its line editor only.

import CommandLineKit
import Testing

@Suite(
  .enabled(
    if: installed("zsh") != nil && installed("script") != nil, "zsh or script is not installed"))
struct CompletionZshTests {
  @Test(arguments: [
    "autoload -Uz compinit; compinit -u -D; source $NOTES/script",
    "fpath=(~ $fpath); autoload -Uz compinit; compinit -u -D",
  ])
  func `what is completed at a terminal reaches the tool as it was meant`(loading: String) throws {
    let shop = try Workshop(for: .zsh)
    defer { shop.remove() }
    let more = TypedLine(keys: "timer ny --when kl.\\ 18\t", got: "<timer><ny><--when><kl. 18:30>")
    let all = TypedLine.all + [more]
    // zsh leaves the slash out when the line goes on.
    let got = try shop.typed(
      all.map { "dugtest " + $0.keys }, in: "zsh -f -i",
      loading: "unsetopt autoremoveslash; " + loading)
    #expect(got == all.map(\.got))
  }

  @Test func `lists show the words about commands, options and candidates`() throws {
    let shop = try Workshop(for: .zsh)
    defer { shop.remove() }
    _ = try shop.typed(
      ["dugtest \t", "dugtest timer ny -\t", "dugtest --lang=en timer ny -p \t"],
      in: "zsh -f -i", loading: "autoload -Uz compinit; compinit -u -D; source $NOTES/script")
    let printed = shop.read("printed")
    for line in ["påmelding  -- Hvem som kommer.", "-- Hvor lenge.", "Ola Test  -- p2: den eldste"]
    {
      #expect(printed.contains(line))
    }
    #expect(shop.read("asked").contains("<persons><--lang=en>"))
  }
}
