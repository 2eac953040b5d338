// --once makes a retry safe, --dry-run writes nothing: for every command that writes.

import Foundation
import Testing

struct RetryTests {
  /// Commands that write, each possible in the ledger of `ready()` one after another.
  static let writes: [[String]] = [
    ["hours", "add", "kafe", "-p", "p3", "-p", "p4", "--on", "2024-03-02", "-m", "30"],
    ["hours", "correct", "h8", "-m", "45"], ["hours", "approve", "h8"],
    ["person", "add", "Ny Person", "--born", "1980"], ["activity", "add", "Ny aktivitet"],
    ["activity", "change", "tur", "--group", "Ute"],
    ["shift", "add", "kafe", "--on", "2024-05-01", "--at", "10-12"],
    ["shift", "change", "s9", "--places", "4"], ["signup", "add", "s9", "p3", "p4"],
    ["shift", "cancel", "s9"], ["year", "set", "2024", "--divisor", "1700"], ["undo", "h8"],
  ]

  /// A ledger with h8 and the shift s9.
  static func ready() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60")
    try tool.done("shift", "add", "kafe", "--on", "2024-04-01", "--at", "10-12", "--places", "2")
    return tool
  }

  @Test(arguments: writes)
  func `the same command with the same id is recorded once`(words: [String]) throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let once = words + ["--once", "gjenta-meg.1", "--json"]
    let first = try tool.run(once)
    #expect(first.code == 0, "\(first.err)")
    let after = try tool.contents()
    let second = try tool.run(once)
    #expect(second.code == 0, "\(second.err)")
    #expect(try tool.contents() == after, "not a byte, in the register neither")
    let (one, two) = (try first.json(), try second.json())
    #expect(one["repeated"] as? Bool == false)
    #expect(two["repeated"] as? Bool == true)
    #expect(one.items.map { $0.int("seq") } == two.items.map { $0.int("seq") })
  }

  @Test func `the same id with other content is an error`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let add = ["hours", "add", "kafe", "-p", "p3", "--on", "2024-03-02", "--once", "x"]
    #expect(try tool.run(add + ["-m", "30"]).code == 0)
    let before = try tool.log()
    for other in [
      add + ["-m", "31"], ["undo", "--once", "x"], ["person", "add", "A", "--once", "x"],
    ] {
      let ran = try tool.run(other + ["--json"])
      #expect(ran.code == 1)
      #expect(ran.err.contains(#""code":"command-used""#), "\(ran.err)")
    }
    #expect(try tool.log() == before)
    #expect(try tool.run(add + ["-m", "30"]).err.contains("recorded before; nothing new"))
  }

  @Test func `a retry after others wrote is still the same`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let once = [
      "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-02", "-m", "30", "--once", "x",
    ]
    try tool.run(once)
    try tool.done("person", "add", "Noen")
    try tool.done("hours", "correct", "h10", "-m", "40")
    let lines = try tool.lines().count
    #expect(try tool.run(once).code == 0)
    #expect(try tool.lines().count == lines)
  }

  @Test func `a retried plain undo does not undo one more`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    for words in [["undo", "--once", "u1"], ["redo", "--once", "r1"]] {
      #expect(try tool.run(words).code == 0)
      let after = try tool.log()
      let again = try tool.run(words)
      #expect(again.code == 0, "\(again.err)")
      #expect(try tool.log() == after)
    }
  }

  @Test(arguments: writes)
  func `a dry run writes nothing anywhere`(words: [String]) throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let before = try tool.contents()
    let ran = try tool.run(words + ["--dry-run"])
    #expect(ran.code == 0, "\(ran.err)")
    #expect(ran.out.hasPrefix("would record: "))
    let json = try tool.run(words + ["-n", "--json"]).json()
    #expect(json["dryRun"] as? Bool == true)
    #expect(!json.items.isEmpty)
    #expect(try tool.contents() == before)
    // What was foretold is what is done.
    let done = try tool.run(words + ["--json"]).json()
    #expect(done.items.map { $0.text("type") } == json.items.map { $0.text("type") })
    #expect(done.items.map { $0.text("id") } == json.items.map { $0.text("id") })
  }

  @Test func `a dry run of a refused command is refused`() throws {
    let tool = try Self.ready()
    defer { tool.remove() }
    let ran = try tool.run("hours", "add", "kafe", "-p", "p99", "-m", "1", "--dry-run")
    #expect(ran.code == 1)
    #expect(ran.out.isEmpty)
  }
}
