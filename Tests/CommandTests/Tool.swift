// Runs the built tool from outside, as a shell would: words in; output, messages and exit code out.

import Foundation
import Testing

/// What a run left behind.
struct Ran {
  let out: String
  let err: String
  let code: Int32

  /// Standard output as JSON.
  func json() throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(out.utf8)) as? [String: Any],
      "not an object: \(out)")
  }
}

/// The built tool, in a folder of its own.
struct Tool {
  /// The current folder of each run.
  let folder: URL
  var environment: [String: String] = ["LANG": "en_US.UTF-8", "PATH": "/usr/bin:/bin"]

  /// Makes a new temporary folder to work in.
  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "dugnad-test-\(UUID().uuidString.lowercased())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  init(in folder: URL) { self.folder = folder }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  /// The folder that the package was built into, where the tool stands beside the tests.
  static let products: URL =
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    .map { $0.bundleURL.deletingLastPathComponent() }
    ?? URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()

  /// The repository, which is itself a ledger.
  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Runs `dugnad` with these words. Standard input is empty and no terminal.
  @discardableResult
  func run(_ words: String..., input: String = "") throws -> Ran {
    try run(words, input: input)
  }

  @discardableResult
  func run(_ words: [String], input: String = "") throws -> Ran {
    try Self.run(
      Self.products.appending(path: "dugnad").path, words, in: folder, environment, input: input)
  }

  /// Runs a program of the system.
  static func run(
    _ program: String, _ words: [String], in folder: URL,
    _ environment: [String: String] = ["PATH": "/usr/bin:/bin:/usr/local/bin"], input: String = ""
  ) throws -> Ran {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.currentDirectoryURL = folder
    process.environment = environment
    // Files instead of pipes: nothing can fill up and wait for a reader.
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "dugnad-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let (out, err, into) = (
      scratch.appending(path: "out"), scratch.appending(path: "err"), scratch.appending(path: "in")
    )
    for file in [out, err] { try Data().write(to: file) }
    try Data(input.utf8).write(to: into)
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    process.standardInput = try FileHandle(forReadingFrom: into)
    try process.run()
    process.waitUntilExit()
    return Ran(
      out: String(decoding: try Data(contentsOf: out), as: UTF8.self),
      err: String(decoding: try Data(contentsOf: err), as: UTF8.self),
      code: process.terminationStatus)
  }

  /// Runs, and expects it to be done.
  @discardableResult
  func done(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Ran {
    let ran = try run(words)
    #expect(ran.code == 0, "\(words): \(ran.err)", sourceLocation: sourceLocation)
    return ran
  }

  /// Runs, and expects it to be refused with this exit code and this code of a JSON error.
  @discardableResult
  func refused(
    _ words: String..., code: String, exit: Int32 = 1,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    let before = try log()
    let ran = try run(words + ["--json"])
    #expect(ran.code == exit, "\(words): \(ran.out)\(ran.err)", sourceLocation: sourceLocation)
    #expect(ran.out.isEmpty, "an error is no data: \(ran.out)", sourceLocation: sourceLocation)
    let last = ran.err.split(separator: "\n").last.map(String.init) ?? ""
    let json = try JSONSerialization.jsonObject(with: Data(last.utf8)) as? [String: Any]
    #expect(json?["schema"] as? String == "dugnad-error:1", sourceLocation: sourceLocation)
    let error = json?["error"] as? [String: Any] ?? [:]
    #expect(error["code"] as? String == code, "\(words): \(last)", sourceLocation: sourceLocation)
    #expect(error["exit"] as? Int == Int(exit), sourceLocation: sourceLocation)
    #expect(try log() == before, "a refusal writes nothing", sourceLocation: sourceLocation)
    return error
  }

  /// A small ledger: coordinator p2, volunteers p3 to p5, activities kafe and tur; seven lines.
  static func small() throws -> Tool {
    let tool = try Tool()
    try FileManager.default.removeItem(at: tool.folder)
    _ = try run("/bin/cp", ["-a", template.get().folder.path, tool.folder.path], in: products)
    return tool
  }

  /// What `small()` copies; made once through the tool itself.
  private static let template = Result {
    let tool = try Tool()
    try tool.done("init", "--name", "Prøvesentralen", "--coordinator", "Koordinator Eksempel")
    for name in ["Frivillig Alfa", "Frivillig Beta", "Frivillig Ærlig"] {
      try tool.done("person", "add", name)
    }
    try tool.done("activity", "add", "Kafé", "--group", "Møteplasser", "--sector", "Egne")
    try tool.done("activity", "add", "Tur", "--sector", "Egne")
    return tool
  }

  /// The whole log as one text; empty where there is none.
  func log() throws -> String {
    let events = folder.appending(path: "events")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: events.path)) ?? []
    return try names.filter { $0.hasSuffix(".jsonl") }.sorted().map {
      try String(contentsOf: events.appending(path: $0), encoding: .utf8)
    }.joined()
  }

  /// The lines of the log.
  func lines() throws -> [Substring] { try log().split(separator: "\n") }

  /// Everything a ledger holds, by path: what a refused or dry run must leave alone.
  func contents() throws -> [String: Data] {
    let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (found ?? []).reduce(into: [:]) { all, path in
      all[path] = (try? Data(contentsOf: folder.appending(path: path))) ?? Data()
    }
  }

  /// `stats 2024 --json` without what only says how far the log goes.
  func figures(_ year: Int = 2024) throws -> String {
    let json = try done("stats", "\(year)", "--json").out
    return json.replacing(/"through":[0-9]+,"hash":"[0-9a-f]+"/, with: "")
  }

  /// What was appended, from `--json`.
  func appended(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: Any] {
    let ran = try run(words + ["--json"])
    #expect(ran.code == 0, "\(words): \(ran.err)", sourceLocation: sourceLocation)
    return try ran.json()
  }

  /// The ids of what was appended.
  func ids(_ words: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> [String]
  {
    let ran = try run(words + ["--json"])
    #expect(ran.code == 0, "\(words): \(ran.err)", sourceLocation: sourceLocation)
    return try ran.json().items.compactMap { $0["id"] as? String }
  }
}

extension String {
  /// With ordinary spaces where a unit is held to its number.
  var plain: String { replacing("\u{a0}", with: " ") }
}

extension [String: Any] {
  /// A list of objects under a key; empty where there is none.
  func list(_ key: String) -> [[String: Any]] { self[key] as? [[String: Any]] ?? [] }

  /// What a list of the tool holds.
  var items: [[String: Any]] { list("items") }

  func int(_ key: String) -> Int? { self[key] as? Int }
  func text(_ key: String) -> String? { self[key] as? String }
}
