// Checking a bundle with nothing but itself (events/README.md, section 10): the steps of the page, in
// its order. Every step names all it finds, and goes as far as what it needs can be read: a fault in
// one does not stop the next.
//
// A bundle comes from anybody. Therefore:
// 1. What is allocated is bounded by the size of the file, never by a number that stands in it.
// 2. No sum and no number of a line can trap: lines that hold a number up to 2^53 are read like any.
// 3. Nothing is compared as text that may be equal without being the same bytes.

package import Domain
package import Integrity

/// What a check of a bundle came to.
package struct BundleCheck: Sendable {
  package internal(set) var findings: [BundleFinding] = []
  /// The claims, and whether each holds; nil where the bundle has nothing to compute it from.
  package internal(set) var figures: [(claim: ClaimedFigure, holds: Bool?)] = []
  /// The files whose contents were computed again, or compared figure by figure. Of all others only
  /// size and SHA-256 were.
  package internal(set) var compared: [String] = []
  package internal(set) var manifest: BundleManifest?
  package internal(set) var checkpoint: Checkpoint?
  package internal(set) var signatures: [[UInt8]] = []
  /// The disclosed lines that could be read.
  package internal(set) var lines: [Recorded] = []
  /// The closing that the bundle is about.
  package internal(set) var closed: ClosedYear?
  /// The report that was sent, which the bundle is about.
  package internal(set) var sent: Sent?
  /// The hour entries that the bundle is about, as the lines or, where it has none, the closing says.
  package internal(set) var entries = 0
  package internal(set) var minutes = 0

  var hashes: [(index: Int, hash: Digest)] = []
  var digitsAboveClosing = ""

  /// Nothing was found.
  package var holds: Bool { findings.isEmpty && manifest != nil && checkpoint != nil }

  /// Checks the bytes of a file that is said to be a bundle.
  package init(_ bytes: [UInt8]) {
    guard let zip = ZipFile(bytes) else {
      note(.bundleDamaged, "", .notABundle)
      return
    }
    guard let manifest = readManifest(zip) else { return }
    checkFiles(manifest, zip)
    guard let ranges = LineRanges(canonical: manifest.ranges),
      manifest.above.count == manifest.ranges.count
    else {
      note(.bundleDamaged, BundleManifest.name, .key("lines"))
      return
    }
    checkLines(manifest, ranges, zip)
    checkProof(manifest, ranges, zip)
    switch manifest.kind {
    case .year: checkYear(manifest, zip)
    case .figures: checkTotals(manifest)
    case .person: checkPerson(manifest, zip)
    case .grant: checkGrant(manifest, zip)
    }
  }

  mutating func note(
    _ id: BundleFinding.ID, _ file: String, line: Int = 0, figure: String = "",
    _ facts: BundleFinding.Facts
  ) {
    findings.append(BundleFinding(id, file, line: line, figure: figure, facts))
  }
}

// MARK: 1. The files

extension BundleCheck {
  private mutating func readManifest(_ zip: ZipFile) -> BundleManifest? {
    manifest = zip[BundleManifest.name].flatMap { BundleManifest($0) }
    if manifest == nil { note(.bundleDamaged, BundleManifest.name, .manifest) }
    return manifest
  }

  /// Step 1: names, order, sizes and digests.
  private mutating func checkFiles(_ manifest: BundleManifest, _ zip: ZipFile) {
    let found = zip.members.map(\.name)
    let expected = Self.names(manifest.kind, like: found)
    signatures = zip.members.filter { $0.name.hasSuffix(".sig") }.map(\.bytes)
    if found != expected {
      note(.bundleDamaged, "", .names(expected: expected, found: found))
    }
    let listed = manifest.files.map(\.name)
    if listed != found.filter({ $0 != BundleManifest.name }) {
      note(.bundleDamaged, BundleManifest.name, .key("files"))
    }
    let members = Dictionary(
      zip.members.map { ($0.name, $0.bytes) }, uniquingKeysWith: { one, _ in one })
    for file in manifest.files {
      guard let bytes = members[file.name] else { continue }
      let computed = SHA256.hash(bytes).hex
      if bytes.count != file.bytes || computed != file.sha256 {
        note(.bundleDamaged, file.name, .digest(computed: computed))
      }
    }
  }

  /// The names that a bundle of a kind has, in their order; with as many signatures as were found, and
  /// with reports and a receipt where the kind may have them and one was found.
  private static func names(_ kind: BundleManifest.Kind, like found: [String]) -> [String] {
    let signatures = found.count { $0.hasSuffix(".sig") }
    let reports = Array(Bundle.reports.prefix(4))
    let own: [String] =
      switch kind {
      case .year, .grant: reports + ["timeliste.csv"]
      case .figures: found.contains(reports[0]) ? reports : []
      case .person:
        ["timeliste.csv"] + (found.contains("kvittering.txt") ? ["kvittering.txt"] : [])
      }
    return ["LES-MEG.txt", BundleManifest.name, "linjer.jsonl", "kontrollpunkt.txt"]
      + (0..<signatures).map { "kontrollpunkt.txt.\($0 + 1).sig" } + own
      + ["verify.py", "kontroll.html"]
  }
}
