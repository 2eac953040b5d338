// "Did you mean …?" for commands, options, choices and whatever names the app has.
//
// Two words resemble each other when they differ by few slips: a letter too many, too few, wrong,
// or two neighbours swapped (Damerau–Levenshtein, restricted form). How few depends on what was
// typed: a third of its length, or else `log` would resemble everything. The beginning of a name
// resembles it too. Case is ignored; letters are Characters, so å is one however it is composed.

/// Returns the candidates that resemble `word`, best first, at most `limit` of them.
package func suggestions(
  for word: String, among candidates: [String], limit: Int = 3
) -> [String] {
  suggestions(for: word, amongSpellings: candidates.map { [$0] }, limit: limit)
}

/// The same, where each candidate has several spellings: only its best one is returned.
package func suggestions(
  for word: String, amongSpellings candidates: [[String]], limit: Int = 3
) -> [String] {
  let typed = Array(word.lowercased())
  let found = candidates.compactMap { spellings in
    spellings.compactMap { Resemblance(of: $0, to: typed) }.min { $0.rank < $1.rank }
  }
  // Far ones are noise beside a near one. Equals keep the order of the candidates.
  let slipsMax = (found.map(\.slips).min() ?? 0) + 1
  let near = found.filter { $0.slips <= slipsMax }.enumerated()
    .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
    .map(\.element.spelling)
  var unique: [String] = []
  for spelling in near where !unique.contains(spelling) { unique.append(spelling) }
  return Array(unique.prefix(limit))
}

/// A spelling that is near what was typed.
private struct Resemblance {
  let spelling: String
  let slips: Int
  /// Whether letters were only left out: the likeliest slip, so `minuter` is rather `minutter`
  /// than `minutes`.
  let onlyLeftOut: Bool

  var rank: Int { 2 * slips + (onlyLeftOut ? 0 : 1) }

  /// Compares the whole spelling and each of its words; nil when all are too far away.
  init?(of spelling: String, to typed: [Character]) {
    let whole = spelling.lowercased()
    let parts = whole.split(separator: " ").map { Array($0) }
    let names = [Array(whole)] + (parts.count > 1 ? parts : [])
    guard let slips = names.compactMap({ slipsWithinReach(typed, $0) }).min() else { return nil }
    self.spelling = spelling
    self.slips = slips
    var letters = Array(whole)[...]
    self.onlyLeftOut = typed.allSatisfy { letter in
      letters = letters.drop { $0 != letter }
      return letters.popFirst() != nil
    }
  }
}

/// Returns how many slips make `name` what was typed; nil when they are too many.
private func slipsWithinReach(_ typed: [Character], _ name: [Character]) -> Int? {
  if typed.count >= 2, typed.count < name.count, name.starts(with: typed) { return 1 }
  let limit = typed.count / 3
  guard abs(typed.count - name.count) <= limit else { return nil }
  let slips = editDistance(typed, name)
  return slips <= limit ? slips : nil
}

/// Returns the number of slips between two words: insertions, deletions, replacements and swaps
/// of neighbours, no letter being touched twice. Needs three rows, not the whole table.
func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...right.count)
  for (row, letter) in left.enumerated() {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    for (column, other) in right.enumerated() {
      var best = min(last[column + 1], current[column]) + 1
      best = min(best, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    beforeLast = last
    last = current
  }
  return last[right.count]
}
