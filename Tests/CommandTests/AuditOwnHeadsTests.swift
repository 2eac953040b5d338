// audit holds the log against the checkpoints that the centre itself has kept.

import Foundation
import Testing

struct AuditOwnHeadsTests {
  private func findings(_ tool: Tool, _ words: String..., code: Int32) throws -> [[String: Any]] {
    let ran = try tool.run(["audit", "--json"] + words)
    #expect(ran.code == code, "\(ran.out)\(ran.err)")
    return try ran.json().list("findings")
  }

  @Test func `a log that contradicts a kept checkpoint is not in order`() throws {
    let signers = try Signers()
    let tool = try signers.small()
    defer {
      signers.remove()
      tool.remove()
    }
    try tool.done("checkpoint", "--sign", signers.path("own"))
    let short = try signers.copy(of: tool)
    let other = try signers.copy(of: tool)
    defer {
      short.remove()
      other.remove()
    }
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "60")
    try tool.done("checkpoint", "--sign", signers.path("own"))
    // What agrees is not told: whoever changes the log has these files too.
    #expect(try findings(tool, code: 0).isEmpty)
    #expect(try tool.done("audit").out.contains("as far as a chain alone can see"))
    let kept = "checkpoints/8.checkpoint"
    for (ledger, id) in [(short, "head-cut"), (other, "head-rewritten")] {
      try FileManager.default.copyItem(
        at: tool.folder.appending(path: kept), to: ledger.folder.appending(path: kept))
      if id == "head-rewritten" { try ledger.done("hours", "add", "kafe", "-p", "p4", "-m", "5") }
      let found = try findings(ledger, code: 3)
      #expect(found.map { $0.text("id") } == [id])
      #expect(found.first?.text("file") == kept)
      #expect(try ledger.run("audit").out.contains("NOT IN ORDER"))
      // Named besides, it is told once.
      #expect(try findings(ledger, "--against", kept, code: 3).count == 1)
    }
    try Data("nothing".utf8).write(to: tool.folder.appending(path: "checkpoints/7.checkpoint"))
    let found = try findings(tool, code: 3)
    #expect(found.map { $0.text("id") } == ["head-unreadable"])
    #expect(found.first?.text("file") == "checkpoints/7.checkpoint")
  }
}
