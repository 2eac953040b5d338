// audit --sample: a draw that anybody can make again, and nobody can steer.

import DugnadApp
import Foundation
import Testing

struct SampleTests {
  let signers: Signers
  let tool: Tool

  init() throws {
    signers = try Signers()
    tool = try signers.closed()
  }

  private func done() {
    signers.remove()
    tool.remove()
  }

  private func sample(_ words: String...) throws -> [String: Any] {
    try #require(
      try tool.run(["audit", "--json"] + words).json()["sample"] as? [String: Any])
  }

  /// The draw as its page tells it, with `sha256sum` instead of our own hash.
  private func drawn(
    _ count: Int, _ entries: [(id: String, minutes: Int)], root: String, seed: String
  ) throws -> [String] {
    let total = UInt64(entries.reduce(0) { $0 + $1.minutes })
    var found: [String] = []
    var counter = 0
    while found.count < count {
      let hash = try Tool.run(
        "/usr/bin/sha256sum", [], in: signers.folder,
        input: "dugnad-sample:1\n\(root)\n\(seed)\n\(counter)")
      counter += 1
      let x = try #require(UInt64(hash.out.prefix(16), radix: 16))
      let limit = UInt64.max - (UInt64.max % total + 1) % total
      if x > limit { continue }
      var rest = Int(x % total)
      for entry in entries {
        rest -= entry.minutes
        if rest < 0 {
          if !found.contains(entry.id) { found.append(entry.id) }
          break
        }
      }
    }
    return found
  }

  @Test func `the draw is the one its page tells`() throws {
    defer { done() }
    try tool.done("hours", "add", "kafe", "-p", "p5", "-m", "120", "--on", "2026-01-03")
    let log = try tool.lines()
    let entries = log.enumerated().compactMap { index, line -> (id: String, minutes: Int)? in
      guard line.contains("hours.logged"), let match = line.firstMatch(of: #/"minutes":([0-9]+)/#)
      else { return nil }
      return ("h\(index + 1)", Int(match.1) ?? 0)
    }
    #expect(entries.count == 5)
    for seed in ["4 9 12", "frø", "x"] {
      let json = try sample("--sample", "3", "--seed", seed)
      let root = try #require(json.text("root"))
      #expect(
        try json.items.compactMap { $0.text("id") }
          == drawn(3, entries, root: root, seed: seed))
      let sum = json.items.compactMap { $0.int("minutes") }.reduce(0, +)
      #expect(json.int("minutesDrawn") == sum)
      #expect(json.int("minutes") == 615 && json.int("entries") == 5)
    }
    let year = try sample("--sample", "2", "--seed", "x", "--year", "2025")
    #expect(year.int("entries") == 4 && year.int("minutes") == 495)
    #expect(
      try year.items.compactMap { $0.text("id") }
        == drawn(2, Array(entries.dropLast()), root: year.text("root") ?? "", seed: "x"))
  }

  @Test func `an entry that was undone is not drawn, and a corrected one by what it says now`()
    throws
  {
    defer { done() }
    try tool.done("hours", "add", "kafe", "-p", "p5", "-m", "1000", "--on", "2026-01-03")
    try tool.done("undo")
    try tool.done("hours", "add", "tur", "-p", "p5", "-m", "60", "--on", "2026-01-04")
    try tool.done("hours", "correct", "h15", "-m", "61")
    let all = try sample("--sample", "99", "--seed", "x")
    #expect(all.items.compactMap { $0.text("id") } == ["h8", "h9", "h10", "h11", "h15"])
    #expect(all.items.last?.int("minutes") == 61)
    #expect(all.int("minutesDrawn") == all.int("minutes"))
  }

  @Test func `the table names who, what and the share of the time`() throws {
    defer { done() }
    let text = try tool.done("audit", "--sample", "99", "--seed", "x").out.plain
    #expect(text.contains("Sample – seed 'x', 12 lines, root "))
    #expect(text.contains("Frivillig Beta (p4)") && text.contains("5 without names"))
    #expect(text.contains("Koordinator Eksempel (p2)"))
    #expect(text.contains("4 of 4 entries") && text.contains("100.0% of the time"))
    let norwegian = try tool.done(
      "kontroll", "--stikkprøve", "1", "--frø", "x", "--lang", "nb"
    ).out.plain
    #expect(norwegian.contains("Stikkprøve – frø «x»") && norwegian.contains("1 av 4 føringer"))
    #expect(try tool.done("audit", "--help").out.contains("dugnad-sample:1"))
  }

  @Test func `nothing is drawn from a log that is not in order, or without a seed`() throws {
    defer { done() }
    for words in [
      ["--sample", "2"], ["--seed", "x"], ["--sample", "2", "--seed", ""],
      ["--sample", "0", "--seed", "x"],
    ] {
      #expect(try tool.run(["audit"] + words).code == 2, "\(words)")
    }
    #expect(try sample("--sample", "2", "--seed", "x", "--year", "2001").items.isEmpty)
    try AuditTests.tamper(tool) { $0 = $0.replacing("\"minutes\":90", with: "\"minutes\":99") }
    let ran = try tool.run("audit", "--json", "--sample", "2", "--seed", "x")
    #expect(ran.code == 3)
    #expect(try ran.json()["sample"] is NSNull)
  }

  @Test func `no minute is likelier than another`() {
    // 2^64 = 5 mod 11: the last five numbers are the biased end.
    #expect(Sample.place(of: .max, below: 11) == nil)
    #expect(Sample.place(of: .max - 4, below: 11) == nil)
    #expect(Sample.place(of: .max - 5, below: 11) == 10)
    #expect(Sample.place(of: 12, below: 11) == 1)
    // A divisor of 2^64 has none.
    #expect(Sample.place(of: .max, below: 8) == 7)
    #expect(Sample.place(of: .max, below: 1) == 0)
  }
}
