// What somebody kept, held against the log: a checkpoint, a witness's answer or request, a proof, a
// bundle, or the last line of a printed report. Whatever it is, it comes to points: up to this line the
// log was so. A line's hash covers all lines above it, so one digest that agrees stands for them all.

import Domain
import EventFormat
import EventStore
import Evidence
import Integrity

/// What one file, or one line typed from paper, says about a log.
struct HeldHead {
  /// One thing that must be so.
  enum Claim {
    case checkpoint(Checkpoint)
    /// The hash of a line begins with these digits.
    case line(Int, digits: String)
    /// The digest in the closing in a line begins with these digits.
    case closing(Int, digits: String)
  }

  /// What is judged: the newest.
  let claims: [Claim]
  /// Hashes of single lines, which narrow down where a log was changed.
  var lines: [(seq: Int, hash: Digest)] = []

  /// Reads whatever it is; nil where there is no head in it.
  init?(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B]) {
      self.init(bundle: bytes)
    } else {
      self.init(text: String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n"))
    }
  }

  private init?(bundle: [UInt8]) {
    let check = BundleCheck(bundle)
    let grave: Set<BundleFinding.ID> = [
      .bundleDamaged, .lineDamaged, .typeUnknown, .numberWrong, .chainBroken, .proofFails,
    ]
    guard let checkpoint = check.checkpoint, let manifest = check.manifest,
      !check.findings.contains(where: { grave.contains($0.id) })
    else { return nil }
    claims = [.checkpoint(checkpoint)]
    // The digits above a range are those of the line before it.
    for (range, digits) in zip(manifest.ranges, manifest.above) where range.lowerBound > 1 {
      if let hash = Digest(hex: Array(digits.utf8)) { lines.append((range.lowerBound - 1, hash)) }
    }
    let texts = (ZipFile(bundle)?["linjer.jsonl"] ?? []).split(separator: UInt8(ascii: "\n"))
    for (seq, text) in zip(manifest.ranges.flatMap { Array($0) }, texts) {
      if let line = try? EventLine.scan(Array(text).span) { lines.append((seq, line.hash)) }
    }
  }

  private init?(text: String) {
    let bytes = Array(text.utf8)
    if let proof = try? ProofText(parsing: bytes) {
      claims = [.checkpoint(proof.checkpoint)]
    } else if let request = WitnessRequest(bytes) {
      claims = [.checkpoint(request.checkpoint)]
    } else if let checkpoint = Self.checkpoint(text) {
      claims = [.checkpoint(checkpoint)]
    } else {
      claims = Self.footers(text)
    }
    if claims.isEmpty { return nil }
  }

  /// The body alone, or one with signatures below an empty line, ours or a C2SP note's. Mail may have
  /// taken the last newline.
  private static func checkpoint(_ text: String) -> Checkpoint? {
    var text = text
    if !text.hasSuffix("\n") { text += "\n" }
    let body = WitnessRequest.split(Array(text.utf8)).map { $0.0 + "\n" } ?? text
    return try? Checkpoint(parsing: Array(body.utf8))
  }

  /// The last lines of printed reports, in all languages (``ReportBasis``).
  private static func footers(_ text: String) -> [Claim] {
    let closing =
      #/
      (?:avslutt[ea]t?\ ved\ linje | closed\ at\ line)\s([0-9]+),\s
      (?:årets\ kontrollsum | kontrollsummen\ til\ året | the\ year's\ digest)\s([0-9a-f]{8,64})
      /#.ignoresCase()
    let through =
      #/
      (?:per\ linje | through\ line)\s([0-9]+),\s(?:kontrollsum | checksum)\s([0-9a-f]{8,64})
      /#.ignoresCase()
    return text.matches(of: through).compactMap { match in
      LineNumber.parse(match.1).map { .line($0, digits: match.2.lowercased()) }
    }
      + text.matches(of: closing).compactMap { match in
        LineNumber.parse(match.1).map { .closing($0, digits: match.2.lowercased()) }
      }
  }
}

/// The log that heads are held against.
struct HeldAgainst {
  let log: ProvedLog
  let records: [Recorded]
  /// The log ends where it ends, and not at a line that is damaged.
  let isWhole: Bool

  /// A claim, and whether the log agrees; nil for one of more lines than there are.
  private func agrees(_ claim: HeldHead.Claim) -> Bool? {
    switch claim {
    case .checkpoint(let head):
      return log.root(of: head.size).map { $0 == head.root }
    case .line(let seq, let digits):
      return seq > log.size ? nil : log.hashes[seq - 1].hex.hasPrefix(digits)
    case .closing(let seq, let digits):
      if seq > log.size { return nil }
      guard case .yearClosed(let closing) = records[seq - 1].event else { return false }
      return closing.digest.hasPrefix(digits)
    }
  }

  /// Judges what was kept: one finding a claim.
  func findings(_ held: [(file: String, head: HeldHead?)]) -> [Finding] {
    let good = held.compactMap(\.head)
    // Up to the largest of these every line is what it was. (A closing's digest covers figures only.)
    let points = good.flatMap(\.claims).compactMap { claim -> Int? in
      if case .closing = claim { return nil }
      return agrees(claim) == true && !isForeign(claim) ? claim.size : nil
    }
    let lines = good.flatMap(\.lines).filter { agrees($0) == true }.map(\.seq)
    return held.flatMap { file, head -> [Finding] in
      guard let head else { return [Finding(.headUnreadable, file: file, facts: .none)] }
      return head.claims.map { finding($0, of: head, in: file, agreeing: points + lines) }
    }
  }

  private func agrees(_ line: (seq: Int, hash: Digest)) -> Bool? {
    line.seq > log.size ? nil : log.hashes[line.seq - 1] == line.hash
  }

  private func isForeign(_ claim: HeldHead.Claim) -> Bool {
    if case .checkpoint(let head) = claim { head.origin != log.origin } else { false }
  }

  private func finding(
    _ claim: HeldHead.Claim, of head: HeldHead, in file: String, agreeing: [Int]
  ) -> Finding {
    if isForeign(claim), case .checkpoint(let head) = claim {
      return Finding(.headForeign, file: file, facts: .origin(head.origin))
    }
    let facts = Finding.Facts.head(size: claim.size, lines: log.size)
    switch agrees(claim) {
    case nil:
      guard isWhole else {
        return Finding(
          .headRewritten, file: file, facts: .changed(within: (log.size + 1)...claim.size))
      }
      return Finding(.headCut, file: file, facts: facts)
    case true?:
      if case .closing(let line, _) = claim {
        return Finding(.headExtends, file: file, facts: .closingHead(line: line))
      }
      return Finding(claim.size == log.size ? .headSame : .headExtends, file: file, facts: facts)
    case false?:
      let differing = head.lines.filter { agrees($0) == false }.map(\.seq)
      let last = min(claim.size, differing.min() ?? claim.size)
      let before = agreeing.filter { $0 < last }.max() ?? 0
      return Finding(
        .headRewritten, file: file, facts: .changed(within: (before + 1)...max(last, before + 1)))
    }
  }
}

extension HeldHead.Claim {
  /// The last line it speaks of.
  var size: Int {
    switch self {
    case .checkpoint(let head): head.size
    case .line(let line, _), .closing(let line, _): line
    }
  }
}
