// Chance that can be repeated: SplitMix64 from a seed, and what the environment says about it.

import Foundation

/// SplitMix64 (Steele, Lea, Flood 2014): every seed gives the same numbers for ever.
struct Random: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}

/// Which random histories are made: `DUGNAD_SEED` and `DUGNAD_HISTORIES` say otherwise, for instance
/// to repeat one failing history or to run for a night.
enum Chance {
  static let seed = number("DUGNAD_SEED") ?? 20_240_305
  /// The default is chosen so that the whole suite stays well below a minute in debug.
  static let histories = number("DUGNAD_HISTORIES").map { Int($0) } ?? 120
  /// Whether there are enough histories to expect every interesting case among them.
  static var isEnough: Bool { histories >= 100 }

  /// Calls `body` with a seed a history; `again` says how to repeat that one.
  static func forEachHistory(_ body: (_ random: inout Random, _ again: String) -> Void) {
    for index in 0..<histories {
      let seed = seed &+ UInt64(index)
      var random = Random(seed: seed)
      body(&random, "repeat with DUGNAD_SEED=\(seed) DUGNAD_HISTORIES=1")
    }
  }

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}
