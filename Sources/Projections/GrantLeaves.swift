// The texts of the tree of grants (events/README.md, section 5): one leaf for each grant, in it the
// root over that grant's claimed entries. With the root of the tree, what a funder gets of one grant
// is complete, and tells nothing of another. Hashing is done elsewhere.

package import Domain

/// What the leaf of a grant is made of.
package struct GrantLeaf: Hashable, Sendable {
  package let grant: GrantID
  package let minutes: Int
  /// The data of the inner leaves, one for each claimed entry, by number; ASCII, no newline.
  package let entries: [String]

  /// Returns the data of the leaf; ASCII, no newline.
  ///
  /// - Parameter root: the RFC 6962 tree head over leaves with the given data, 64 hex digits.
  package func text(root: ([String]) -> String) -> String {
    "\(grant.text) \(entries.count) \(minutes) \(root(entries))"
  }
}

package enum GrantLeaves {
  /// The leaves of all grants that stand, by number.
  package static func all(in state: State) -> [GrantLeaf] {
    let claimed = Set(state.entryOfClaim.values).sorted().compactMap { state.entries[$0] }
    return state.grants.keys.sorted().map { grant in
      let entries = claimed.compactMap { ClaimedEntry($0, of: grant, in: state) }
      return GrantLeaf(
        grant: grant, minutes: entries.clampedSum { $0.minutes },
        entries: entries.map(text))
    }
  }

  /// Returns the data of the inner leaf of a claimed entry.
  package static func text(of entry: ClaimedEntry) -> String {
    "\(entry.id.text) \(entry.minutes) \(entry.contentLine) \(entry.approvalLine)"
  }
}
