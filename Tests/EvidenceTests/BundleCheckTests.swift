import Domain
import Integrity
import Testing
import Wording

@testable import Evidence

/// Each finding by a small lie, with everything around it made to fit.
struct BundleCheckTests {
  private let sample: SampleLog
  private let year: Forgery
  private let person: Forgery
  private let figures: Forgery

  init() throws {
    sample = try SampleLog()
    year = try Forgery(try sample.year()).small
    person = try Forgery(try sample.person()).small
    figures = try Forgery(try sample.figures()).small
  }

  private func found(_ forgery: Forgery, _ lie: (inout Forgery) throws -> Void) rethrows -> [String]
  {
    var forgery = forgery
    try lie(&forgery)
    return short(forgery.check.findings)
  }

  @Test("Nothing is found where nothing was changed")
  func honest() {
    #expect(found(year) { _ in }.isEmpty)
    #expect(found(person) { _ in }.isEmpty)
    #expect(found(figures) { _ in }.isEmpty)
  }

  // MARK: 1

  @Test("Files: missing, surplus, in another order, of another kind, with other bytes")
  func files() throws {
    #expect(
      found(year) { $0.members.swapAt(1, 2) } == ["bundle-damaged  0"])
    #expect(
      found(year) { $0.members.append(.init("mer.txt", [])) } == ["bundle-damaged  0"])
    #expect(
      found(year) { $0.members.removeLast() } == ["bundle-damaged  0"])
    #expect(
      found(figures) { $0.members.insert(.init("timeliste.csv", []), at: 7) } == [
        "bundle-damaged  0"
      ])
    #expect(
      found(person) { $0.members.insert(.init("kontrollpunkt.txt.2.sig", []), at: 3) }
        == ["bundle-damaged  0"])
    var other = year
    other["verify.py"] = Array("print('HOLDS')".utf8)
    let bytes = try #require(year.zip[BundleManifest.name])
    var lying = other.zip
    #expect(BundleCheck(lying.bytes).holds)
    lying = other.zip(bytes)
    #expect(short(BundleCheck(lying.bytes).findings) == ["bundle-damaged verify.py 0"])
    #expect(short(BundleCheck([]).findings) == ["bundle-damaged  0"])
    #expect(
      short(BundleCheck(ZipFile([ZipFile.Member]()).bytes).findings) == [
        "bundle-damaged bevis.json 0"
      ])
  }

  @Test("Files that bevis.json names in another order, or not at all")
  func listed() throws {
    let bytes = try #require(year.zip[BundleManifest.name])
    var manifest = try #require(BundleManifest(bytes))
    manifest.files.swapAt(2, 3)
    let swapped = year.zip(Array(manifest.text.utf8))
    #expect(short(BundleCheck(swapped.bytes).findings) == ["bundle-damaged bevis.json 0"])
    manifest.files = Array(manifest.files.dropLast())
    let less = year.zip(Array(manifest.text.utf8))
    #expect(short(BundleCheck(less.bytes).findings) == ["bundle-damaged bevis.json 0"])
  }

  @Test("What bevis.json says of the ledger is what line 1 says")
  func ledger() {
    #expect(
      found(year) { $0.manifest.opening.name += "!" } == ["bundle-damaged bevis.json 0"])
    #expect(
      found(year) { $0.manifest.opening.reconstruction = false } == ["bundle-damaged bevis.json 0"])
    #expect(
      found(year) { $0.manifest.opening.origin = "evidence-test-2" }
        == ["proof-fails linjer.jsonl 1", "proof-fails kontrollpunkt.txt 0"])
    // The same letters in another normal form are other bytes.
    #expect(
      found(year) { $0.manifest.opening.name = "Bjørka\u{30A}sen frivilligsentral" }
        == ["bundle-damaged bevis.json 0"])
  }

  // MARK: 2 and 3

  @Test("A line that was changed, with its hash or without")
  func lines() {
    #expect(
      found(year) { $0.replace("linjer.jsonl", "\"minutes\":100,", with: "\"minutes\":101,") }
        .prefix(2) == ["chain-broken linjer.jsonl 19", "incomplete linjer.jsonl 44 2024/hours"])
    #expect(
      found(year) { $0.replace("linjer.jsonl", "\"minutes\":100,", with: "\"minutes\": 100,") }
        .first == "line-damaged linjer.jsonl 19")
    #expect(
      found(year) { $0.replace("linjer.jsonl", "\"seq\":19,", with: "\"seq\":91,") }.prefix(2)
        == ["number-wrong linjer.jsonl 19", "chain-broken linjer.jsonl 19"])
    #expect(
      found(year) {
        $0.replace("linjer.jsonl", "\"hours.unapproved\"", with: "\"hours.unapprovee\"")
      }
      .prefix(2) == ["type-unknown linjer.jsonl 40", "chain-broken linjer.jsonl 40"])
    #expect(
      found(year) { $0["linjer.jsonl"].removeLast() }.first == "line-damaged linjer.jsonl 0")
  }

  @Test("Lines fewer or more than bevis.json names")
  func count() throws {
    let lines = year["linjer.jsonl"].split(separator: UInt8(ascii: "\n"))
    #expect(
      found(figures) { forgery in
        forgery["linjer.jsonl"] += Array(lines[1]) + [UInt8(ascii: "\n")]
      } == ["number-wrong linjer.jsonl 0", "incomplete linjer.jsonl 9"])
    #expect(
      found(figures) { $0["linjer.jsonl"] = Array(lines[0]) + [UInt8(ascii: "\n")] } == [
        "number-wrong linjer.jsonl 44", "proof-fails bevis.json 0", "incomplete linjer.jsonl 44",
      ])
  }

  @Test("The digits above a range; and above line 1 stands nothing")
  func above() throws {
    #expect(
      found(year) { $0.manifest.above[1] = Digest.zero.hex } == ["chain-broken linjer.jsonl 9"])
    // A log whose first line follows another one, as a log does that was cut at its beginning.
    var log = EvidenceLog()
    log.start = SHA256.hash([1])
    try log.add(
      .ledgerOpened(LedgerOpened(origin: "evidence-test-1", name: "T", reconstruction: false)))
    try log.close()
    var cut = try Forgery(try Bundle.figures(try log.closed, try log.source())).small
    cut.manifest.above[0] = log.start.hex
    #expect(short(cut.check.findings) == ["chain-broken linjer.jsonl 1"])
  }

  @Test("The proof: a node changed, missing, too many; another size, root or checkpoint")
  func proof() {
    let proof = "proof-fails bevis.json 0"
    #expect(found(year) { $0.manifest.nodes[0] = .zero } == [proof])
    #expect(found(year) { $0.manifest.nodes.removeLast() } == [proof])
    #expect(found(year) { $0.manifest.nodes.append(.zero) } == [proof])
    #expect(
      found(figures) { $0.manifest.size += 1 }.contains("proof-fails kontrollpunkt.txt 0"))
    #expect(
      found(figures) { $0.replace("kontrollpunkt.txt", "\n48\n", with: "\n47\n") }
        == ["proof-fails kontrollpunkt.txt 0"])
    #expect(
      found(figures) { $0.replace("kontrollpunkt.txt", "evidence-test-1", with: "evidence-test-2") }
        == ["proof-fails kontrollpunkt.txt 0"])
    #expect(
      found(figures) { $0["kontrollpunkt.txt"].removeLast() } == ["proof-fails kontrollpunkt.txt 0"]
    )
    let root = SHA256.hash([1]).base64
    #expect(
      found(figures) { $0["kontrollpunkt.txt"] = Array("evidence-test-1\n48\n\(root)\n".utf8) }
        == [proof])
  }

  @Test("A line that cannot be read is not left out of the proof unseen")
  func unread() throws {
    let other = try Disclosure(
      [1, 48], of: sample.log.hashed, bytes: sample.log.bytes, size: 48)
    let findings = found(figures) { forgery in
      let lines = forgery["linjer.jsonl"].split(separator: UInt8(ascii: "\n"))
      forgery["linjer.jsonl"] = lines[0] + Array("\n{}\n".utf8) + lines[2] + Array("\n".utf8)
      forgery.manifest.nodes = other.nodes
    }
    #expect(
      findings.prefix(2) == ["line-damaged linjer.jsonl 44", "proof-fails bevis.json 0"],
      "\(findings)")
  }

  // MARK: 5, 6 and 8

  @Test("A figure that is another, missing, invented, doubled, or spelled otherwise")
  func claims() {
    func changed(_ forgery: Forgery, _ place: Int, by: Int) -> [String] {
      found(forgery) {
        let claim = $0.manifest.figures[place]
        $0.manifest.figures[place] = ClaimedFigure(claim.figure, claim.value + by)
      }
    }
    #expect(changed(year, 1, by: 60) == ["figure-differs bevis.json 0 2024/hours"])
    #expect(changed(person, 0, by: -1) == ["figure-differs bevis.json 0 p4/entries"])
    #expect(changed(figures, 3, by: 1) == ["figure-differs bevis.json 0 2024/distinct"])
    #expect(
      found(year) { $0.manifest.figures.removeLast() }
        == ["figure-differs bevis.json 0 2024/sector/Helse/headcount"])
    #expect(
      found(figures) { $0.manifest.figures.removeFirst() }
        == ["figure-differs bevis.json 0 2024/entries"])
    #expect(
      found(year) { $0.manifest.figures.append(ClaimedFigure("2024/strikk/hours", 5)) }
        == ["figure-differs bevis.json 0 2024/strikk/hours"])
    #expect(
      found(year) { $0.manifest.figures.append($0.manifest.figures[0]) }
        == ["figure-differs bevis.json 0 2024/entries"])
    #expect(
      found(year) { forgery in
        let place = forgery.manifest.figures.firstIndex { $0.figure.contains("Språk%2F") } ?? 0
        let claim = forgery.manifest.figures[place]
        forgery.manifest.figures[place] = ClaimedFigure(
          claim.figure.replacing("å", with: "a\u{30A}"), claim.value)
      }.count == 2)
  }

  @Test("The hour list is the one that the lines give")
  func timesheet() {
    #expect(
      found(year) { $0.replace("timeliste.csv", ";100;1,67;", with: ";100;1,68;") }
        == ["timesheet-differs timeliste.csv 0"])
    #expect(
      found(person) { $0["timeliste.csv"].removeFirst(3) } == ["timesheet-differs timeliste.csv 0"])
  }

  @Test("Who the person is: another name, another salt, one that is none, or nobody behind the id")
  func identity() throws {
    func with(_ text: String, _ salt: String) -> [String] {
      found(person) { $0.manifest.identity = .init(text: text, salt: salt) }
    }
    let (text, salt) = (sample.identity.text, sample.identity.salt)
    #expect(with(text, salt).isEmpty)
    let differs = ["identity-differs bevis.json 4"]
    #expect(with(text + " ", salt) == differs)
    #expect(with(text, String(repeating: "5b", count: 32)) == differs)
    #expect(with(text, "") == differs)
    #expect(with(text, salt.uppercased()) == differs)
    let idle = try Bundle.person(
      sample.idle, identity: sample.identity, name: "", try sample.log.source())
    #expect(short(BundleCheck(idle.bytes).findings) == ["identity-differs bevis.json 6"])
    #expect(found(person) { $0.manifest.identity = nil }.isEmpty)
  }

  @Test("A salt that is none is no salt, also where the commitment is to the text alone")
  func saltless() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(LedgerOpened(origin: "evidence-test-1", name: "T", reconstruction: false)))
    let person = try log.person(commitment: SHA256.hash(Array("text".utf8)).hex)
    let zip = try Bundle.person(
      person, identity: .init(text: "text", salt: ""), name: "", try log.source())
    #expect(short(BundleCheck(zip.bytes).findings) == ["identity-differs bevis.json 2"])
  }

  // MARK: 7

  @Test("A report whose words or figures are others, in any form")
  func reports() {
    #expect(
      found(year) { $0.replace("rapport.json", "\"minutes\":125", with: "\"minutes\":126") }
        == [
          "report-differs rapport.json 0 2024/tolk/hours",
          "report-differs rapport.json 0 2024/sector//hours",
        ])
    #expect(
      found(year) { $0.replace("rapport.csv", ";2,08", with: ";3,08") }
        == [
          "report-differs rapport.csv 0 2024/tolk/hours",
          "report-differs rapport.csv 0 2024/sector//hours",
        ])
    #expect(
      found(year) { $0.replace("rapport.csv", "Tolk", with: "Tolking") }
        == ["report-differs rapport.csv 0"])
    #expect(
      found(year) { $0.replace("rapport.txt", "Tolk", with: "Tofk") }
        == ["report-differs rapport.txt 0"])
    #expect(
      found(year) { $0.replace("rapport.md", "2,08", with: "3,08") }
        == ["report-differs rapport.md 0"])
    #expect(
      found(year) { $0["rapport.json"] = Array("{}".utf8) } == ["report-differs rapport.json 0"])
    #expect(
      found(year) { $0["rapport.json"] = [UInt8](repeating: UInt8(ascii: "["), count: 100_000) }
        == ["report-differs rapport.json 0"])
  }

  @Test("In another maker's words the figures are compared, and it is told which files were")
  func othersWords() {
    var other = year
    for name in ["rapport.txt", "rapport.md"] { other[name] = Array("I alt 44,53 timer.\n".utf8) }
    other.replace("rapport.csv", "\r\n\r\n", with: "\r\n\r\nEn linje til\r\n")
    other.replace("rapport.json", "\"header\":[", with: "\"header\":[\"En linje til\",")
    #expect(other.check.findings.isEmpty, "\(short(other.check.findings))")
    #expect(other.check.compared == ["timeliste.csv", "rapport.json", "rapport.csv"])
    #expect(
      found(other) { $0.replace("rapport.csv", ";2,08", with: ";3,08") }
        == [
          "report-differs rapport.csv 0 2024/tolk/hours",
          "report-differs rapport.csv 0 2024/sector//hours",
        ])
    #expect(
      found(other) { $0.replace("rapport.csv", "Tolk", with: "Tolking") }
        == ["report-differs rapport.csv 0"])
  }
}
