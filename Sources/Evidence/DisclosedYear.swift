// A closed year as it follows from disclosed lines alone: the same for whoever makes a bundle and for
// whoever checks it.

import Domain
import Integrity
import Projections
import Reports
import Wording

/// The figures and reports of a year, from some lines.
struct DisclosedYear {
  /// The disclosed lines above the closing.
  let above: [Recorded]
  /// Their fold.
  let state: State
  let closed: ClosedYear
  /// The digits of the line right above the closing.
  private let hash: String
  let figures: YearFigures

  /// From a whole log.
  init(_ log: [Recorded], _ lines: [Int], _ closed: ClosedYear, above hashes: [Digest]) {
    self.init(
      lines.map { log[$0 - 1] }, closed, hash: closed.seq > 1 ? hashes[closed.seq - 2].hex : "")
  }

  /// From the lines of a bundle, which may have any numbers.
  init(_ lines: [Recorded], _ closed: ClosedYear, hash: String) {
    above = lines.filter { $0.seq < closed.seq }
    var state = State()
    for line in above { state.evolve(line) }
    self.state = state
    self.closed = closed
    self.hash = hash
    let year = closed.content.year
    figures = YearStatistics(years: [year]).folded(over: Self.renumbered(state, like: above.first))
      .figures(of: year)
  }

  /// A log that comes to the same state, with neighbouring numbers from 1: the projections keep a bit for
  /// every line up to the last, and the numbers in a bundle may be as large as whoever wrote it liked.
  private static func renumbered(_ state: State, like envelope: Recorded?) -> [Recorded] {
    guard let envelope else { return [] }
    var events: [Event] = state.opening.map { [.ledgerOpened($0)] } ?? []
    events += state.activities.values.sorted { $0.seq < $1.seq }.map { .activityAdded($0.details) }
    events += state.years.values.sorted { $0.year < $1.year }.map { .yearSet($0) }
    events += state.entries.values.sorted { $0.id < $1.id }.map { .hoursLogged($0.content) }
    return events.enumerated().map { index, event in
      var recorded = envelope
      recorded.seq = index + 1
      recorded.event = event
      return recorded
    }
  }

  /// The report in all its forms.
  func reports(_ language: Language) -> [ZipFile.Member] { report(language).forms }

  /// The report and the claims that tell of nobody alone: the totals, which the closing says anyway, and
  /// what is not left out as a small cell.
  func forEverybody(_ language: Language) -> (reports: [ZipFile.Member], claims: [ClaimedFigure]) {
    let cells = SmallCells(in: figures)
    return (
      report(language).without(cells, language).forms,
      figures.claims.filter { cells.tells($0.figure) }
    )
  }

  private func report(_ language: Language) -> Report {
    var basis = ReportBasis(opening: state.opening, through: closed.seq - 1, hash: hash)
    basis.closing = closed
    basis.isAsClosed = true
    return YearReport(figures, basis: basis, language).report
  }
}
