// Every verdict on a number in a text, and above all: what is not sure never contradicts.

import Projections
import Testing

struct ProseCheckTests {
  // MARK: Agreeing and contradicting

  @Test(arguments: [
    ("Strikking for alle hadde 5 frivillige.", "agrees 2024/strikking/distinct"),
    ("Strikking for alle: 3, Kjøring: 3 frivillige.", "contradicts 2024/strikking/distinct"),
    ("Til Kjøring kom 4 frivillige.", "contradicts 2024/kjoring/distinct"),
    ("Vi hadde 4 frivillige på Kjøring.", "contradicts 2024/kjoring/distinct"),
    ("På kjøringa var det 3 frivillige.", "agrees 2024/kjoring/distinct"),
    ("Strikkingen hadde 3 frivillige.", "contradicts 2024/strikking/distinct"),
    ("Strikkking for alle hadde 3 frivillige.", "contradicts 2024/strikking/distinct"),
    ("Strikking for alle: 60 timer", "contradicts 2024/strikking/hours"),
    ("Hjelp, transport: 14 frivillige", "contradicts 2024/group/Hjelp, transport/distinct"),
    ("Hjelp, transport: 12 frivillige", "agrees 2024/group/Hjelp, transport/distinct"),
    ("Fest i parken: 40 frivillige", "agrees 2024/fest/headcount"),
    ("Hagearbeid FMC: 68 frivillige", "agrees 2024/hage/headcount"),
    ("I alt hadde vi 17 frivillige.", "agrees 2024/distinct"),
    ("Talt per aktivitet var det 19 frivillige.", "agrees 2024/participations"),
    ("I alt hadde vi 18 frivillige.", "contradicts 2024/distinct"),
    ("Totalt 277 timer.", "agrees 2024/hours"), ("Totalt 287 timer.", "contradicts 2024/hours"),
    ("Et frivillig årsverk er 1650 timer.", "agrees divisor"),
    ("Et frivillig årsverk er 1750 timer.", "contradicts divisor"),
    ("Det tilsvarer 0,2 årsverk i året.", "agrees 2024/fte"),
    ("Antall frivillige i alt: 17", "agrees 2024/distinct"),
  ])
  func `a number is held against its figure`(text: String, told: String) {
    #expect(ProseLedger.check(text).findings.first?.verdict.told == told, "\(text)")
  }

  @Test(arguments: [
    "Over 9 frivillige var på Kjøring.", "Ca. 9 frivillige var på Kjøring.",
    "Kjøring fikk 2 nye frivillige.", "På Kjøring var det 9 frivillige fra Rotary.",
    "På Kjøring var det 9 frivillige som snakker arabisk.", "9 frivillige lag var med på Kjøring.",
    "Strikking for alle varer 3 timer hver mandag.", "Strikking for alle er 3 timer per gang.",
    "Kjøring og Fest i parken hadde 9 frivillige hver.", "I tillegg hadde Kjøring 9 frivillige.",
    "På kulturkvelden var det i alt 9 frivillige.", "Vi var 9 frivillige som reiste til Oslo.",
    "Jazzfestivalen hadde totalt 9 frivillige i 2024.", "Strikking for barn | 9",
    "Tre ganger møttes de på Kjøring.", "Kjøring: 9 turer", "Fire av dem var med på Kjøring.",
    "Kjøring hadde 2 kvinner og 7 menn.", "Målet er 25 frivillige på Kjøring innen 2030.",
    "Kjøring: 9 % flere frivillige", "Strikking er blant 9 tilbud med frivillige.",
  ])
  func `what is not sure contradicts nothing`(text: String) {
    #expect(ProseLedger.check(text).contradictions.isEmpty, "\(text)")
  }

  // MARK: Why

  @Test func `volunteers counted per activity are told apart from different ones`() {
    let verdict = ProseLedger.verdict("Hjelp, transport: 14 frivillige")
    #expect(verdict?.reasons == [.countedPerActivity(repeats: 2)])
  }

  @Test func `what stands outside the sum is named`() {
    let verdict = ProseLedger.verdict("I alt 481 timer.")
    #expect(
      verdict?.reasons == [.includesOutside(names: ["Hagearbeid FMC"], value: .minutes(204 * 60))])
    #expect(ProseLedger.verdict("Hagearbeid FMC: 204 timer")?.reasons == [.standsOutside])
  }

  @Test func `hours that divide support the text`() {
    let verdict = ProseLedger.verdict("Praktisk hjelp: 9 frivillige")
    #expect(verdict?.told == "contradicts 2024/praktisk/distinct")
    #expect(verdict?.reasons == [.hoursDivide(minutes: 117 * 60, by: 9, each: 13 * 60)])
  }

  @Test func `digits that changed places are seen`() {
    #expect(ProseLedger.verdict("I alt 727 timer.")?.told == "contradicts 2024/hours")
    #expect(ProseLedger.verdict("I alt 727 timer.")?.reasons == [.swapped])
  }

  @Test func `a full-time equivalent that was cut off is not rounded`() {
    // 277 ÷ 1650 = 0,168
    #expect(ProseLedger.verdict("I alt 0,1 årsverk.")?.reasons == [.cutOff])
  }

  @Test func `the figure of the group is not the activity's`() {
    let verdict = ProseLedger.verdict("Kjøring: 147 timer")
    guard case .isFigure(let figure)? = verdict?.reasons.first else {
      Issue.record("\(String(describing: verdict))")
      return
    }
    #expect(figure.address?.text == "2024/group/Hjelp, transport/hours")
  }

  @Test func `two statements that differ name each other`() {
    let text = "Strikking for alle: 5 frivillige.\n\nStrikking for alle: 3 frivillige."
    let verdict = ProseLedger.verdict(text, "3")
    #expect(verdict?.reasons == [.elsewhere(ProsePlace(line: 1, column: 21), "5")])
  }

  // MARK: Tables

  static let table = """
    | Aktivitet | Antall frivillige | Timer |
    | --- | ---: | ---: |
    | Strikking for alle | 5 | 50 |
    | Praktisk hjelp i hjemmet | 11 | 117 |
    | Kjøring | 3 | 30 |
    | Fest i parken | | 80 |
    | **Sum** | **17** | **277** |
    | Hagearbeid FMC | 68 | 204 |
    """

  static let forms = [
    table, table.replacing("|", with: "\t"), table.replacing("\n", with: "\r\n"),
    """
    Aktivitet                 Antall frivillige  Timer
    ──────────────────────────────────────────────────
    Strikking for alle                        5     50
    Praktisk hjelp i hjemmet                 11    117
    Kjøring                                   3     30
    Fest i parken                                   80
    Sum                                      17    277

    Utenfor summen
    Hagearbeid FMC                           68    204
    """,
  ]

  @Test(arguments: forms)
  func `a table agrees in every form, and its sum is explained`(text: String) {
    let check = ProseLedger.check(text)
    #expect(check.findings.count == 11)
    #expect(check.findings.allSatisfy { $0.verdict.told.hasPrefix("agrees") }, "\(check.findings)")
    let notes = check.findings.flatMap(\.verdict.reasons)
    #expect(notes == [.columnAdds(19, repeats: 2), .standsOutside, .standsOutside])
  }

  @Test(arguments: [
    ("| 5 | 50 |", "| 5 | 51 |", "contradicts 2024/strikking/hours"),
    ("| 11 | 117 |", "| 15 | 117 |", "contradicts 2024/praktisk/distinct"),
    ("**17**", "**19**", "contradicts 2024/distinct"),
    ("**17**", "**18**", "contradicts 2024/distinct"),
    ("**277**", "**278**", "contradicts 2024/hours"),
    ("| Kjøring | 3", "| Sykling | 3", "unknown Sykling"),
  ])
  func `a wrong cell of a table is found, and only that`(cell: String, wrong: String, told: String)
  {
    let check = ProseLedger.check(Self.table.replacing(cell, with: wrong))
    let others = check.findings.map(\.verdict.told).filter { !$0.hasPrefix("agrees") }
    #expect(others.first == told, "\(others)")
    #expect(check.contradictions.count == (told.hasPrefix("contradicts") ? 1 : 0))
  }

  @Test func `a sum of some rows only is the sum of its own rows`() {
    let text = """
      | Aktivitet | Timer |
      | --- | --- |
      | Strikking for alle | 50 |
      | Kjøring | 30 |
      | Sum | 80 |
      """
    #expect(ProseLedger.check(text).contradictions.isEmpty)
  }

  // MARK: Years

  @Test func `the year in the text chooses the figures`() {
    #expect(
      ProseLedger.verdict("I 2023 hadde Strikking for alle 4 frivillige.", "4")?.told
        == "agrees 2023/strikking/distinct")
    #expect(
      ProseLedger.verdict("I 2023 hadde Strikking for alle 5 frivillige.", "5")?.told
        == "contradicts 2023/strikking/distinct")
    let both = ProseLedger.check(
      "Strikking for alle hadde 5 frivillige i 2024, mot 4 frivillige i 2023.")
    #expect(both.contradictions.isEmpty)
  }

  @Test func `another year than the one asked for is skipped, and said so`() {
    let text = "I 2023 hadde Strikking for alle 5 frivillige."
    #expect(ProseLedger.verdict(text, "5", asked: 2024)?.told == "other year 2023")
    #expect(ProseLedger.check(text, asked: 2024).contradictions.isEmpty)
  }

  @Test func `an earlier year without hours is told`() {
    let check = ProseLedger.check(
      "Bildet er fra 2019. Strikking for alle hadde 5 frivillige.", asked: 2024)
    #expect(
      check.findings.map(\.verdict.told) == [
        "other year 2019 without hours", "agrees 2024/strikking/distinct",
      ])
  }

  @Test func `the year of the title holds for the whole text`() {
    let check = ProseLedger.check("# Årsmelding 2023\n\nStrikking for alle hadde 4 frivillige.")
    #expect(check.year == 2023)
    #expect(check.findings.map(\.verdict.told) == ["agrees 2023/strikking/distinct"])
  }

  // MARK: Anything

  @Test(arguments: [
    "", " ", "\n\n\n", "Ingen tall her.", "|", "||||", "\t\t\t", "| |\n| |", "#", "###### ", "1.",
    "(",
    "5", "5 5 5", "-", "--- ---", "( 5", "12:", ":12", "§", "kr", "+47", "1/", "/1", "1-", "-1",
    "1,",
    ",1", "..", "1..2", "999999999999999999999999999", "=5", "× 5", "\u{FEFF}5", "🇳🇴 5 🇳🇴",
    "e\u{301}5", "a  5", "Sum", "Sum | 5", "| Sum | 5 |",
  ])
  func `no text is too odd to be read`(text: String) {
    let check = ProseLedger.check(text)
    #expect(check.contradictions.isEmpty)
    #expect(check.findings.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
  }

  @Test func `mixed fragments are read without contradiction of themselves`() {
    var random = SeededGenerator(seed: 7)
    let parts = [
      "5", "Strikking for alle", "|", "\t", "\n", "frivillige", ":", ",", ".", "  ", "timer",
      "2024",
      "Sum", "# ", "17", "årsverk", "(", ")", "–", "kr", "%", "i alt", "4. mars", "=", "æøå",
    ]
    for _ in 0..<400 {
      let text = (0..<Int.random(in: 1...30, using: &random)).map { _ in
        (parts.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
      }.joined()
      let check = ProseLedger.check(text)
      // In the order of the text, each number once.
      #expect(check.findings.map(\.place) == check.findings.map(\.place).sorted())
      #expect(Set(check.findings.map(\.place)).count == check.findings.count, "\(text)")
    }
  }
}
