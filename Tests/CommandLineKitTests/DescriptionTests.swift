// The tool as plain data.

import CommandLineKit
import Testing

struct DescriptionTests {
  @Test func `it holds what help and scripts need`() throws {
    let tool = ToolDescription(program: "sample", root: Sample.root)
    let hours = try #require(tool.root.subcommands.first)
    let add = try #require(hours.subcommands.first)
    #expect(add.path == ["hours", "add"] && add.aliasPath == ["timer", "ny"])
    #expect(!hours.runs && add.runs)
    #expect(add.parameters.map(\.shape.name).last == "book", "what is inherited comes last")
    #expect(add.parameters.filter(\.inherited).map(\.shape.name) == ["book"])
  }

  @Test func `a match describes its command as the whole description does`() throws {
    let tool = ToolDescription(program: "sample", root: Sample.root)
    let match = try parse(["hours", "add", "-h"], root: Sample.root)
    #expect(match.description == tool.root.subcommands.first?.subcommands.first)
  }

  @Test func `as JSON it keeps the order of fields and escapes what it must`() {
    let path = Parameter.operand("file", optional: true, completion: .file)
    let person = Parameter.option(
      "who", short: "w", placeholder: "ID", completion: .query("people"))
    let root = CommandSpec<Void>(
      "t", summary: "A \"tool\" \\ år.", discussion: "One\nTwo\t\u{1}",
      parameters: [
        ParameterSpec(path, help: "."), ParameterSpec(person, help: ".", defaultText: "me"),
      ],
      examples: [Example("x", "y")], run: { _, _ in })
    #expect(
      ToolDescription(program: "t", root: root).json == #"""
        {"schema":"tool/1","program":"t","command":{"path":[],"aliases":[],"group":"",\#
        "summary":"A \"tool\" \\ år.","discussion":"One\nTwo\t\u0001","runs":true,"parameters":[\#
        {"kind":"operand","name":"file","short":null,"aliases":[],"placeholder":"FILE","help":".",\#
        "required":false,"repeats":false,"inherited":false,"default":null,"choices":[],\#
        "completion":"file"},{"kind":"option","name":"who","short":"w","aliases":[],\#
        "placeholder":"ID","help":".","required":false,"repeats":false,"inherited":false,\#
        "default":"me","choices":[],"completion":{"query":"people"}}],\#
        "examples":[{"words":"x","meaning":"y"}],"subcommands":[]}}
        """#)
  }
}
