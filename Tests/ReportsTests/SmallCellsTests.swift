import Domain
import Projections
import Testing
import Wording

@testable import Reports

/// What a report for everybody leaves out.
struct SmallCellsTests {
  private let language = Language.nb

  /// A year of activities with so many named people each, 100 minutes a person.
  private func figures(
    _ rows: [(code: String, people: ClosedRange<Int>?, group: String?)], unnamed: [String] = []
  ) -> YearFigures {
    var log = LogBuilder()
    for row in rows { log.activity(row.code, row.code.uppercased(), group: row.group) }
    let persons = log.persons(20)
    for row in rows {
      for number in row.people.map(Array.init) ?? [] {
        log.hours(row.code, .person(persons[number - 1]), 100)
      }
    }
    for code in unnamed { log.hours(code, .unnamed(headcount: 1), 7) }
    return YearStatistics(years: [2024]).folded(over: log.log).figures(of: 2024)
  }

  private func report(_ figures: YearFigures, _ language: Language = .nb) -> Report {
    let basis = ReportBasis(opening: nil, through: 1, hash: "")
    return YearReport(figures, basis: basis, language).report
      .without(SmallCells(in: figures), language)
  }

  /// The figures of the rows of a section, a row a line.
  private func rows(_ report: Report, _ key: String) -> [String] {
    (report.sections.first { $0.key == key }?.rows ?? []).map { row in
      row.cells.map { cell in
        switch cell.value {
        case .text(let text): text
        case .integer(let number): "\(number)"
        case .hours(let minutes): "\(minutes)m"
        default: "-"
        }
      }.joined(separator: " ")
    }
  }

  @Test("Nothing is left out where every activity has three people")
  func none() {
    let figures = figures([("a", 1...3, "x"), ("b", 1...9, nil)])
    let report = report(figures)
    #expect(
      report
        == YearReport(figures, basis: ReportBasis(opening: nil, through: 1, hash: ""), .nb).report)
    #expect(SmallCells(in: figures).tells("2024/a/hours"))
  }

  @Test("One small activity, the smallest of the others, and every group with one of the two")
  func some() {
    let figures = figures([
      ("a", 1...2, "x"), ("b", 1...5, "y"), ("c", 3...6, nil), ("d", 1...9, "x"), ("e", 1...7, "z"),
    ])
    let report = report(figures)
    #expect(
      rows(report, "activities") == [
        "a A færre enn 3 færre enn 3", "b B 5 500m", "c C utelatt utelatt", "d D 9 900m",
        "e E 7 700m",
        "- Sum 9 2700m",
      ])
    // x holds the small one; c is in no group.
    #expect(
      rows(report, "groups") == [
        "x utelatt", "z 7", "y 5", "Sum av gruppene 21", "Uten gruppe utelatt",
      ])
    #expect(
      report.header.last
        == "Tallene er utelatt i én rad, fordi færre enn tre personer står bak, og i 3 til, så de "
        + "ikke kan regnes ut")
  }

  @Test("What is left out together is of three people at least, so that the sum tells nothing")
  func together() {
    // Two activities of the same two people: their sum is still theirs alone.
    let figures = figures([
      ("a", 1...2, nil), ("b", 1...2, nil), ("c", 1...8, nil), ("d", 1...9, nil),
    ])
    let cells = SmallCells(in: figures)
    #expect(!cells.tells("2024/a/hours"))
    #expect(!cells.tells("2024/b/distinct"))
    #expect(!cells.tells("2024/c/hours"))
    #expect(cells.tells("2024/d/hours"))
    #expect(cells.tells("2024/hours"))
  }

  @Test("Two people are few, three are not; nobody with a name is nobody to be known")
  func limit() {
    let figures = figures(
      [("a", 1...3, nil), ("b", nil, nil), ("c", 4...5, nil), ("d", 1...4, nil)], unnamed: ["b"])
    let cells = SmallCells(in: figures)
    #expect(!cells.tells("2024/c/hours"))
    #expect(!cells.tells("2024/a/hours"))  // beside c
    #expect(cells.tells("2024/b/headcount"))
    #expect(cells.tells("2024/d/hours"))
  }

  @Test("Where nobody else has a name, an unnamed activity stands beside the small one")
  func unnamed() {
    let figures = figures([("a", 1...1, nil), ("b", nil, nil)], unnamed: ["b"])
    #expect(!SmallCells(in: figures).tells("2024/b/hours"))
  }

  @Test("Only one activity is the sum itself, which is told")
  func alone() {
    let report = report(figures([("a", 1...1, nil)]))
    #expect(rows(report, "activities") == ["a A færre enn 3 færre enn 3", "- Sum 1 100m"])
  }

  @Test("An activity called group is not every group")
  func codes() {
    let cells = SmallCells(
      in: figures([("group", 1...1, nil), ("b", 1...3, nil), ("c", 1...4, "x")]))
    #expect(!cells.tells("2024/group/hours"))
    #expect(cells.tells("2024/group/x/hours"))
  }

  @Test(
    "The line above the figures, in each language",
    arguments: [
      (
        Language.nn,
        "Tala er utelatne i éi rad, fordi færre enn tre personar står bak, og i éi til, så dei ikkje "
          + "kan reknast ut"
      ),
      (
        .en,
        "The figures are left out in one row, since fewer than three people stand behind them, and in "
          + "one more, so that they cannot be worked out"
      ),
    ])
  func words(language: Language, line: String) {
    let figures = figures([("a", 1...1, nil), ("b", 1...3, nil), ("c", 1...4, nil)])
    #expect(report(figures, language).header.last == line)
    #expect(rows(report(figures, .nn), "activities")[1] == "b B utelate utelate")
    #expect(rows(report(figures, .en), "activities")[1] == "b B left out left out")
  }
}
