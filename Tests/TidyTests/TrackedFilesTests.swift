// The files of the repository as a stranger gets them.

import Foundation
import Testing

struct TrackedFilesTests {
  /// Every file that git knows; where there is no git, the folders that are known to be ours.
  static func tracked() throws -> [String] {
    let git = Process()
    let pipe = Pipe()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-C", Repository.root.path, "ls-files", "-z"]
    git.standardOutput = pipe
    git.standardError = FileHandle.nullDevice
    try git.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    let names = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    if git.terminationStatus == 0, !names.isEmpty { return names }
    return try ["Sources", "Tests", "tools", "events"].flatMap { folder in
      try ["swift", "md", "py", "sh", "json", "jsonl"].flatMap {
        try Repository.files(under: folder, ending: "." + $0).map(\.path)
      }
    }
  }

  @Test func `no tracked file names a path of somebody's machine`() throws {
    // Put together, so that this file does not name them itself.
    let paths = ["home", "Users", "root", "work", "private/var", "var/folders"].map { "/\($0)/" }
    let files = try Self.tracked()
    #expect(files.count > 100)
    for path in files {
      let file = Repository.root.appending(path: path)
      // Deleted but not yet committed, or no text: bytes that are no UTF-8 name no path.
      guard let bytes = try? Data(contentsOf: file) else { continue }
      let text = String(decoding: bytes, as: UTF8.self)
      for name in paths where text.contains(name) {
        let number = text.prefix(upTo: text.range(of: name)?.lowerBound ?? text.startIndex)
          .count { $0 == "\n" }
        Issue.record("\(path):\(number + 1) names \(name)")
      }
    }
  }

  @Test func `what is private or built is never tracked`() throws {
    for path in try Self.tracked() {
      #expect(!path.hasPrefix("register/") && !path.contains("/register/"), "\(path)")
      #expect(!path.hasPrefix(".build"), "\(path)")
      #expect(path != "Package.resolved")
      #expect(!path.hasPrefix("Snapshots/") || path == "Snapshots/README.md", "\(path)")
    }
  }

  @Test func `each folder of the log's neighbourhood says what lives there`() throws {
    for folder in ["events", "Snapshots", "tools"] {
      let page = Repository.root.appending(path: folder + "/README.md")
      #expect(try String(contentsOf: page, encoding: .utf8).contains("# "), "\(folder)")
    }
  }
}
