// A bundle in which something is changed and everything around it is made to fit again: what somebody
// would hand over who knows the format as well as we do.

import Domain
import Integrity
import Projections
import Testing
import Wording

@testable import Evidence

struct Forgery {
  var manifest: BundleManifest
  /// All files but `bevis.json`, in their order.
  var members: [ZipFile.Member]

  init(_ zip: ZipFile) throws {
    let bytes = try #require(zip[BundleManifest.name])
    manifest = try #require(BundleManifest(bytes))
    members = zip.members.filter { $0.name != BundleManifest.name }
  }

  /// The same without the weight of the checkers, which are held by their SHA-256 alone, and, of the
  /// kind `figures`, of the reports.
  var small: Forgery {
    var small = self
    small["verify.py"] = []
    small["kontroll.html"] = []
    if manifest.kind == .figures {
      for member in members where member.name.hasPrefix("rapport") { small[member.name] = [] }
    }
    return small
  }

  subscript(name: String) -> [UInt8] {
    get { members.first { $0.name == name }?.bytes ?? [] }
    set {
      for index in members.indices where members[index].name == name {
        members[index] = .init(name, newValue)
      }
    }
  }

  /// Changes a text in a file.
  mutating func replace(_ name: String, _ text: String, with other: String) {
    let before = String(decoding: self[name], as: UTF8.self)
    let after = before.replacing(text, with: other)
    #expect(before != after, "\(name) has no \(text)")
    self[name] = Array(after.utf8)
  }

  /// Discloses other lines, with the proof, the hour list and the reports that follow from them.
  mutating func disclose(_ lines: [Int], of log: EvidenceLog) throws {
    let disclosure = try Disclosure(
      lines, of: log.hashed, bytes: log.bytes, size: manifest.size)
    manifest.ranges = disclosure.ranges
    manifest.above = disclosure.above
    manifest.nodes = disclosure.nodes
    self["linjer.jsonl"] = disclosure.text
    let records = lines.map { log.records[$0 - 1] }
    if manifest.kind == .grant { try claim(records) }
    guard manifest.kind == .year else {
      self["timeliste.csv"] = Timesheet.bytes(of: records)
      return
    }
    let closed = try log.closed
    let above = closed.seq > 1 ? log.hashes[closed.seq - 2].hex : ""
    let year = DisclosedYear(records, closed, hash: above)
    self["timeliste.csv"] = Timesheet.bytes(of: year.above)
    for report in year.reports(manifest.language) { self[report.name] = report.bytes }
  }

  /// Claims and reports what the lines give of the grant, if they give anything.
  private mutating func claim(_ records: [Recorded]) throws {
    guard let line = records.first(where: { $0.seq == manifest.sent }),
      let sent = Ledger([line]).state.sent[SentID(seq: line.seq)],
      let grant = SentGrant(sent, disclosed: records)
    else { return }
    manifest.figures = grant.figures.claims
    for report in grant.reports(manifest.language, hash: .zero) { self[report.name] = report.bytes }
  }

  /// The ZIP, with `bevis.json` naming the files as they are.
  var zip: ZipFile {
    var manifest = manifest
    manifest.files = members.map {
      .init(name: $0.name, bytes: $0.bytes.count, sha256: SHA256.hash($0.bytes).hex)
    }
    return zip(Array(manifest.text.utf8))
  }

  func zip(_ manifest: [UInt8]) -> ZipFile {
    var members = members
    members.insert(.init(BundleManifest.name, manifest), at: min(1, members.count))
    return ZipFile(members)
  }

  var check: BundleCheck { BundleCheck(zip.bytes) }
}

/// A finding in short: `figure-differs bevis.json 0 2024/hours`.
func short(_ findings: [BundleFinding]) -> [String] {
  findings.map { finding in
    "\(finding.id.rawValue) \(finding.file) \(finding.line)"
      + (finding.figure.isEmpty ? "" : " " + finding.figure)
  }
}
