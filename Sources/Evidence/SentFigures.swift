// What a report that was sent is held to: the digest of its figures and the tree of grants, computed
// from the lines that it stands on. What `report --sent-to` writes is what `audit` computes again.

package import Domain
package import Integrity
import Projections

/// The tree of grants (events/README.md, section 5).
package enum GrantTree {
  /// The tree head over leaves with the given data (RFC 6962, 2.1).
  package static func root(of leaves: [String]) -> Digest {
    var tree = MerkleTree()
    for leaf in leaves { tree.append(leafHash(leaf)) }
    return tree.root
  }

  /// SHA-256 of the byte 0x00 and the data.
  package static func leafHash(_ text: String) -> Digest { SHA256.hash([0] + Array(text.utf8)) }

  /// Returns the data of the leaves, one for each grant that stands, by number.
  package static func leaves(in state: State) -> [String] {
    GrantLeaves.all(in: state).map { $0.text { root(of: $0).hex } }
  }
}

/// What is computed for a report that is sent.
package struct SentFigures: Hashable, Sendable {
  /// SHA-256 of the figure set, 64 hex digits.
  package let digest: String
  /// The root of the tree of grants, 64 hex digits.
  package let grants: String
}

extension HashedLog {
  /// Returns what a report is held to that was computed from the first `size` lines; nil for a figure
  /// set that is not known, or a grant that did not stand.
  ///
  /// - Parameter state: what stands at the end of those lines, where it is known already.
  package func sentFigures(
    of scope: SentReport.Scope, size: Int, figureSet: Int, state: State? = nil
  ) -> SentFigures? {
    let lines = records.prefix(size)
    let state = state ?? Ledger(lines).state
    let text: String?
    switch scope {
    case .year(let year):
      // A closed year is reported as it was closed.
      let through = state.closings[year].map { $0.seq - 1 } ?? size
      text = FigureSet.text(
        of: YearStatistics(years: [year]).folded(over: records.prefix(through)).figures(of: year),
        version: figureSet)
    case .grant(let grant):
      text = GrantFigures(of: grant, in: state).flatMap {
        GrantFigureSet.text(of: $0, version: figureSet)
      }
    }
    guard let text else { return nil }
    return SentFigures(
      digest: SHA256.hash(Array(text.utf8)).hex,
      grants: GrantTree.root(of: GrantTree.leaves(in: state)).hex)
  }

  /// What is wrong with a sent report, or nil.
  func sentFault(_ sent: SentReport, at line: Int) -> ComputedFault? {
    // Of a version that is not known nothing else is looked at.
    guard sent.figureSet == sent.scope.figureSetKnown else {
      return .unknownFigureSet(sent.figureSet, line: line)
    }
    // (A size beyond the line is refused by legality, and has no lines to compute from.)
    guard (1..<line).contains(sent.size), records[sent.size - 1].left == 0 else {
      return .sentDiffers(keys: ["size"], line: line)
    }
    let state = Ledger(records.prefix(sent.size)).state
    guard
      let computed = sentFigures(
        of: sent.scope, size: sent.size, figureSet: sent.figureSet, state: state)
    else { return .sentDiffers(keys: ["grant"], line: line) }
    let keys = [
      ("digest", sent.digest == computed.digest), ("grants", sent.grants == computed.grants),
    ].filter { !$0.1 }.map(\.0)
    return keys.isEmpty ? nil : .sentDiffers(keys: keys, line: line)
  }
}

extension SentReport.Scope {
  /// The version of the figure set that a new report uses, and the only one there is.
  package var figureSetKnown: Int {
    switch self {
    case .year: FigureSet.current
    case .grant: GrantFigureSet.current
    }
  }
}
