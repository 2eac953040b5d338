// Every fault in a declaration is found, and a sound one has none.

import Testing

@testable import CommandLineKit

struct SpecCheckTests {
  private typealias Spec = CommandSpec<Void>

  private func faults(
    _ parameters: [ParameterSpec] = [], _ subcommands: [CommandSpec<Void>] = [],
    examples: [Example] = []
  ) -> [SpecFault] {
    specFaults(
      in: CommandSpec(
        "tool", summary: "A tool.", parameters: parameters, examples: examples,
        subcommands: subcommands, run: { _, _ in }))
  }

  private func kinds(_ parameters: ParameterSpec...) -> [SpecFault.Kind] {
    faults(parameters).map(\.kind)
  }

  private func leaf(
    _ name: String, aliases: [String] = [], _ parameters: [ParameterSpec] = [],
    examples: [Example] = []
  ) -> CommandSpec<Void> {
    CommandSpec(
      name, aliases: aliases, summary: "A leaf.", parameters: parameters, examples: examples,
      run: { _, _ in })
  }

  @Test func `the sample has none`() {
    #expect(specFaults(in: Sample.root) == [])
  }

  @Test func `siblings may not answer to the same word`() {
    #expect(
      faults([], [leaf("a", aliases: ["x"]), leaf("b", aliases: ["x"])])
        == [SpecFault(path: [], kind: .sharedCommandName("x"))])
    #expect(
      faults([], [leaf("påse"), leaf("b", aliases: ["pa\u{30A}se"])]).map(\.kind)
        == [.sharedCommandName("påse")])
  }

  @Test func `parameters may not share a name or a letter`() {
    #expect(
      kinds(
        ParameterSpec(.flag("a", short: "x", aliases: ["c"]), help: "."),
        ParameterSpec(.flag("b", short: "x", aliases: ["c"]), help: "."))
        == [.sharedParameterName("c"), .sharedParameterName("x")])
    #expect(
      kinds(
        ParameterSpec(Parameter.operand("a"), help: "."),
        ParameterSpec(Parameter.operand("a"), help: ".")) == [.sharedParameterName("a")])
    #expect(
      kinds(
        ParameterSpec(Parameter.operand("a"), help: "."), ParameterSpec(.flag("a"), help: "."))
        == [])
  }

  @Test func `an inherited name counts among the parameters below`() {
    let above = ParameterSpec(.flag("all", aliases: ["alt"]), help: ".", everywhere: true)
    let below = ParameterSpec(.flag("every", aliases: ["alt"]), help: ".")
    #expect(
      faults([above], [leaf("a", [below])])
        == [SpecFault(path: ["a"], kind: .sharedParameterName("alt"))])
  }

  @Test func `a name that takes a value here takes one everywhere`() {
    let flag = ParameterSpec(.flag("on", short: "o"), help: ".")
    let option = ParameterSpec(Parameter.option("on", short: "o", placeholder: "DAY"), help: ".")
    #expect(
      faults([], [leaf("a", [flag]), leaf("b", [option])])
        == [
          SpecFault(path: ["b"], kind: .twoMeanings("--on")),
          SpecFault(path: ["b"], kind: .twoMeanings("-o")),
        ])
  }

  @Test func `names must be typable and not kept by the kit`() {
    #expect(kinds(ParameterSpec(.flag("a b"), help: ".")) == [.badName("a b")])
    #expect(kinds(ParameterSpec(.flag("a=b"), help: ".")) == [.badName("a=b")])
    #expect(kinds(ParameterSpec(.flag("-a"), help: ".")) == [.badName("-a")])
    #expect(kinds(ParameterSpec(.flag(""), help: ".")) == [.badName("")])
    #expect(kinds(ParameterSpec(.flag("a", short: "5"), help: ".")) == [.badName("5")])
    #expect(kinds(ParameterSpec(.flag("help"), help: ".")) == [.reservedName("help")])
    #expect(kinds(ParameterSpec(.flag("a", short: "h"), help: ".")) == [.reservedName("h")])
    #expect(
      faults([], [leaf("a", aliases: ["help"])]).map(\.kind) == [.reservedName("help")])
    #expect(faults([], [leaf("-a")]).map(\.kind) == [.badName("-a")])
  }

  @Test func `operands stand in an order that can be filled`() {
    let must = ParameterSpec(Parameter.operand("must"), help: ".")
    let may = ParameterSpec(Parameter.operand("may", optional: true), help: ".")
    let rest = ParameterSpec(Parameter.operand("rest", repeats: true), help: ".")
    #expect(kinds(must, may) == [])
    #expect(kinds(must, rest) == [])
    #expect(kinds(may, must) == [.requiredAfterOptional("must")])
    #expect(kinds(rest, may) == [.afterRepeated("may")])
    #expect(
      faults([must], [leaf("a")]).map(\.kind) == [.operandsBesideSubcommands])
    #expect(
      kinds(ParameterSpec(Parameter.operand("a"), help: ".", everywhere: true))
        == [.operandEverywhere("a")])
  }

  @Test func `texts are there`() {
    #expect(kinds(ParameterSpec(.flag("a"), help: "")) == [.emptyText(of: "--a")])
    #expect(
      kinds(ParameterSpec(Parameter.option("a", placeholder: ""), help: "."))
        == [.emptyText(of: "a")])
    #expect(
      specFaults(in: Spec("a", summary: "", run: { _, _ in })).map(\.kind)
        == [.emptyText(of: "a")])
    #expect(specFaults(in: Spec("a", summary: ".")).map(\.kind) == [.doesNothing])
  }

  @Test func `what is required makes sense`() {
    #expect(
      kinds(ParameterSpec(.flag("a"), help: ".", required: true)) == [.pointlessRequired("a")])
    let option = Parameter.option("b", placeholder: "B")
    #expect(
      kinds(ParameterSpec(option, help: ".", required: true, defaultText: "x"))
        == [.pointlessRequired("b")])
  }

  @Test func `examples are understood, by the command they stand at`() {
    let year = ParameterSpec(Parameter.operand("year"), help: ".")
    let good = Example("close 2024", "Closes 2024.")
    let refused = Example("close", "Forgets the year.")
    let elsewhere = Example("open", "Speaks of another command.")
    #expect(
      faults([], [leaf("close", [year], examples: [good, refused, elsewhere]), leaf("open")])
        == [
          SpecFault(path: ["close"], kind: .exampleFails("close")),
          SpecFault(path: ["close"], kind: .exampleFails("open")),
        ])
  }

  @Test(arguments: [
    ("a  b", ["a", "b"]), ("a 'b c' \"d 'e\"", ["a", "b c", "d 'e"]), ("a '' b", ["a", "", "b"]),
    ("a=\"b c\"d", ["a=b cd"]), ("a > f.csv", ["a"]), ("a 'x|y' | less", ["a", "x|y"]), ("", []),
  ])
  func `example lines are split as a shell would`(line: String, words: [String]) {
    #expect(shellWords(line) == words)
  }
}
