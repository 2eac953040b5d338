// An event that is added is added everywhere: in the page, in the samples of the format tests, in the
// independent verifier, in the types one can choose by.

import Foundation
import Testing

struct EventTypeTests {
  private static func text(_ path: String) throws -> String {
    try String(contentsOf: Repository.root.appending(path: path), encoding: .utf8)
  }

  /// The cases of `EventType` with their names in the log.
  static func types() throws -> [(word: String, name: String)] {
    try text("Sources/Projections/EventType.swift")
      .matches(of: /case ([a-zA-Z]+) = "([a-z.]+)"/).map { (String($0.1), String($0.2)) }
  }

  @Test func `the page, the verifier and the tool know the same events`() throws {
    let names = Set(try Self.types().map(\.name))
    #expect(names.count >= 18)
    let page = try Self.text("events/README.md").matches(of: /(?m)^\| `([a-z]+\.[a-z]+)` \|/)
    #expect(Set(page.map { String($0.1) }) == names)
    let verifier = try Self.text("tools/verify.py").matches(of: /\("([a-z]+\.[a-z]+)", 1\):/)
    #expect(Set(verifier.map { String($0.1) }) == names)
  }

  @Test func `every event has a sample that the format tests write and read`() throws {
    let samples = try Self.text("Tests/EventFormatTests/Samples.swift")
    let list = try #require(samples.firstRange(of: "static var events"))
    let end = try #require(samples[list.upperBound...].firstRange(of: "static func"))
    let lines = samples[list.upperBound..<end.lowerBound]
    for (word, name) in try Self.types() {
      #expect(lines.contains(".\(word)("), "no sample of \(name) (.\(word))")
    }
  }
}
