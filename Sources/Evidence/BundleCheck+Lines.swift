// Steps 2 and 3: the disclosed lines are lines of a log, and that log is the one of the checkpoint.

import Domain
import EventFormat
import Integrity
import Projections

extension BundleCheck {
  private static let file = "linjer.jsonl"

  /// Step 2: each line by its spelling, its number and its hash.
  mutating func checkLines(_ manifest: BundleManifest, _ ranges: LineRanges, _ zip: ZipFile) {
    var texts = (zip[Self.file] ?? []).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
    if texts.popLast()?.isEmpty != true { note(.lineDamaged, Self.file, .newline) }
    let above = Dictionary(
      Swift.zip(manifest.ranges.map(\.lowerBound), manifest.above),
      uniquingKeysWith: { one, _ in one })
    var digits: String?
    // Ranges are walked no further than there are lines.
    for seq in ranges.lines {
      digits = above[seq] ?? digits
      guard let text = texts.popFirst() else {
        note(.numberWrong, Self.file, line: seq, .lineMissing)
        break
      }
      digits = take(Array(text), seq, above: digits, of: manifest.closing)
    }
    if !texts.isEmpty { note(.numberWrong, Self.file, .number(found: texts.count)) }
    // They take part in what follows: nothing is hidden in them.
    for text in texts { _ = take(Array(text), nil, above: nil, of: nil) }
  }

  /// Reads one line and holds it against its number and the digits above it, where these are known.
  ///
  /// Returns the digits that the line ends in, which are those above the next.
  private mutating func take(
    _ bytes: [UInt8], _ seq: Int?, above: String?, of closing: Int?
  ) -> String? {
    let line = seq ?? 0
    let said: (seq: Int, hash: Digest, bodyCount: Int)
    do throws(FormatError) {
      let read = try EventLine.scan(bytes.span)
      said = (read.recorded.seq, read.hash, read.bodyCount)
      lines.append(read.recorded)
      if !read.recorded.event.hasKnownFigureSet {
        note(.typeUnknown, Self.file, line: line, .figureSet)
      }
    } catch {
      note(error.isTypeUnknown ? .typeUnknown : .lineDamaged, Self.file, line: line, .format(error))
      guard error.isTypeUnknown, let read = try? EventLine.scanUnknown(bytes.span) else {
        let digits = EventLine.digits(ending: bytes.span)
        if let seq, let digits { hashes.append((index: seq - 1, hash: digits)) }
        return digits?.hex
      }
      said = (read.envelope.seq, read.hash, read.bodyCount)
    }
    if let seq, said.seq != seq {
      note(.numberWrong, Self.file, line: seq, .number(found: said.seq))
    }
    // (Below a damaged line the digits may not be known; section 6.)
    if let above {
      let body = Array(bytes.prefix(said.bodyCount))
      if !Self.isLinked(said.hash, body, above: Array(above.utf8), isFirst: line == 1) {
        note(.chainBroken, Self.file, line: line, .hash)
      }
    }
    if let seq {
      if seq == closing { digitsAboveClosing = above ?? "" }
      hashes.append((index: seq - 1, hash: said.hash))
    }
    return said.hash.hex
  }

  private static func isLinked(
    _ hash: Digest, _ body: [UInt8], above: [UInt8], isFirst: Bool
  ) -> Bool {
    guard above.count == Digest.hexCount, !isFirst || above == HashChain.first else { return false }
    return HashChain.link(previousHex: above, body: body) == hash
  }

  /// Step 3: the lines stand in the tree of the checkpoint.
  mutating func checkProof(_ manifest: BundleManifest, _ ranges: LineRanges, _ zip: ZipFile) {
    checkOpening(manifest.opening)
    let file = "kontrollpunkt.txt"
    guard let bytes = zip[file], let checkpoint = try? Checkpoint(parsing: bytes) else {
      return note(.proofFails, file, .manifest)
    }
    self.checkpoint = checkpoint
    if checkpoint.size != manifest.size { note(.proofFails, file, .key("size")) }
    if checkpoint.origin != manifest.opening.origin { note(.proofFails, file, .key("origin")) }
    do throws(ProofFault) {
      guard hashes.count == ranges.count else { throw .nodesMissing }
      try MerkleProof.verifySubset(
        of: hashes, size: manifest.size, proof: manifest.nodes, root: checkpoint.root)
    } catch {
      note(.proofFails, BundleManifest.name, .proof(error))
    }
  }

  /// `bevis.json` names the ledger as line 1 does.
  private mutating func checkOpening(_ said: LedgerOpened) {
    let first = lines.first { $0.seq == 1 }
    guard case .ledgerOpened(let opening)? = first?.event, opening.origin == said.origin else {
      return note(.proofFails, Self.file, line: 1, .key("origin"))
    }
    if !opening.name.utf8.elementsEqual(said.name.utf8) {
      note(.bundleDamaged, BundleManifest.name, .key("ledger"))
    }
    if opening.reconstruction != said.reconstruction {
      note(.bundleDamaged, BundleManifest.name, .key("reconstruction"))
    }
  }
}

extension Event {
  /// Whether the digest of figures that the line holds, if it does, can be judged.
  fileprivate var hasKnownFigureSet: Bool {
    switch self {
    case .yearClosed(let closing): FigureSet.knows(version: closing.figureSet)
    case .reportSent(let sent): sent.figureSet == sent.scope.figureSetKnown
    default: true
    }
  }
}
