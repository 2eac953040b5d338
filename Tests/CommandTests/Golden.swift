// Reports that people read, kept as files. `DUGNAD_RECORD=1 swift test --filter CommandTests` writes
// them anew and fails once, so that a changed report is looked at before it is kept.

import Foundation
import Testing

/// Expects a text to be the one that is kept, byte for byte.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/\(name)")
  if ProcessInfo.processInfo.environment["DUGNAD_RECORD"] == "1" {
    try Data(text.utf8).write(to: file)
    Issue.record("recorded \(name): look at it", sourceLocation: sourceLocation)
    return
  }
  let kept = try Data(contentsOf: file)
  if kept == Data(text.utf8) { return }
  let lines = { (text: String) in
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
  let (was, now) = (lines(String(decoding: kept, as: UTF8.self)), lines(text))
  for (index, pair) in zip(was, now).enumerated() where pair.0 != pair.1 {
    Issue.record(
      "\(name):\(index + 1) was “\(pair.0)”, is “\(pair.1)”", sourceLocation: sourceLocation)
    return
  }
  Issue.record(
    "\(name) had \(was.count) lines, has \(now.count)", sourceLocation: sourceLocation)
}
