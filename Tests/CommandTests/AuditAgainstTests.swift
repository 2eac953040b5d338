// audit --against: what somebody kept, in any of its forms, held against the log.

import Foundation
import Testing

struct AuditAgainstTests {
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

  /// The ids that `audit --against` finds, and its exit code.
  private func against(_ what: String..., in ledger: Tool? = nil) throws -> [String] {
    let ran = try (ledger ?? tool).run(["audit", "--json"] + what.flatMap { ["--against", $0] })
    let json = try ran.json()
    let findings = json.list("findings")
    let fails = findings.contains { $0.text("severity") == "error" }
    #expect(ran.code == (fails ? 3 : 0))
    #expect(json["ok"] as? Bool == !fails)
    for finding in findings { #expect(finding.text("remedy")?.isEmpty == false) }
    return findings.compactMap { $0.text("id") }
  }

  private func text(_ what: String, in ledger: Tool) throws -> String {
    try ledger.run("audit", "--against", what).out.plain
  }

  private func hours(_ ledger: Tool, _ minutes: Int) throws {
    try ledger.done("hours", "add", "kafe", "-p", "p3", "-m", "\(minutes)")
  }

  /// Every form a head may have been kept in, made of a ledger now.
  private func forms() throws -> [String] {
    let head = try signers.write(tool.done("checkpoint").out, "head")
    let body = try signers.read("head")
    try tool.done("checkpoint", "--request", "-o", signers.path("ask"))
    let witness = signers.tool(in: signers.folder, home: "witness-home")
    try witness.run("witness", "ask", "--sign", signers.path("witness"), "-o", "answer")
    try tool.done("evidence", "h9", "-o", signers.path("proof"))
    try tool.done("evidence", "year", "2025", "-o", signers.path("year.zip"))
    try tool.done("evidence", "year", "2025", "--figures", "-o", signers.path("figures.zip"))
    let note = try signers.write(body + "\n— example.test Az3grl…\n", "note")
    let mailed = try signers.write(
      body.replacing("\n", with: "\r\n").trimmingCharacters(in: .newlines), "mailed")
    return [
      head, signers.path("ask"), signers.path("answer"), signers.path("proof"),
      signers.path("year.zip"), signers.path("figures.zip"), note, mailed,
    ]
  }

  @Test func `the same head and one that the log goes on from, in every form`() throws {
    defer { done() }
    let forms = try forms()
    for form in forms { #expect(try against(form) == ["head-same"], "\(form)") }
    let good = try text(forms[0], in: tool)
    #expect(good.contains("IN ORDER – and in agreement with 1 head that somebody else kept"))
    #expect(!good.contains("as far as a chain alone can see"))
    try hours(tool, 30)
    for form in forms { #expect(try against(form) == ["head-extends"], "\(form)") }
    let all = try tool.run(["audit", "--json"] + forms.flatMap { ["--against", $0] }).json()
    #expect(all.int("headsAgreed") == forms.count)
    #expect(
      try tool.run("kontroll", "--mot", forms[0], "--lang", "nb").out.plain
        .contains("I ORDEN – og i samsvar med 1 hode som andre har tatt vare på"))
  }

  @Test func `a cut tail is seen in every form`() throws {
    defer { done() }
    let backup = try signers.copy(of: tool)
    defer { backup.remove() }
    try hours(tool, 30)
    for form in try forms() {
      #expect(try against(form, in: backup) == ["head-cut"], "\(form)")
      #expect(try text(form, in: backup).contains("the head is at line 13, the log has 12"))
      #expect(try text(form, in: backup).contains("NOT IN ORDER"))
    }
    // Without it nothing is seen: that is what heads are for.
    #expect(try backup.done("audit").out.contains("as far as a chain alone can see"))
  }

  @Test func `a history rewritten with a fresh chain is seen, and where`() throws {
    defer { done() }
    let backup = try signers.copy(of: tool)
    defer { backup.remove() }
    let early = try signers.write(tool.done("checkpoint").out, "early")
    for minutes in [30, 31, 32] { try hours(tool, minutes) }
    let forms = try forms()
    for minutes in [30, 41, 42, 43] { try hours(backup, minutes) }
    #expect(try backup.done("audit").code == 0, "the chain alone is whole")
    for form in forms { #expect(try against(form, in: backup) == ["head-rewritten"], "\(form)") }
    #expect(try text(forms[0], in: backup).contains("somewhere in lines 1 to 15"))
    // A head that agrees narrows it down, and a bundle's lines agree too.
    let both = try backup.run("audit", "--against", forms[0], "--against", early).out
    #expect(both.contains("somewhere in lines 13 to 15"), "\(both)")
    #expect(try text(forms[4], in: backup).contains("somewhere in lines 13 to 15"))
    #expect(!both.contains("IN ORDER – and"))
  }

  @Test func `lines of a bundle tell from which line on`() throws {
    defer { done() }
    let backup = try signers.copy(of: tool)
    defer { backup.remove() }
    try hours(tool, 30)
    try hours(tool, 31)
    try tool.done("evidence", "person", "p3", "-o", signers.path("p.zip"))
    try hours(backup, 40)
    try hours(backup, 41)
    // p3's bundle holds lines 1, 3, 6, 7, 8, 10, 13 and 14, and the digits of 12.
    let told = try text(signers.path("p.zip"), in: backup)
    #expect(told.contains("rewritten") && told.contains("from line 13 on"), "\(told)")
    #expect(
      try backup.run("kontroll", "--lang", "nb", "--mot", signers.path("p.zip")).out
        .contains("fra linje 13"))
  }

  @Test func `another ledger's head is foreign, and what holds none is told`() throws {
    defer { done() }
    let other = try Tool()
    defer { other.remove() }
    try other.done("init", "--name", "En annen", "--coordinator", "Ola Eksempel")
    let head = try signers.write(other.done("checkpoint").out, "other")
    #expect(try against(head) == ["head-foreign"])
    #expect(
      try text(head, in: tool).contains(try other.done("checkpoint").out.split(separator: "\n")[0]))
    for (index, text) in ["", "hei\n", "PK\u{3}\u{4}", "x\n1\nroot\n"].enumerated() {
      #expect(try against(signers.write(text, "bad-\(index)")) == ["head-unreadable"])
    }
    #expect(try against("nowhere") == ["head-unreadable"])
    // One that agrees does not hide one that does not.
    let good = try signers.write(tool.done("checkpoint").out, "good")
    #expect(try Set(against(good, head)) == ["head-same", "head-foreign"])
    // A bundle that somebody changed is no head.
    try tool.done("evidence", "year", "2025", "-o", signers.path("a.zip"))
    var bytes = try Data(contentsOf: URL(filePath: signers.path("a.zip")))
    bytes[bytes.count / 2] ^= 1
    try bytes.write(to: URL(filePath: signers.path("a.zip")))
    #expect(try against(signers.path("a.zip")) == ["head-unreadable"])
  }

  @Test(arguments: ["nb", "nn", "en"])
  func `the last line of a printed report, in a file or typed`(language: String) throws {
    defer { done() }
    let backup = try signers.copy(of: tool)
    defer { backup.remove() }
    try hours(tool, 30)
    func foot(_ words: String...) throws -> String {
      let report = try tool.run(words + ["--lang", language]).out
      let file = try signers.write(report, "report")
      #expect(try against(file).allSatisfy { ["head-same", "head-extends"].contains($0) })
      return try #require(
        report.split(separator: "\n").first {
          $0.contains(#/(linje|line) [0-9]+, .*[0-9a-f]{12}$/#)
        }.map(String.init))
    }
    // An open year: the hash of the last line.
    let open = try foot("report", "year", "2026")
    #expect(try against(open) == ["head-same"], "\(open)")
    #expect(try against(open, in: backup) == ["head-cut"])
    // A closed one: the digest in its closing.
    let closed = try foot("report", "year", "2025")
    #expect(try against(closed) == ["head-extends"], "\(closed)")
    #expect(try against(closed, in: backup) == ["head-extends"])
    #expect(try against(String(open.dropLast(4))) == ["head-same"], "eight digits are enough")
    #expect(try against(String(open.dropLast(5))) == ["head-unreadable"], "seven are not")
    for line in [open, closed] {
      let last = try #require(line.last)
      let other = line.dropLast() + (last == "0" ? "1" : "0")
      #expect(try against(String(other)) == ["head-rewritten"])
    }
    #expect(
      try against(closed.replacing("12, ", with: "11, ")) == ["head-rewritten"],
      "a line that is no closing")
  }

  @Test func `heads are held against a damaged log as far as it is in order`() throws {
    defer { done() }
    let head = try signers.write(tool.done("checkpoint").out, "head")
    try AuditTests.tamper(tool) { $0 = $0.replacing("\"minutes\":90", with: "\"minutes\":99") }
    let ids = try against(head)
    #expect(ids.contains("chain-broken"))
    #expect(ids.contains("head-rewritten") && !ids.contains("head-cut"))
    #expect(try text(head, in: tool).contains("somewhere in lines 9 to 12"))
  }

  @Test func `every finding is listed`() throws {
    defer { done() }
    let listed = try tool.done("audit", "--list-checks", "--json").json().items
    let heads = listed.filter { $0.text("id")?.hasPrefix("head-") == true }
    #expect(heads.count == 6)
    #expect(heads.count { $0.text("severity") == "notice" } == 2)
  }
}
