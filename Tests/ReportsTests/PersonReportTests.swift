import Domain
import Projections
import Reports
import Testing
import Wording

@Suite struct PersonReportTests {
  private let sample = GrantReportSample.shared

  private func report(
    _ form: PersonReport.Form, year: Int? = nil, names: PersonNames = GrantReportSample.names,
    _ language: Language
  ) -> Report {
    PersonReport(
      PersonHours(of: sample.kari, year: year, in: sample.state), form: form,
      centre: sample.state.centres.values.first?.details, basis: sample.basis, names: names,
      language
    ).report
  }

  @Test(arguments: Language.allCases)
  func `letters and certificates as they are printed`(_ language: Language) throws {
    let texts = [
      report(.letter, year: 2024, language), report(.certificate, language),
      report(.certificate, year: 2019, names: .none, language),
    ].map { $0.table() }
    try expectGolden(texts.joined(separator: "\n"), "person-\(language)")
  }

  @Test func `what was paid for is in no line, and is said`() {
    let hours = PersonHours(of: sample.kari, year: 2024, in: sample.state)
    #expect(hours.paid == 60 && hours.minutes == 30 + 45 && hours.unapproved == 30)
    let paper = report(.letter, year: 2024, .nb)
    #expect(paper.sections[0].notes == ["Lønnet, og ikke med her: 1\u{A0}time"])
  }

  @Test func `hours stand per year and activity, with their first and last day`() {
    let hours = PersonHours(of: sample.kari, in: sample.state)
    #expect(hours.years == [2023, 2024])
    #expect(hours.lines.map(\.activity.code.text) == ["kafe", "kafe", "ferie"])
    #expect(hours.lines.map(\.minutes) == [600, 30, 45])
    #expect(hours.lines.map(\.first.text) == ["2023-11-20", "2024-03-02", "2024-02-03"])
    #expect(hours.minutes == 675 && hours.entries == 3)
  }

  @Test func `without names the letter speaks to a number`() {
    #expect(report(.letter, names: .none, .nb).title == "Takk, p4!")
    #expect(report(.letter, .nb).title == "Takk, Kari!")
  }
}
