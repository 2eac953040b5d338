// help --completions, --man and --complete: what the tool tells about itself, to shells and readers.

import Foundation
import Testing

struct CompletionsTests {
  @Test(arguments: ["bash", "zsh", "fish"])
  func `the script of a shell, by either name`(shell: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let script = try tool.done("help", "--completions", shell)
    #expect(script.err.isEmpty)
    #expect(script.out.contains("--from-shift"))
    #expect(try tool.done("completions", shell).out == script.out)
    #expect(try tool.done("hjelp", "--completions", shell, "--lang", "nb").out.contains("timer"))
    #expect(!script.out.contains("'--complete'"), "what only scripts call is not offered")
  }

  @Test func `an unknown shell is wrong usage`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    #expect(try tool.run("completions", "csh").code == 2)
    #expect(try tool.run("help", "--completions", "csh").code == 2)
  }

  @Test func `candidates are one a line, what it is after a tab`() throws {
    let tool = try FromShiftTests.held()
    defer { tool.remove() }
    func lines(_ list: String) throws -> [String] {
      let ran = try tool.done("help", "--complete", list)
      #expect(ran.err.isEmpty)
      return ran.out.split(separator: "\n").map(String.init)
    }
    #expect(try lines("persons").contains("Frivillig Ærlig\tp5"))
    #expect(try lines("persons").contains("p5\tFrivillig Ærlig"))
    #expect(try lines("activities") == ["kafe\tKafé", "tur\tTur"])
    #expect(try lines("shifts") == ["s8\tkafe 2024-03-01 18:00–20:00"])
    #expect(try lines("years").isEmpty)
    try tool.done("hours", "add", "--from-shift", "s8")
    #expect(try lines("years") == ["2024"])
    #expect(try lines("exports") == ["entries", "persons", "activities", "shifts"])
    #expect(try lines("nothing").isEmpty)
  }

  @Test func `candidates fail in silence`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for words in [
      ["help", "--complete", "persons"], ["help", "--complete", "persons", "--ledger=/nowhere"],
    ] {
      let ran = try tool.run(words)
      #expect(ran.code == 0)
      #expect(ran.out.isEmpty)
      #expect(ran.err.isEmpty, "\(ran.err)")
    }
    #expect(!(try tool.run("help", "help").out.contains("--complete ")))
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash"), "bash is missing"))
  func `bash completes with the script and the tool`() throws {
    let tool = try FromShiftTests.held()
    defer { tool.remove() }
    func complete(_ words: [String]) throws -> [String] {
      let program = #"""
        source <(dugnad completions bash)
        compopt() { :; }
        COMP_WORDS=(dugnad "$@") COMP_CWORD=$# COMP_LINE="dugnad $*" COMP_TYPE=9
        COMP_POINT=${#COMP_LINE}
        _dugnad dugnad
        printf '%s\n' "${COMPREPLY[@]}"
        """#
      let ran = try Tool.run(
        "/bin/bash", ["--norc", "-c", program, "-"] + words, in: tool.folder,
        ["PATH": Tool.products.path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8"])
      return ran.out.split(separator: "\n").map(String.init)
    }
    #expect(try complete(["hours", "add", "--from-shift", ""]) == ["s8"])
    #expect(try complete(["hours", "add", "k"]) == ["kafe"])
    #expect(try complete(["hours", "add", "kafe", "-p", "p"]).contains("p5"))
    #expect(try complete(["export", "csv", "a"]) == ["activities"])
    #expect(try complete(["hours", "ap"]) == ["approve"])
  }

  @Test func `the manual page has what no declaration knows`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    let page = try tool.done("help", "--man")
    #expect(try tool.done("man").out == page.out)
    for part in [
      #".TH "DUGNAD" "1""#, #".SH "EXIT STATUS""#, #".SH "ENVIRONMENT""#, "DUGNAD_LEDGER",
      #".SH "FILES""#, "events/*.jsonl", #"\-\-from\-shift"#,
    ] {
      #expect(page.out.contains(part), "\(part)")
    }
    let norwegian = try tool.done("man", "--lang", "nb").out
    for part in [#".SH "NAVN""#, #".SH "SLUTTKODER""#, #".SH "MILJØ""#, #".SH "FILER""#] {
      #expect(norwegian.contains(part), "\(part)")
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/man"), "man is missing"))
  func `the manual page is read without a complaint`() throws {
    let tool = try Tool()
    defer { tool.remove() }
    for language in ["nb", "en"] {
      let page = try tool.done("man", "--lang", language).out
      try Data(page.utf8).write(to: tool.folder.appending(path: "dugnad.1"))
      let ran = try Tool.run(
        "/usr/bin/man", ["--warnings", "-E", "UTF-8", "-l", "dugnad.1"], in: tool.folder,
        ["PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80"])
      #expect(ran.code == 0)
      #expect(ran.err.isEmpty, "\(ran.err)")
      #expect(ran.out.contains("dugnad"))
    }
  }
}
