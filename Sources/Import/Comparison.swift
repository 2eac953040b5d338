// What a file says beside what the ledger already has from it. The same workbook is read again and
// again while it grows, so its rows are compared as a multiset: the place of a row means nothing, and
// two equal rows are two.
//
// 1. Every row of the file is in exactly one of same, takenBack, new and changed.
// 2. Every known row is used at most once; a live one that is not used has vanished.
// 3. What a person did to an entry stays: a corrected entry whose row stands as it was imported is the
//    same, and a row that equals an entry taken back is not new.
// 4. Only contents decide. Rows in another order give the same contents in each of the lists.

package import Domain

/// A row of the file, resolved to work that was done.
package struct FileRow: Hashable, Sendable {
  /// Where it stands in the file, from 1.
  package let line: Int
  package let content: HourEntry

  package init(line: Int, content: HourEntry) {
    self.line = line
    self.content = content
  }
}

/// An entry that came from the same source.
///
/// An entry that an import itself took back, since its row had vanished, is no longer one: if the row
/// comes back, it is new.
package struct KnownRow: Hashable, Sendable {
  package let entry: EntryID
  /// What the last import wrote: a correction by an import changes it, one by hand does not.
  package let imported: HourEntry
  /// What the entry says now; nil when somebody has taken it back.
  package let now: HourEntry?

  package init(entry: EntryID, imported: HourEntry, now: HourEntry?) {
    self.entry = entry
    self.imported = imported
    self.now = now
  }
}

/// The rows of a file, sorted by what the ledger knows of them.
package struct Comparison: Hashable, Sendable {
  /// A row and the entry that it equals.
  package struct Match: Hashable, Sendable {
    package let line: Int
    package let entry: EntryID
  }

  /// A row and the entry that it was before, which it no longer equals.
  package struct Change: Hashable, Sendable {
    package let row: FileRow
    package let entry: EntryID
    package let now: HourEntry
  }

  /// Rows that the ledger has; by line, as the three that follow.
  package private(set) var same: [Match] = []
  /// Rows equal to an entry that somebody took back: never imported again silently.
  package private(set) var takenBack: [Match] = []
  package private(set) var new: [FileRow] = []
  package private(set) var changed: [Change] = []
  /// Live entries whose row is gone, by id.
  package private(set) var vanished: [EntryID] = []

  /// Compares in n log n time.
  ///
  /// A live entry is preferred to one taken back, what was imported to what the entry says now. The
  /// leftovers are paired as `ComparisonPairing` says.
  package init(file: [FileRow], known: [KnownRow]) {
    let file = file.sorted { $0.line < $1.line }
    let known = known.sorted { $0.entry < $1.entry }
    let matches = ComparisonMatching(file, known)
    for (row, index) in zip(file, matches.knownOfRow) {
      guard let index else { continue }
      let match = Match(line: row.line, entry: known[index].entry)
      if known[index].now == nil { takenBack.append(match) } else { same.append(match) }
    }

    let open = zip(file, matches.knownOfRow).filter { $1 == nil }.map(\.0)
    let used = Set(matches.knownOfRow.compactMap(\.self))
    let left = known.indices.filter { !used.contains($0) }.compactMap { LiveRow(known[$0]) }
    let pairing = ComparisonPairing(open, left)
    for (row, index) in zip(open, pairing.leftOfRow) {
      if let index {
        changed.append(Change(row: row, entry: left[index].entry, now: left[index].now))
      } else {
        new.append(row)
      }
    }
    let paired = Set(pairing.leftOfRow.compactMap(\.self))
    vanished = left.indices.filter { !paired.contains($0) }.map { left[$0].entry }
  }

  /// Returns how many rows equal a row of another source, each counted once: many of them mean that
  /// one list has two names.
  package static func overlap(of file: [FileRow], with other: [KnownRow]) -> Int {
    ComparisonMatching(file, other).knownOfRow.count { $0 != nil }
  }
}
