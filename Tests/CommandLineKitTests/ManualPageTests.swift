// The manual page: its sections, its escapes, and what readers of such pages make of it.

import Foundation
import Testing

@testable import CommandLineKit

struct ManualPageTests {
  static let page = CompletionSample.tool.manualPage(
    words: .short,
    titles: ManualWords(
      name: "Navn", synopsis: "Oversikt", description: "Beskrivelse", volume: "Brukerkommandoer"),
    version: "1.0-rc1", date: "2024-11-01",
    sections: [
      ManualSection(
        "Sluttkoder", [.text("Slik:"), .term("0", "i orden"), .term("70", "en feil hos oss")]),
      ManualSection(
        "Filer",
        [
          .text(String(repeating: "uten så mye øving på høst-året ", count: 20)),
          .term("~/.dugtest", "'Egne' ord.\nTo linjer."), .text("Én.\n\n.To \\fB^`x`\"."),
        ]),
    ])
  static let lines = page.split(separator: "\n").map { String($0) }

  @Test func `the sections come in their order, what is passed in last`() {
    #expect(
      Self.lines.filter { $0.hasPrefix(".SH") }.map { $0.dropFirst(4) } == [
        "\"NAVN\"", "\"OVERSIKT\"", "\"BESKRIVELSE\"", "\"COMMANDS\"", "\"OPTIONS\"",
        "\"EXAMPLES\"", "\"SLUTTKODER\"", "\"FILER\"",
      ])
    #expect(
      Self.lines[1] == #".TH "DUGTEST" "1" "2024-11-01" "dugtest 1.0\-rc1" "Brukerkommandoer""#)
    #expect(Self.lines[3] == #"dugtest \- Viser hva som venter."#)
  }

  @Test func `every command stands once, those without a group first, with its own options`() {
    let commands = Self.lines.filter { $0.hasPrefix(#"\fBdugtest "#) }.prefix(6)
    #expect(
      commands == [
        #"\fBdugtest eksport\fR [options] csv|json [TARGET]"#, #"\fBdugtest help\fR [options]"#,
        #"\fBdugtest timer\fR COMMAND [options]"#,
        #"\fBdugtest timer ny\fR \-\-minutes N [options] ACTIVITY [PERSON…]"#,
        #"\fBdugtest timer rett\fR [options]"#, #"\fBdugtest påmelding\fR [options]"#,
      ])
    #expect(Self.lines.filter { $0.contains(#"\-\-språk"#) }.count == 1, "handed down, said once")
    #expect(Self.lines.contains(#"\fB\-q\fR, \fB\-\-quiet\fR, \fB\-\-stille\fR"#))
    #expect(Self.lines.contains("Si ingenting. (default nei)"))
    #expect(Self.lines.contains("Før tid: én gang. (Also: hours add)"))
    #expect(!Self.page.contains("Svar et skript."), "what is hidden stays out")
    let opened = Self.lines.filter { $0 == ".RS" }.count
    #expect(opened == 4 && Self.lines.filter { $0 == ".RE" }.count == opened)
  }

  @Test func `text cannot become a request or an escape`() {
    #expect(
      Self.lines.contains(#"\&.Et punktum først, og en \e midt i: «it\(aqs» \-"#))
    #expect(Self.lines.contains(#"\(dqslik\(dq."#))
    #expect(Self.lines.contains(#"\&\(aqEgne\(aq ord."#))
    #expect(Self.lines.contains(#"\&.To \efB\(ha\(gax\(ga\(dq."#))
    #expect(Self.lines.contains(#"\fB\(ti/.dugtest\fR"#))
    let requests = Set(Self.lines.filter { $0.hasPrefix(".") }.map { $0.prefix { $0 != " " } })
    #expect(
      requests == [#".\""#, ".TH", ".SH", ".SS", ".TP", ".IP", ".RS", ".RE", ".PP", ".br"])
  }

  @Test func `long text is wrapped in the source, and a wrapped line is guarded too`() {
    var roff = Roff()
    roff.text(String(repeating: "bcde ", count: 15) + "b .x y", paragraph: ".PP")
    #expect(roff.lines.count == 2 && roff.lines[1] == #"\&.x y"#)
  }

  @Test(.enabled(if: installed("groff") != nil, "groff is not installed"))
  func `groff has nothing to say`() throws {
    #expect(try read(by: "groff", ["-K", "utf8", "-man", "-Tutf8", "-ww", "-z"]) == "")
  }

  @Test(.enabled(if: installed("mandoc") != nil, "mandoc is not installed"))
  func `mandoc has nothing to say`() throws {
    #expect(try read(by: "mandoc", ["-Tlint", "-W", "all"]) == "")
  }

  @Test(.enabled(if: installed("mandoc") != nil, "mandoc is not installed"))
  func `on paper every sign is what was written`() throws {
    let shown = try read(by: "mandoc", ["-Tutf8", "-Owidth=200"])
    for text in [
      ".Et punktum først, og en \\ midt i: «it's» - \"slik\".", ".To \\fB^`x`\".", "~/.dugtest",
      "--minutes N", "dugtest timer ny 'Språkkafé i parken' -m 5", "'Egne' ord.",
    ] {
      #expect(shown.replacing(/.\u{8}/, with: "").contains(text), "\(text)")
    }
  }

  @Test(.enabled(if: installed("man") != nil, "man is not installed"))
  func `man shows it`() throws {
    #expect(try read(by: "man", ["--warnings", "-P", "cat", "-l"]).contains("Språket: nb, nn"))
  }

  private func read(by program: String, _ words: [String]) throws -> String {
    let shop = try Workshop(for: .bash)
    defer { shop.remove() }
    try shop.write(Self.page, to: "dugtest.1")
    return try shop.run(
      #require(installed(program)), words + [shop.folder.appending(path: "dugtest.1").path])
  }
}
