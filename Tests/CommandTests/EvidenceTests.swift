// evidence: the same bytes every time, under the newest signed head that covers what is in it.

import Foundation
import Testing

extension Signers {
  /// A small ledger whose year 2025 is closed: entries h8 to h11, an unfinished correction of none.
  func closed() throws -> Tool {
    let tool = try small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "60", "--on", "2025-02-03")
    try tool.done("hours", "add", "kafe", "-p", "p4", "-m", "90", "--on", "2025-02-04")
    try tool.done("hours", "add", "tur", "-p", "p3", "-m", "45", "--on", "2025-03")
    try tool.done("hours", "add", "tur", "--headcount", "5", "-m", "300", "--on", "2025-05-01")
    try tool.done(
      "close", "2025", "--accept", "unapproved", "--accept", "no-category", "--reason", "board")
    return tool
  }
}

struct EvidenceTests {
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

  private func bytes(_ name: String) throws -> Data {
    try Data(contentsOf: signers.folder.appending(path: name))
  }

  private func verified(_ name: String, _ words: String...) throws -> [String: Any] {
    let ran = try signers.tool(in: signers.folder).run(["verify", name, "--json"] + words)
    let json = try ran.json()
    #expect(ran.code == (json.text("verdict") == "holds" ? 0 : 3))
    return json
  }

  @Test func `a year is the same bytes every time, and verifies without the ledger`() throws {
    defer { done() }
    let first = try tool.done("evidence", "year", "2025", "-o", signers.path("a.zip"))
    #expect(first.err.contains("nobody has signed"))
    let again = try tool.done("dokumentasjon", "år", "2025", "-o", signers.path("b.zip"), "--json")
    #expect(try bytes("a.zip") == bytes("b.zip"))
    let json = try again.json()
    #expect(json.int("bytes") == (try bytes("a.zip").count))
    #expect((json["signatures"] as? [String]) == [])
    let check = try verified("a.zip")
    #expect(check.text("verdict") == "holds")
    let figures = check.list("figures")
    func figure(_ address: String) -> Int? {
      figures.first { $0.text("figure") == address }?.int("value")
    }
    #expect(figure("2025/hours") == 495)
    #expect(figure("2025/entries") == 4)
    #expect(figure("2025/distinct") == 2)
    #expect(figure("2025/headcount") == 5)
    #expect(figure("2025/kafe/hours") == 150)
    #expect(figures.allSatisfy { $0["holds"] as? Bool == true })
    // The language is the bundle's.
    try tool.done("evidence", "year", "2025", "-o", signers.path("nb.zip"), "--lang", "nb")
    let text = String(decoding: try bytes("nb.zip"), as: UTF8.self)
    #expect(text.contains("\"language\":\"nb\"") && text.contains("Slik kontrollerer du"))
    #expect(try bytes("nb.zip") != bytes("a.zip"))
  }

  @Test func `the newest signed head that covers the year is used, also later`() throws {
    defer { done() }
    try tool.done("checkpoint", "--sign", signers.path("own"))
    try tool.done("checkpoint", "--request", "-o", signers.path("ask"))
    let witness = signers.tool(in: signers.folder, home: "witness-home")
    try witness.done(
      "witness", "ask", "--sign", signers.path("witness"), "-o", signers.path("answer"))
    try tool.done("checkpoint", "--add", signers.path("answer"), "--witness", "kasserer")
    let ran = try tool.done("evidence", "year", "2025", "-o", signers.path("a.zip"))
    #expect(ran.err.contains("Signed at line 12; witness: kasserer."))
    try tool.done("hours", "add", "kafe", "-p", "p5", "-m", "7")
    try tool.done("evidence", "year", "2025", "-o", signers.path("b.zip"))
    #expect(try bytes("a.zip") == bytes("b.zip"), "what was recorded since is not in it")
    let check = try verified("a.zip", "--allowed-signers", signers.path("allowed"))
    #expect(check.text("verdict") == "holds")
    let signatures = try #require(check.list("files").first?.list("signatures"))
    #expect(signatures.map { $0.text("status") } == ["good", "good"])
    #expect(
      signatures.map { $0.text("principal") } == ["own@example.test", "witness@example.test"])
    // Approved after it was signed: that head does not cover the approval.
    try tool.done("close", "2025", "--approved", "today")
    let later = try tool.done("evidence", "year", "2025", "-o", signers.path("c.zip"))
    #expect(later.err.contains("nobody has signed"))
    #expect(try verified("c.zip").text("verdict") == "holds")
    try tool.done("checkpoint", "--sign", signers.path("own"))
    #expect(
      try tool.done("evidence", "year", "2025", "-o", signers.path("c.zip")).err
        .contains("Signed at line 14."))
  }

  @Test func `a kept head that the log does not extend stops, one that is not signed is not used`()
    throws
  {
    defer { done() }
    let body = try tool.done("checkpoint", "--sign", signers.path("own")).out
    let file = tool.folder.appending(path: "checkpoints/12.checkpoint")
    let lines = body.split(separator: "\n")
    try Data("\(lines[0])\n12\n\(String(repeating: "A", count: 43))=\n".utf8).write(to: file)
    // Nothing is proved on a log that does not go on from what was given away.
    #expect(try tool.run("evidence", "year", "2025", "-o", signers.path("a.zip")).code == 3)
    try Data(body.utf8).write(to: file)
    try tool.done("hours", "add", "kafe", "-p", "p5", "-m", "7")
    for text in ["", try signers.sign(body, by: "own", namespace: "witness.dugnad")] {
      try Data(text.utf8).write(to: URL(filePath: file.path + ".sig"))
      let ran = try tool.done("evidence", "year", "2025", "-o", signers.path("a.zip"), "--json")
      #expect(ran.err.contains("nobody has signed"))
      #expect(try ran.json().int("size") == 13, "the present head, not one that is unsigned")
    }
  }

  @Test func `figures alone hold no entry and claim nobody`() throws {
    defer { done() }
    try tool.done("evidence", "year", "2025", "--figures", "-o", signers.path("f.zip"))
    let text = String(decoding: try bytes("f.zip"), as: UTF8.self)
    #expect(!text.contains("\"type\":\"hours.logged\""))
    let check = try verified("f.zip")
    #expect(check.text("verdict") == "holds")
    #expect(check.list("figures").count { $0["holds"] as? Bool == true } == 5)
    try tool.refused(
      "evidence", "person", "p3", "--figures", "-o", "x", code: "figures-of-year", exit: 2)
  }

  @Test func `a person's bundle is about that person alone, and about now`() throws {
    defer { done() }
    let ran = try tool.done(
      "evidence", "person", "Frivillig Alfa", "-o", signers.path("p.zip"))
    #expect(ran.err.contains("for Frivillig Alfa alone"))
    let text = String(decoding: try bytes("p.zip"), as: UTF8.self)
    #expect(text.contains("Frivillig Alfa") && !text.contains("Frivillig Beta"))
    #expect(!text.contains("\"person\":\"p4\""))
    let check = try verified("p.zip")
    #expect(check.text("verdict") == "holds")
    #expect(check.list("figures").first { $0.text("figure") == "p3/hours" }?.int("value") == 105)
    // Signed, then more for somebody else: the signed head still says all there is.
    try tool.done("checkpoint", "--sign", signers.path("own"))
    try tool.done("hours", "add", "kafe", "-p", "p4", "-m", "7")
    #expect(
      try tool.done("evidence", "person", "p3", "-o", signers.path("p.zip")).err
        .contains("Signed at line 12"))
    // More for p3: the signed head does not.
    try tool.done("hours", "add", "kafe", "-p", "p3", "-m", "8")
    #expect(
      try tool.done("evidence", "person", "p3", "-o", signers.path("p.zip")).err
        .contains("nobody has signed"))
    // Without the register there is no name, and the lines are the same.
    try FileManager.default.removeItem(at: tool.folder.appending(path: "register"))
    try tool.done("evidence", "person", "p3", "-o", signers.path("q.zip"))
    #expect(!String(decoding: try bytes("q.zip"), as: UTF8.self).contains("Frivillig Alfa"))
    #expect(try verified("q.zip").text("verdict") == "holds")
  }

  @Test func `the proof of one line is a C2SP tlog-proof`() throws {
    defer { done() }
    try tool.done("checkpoint", "--sign", signers.path("own"))
    for (typed, index) in [("h9", 8), ("9", 8), ("1", 0), ("p3", 2), ("12", 11)] {
      let ran = try tool.done("evidence", typed)
      #expect(ran.out.hasPrefix("c2sp.org/tlog-proof@v1\nextra "))
      #expect(ran.out.contains("\nindex \(index)\n"))
      try signers.write(ran.out, "proof")
      #expect(try verified("proof").text("verdict") == "holds")
    }
    try tool.done("evidence", "h9", "-o", signers.path("h9.tlog-proof"))
    let check = try verified("h9.tlog-proof", "--allowed-signers", signers.path("allowed"))
    #expect(check.text("verdict") == "holds")
    #expect(check.list("files").first?.list("signatures").count == 1)
    #expect(try tool.done("evidence", "h9", "--json").json().int("line") == 9)
    try tool.refused("evidence", "h99", code: "no-such-line")
    try tool.refused("evidence", "hva", code: "unknown-id")
    try tool.refused("evidence", "h9", "h10", code: "evidence-of-one", exit: 2)
  }

  @Test func `a grant is shown as its report was sent, under a head that covers it`() throws {
    defer { done() }
    let out = signers.path("g.zip")
    try tool.done(
      "grant", "add", "--funder", "Fond", "--scheme", "Gaver", "--year", "2025", "--activity",
      "kafe")
    let grant = try #require(
      try tool.done("grant", "list", "--json").json().items.first?.text("id"))
    try tool.refused("evidence", "grant", "tilskuddet", "-o", out, code: "bad-grant", exit: 2)
    try tool.refused("evidence", "grant", "-o", out, code: "which-needed", exit: 2)
    try tool.refused("evidence", "grant", "g3", "-o", out, code: "unknown-grant")
    let error = try tool.refused("evidence", "grant", grant, "-o", out, code: "not-sent")
    #expect(
      (error["hints"] as? [String])?.first?.contains("report grant \(grant) --sent-to") == true)
    try tool.done("report", "grant", grant, "--sent-to", "Fond")
    try tool.done("checkpoint", "--sign", signers.path("own"))
    try tool.done("evidence", "grant", grant, "-o", out)
    let check = try verified("g.zip", "--allowed-signers", signers.path("allowed"))
    #expect(check.text("verdict") == "holds")
    #expect(check.list("figures").contains { $0.text("figure") == "\(grant)/kafe/hours" })
    // What comes later is of a later report.
    try tool.done("hours", "add", "kafe", "-p", "p5", "-m", "7")
    try tool.done("dokumentasjon", "tilskudd", grant, "-o", signers.path("again.zip"))
    #expect(try bytes("g.zip") == bytes("again.zip"))
  }

  @Test func `what has no evidence yet is told, with the way`() throws {
    defer { done() }
    let out = signers.path("x.zip")
    let error = try tool.refused("evidence", "year", "2024", "-o", out, code: "not-closed")
    #expect((error["hints"] as? [String])?.first?.contains("dugnad close 2024") == true)
    try tool.refused("evidence", "year", "25", "-o", out, code: "bad-year", exit: 2)
    try tool.refused("evidence", "year", "-o", out, code: "which-needed", exit: 2)
    try tool.refused("evidence", "year", "2025", code: "output-needed", exit: 2)
    try tool.refused("evidence", "person", "p99", "-o", out, code: "unknown-person")
    try tool.done("reopen", "2025", "--reason", "mistake")
    try tool.refused("evidence", "year", "2025", "-o", out, code: "not-closed")
    #expect(!FileManager.default.fileExists(atPath: out))
  }

  @Test func `no evidence is written into the ledger's own folders`() throws {
    defer { done() }
    try tool.done("checkpoint", "--sign", signers.path("own"))
    let before = try tool.contents()
    for folder in ["events", "register", "checkpoints"] {
      try tool.refused(
        "evidence", "year", "2025", "-o", "\(folder)/x.zip", code: "output-in-ledger", exit: 2)
      try tool.refused(
        "evidence", "h9", "-o", "\(folder)/12.checkpoint", code: "output-in-ledger", exit: 2)
    }
    #expect(try tool.contents() == before)
  }
}
