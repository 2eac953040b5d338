// Help and wrong usage: exit code 0 with help on stdout, exit code 2 with the way out on stderr.

import Foundation
import Testing

struct HelpTests {
  static func ask(_ words: String..., locale: String = "en_US.UTF-8") throws -> Ran {
    var tool = try Tool()
    defer { tool.remove() }
    tool.environment["LANG"] = locale
    return try tool.run(words)
  }

  @Test(arguments: SpecTests.commands)
  func `every command has help in both languages`(command: [String]) throws {
    let tool = try Tool()
    defer { tool.remove() }
    for (language, usage) in [
      ("en", "Usage: dugnad \(command.joined(separator: " "))"), ("nb", "Bruk: dugnad "),
      ("nn", "Bruk: dugnad "),
    ] {
      let ran = try tool.run(command + ["--help", "--lang", language])
      #expect(ran.code == 0)
      #expect(ran.err.isEmpty)
      #expect(ran.out.contains(usage))
      #expect(ran.out.split(separator: "\n").allSatisfy { $0.count <= 100 }, "\(ran.out)")
    }
  }

  @Test func `help is asked for in several ways, with the same answer`() throws {
    let asked = try Self.ask("hours", "add", "--help")
    #expect(try Self.ask("help", "hours", "add").out == asked.out)
    #expect(try Self.ask("hours", "add", "-h").out == asked.out)
    #expect(try Self.ask("hjelp", "timer", "ny", "--lang", "en").out == asked.out)
    #expect(try Self.ask("help").out.contains("Everyday"))
    #expect(try Self.ask("hjelp", locale: "nb_NO.UTF-8").out.contains("Daglig"))
  }

  @Test func `help tells the Norwegian names`() throws {
    #expect(try Self.ask("hours", "--help").out.contains("timer"))
    #expect(try Self.ask("signup", "--help").out.contains("påmelding"))
  }

  @Test(arguments: [
    (["huors"], "Did you mean hours?"), (["timr"], "Did you mean timer?"),
    (["hours", "ad"], "Did you mean add?"), (["undoo"], "Did you mean undo?"),
    (["stats", "2024", "--jsn"], "Did you mean --json?"),
    (["hours", "add", "--persn", "p2"], "Did you mean --person?"),
  ])
  func `a misspelt word is met with the right one`(words: [String], answer: String) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let ran = try tool.run(words)
    #expect(ran.code == 2)
    #expect(ran.out.isEmpty)
    #expect(ran.err.contains(answer), "\(ran.err)")
    #expect(ran.err.contains("See: dugnad"))
  }

  @Test func `wrong usage in Norwegian, also for nn`() throws {
    for language in ["nb", "nn"] {
      let ran = try Self.ask("timr", "--lang", language)
      #expect(ran.code == 2)
      #expect(ran.err.hasPrefix("feil: Ukjent kommando «timr». Mente du timer?"), "\(ran.err)")
      #expect(ran.err.contains("Se: dugnad --help"))
    }
  }

  @Test(arguments: [
    ["hours", "add", "kafe", "--minutes", "x"], ["hours", "add", "kafe", "--minutes"],
    ["hours", "add", "kafe", "--minutes", "-5"], ["hours", "add", "kafe", "--minutes", "0"],
    ["stats"], ["stats", "24"], ["stats", "2024-2020"], ["report", "year"], ["report"], ["hours"],
    ["init"], ["init", "--name", "a"], ["undo", "--reason", "because"], ["show"],
    ["hours", "add", "--on", "2024-13-01"], ["hours", "add", "--on", "31.2.2024"],
    ["hours", "add", "--at", "25-26"], ["audit", "surplus"], ["report", "year", "2024", "2025"],
    ["stats", "2024", "--format", "pdf"], ["stats", "2024", "--lang", "de"], ["--wrong"],
    ["hours", "correct", "s8"], ["signup", "add", "h3", "p3"], ["hours", "add", "--once", "a b"],
    ["stats", "2024", "--as-known-on", "soon"], ["replay", "--until", "x"],
    ["year", "set", "1899"],
  ])
  func `wrong usage is 2, before any file is looked at, and JSON on request`(
    words: [String]
  ) throws {
    let tool = try Tool()
    defer { tool.remove() }
    let ran = try tool.run(words)
    #expect(ran.code == 2, "\(words): \(ran.err)")
    #expect(ran.out.isEmpty)
    #expect(ran.err.hasPrefix("error: "), "\(ran.err)")
    let json = try tool.run(words + ["--json"])
    #expect(json.code == 2)
    let object = try JSONSerialization.jsonObject(with: Data(json.err.utf8)) as? [String: Any]
    #expect(object?.text("schema") == "dugnad-error:1")
    let error = object?["error"] as? [String: Any]
    #expect(error?.int("exit") == 2)
    #expect(error?.text("message")?.isEmpty == false)
  }

  @Test(arguments: [
    ("nb_NO.UTF-8", "Bruk"), ("nn_NO.UTF-8", "Bruk"), ("no_NO", "Bruk"), ("en_GB.UTF-8", "Usage"),
    ("de_DE.UTF-8", "Usage"), ("C", "Usage"), ("", "Usage"),
  ])
  func `the language is the machine's, else English`(locale: String, usage: String) throws {
    #expect(try Self.ask("help", locale: locale).out.contains(usage + ": dugnad"))
  }

  @Test func `LC_ALL goes before LANG, and --lang before both`() throws {
    var tool = try Tool()
    defer { tool.remove() }
    tool.environment["LC_ALL"] = "nb_NO.UTF-8"
    #expect(try tool.run("help").out.contains("Bruk"))
    #expect(try tool.run("help", "--lang=en").out.contains("Usage"))
    #expect(try tool.run("help", "--språk", "en").out.contains("Usage"))
  }
}
