// A sample that nobody chose: entries drawn by a seed, with chances in proportion to their minutes, the
// same for everyone with the same log and seed. Whoever wants to compute it again does this:
//
//   1. List the standing hour entries (of the year, if one is asked for) by rising id, and their minutes;
//      T is the sum of all.
//   2. For k = 0, 1, 2, …: take SHA-256 of the text "dugnad-sample:1\n" + ROOT + "\n" + SEED + "\n" + k, where
//      ROOT is the root of the log in 64 hex digits and k is written in decimal. x is its first 8 bytes as a
//      number, largest byte first.
//   3. If x is at or above the largest multiple of T that is at most 2^64, go on with the next k: else some
//      minutes would be likelier than others.
//   4. r = x mod T. Add up the minutes in the order of the list: the entry with which the sum first is
//      above r is drawn. If it was drawn before, nothing is added. Go on until N entries are drawn.
//   5. Where N is not below the number of entries, all are taken, in the order of the list.
//
// With a seed that was not known when the entries were recorded (a draw, tomorrow's lottery numbers),
// nobody can have known which would be asked for.

import Domain
import Integrity
import Projections

/// Entries drawn for inspection.
package struct Sample {
  /// In the order they were drawn.
  let drawn: [HourRecord]
  /// Of all that could be drawn.
  let entries: Int
  let minutes: Int

  var minutesDrawn: Int { drawn.clampedSum { $0.content.minutes } }

  /// - Parameters:
  ///   - count: how many to draw.
  ///   - records: standing entries by rising id.
  ///   - root: the root of the log they stand in.
  init(_ count: Int, of records: [HourRecord], root: Digest, seed: String) {
    var sums: [Int] = []
    for record in records { sums.append((sums.last ?? 0) + record.content.minutes) }
    entries = records.count
    minutes = sums.last ?? 0
    if count >= records.count {
      drawn = records
      return
    }
    var chosen: [Int] = []
    var isChosen: Set<Int> = []
    var counter = 0
    while chosen.count < count {
      if let place = Self.draw(counter, of: minutes, root: root, seed: seed) {
        // The first sum above the place: a minute of that entry.
        let index = Self.index(of: place, in: sums)
        if isChosen.insert(index).inserted { chosen.append(index) }
      }
      counter += 1
    }
    drawn = chosen.map { records[$0] }
  }

  /// Returns a number below the total; nil where the digest falls in the biased end.
  static func draw(_ counter: Int, of total: Int, root: Digest, seed: String) -> Int? {
    let text = "dugnad-sample:1\n\(root.hex)\n\(seed)\n\(counter)"
    let bytes = SHA256.hash(Array(text.utf8)).bytes.prefix(8)
    let x = bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    return place(of: x, below: UInt64(total)).map { Int($0) }
  }

  /// x mod total, where every remainder is equally likely; nil at the biased end.
  package static func place(of x: UInt64, below total: UInt64) -> UInt64? {
    // 2^64 mod total, in 64 bits.
    let excess = (UInt64.max % total + 1) % total
    return x > UInt64.max - excess ? nil : x % total
  }

  private static func index(of place: Int, in sums: [Int]) -> Int {
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let half = (low + high) / 2
      if sums[half] > place { high = half } else { low = half + 1 }
    }
    return low
  }
}
