// Which room may know which: the arrows of the architecture, read from the imports themselves. The
// manifest says the same of targets; this also keeps the outside world out of the pure rooms.

import Foundation
import Testing

enum Repository {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Every file under a folder whose name ends so, as path from the root and text.
  static func files(under folder: String, ending: String) throws -> [(path: String, text: String)] {
    let base = root.appending(path: folder)
    guard let found = FileManager.default.enumerator(atPath: base.path) else { return [] }
    return try found.compactMap { $0 as? String }.filter { $0.hasSuffix(ending) }.sorted().map {
      (folder + "/" + $0, try String(contentsOf: base.appending(path: $0), encoding: .utf8))
    }
  }
}

struct ImportTests {
  static let ours: [String: Set<String>] = [
    "Integrity": [],
    "Domain": [],
    "Wording": [],
    "Files": [],
    "EventFormat": ["Domain", "Integrity"],
    "EventStore": ["EventFormat", "Domain", "Integrity", "Files"],
    "Register": ["Domain", "Integrity", "Files"],
    "Projections": ["Domain"],
    "Import": ["Domain", "Wording"],
    "Evidence": [
      "Integrity", "Domain", "EventFormat", "Projections", "Reports", "Wording",
    ],
    "Reports": ["Projections", "Domain", "Wording"],
    "CommandLineKit": [],
    "DugnadApp": [
      "Integrity", "Domain", "Wording", "Files", "EventFormat", "EventStore", "Register",
      "Projections", "Import", "Reports", "Evidence", "CommandLineKit",
    ],
    "dugnad": ["DugnadApp"],
  ]

  /// What a room may take from the toolchain; a room that is not named takes nothing.
  static let outside: [String: Set<String>] = [
    "Files": ["Glibc", "Darwin", "Musl", "Synchronization"],
    "EventFormat": ["Foundation"],
    "EventStore": ["Dispatch", "Synchronization"],
    "Register": ["Foundation"],
    "Evidence": ["Foundation"],
    "Import": ["Foundation", "FoundationXML"],
    "DugnadApp": ["Glibc", "Darwin", "Musl", "Foundation"],
    "dugnad": ["Glibc", "Darwin", "Musl"],
  ]

  @Test(arguments: ours.keys.sorted())
  func `a room imports only what the architecture allows`(room: String) throws {
    let allowed = Self.ours[room, default: []].union(Self.outside[room, default: []])
    let files = try Repository.files(under: "Sources/" + room, ending: ".swift")
    #expect(!files.isEmpty, "no such room")
    for (path, text) in files {
      for module in imports(in: text) {
        #expect(allowed.contains(module), "\(path) imports \(module)")
      }
    }
  }

  @Test func `every room is in the table`() throws {
    let rooms = try FileManager.default
      .contentsOfDirectory(atPath: Repository.root.appending(path: "Sources").path)
      .filter { !$0.hasPrefix(".") }
    #expect(Set(rooms) == Set(Self.ours.keys))
  }

  @Test func `only the app prints, and nobody dodges an error`() throws {
    for (path, text) in try Repository.files(under: "Sources", ending: ".swift") {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false)
        .enumerated()
      {
        let code = line.prefix { $0 != "/" }
        let place = "\(path):\(number + 1)"
        if !path.hasPrefix("Sources/DugnadApp") {
          #expect(!code.contains("print("), "\(place) prints")
        }
        for word in ["try!", "as!", "fatalError(", "TODO", "FIXME"] {
          #expect(!line.contains(word), "\(place): \(word)")
        }
      }
    }
  }

  @Test func `text files end with one newline and hold no tabs or trailing spaces`() throws {
    for folder in ["Sources", "Tests", "tools"] {
      for (path, text) in try Repository.files(under: folder, ending: ".swift") {
        #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"), "\(path): the end")
        #expect(!text.contains("\t"), "\(path): a tab")
        #expect(!text.contains(" \n"), "\(path): a space at the end of a line")
      }
    }
  }

  private func imports(in text: String) -> [String] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"),
        words[..<place].allSatisfy({
          [
            "package", "public", "internal", "private", "@_exported", "@preconcurrency",
            "@testable",
          ].contains($0)
        }),
        place + 1 < words.count
      else { return nil }
      // `import struct Foundation.Data` names the module before the dot.
      let named = words[words.count - 1]
      return named.split(separator: ".").first.map(String.init)
    }
  }
}
