// The tool run in this process with a clock and a randomness of its own, so that the same words make the
// same bytes every time: what an example with dates in it, and digests of them, can be kept as.

import Domain
import DugnadApp
import Files
import Foundation
import Testing

/// The tool in a folder, at a moment that only the test moves.
final class Played {
  let tool: Tool
  /// The moment of the next run; a run takes a minute and a half.
  private(set) var now: Instant
  private var drawn: UInt64

  /// - Parameters:
  ///   - moment: UTC, "2025-03-10T09:00:00Z".
  ///   - seed: where the randomness begins.
  init(in folder: URL, at moment: String, seed: UInt64 = 2024) throws {
    tool = Tool(in: folder)
    now = try #require(Instant(text: moment))
    drawn = seed
  }

  /// Moves the clock.
  func wait(until moment: String) throws {
    let next = try #require(Instant(text: moment))
    try #require(now < next, "the clock only goes forward")
    now = next
  }

  /// Runs `dugnad` with these words, in Norwegian unless they say otherwise.
  func run(_ words: [String]) -> Ran {
    let (out, err) = (Gathered(), Gathered())
    let moment = now
    let console = Console(
      canAsk: false, isTerminal: false, width: 100, readLine: { nil }, inputIsTerminal: false,
      readInput: { _ in [] },
      write: { descriptor, bytes in
        (descriptor == 1 ? out : err).bytes += bytes
        return true
      })
    let code = App.run(
      World(
        words: words, environment: ["LANG": "nb_NO.UTF-8", "PATH": "/usr/bin:/bin"],
        folder: tool.folder.path, now: { moment }, random: { self.draw($0) }, calls: SystemCalls(),
        console: console))
    now = now.adding(seconds: 90)
    return Ran(out: out.text, err: err.text, code: code)
  }

  func run(_ words: String...) -> Ran { run(words) }

  /// SplitMix64: no secret, and the same everywhere.
  private func draw(_ count: Int) -> [UInt8] {
    (0..<count).map { _ in
      drawn &+= 0x9E37_79B9_7F4A_7C15
      var mixed = drawn
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return UInt8(truncatingIfNeeded: mixed ^ (mixed >> 31))
    }
  }
}

/// What was written to one stream.
private final class Gathered {
  var bytes: [UInt8] = []
  var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Ran {
  /// Expects it to be done, and returns what was printed.
  func printed(sourceLocation: SourceLocation = #_sourceLocation) -> String {
    #expect(code == 0, "\(err)", sourceLocation: sourceLocation)
    return out
  }
}
