// Closings are computed here, once: what `close` writes, what `audit` computes again for every closing
// there is, and what a bundle is held against.

package import Domain
package import Integrity
import Projections

/// A log with the hashes of its lines, which are the leaves of the tree.
package struct HashedLog: Sendable {
  package let records: [Recorded]
  package let hashes: [Digest]

  /// - Precondition: one hash a line.
  package init(records: [Recorded], hashes: [Digest]) {
    precondition(records.count == hashes.count, "a hash for each line")
    self.records = records
    self.hashes = hashes
  }

  /// The tree head over the first lines (RFC 6962, 2.1).
  package func root(of size: Int) -> Digest {
    var tree = MerkleTree()
    for hash in hashes.prefix(size) { tree.append(hash) }
    return tree.root
  }

  /// Returns the closing of a year from the lines before `line`, with nothing accepted; nil for a
  /// version of the figure set that is not known.
  package func closing(
    of year: Int, before line: Int, figureSet: Int = FigureSet.current
  ) -> YearClosing? {
    let figures = YearStatistics(years: [year]).folded(over: records.prefix(line - 1))
      .figures(of: year)
    guard let text = FigureSet.text(of: figures, version: figureSet) else { return nil }
    return YearClosing(
      year: year, settings: figures.settings, totals: figures.closingTotals,
      root: root(of: line - 1).hex, figureSet: figureSet,
      digest: SHA256.hash(Array(text.utf8)).hex)
  }

  /// The first closing or sent report that is not what the lines above it give; what is below a fault
  /// is not judged.
  package var computedFault: ComputedFault? {
    for recorded in records {
      switch recorded.event {
      case .yearClosed(let said):
        if let fault = closingFault(said, at: recorded.seq) { return fault }
      case .reportSent(let sent):
        if let fault = sentFault(sent, at: recorded.seq) { return fault }
      default: continue
      }
    }
    return nil
  }

  private func closingFault(_ said: YearClosing, at line: Int) -> ComputedFault? {
    guard let computed = closing(of: said.year, before: line, figureSet: said.figureSet) else {
      return .unknownFigureSet(said.figureSet, line: line)
    }
    let keys = said.keysDiffering(from: computed)
    return keys.isEmpty ? nil : .closingDiffers(year: said.year, keys: keys, line: line)
  }
}

extension Event {
  /// Whether the line holds figures that are computed again from the lines above it.
  package var hasComputedFigures: Bool {
    switch self {
    case .yearClosed, .reportSent: true
    default: false
    }
  }
}

/// What is wrong with a line whose figures can be computed again.
package enum ComputedFault: Hashable, Sendable {
  /// The keys of `year.closed` whose values are not those computed.
  case closingDiffers(year: Int, keys: [String], line: Int)
  /// The keys of `report.sent` whose values are not those computed.
  case sentDiffers(keys: [String], line: Int)
  case unknownFigureSet(Int, line: Int)

  /// The line of the closing or the report.
  package var line: Int {
    switch self {
    case .closingDiffers(_, _, let line), .sentDiffers(_, let line), .unknownFigureSet(_, let line):
      line
    }
  }
}

extension YearClosing {
  /// The keys of the line whose values are others, in their order.
  fileprivate func keysDiffering(from other: YearClosing) -> [String] {
    let pairs: [(String, Bool)] = [
      ("divisor", settings.divisor == other.settings.divisor),
      ("rate", settings.rate == other.settings.rate),
      ("entries", totals.entries == other.totals.entries),
      ("minutes", totals.minutes == other.totals.minutes),
      ("participations", totals.participations == other.totals.participations),
      ("distinct", totals.distinct == other.totals.distinct),
      ("headcount", totals.headcount == other.totals.headcount),
      ("root", root == other.root), ("digest", digest == other.digest),
    ]
    return pairs.filter { !$0.1 }.map(\.0)
  }
}
