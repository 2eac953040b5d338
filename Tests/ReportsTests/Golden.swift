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
  if let line = firstDifference(kept, text) {
    Issue.record("\(name).txt differs: \(line)", sourceLocation: sourceLocation)
  }
}

private func firstDifference(_ kept: String, _ text: String) -> String? {
  // By bytes: two spellings of one character are two texts.
  if kept.utf8.elementsEqual(text.utf8) { return nil }
  let lines = { (text: String) in
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  for (number, pair) in zip(lines(kept), lines(text)).enumerated()
  where !pair.0.utf8.elementsEqual(pair.1.utf8) {
    return "line \(number + 1) was \"\(pair.0)\", is \"\(pair.1)\""
  }
  return "it has \(lines(kept).count) lines kept, \(lines(text).count) now"
}
