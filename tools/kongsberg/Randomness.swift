/// SplitMix64 (Steele, Lea and Flood 2014): the same seed gives the same numbers for ever, which
/// the system's generator does not promise.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  /// Starts a stream of its own for each purpose, so that a change to one activity leaves the
  /// invented days of all others alone.
  init(seed: UInt64, for purpose: String) {
    // FNV-1a
    var mixed: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in purpose.utf8 { mixed = (mixed ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    state = seed ^ mixed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }

  /// Returns a number from `range`. The standard library may change its way of doing so; we may
  /// not.
  mutating func pick(_ range: Range<Int>) -> Int {
    range.lowerBound + Int(next() % UInt64(range.count))
  }
}
