// Making a bundle: one file that a funder can check on a machine that has never heard of us. The same
// ledger, checkpoint and language give the same bytes.

package import Domain
package import Integrity
import Projections
import Reports
package import Wording

/// What a bundle is made from.
package struct BundleSource: Sendable {
  package var log: HashedLog
  /// Every line of the log, as it lies on disk.
  package var bytes: [[UInt8]]
  package var checkpoint: Checkpoint
  /// Signatures of the checkpoint, armoured.
  package var signatures: [[UInt8]]
  package var language: Language

  package init(
    log: HashedLog, bytes: [[UInt8]], checkpoint: Checkpoint, signatures: [[UInt8]] = [],
    language: Language
  ) {
    self.log = log
    self.bytes = bytes
    self.checkpoint = checkpoint
    self.signatures = signatures
    self.language = language
  }
}

/// The bundles there are.
package enum Bundle {
  /// The figures of a closed year with every entry behind them.
  ///
  /// Throws when the closing, or its approval, is not within the checkpoint.
  package static func year(
    _ closed: ClosedYear, _ source: BundleSource
  ) throws(ProofFault) -> ZipFile {
    let lines = LinesBehind.year(closed, in: source.log.records)
    let year = DisclosedYear(source.log.records, lines, closed, above: source.log.hashes)
    var files = year.reports(source.language)
    files.append(.init("timeliste.csv", Timesheet.bytes(of: year.above)))
    return try bundle(.year, lines, year.figures.claims, files, source) { manifest in
      manifest.year = closed.content.year
      manifest.closing = closed.seq
    }
  }

  /// The totals of a closed year, its report without small cells, and no entry: a small file to send.
  package static func figures(
    _ closed: ClosedYear, _ source: BundleSource
  ) throws(ProofFault) -> ZipFile {
    let behind = LinesBehind.year(closed, in: source.log.records)
    let year = DisclosedYear(source.log.records, behind, closed, above: source.log.hashes)
    let told = year.forEverybody(source.language)
    return try bundle(
      .figures, LinesBehind.closing(closed), told.claims, told.reports, source
    ) { manifest in
      manifest.year = closed.content.year
      manifest.closing = closed.seq
    }
  }

  /// Everything that is recorded for one person, and nobody else's hours.
  ///
  /// - Precondition: the person was registered within the checkpoint. Of anybody else there is nothing to
  ///   prove, and the bundle does not hold.
  /// - Parameters:
  ///   - identity: what the person's line is committed to; nil when the register does not know.
  ///   - name: how the receipt calls the person.
  package static func person(
    _ person: PersonID, identity: BundleManifest.Identity?, name: String, _ source: BundleSource
  ) throws(ProofFault) -> ZipFile {
    let log = Array(source.log.records.prefix(source.checkpoint.size))
    let lines = LinesBehind.person(person, in: log)
    let disclosed = lines.map { log[$0 - 1] }
    let claims = PersonClaims(person, disclosed)
    let receipt = Receipt(claims, name: name, disclosed, source.checkpoint, source.language)
    return try bundle(
      .person, lines, claims.claims,
      [
        .init("timeliste.csv", Timesheet.bytes(of: disclosed)),
        .init("kvittering.txt", Array(receipt.text.utf8)),
      ], source
    ) { manifest in
      manifest.person = person
      manifest.identity = identity
    }
  }

  /// What was claimed on one grant when a report of it was sent, and nothing of any other: what the
  /// funder checks the report with.
  ///
  /// Throws when the line of the report is not within the checkpoint.
  package static func grant(
    _ grant: SentGrant, _ source: BundleSource
  ) throws(ProofFault) -> ZipFile {
    let lines = LinesBehind.grant(grant, in: source.log.records)
    let disclosed = lines.dropLast().map { source.log.records[$0 - 1] }
    var files = grant.reports(
      source.language, hash: source.log.hashes[grant.sent.content.size - 1])
    files.append(.init("timeliste.csv", Timesheet.bytes(of: disclosed)))
    let place = try GrantPlace(of: grant.id, in: grant.state)
    return try bundle(.grant, lines, grant.figures.claims, files, source) { manifest in
      manifest.grant = grant.id
      manifest.sent = grant.sent.id.seq
      manifest.tree = place
    }
  }

  private static func bundle(
    _ kind: BundleManifest.Kind, _ lines: [Int], _ claims: [ClaimedFigure],
    _ files: [ZipFile.Member], _ source: BundleSource, _ fill: (inout BundleManifest) -> Void
  ) throws(ProofFault) -> ZipFile {
    let disclosure = try Disclosure(
      lines, of: source.log, bytes: source.bytes, size: source.checkpoint.size)
    guard case .ledgerOpened(let opening)? = source.log.records.first?.event else {
      preconditionFailure("a log begins with its opening")
    }
    var manifest = BundleManifest(
      kind: kind, language: source.language, opening: opening, size: source.checkpoint.size,
      disclosure: disclosure, figures: claims)
    fill(&manifest)
    var members: [ZipFile.Member] = [
      .init("linjer.jsonl", disclosure.text),
      .init("kontrollpunkt.txt", Array(source.checkpoint.text.utf8)),
    ]
    for (index, signature) in source.signatures.enumerated() {
      members.append(.init("kontrollpunkt.txt.\(index + 1).sig", signature))
    }
    members += files.sorted { order($0.name) < order($1.name) }
    members += [
      .init("verify.py", PackageResources.verify_py),
      .init("kontroll.html", PackageResources.kontroll_html),
    ]
    let text = ReadMe(manifest, source.checkpoint, signatures: source.signatures.count).text
    let readMe = ZipFile.Member("LES-MEG.txt", Array(text.utf8))
    manifest.files = ([readMe] + members).map {
      BundleManifest.File(
        name: $0.name, bytes: $0.bytes.count, sha256: SHA256.hash($0.bytes).hex)
    }
    return ZipFile(
      [readMe, .init(BundleManifest.name, Array(manifest.text.utf8))] + members)
  }

  /// The files that a bundle may hold between checkpoint and checkers, in their order.
  static let reports = [
    "rapport.txt", "rapport.md", "rapport.csv", "rapport.json", "timeliste.csv", "kvittering.txt",
  ]

  private static func order(_ name: String) -> Int { reports.firstIndex(of: name) ?? reports.count }
}
