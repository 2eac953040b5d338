// Steps 2 and 3: the disclosed lines are lines of a log, and that log is the one of the checkpoint.

import Domain
import EventFormat
import Integrity

extension BundleCheck {
  private static let file = "linjer.jsonl"

  /// Step 2: each line by its spelling, its number and its hash.
  ///
  /// Returns whether every line could be read, so that the proof can be computed.
  mutating func checkLines(_ manifest: BundleManifest, _ zip: ZipFile) -> Bool {
    guard let ranges = LineRanges(canonical: manifest.ranges),
      manifest.above.count == manifest.ranges.count
    else {
      note(.bundleDamaged, BundleManifest.name, .key("lines"))
      return false
    }
    var texts = (zip[Self.file] ?? []).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    // Ranges are walked only when there are as many lines as they say.
    guard texts.popLast()?.isEmpty == true, texts.count == ranges.count else {
      note(.bundleDamaged, Self.file, .number(found: texts.count))
      return false
    }
    let above = Dictionary(
      Swift.zip(manifest.ranges.map(\.lowerBound), manifest.above),
      uniquingKeysWith: { one, _ in one })
    var digits: String?
    for (seq, text) in Swift.zip(ranges.lines, texts) {
      digits = above[seq] ?? digits
      digits = take(Array(text), seq, above: digits, of: manifest.closing)
    }
    return lines.count == texts.count
  }

  /// Reads one line and holds it against its number and the digits above it.
  ///
  /// Returns the digits that the line ends in, which are those above the next.
  private mutating func take(
    _ bytes: [UInt8], _ seq: Int, above: String?, of closing: Int?
  ) -> String? {
    let read: EventLine.ScannedLine
    do throws(FormatError) {
      read = try EventLine.scan(bytes.span)
    } catch {
      note(.lineDamaged, Self.file, line: seq, .format(error))
      return EventLine.digits(ending: bytes.span)?.hex
    }
    if read.recorded.seq != seq {
      note(.numberWrong, Self.file, line: seq, .number(found: read.recorded.seq))
    }
    // (After a damaged line the digits above may not be known; section 6.)
    if let above, !Self.isLinked(read, bytes, above: Array(above.utf8), isFirst: seq == 1) {
      note(.chainBroken, Self.file, line: seq, .hash)
    }
    if seq == closing { digitsAboveClosing = above ?? "" }
    lines.append(read.recorded)
    hashes.append((index: seq - 1, hash: read.hash))
    return read.hash.hex
  }

  private static func isLinked(
    _ read: EventLine.ScannedLine, _ bytes: [UInt8], above: [UInt8], isFirst: Bool
  ) -> Bool {
    guard above.count == Digest.hexCount, !isFirst || above == HashChain.first else { return false }
    return HashChain.link(previousHex: above, body: Array(bytes.prefix(read.bodyCount)))
      == read.hash
  }

  /// Step 3: the lines stand in the tree of the checkpoint.
  mutating func checkProof(_ manifest: BundleManifest, _ zip: ZipFile) {
    let file = "kontrollpunkt.txt"
    guard let bytes = zip[file], let checkpoint = try? Checkpoint(parsing: bytes) else {
      return note(.bundleDamaged, file, .manifest)
    }
    self.checkpoint = checkpoint
    if checkpoint.size != manifest.size { note(.proofFails, file, .key("size")) }
    if checkpoint.origin != manifest.opening.origin { note(.proofFails, file, .key("origin")) }
    if let key = keyOfOtherLedger(manifest.opening) {
      note(.proofFails, BundleManifest.name, line: 1, .key(key))
    }
    do throws(ProofFault) {
      try MerkleProof.verifySubset(
        of: hashes, size: checkpoint.size, proof: manifest.nodes, root: checkpoint.root)
    } catch {
      note(.proofFails, file, .proof(error))
    }
  }

  /// The key of `bevis.json` that is not as in line 1; nil if all are.
  private func keyOfOtherLedger(_ said: LedgerOpened) -> String? {
    guard let first = lines.first, first.seq == 1, case .ledgerOpened(let opening) = first.event
    else { return "lines" }
    if opening.origin != said.origin { return "origin" }
    if !opening.name.utf8.elementsEqual(said.name.utf8) { return "ledger" }
    return opening.reconstruction == said.reconstruction ? nil : "reconstruction"
  }
}
