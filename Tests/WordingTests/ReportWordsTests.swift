import Testing
import Wording

/// Every stored text of a catalogue under its path, such as `columns.hours`.
private func texts(_ value: Any, under path: String = "") -> [String: String] {
  if let text = value as? String { return [path: text] }
  var all: [String: String] = [:]
  for child in Mirror(reflecting: value).children {
    guard let label = child.label else { continue }
    let inner = path.isEmpty ? label : "\(path).\(label)"
    all.merge(texts(child.value, under: inner)) { first, _ in first }
  }
  return all
}

/// Every line of a catalogue, made with ordinary figures.
private func lines(_ words: ReportWords) -> [String: String] {
  let lines = words.lines
  return [
    "title": lines.title("Kongsberg frivilligsentral", 2024),
    "fullTimeEquivalents": lines.fullTimeEquivalents(1650, 5893 * 60),
    "reconciliation": lines.reconciliation(263, 38, 225),
    "sumOfGroups": lines.sumOfGroups(158), "unnamed": lines.unnamed(68),
    "unnamedAttendances": lines.unnamedAttendances(68),
    "value": lines.value(5893 * 60, 30_000, 176_790_000), "footer": lines.footer(731, "9f2c…"),
    "asKnownOn": lines.asKnownOn(Dates.long(DateParts(2025, 3, 4), words.language)),
    "closedAt": lines.closedAt(731),
    "approvedOn": lines.approvedOn(Dates.long(DateParts(2025, 3, 4), words.language)),
    "lateEntries": lines.lateEntries(2024), "divisor": lines.divisor(1650),
  ].mapValues { $0.replacing("\u{A0}", with: "_") }
}

struct ReportWordsTests {
  static let catalogues = Language.allCases.map(ReportWords.of)

  @Test func `each language has its own catalogue`() {
    #expect(Self.catalogues.map(\.language) == Language.allCases)
  }

  @Test func `no word is empty, padded or forgotten`() {
    for words in Self.catalogues {
      let all = texts(words).merging(lines(words)) { first, _ in first }
      for (path, text) in all {
        #expect(!text.isEmpty && text.first != " " && text.last != " ", "\(words.language) \(path)")
      }
      #expect(texts(words).count == 61)
      // A line that is added to the catalogue must be added to the list above.
      #expect(lines(words).count == Mirror(reflecting: words.lines).children.count)
    }
  }

  @Test func `bokmål and nynorsk differ exactly where they should`() {
    let alike: Set<String> = [
      "columns.activity", "columns.code", "columns.group", "columns.category", "columns.sector",
      "columns.centre", "columns.volunteers", "columns.distinct", "columns.value",
      "columns.fullTimeEquivalents", "columns.day", "columns.period", "columns.person",
      "columns.voucher", "columns.recordedBy", "columns.recordedAt", "columns.line",
      "columns.remark", "tables.perGroup", "tables.sum",
      "tables.afterClosing", "tables.suppressed", "figures.distinctInYear",
      "figures.fullTimeEquivalents", "figures.value", "states.recorded", "states.summary",
      "states.waiting", "states.cancelled", "states.volunteer", "states.coordinator", "title",
      "footer", "asKnownOn",
    ]
    let nn = texts(ReportWords.nn).merging(lines(.nn)) { first, _ in first }
    let nb = texts(ReportWords.nb).merging(lines(.nb)) { first, _ in first }
    let same = nb.filter { nn[$0.key] == $0.value }.keys
    #expect(Set(same) == alike)
  }

  @Test func `English is nowhere Norwegian`() {
    let en = texts(ReportWords.en).merging(lines(.en)) { first, _ in first }
    let nb = texts(ReportWords.nb).merging(lines(.nb)) { first, _ in first }
    let same = nb.filter { en[$0.key] == $0.value }.keys
    #expect(Array(same) == [])
  }

  @Test func `nynorsk has no bokmål forms`() {
    let foreign = ["ikke", "timer", "uten", "utenfor", "fra", "flere", "godkjent", "talt", "en"]
    let all = texts(ReportWords.nn).merging(lines(.nn)) { first, _ in first }
    for (path, text) in all {
      let words = text.lowercased().split { !$0.isLetter }.map(String.init)
      #expect(foreign.allSatisfy { !words.contains($0) }, "\(path): \(text)")
    }
  }

  @Test func `no word can be read as deltakere`() {
    for words in Self.catalogues {
      let all = texts(words).merging(lines(words)) { first, _ in first }
      for text in all.values {
        let low = text.lowercased()
        #expect(!low.contains("deltak") && !low.contains("participa"), "\(text)")
        #expect(!low.contains("revisjon") && !low.contains("attester"), "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("title", "Frivillig innsats 2024 – Kongsberg frivilligsentral"),
    ("fullTimeEquivalents", "Et frivillig årsverk er 1650 timer = 3,6 årsverk"),
    (
      "reconciliation",
      "263_frivillige talt per aktivitet − 38 talt flere ganger = 225_ulike frivillige"
    ),
    ("sumOfGroups", "Sum av gruppene: 158_frivillige, talt som ulike per gruppe"),
    ("unnamed", "68 uten navn"), ("unnamedAttendances", "68_oppmøter uten navn"),
    ("value", "5_893_timer × 300_kr = 1_767_900_kr"),
    ("footer", "Per linje 731, kontrollsum 9f2c…"),
    ("asKnownOn", "slik det var kjent 4. mars 2025"),
    ("approvedOn", "godkjent av årsmøtet 4. mars 2025"),
    ("lateEntries", "Etterføringer fra 2024"),
  ])
  func `lines in bokmål`(name: String, text: String) {
    #expect(lines(.nb)[name] == text)
  }

  @Test(arguments: [
    ("fullTimeEquivalents", "Eit frivillig årsverk er 1650 timar = 3,6 årsverk"),
    (
      "reconciliation",
      "263_frivillige talde per aktivitet − 38_talde fleire gonger = 225_ulike frivillige"
    ),
    ("value", "5_893_timar × 300_kr = 1_767_900_kr"), ("lateEntries", "Etterføringar frå 2024"),
  ])
  func `lines in nynorsk`(name: String, text: String) {
    #expect(lines(.nn)[name] == text)
  }

  @Test(arguments: [
    (
      "reconciliation",
      "263_volunteers counted per activity − 38 counted again = 225_different volunteers"
    ),
    ("value", "5,893_hours × NOK_300 = NOK_1,767,900"), ("asKnownOn", "as known on 4 March 2025"),
  ])
  func `lines in English`(name: String, text: String) {
    #expect(lines(.en)[name] == text)
  }

  @Test func `one is singular in every language`() {
    let texts = Self.catalogues.map { lines in
      lines.lines.reconciliation(1, 0, 1).replacing("\u{A0}", with: " ")
    }
    #expect(
      texts == [
        "1 frivillig talt per aktivitet − 0 talt flere ganger = 1 frivillig",
        "1 frivillig tald per aktivitet − 0 talde fleire gonger = 1 frivillig",
        "1 volunteer counted per activity − 0 counted again = 1 volunteer",
      ])
  }

  @Test func `there are nine national categories`() {
    let keys = NationalCategory.all.map(\.key)
    #expect(
      keys == [
        "sosiale-moteplasser", "en-til-en", "fysisk-aktivitet", "annet", "inkludering",
        "arrangement", "kurs", "handverk", "utlan",
      ])
    for category in NationalCategory.all {
      #expect(NationalCategory.named(category.key) == category)
      #expect(Language.allCases.allSatisfy { !category.name($0).isEmpty })
      #expect(category.name(.en) != category.name(.nb))
    }
    #expect(NationalCategory.named("ukjent") == nil)
    let differing = NationalCategory.all.filter { $0.name(.nb) != $0.name(.nn) }.map(\.key)
    #expect(differing == ["sosiale-moteplasser", "en-til-en", "annet", "handverk"])
  }
}
