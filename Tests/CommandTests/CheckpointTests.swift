// checkpoint: three lines to give away, and no signature under a log that does not extend every head
// that is known.

import Foundation
import Testing

/// Keys and homes of the people in a test, beside the ledgers.
struct Signers {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "dugnad-keys-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in ["own", "witness", "stranger"] {
      let made = try Tool.run(
        "/usr/bin/ssh-keygen",
        ["-q", "-t", "ed25519", "-N", "", "-C", name, "-f", path(name)], in: folder)
      try #require(made.code == 0, "\(made.err)")
    }
    let lines = try [("own", "checkpoint.dugnad"), ("witness", "witness.dugnad")].map {
      "\($0)@example.test namespaces=\"\($1)\" " + (try read("\($0).pub"))
    }
    try write(lines.joined(), "allowed")
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
  func path(_ name: String) -> String { folder.appending(path: name).path }

  func read(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @discardableResult
  func write(_ text: String, _ name: String) throws -> String {
    try Data(text.utf8).write(to: folder.appending(path: name))
    return path(name)
  }

  /// A tool in a folder, whose state is kept in a home of this name.
  func tool(in ledger: URL, home: String = "home") -> Tool {
    var tool = Tool(in: ledger)
    tool.environment["HOME"] = path(home)
    return tool
  }

  /// A copy of a small ledger, with the home of its keeper.
  func small() throws -> Tool { tool(in: try Tool.small().folder) }

  /// A copy of a ledger with the same home: a backup that is restored beside it.
  func copy(of other: Tool, home: String = "home") throws -> Tool {
    let copied = try Tool()
    try FileManager.default.removeItem(at: copied.folder)
    _ = try Tool.run("/bin/cp", ["-a", other.folder.path, copied.folder.path], in: folder)
    return tool(in: copied.folder, home: home)
  }

  /// Signs a text as nothing of ours would.
  func sign(_ text: String, by key: String, namespace: String) throws -> String {
    let ran = try Tool.run(
      "/usr/bin/ssh-keygen", ["-Y", "sign", "-n", namespace, "-f", path(key)], in: folder,
      input: text)
    try #require(ran.code == 0, "\(ran.err)")
    return ran.out
  }
}

struct CheckpointTests {
  let signers: Signers
  let tool: Tool

  init() throws {
    signers = try Signers()
    tool = try signers.small()
  }

  private func done() {
    signers.remove()
    tool.remove()
  }

  private func kept() -> [String] {
    let path = tool.folder.appending(path: "checkpoints").path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  @Test func `prints exactly the three lines of the head`() throws {
    defer { done() }
    let ran = try tool.done("checkpoint")
    let lines = ran.out.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines[3].isEmpty)
    #expect(ran.err.isEmpty)
    let audit = try tool.done("audit", "--json").json()
    #expect(lines[1] == "\(audit.int("through") ?? 0)")
    let root = try #require(Data(base64Encoded: String(lines[2])))
    #expect(root.map { String(format: "%02x", $0) }.joined() == audit.text("root"))
    #expect(try tool.lines()[0].contains("\"origin\":\"\(lines[0])\""))
    #expect(kept().isEmpty, "nothing is kept that was not signed")
    let json = try tool.done("checkpoint", "--json").json()
    #expect(json.text("text") == ran.out)
    #expect(json.text("schema") == "dugnad-checkpoint:1")
    try tool.done("kontrollpunkt", "--lang", "nb", "-o", signers.path("head"))
    #expect(try signers.read("head") == ran.out)
  }

  @Test func `a signature is one that anybody can check, and the head is kept in two places`()
    throws
  {
    defer { done() }
    let body = try tool.done("checkpoint").out
    let ran = try tool.done("checkpoint", "--sign", signers.path("own"))
    #expect(ran.out == body, "the three lines and nothing else")
    #expect(ran.err.contains("checkpoints/7.checkpoint.sig"))
    #expect(kept() == ["7.checkpoint", "7.checkpoint.sig"])
    let file = tool.folder.appending(path: "checkpoints/7.checkpoint")
    #expect(try String(contentsOf: file, encoding: .utf8) == body)
    let origin = try #require(body.split(separator: "\n").first)
    #expect(try signers.read("home/.local/state/dugnad/\(origin)") == body)
    let checked = try Tool.run(
      "/usr/bin/ssh-keygen",
      [
        "-Y", "verify", "-f", signers.path("allowed"), "-I", "own@example.test", "-n",
        "checkpoint.dugnad", "-s", file.path + ".sig",
      ], in: signers.folder, input: body)
    #expect(checked.code == 0, "\(checked.err)")
    // Once more is the same; another key stands beside.
    try tool.done("checkpoint", "--underskriv", signers.path("own"))
    #expect(kept() == ["7.checkpoint", "7.checkpoint.sig"])
    try tool.done("checkpoint", "--sign", signers.path("stranger"))
    #expect(kept() == ["7.checkpoint", "7.checkpoint.2.sig", "7.checkpoint.sig"])
    #expect(try tool.done("audit").code == 0)
  }

  @Test func `a log that goes on is signed again`() throws {
    defer { done() }
    #expect(try tool.done().out.contains("Nobody has signed a checkpoint: dugnad checkpoint"))
    #expect(try tool.done("--json").json()["lastCheckpoint"] is NSNull)
    try tool.done("checkpoint", "--sign", signers.path("own"))
    #expect(try tool.done().out.contains("Signed at line 7.\n"))
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "30")
    #expect(try tool.done().out.contains("Signed at line 7. What came since: dugnad checkpoint"))
    #expect(try tool.done("--json").json().int("lastCheckpoint") == 7)
    let body = try tool.done("checkpoint", "--sign", signers.path("own")).out
    #expect(kept().contains("8.checkpoint.sig"))
    let origin = try #require(body.split(separator: "\n").first)
    #expect(try signers.read("home/.local/state/dugnad/\(origin)") == body)
  }

  @Test func `a signed head that is taken away takes its signature with it`() throws {
    let signers = try Signers()
    defer { signers.remove() }
    let tool = try signers.small()
    defer { tool.remove() }
    let file = signers.path("given.checkpoint")
    #expect(try tool.run(["checkpoint", "--sign", signers.path("own"), "-o", file]).code == 0)
    let verified = try tool.run(["verify", file, "--allowed-signers", signers.path("allowed")])
    #expect(verified.code == 0, "\(verified.out)\(verified.err)")
  }

  @Test func `a restored backup is refused a signature, cut or appended to`() throws {
    defer { done() }
    let backup = try signers.copy(of: tool)
    defer { backup.remove() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "30")
    try tool.done("checkpoint", "--sign", signers.path("own"))
    // The backup knows nothing of it; the memory outside does.
    let cut = try backup.refused(
      "checkpoint", "--sign", signers.path("own"), code: "head-cut", exit: 3)
    let message = try #require(cut["message"] as? String)
    #expect(message.contains("7") && message.contains("8"), "both sizes: \(message)")
    #expect((cut["hints"] as? [String])?.count == 3)
    for hours in ["31", "32"] {
      try backup.done("hours", "add", "kafe", "-p", "p3", "-m", hours)
      let error = try backup.refused(
        "checkpoint", "--sign", signers.path("own"), code: "head-rewritten", exit: 3)
      #expect((error["message"] as? String)?.contains("8") == true)
    }
    #expect(
      !FileManager.default.fileExists(atPath: backup.folder.appending(path: "checkpoints").path))
    // To look is allowed, and it is said; to ask a witness is not.
    #expect(try backup.done("checkpoint").err.contains("does not go on from"))
    try backup.refused("checkpoint", "--request", code: "head-rewritten", exit: 3)
    #expect(
      try backup.run("kontrollpunkt", "--underskriv", signers.path("own"), "--lang", "nb").err
        .contains("er et annet nå"))
    // The real one goes on.
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "33")
    try tool.done("checkpoint", "--sign", signers.path("own"))
  }

  @Test func `heads inside are known too, on a machine that never signed`() throws {
    defer { done() }
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "30")
    let log = try tool.contents().filter { $0.key.hasSuffix(".jsonl") }
    try tool.done("checkpoint", "--sign", signers.path("own"))
    var other = tool
    other.environment["HOME"] = signers.path("other")
    try AuditTests.tamper(tool) { text in
      text = text.split(separator: "\n").prefix(7).map { $0 + "\n" }.joined()
    }
    try other.refused("checkpoint", "--sign", signers.path("own"), code: "head-cut", exit: 3)
    for (path, bytes) in log { try bytes.write(to: tool.folder.appending(path: path)) }
    #expect(try other.run("checkpoint", "--sign", signers.path("own")).code == 0)
  }

  @Test func `what is no head of this ledger among those kept stops a signature`() throws {
    defer { done() }
    let body = try tool.done("checkpoint", "--sign", signers.path("own")).out
    let file = tool.folder.appending(path: "checkpoints/7.checkpoint")
    let lines = body.split(separator: "\n")
    for (text, code) in [
      ("other-ledger\n7\n\(lines[2])\n", "head-foreign"),
      ("\(lines[0])\n7\n\(String(repeating: "A", count: 43))=\n", "head-rewritten"),
      ("\(lines[0])\n6\n\(lines[2])\n", "head-unreadable"), ("", "head-unreadable"),
    ] {
      try Data(text.utf8).write(to: file)
      try tool.refused("checkpoint", "--sign", signers.path("own"), code: code, exit: 3)
    }
    try Data(body.utf8).write(to: file)
    let memory = try signers.write("nonsense", "home/.local/state/dugnad/\(lines[0])")
    try tool.refused("checkpoint", "--sign", signers.path("own"), code: "head-unreadable", exit: 3)
    try FileManager.default.removeItem(atPath: memory)
    try tool.done("checkpoint", "--sign", signers.path("own"))
  }

  @Test func `nothing is given out that cannot be remembered or kept`() throws {
    defer { done() }
    var homeless = tool
    for home in [nil, "/proc", signers.path("own")] {
      homeless.environment["HOME"] = home
      let error = try homeless.refused(
        "checkpoint", "--sign", signers.path("own"), code: "head-not-remembered")
      #expect((error["hints"] as? [String])?.first?.contains("XDG_STATE_HOME") == true)
    }
    homeless.environment["XDG_STATE_HOME"] = "relative"
    try homeless.refused(
      "checkpoint", "--sign", signers.path("own"), code: "head-not-remembered")
    #expect(kept().isEmpty)
    // A file where the folder should be: the signature exists, and nobody gets it.
    let place = tool.folder.appending(path: "checkpoints")
    try Data().write(to: place)
    let ran = try tool.run("checkpoint", "--sign", signers.path("own"))
    #expect(ran.code == 1 && ran.out.isEmpty)
    try FileManager.default.removeItem(at: place)
    homeless.environment["XDG_STATE_HOME"] = signers.path("state")
    try homeless.done("checkpoint", "--sign", signers.path("own"))
  }

  @Test func `a key or a program that is missing is told`() throws {
    defer { done() }
    let missing = try tool.refused("checkpoint", "--sign", "no-key", code: "no-such-key")
    #expect((missing["hints"] as? [String])?.first?.contains("ssh-keygen -t ed25519") == true)
    let text = try signers.write("no key\n", "nokey")
    try tool.refused("checkpoint", "--sign", text, code: "not-signed")
    var bare = tool
    bare.environment["PATH"] = signers.path("home")
    let error = try bare.refused(
      "checkpoint", "--sign", signers.path("own"), code: "ssh-keygen-missing")
    #expect((error["message"] as? String)?.contains("ssh-keygen") == true)
    bare.environment["PATH"] = nil
    try bare.refused("checkpoint", "--sign", signers.path("own"), code: "ssh-keygen-missing")
    #expect(kept().isEmpty)
  }

  @Test func `options that do not go together are told`() throws {
    defer { done() }
    for words in [
      ["--sign", "k", "--request"], ["--add", "f"], ["--witness", "kari"], ["--old", "3"],
      ["--request", "--old", "8"], ["--add", "f", "--witness", "a/b"], ["--old", "x", "--request"],
    ] {
      let ran = try tool.run(["checkpoint"] + words)
      #expect(ran.code == 2, "\(words): \(ran.err)")
      #expect(ran.out.isEmpty)
    }
  }
}
