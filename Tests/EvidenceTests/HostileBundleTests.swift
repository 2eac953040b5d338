import Domain
import EventFormat
import Integrity
import Testing
import Wording

@testable import Evidence

/// Files that are made to break whoever reads them: each is answered, and none holds.
struct HostileBundleTests {
  private let sample: SampleLog
  private let honest: Forgery

  init() throws {
    sample = try SampleLog()
    honest = try Forgery(try sample.figures()).small
  }

  /// What is found when a text of bevis.json is another.
  private func found(_ text: String, _ other: String) -> [String] {
    let zip = honest.zip
    let before = String(decoding: zip[BundleManifest.name] ?? [], as: UTF8.self)
    let after = before.replacing(text, with: other)
    #expect(before != after, "bevis.json has no \(text)")
    return short(BundleCheck(honest.zip(Array(after.utf8)).bytes).findings)
  }

  @Test(
    "Numbers that no ledger has",
    arguments: [
      ("\"size\":48", "\"size\":-48"), ("\"size\":48", "\"size\":0"),
      ("\"size\":48", "\"size\":9223372036854775807"), ("\"size\":48", "\"size\":1e400"),
      ("\"size\":48", "\"size\":48.0"), ("\"size\":48", "\"size\":048"),
      ("\"size\":48", "\"size\":4.8e1"), ("\"size\":48", "\"size\":99999999999999999999"),
      ("\"year\":2024", "\"year\":null"), ("\"year\":2024", "\"year\":\"2024\""),
      ("[44,44]", "[44]"), ("[44,44]", "[44,45,46]"), ("[44,44]", "[44,43]"), ("[44,44]", "[0,44]"),
      ("[44,44]", "[-1,44]"), ("[44,44]", "[44,9007199254740991]"),
      ("[44,44]", "[44,9223372036854775807]"), ("\"value\":12}", "\"value\":-12}"),
      ("\"value\":12}", "\"value\":9007199254740992}"), ("\"kind\":\"figures\"", "\"kind\":\"år\""),
      ("\"language\":\"nb\"", "\"language\":\"se\""),
    ])
  func numbers(text: String, other: String) {
    #expect(found(text, other) == ["bundle-damaged bevis.json 0"])
  }

  @Test("A year beyond the calendar, and a closing beyond the log, are not there")
  func years() {
    for year in ["0", "-1", "9223372036854775807"] {
      #expect(found("\"year\":2024", "\"year\":\(year)") == ["incomplete linjer.jsonl 44"])
    }
    #expect(
      found("\"closing\":44", "\"closing\":9223372036854775807").contains(
        "incomplete linjer.jsonl 9223372036854775807"))
  }

  @Test("Ranges over all numbers there are, with a checkpoint that is as large, are not walked")
  func ranges() throws {
    var forgery = honest
    let size = Checkpoint.sizeMax
    forgery.manifest.size = size
    forgery.manifest.ranges = [1...size]
    forgery.manifest.above = [Digest.zero.hex]
    let checkpoint = try Checkpoint(origin: "evidence-test-1", size: size, root: .zero)
    forgery["kontrollpunkt.txt"] = Array(checkpoint.text.utf8)
    let found = short(forgery.check.findings)
    #expect(found.contains("number-wrong linjer.jsonl 4"), "\(found)")
    #expect(found.contains("proof-fails bevis.json 0"))
  }

  @Test("Ranges that touch, fall or overlap, and digits for none of them")
  func order() {
    let damaged = ["bundle-damaged bevis.json 0"]
    for ranges in [[1...1, 2...2, 44...44], [44...44, 1...1], [1...40, 30...44], []] {
      var forgery = honest
      forgery.manifest.ranges = ranges
      forgery.manifest.above = ranges.map { _ in Digest.zero.hex }
      #expect(short(forgery.check.findings) == damaged, "\(ranges)")
    }
    var forgery = honest
    forgery.manifest.above = []
    #expect(short(forgery.check.findings) == damaged)
  }

  @Test(
    "Keys twice, unknown, of another kind, in another order; no JSON, or too deep",
    arguments: [
      ("{\"schema\"", "{\"size\":48,\"schema\""), ("\"nodes\":", "\"extra\":1,\"nodes\":"),
      ("\"closing\":44", "\"closing\":44,\"person\":\"p4\""),
      ("\"closing\":44", "\"closing\":44,\"identity\":{\"text\":\"x\",\"salt\":\"y\"}"),
      ("\"kind\":\"figures\"", "\"kind\":\"person\""), ("}\n", "}"), ("}\n", "}\n\n"),
      ("{\"schema\"", " {\"schema\""), ("dugnad-evidence:1", "dugnad-evidence:2"),
      ("\"ledger\":\"B", "\"ledger\":\"\\u0042"), ("\"above\":[", "\"above\":[null,"),
      ("\"nodes\":[", "\"nodes\":[\"x\","),
    ])
  func keys(text: String, other: String) {
    #expect(found(text, other) == ["bundle-damaged bevis.json 0"])
  }

  @Test("bevis.json of brackets alone")
  func deep() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(
      short(BundleCheck(honest.zip(deep).bytes).findings) == ["bundle-damaged bevis.json 0"])
  }

  /// A bundle of a year in which lines have the numbers given, in a tree so sparse that nobody could fill
  /// it: everything about it is as the page says, and the root is whatever the nodes lead to.
  @Test("Line numbers near 2^53, and sums beyond, are computed with and trap nothing")
  func sparse() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(
        LedgerOpened(origin: "evidence-test-1", name: "Test", reconstruction: false)), seq: 1)
    let code = try #require(ActivityCode("tur"))
    let start = 1 << 52
    try log.add(.activityAdded(ActivityDetails(code: code, name: "Tur")), seq: start)
    let most = (1 << 53) - 1
    // 1 200 entries of 2^53 - 1 minutes are more than an Int holds.
    for place in 1...1_200 {
      let who = HourEntry.Who.unnamed(headcount: most)
      try log.add(.hoursLogged(try entry("tur", who, most)), seq: start + place)
    }
    let zero = Digest.zero.hex
    let closing = start + 1_201
    try log.add(
      .yearClosed(
        YearClosing(
          year: 2024, settings: YearSettings(year: 2024, divisor: 1, rate: 10_000_000),
          totals: .init(
            entries: most, minutes: most, participations: most, distinct: most, headcount: most),
          root: zero, digest: zero)), seq: closing)

    var forgery = try Forgery(try sample.year()).small
    forgery.manifest.opening = LedgerOpened(
      origin: "evidence-test-1", name: "Test", reconstruction: false)
    forgery.manifest.size = most
    forgery.manifest.closing = closing
    forgery.manifest.ranges = [1...1, start...closing]
    forgery.manifest.above = [zero, log.hashes[0].hex]
    forgery["linjer.jsonl"] = log.bytes.flatMap { $0 + [UInt8(ascii: "\n")] }
    let leaves = zip(log.records, log.hashes).map { (index: $0.seq - 1, hash: $1) }
    var root = Digest.zero
    forgery.manifest.nodes = []
    search: while true {
      do throws(ProofFault) {
        try MerkleProof.verifySubset(
          of: leaves, size: most, proof: forgery.manifest.nodes, root: .zero)
        break search
      } catch {
        switch error {
        case .nodesMissing: forgery.manifest.nodes.append(.zero)
        case .rootDiffers(_, let computed):
          root = computed
          break search
        default: throw error
        }
      }
    }
    let checkpoint = try Checkpoint(origin: "evidence-test-1", size: most, root: root)
    forgery["kontrollpunkt.txt"] = Array(checkpoint.text.utf8)
    let check = forgery.check
    let ids = Set(check.findings.map(\.id))
    #expect(ids.isSubset(of: [.incomplete, .figureDiffers, .timesheetDiffers, .reportDiffers]))
    #expect(check.minutes == .max)
    #expect(check.entries == 1_200)

    // The same of one person.
    var own = try Forgery(try sample.person()).small
    own.manifest.opening = forgery.manifest.opening
    own.manifest.identity = nil
    (own.manifest.size, own.manifest.ranges) = (most, forgery.manifest.ranges)
    (own.manifest.above, own.manifest.nodes) = (forgery.manifest.above, forgery.manifest.nodes)
    own["linjer.jsonl"] = forgery["linjer.jsonl"]
    own["kontrollpunkt.txt"] = forgery["kontrollpunkt.txt"]
    #expect(!own.check.holds)
  }

  @Test("Minutes of one person beyond what an Int holds stop at the largest")
  func minutes() throws {
    var log = EvidenceLog()
    let person = PersonID(seq: 4)
    for _ in 0..<1_100 { try log.hours("tur", .person(person), (1 << 53) - 1) }
    #expect(PersonClaims(person, log.records).minutes == .max)
  }

  @Test("An undo of all lines there are is not carried out, but named")
  func undo() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(
        LedgerOpened(origin: "evidence-test-1", name: "Test", reconstruction: false)))
    let ranges = try #require(LineRanges(canonical: [1...Checkpoint.sizeMax - 1]))
    let undo = try log.add(.undone(ranges: ranges, reason: nil))
    try log.close()
    var forgery = try Forgery(try Bundle.year(try log.closed, try log.source()))
    try forgery.disclose([1, undo, 3], of: log)
    #expect(short(forgery.check.findings) == ["incomplete linjer.jsonl \(undo)"])
  }

  @Test("Every changed byte of a bundle is found, and every cut")
  func flips() throws {
    let bytes = honest.zip.bytes
    for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 2_000)) {
      var other = bytes
      other[place] ^= 1 << (place % 8)
      #expect(ZipFile(other) == nil, "byte \(place)")
    }
    for count in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
      #expect(!BundleCheck(Array(bytes.prefix(count))).holds, "cut at \(count)")
    }
  }

  @Test("Every changed byte of what is proved is found, also when sums and digests are made to fit")
  func flipsThatFit() throws {
    for name in ["linjer.jsonl", "kontrollpunkt.txt"] {
      for place in honest[name].indices {
        var forgery = honest
        forgery[name][place] ^= 1 << (place % 7)
        #expect(!forgery.check.holds, "\(name) byte \(place)")
      }
    }
    let manifest = honest.zip[BundleManifest.name] ?? []
    for place in stride(from: 0, to: manifest.count, by: 3) {
      var other = manifest
      other[place] ^= 1
      #expect(
        !BundleCheck(honest.zip(other).bytes).holds || isUnchecked(place, manifest), "byte \(place)"
      )
    }
  }

  /// The figures that a bundle without entries only claims are of no consequence to a check.
  private func isUnchecked(_ place: Int, _ manifest: [UInt8]) -> Bool {
    let text = String(decoding: manifest, as: UTF8.self)
    guard let start = text.utf8.firstRange(of: "2024/headcount".utf8)?.upperBound,
      let end = text.utf8.firstRange(of: "],\"files\"".utf8)?.lowerBound
    else { return false }
    let offset = text.utf8.index(text.startIndex, offsetBy: place)
    return start <= offset && offset < end
  }
}
