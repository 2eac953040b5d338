// A report that is sent: recorded once its file is in the sender's hands, kept without names, and never
// written over.

import Foundation
import Testing

struct SendingTests {
  /// A ledger with a grant and a claimed hour; `g` is the grant.
  private func granted() throws -> (tool: Tool, g: String) {
    let tool = try Tool.small()
    try tool.done("hours", "add", "kafe", "-p", "p3", "--on", "2024-03-01", "-m", "60")
    try tool.done("hours", "approve", "--all")
    let added = try tool.done(
      "grant", "add", "--profile", "blank", "--funder", "Fylket", "--scheme", "Møteplasser",
      "--year", "2024")
    let g = try #require(added.out.split(separator: ":").first.map(String.init))
    try tool.done("grant", "claim", g, "--activity", "kafe")
    return (tool, g)
  }

  private func kept(in tool: Tool) -> [String] {
    let path = tool.folder.appending(path: "sent").path
    return (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
  }

  @Test func `what cannot be written is not recorded as sent`() throws {
    let (tool, g) = try granted()
    defer { tool.remove() }
    let before = try tool.log()
    let ran = try tool.run(
      "report", "grant", g, "--sent-to", "Fylket", "-o", "no-such-folder/report.txt")
    #expect(ran.code == 1 && ran.err.contains("no such folder"), "\(ran.err)")
    #expect(try tool.log() == before)
  }

  @Test func `a dry run writes nothing at all`() throws {
    let (tool, g) = try granted()
    defer { tool.remove() }
    let before = try tool.log()
    try tool.done("report", "grant", g, "--sent-to", "Fylket", "-o", "r.txt", "--dry-run")
    #expect(try tool.log() == before)
    #expect(kept(in: tool).isEmpty)
    #expect(!FileManager.default.fileExists(atPath: tool.folder.appending(path: "r.txt").path))
  }

  @Test func `what is kept bears its digest and no name, and nothing is written over it`() throws {
    let (tool, g) = try granted()
    defer { tool.remove() }
    let ran = try tool.done("report", "grant", g, "--names", "--sent-to", "Fylket")
    #expect(ran.out.contains("Frivillig"), "the names are for the eyes that asked: \(ran.out)")
    let file = try #require(kept(in: tool).first)
    let bytes = try String(
      contentsOf: tool.folder.appending(path: "sent/\(file)"), encoding: .utf8)
    #expect(!bytes.contains("Frivillig A") && bytes.contains("p3"))
    #expect(try tool.log().contains(#""file":"\#(file.dropLast(4))""#))
    let over = try tool.run("report", "grant", g, "-o", "sent/\(file)")
    #expect(
      over.code == 2 && over.err.contains("output-in-ledger") || over.err.contains("ledger itself"))
    #expect(
      try String(contentsOf: tool.folder.appending(path: "sent/\(file)"), encoding: .utf8) == bytes)
  }

  @Test func `a report goes to an office and never to a person by name`() throws {
    let (tool, g) = try granted()
    defer { tool.remove() }
    let before = try tool.log()
    let ran = try tool.run("report", "grant", g, "--sent-to", "frivillig alfa")
    #expect(ran.code == 1 && ran.err.contains("names nobody"), "\(ran.err)")
    #expect(try tool.log() == before)
  }

  @Test func `a link in the place of the folder is not followed`() throws {
    let (tool, g) = try granted()
    defer { tool.remove() }
    let outside = tool.folder.appending(path: "outside")
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: tool.folder.appending(path: "sent"), withDestinationURL: outside)
    let before = try tool.log()
    let ran = try tool.run("report", "grant", g, "--sent-to", "Fylket")
    #expect(ran.code == 1, "\(ran.out)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: outside.path).isEmpty)
    #expect(try tool.log() == before)
  }

  @Test func `marks, participants and money since a report are told`() throws {
    let (tool, g) = try granted()
    defer { tool.remove() }
    try tool.done("report", "grant", g, "--sent-to", "Fylket")
    try tool.done("report", "year", "2024", "--full", "--sent-to", "Kommunen")
    let nothing = try tool.done("report", "grant", g, "--since", "last")
    #expect(nothing.out.contains("Nothing has changed"))
    try tool.done("hours", "mark", "h8", "--mark", "travel")
    try tool.done("participants", "add", "--activity", "kafe", "--on", "2024-03-01", "--count", "9")
    let grant = try tool.done("report", "grant", g, "--since", "last")
    #expect(grant.out.contains("travel time") && grant.out.contains("9"), "\(grant.out)")
    let year = try tool.done("report", "year", "2024", "--since", "last")
    #expect(year.out.contains("9") && !year.out.contains("Nothing has changed"), "\(year.out)")
  }
}
