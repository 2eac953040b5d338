// The tool's audit and the independent verifier over the tampered ledgers: the same verdict. Which
// finding each attack must give stands here, so that both could not be wrong together in silence.

import Foundation
import Testing

struct TamperedTests {
  /// The first finding of each attack; nil where a bare chain cannot see it.
  static let expected: [(folder: String, finding: String?)] = [
    ("binary-junk", "6:line-damaged"), ("broken-transaction", "1:opening-wrong"),
    ("byte-order-mark", "1:line-damaged"), ("carriage-returns", "1:line-damaged"),
    ("changed-and-next-patched", "10:chain-broken"), ("changed-minutes", "8:chain-broken"),
    ("changed-with-own-hash", "9:chain-broken"), ("command-reused", "8:transaction-broken"),
    ("cut-after-transaction", nil), ("cut-in-line", "13:tail-unfinished"),
    ("decomposed-text", "4:line-damaged"), ("doubled-line", "9:number-wrong"),
    ("dropped-line", "8:number-wrong"), ("flipped-bit", "8:chain-broken"),
    ("marked-damaged", "0:write-stopped"), ("newline-missing", "14:newline-missing"),
    ("not-opened", "1:opening-wrong"), ("rewritten-history", nil),
    ("second-spelling", "8:line-damaged"), ("stray-file", "0:file-stray"),
    ("swapped-lines", "4:number-wrong"), ("time-backwards", "4:segment-wrong"),
    ("torn-kept", "0:torn-kept"), ("unknown-type", "4:type-unknown"),
    ("unknown-version", "4:type-unknown"), ("untouched", nil), ("white-space", "8:line-damaged"),
    ("wrong-segment", "1:segment-wrong"),
  ]

  static let fixtures = Tool.repository.appending(path: "Tests/Fixtures/tampered")

  @Test(arguments: expected)
  func `audit names the first fault of an attack`(folder: String, finding: String?) throws {
    let tool = Tool(in: Self.fixtures.appending(path: folder))
    let ran = try tool.run("audit", "--json")
    let answer = try ran.json()
    let findings = try #require(answer["findings"] as? [[String: Any]])
    let first = findings.first.map { "\($0["line"] ?? "?"):\($0["id"] ?? "?")" }
    #expect(first == finding)
    let fails = finding != nil && finding != "0:torn-kept"
    #expect(ran.code == (fails ? 3 : 0))
    #expect(answer["ok"] as? Bool == !fails)
  }

  @Test func `every fixture is expected here`() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.fixtures.path)
      .filter { $0 != "README.md" }
    #expect(Set(folders) == Set(Self.expected.map(\.folder)))
  }

  @Test(.enabled(if: python != nil, "python3 is not here: the two verifiers were NOT compared"))
  func `the independent verifier finds the same`() throws {
    let tool = Tool.products.appending(path: "dugnad").path
    let ran = try Tool.run(
      Tool.repository.appending(path: "tools/agree.sh").path, [tool], in: Tool.repository,
      ["PATH": "\(Self.pythonFolder):/usr/bin:/bin"])
    #expect(ran.code == 0, "\(ran.out)\(ran.err)")
    #expect(ran.out.split(separator: "\n").count == Self.expected.count + 1)
  }

  /// Where python3 is, if it is anywhere on the path.
  static let python = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  static var pythonFolder: String {
    python.map { URL(filePath: $0).deletingLastPathComponent().path } ?? "/usr/bin"
  }
}
