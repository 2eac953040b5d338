// The tampered ledgers: what each must be found to be, and that the independent verifier, which knows only
// the format page, says the same. The table stands here so that both cannot be wrong together.

import Foundation
import Testing

struct TamperedTests {
  /// The first finding and its line; nil where nothing is there to be found by a bare chain.
  static let expected: [(folder: String, finding: String?)] = [
    ("binary-junk", "line-damaged:6"), ("byte-order-mark", "line-damaged:1"),
    ("command-used-twice", "transaction-broken:17"), ("control-character", "line-damaged:10"),
    ("cut-after-transaction", nil), ("cut-before-empty-segment", "tail-unfinished:17"),
    ("cut-in-transaction", "tail-unfinished:14"), ("cut-inside-letter", "tail-unfinished:5"),
    ("cut-last-byte", "tail-unfinished:17"), ("cut-mid-line", "tail-unfinished:17"),
    ("cut-mid-line-in-transaction", "tail-unfinished:14"), ("damaged-marker", "write-stopped:0"),
    ("doubled-line", "number-wrong:11"), ("doubled-transaction", "number-wrong:13"),
    ("dropped-end-of-transaction", "number-wrong:12"), ("dropped-first", "number-wrong:1"),
    ("dropped-first-renumbered", "opening-wrong:1"), ("dropped-line", "number-wrong:6"),
    ("empty-last-line", "line-damaged:18"), ("empty-later-segment", nil),
    ("empty-line", "line-damaged:10"), ("empty-log", nil), ("flipped-byte", "chain-broken:10"),
    ("flipped-digit-of-hash", "chain-broken:5"), ("flipped-into-letter", "line-damaged:3"),
    ("founder-not-registered", "opening-wrong:1"),
    ("garbage-before-transaction", "line-damaged:17"), ("left-at-the-end", "tail-unfinished:17"),
    ("left-wrong", "transaction-broken:12"), ("line-ends-of-windows", "line-damaged:1"),
    ("line-too-long", "line-damaged:5"), ("missing-newline", "newline-missing:17"),
    ("not-opened", "opening-wrong:1"), ("not-utf8", "line-damaged:5"),
    ("nul-bytes-at-the-end", "tail-unfinished:18"), ("number-too-large", "line-damaged:10"),
    ("opened-twice", "opening-wrong:17"), ("opening-alone", "opening-wrong:1"),
    ("other-author-in-transaction", "transaction-broken:12"),
    ("other-time-in-transaction", "transaction-broken:15"), ("page-beside-the-log", nil),
    ("person-and-headcount", "line-damaged:10"), ("rewritten-line", "chain-broken:11"),
    ("rewritten-line-and-next", "chain-broken:12"), ("rewritten-to-the-end", nil),
    ("second-spelling-capitals", "line-damaged:6"),
    ("second-spelling-decomposed", "line-damaged:5"), ("second-spelling-escape", "line-damaged:5"),
    ("second-spelling-key", "line-damaged:10"), ("second-spelling-null", "line-damaged:6"),
    ("second-spelling-number", "line-damaged:10"), ("second-spelling-order", "line-damaged:10"),
    ("second-spelling-period", "line-damaged:11"), ("second-spelling-space", "line-damaged:10"),
    ("second-spelling-zero", "line-damaged:10"), ("segment-is-a-folder", "file-stray:0"),
    ("seq-gap", "number-wrong:10"), ("several-at-once", "line-damaged:3"), ("sound", nil),
    ("stray-file", "file-stray:0"), ("stray-names", "file-stray:0"),
    ("swapped-in-transaction", "number-wrong:11"), ("swapped-lines", "number-wrong:5"),
    ("time-backwards", "time-backwards:10"), ("time-that-is-none", "line-damaged:10"),
    ("torn-file", "torn-kept:0"), ("two-segments", nil), ("two-segments-cut", "newline-missing:9"),
    ("two-segments-cut-line", "line-damaged:9"), ("two-segments-lost", "number-wrong:1"),
    ("two-segments-swapped", "number-wrong:1"), ("unknown-opening-version", "type-unknown:1"),
    ("unknown-type", "type-unknown:17"), ("unknown-version", "type-unknown:10"),
    ("wrong-segment", "segment-wrong:1"), ("wrong-year", "segment-wrong:17"),
    ("closed", nil),
    ("closed-again", nil),
    ("closed-in-two-files", nil),
    ("closed-with-groups", nil),
    ("closing-above-fault", "closing-differs:26"),
    ("closing-accepted-twice", "line-damaged:26"),
    ("closing-again-as-before", "closing-differs:43"),
    ("closing-again-wrong", "closing-differs:43"),
    ("closing-below-fault", "chain-broken:10"), ("closing-below-closing", "closing-differs:26"),
    ("closing-with-fault", "transaction-broken:26"),
    ("closing-without-newline", "closing-differs:26"),
    ("closing-below-set-unknown", "type-unknown:26"),
    ("closing-codes-unsorted", "closing-differs:26"),
    ("closing-counts-undone", "closing-differs:26"),
    ("closing-digest", "closing-differs:26"),
    ("closing-distinct", "closing-differs:26"),
    ("closing-divisor", "closing-differs:26"),
    ("closing-entries", "closing-differs:26"),
    ("closing-headcount", "closing-differs:26"),
    ("closing-minutes", "closing-differs:26"),
    ("closing-participations", "closing-differs:26"),
    ("closing-rate", "closing-differs:26"),
    ("closing-root", "closing-differs:26"),
    ("closing-root-of-whole-lines", "closing-differs:26"),
    ("closing-set-unknown", "type-unknown:26"),
    ("closing-set-zero", "line-damaged:26"),
    ("closing-unfinished", "tail-unfinished:26"),
    ("closing-unknown-version", "type-unknown:26"),
    ("closing-without-rate", "closing-differs:26"),
    ("import-distinct-alone", "line-damaged:26"),
    ("import-table-without-year", "line-damaged:26"),
    ("import-year-of-hours", "line-damaged:26"),
    ("late-person-and-headcount", "line-damaged:28"),
    ("activity-marked-twice", "line-damaged:19"),
    ("centre-form-unknown", "line-damaged:60"),
    ("centre-number-of-eight", "line-damaged:18"),
    ("claim-on-a-person", "line-damaged:45"),
    ("finding-in-capitals", "line-damaged:53"),
    ("grant-amount-negative", "line-damaged:43"),
    ("grant-answer-not-boolean", "line-damaged:58"),
    ("grant-changed-out-of-order", "line-damaged:59"),
    ("grant-goal-of-zero", "line-damaged:31"),
    ("grant-kind-null", "line-damaged:30"),
    ("grant-share-beyond", "line-damaged:27"),
    ("grant-status-unknown", "line-damaged:33"),
    ("grant-without-ages", "line-damaged:54"),
    ("granted", nil),
    ("hours-mark-unknown", "line-damaged:52"),
    ("participants-ages-with-a-zero", "line-damaged:34"),
    ("participants-corrected-without-reason", "line-damaged:39"),
    ("release-of-an-amount", "line-damaged:49"),
    ("sent-above-set-unknown", "sent-differs:57"),
    ("sent-above-undo", nil),
    ("sent-before-its-grant", "sent-differs:62"),
    ("sent-below-closing", "closing-differs:57"),
    ("sent-below-fault", "chain-broken:45"),
    ("sent-below-sent", "sent-differs:57"),
    ("sent-below-set-unknown", "type-unknown:57"),
    ("sent-digest", "sent-differs:57"),
    ("sent-in-a-transaction", "sent-differs:57"),
    ("sent-late-counted", "sent-differs:65"),
    ("sent-of-nothing", "line-damaged:57"),
    ("sent-of-year-and-grant", "line-damaged:57"),
    ("sent-reopened-as-closed", "sent-differs:73"),
    ("sent-set-unknown", "type-unknown:57"),
    ("sent-set-unknown-and-size", "type-unknown:57"),
    ("sent-set-unknown-below-fault", "chain-broken:45"),
    ("sent-set-unknown-unfinished", "tail-unfinished:57"),
    ("sent-set-zero", "line-damaged:57"),
    ("sent-tree", "sent-differs:57"),
    ("sent-tree-of-one-grant", "sent-differs:57"),
    ("sent-tree-without-approvals", "sent-differs:57"),
    ("sent-tree-without-corrections", "sent-differs:57"),
    ("sent-undone-counted", "sent-differs:67"),
    ("sent-unfinished", "tail-unfinished:57"),
    ("sent-unknown-version", "type-unknown:57"),
    ("sent-whole-entries", "sent-differs:57"),
    ("sent-with-later-lines", "sent-differs:69"),
    ("sent-without-newline", "sent-differs:57"),
    ("sent-year-digest", "sent-differs:61"),
    ("sent-year-tree", "sent-differs:61"),
  ]

  static let fixtures = Tool.repository.appending(path: "Tests/Fixtures")

  static func folders(_ kind: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: fixtures.appending(path: kind).path)
      .filter { $0 != "README.md" && !$0.hasPrefix(".") }.sorted()
  }

  static func audit(_ folder: String) throws -> (code: Int32, answer: [String: Any]) {
    let ran = try Tool(in: fixtures).run("audit", "--json", "--ledger", folder)
    return (ran.code, try ran.json())
  }

  @Test(arguments: expected)
  func `audit never passes in silence, and names the first bad line`(
    folder: String, finding: String?
  ) throws {
    let (code, answer) = try Self.audit("tampered/" + folder)
    let findings = answer.list("findings")
    #expect(findings.first.map { "\($0.text("id") ?? ""):\($0.int("line") ?? -1)" } == finding)
    let fails = findings.contains { $0.text("severity") == "error" }
    #expect(fails == (finding != nil && folder != "torn-file"))
    #expect(answer["ok"] as? Bool == !fails)
    #expect(code == (fails ? 3 : 0))
    for finding in findings {
      #expect(finding.text("file")?.hasPrefix("events/") == true)
      #expect(finding.text("text")?.isEmpty == false)
      #expect(finding.text("remedy")?.isEmpty == false)
    }
  }

  @Test func `every tampered ledger is expected here, and told on its page`() throws {
    #expect(try Self.folders("tampered") == Self.expected.map(\.folder).sorted())
    for kind in ["tampered", "illegal"] {
      let page = try String(
        contentsOf: Self.fixtures.appending(path: kind + "/README.md"), encoding: .utf8)
      let told = page.matches(of: /(?m)^\| `([a-z0-9-]+)` \|/).map { String($0.1) }
      #expect(try told.sorted() == Self.folders(kind))
    }
  }

  @Test(arguments: try folders("illegal"))
  func `an event that was not allowed is found in its line, and nothing else is`(
    folder: String
  ) throws {
    let (code, answer) = try Self.audit("illegal/" + folder)
    #expect(code == 3)
    let page = try String(
      contentsOf: Self.fixtures.appending(path: "illegal/README.md"), encoding: .utf8)
    let row = try #require(page.split(separator: "\n").first { $0.hasPrefix("| `\(folder)` |") })
    let line = try #require(row.firstMatch(of: /line ([0-9]+):/).flatMap { Int($0.1) })
    let findings = answer.list("findings")
    #expect(findings.first?.int("line") == line)
    #expect(Set(findings.map { $0.text("id") }) == ["event-illegal"])
  }

  @Test(.enabled(if: Python.path != nil, "SKIPPED: no python3, the two verifiers are NOT compared"))
  func `the independent verifier says the same of every one`() throws {
    let both = try ["tampered", "illegal"].flatMap { kind in
      try Self.folders(kind).map { kind + "/" + $0 }
    }
    let said = try Python.verify(both.map { Self.fixtures.appending(path: $0).path })
    #expect(said.count == both.count)
    for (folder, other) in zip(both, said) {
      let answer = try Self.audit(folder).answer
      let found = { (answer: [String: Any]) in
        Set(
          answer.list("findings").filter { $0.text("id") != "event-illegal" }.map {
            "\($0.text("id") ?? "") \($0.text("file") ?? "") \($0.int("line") ?? -1)"
          })
      }
      #expect(found(answer) == found(other), "\(folder)")
      let isIllegalAlone = folder.hasPrefix("illegal/")
      #expect(other["ok"] as? Bool == (isIllegalAlone ? true : answer["ok"] as? Bool), "\(folder)")
    }
  }
}

/// The independent verifier, for as many ledgers as are asked in one process.
enum Python {
  /// Where python3 is, if it is on the path.
  static let path = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .map { "\($0)/python3" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  /// What `tools/verify.py --json` would print of each ledger.
  static func verify(_ ledgers: [String]) throws -> [[String: Any]] {
    let script = """
      import json, sys
      sys.dont_write_bytecode = True
      sys.path.insert(0, sys.argv[1])
      import verify
      for path in sys.argv[2:]:
          print(json.dumps(verify.report_of(verify.read_log(verify.events_folder(path)), None)))
      """
    let tools = Tool.repository.appending(path: "tools").path
    let ran = try Tool.run(
      try #require(path), ["-c", script, tools] + ledgers, in: Tool.repository)
    #expect(ran.code == 0, "\(ran.err)")
    return try ran.out.split(separator: "\n").map {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
    }
  }
}
