// The strongest test of a check of texts: the tool's own reports, in every language and form, contradict
// nothing; and one that was tampered with does.

import Domain
import Projections
import Reports
import Testing
import Wording

struct ProsePropertyTests {
  private func check(_ log: [Recorded], _ year: Int, _ text: String) -> ProseCheck {
    let statistics = YearStatistics().folded(over: log)
    let years = Set(statistics.years).union([year]).sorted().map { statistics.figures(of: $0) }
    return ProseCheck(text, years: years, asked: nil, key: searchKey)
  }

  private func report(_ log: [Recorded], _ year: Int, _ language: Language) -> Report {
    let figures = YearStatistics(years: [year]).folded(over: log).figures(of: year)
    let opening = YearStatistics().folded(over: log).opening
    return YearReport(
      figures,
      basis: ReportBasis(
        opening: opening, through: log.count, hash: String(repeating: "9f2c", count: 16)), language
    ).report
  }

  @Test(arguments: seeds)
  func `our own reports of random ledgers contradict nothing`(seed: UInt64) {
    let log = randomLog(seed: seed)
    for language in Language.allCases {
      let report = report(log, 2024, language)
      for text in [report.table(), report.markdown()] {
        let check = check(log, 2024, text)
        #expect(check.contradictions.isEmpty, "\(language) \(check.contradictions)\n\(text)")
        let agreeing = check.findings.count { if case .agrees = $0.verdict { true } else { false } }
        #expect(agreeing > 3, "\(language) \(check.findings)")
      }
    }
  }

  @Test(arguments: Language.allCases)
  func `our own report of the sample contradicts nothing`(language: Language) {
    let report = SampleLedger.year(language)
    for text in [report.table(), report.markdown()] {
      let check = check(SampleLedger.log, 2024, text)
      #expect(check.contradictions.isEmpty, "\(check.contradictions)\n\(text)")
    }
  }

  @Test(arguments: Language.allCases)
  func `a figure that is changed in our own report is found`(language: Language) throws {
    var log = LogBuilder()
    let people = log.persons(12)
    log.activity("kafe", "Kafé")
    for person in people { log.hours("kafe", .person(person), 600) }
    let text = report(log.log, 2024, language).markdown()
    let row = "| Kafé | 12 | 120 |"
    #expect(text.contains(row))
    for wrong in ["| Kafé | 13 | 120 |", "| Kafé | 12 | 121 |"] {
      let check = check(log.log, 2024, text.replacing(row, with: wrong))
      #expect(check.contradictions.count == 1, "\(check.contradictions)")
    }
  }

  @Test func `every verdict is said in every language`() {
    let text = """
      # Årsmelding 2024
      Språkkafé: 9 frivillige. Jazz: 3 frivillige. Over 9 frivillige. Møtet var 4. mars 2025.
      I 2019 hadde Språkkafé 2 frivillige. Tolk: 1 frivillig.
      """
    let statistics = YearStatistics().folded(over: SampleLedger.log)
    let years = statistics.years.map { statistics.figures(of: $0) }
    let check = ProseCheck(text, years: years, asked: nil, key: searchKey)
    let texts = Language.allCases.map { ProseReport(check, title: "t", years: years, $0) }
    #expect(Set(texts.map(\.text)).count == 3)
    for report in texts {
      #expect(report.report.sections.first?.rows.count == check.findings.count)
      #expect(report.json().contains("\"schema\":\"dugnad-prose:1\""))
    }
    let codes = [
      "agrees", "contradicts", "other-year", "unknown-name", "not-understood", "left-alone",
    ]
    for code in codes { #expect(texts[0].json().contains("\"verdict\":\"\(code)\""), "\(code)") }
  }
}
