import Domain
import Integrity
import Testing
import Wording

@testable import Evidence

struct BundleTests {
  private static let sample = Result { try SampleLog() }
  private static let grants = Result { try GrantLog() }

  private func make(_ kind: BundleManifest.Kind, _ language: Language) throws -> ZipFile {
    let sample = try Self.sample.get()
    return switch kind {
    case .year: try sample.year(language)
    case .figures: try sample.figures(language)
    case .person: try sample.person(language)
    case .grant: try Self.grants.get().bundle(language)
    }
  }

  @Test("The files of each kind, in their order")
  func names() throws {
    let reports = ["rapport.txt", "rapport.md", "rapport.csv", "rapport.json"]
    let first = ["LES-MEG.txt", "bevis.json", "linjer.jsonl", "kontrollpunkt.txt"]
    let last = ["verify.py", "kontroll.html"]
    func names(_ kind: BundleManifest.Kind) throws -> [String] {
      try make(kind, .nb).members.map(\.name)
    }
    #expect(try names(.year) == first + reports + ["timeliste.csv"] + last)
    #expect(try names(.figures) == first + reports + last)
    #expect(try names(.person) == first + ["timeliste.csv", "kvittering.txt"] + last)
    #expect(try names(.grant) == first + reports + ["timeliste.csv"] + last)
    let signed = try Bundle.figures(
      try Self.sample.get().log.closed,
      try Self.sample.get().log.source(signatures: [Array("a".utf8), Array("b".utf8)]))
    #expect(
      signed.members.map(\.name)
        == first + ["kontrollpunkt.txt.1.sig", "kontrollpunkt.txt.2.sig"] + reports + last)
    #expect(BundleCheck(signed.bytes).holds)
    #expect(BundleCheck(signed.bytes).signatures == [Array("a".utf8), Array("b".utf8)])
  }

  @Test("Every kind holds in every language, and is made again the same")
  func holds() throws {
    for kind in BundleManifest.Kind.allCases {
      for language in Language.allCases {
        let zip = try make(kind, language)
        let check = BundleCheck(zip.bytes)
        #expect(check.findings.isEmpty, "\(kind) \(language): \(short(check.findings))")
        #expect(check.holds)
        #expect(check.manifest?.kind == kind)
        #expect(check.manifest?.language == language)
        #expect(try make(kind, language).bytes == zip.bytes)
      }
    }
  }

  @Test("What the check of a year gives to whoever tells of it")
  func told() throws {
    let sample = try Self.sample.get()
    let check = BundleCheck(try sample.year().bytes)
    #expect(check.closed == (try sample.log.closed))
    #expect(check.closed?.approval?.seq == sample.approval)
    #expect(check.checkpoint == (try sample.log.checkpoint()))
    // The five measures of the totals, four activities, two groups and two sectors.
    #expect(check.figures.count == 45)
    #expect(check.figures.allSatisfy { $0.holds == true })
    #expect(check.entries == 12)
    #expect(check.minutes == 2_672)
    #expect(
      check.compared
        == ["timeliste.csv", "rapport.json", "rapport.csv", "rapport.txt", "rapport.md"])
    #expect(
      check.figures.map(\.claim.figure).contains("2024/group/Språk%2Fkultur/distinct"))
    #expect(check.figures.map(\.claim.figure).contains("2024/sector/100 %25 inkludering/hours"))
  }

  @Test("Of the figures alone only the totals are checked, and small cells are in no form")
  func figures() throws {
    let zip = try make(.figures, .nb)
    let check = BundleCheck(zip.bytes)
    #expect(check.figures.count { $0.holds == true } == 5)
    #expect(check.figures.contains { $0.claim.figure == "2024/hage/hours" && $0.holds == nil })
    // One person interpreted; beside it the smaller of the two others is left out.
    #expect(!check.figures.contains { $0.claim.figure.hasPrefix("2024/tolk/") })
    #expect(
      !check.figures.contains { $0.claim.figure.hasPrefix("2024/tur/") }
        || !check.figures.contains { $0.claim.figure.hasPrefix("2024/sprakkafe/") })
    #expect(check.compared.isEmpty)
    for member in zip.members where member.name.hasPrefix("rapport") {
      let text = String(decoding: member.bytes, as: UTF8.self)
      #expect(!text.contains("2,08") && !text.contains("125"), "\(member.name)")
      #expect(text.contains("færre enn 3"), "\(member.name)")
    }
    #expect(
      String(decoding: zip["linjer.jsonl"] ?? [], as: UTF8.self).split(separator: "\n").count == 3)
  }

  @Test("A person's figures are by year and activity")
  func person() throws {
    let check = BundleCheck(try make(.person, .nb).bytes)
    #expect(
      check.figures.map { "\($0.claim.figure)=\($0.claim.value)" } == [
        "p4/entries=6", "p4/hours=399", "p4/2023/tur/hours=20", "p4/2024/sprakkafe/hours=119",
        "p4/2024/tolk/hours=125", "p4/2024/tur/hours=90", "p4/2025/tur/hours=45",
      ])
    #expect(check.entries == 6)
    #expect(check.minutes == 399)
    #expect(check.compared == ["timeliste.csv"])
  }

  @Test("A person without hours, or whose registration was undone, has a bundle that says so")
  func withoutHours() throws {
    let sample = try Self.sample.get()
    for person in [sample.idle, sample.undone] {
      let zip = try Bundle.person(
        person, identity: nil, name: "Testperson B", try sample.log.source())
      let check = BundleCheck(zip.bytes)
      #expect(check.holds, "\(short(check.findings))")
      #expect(check.figures.map(\.claim.value) == [0, 0])
    }
    let nobody = try Bundle.person(
      PersonID(seq: 999), identity: nil, name: "Testperson C", try sample.log.source())
    #expect(short(BundleCheck(nobody.bytes).findings) == ["incomplete linjer.jsonl 999"])
  }

  @Test("A person's bundle is as of its checkpoint")
  func earlier() throws {
    let sample = try Self.sample.get()
    let zip = try Bundle.person(
      sample.kari, identity: nil, name: "Testperson A", try sample.log.source(size: 34))
    let check = BundleCheck(zip.bytes)
    #expect(check.holds)
    #expect(
      check.figures.first { $0.claim.figure == "p4/hours" }?.claim.value == 90 + 60 + 20 + 125)
  }

  @Test("A closing that is right above its entries, first in its range or not, holds")
  func places() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(
        LedgerOpened(origin: "evidence-test-1", name: "Test", reconstruction: false)))
    _ = try log.person(.coordinator)
    try log.add(
      .activityAdded(ActivityDetails(code: try #require(ActivityCode("tur")), name: "Tur")))
    try log.hours("tur", .person(PersonID(seq: 2)), 60)
    try log.close()
    let joined = BundleCheck(try Bundle.year(try log.closed, try log.source()).bytes)
    #expect(joined.holds)
    #expect(joined.manifest?.ranges == [1...1, 3...5])
    try log.add(.yearReopened(year: 2024, reason: .other, note: nil))
    try log.close()
    let apart = BundleCheck(try Bundle.year(try log.closed, try log.source()).bytes)
    #expect(apart.holds)
    #expect(apart.manifest?.ranges == [1...1, 3...4, 7...7])
  }

  @Test("The year of a ledger without hours can be proved too")
  func emptyYear() throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(
        LedgerOpened(origin: "evidence-test-1", name: "Test", reconstruction: false)))
    try log.close()
    #expect(BundleCheck(try Bundle.year(try log.closed, try log.source()).bytes).holds)
    #expect(BundleCheck(try Bundle.figures(try log.closed, try log.source()).bytes).holds)
  }

  @Test("The texts that people read first", arguments: Language.allCases)
  func texts(language: Language) throws {
    for kind in BundleManifest.Kind.allCases {
      let text = String(
        decoding: try #require(try make(kind, language)["LES-MEG.txt"]), as: UTF8.self)
      try expectGolden(text, "les-meg-\(kind.rawValue)-\(language.rawValue)")
    }
    let receipt = try #require(try make(.person, language)["kvittering.txt"])
    try expectGolden(String(decoding: receipt, as: UTF8.self), "kvittering-\(language.rawValue)")
  }

  @Test(
    "A receipt of one entry, and of none",
    arguments: [
      (Language.nb, "I alt 1 t 30 min, i én føring.", "Ingen timer er ført."),
      (.nn, "I alt 1 t 30 min, i éi føring.", "Ingen timar er førte."),
      (.en, "In all 1 h 30 min, in one entry.", "No hours are recorded."),
    ])
  func few(language: Language, one: String, none: String) throws {
    var log = EvidenceLog()
    try log.add(
      .ledgerOpened(
        LedgerOpened(origin: "evidence-test-1", name: "Test", reconstruction: false)))
    let person = try log.person(.coordinator)
    func said() throws -> String {
      let zip = try Bundle.person(person, identity: nil, name: "A", try log.source(language))
      return String(decoding: zip["kvittering.txt"] ?? [], as: UTF8.self)
    }
    #expect(try said().contains(none))
    try log.hours("tur", .person(person), 90)
    let text = try said().replacing("\u{A0}", with: " ")
    #expect(text.contains(one), "\(text)")
  }

  @Test("How the checkpoint is signed is told where it is", arguments: Language.allCases)
  func signed(language: Language) throws {
    let sample = try Self.sample.get()
    let zip = try Bundle.figures(
      try sample.log.closed, try sample.log.source(language, signatures: [[65]]))
    let text = String(decoding: try #require(zip["LES-MEG.txt"]), as: UTF8.self)
    try expectGolden(text, "les-meg-signed-\(language.rawValue)")
  }
}
