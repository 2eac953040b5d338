// register/notes.json that is gone or cannot be read: told, and never written over.

import Foundation
import Testing

struct NotesTests {
  /// A ledger whose year 2024 was closed, and opened again for a reason in words.
  private static func reopened() throws -> Tool {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60")
    try tool.done("hours", "approve", "--all")
    try tool.done("close", "2024", "--accept", "no-category", "--reason", "board", "--yes")
    try tool.done("reopen", "2024", "--reason", "en liste lå igjen", "--yes")
    return tool
  }

  private static func notes(_ tool: Tool) -> URL {
    tool.folder.appending(path: "register/notes.json")
  }

  private static func findings(_ tool: Tool) throws -> [String] {
    try tool.run("audit", "--json").json().list("findings").map {
      "\($0.text("severity") ?? "") \($0.text("id") ?? "") \($0.text("file") ?? "")"
    }
  }

  @Test func `words that cannot be read are never written over`() throws {
    let tool = try Self.reopened()
    defer { tool.remove() }
    #expect(try Self.findings(tool).isEmpty)
    try tool.done("close", "2024", "--accept", "no-category", "--reason", "board", "--yes")
    let broken = Data("{".utf8)
    try broken.write(to: Self.notes(tool))
    try tool.refused(
      "reopen", "2024", "--reason", "enda en liste", "--yes", code: "register-unreadable")
    #expect(try Data(contentsOf: Self.notes(tool)) == broken)
    #expect(try Self.findings(tool) == ["error register-unreadable register/notes.json"])
    // A code needs no words.
    try tool.done("reopen", "2024", "--reason", "duplicate", "--yes")
    #expect(try Data(contentsOf: Self.notes(tool)) == broken)
  }

  @Test func `words that are gone are noticed, unless the whole register is`() throws {
    let tool = try Self.reopened()
    defer { tool.remove() }
    try FileManager.default.removeItem(at: Self.notes(tool))
    #expect(try Self.findings(tool) == ["notice register-lacks register/notes.json"])
    try tool.done("audit")
    try FileManager.default.removeItem(at: tool.folder.appending(path: "register"))
    #expect(try Self.findings(tool).isEmpty)
  }
}
