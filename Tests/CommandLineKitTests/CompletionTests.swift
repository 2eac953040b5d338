// What the scripts of all shells are made from, and what they must not say.

import Testing

@testable import CommandLineKit

struct CompletionTests {
  let tables = CompletionTables(CompletionSample.tool, words: KitWords.short.help)

  @Test func `the sample is declared without a fault`() {
    #expect(specFaults(in: CompletionSample.root).isEmpty)
  }

  @Test func `every name leads to a place, and canonical names are offered`() throws {
    #expect(
      tables.places.map(\.name)
        == ["", "timer", "timer ny", "timer rett", "påmelding", "eksport", "help"])
    let noun = tables.places[1]
    #expect(noun.steps.map(\.names) == [["ny", "add"], ["rett", "correct"]])
    #expect(noun.steps.map(\.place) == ["timer ny", "timer rett"])
    #expect(noun.commands.map(\.text) == ["ny", "rett"])
    #expect(tables.helpNames == ["help", "hjelp"] && tables.helpPlace == "help")
  }

  @Test func `an option is offered by letter and name, and understood in every spelling`() {
    let add = tables.places[2]
    #expect(add.options.map(\.text).prefix(4) == ["-p", "--person", "-m", "--minutes"])
    #expect(add.options.map(\.text).suffix(3) == ["--book", "--lang", "--help"])
    #expect(tables.valued.contains("--språk") && tables.valued.contains("-p"))
    #expect(!tables.valued.contains("--quiet"), "a flag takes nothing")
    #expect(tables.handedOn == ["--book", "--bok", "--lang", "--språk"])
  }

  @Test func `values that differ from elsewhere are an exception of the place`() {
    #expect(
      tables.places[3].exceptions == [.init(spellings: ["--when"], values: .choices(["later"]))])
    #expect(tables.places[2].exceptions.isEmpty)
  }

  @Test func `meanings are one line`() {
    #expect(tables.places[0].options[1].meaning == "Språket: nb, nn eller en.")
  }

  @Test(arguments: Shell.allCases)
  func `a script is reproducible, hides what is hidden and evaluates nothing`(shell: Shell) {
    let script = CompletionSample.tool.completionScript(for: shell, words: .short)
    #expect(script == CompletionSample.tool.completionScript(for: shell, words: .short))
    #expect(script.hasSuffix("\n") && !script.contains("\t"))
    // The call to the tool is written once; nothing offers the hidden option.
    #expect(script.split(separator: "--complete ").count == 2)
    #expect(!script.contains("'--complete'") && !script.contains("Svar et skript."))
    for word in ["eval", "source ", "bash -c", "${(e)"] {
      let lines = script.split(separator: "\n").filter { !$0.hasPrefix("#") }
      #expect(!lines.contains { $0.contains(word) }, "\(shell) evaluates with \(word)")
    }
  }

  @Test func `what is hidden is understood, but neither suggested nor shown`() throws {
    let match = try parse(["hjelp", "--complete", "persons"], root: CompletionSample.root)
    #expect(match.arguments[CompletionSample.complete] == "persons" && !match.helpAsked)
    #expect(!match.description.parameters.contains { $0.shape.name == "complete" })
    let option = GivenOption(name: .long("complet"), value: nil)
    #expect(!option.suggestions(among: match.spec.parameters).contains("--complete"))
  }

  @Test(arguments: ["it's", "''", "a\\b", "$HOME `x`"])
  func `a word stands literally in bash and zsh`(word: String) throws {
    #expect(shellRead(literal(word)) == word)
  }

  /// Reads what POSIX calls single quotes and a backslash outside them.
  private func shellRead(_ text: String) -> String {
    var result = ""
    var quoted = false
    var escaped = false
    for character in text {
      if escaped {
        result.append(character)
        escaped = false
      } else if character == "'" {
        quoted.toggle()
      } else if character == "\\", !quoted {
        escaped = true
      } else {
        result.append(character)
      }
    }
    return quoted ? "open" : result
  }
}
