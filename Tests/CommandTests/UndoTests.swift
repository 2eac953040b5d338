// undo and redo from outside: figures come back to the byte, the log only grows, and what stands in
// the way is named.

import Foundation
import Testing

struct UndoTests {
  @Test func `undo n times then redo n times gives the same figures to the byte`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--minutes", "60")
    try tool.done("hours", "add", "tur", "-p", "p3", "-p", "p4", "--on", "2024-03-02", "-m", "90")
    try tool.done("hours", "correct", "h8", "--hours", "2,5")
    try tool.done("hours", "approve", "--all")
    try tool.done("activity", "change", "kafe", "--group", "Nytt navn")
    var steps = [try tool.figures()]
    for _ in 0..<5 {
      try tool.done("undo")
      steps.append(try tool.figures())
    }
    #expect(Set(steps).count >= 4, "the steps are different ones")
    for step in steps.dropLast().reversed() {
      try tool.done("redo")
      #expect(try tool.figures() == step)
    }
    #expect(try tool.run("audit").code == 0)
  }

  @Test func `undo and redo append, and change no line that was there`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    let before = try tool.log()
    try tool.done("undo")
    try tool.done("redo")
    let after = try tool.log()
    #expect(after.hasPrefix(before))
    #expect(try tool.lines().count == 9)
  }

  @Test func `what was undone is said in words`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--minutes", "90")
    #expect(try tool.done("undo", "--dry-run").out.plain.contains("1 h 30 min in kafe"))
    #expect(try tool.done("undo").out.contains("undid line 8"))
    #expect(try tool.done("angre", "--lang", "nb").out.contains("angret linje 7"))
    #expect(try tool.done("show", "h8").out.contains("undone in line 9"))
  }

  @Test func `nothing to undo and nothing to redo are refused`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.refused("redo", code: "nothing-to-redo")
    for _ in 3...7 { try tool.done("undo") }
    try tool.refused("undo", code: "nothing-to-undo")
    try tool.refused("undo", "1", code: "never-undoable")
    try tool.refused("undo", "99", code: "no-such-line")
    try tool.refused("undo", "h99", code: "no-such-line")
    try tool.refused("undo", "tøys", code: "unknown-id")
    try tool.refused("undo", "3", code: "already-undone")
    try tool.refused("redo", "3", code: "not-an-undo")
  }

  @Test func `a new command empties what plain redo takes back; its line still works`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("undo")
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--minutes", "90")
    try tool.refused("redo", code: "nothing-to-redo")
    try tool.done("redo", "8")
    try tool.refused("redo", "8", code: "stands-again")
    try tool.done("hours", "add", "tur", "-p", "p3", "--on", "2024-03-01", "--minutes", "90")
  }

  @Test func `hours on an activity hold it; a cascade takes all, and one redo puts all back`()
    throws
  {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--minutes", "90")
    let before = try tool.figures()
    let error = try tool.refused("undo", "kafe", code: "needed-by")
    #expect(error.text("message")?.contains("8: ") == true, "the dependent line is named")
    let hints = try #require(error["hints"] as? [String])
    #expect(hints.contains { $0.contains("--cascade") })
    try tool.done("undo", "kafe", "--cascade")
    #expect(try tool.figures() != before)
    try tool.done("redo")
    #expect(try tool.figures() == before)
  }

  @Test func `one row of several is undone by its id`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done(
      "hours", "add", "kafe", "-p", "p3", "-p", "p4", "-p", "p5", "--on", "2024-03-01", "-m", "60")
    try tool.done("undo", "h9", "--reason", "wrong-person")
    let ids = try tool.run("hours", "list", "--json").json().items.compactMap { $0.text("id") }
    #expect(ids == ["h8", "h10"])
    let last = try #require(try tool.lines().last)
    #expect(last.contains(#""ranges":[[9,9]],"reason":"wrong-person""#))
  }

  @Test func `dry runs of undo say what would change, and leave every byte`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "--minutes", "90")
    let before = try tool.contents()
    let ran = try tool.done("undo", "--dry-run", "--json")
    let changes = try ran.json().list("changes")
    let hours = try #require(changes.first { $0.text("figure") == "2024/hours" })
    #expect(hours.text("before") == "1.5")
    #expect(hours.text("after") == "0")
    #expect(try ran.json()["dryRun"] as? Bool == true)
    #expect(try tool.contents() == before)
  }

  @Test func `without a terminal nothing asks; --yes is allowed everywhere`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    #expect(try tool.run(["undo"], input: "").code == 0)
    #expect(try tool.run(["redo", "--yes"], input: "n\n").code == 0)
    #expect(try tool.run(["angre", "--ja"], input: "n\n").code == 0)
    #expect(try tool.lines().count == 10)
  }

  @Test func `if somebody wrote after you, plain undo names them and the line`() throws {
    let tool = try Tool.small()
    defer { tool.remove() }
    try tool.done("person", "add", "Koordinator To", "--role", "coordinator", "--by", "p2")
    try tool.done(
      "hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60", "--by", "p8")
    let error = try tool.refused("undo", "--by", "p2", code: "others-wrote-since")
    #expect(error.text("message")?.contains("Koordinator To (p8): 9") == true)
    let hints = try #require(error["hints"] as? [String])
    #expect(hints.contains { $0.contains("dugnad undo 8") })
    try tool.done("undo", "--by", "p8")
    // Their undo is theirs to take back.
    try tool.refused("redo", "--by", "p2", code: "undone-by-other")
  }
}
