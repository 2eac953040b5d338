// witness: somebody else's memory of a ledger. What was cut or rewritten since is refused, and the
// answer is taken in by the ledger only when it is about its own lines.

import Foundation
import Testing

struct WitnessTests {
  let signers: Signers
  let tool: Tool
  /// The machine of the witness, without a ledger.
  let witness: Tool

  init() throws {
    signers = try Signers()
    tool = try signers.small()
    witness = signers.tool(in: signers.folder, home: "witness-home")
  }

  private func done() {
    signers.remove()
    tool.remove()
  }

  /// What a ledger asks, as a file.
  private func ask(_ ledger: Tool, _ words: String...) throws -> String {
    let path = signers.path("ask-\(UUID().uuidString)")
    let ran = try ledger.run(["checkpoint", "--request", "-o", path] + words)
    #expect(ran.code == 0, "\(ran.err)")
    return path
  }

  private func answer(_ request: String) throws -> String {
    let path = signers.path("answer-\(UUID().uuidString)")
    try witness.done("witness", request, "--sign", signers.path("witness"), "-o", path)
    return path
  }

  private func hours(_ ledger: Tool, _ minutes: Int) throws {
    try ledger.done("hours", "add", "kafe", "-p", "p3", "-m", "\(minutes)")
  }

  @Test func `request and answer are the texts of the page`() throws {
    defer { done() }
    let body = try tool.done("checkpoint").out
    let request = try tool.done("checkpoint", "--request").out
    #expect(request == "old 0\n\n" + body)
    let file = try signers.write(request, "ask")
    let ran = try witness.done("witness", file, "--sign", signers.path("witness"))
    #expect(ran.out.hasPrefix(body + "\n-----BEGIN SSH SIGNATURE-----\n"))
    #expect(ran.err.contains("taken on trust"))
    let origin = try #require(body.split(separator: "\n").first)
    #expect(try signers.read("witness-home/.local/state/dugnad/witness/\(origin)") == body)
    // Asked again, it signs the same again, and trusts nothing anew.
    let again = try witness.done(
      "vitne", file, "--underskriv", signers.path("witness"), "--lang", "nb")
    #expect(again.out == ran.out)
    #expect(!again.err.contains("tillit"))
    let kept = try tool.done(
      "checkpoint", "--add", signers.write(ran.out, "answer"), "--witness", "kasserer")
    #expect(kept.out.contains("checkpoints/7.checkpoint.kasserer.witness.sig"))
    let armoured = try String(
      contentsOf: tool.folder.appending(path: "checkpoints/7.checkpoint.kasserer.witness.sig"),
      encoding: .utf8)
    #expect(body + "\n" + armoured == ran.out)
  }

  @Test func `the witness follows a log that goes on`() throws {
    defer { done() }
    for size in 7...12 {
      let request = try ask(tool)
      let text = try String(contentsOfFile: request, encoding: .utf8)
      #expect(text.hasPrefix("old \(size == 7 ? 0 : size - 1)\n"))
      try tool.done("checkpoint", "--add", answer(request), "--witness", "kasserer")
      try hours(tool, size)
    }
    // By name: another witness has signed nothing yet.
    #expect(try tool.done("checkpoint", "--request").out.hasPrefix("old 12\n"))
    #expect(try tool.done("checkpoint", "--request", "--witness", "kari").out.hasPrefix("old 0\n"))
    let json = try tool.done("checkpoint", "--request", "--old", "9", "--json").json()
    #expect(json.int("old") == 9 && json.int("size") == 13)
  }

  @Test func `cut, rewritten and split histories are refused, and remembered ones stay`() throws {
    defer { done() }
    let backup = try signers.copy(of: tool, home: "other")
    defer { backup.remove() }
    try hours(tool, 30)
    let first = try answer(ask(tool))
    let origin = try #require(
      try String(contentsOfFile: first, encoding: .utf8).split(separator: "\n").first)
    let memory = "witness-home/.local/state/dugnad/witness/\(origin)"
    let before = try signers.read(memory)
    func refused(_ request: String, _ code: String, exit: Int32 = 3) throws -> [String: Any] {
      let error = try witness.refused(
        "witness", request, "--sign", signers.path("witness"), code: code, exit: exit)
      #expect(try signers.read(memory) == before)
      return error
    }
    let cut = try refused(ask(backup), "head-cut")
    #expect((cut["message"] as? String)?.contains("7") == true)
    #expect((cut["message"] as? String)?.contains("8") == true)
    // The same number of lines, and others: a split view.
    try hours(backup, 31)
    _ = try refused(ask(backup), "head-rewritten")
    // More lines, with a proof from their own line 8.
    try hours(backup, 32)
    _ = try refused(ask(backup, "--old", "8"), "head-rewritten")
    // A proof that is none.
    try hours(tool, 33)
    let text = try String(contentsOfFile: ask(tool, "--old", "8"), encoding: .utf8)
    #expect(text.hasPrefix("old 8\n"))
    let cutProof = text.split(separator: "\n", omittingEmptySubsequences: false)
    let short = (cutProof.prefix(1) + cutProof.dropFirst(2)).joined(separator: "\n")
    _ = try refused(signers.write(short, "short"), "head-rewritten")
    // A wrong old size: says which one to ask for.
    let wrong = try refused(ask(tool, "--old", "7"), "old-size", exit: 1)
    #expect((wrong["hints"] as? [String])?.first?.contains("--old 8") == true)
    #expect(
      try witness.done(
        "witness", signers.write(text, "good"), "--sign",
        signers.path("witness")
      ).err.contains("goes on from line 8"))
    #expect(try signers.read(memory) != before)
  }

  @Test func `a machine that has witnessed nothing takes no old size`() throws {
    defer { done() }
    let request = try ask(tool, "--old", "5")
    let error = try witness.refused(
      "witness", request, "--sign", signers.path("witness"), code: "old-size")
    #expect((error["hints"] as? [String])?.first?.contains("--old 0") == true)
  }

  @Test func `nothing is signed that cannot be remembered, and no file that is no request`() throws
  {
    defer { done() }
    var homeless = witness
    homeless.environment["HOME"] = "/proc"
    let request = try ask(tool)
    try homeless.refused(
      "witness", request, "--sign", signers.path("witness"), code: "head-not-remembered")
    #expect(try witness.run("witness", request).code == 2, "a key is needed")
    for text in [
      "", "old 0\n", "old 0\n\nx\n1\n", "old 00\n\n" + (try tool.done("checkpoint").out),
    ] {
      try witness.refused(
        "witness", signers.write(text, "bad"), "--sign", signers.path("witness"), code: "no-request"
      )
    }
    try witness.refused(
      "witness", "nowhere", "--sign", signers.path("witness"), code: "file-unreadable")
    let json = try witness.done(
      "witness", request, "--sign", signers.path("witness"), "--json"
    ).json()
    #expect(json.text("schema") == "dugnad-witness:1")
    #expect(json.int("size") == 7)
    #expect(json["previous"] is NSNull)
  }

  @Test func `an origin of another log is a file name and no path`() throws {
    defer { done() }
    let root = String(repeating: "A", count: 43) + "="
    let request = try signers.write("old 0\n\n../../etc/x\n1\n\(root)\n", "ask")
    try witness.done("witness", request, "--sign", signers.path("witness"))
    let state = signers.path("witness-home/.local/state/dugnad/witness")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: state) == ["%2e.%2f..%2fetc%2fx"])
  }

  @Test func `a fresh witness does not wash a restored backup clean`() throws {
    defer { done() }
    let backup = try signers.copy(of: tool)
    defer { backup.remove() }
    try hours(tool, 30)
    try tool.done("checkpoint", "--sign", signers.path("own"))
    // The backup goes on elsewhere, and somebody who has never seen the ledger is asked by hand.
    for minutes in [10, 20] { try hours(backup, minutes) }
    let request = signers.path("by-hand")
    try Data(("old 0\n\n" + backup.run("checkpoint").out).utf8).write(to: URL(filePath: request))
    let answer = try self.answer(request)
    for words in [
      ["checkpoint", "--add", answer, "--witness", "ny"],
      ["checkpoint", "--sign", signers.path("own")],
    ] {
      #expect(try backup.run(words).code == 3)
    }
    #expect(try tool.run(["checkpoint", "--sign", signers.path("own")]).code == 0)
    let empty = signers.path("empty")
    let root = String(repeating: "A", count: 43) + "="
    try Data("old 0\n\nsome-origin\n0\n\(root)\n".utf8).write(to: URL(filePath: empty))
    #expect(try witness.run(["witness", empty, "--sign", signers.path("witness")]).code == 1)
  }

  @Test func `only an answer to this log is kept`() throws {
    defer { done() }
    let body = try tool.done("checkpoint").out
    func add(_ text: String, _ code: String, exit: Int32) throws {
      try tool.refused(
        "checkpoint", "--add", signers.write(text, "answer"), "--witness", "kasserer", code: code,
        exit: exit)
      #expect(
        !FileManager.default.fileExists(atPath: tool.folder.appending(path: "checkpoints").path))
    }
    let good = try signers.sign(body, by: "witness", namespace: "witness.dugnad")
    try add(body, "no-answer", exit: 1)
    try add(body + "\nnonsense\n", "no-answer", exit: 1)
    // In the role of the ledger; over another text.
    try add(
      body + "\n" + signers.sign(body, by: "witness", namespace: "checkpoint.dugnad"),
      "signature-fails", exit: 3)
    try add(
      body + "\n" + signers.sign(body + "x", by: "witness", namespace: "witness.dugnad"),
      "signature-fails", exit: 3)
    let lines = body.split(separator: "\n")
    try add("x\(lines[0])\n7\n\(lines[2])\n\n" + good, "head-foreign", exit: 3)
    try add("\(lines[0])\n9\n\(lines[2])\n\n" + good, "head-cut", exit: 3)
    try add("\(lines[0])\n6\n\(lines[2])\n\n" + good, "head-rewritten", exit: 3)
    var bare = tool
    bare.environment["PATH"] = ""
    try bare.refused(
      "checkpoint", "--add", signers.write(body + "\n" + good, "answer"), "--witness", "kasserer",
      code: "ssh-keygen-missing")
    try tool.done("checkpoint", "--add", signers.path("answer"), "--witness", "kasserer")
    let other = try signers.sign(body, by: "stranger", namespace: "witness.dugnad")
    try tool.refused(
      "checkpoint", "--add", signers.write(body + "\n" + other, "answer"), "--witness", "kasserer",
      code: "witness-taken")
  }
}
