// Texts that people read, kept as files. `DUGNAD_RECORD=1 swift test` writes them anew and fails once,
// so that a changed text is looked at before it is kept.

import Foundation
import Testing

func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden/\(name).txt")
  if ProcessInfo.processInfo.environment["DUGNAD_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name).txt: look at it", sourceLocation: sourceLocation)
    return
  }
  let kept = try String(decoding: Data(contentsOf: file), as: UTF8.self)
  // By bytes: two spellings of one character are two texts.
  #expect(
    kept.utf8.elementsEqual(text.utf8), "\(name).txt:\n\(text)", sourceLocation: sourceLocation)
}
