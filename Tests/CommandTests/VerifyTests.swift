// verify: what somebody sent, on a machine that has nothing else.

import Foundation
import Testing

struct VerifyTests {
  let signers: Signers
  let tool: Tool
  /// A machine without a ledger.
  let reader: Tool

  init() throws {
    signers = try Signers()
    tool = try signers.closed()
    reader = signers.tool(in: signers.folder, home: "reader-home")
  }

  private func done() {
    signers.remove()
    tool.remove()
  }

  private func ids(_ ran: Ran) throws -> [String] {
    try ran.json().list("findings").compactMap { $0.text("id") }
  }

  /// Expects findings of these ids, and no others, in one file.
  private func finds(_ expected: [String], in name: String, _ words: String...) throws {
    let ran = try reader.run(["verify", name, "--json"] + words)
    #expect(try ids(ran) == expected, "\(ran.out)")
    #expect(ran.code == (expected.isEmpty ? 0 : 3))
    #expect(try ran.json().text("verdict") == (expected.isEmpty ? "holds" : "does-not-hold"))
  }

  @Test func `the last line is one sentence to quote`() throws {
    defer { done() }
    try tool.done("evidence", "year", "2025", "-o", signers.path("a.zip"))
    let out = try reader.done("verify", "a.zip").out
    let last = try #require(out.split(separator: "\n").last)
    #expect(last.hasPrefix("HOLDS: the year 2025 of Prøvesentralen: "))
    #expect(last.contains("4 entries, 495 minutes; checkpoint over 12 lines with root "))
    #expect(last.hasSuffix("completeness is relative to the closing in line 12."))
    #expect(out.contains("signature: none"))
    let norwegian = try reader.done("etterprøv", "a.zip", "--lang", "nb").out
    #expect(norwegian.contains("\nHOLDER: året 2025 hos Prøvesentralen: "))
    let verbose = try reader.done("verify", "a.zip", "--verbose").out
    #expect(verbose.contains("  2025/hours = 495: holds\n"))
    #expect(!out.contains("2025/hours = "))
  }

  @Test(arguments: ["nb", "nn", "en"])
  func `the sentence is that of the checker in the bundle`(language: String) throws {
    defer { done() }
    let python = "/usr/bin/python3"
    try #require(FileManager.default.isExecutableFile(atPath: python))
    let checker = Tool.repository.appending(path: "tools/verify.py").path
    for words in [["year", "2025"], ["year", "2025", "--figures"], ["person", "p3"]] {
      let made = try tool.run(
        ["evidence"] + words + ["-o", signers.path("a.zip"), "--lang", language])
      #expect(made.code == 0, "\(made.err)")
      let ours = try reader.done("verify", "a.zip", "--lang", language).out
      let theirs = try Tool.run(python, [checker, "a.zip"], in: signers.folder).out
      #expect(ours.split(separator: "\n").last == theirs.split(separator: "\n").last)
    }
  }

  @Test func `a changed by its address`() throws {
    defer { done() }
    try tool.done("evidence", "year", "2025", "-o", signers.path("a.zip"))
    // A bundle by the same words, whose claim is another: made by the tool that tests may not have.
    let bytes = try Data(contentsOf: signers.folder.appending(path: "a.zip"))
    var index = 0
    for place in stride(from: 40, to: bytes.count, by: bytes.count / 60) {
      var flipped = bytes
      flipped[place] ^= 1
      try flipped.write(to: signers.folder.appending(path: "flip-\(index).zip"))
      index += 1
    }
    let names = (0..<index).map { "flip-\($0).zip" }
    let ran = try reader.run(["verify", "--json"] + names)
    #expect(ran.code == 3)
    let files = try ran.json().list("files")
    #expect(files.count == index && files.allSatisfy { $0["holds"] as? Bool == false })
    let text = try reader.run("verify", names[0])
    #expect(text.out.contains("bundle-damaged: "))
    #expect(text.out.split(separator: "\n").last?.hasPrefix("DOES NOT HOLD") == true)
    #expect(
      try reader.run("verify", names[0], "--lang", "nb").out.split(separator: "\n").last?
        .hasPrefix("HOLDER IKKE") == true)
  }

  @Test func `what is none of the kinds is told, and a file that is not there`() throws {
    defer { done() }
    try signers.write("hei\n", "text")
    try signers.write("PK", "zip")
    try signers.write("", "empty")
    try finds(["file-unreadable"], in: "text")
    try finds(["file-unreadable"], in: "empty")
    try finds(["bundle-damaged"], in: "zip")
    #expect(try reader.run("verify", "nowhere").code == 1)
    #expect(try reader.run("verify").code == 2)
    #expect(try reader.run("verify", "text", "--allowed-signers", "nowhere").code == 1)
  }

  @Test func `a proof of another line, or of a line that is none, does not hold`() throws {
    defer { done() }
    let proof = try tool.done("evidence", "h9").out
    try signers.write(proof, "proof")
    try finds([], in: "proof")
    try signers.write(proof.replacing("\nindex 8\n", with: "\nindex 9\n"), "moved")
    try finds(["proof-fails"], in: "moved")
    var lines = proof.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    lines.remove(at: 3)
    try signers.write(lines.joined(separator: "\n"), "short")
    try finds(["proof-fails"], in: "short")
    // A tree of one leaf: bytes that are no line of ours; and line 9, said to be line 1.
    func alone(_ entry: Data) throws -> String {
      let hash = try Tool.run(
        "/bin/sh",
        [
          "-c",
          "{ printf '\\0'; printf '%s' \"$1\" | base64 -d; } | openssl dgst -sha256 -binary | base64",
          "-", entry.base64EncodedString(),
        ], in: signers.folder)
      try #require(hash.code == 0)
      return "c2sp.org/tlog-proof@v1\nextra \(entry.base64EncodedString())\nindex 0\n\norigin\n1\n"
        + hash.out
    }
    let extra = try #require(proof.firstMatch(of: #/\nextra (.*)\n/#)?.1)
    try signers.write(alone(#require(Data(base64Encoded: String(extra)))), "renumbered")
    try finds(["number-wrong"], in: "renumbered")
    let entry = String(repeating: "0", count: 64) + "{\"seq\":1}"
    try signers.write(alone(Data(entry.utf8)), "foreign")
    try finds(["line-damaged"], in: "foreign")
  }

  @Test func `signatures are checked against those who may sign, each in its role`() throws {
    defer { done() }
    let body = try tool.done("checkpoint").out
    try signers.write(body, "head")
    let allowed = ["--allowed-signers", signers.path("allowed")]
    try finds(["signature-missing"], in: "head", allowed[0], allowed[1])
    func signed(
      _ text: String, by key: String, _ namespace: String, as name: String = "head.sig",
      finds expected: [String]
    ) throws {
      try signers.write(signers.sign(text, by: key, namespace: namespace), name)
      try finds(expected, in: "head", allowed[0], allowed[1])
      try FileManager.default.removeItem(atPath: signers.path(name))
    }
    try signed(body, by: "own", "checkpoint.dugnad", finds: [])
    try signed(
      body, by: "witness", "witness.dugnad", as: "head.kari.witness.sig", finds: [])
    // By an unknown key; over another text; in a role that the key has not; in none of ours.
    try signed(body, by: "stranger", "checkpoint.dugnad", finds: ["signer-unknown"])
    try signed(body + "\n", by: "own", "checkpoint.dugnad", finds: ["signature-fails"])
    try signed(body + "\n", by: "stranger", "checkpoint.dugnad", finds: ["signature-fails"])
    try signed(body, by: "own", "witness.dugnad", finds: ["signature-fails"])
    try signed(body, by: "own", "file", finds: ["signature-fails"])
    // The ledger's own signature under the name of a witness.
    try signed(
      body, by: "own", "checkpoint.dugnad", as: "head.kari.witness.sig",
      finds: ["signature-fails"])
    // Without the list nothing is checked, and that is said.
    try signers.write(
      signers.sign(body, by: "stranger", namespace: "checkpoint.dugnad"), "head.sig")
    let unchecked = try reader.done("verify", "head")
    #expect(unchecked.out.contains("signature head.sig: not checked (the ledger, SHA256:"))
    #expect(
      try reader.done("etterprøv", "head", "--lang", "nb").out.contains("ikke kontrollert"))
    // A signature that is none is wrong also without a list.
    try signers.write("nonsense", "head.sig")
    try finds(["signature-fails"], in: "head")
    var bare = reader
    bare.environment["PATH"] = ""
    try signers.write(signers.sign(body, by: "own", namespace: "checkpoint.dugnad"), "head.sig")
    let missing = try bare.run("verify", "head", allowed[0], allowed[1])
    #expect(missing.code == 1 && missing.err.contains("ssh-keygen"))
    #expect(missing.out.isEmpty, "no verdict without the check that was asked for")
  }

  @Test func `a witness's answer carries its own signature`() throws {
    defer { done() }
    try tool.done("checkpoint", "--request", "-o", signers.path("ask"))
    try reader.done("witness", "ask", "--sign", signers.path("witness"), "-o", "answer")
    try finds([], in: "answer", "--allowed-signers", signers.path("allowed"))
    let json = try reader.done(
      "verify", "answer", "--json", "--allowed-signers", signers.path("allowed")
    ).json()
    let signature = try #require(json.list("files").first?.list("signatures").first)
    #expect(signature.text("namespace") == "witness.dugnad")
    #expect(signature.text("principal") == "witness@example.test")
    #expect(signature.text("key")?.hasPrefix("SHA256:") == true)
    let known = try Tool.run(
      "/usr/bin/ssh-keygen", ["-l", "-f", signers.path("witness.pub")], in: signers.folder)
    #expect(known.out.contains(signature.text("key") ?? "–"))
  }

  @Test func `nothing is left in the temporary folder`() throws {
    defer { done() }
    try tool.done("checkpoint", "--sign", signers.path("own"))
    let scratch = signers.folder.appending(path: "scratch")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    var there = reader
    there.environment["TMPDIR"] = scratch.path
    let head = tool.folder.appending(path: "checkpoints/12.checkpoint").path
    try there.done("verify", head, "--allowed-signers", signers.path("allowed"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path).isEmpty)
  }
}
