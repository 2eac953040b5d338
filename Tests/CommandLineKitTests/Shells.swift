// Real shells and page readers: what they make of a script or a page is what counts. A program
// that is not installed skips its tests by name, so that nobody takes them for passed.

import CommandLineKit
import Foundation

/// A program of the system, or nil where it is missing.
func installed(_ name: String) -> String? {
  ["/usr/bin/", "/bin/", "/usr/local/bin/"].map { $0 + name }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

/// A folder with a script to complete with and a stub of the tool, which notes what it is called
/// with, and answers `help --complete`.
struct Workshop {
  let folder: URL

  init(for shell: Shell) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "dugtest-\(UUID().uuidString.lowercased())")
    for name in ["bin", "house", "work/mappe én"] {
      try FileManager.default.createDirectory(
        at: folder.appending(path: name), withIntermediateDirectories: true)
    }
    try write("", to: "work/fil én.csv")
    let script = CompletionSample.tool.completionScript(for: shell, words: .short)
    try write(script, to: "script")
    try write(script, to: "house/_dugtest")
    try write(Self.stub, to: "bin/dugtest")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.appending(path: "bin/dugtest").path)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func read(_ name: String) -> String {
    (try? String(contentsOf: folder.appending(path: name), encoding: .utf8)) ?? ""
  }

  /// What the tool answers: words about a candidate, spaces, a colon, everything a shell would
  /// run or read as its own, an empty line, and a last line without its end.
  static let awkward = #"Kurs: norsk $(touch hacked) `touch hacked` "y" d'A & \n ;|<*?~#!"#
  static let stub = #"""
    #!/bin/sh
    if [ "$1 $2" = 'help --complete' ]; then
      shift 2
      for word; do printf '<%s>' "$word"; done >>"$NOTES/asked"
      echo >>"$NOTES/asked"
      echo 'this goes nowhere' >&2
      cat >>"$NOTES/asked"
      case $1 in
        persons) printf 'Kari\tp1\nOla Test\tp2: den eldste\n\nÅse' ;;
        activities) printf '%s\n' 'kafe' 'Språkkafé i parken' "$AWKWARD" ;;
      esac
      exit 0
    fi
    for word; do printf '<%s>' "$word"; done >>"$NOTES/got"
    echo >>"$NOTES/got"

    """#

  /// Runs a program in the folder `work`, with `input`; returns what it printed, errors included.
  /// One that hangs is ended after a minute.
  @discardableResult
  func run(_ program: String, _ words: [String], input: String = "") throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = words
    process.currentDirectoryURL = folder.appending(path: "work")
    process.environment = [
      "PATH": folder.appending(path: "bin").path + ":/usr/bin:/bin", "LC_ALL": "C.UTF-8",
      "HOME": folder.appending(path: "house").path, "TERM": "dumb", "NOTES": folder.path,
      "AWKWARD": Self.awkward,
    ]
    try write("", to: "printed")
    let printed = try FileHandle(forWritingTo: folder.appending(path: "printed"))
    process.standardOutput = printed
    process.standardError = printed
    let pipe = Pipe()
    process.standardInput = pipe
    try process.run()
    try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    let guardian = DispatchWorkItem { process.terminate() }
    DispatchQueue.global().asyncAfter(deadline: .now() + 60, execute: guardian)
    process.waitUntilExit()
    guardian.cancel()
    try pipe.fileHandleForWriting.close()
    return read("printed")
  }

  /// Types lines at a terminal; a tab asks for completion. Returns the words the tool got, a line
  /// for each line.
  func typed(_ lines: [String], in shell: String, loading: String) throws -> [String] {
    guard let script = installed("script") else { return [] }
    let keys = ([loading] + lines + ["exit"]).map { $0 + "\n" }.joined()
    try run(script, ["-qec", shell, "/dev/null"], input: keys)
    return read("got").split(separator: "\n").map { String($0) }
  }
}

/// What is typed at a terminal, and what the tool then gets: alike in every shell.
struct TypedLine: Sendable {
  let keys: String
  let got: String

  static let all = [
    TypedLine(keys: "tim\tn\tkafe --mi\t5", got: "<timer><ny><kafe><--minutes><5>"),
    TypedLine(keys: "p\t", got: "<påmelding>"),
    TypedLine(keys: "--språk=e\t", got: "<--språk=en>"),
    TypedLine(keys: "--bok ma\t", got: "<--bok><mappe én/>"),
    TypedLine(keys: "eksport json fil\\ \t", got: "<eksport><json><fil én.csv>"),
    TypedLine(keys: "timer ny --output=f\t", got: "<timer><ny><--output=fil én.csv>"),
    TypedLine(keys: "eksport -5 f\t", got: "<eksport><-5><fil én.csv>"),
    TypedLine(keys: "hours add Sp\t", got: "<hours><add><Språkkafé i parken>"),
    TypedLine(keys: "hours add Språkkafé\\ \t", got: "<hours><add><Språkkafé i parken>"),
    TypedLine(keys: "hours add Ku\t", got: "<hours><add><\(Workshop.awkward)>"),
    TypedLine(keys: "hours add 'Ku\t", got: "<hours><add><\(Workshop.awkward)>"),
    TypedLine(keys: "timer ny --when=kl\t", got: "<timer><ny><--when=kl. 18:30>"),
    TypedLine(keys: "timer ny --when f\t", got: "<timer><ny><--when><før nå>"),
    TypedLine(keys: "timer ny --person=\"Ol\t", got: "<timer><ny><--person=Ola Test>"),
    TypedLine(keys: "hjelp ti\tr\t", got: "<hjelp><timer><rett>"),
  ]
}
