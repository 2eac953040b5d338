// Which lines of the log stand behind a claim (events/README.md, section 10), and the proof of them.

package import Domain
package import Integrity

/// Some lines of a log with what proves them: exactly these, byte for byte.
package struct Disclosure: Hashable, Sendable {
  /// One line, without its newline.
  package struct Line: Hashable, Sendable {
    package let seq: Int
    package let bytes: [UInt8]
  }

  /// By rising number.
  package let lines: [Line]
  /// For each range of neighbouring lines the digits of the line above its first.
  package let above: [String]
  package let nodes: [Digest]

  package init(lines: [Line], above: [String], nodes: [Digest]) {
    self.lines = lines
    self.above = above
    self.nodes = nodes
  }

  /// The numbers of the lines as ranges.
  package var ranges: [ClosedRange<Int>] { LineRanges(lines.map(\.seq)).ranges }

  /// `linjer.jsonl`.
  package var text: [UInt8] { lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] } }

  /// Discloses lines of a log of `size` lines.
  ///
  /// Throws when a line is not within the first `size`.
  ///
  /// - Parameters:
  ///   - seqs: rising, not empty, at most `size`.
  ///   - bytes: every line of the log.
  package init(
    _ seqs: [Int], of log: HashedLog, bytes: [[UInt8]], size: Int
  ) throws(ProofFault) {
    let prover = MerkleProver(leaves: Array(log.hashes.prefix(max(0, size))))
    nodes = try prover.subsetProof(of: seqs.map { $0 - 1 }, size: size)
    lines = seqs.map { Line(seq: $0, bytes: bytes[$0 - 1]) }
    above = LineRanges(seqs).ranges.map { range in
      range.lowerBound == 1 ? Digest.zero.hex : log.hashes[range.lowerBound - 2].hex
    }
  }
}

/// The lines behind a claim.
package enum LinesBehind {
  /// Returns the lines behind the figures of a year as it was closed.
  package static func year(_ closed: ClosedYear, in log: [Recorded]) -> [Int] {
    let above = log.prefix(closed.seq - 1)
    let standing = Standing(above)
    var wanted = Selection(standing)
    for recorded in above {
      if let (id, content) = standing.entry(recorded), content.on.year == closed.content.year {
        wanted.take(id, content.activity)
      }
    }
    var lines = wanted.lines(of: above, settings: true)
    lines.append(closed.seq)
    if let approval = closed.approval?.seq { lines.append(approval) }
    return lines
  }

  /// Returns the lines that say when a year was closed and approved, and nothing about anybody.
  package static func closing(_ closed: ClosedYear) -> [Int] {
    [1, closed.seq] + (closed.approval.map { [$0.seq] } ?? [])
  }

  /// Returns the lines behind the figures of a grant as a report of it was sent, and the report's own.
  package static func grant(_ grant: SentGrant, in log: [Recorded]) -> [Int] {
    let lines = log.prefix(grant.sent.content.size)
    let (standing, belonging) = (Standing(lines), Belonging(grant))
    return lines.filter { standing.stands($0.seq) && belonging.holds($0) }.map(\.seq)
      + [grant.sent.id.seq]
  }

  /// Returns the lines behind everything that one person did.
  package static func person(_ person: PersonID, in log: [Recorded]) -> [Int] {
    let standing = Standing(log)
    var wanted = Selection(standing)
    for recorded in log {
      if let (id, content) = standing.entry(recorded), content.who.person == person {
        wanted.take(id, content.activity)
      }
    }
    return wanted.lines(of: log[...], settings: false, person: person)
  }
}

/// Entries and activities that are wanted, and the lines that say what they are.
private struct Selection {
  private let standing: Standing
  private var entries: Set<EntryID> = []
  private var activities: Set<ActivityCode> = []

  init(_ standing: Standing) { self.standing = standing }

  mutating func take(_ entry: EntryID, _ activity: ActivityCode) {
    entries.insert(entry)
    activities.insert(activity)
  }

  func lines(of log: ArraySlice<Recorded>, settings: Bool, person: PersonID? = nil) -> [Int] {
    log.filter { recorded in
      // (The line that an identity is committed to is the person's, whether or not it stands.)
      if case .personRegistered = recorded.event { return recorded.seq == person?.seq }
      guard standing.stands(recorded.seq) else { return false }
      switch recorded.event {
      case .ledgerOpened: return true
      case .activityAdded(let details), .activityChanged(let details):
        return activities.contains(details.code)
      case .yearSet: return settings
      case .hoursLogged, .lateLogged: return entries.contains(EntryID(seq: recorded.seq))
      case .hoursCorrected(let entry, _, _), .lateCorrected(let entry, _, _):
        return entries.contains(entry)
      case .hoursApproved(let entry), .hoursUnapproved(let entry):
        // What was said before the last correction was about another content.
        return entries.contains(entry)
          && (standing.contentLine(of: entry) ?? .max) < recorded.seq
      default: return false
      }
    }.map(\.seq)
  }
}
