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
  let closed: ClosedYear
  /// The digits of the line right above the closing.
  private let hash: String

  /// From a whole log.
  init(_ log: [Recorded], _ lines: [Int], _ closed: ClosedYear, above hashes: [Digest]) {
    self.init(
      lines.map { log[$0 - 1] }, closed, hash: closed.seq > 1 ? hashes[closed.seq - 2].hex : "")
  }

  /// From the lines of a bundle.
  init(_ lines: [Recorded], _ closed: ClosedYear, hash: String) {
    above = lines.filter { $0.seq < closed.seq }
    self.closed = closed
    self.hash = hash
  }

  var figures: YearFigures {
    let year = closed.content.year
    return YearStatistics(years: [year]).folded(over: above).figures(of: year)
  }

  /// The report in all its forms.
  func reports(_ language: Language, isPublic: Bool = false) -> [ZipFile.Member] {
    var opening: LedgerOpened?
    if case .ledgerOpened(let opened)? = above.first?.event { opening = opened }
    var basis = ReportBasis(opening: opening, through: closed.seq - 1, hash: hash)
    basis.closing = closed
    basis.isAsClosed = true
    var report = YearReport(figures, basis: basis, language).report
    if isPublic { report = report.withoutSmallCells(language) }
    let forms = [
      ("rapport.txt", report.table()), ("rapport.md", report.markdown()),
      ("rapport.csv", report.csv()), ("rapport.json", report.json()),
    ]
    return forms.map { ZipFile.Member($0.0, Array($0.1.utf8)) }
  }
}

extension YearFigures {
  /// The claims that identify nobody: where fewer than three named people stand behind an activity, a
  /// group or a sector, none of its figures is told. (The totals stand in the closing anyway.)
  var publicClaims: [ClaimedFigure] {
    let small = claims.dropFirst(5).filter {
      $0.figure.hasSuffix("/distinct") && (1..<Report.smallestCell).contains($0.value)
    }
    let scopes = small.map { String($0.figure.dropLast("distinct".count)) }
    return claims.filter { claim in !scopes.contains { claim.figure.hasPrefix($0) } }
  }
}
