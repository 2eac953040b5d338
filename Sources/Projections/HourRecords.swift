// The hour entries of one year, each with who recorded it, what corrected it and who approved it: what
// an explanation lists.

package import Domain

/// Which line said something, who wrote it, and when.
package struct Stamp: Hashable, Sendable {
  package let seq: Int
  package let by: PersonID
  package let at: Instant

  init(_ recorded: Recorded) {
    seq = recorded.seq
    by = recorded.by
    at = recorded.at
  }
}

/// A standing hour entry, with what an auditor asks about it.
package struct HourRecord: Hashable, Sendable {
  package let id: EntryID
  package let content: HourEntry
  /// The line that says so: the entry's own, or its last correction.
  package let source: Stamp
  package fileprivate(set) var approval: Stamp?

  /// Whether the entry was corrected since it was first recorded.
  package var isCorrected: Bool { source.seq != id.seq }
}

/// The fold that collects the hour entries of one year.
package struct HourRecords: MergeableProjection {
  private let year: Int
  private var records: [EntryID: HourRecord] = [:]
  /// The last standing word on an entry's approval; nil for one that was revoked.
  private var approvals: [EntryID: Stamp?] = [:]

  package init(year: Int) { self.year = year }

  package mutating func apply(_ recorded: Recorded, standing: Standing) {
    if let (id, content) = standing.entry(recorded) {
      guard content.on.year == year else { return }
      records[id] = HourRecord(id: id, content: content, source: Stamp(recorded))
      return
    }
    switch recorded.event {
    case .hoursApproved(let id):
      guard says(recorded, of: id, standing) else { return }
      approvals[id] = Stamp(recorded)
    case .hoursUnapproved(let id):
      guard says(recorded, of: id, standing) else { return }
      approvals.updateValue(nil, forKey: id)
    default: break
    }
  }

  package mutating func merge(_ later: HourRecords) {
    records.merge(later.records) { _, later in later }
    approvals.merge(later.approvals) { _, later in later }
  }

  /// The entries of the year in the order they were recorded.
  package var entries: [HourRecord] {
    records.values.map { record in
      var record = record
      record.approval = approvals[record.id] ?? nil
      return record
    }.sorted { $0.id < $1.id }
  }

  /// Whether a word on approval is about the content that counts now: a corrected entry needs
  /// approval again.
  private func says(_ recorded: Recorded, of id: EntryID, _ standing: Standing) -> Bool {
    guard standing.stands(recorded.seq), let line = standing.contentLine(of: id) else {
      return false
    }
    return recorded.seq > line
  }
}
