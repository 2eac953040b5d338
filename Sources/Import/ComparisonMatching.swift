// Which row equals which entry. Contents are numbered first, so that a content is hashed once or twice
// and the rest is counting.

import Domain

/// Rows matched with known rows of equal content, each used once.
struct ComparisonMatching {
  /// For each row the index of its known row, or nil when none is left that equals it.
  let knownOfRow: [Int?]

  init(_ file: [FileRow], _ known: [KnownRow]) {
    var numbers = ContentNumbers()
    let rows = file.map { numbers.number(of: $0.content) }
    let imported = known.map { numbers.number(of: $0.imported) }
    let now = known.map { row in row.now.map { numbers.number(of: $0) } }

    let untouched = known.indices.filter { now[$0] == imported[$0] }
    let edited = known.indices.filter { now[$0] != nil && now[$0] != imported[$0] }
    let takenBack = known.indices.filter { now[$0] == nil }

    var wanted = counts(rows, of: numbers.count)
    var supply = counts((untouched + edited).map { imported[$0] }, of: numbers.count)
    var contentOfKnown = [Int?](repeating: nil, count: known.count)

    // The file was corrected just as the ledger was. It comes first here, and still takes nothing
    // from what was imported: only where the old content has more entries than rows, and the new one
    // more rows than entries.
    for index in edited {
      guard let new = now[index] else { continue }
      let old = imported[index]
      guard supply[old] > wanted[old], wanted[new] > supply[new] else { continue }
      supply[old] -= 1
      wanted[new] -= 1
      contentOfKnown[index] = new
    }
    // As imported. A correction by hand stays; an entry taken back is the last that is asked.
    for index in untouched + edited + takenBack where contentOfKnown[index] == nil {
      guard wanted[imported[index]] > 0 else { continue }
      wanted[imported[index]] -= 1
      contentOfKnown[index] = imported[index]
    }

    // Rows and entries of one content meet in their order.
    var waiting = [[Int]](repeating: [], count: numbers.count)
    for index in known.indices.reversed() {
      if let content = contentOfKnown[index] { waiting[content].append(index) }
    }
    knownOfRow = rows.map { waiting[$0].popLast() }
  }
}

/// Gives every different content a number, from 0.
private struct ContentNumbers {
  private var numbers: [HourEntry: Int] = [:]

  var count: Int { numbers.count }

  mutating func number(of content: HourEntry) -> Int {
    if let known = numbers[content] { return known }
    numbers[content] = count
    return count - 1
  }
}

/// Returns how often each of the numbers below `limit` is there.
private func counts(_ numbers: [Int], of limit: Int) -> [Int] {
  var counts = [Int](repeating: 0, count: limit)
  for number in numbers { counts[number] += 1 }
  return counts
}
