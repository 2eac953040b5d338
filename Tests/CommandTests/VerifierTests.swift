// The independent verifier computes the same figures from the same lines, and what wrote the committed
// ledger writes it again.

import Foundation
import Testing

struct VerifierTests {
  @Test(.enabled(if: Python.path != nil, "SKIPPED: no python3, the figures are NOT compared"))
  func `verify.py has the same figures per activity, group, sector and year`() throws {
    let ran = try Tool.run(
      try #require(Python.path), ["tools/verify.py", "--json", "."], in: Tool.repository)
    #expect(ran.code == 0, "\(ran.err)")
    let other = try ran.json()
    #expect(other["ok"] as? Bool == true)
    let ours = try KongsbergFiguresTests.stats()
    let log = try Tool(in: Tool.repository).run("audit", "--json").json()
    #expect(other.int("through") == log.int("through"))
    #expect(other.text("hash") == log.text("hash"))
    #expect(other.text("root") == log.text("root"))
    #expect(other.list("years").map { $0.int("year") } == [2024])
    let year = try #require(other.list("years").first)
    let measures = ["participations", "distinct", "headcount", "minutes", "entries"]
    let counted = year.list("activities").filter { $0["counted"] as? Bool == true }
    compare(counted, ours.list("activities"), by: "code", measures)
    compare(year.list("outside"), ours.list("outside"), by: "code", measures)
    let few = ["participations", "distinct", "minutes"]
    compare(year.list("groups"), ours.list("groups"), by: "name", few)
    compare(year.list("sectors"), ours.list("sectors"), by: "name", few)
    let totals = [year, ours].map { $0["totals"] as? [String: Any] ?? [:] }
    for measure in measures + ["hoursPerFTE"] {
      #expect(totals[0].int(measure) == totals[1].int(measure), "\(measure)")
    }
  }

  private func compare(
    _ theirs: [[String: Any]], _ ours: [[String: Any]], by key: String, _ measures: [String]
  ) {
    #expect(Set(theirs.map { $0.text(key) }) == Set(ours.map { $0.text(key) }))
    for row in theirs {
      let our = ours.first { $0.text(key) == row.text(key) }
      for measure in measures {
        #expect(row.int(measure) == our?.int(measure), "\(row.text(key) ?? "–"): \(measure)")
      }
    }
  }

  @Test func `kongsberg-ledger writes events again, byte for byte`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let again = tool.folder.appending(path: "again")
    let ran = try Tool.run(
      Tool.products.appending(path: "kongsberg-ledger").path, [again.path], in: tool.folder)
    #expect(ran.code == 0, "\(ran.err)")
    for name in ["2024.jsonl", "2025.jsonl"] {
      let committed = Tool.repository.appending(path: "events/" + name)
      #expect(
        try Data(contentsOf: committed) == Data(contentsOf: again.appending(path: "events/" + name))
      )
    }
  }
}
