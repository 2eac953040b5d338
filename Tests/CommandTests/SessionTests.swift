// What README and the format page show is run, and must come out as it stands there.

import Foundation
import Testing

struct SessionTests {
  @Test func `README's session comes out as printed`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let text = try String(contentsOf: Tool.repository.appending(path: "README.md"), encoding: .utf8)
    let steps = try #require(Session(after: "<!-- session -->", in: text)?.steps)
    #expect(steps.count >= 6)
    for step in steps { try check(step, in: tool.folder) }
  }

  @Test func `a coordinator's year comes out as the tutorial tells it`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let text = try String(contentsOf: Tool.repository.appending(path: "README.md"), encoding: .utf8)
    let steps = try Session.steps(
      in: text, between: "<!-- tutorial -->", "<!-- end of tutorial -->")
    #expect(steps.count >= 20)
    for step in steps { try check(step, in: tool.folder, language: "nb_NO.UTF-8") }
  }

  @Test(.enabled(if: Python.path != nil, "SKIPPED: no python3, README's check is NOT run"))
  func `what an auditor runs comes out as printed`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let copy = FileManager.default
    try copy.copyItem(
      at: Tool.repository.appending(path: "events"), to: tool.folder.appending(path: "events"))
    try copy.createDirectory(
      at: tool.folder.appending(path: "tools"), withIntermediateDirectories: false)
    try copy.copyItem(
      at: Tool.repository.appending(path: "Sources/Evidence/Checkers/verify.py"),
      to: tool.folder.appending(path: "tools/verify.py"))
    let text = try String(contentsOf: Tool.repository.appending(path: "README.md"), encoding: .utf8)
    let steps = try Session.steps(
      in: text, between: "<!-- check us -->", "<!-- end of check us -->")
    #expect(steps.count >= 7)
    for step in steps { try check(step, in: tool.folder) }
  }

  @Test func `a line of the log is checked by hand as the format page says`() throws {
    let page = try String(
      contentsOf: Tool.repository.appending(path: "events/README.md"), encoding: .utf8)
    let session = try #require(Session(after: "One line is checked by hand", in: page))
    // The variable of the first command is used by the others: one shell for all.
    let script = session.steps.map(\.command).joined(separator: "\n")
    let ran = try Tool.run("/bin/sh", ["-c", script], in: Tool.repository)
    #expect(ran.out.split(separator: "\n").map(String.init) == session.steps.flatMap(\.output))
    let digits = try #require(session.steps.last?.output.first)
    let log = try String(
      contentsOf: Tool.repository.appending(path: "events/2024.jsonl"), encoding: .utf8)
    #expect(log.prefix { $0 != "\n" }.hasSuffix("\"hash\":\"\(digits)\"}"))
  }

  private func check(
    _ step: Session.Step, in folder: URL, language: String = "en_US.UTF-8"
  ) throws {
    let ran = try Tool.run(
      "/bin/sh", ["-c", step.command], in: folder,
      [
        "PATH": Tool.products.path + ":/usr/bin:/bin", "LANG": language,
      ])
    #expect(ran.code == 0, "\(step.command): \(ran.err)")
    // What is printed has hard spaces between number and unit; what people copy has not.
    let printed = ran.out.replacingOccurrences(of: "\u{A0}", with: " ").split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
    for (index, expected) in step.output.enumerated() {
      // A line that is only an ellipsis stands for all the rest.
      if expected == "…" { return }
      let line = printed.indices.contains(index) ? printed[index] : "(nothing)"
      #expect(
        matches(line, expected), "\(step.command)\n  expected: \(expected)\n  printed:  \(line)")
    }
    #expect(printed.count == step.output.count + 1, "\(step.command) printed more: \(ran.out)")
  }

  /// Whether a line is as expected, `…` standing for anything.
  private func matches(_ line: String, _ expected: String) -> Bool {
    var rest = Substring(line)
    let parts = expected.components(separatedBy: "…")
    for (index, part) in parts.enumerated() {
      if index == 0 {
        guard rest.hasPrefix(part) else { return false }
        rest = rest.dropFirst(part.count)
      } else if index == parts.count - 1 {
        return rest.hasSuffix(part)
      } else {
        guard let range = rest.range(of: part) else { return false }
        rest = rest[range.upperBound...]
      }
    }
    return rest.isEmpty
  }
}

/// A fenced session: lines that begin with `$ ` are typed, the others are what comes out.
struct Session {
  struct Step {
    let command: String
    var output: [String] = []
  }

  var steps: [Step] = []

  /// The steps of every session between two marks.
  static func steps(in text: String, between first: String, _ last: String) throws -> [Step] {
    let start = try #require(text.range(of: first))
    let end = try #require(text.range(of: last))
    var rest = String(text[start.upperBound..<end.lowerBound])
    var steps: [Step] = []
    while let block = Session(after: "", in: rest) {
      steps += block.steps
      guard let fence = rest.range(of: "```console\n"),
        let close = rest[fence.upperBound...].range(of: "\n```")
      else { break }
      rest = String(rest[close.upperBound...])
    }
    return steps
  }

  init?(after mark: String, in text: String) {
    guard let start = mark.isEmpty ? text.startIndex..<text.startIndex : text.range(of: mark),
      let opening = text[start.upperBound...].range(of: "```console\n"),
      let closing = text[opening.upperBound...].range(of: "\n```")
    else { return nil }
    let lines = text[opening.upperBound..<closing.lowerBound].split(
      separator: "\n", omittingEmptySubsequences: false)
    for line in lines {
      if line.hasPrefix("$ ") {
        steps.append(Step(command: String(line.dropFirst(2))))
      } else if !steps.isEmpty {
        steps[steps.count - 1].output.append(String(line))
      }
    }
  }
}
