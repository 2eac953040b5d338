// What a command may touch: everything from outside comes in here, so that a command run twice with
// the same context does the same. Nothing else in the product reads the clock, the environment or
// the terminal.

import CommandLineKit
package import Domain
package import Files
import Wording

/// The world around one run of the tool.
package struct World {
  /// The words after the program's name.
  package var words: [String]
  package var environment: [String: String]
  package var folder: String
  package var now: () -> Instant
  /// Returns as many random bytes as asked.
  package var random: (Int) -> [UInt8]
  package var calls: SystemCalls
  package var console: Console

  package init(
    words: [String], environment: [String: String], folder: String, now: @escaping () -> Instant,
    random: @escaping (Int) -> [UInt8], calls: SystemCalls, console: Console
  ) {
    self.words = words
    self.environment = environment
    self.folder = folder
    self.now = now
    self.random = random
    self.calls = calls
    self.console = console
  }
}

/// What day a run takes it to be: today, but for a retry the day of the first run.
final class RunClock {
  var pinned: Instant?
}

/// What a command is handed: the world, the language, and what was asked of every command.
struct Context {
  let world: World
  let language: Language
  let arguments: Arguments
  let clock = RunClock()

  var console: Console { world.console }

  /// Returns the words in the language of this run.
  func say(nb: String, en: String) -> String { Phrase(nb: nb, en: en)(language) }

  /// Whether the answer is JSON.
  var isJSON: Bool { arguments[Common.json] }

  /// Prints a line of data on standard output.
  func print(_ line: String = "") { console.out(line + "\n") }

  /// Prints a message on standard error.
  func tell(_ line: String) { console.err(line + "\n") }
}
